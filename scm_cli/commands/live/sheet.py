"""The session of a live run on the disk: each line is one guarded save, and can be taken back."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scm_cli.archive.sources import source
from scm_cli.commands.live.aside import Waiting
from scm_cli.commands.options import Writing
from scm_cli.errors import Conflict, NotFound, ScmError
from scm_cli.locale import errors as wrong
from scm_cli.locale import language
from scm_cli.locale import live as say
from scm_cli.model import course
from scm_cli.model.guard import ensure_open
from scm_cli.model.merge import merge
from scm_cli.model.session import Session
from scm_cli.notation.context import Printing
from scm_cli.notation.live.doing import carried_out
from scm_cli.notation.live.lines import Line
from scm_cli.notation.live.record import kept
from scm_cli.notation.live.room import Done, Room

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, StoredSession


@dataclass(frozen=True)
class Step:
    """A line that was saved: the session before and after it, and the item treated before."""

    line: Line
    before: Session
    after: Session
    current: str


class Sheet:
    """A session that lines are written into; it is read anew for every line, for others may write in it too.

    Args:
        archive: where it lies.
        stored: the session at the beginning.
        how: whether to write nothing; then lines go on from what they would have done.
    """

    def __init__(self, archive: "Archive", stored: "StoredSession", how: Writing) -> None:
        self.archive = archive
        self.ref = stored.ref
        self.dry_run = how.dry_run
        self.session = stored.value
        self.current = course.treated(stored.value, "")
        self.steps: list[Step] = []

    def save(self, one: Waiting) -> Done:
        """Carry a line out on the session as it is now, and save it.

        Raises:
            ScmError: the session cannot be read, changed or written.
        """
        with self.archive.lock():
            stored = self._load()
            room = self._room(stored, one)
            done = carried_out(one.line, room)
            try:
                self.archive.save(stored, done.session)
            except ScmError as error:
                if type(error) is not ScmError or done.fault:
                    raise
                done = kept(one.line, room, error)  # whatever it was that no file can hold, the words can be kept
                self.archive.save(stored, done.session)
        self.steps.append(Step(one.line, room.session, done.session, room.current))
        self.session, self.current = done.session, done.current
        return done

    def room(self, one: Waiting) -> Room:
        """Return the session as it is now, for a question about it; raises as `save`."""
        return self._room(self._load(), one)

    def take_back(self) -> Line:
        """Take the last line back; return it. What others changed since stays.

        Raises:
            Conflict: others changed what the line had changed.
            ScmError: as `save`.
        """
        step = self.steps[-1]
        with self.archive.lock():
            stored = self._load()
            merged = merge(step.after, self._now(stored), step.before, group=self.ref.group)
            if merged.conflicts:
                fields = ", ".join(one.name for one in merged.conflicts)
                raise Conflict(say.UNDO_CONFLICT(line=step.line.typed, fields=fields))
            self.archive.save(stored, merged.value)
        self.steps.pop()
        self.session, self.current = merged.value, step.current
        return step.line

    def _load(self) -> "StoredSession":
        self.archive.refresh()
        try:
            stored = self.archive.session(self.ref)
        except FileNotFoundError as error:
            raise NotFound(wrong.NO_SESSION(ref=self.ref), wrong.NO_SESSION_REMEDY()) from error
        ensure_open(stored.value, self.ref)
        return stored

    def _now(self, stored: "StoredSession") -> Session:
        """Return the session as it is now, in a dry run as it would be."""
        return self.session if self.dry_run else stored.value

    def _room(self, stored: "StoredSession", one: Waiting) -> Room:
        session = self._now(stored)
        here = replace(source(self.archive, stored), session=session)
        current = course.treated(session, self.current)
        return Room(Printing(here, language()), current, one.at, exact=one.exact)
