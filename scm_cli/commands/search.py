"""`scm search`: words anywhere in the sessions."""

from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.filtering import InternalFilter, SessionFilters
from scm_cli.commands.framework import single, verb
from scm_cli.commands.listing import home_group, short_ref, show_list, shown
from scm_cli.commands.options import Listing, takes
from scm_cli.locale import help_search as help_
from scm_cli.locale import search as say
from scm_cli.locale import words

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.formats.hits import Look
    from scm_cli.query.rows import Row

app = single()


@verb(
    app,
    "search",
    help_.SEARCH,
    "scm search haltestelle\n"
    "scm search '\"digitale Haltestellen\"' --kind item\n"
    "scm search 'smart* !forst' --year 2022 --json",
)
@takes
def search(
    ctx: typer.Context,
    filters: SessionFilters,
    internal: InternalFilter,
    how: Listing,
    query: Annotated[list[str], typer.Argument(metavar="QUERY", help=help_.QUERY(), show_default=False)],
) -> int:
    """Print what was found."""
    from scm_cli.archive.searched import Searched
    from scm_cli.query.fields import HIT
    from scm_cli.query.search.terms import read_query

    own = desk(ctx)
    wanted = read_query(query)
    archive = own.archive()
    kept = filters.filters(own.today)._replace(internal=internal.internal)
    found = Searched(archive, wanted)
    return show_list(ctx, archive, found, HIT, kept, how, drawn=lambda *of: _drawn(own, *of))


def _drawn(own: Desk, archive: "Archive", rows: "list[Row]") -> str:
    from scm_cli.formats.hits import hit_lines
    from scm_cli.terminal import joined

    look = _look(own, home_group(archive))
    return joined(line for row in rows for line in hit_lines(row, look))


def _look(own: Desk, home: str) -> "Look":
    from scm_cli.formats.hits import Look
    from scm_cli.terminal import cells, cut

    def place(row: "Row") -> str:
        values = row.values
        ref = short_ref(values["ref"], row, home)
        top = say.ITEM(top=values["top"]) if values["top"] and values["kind"] != "item" else ""
        kind = words.VALUES["session"]() if values["kind"] == "session" and not values["title"] else ""
        return "".join(f"{part}  " for part in (ref, shown("date", values["date"]), top or kind) if part)

    terminal = own.terminal
    return Look(terminal.width, cells, cut, terminal.mark, place, say.INTERNAL())
