"""One run of `scm live`: takes line after line, says what it did, keeps aside what cannot be saved."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from scm_cli.archive.sources import source
from scm_cli.commands.desk import Desk
from scm_cli.commands.live.aside import Aside, Waiting
from scm_cli.commands.live.sheet import Sheet
from scm_cli.commands.live.typing import Offered
from scm_cli.commands.options import Writing
from scm_cli.commands.saying import said
from scm_cli.dates import read_clock, show_clock
from scm_cli.errors import ScmError, UsageFault
from scm_cli.locale import errors as wrong
from scm_cli.locale import language, live_words
from scm_cli.locale import live as say
from scm_cli.model import course
from scm_cli.model.numbering import tops
from scm_cli.notation.live.lines import Line, read_line
from scm_cli.notation.live.room import Done, item_name
from scm_cli.notation.live.who import attendance_now
from scm_cli.terminal import joined

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, StoredSession


class Run:
    """One run of live lines on one session.

    Args:
        own: terminal and clock.
        archive: where the session lies.
        stored: the session at the beginning.
        how: whether to be quiet or to write nothing.
    """

    def __init__(self, own: Desk, archive: "Archive", stored: "StoredSession", how: Writing) -> None:
        self.own = own
        self.how = how
        self.sheet = Sheet(archive, stored, how)
        self.aside = Aside(stored.ref)
        self.fixed: time | None = None
        group = source(archive, stored).group
        self.zone = ZoneInfo(group.timezone) if group else None

    # the time

    @property
    def now(self) -> datetime:
        """The group's time."""
        return self.own.clock().astimezone(self.zone)

    def clock(self) -> time | None:
        """Return the time, to the minute, if the session takes place now; past midnight it still does."""
        now, session = self.now, self.sheet.session
        at = now.time().replace(second=0, microsecond=0)
        days = now.date() - session.date
        overnight = days == timedelta(1) and session.start is not None and at < session.start
        return at if not days or overnight else None

    def _time_of(self, line: Line) -> time | None:
        """Return the time that counts for a line; one that it begins with moves a typed time on, never back."""
        session = self.sheet.session
        if line.at and self.fixed and course.order(line.at, session) > course.order(self.fixed, session):
            self.fixed = line.at
        return line.at or self.fixed or self.clock()

    def _set_time(self, line: Line) -> bool:
        """Let a typed time count from now on, or the clock again; return whether the line says so."""
        if not line.rest or line.rest.casefold() in live_words.NOW:
            self.fixed = None
            at = self.clock()
            sentence = say.TIME_CLOCK(time=show_clock(at, language())) if at else say.TIME_NONE()
        else:
            try:
                self.fixed = read_clock(line.rest)
            except UsageFault:
                return False
            sentence = say.TIME_SET(time=show_clock(self.fixed, language()))
        said(self.own, replace(self.how, dry_run=False), sentence)
        return True

    # one line

    def take(self, typed: str) -> bool:
        """Take a line; return whether there may be more."""
        line = read_line(typed)
        if line.verb == "quit":
            return False
        if line.verb == "undo":
            self._undo()
        elif line.verb == "help":
            self.own.terminal.write(live_words.HELP())
        elif line.verb == "who":
            self._answer(line)
        elif line.typed and (line.verb != "time" or not self._set_time(line)):
            self._record(Waiting(line, self._time_of(line), exact=line.at is not None))
        return True

    def _record(self, one: Waiting) -> None:
        """Save a line, behind those that still wait; where that cannot be, keep it aside."""
        error = self._retry()
        try:
            if error is None:
                self._tell(self.sheet.save(one))
        except (ScmError, OSError) as found:
            error = found
        if error is not None:
            self._keep(one, error)

    def _tell(self, done: Done) -> None:
        if done.fault:
            self.own.terminal.warn(done.said)
        else:
            said(self.own, self.how, done.said)
        for sentence in done.warnings:
            self.own.terminal.warn(sentence)

    def _undo(self) -> None:
        """Take the last line of this run back."""
        if self.aside.waiting:
            line = self.aside.waiting[-1].line
            self._drop(-1)
            said(self.own, self.how, say.UNDONE(line=line.typed))
        elif not self.sheet.steps:
            self.own.terminal.say(say.NOTHING_TO_UNDO())
        else:
            try:
                said(self.own, self.how, say.UNDONE(line=self.sheet.take_back().typed))
            except (ScmError, OSError) as error:
                self.own.terminal.error(_as_told(error))

    def _answer(self, line: Line) -> None:
        """Say who is there; trouble with the files is told and ends nothing."""
        try:
            lines = list(attendance_now(self.sheet.room(Waiting(line, self._time_of(line), exact=False))))
        except (ScmError, OSError) as error:
            self.own.terminal.error(_as_told(error))
        else:
            self.own.terminal.write(joined(lines))

    # what could not be saved

    def _keep(self, one: Waiting, error: ScmError | OSError) -> None:
        """Keep a line aside, and say where and why; a dry run writes nothing there either."""
        if self.how.dry_run:
            self.own.terminal.error(_as_told(error))
            return
        why = _as_told(error).message.split("\n")[0]
        try:
            path = self.aside.keep(one, self.now)
        except OSError as nowhere:
            self.own.terminal.warn(say.NOWHERE(why=nowhere.strerror or nowhere, line=one.text))
        else:
            self.own.terminal.warn(say.ASIDE(path=path, why=why))

    def _retry(self) -> ScmError | OSError | None:
        """Save the lines that wait, in order; return what stands in the way of all of them.

        What stands in the way of one line alone keeps that one back, and nothing else.
        """
        count, place = 0, 0
        while place < len(self.aside.waiting):
            try:
                done = self.sheet.save(self.aside.waiting[place])
            except (ScmError, OSError) as error:
                if type(error) is not ScmError:
                    return error
                place += 1
                continue
            self._drop(place)
            self._tell(done)
            count += 1
        if count:
            self.own.terminal.say(say.ASIDE_SAVED(count))
        return None

    def _drop(self, place: int) -> None:
        """Strike a line off those that wait; where its file cannot be written, that is told."""
        try:
            self.aside.drop(place)
        except OSError as error:
            self.own.terminal.error(_as_told(error))

    def close(self) -> int:
        """End the run; return its exit code, which is not 0 where lines are left that could not be saved."""
        failed = self._retry()
        if not self.aside.waiting:
            return 0
        remedy = say.STILL_ASIDE_REMEDY(command=self.aside.command)
        self.own.terminal.error(ScmError(say.STILL_ASIDE(len(self.aside.waiting), path=self.aside.path), remedy))
        return failed.exit_code if isinstance(failed, ScmError) else 1

    # what the terminal shows

    def offered(self) -> Offered:
        """Return what can be completed: people, the session's own names, items."""
        self.sheet.archive.refresh()
        register, session = self.sheet.archive.register, self.sheet.session
        people = {one.name for one in register.values() if not one.merged_into and not one.forgotten}
        own = {row.name for row in session.attendance if row.name and not row.attendee}
        return Offered(sorted(people | own), [top for top in tops(session.agenda).values() if top])

    def prompt(self) -> str:
        """Return the prompt: the item being treated, or that it is a break."""
        session = self.sheet.session
        if course.in_break(session):
            return f"{say.BREAK_PROMPT()}> "
        item = session.item(self.sheet.current)
        return f"{item_name(session, item)}> " if item else "> "


def _as_told(error: ScmError | OSError) -> ScmError:
    return error if isinstance(error, ScmError) else ScmError(wrong.SYSTEM(reason=error.strerror or error))
