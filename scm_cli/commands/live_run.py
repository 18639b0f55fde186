"""One run of `scm live`: takes line after line, saves each, takes back, keeps aside what cannot be saved."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from scm_cli.archive.sources import source
from scm_cli.commands.desk import Desk
from scm_cli.commands.live_aside import Aside, Waiting
from scm_cli.commands.live_typing import Offered
from scm_cli.commands.options import Writing
from scm_cli.commands.saying import said
from scm_cli.dates import read_clock, show_clock
from scm_cli.errors import NotFound, ScmError
from scm_cli.locale import errors as wrong
from scm_cli.locale import language, live_words
from scm_cli.locale import live as say
from scm_cli.model import course
from scm_cli.model.guard import ensure_open
from scm_cli.model.merge import merge
from scm_cli.model.numbering import tops
from scm_cli.model.session import Session
from scm_cli.notation.context import Printing
from scm_cli.notation.live.doing import carried_out
from scm_cli.notation.live.lines import Line, read_line
from scm_cli.notation.live.record import kept
from scm_cli.notation.live.room import Done, Room, item_name
from scm_cli.notation.live.who import attendance_now
from scm_cli.terminal import joined

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, StoredSession


@dataclass(frozen=True)
class Step:
    """A line that was saved: the session before and after it, and the item treated before."""

    line: Line
    before: Session
    after: Session
    current: str


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
        self.ref = stored.ref
        self.session = stored.value
        self.current = getattr(course.running(stored.value), "id", "")
        self.fixed: time | None = None
        self.steps: list[Step] = []
        self.aside = Aside(stored.ref)
        group = source(archive, stored).group
        self.zone = ZoneInfo(group.timezone) if group else None

    # the clock

    @property
    def now(self) -> datetime:
        """The group's time."""
        return self.own.clock().astimezone(self.zone)

    def clock(self) -> time | None:
        """Return the time, to the minute, if the session takes place now; past midnight it still does."""
        now = self.now
        at = now.time().replace(second=0, microsecond=0)
        start, days = self.session.start, now.date() - self.session.date
        overnight = days == timedelta(1) and start is not None and at < start
        return at if not days or overnight else None

    def _time_of(self, line: Line) -> time | None:
        """Return the time that counts for a line; one that it begins with moves a typed time on, never back."""
        if line.at and self.fixed and course.order(line.at, self.session) > course.order(self.fixed, self.session):
            self.fixed = line.at
        return line.at or self.fixed or self.clock()

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
        elif line.verb != "time" or not self._set_time(line):
            self._record(line)
        return True

    def _record(self, line: Line) -> None:
        """Save a line, behind those that still wait; where that cannot be, keep it aside."""
        if not line.typed:
            return
        one = Waiting(line, self._time_of(line), exact=line.at is not None)
        error = self._retry()
        try:
            if error is None:
                self._save(one)
        except (ScmError, OSError) as found:
            error = found
        if error is not None:
            self._keep(one, error)

    def _save(self, one: Waiting) -> None:
        """Carry a line out on the session as it is now, and save it; raises `ScmError` where that cannot be."""
        archive = self.own.archive(dry_run=self.how.dry_run)
        with archive.lock():
            stored = self._load(archive)
            session = self._present(stored)
            room = self._room(archive, stored, one)
            done = carried_out(one.line, room)
            try:
                archive.save(stored, done.session)
            except ScmError as error:
                if type(error) is not ScmError or done.fault:
                    raise
                done = kept(one.line, room, error)  # whatever it was that no file can hold, the words can be kept
                archive.save(stored, done.session)
        self.steps.append(Step(one.line, session, done.session, self.current))
        self.session, self.current = done.session, done.current
        self._tell(done)

    def _load(self, archive: "Archive") -> "StoredSession":
        """Return the session's file as it is now; raises `ScmError` where it cannot be read or changed."""
        try:
            stored = archive.session(self.ref)
        except FileNotFoundError as error:
            raise NotFound(wrong.NO_SESSION(ref=self.ref), wrong.NO_SESSION_REMEDY()) from error
        ensure_open(stored.value, self.ref)
        return stored

    def _room(self, archive: "Archive", stored: "StoredSession", one: Waiting) -> Room:
        session = self._present(stored)
        if session.item(self.current) is None:
            self.current = getattr(course.running(session), "id", "")
        here = replace(source(archive, stored), session=session)
        return Room(Printing(here, language()), self.current, one.at, exact=one.exact)

    def _present(self, stored: "StoredSession") -> Session:
        """Return the session as it is now, in a dry run as it would be."""
        return self.session if self.how.dry_run else stored.value

    def _tell(self, done: Done) -> None:
        if done.fault:
            self.own.terminal.warn(done.said)
        else:
            said(self.own, self.how, done.said)
        for sentence in done.warnings:
            self.own.terminal.warn(sentence)

    # what could not be saved

    def _keep(self, one: Waiting, error: ScmError | OSError) -> None:
        why = error.message.split("\n")[0] if isinstance(error, ScmError) else error.strerror or str(error)
        try:
            path = self.aside.keep(one, self.now)
        except OSError as nowhere:
            self.own.terminal.warn(say.NOWHERE(why=nowhere.strerror or nowhere, line=one.text))
        else:
            self.own.terminal.warn(say.ASIDE(path=path, why=why))

    def _retry(self) -> ScmError | OSError | None:
        """Save the lines that wait, in order; return what still stands in the way."""
        count, failed = 0, None
        while self.aside.waiting and failed is None:
            try:
                self._save(self.aside.waiting[0])
                self.aside.drop_first()
                count += 1
            except (ScmError, OSError) as error:
                failed = error
        if count:
            self.own.terminal.say(say.ASIDE_SAVED(count))
        return failed

    def close(self) -> int:
        """End the run; return its exit code: that of what still stands in the way of lines that wait."""
        failed = self._retry()
        if failed is None:
            return 0
        count, path = len(self.aside.waiting), self.aside.path
        remedy = say.STILL_ASIDE_REMEDY(command=self.aside.command)
        self.own.terminal.error(ScmError(say.STILL_ASIDE(count, path=path), remedy))
        return failed.exit_code if isinstance(failed, ScmError) else 1

    # taking back

    def _undo(self) -> None:
        """Take the last line of this run back; what others changed since stays."""
        if self.aside.waiting:
            said(self.own, self.how, say.UNDONE(line=self.aside.drop_last().line.typed))
        elif not self.steps:
            self.own.terminal.say(say.NOTHING_TO_UNDO())
        else:
            try:
                self._take_back(self.steps[-1])
            except (ScmError, OSError) as error:
                self.own.terminal.error(error if isinstance(error, ScmError) else ScmError(str(error)))

    def _take_back(self, step: Step) -> None:
        archive = self.own.archive(dry_run=self.how.dry_run)
        with archive.lock():
            stored = self._load(archive)
            merged = merge(step.after, self._present(stored), step.before, group=self.ref.group)
            if merged.conflicts:
                fields = ", ".join(one.name for one in merged.conflicts)
                self.own.terminal.warn(say.UNDO_CONFLICT(line=step.line.typed, fields=fields))
                return
            archive.save(stored, merged.value)
        self.steps.pop()
        self.session, self.current = merged.value, step.current
        said(self.own, self.how, say.UNDONE(line=step.line.typed))

    # what changes nothing

    def _answer(self, line: Line) -> None:
        """Say who is there; trouble with the files is told and ends nothing."""
        one = Waiting(line, self._time_of(line), exact=False)
        try:
            archive = self.own.archive()
            lines = list(attendance_now(self._room(archive, self._load(archive), one)))
        except ScmError as error:
            self.own.terminal.error(error)
        else:
            self.own.terminal.write(joined(lines))

    def _set_time(self, line: Line) -> bool:
        """Let a typed time count from now on, or the clock again; return whether the line says so."""
        if not line.rest or line.rest.casefold() in live_words.NOW:
            self.fixed = None
            at = self.clock()
            sentence = say.TIME_CLOCK(time=show_clock(at, language())) if at else say.TIME_NONE()
        else:
            try:
                self.fixed = read_clock(line.rest)
            except ScmError:
                return False
            sentence = say.TIME_SET(time=show_clock(self.fixed, language()))
        said(self.own, replace(self.how, dry_run=False), sentence)
        return True

    # what the terminal shows

    def offered(self) -> Offered:
        """Return what can be completed: people, the session's own names, items."""
        archive = self.own.archive()
        people = {key: one.name for key, one in archive.register.items() if not one.merged_into and not one.forgotten}
        own = {row.who: row.name for row in self.session.attendance if row.name and row.who not in people}
        numbers = [top for top in tops(self.session.agenda).values() if top]
        return Offered(sorted({*people.values(), *own.values()}), numbers)

    def prompt(self) -> str:
        """Return the prompt: the item being treated, or that it is a break."""
        item = self.session.item(self.current)
        if course.in_break(self.session):
            return f"{say.BREAK_PROMPT()}> "
        return f"{item_name(self.session, item)}> " if item else "> "
