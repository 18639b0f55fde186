"""`scm index`: the index of a large archive, for those who want to look after it."""

from typing import TYPE_CHECKING, Final

import typer

from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import Showing, takes
from scm_cli.errors import ScmError
from scm_cli.locale import help_top
from scm_cli.locale import index as say

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.archive.index.index import Index

app = noun(help_top.INDEX_SHORT)
_ATTEMPTS: Final = 3
"""How often an index is filled that others throw away or fill at the same time."""


@verb(app, "status", say.STATUS, "scm index status\nscm index status --json")
@takes
def status(ctx: typer.Context, how: Showing) -> None:
    """Say where the index is and whether it is up to date."""
    from scm_cli.formats.rows import document
    from scm_cli.terminal import cells, joined

    own = desk(ctx)
    archive = own.archive()
    known = _known(archive, off=bool(own.terminal.environ.get("SCM_NO_INDEX")))
    if how.json:
        own.terminal.write(document(known))
        return
    state, size = str(known["state"]), known["size"]
    facts = {
        say.PATH(): known["path"],
        say.STATE(): say.STATES[state](n=archive.indexed_from),
        say.SESSIONS(): known["sessions"],
        say.SIZE(): None if size is None else say.MEGABYTES(n=f"{int(str(size)) / 1_000_000:.1f}"),
    }
    shown = {name: value for name, value in facts.items() if value is not None}
    width = max(map(cells, shown))
    lines = [f"{own.terminal.bold(name)}{'':{width - cells(name)}}  {value}" for name, value in shown.items()]
    own.terminal.write(joined(lines))


def _known(archive: "Archive", *, off: bool) -> dict[str, object]:
    """Return what is known of an archive's index, perhaps switched off, without changing it."""
    from scm_cli.archive.index.index import Index

    known: dict[str, object] = {"path": None, "state": None, "sessions": None, "size": None}
    if archive.cache is None:
        return known | {"state": "off" if off else "homeless"}
    index = Index(archive, archive.cache)
    there = index.place.path.exists()
    known |= {"path": str(index.place.path), "size": index.place.size() if there else None}
    if not there:
        return known | {"state": "missing" if archive.index else "small"}
    state, sessions = index.state()
    index.close()
    return known | {"state": state, "sessions": sessions}


@verb(app, "rebuild", say.REBUILD, "scm index rebuild")
@takes
def rebuild(ctx: typer.Context) -> int:
    """Make the index anew."""
    from scm_cli.commands.listing import told

    own = desk(ctx)
    archive = own.archive()
    index = _index(own, archive)
    _cleared(index)
    count = _filled(index)
    index.close()
    if count is None:
        raise ScmError(say.UNUSABLE(path=index.place.path), say.UNUSABLE_REMEDY())
    own.terminal.say(say.REBUILT_ONE() if count == 1 else say.REBUILT(n=count))
    return told(own, archive)


@verb(app, "clear", say.CLEAR, "scm index clear")
@takes
def clear(ctx: typer.Context) -> None:
    """Throw the index away."""
    own = desk(ctx)
    index = _index(own, own.archive())
    own.terminal.say(say.CLEARED(path=index.place.path) if _cleared(index) else say.NOTHING())


def _filled(index: "Index") -> int | None:
    """Return how many sessions are in the index, None where it cannot be filled, whatever others do to it meanwhile."""
    counts = (index.count() for _ in range(_ATTEMPTS))
    return next((count for count in counts if count is not None), None)


def _index(own: Desk, archive: "Archive") -> "Index":
    """Return the archive's index, even where the archive is small; raises `ScmError` where there can be none."""
    from scm_cli.archive.index.index import Index

    if archive.cache is None:
        if own.terminal.environ.get("SCM_NO_INDEX"):
            raise ScmError(say.OFF(), say.OFF_REMEDY())
        raise ScmError(say.NO_FOLDER(), say.NO_FOLDER_REMEDY())
    return Index(archive, archive.cache)


def _cleared(index: "Index") -> bool:
    """Take the index away, those of other versions too; return whether there was one."""
    try:
        others = index.place.others()
        for other in others:
            other.unlink(missing_ok=True)
        return index.place.discard() or bool(others)
    except OSError as error:
        raise ScmError(say.UNUSABLE(path=index.place.path), say.UNUSABLE_REMEDY()) from error
