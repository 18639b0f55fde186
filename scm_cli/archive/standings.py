"""How sessions stand, and how much is wrong with an archive: from its index, else from its files."""

from collections.abc import Sequence
from functools import partial

from scm_cli.archive.archive import Archive
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session

Outlines = dict[str, dict[SessionRef, Session]]
"""By group, its sessions as far as they decide on how it stands."""


def standings(archive: Archive, groups: Sequence[str]) -> tuple[Outlines, int]:
    """Return the outlines of the sessions of groups, and how many faults the whole archive has."""
    if archive.index:
        from scm_cli.archive.index.standing import standing

        found = archive.index.ask(None, partial(standing, archive, groups))
        if found is not None:
            return found
    from scm_cli.archive.faults import findings
    from scm_cli.archive.sources import sources
    from scm_cli.query.outlines import outline_of

    outlines: Outlines = {key: {} for key in groups}
    for source in sources(archive, archive.sessions()):
        if source.ref.group in outlines:
            outlines[source.ref.group][source.ref] = outline_of(source)
    return outlines, len(findings(archive))
