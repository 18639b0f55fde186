"""`scm session list` and `show`, on their own because most days need no more of sessions."""

from typing import Annotated

import typer

from scm_cli.commands.complete import sessions
from scm_cli.commands.desk import desk
from scm_cli.commands.filtering import InternalFilter, SessionFilters
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import InGroup, Listing, Showing, takes
from scm_cli.locale import help_session as help_
from scm_cli.locale import help_top

app = noun(help_top.SESSION)

Session = Annotated[str, typer.Argument(metavar="SESSION", help=help_.ARGUMENT(), autocompletion=sessions)]


@verb(
    app,
    "list",
    help_top.LIST,
    "scm session list\nscm list --year 2022 --json\nscm list --from 2022 --place cottbus",
)
@takes
def list_sessions(ctx: typer.Context, filters: SessionFilters, internal: InternalFilter, how: Listing) -> int:
    """List sessions."""
    from scm_cli.archive.listed import Listed
    from scm_cli.commands.listing import show_list
    from scm_cli.query.fields import SESSION
    from scm_cli.query.rows import session_row

    own = desk(ctx)
    archive = own.archive()
    wanted = filters.filters(own.today)._replace(internal=internal.internal)
    rows = Listed(archive, "session", lambda source: [session_row(source)])
    return show_list(ctx, archive, rows, SESSION, wanted, how)


@verb(app, "show", help_top.SHOW, "scm session show 1\nscm show last --json")
@takes
def show(ctx: typer.Context, session: Session, group: InGroup, how: Showing) -> int:
    """Show a session."""
    from scm_cli.commands.showing import show_session

    return show_session(desk(ctx), session, group.group, json=how.json)
