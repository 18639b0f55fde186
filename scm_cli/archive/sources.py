"""Sessions with what belongs to them, as rows and documents need them."""

from collections.abc import Iterable, Iterator

from scm_cli.archive.archive import Archive, StoredSession
from scm_cli.model.session import Session
from scm_cli.query.rows import Source


def sources(archive: Archive, sessions: Iterable[StoredSession]) -> Iterator[Source]:
    """Yield sessions with their groups and the register; a group that cannot be read is None."""
    groups = {stored.key: stored.value for stored in archive.groups()}
    for stored in sessions:
        yield Source(stored.ref, stored.value, groups.get(stored.ref.group), archive.register)


def source(archive: Archive, stored: StoredSession) -> Source:
    """Return one session with its group and the register."""
    return next(sources(archive, [stored]))


def following(archive: Archive, here: Source) -> Session | None:
    """Return the group's next session that was not cancelled, or None."""
    now = (here.session.date, here.session.number)
    later = [
        stored.value
        for stored in archive.sessions([here.ref.group])
        if (stored.value.date, stored.value.number) > now and stored.value.status != "cancelled"
    ]
    return min(later, key=lambda session: (session.date, session.number), default=None)
