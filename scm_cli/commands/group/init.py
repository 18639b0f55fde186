"""`scm init`: an archive with its first group."""

from pathlib import Path
from typing import Annotated

import typer

from scm_cli.archive.typed import apply
from scm_cli.commands.desk import desk
from scm_cli.commands.framework import single, verb
from scm_cli.commands.group.group import GroupFields
from scm_cli.commands.options import Writing, takes
from scm_cli.commands.saying import told
from scm_cli.locale import changes as say
from scm_cli.locale import help_top as help_

app = single()


@verb(app, "init", help_.INIT, 'scm init archive --name "AG Beispielregion" --place Musterstadt')
@takes
def init(
    ctx: typer.Context,
    values: GroupFields,
    how: Writing,
    folder: Annotated[str, typer.Argument(metavar="DIR", help=help_.INIT_DIR())] = "",
    name: Annotated[str, typer.Option("--name", metavar="TEXT", help=help_.INIT_NAME())] = "",
    key: Annotated[str, typer.Option("--key", metavar="KEY", help=help_.INIT_KEY())] = "",
) -> None:
    """Make an archive."""
    from scm_cli.commands.group.founding import Founding, ensure_free, found_archive, group_key
    from scm_cli.model.group import Group

    own = desk(ctx)
    path = Path(folder or own.data or ".")
    ensure_free(path)
    name = name or own.terminal.ask(help_.INIT_NAME(), "--name")
    group = apply(Group(name=""), {"name": name, **values.given()}, own.today)
    found_archive(path, Founding(group_key(group.name, key), group), dry_run=how.dry_run)
    told(own, how, say.ARCHIVE_MADE, path=path)
