"""A corrected protocol on its way into a session: what it changes is shown, asked for, and then written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from scm_cli.commands.desk import Desk
from scm_cli.commands.options import Writing
from scm_cli.commands.saying import asked, told
from scm_cli.errors import BadData, Conflict
from scm_cli.locale import changes as changed
from scm_cli.locale import language, publishing
from scm_cli.locale import taking as say

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, StoredSession
    from scm_cli.model.merge import FieldConflict, Renaming
    from scm_cli.model.refs import SessionRef
    from scm_cli.model.session import Session
    from scm_cli.notation.context import Printing
    from scm_cli.notation.reading.applied import Applied, Base

_LETTERS = {"decisions": "B", "elections": "W", "tasks": "A"}


@dataclass(frozen=True)
class Made:
    """What a text makes of a session as it lies on the disk now."""

    archive: "Archive"
    stored: "StoredSession"
    printing: "Printing"
    applied: "Applied"
    after: "Session"

    @property
    def told_in(self) -> tuple["Printing", "Printing"]:
        """The session before and after, in the language of the interface."""
        from scm_cli.notation.context import Printing

        source = self.printing.source
        return Printing(source, language()), Printing(replace(source, session=self.after), language())


@dataclass(frozen=True)
class Taking:
    """One text to be put into one session.

    Args:
        own: the terminal and the clock.
        ref: the session.
        how: whether to write and to speak.
        base_for: finds what the text was made from, given the text and the session as it is now.
        yes: do not ask.
        prune: take away what the text leaves out.
        restored: gives the text as Markdown, given what was printed, where it came in another form; else None.
    """

    own: Desk
    ref: "SessionRef"
    how: Writing
    base_for: "Callable[[str, Printing], Base]"
    yes: bool
    prune: bool
    restored: Callable[[str], str] | None = None

    def made(self, text: str, name: str) -> Made:
        """Return what a text makes of the session, read anew, people too.

        Raises:
            BadData: the text or the session's file is faulty.
            Conflict: the session is sealed, the text is a public copy, or a field was changed in both.
        """
        from scm_cli.model.guard import ensure_open
        from scm_cli.notation.public_mark import is_public_copy

        archive = self.own.archive(dry_run=self.how.dry_run)
        stored = archive.session(self.ref)
        ensure_open(stored.value, stored.ref)
        if is_public_copy(text):
            raise Conflict(publishing.NOT_APPLIED(path=name), publishing.NOT_APPLIED_REMEDY(ref=self.ref))
        printing = printing_of(archive, stored)
        found = self._applied(text, name, printing)
        made = Made(archive, stored, printing, found, self._recorded(stored.value, found.session))
        if found.conflicts:
            raise Conflict("\n".join(_conflict(one, made) for one in found.conflicts), say.CONFLICT_REMEDY())
        return made

    def _applied(self, text: str, name: str, printing: "Printing") -> "Applied":
        """Return what a text makes of the session; one that came in another form has no lines to name."""
        from scm_cli.notation.reading.applied import applied

        base = self.base_for(text, printing)
        if self.restored is None:
            return applied(text, name, printing, base, prune=self.prune)
        try:
            return applied(self.restored(base.text), name, printing, base, prune=self.prune)
        except BadData as error:
            raise BadData((one._replace(line=0) for one in error.problems), error.remedy) from error

    def put(self, made: Made, text: str, name: str) -> None:
        """Show what changes, ask, and write it; raises as `made` does, and `UsageFault` where the answer is no."""
        while not self._written(made):
            made = self.made(text, name)
            self.own.terminal.say(say.AGAIN(path=made.archive.files.name(made.stored.path)))

    def _written(self, made: Made) -> bool:
        """Show and write; return False where the session was changed while somebody thought about the answer."""
        what = changed.SESSION(ref=self.ref)
        self._notices(made)
        if made.after == made.stored.value:
            told(self.own, self.how, changed.UNCHANGED, what=what)
            return True
        lines = list(_changes(made))
        asks = not (self.yes or self.how.dry_run)
        if asks or self.how.dry_run or not self.how.quiet:
            self.own.terminal.say("\n".join(lines))
        asked(self.own, say.REALLY(what=what), yes=not asks)
        with made.archive.lock():
            if not self.how.dry_run and made.archive.session(self.ref).data != made.stored.data:
                return False
            made.archive.save(made.stored, made.after)
        count = sum(not line.startswith("  ") for line in lines)
        path = made.archive.files.name(made.stored.path)
        told(self.own, self.how, say.CHANGED_IN, what=what, changes=say.CHANGES(count), path=path)
        return True

    def _notices(self, made: Made) -> None:
        from scm_cli.notation.changes import places

        archive = made.archive
        unreadable = set(archive.attendee_keys()) - archive.register.keys()
        for sentence in (*map(str, archive.problems if unreadable else ()), *made.applied.notices):
            self.own.terminal.warn(sentence)
        for one in made.applied.renamed:
            if sentence := _renamed(one, made):
                self.own.terminal.warn(sentence)
        left = list(places(made.applied.deletions, *made.told_in))
        for place in left:
            self.own.terminal.say(say.LEFT_OUT(what=place))
        if left:
            self.own.terminal.say(say.LEFT_OUT_REMEDY())

    def _recorded(self, before: "Session", after: "Session") -> "Session":
        """Return the session with what follows from the change: it was held, tasks go on, calendars see a new time."""
        from scm_cli.commands.session.planning import rescheduled
        from scm_cli.model.record_changes import anything_recorded
        from scm_cli.model.task_changes import caught_up

        if after == before:
            return before
        after = caught_up(before, rescheduled(before, after), self.own.today)
        waiting = after.status in ("planned", "invited") and after.date <= self.own.today
        return replace(after, status="held") if waiting and anything_recorded(after) else after


def printing_of(archive: "Archive", stored: "StoredSession", lang: Any = None) -> "Printing":
    """Return what a session's protocol is printed from, in a language or else the group's."""
    from scm_cli.archive.sources import following, source
    from scm_cli.notation.context import Printing

    found = source(archive, stored)
    usual = found.group.language if found.group else "de"
    return Printing(found, lang or usual, following(archive, found))


def _changes(made: Made) -> Iterator[str]:
    from scm_cli.notation.changes import changes

    return changes(*made.told_in)


def _conflict(one: "FieldConflict", made: Made) -> str:
    """Return a field that both changed, with both values."""
    from scm_cli.notation.changes import conflict

    what, ours, theirs = conflict(one, *made.told_in)
    return say.CONFLICT(what=what, ours=ours, theirs=theirs)


def _renamed(one: "Renaming", made: Made) -> str:
    """Say which number something new got because its own is taken; ids of items are not printed."""
    letter, number = _LETTERS.get(one.kind, ""), made.after.number
    if not letter:
        return ""
    return say.NOW_NUMBERED(before=f"{letter}{number}-{one.before}", after=f"{letter}{number}-{one.after}")
