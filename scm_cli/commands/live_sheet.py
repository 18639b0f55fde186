"""The session of a live run on the disk: each line is one guarded save, and can be taken back."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scm_cli.archive.sources import source
from scm_cli.commands.desk import Desk
from scm_cli.commands.live_aside import Waiting
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
        own: leads to the archive.
        stored: the session at the beginning.
        how: whether to write nothing; then lines go on from what they would have done.
    """

    def __init__(self, own: Desk, stored: "StoredSession", how: Writing) -> None:
        self.own = own
        self.ref = stored.ref
        self.dry_run = how.dry_run
        self.session = stored.value
        self.current = course.treated(stored.value, "")
        self.steps: list[Step] = []

    def archive(self) -> "Archive":
        """Open the archive anew, so that people and groups are as they are now."""
        return self.own.archive(dry_run=self.dry_run)

    def save(self, one: Waiting) -> Done:
        """Carry a line out on the session as it is now, and save it.

        Raises:
            ScmError: the session cannot be read, changed or written.
        """
        archive = self.archive()
        with archive.lock():
            stored = self._load(archive)
            room = self._room(archive, stored, one)
            done = carried_out(one.line, room)
            try:
                archive.save(stored, done.session)
            except ScmError as error:
                if type(error) is not ScmError or done.fault:
                    raise
                done = kept(one.line, room, error)  # whatever it was that no file can hold, the words can be kept
                archive.save(stored, done.session)
        self.steps.append(Step(one.line, room.session, done.session, room.current))
        self.session, self.current = done.session, done.current
        return done

    def room(self, one: Waiting) -> Room:
        """Return the session as it is now, for a question about it; raises as `save`."""
        archive = self.archive()
        return self._room(archive, self._load(archive), one)

    def take_back(self) -> Line:
        """Take the last line back; return it. What others changed since stays.

        Raises:
            Conflict: others changed what the line had changed.
            ScmError: as `save`.
        """
        step = self.steps[-1]
        archive = self.archive()
        with archive.lock():
            stored = self._load(archive)
            merged = merge(step.after, self._now(stored), step.before, group=self.ref.group)
            if merged.conflicts:
                fields = ", ".join(one.name for one in merged.conflicts)
                raise Conflict(say.UNDO_CONFLICT(line=step.line.typed, fields=fields))
            archive.save(stored, merged.value)
        self.steps.pop()
        self.session, self.current = merged.value, step.current
        return step.line

    def _load(self, archive: "Archive") -> "StoredSession":
        try:
            stored = archive.session(self.ref)
        except FileNotFoundError as error:
            raise NotFound(wrong.NO_SESSION(ref=self.ref), wrong.NO_SESSION_REMEDY()) from error
        ensure_open(stored.value, self.ref)
        return stored

    def _now(self, stored: "StoredSession") -> Session:
        """Return the session as it is now, in a dry run as it would be."""
        return self.session if self.dry_run else stored.value

    def _room(self, archive: "Archive", stored: "StoredSession", one: Waiting) -> Room:
        session = self._now(stored)
        here = replace(source(archive, stored), session=session)
        current = course.treated(session, self.current)
        return Room(Printing(here, language()), current, one.at, exact=one.exact)
