"""`scm schema`: the file format as JSON Schema, for editors and scripts."""

from typing import Annotated

import typer

from scm_cli.commands.desk import desk
from scm_cli.commands.framework import single, verb
from scm_cli.errors import UsageFault
from scm_cli.locale import help_top as help_
from scm_cli.locale import usage

app = single()


@verb(app, "schema", help_.SCHEMA, "scm schema session\nscm schema group")
def schema(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="scm|group|attendee|session", help=help_.SCHEMA_KIND())] = "session",
) -> None:
    """Print the JSON Schema of one kind of file."""
    from scm_cli.archive.schema import FILES
    from scm_cli.archive.schema import schema as made
    from scm_cli.formats.rows import document

    if kind not in FILES:
        raise UsageFault(usage.UNKNOWN_FILTER(option="KIND", value=kind), usage.KNOWN(values=", ".join(FILES)))
    desk(ctx).terminal.write(document(made(kind)))
