"""`scm merge-file`: two versions of a file become one, by hand or called by git."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scm_cli.commands.desk import desk
from scm_cli.commands.framework import single, verb
from scm_cli.commands.infile import file_bytes
from scm_cli.locale import merging as say

if TYPE_CHECKING:
    from scm_cli.model.merge import Renaming
    from scm_cli.model.table import Table

app = single()
_LETTERS = {"decisions": "B", "elections": "W", "tasks": "A"}


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
    from scm_cli.model.sides import Sides

    own = desk(ctx)
    files = Sides(base, ours, theirs)
    shown = path or ours
    made = merged_file(
        files.of(file_bytes), files.of(lambda name: f"{shown} ({Path(name).name})" if path else name), shown
    )
    if stdout:
        own.terminal.write(made.data.decode())
    elif made.data != file_bytes(ours):
        _write(ours, made.data)
    for one in () if quiet else made.merged.renamed:
        own.terminal.say(_renamed(one, made.merged.value, shown))
    for conflict in made.merged.conflicts:
        states = {name: _brief(getattr(conflict, name)) for name in ("base", "ours", "theirs")}
        own.terminal.say(say.CONFLICT(name=conflict.name or shown, **states))
    if made.merged.conflicts:
        own.terminal.say(say.OURS_STAYS(path=shown))
    return 1 if made.merged.conflicts else 0


def _write(name: str, data: bytes) -> None:
    from scm_cli.archive.files import Files

    Files(Path(name).parent).write(Path(Path(name).name), data)


def _renamed(one: "Renaming", value: "Table", path: str) -> str:
    """Say that something new of theirs has another name now."""
    if one.kind == "agenda":
        return say.NEW_ID(path=path, before=one.before, after=one.after)
    if letter := _LETTERS.get(one.kind):
        session = getattr(value, "number", 0)
        return say.NEW_NUMBER(
            path=path, before=f"{letter}{session}-{one.before}", after=f"{letter}{session}-{one.after}"
        )
    text = say.ATTACHMENT if one.kind == "attachments" else say.AMENDMENT
    return say.NEW_NUMBER(path=path, before=text(n=one.before), after=text(n=one.after))


def _brief(value: Any) -> str:
    """Return a value of a conflict in a few words."""
    from scm_cli.model.kinds import shown
    from scm_cli.model.table import Table

    if value is None or value == ():
        return say.NOTHING()
    if isinstance(value, tuple):
        first = _brief(value[0])
        return say.SEVERAL(first=first, n=len(value) - 1) if len(value) > 1 else first
    if isinstance(value, Table):
        names = ("title", "text", "name", "office", "who", "by", "from_", "group", "head", "on")
        return _brief(next((found for name in names if (found := getattr(value, name, None))), repr(value)))
    return shown(value)
