"""`scm attendance list --matrix`: people by sessions."""

import typer

from scm_cli.commands.desk import desk
from scm_cli.commands.filtering import SessionFilters
from scm_cli.commands.listing import sessions_named, show_list
from scm_cli.commands.options import Listing


def show_matrix(ctx: typer.Context, session: str, filters: SessionFilters, how: Listing) -> int:
    """Print who did what at the sessions that pass the filters about sessions; return the exit code."""
    from scm_cli.archive.listed import chosen
    from scm_cli.archive.sources import sources
    from scm_cli.query.fields import SESSION
    from scm_cli.query.filters import Filters
    from scm_cli.query.matrix import matrix
    from scm_cli.query.rows import facts

    own = desk(ctx)
    archive = own.archive()
    wanted = filters.filters(own.today)
    about_people = Filters(
        attendee=wanted.attendee, organisation=wanted.organisation, kind=wanted.kind, state=wanted.state
    )
    about_sessions = wanted._replace(attendee=(), organisation=(), kind=(), state=(), attended=False)
    found = chosen(archive, about_sessions.checked(SESSION))
    if session:
        named = sources(archive, sessions_named(own, archive, session, filters.group))
        found = (source for source in named if about_sessions.session(facts(source)))
    noun, rows = matrix(found)
    return show_list(ctx, archive, rows, noun, about_people, how)
