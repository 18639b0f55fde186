"""Sessions with what belongs to them, as rows and documents need them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from scm_cli.archive.archive import Archive, StoredSession
from scm_cli.query.rows import Source

if TYPE_CHECKING:
    from scm_cli.model.group import Group
    from scm_cli.model.session import Session


def sources(archive: Archive, sessions: Iterable[StoredSession]) -> Iterator[Source]:
    """Yield sessions with their groups and the register; a group that cannot be read is None."""
    groups = groups_by_key(archive)
    register = archive.register
    for stored in sessions:
        yield Source(stored.ref, stored.value, groups.get(stored.ref.group), register)


def groups_by_key(archive: Archive) -> "Mapping[str, Group]":
    """Return the groups that can be read, by key."""
    keys = archive.index.groups() if archive.index else None
    if keys is None:
        return {stored.key: stored.value for stored in archive.groups()}
    from scm_cli.archive.register import OnDemand

    return OnDemand(archive, keys, archive.group)


def source(archive: Archive, stored: StoredSession) -> Source:
    """Return one session with its group and the register."""
    return next(sources(archive, [stored]))


def following(archive: Archive, here: Source) -> "Session | None":
    """Return the group's next session that was not cancelled, or None."""
    now = (here.session.date, here.session.number)
    refs = archive.index.following(here.ref.group, *now) if archive.index else None
    if refs is not None:
        return archive.session(refs[0]).value if refs else None
    later = [
        stored.value
        for stored in archive.sessions([here.ref.group])
        if (stored.value.date, stored.value.number) > now and stored.value.status != "cancelled"
    ]
    return min(later, key=lambda session: (session.date, session.number), default=None)
