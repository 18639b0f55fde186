"""`scm merge-file`: two versions of a file become one, by hand or called by git."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated

import typer

from scm_cli.commands.desk import desk
from scm_cli.commands.framework import single, verb
from scm_cli.commands.infile import file_bytes
from scm_cli.errors import Conflict
from scm_cli.locale import errors as wrong
from scm_cli.locale import merging as say

app = single()


@verb(app, "merge-file", say.MERGE_FILE, "scm merge-file base.toml ours.toml theirs.toml --path attendees/jana.toml")
def merge_file(
    ctx: typer.Context,
    base: Annotated[str, typer.Argument(metavar="BASE", help=say.BASE())],
    ours: Annotated[str, typer.Argument(metavar="OURS", help=say.OURS())],
    theirs: Annotated[str, typer.Argument(metavar="THEIRS", help=say.THEIRS())],
    path: Annotated[str, typer.Option("--path", metavar="PATH", help=say.WHERE())] = "",
    stdout: Annotated[bool, typer.Option("--stdout", "-p", help=say.STDOUT())] = False,
    marker_size: Annotated[str, typer.Option("--marker-size", hidden=True)] = "",  # noqa: ARG001 — git's %L
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=say.QUIET())] = False,
) -> int:
    """Merge a file."""
    from scm_cli.archive.merging import merged_file
    from scm_cli.commands.merge.told import conflicts, renamings
    from scm_cli.model.sides import Sides

    terminal = desk(ctx).terminal
    shown = path or ours
    names = Sides(base, ours, theirs)
    sides = Sides(say.SIDE_BASE(path=path), say.SIDE_OURS(path=path), say.SIDE_THEIRS(path=path)) if path else names
    with nullcontext() if stdout else _held(ours):
        files = Sides(*map(file_bytes, names, sides))
        made = merged_file(files, sides, shown)
        if not stdout:
            _write(ours, files.ours, made.data)
    if stdout:
        terminal.write(made.data.decode())
    for sentence in () if quiet else renamings(made.merged, shown):
        terminal.say(sentence)
    for sentence in conflicts(made.merged, shown, by_git=bool(path)):
        terminal.say(sentence)
    return 1 if made.merged.conflicts else 0


def _held(name: str) -> AbstractContextManager[None]:
    """Return the lock of the archive in which a file is written; of none where it lies elsewhere."""
    from scm_cli.archive.files import Files
    from scm_cli.archive.finding import around
    from scm_cli.archive.merging import placed

    full = Path(name).absolute()
    root = around(full)
    inside = root is not None and (full.parent == root or placed(full.relative_to(root).as_posix()) is not None)
    return Files(root).lock() if root and inside else nullcontext()


def _write(name: str, before: bytes, data: bytes) -> None:
    """Replace a file's bytes; raises `Conflict` where they are no longer as they were read."""
    from scm_cli.archive.files import Files

    if file_bytes(name) != before:
        raise Conflict(wrong.CHANGED_MEANWHILE(path=name), wrong.CHANGED_MEANWHILE_REMEDY())
    if data != before:
        Files(Path(name).parent).write(Path(Path(name).name), data)
