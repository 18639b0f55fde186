"""From rows to what a list prints: a table for people, TSV for pipes, machine formats on request."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.filtering import InternalFilter, SessionFilters
from scm_cli.commands.numbers import whole_number
from scm_cli.commands.options import Listing
from scm_cli.errors import BadData, UsageFault
from scm_cli.locale import Text, language, words
from scm_cli.locale import terminal as counted
from scm_cli.locale import usage as say

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, StoredSession
    from scm_cli.archive.listed import Listed
    from scm_cli.query.fields import Noun
    from scm_cli.query.filters import Filters
    from scm_cli.query.order import Order
    from scm_cli.query.rows import Row, Source

T = TypeVar("T")
_REFS = frozenset({"ref", "session", "item", "replaces", "replaced_by"})
_CODES = frozenset({"status", "kind", "state", "mode", "capacity", "via", "at", "result", "method", "majority"})


def sessions_named(own: Desk, archive: "Archive", typed: str, groups: list[str] | None) -> "Iterable[StoredSession]":
    """Return the one session typed, else all; raises as a reference does."""
    if not typed:
        return archive.sessions()
    return [own.resolver(archive, (groups or [""])[0]).session(typed)]


def show_rows(
    ctx: typer.Context,
    session: str,
    filters: SessionFilters,
    internal: InternalFilter,
    how: Listing,
    noun: "Noun",
    rows_of: "Callable[[Source], list[Row]]",
    *,
    kept: str = "",
    finish: "Callable[[Row], Row | None] | None" = None,
    listed: "Callable[[Archive], Listed] | None" = None,
) -> int:
    """Print the rows of one or all sessions, of which the index keeps those of a noun; return the exit code.

    What an index cannot know `finish` puts into a row; where it returns None the row is taken out. Where all that
    takes more, `listed` gives the rows of all sessions.
    """
    from scm_cli.archive.listed import Listed
    from scm_cli.archive.sources import sources

    own = desk(ctx)
    archive = own.archive()
    wanted = filters.filters(own.today)._replace(internal=internal.internal)
    if not session:
        everything = listed(archive) if listed else Listed(archive, kept, rows_of, finish)
        return show_list(ctx, archive, everything, noun, wanted, how)
    found = sessions_named(own, archive, session, filters.group)
    rows = (row for source in sources(archive, found) for row in rows_of(source))
    return show_list(ctx, archive, rows, noun, wanted, how)


def show_list(
    ctx: typer.Context,
    archive: "Archive",
    rows: "Iterable[Row] | Listed",
    noun: "Noun",
    filters: "Filters",
    how: Listing,
    *,
    drawn: "Callable[[Archive, list[Row]], str] | None" = None,
) -> int:
    """Print a list; return its exit code, 4 where a file could not be read.

    Args:
        ctx: the run.
        archive: where the rows come from.
        rows: what can be listed.
        noun: what they are.
        filters: which of them.
        how: sorted, cut off and written how.
        drawn: how people see the rows where they chose no fields, if not as a table.
    """
    from scm_cli.archive.listed import Listed
    from scm_cli.formats.rows import FORMATS
    from scm_cli.query.fields import chosen
    from scm_cli.query.order import Order

    filters = filters.checked(noun)
    order = Order(how.sort, how.reverse, limit_typed(how.limit))
    output = _format(how)
    usual = noun.fields if output in ("json", "jsonl", "csv") else noun.columns
    fields = chosen(noun, how.fields) if how.fields else usual
    own = desk(ctx)
    if isinstance(rows, Listed):
        plain = not own.terminal.shows and output in ("", "tsv")
        if plain and (lines := rows.lines(filters, fields, order)) is not None:
            own.terminal.write("".join(f"{line}\n" for line in lines))
            return told(own, archive)
    made = _maker(rows, filters, noun, order)
    if output or not own.terminal.shows:
        for piece in made(lambda some: FORMATS[output or "tsv"](some, fields)):
            own.terminal.write(piece)
        return told(own, archive)
    shown = list(made(iter))
    if drawn and not how.fields:
        own.terminal.page(drawn(archive, shown))
        own.terminal.say(counted.ROWS(len(shown)))
    else:
        _table(own, archive, shown, fields, noun)
    return told(own, archive)


def _maker(
    rows: "Iterable[Row] | Listed", filters: "Filters", noun: "Noun", order: "Order"
) -> "Callable[[Callable[[Iterable[Row]], Iterable[T]]], Iterable[T]]":
    """Return what makes something of the rows that pass filters, sorted and cut off."""
    from scm_cli.archive.listed import Listed
    from scm_cli.query.order import ordered

    if isinstance(rows, Listed):
        return partial(rows.made, filters, noun, order)
    found = ordered([row for row in rows if filters.hold_for(row)], noun, order)
    return lambda make: make(found)


def told(own: Desk, archive: "Archive") -> int:
    """Tell which files could not be read; return 4 if there are any, else 0."""
    if not archive.problems:
        return 0
    own.terminal.error(BadData(archive.problems))
    return BadData.exit_code


def limit_typed(typed: str) -> int | None:
    """Return how many rows `--limit` leaves, None for all; raises `UsageFault` where that is no number."""
    return whole_number(typed, "--limit", low=0) if typed else None


def _format(how: Listing) -> Any:
    from scm_cli.formats.rows import FORMATS

    if how.json and how.format not in ("", "json"):
        raise UsageFault(say.TOGETHER(one="--json", other=f"--format {how.format}"))
    output = "json" if how.json else how.format
    if output and output not in FORMATS:
        raise UsageFault(say.UNKNOWN_FILTER(option="--format", value=output), say.KNOWN(values=", ".join(FORMATS)))
    return output


def _table(own: Desk, archive: "Archive", rows: "list[Row]", fields: Iterable[str], noun: "Noun") -> None:
    from scm_cli.formats.table import table
    from scm_cli.terminal import cells, cut, joined

    names = list(fields)
    if rows:
        home = home_group(archive)
        header = [words.COLUMNS[name]() if name in words.COLUMNS else name.removeprefix(f"{home}/") for name in names]
        body = [[_on_one_line(_cell(name, row, home, noun)) for name in names] for row in rows]
        lines = list(table(header, body, own.terminal.width, cells, cut))
        own.terminal.page(joined([own.terminal.bold(lines[0]), *lines[1:]]))
    own.terminal.say(counted.ROWS(len(rows)))


def home_group(archive: "Archive") -> str:
    """Return the group that a bare number means; empty where none does."""
    known = archive.group_keys()
    return known[0] if len(known) == 1 else archive.settings().value.default_group or ""


def _cell(name: str, row: "Row", home: str, noun: "Noun") -> str:
    """Return a cell of the table; references stand as short as they can be typed: `7`, `7:3.2`, `B7-1`."""
    value = row.values[name]
    if name == "state":
        return _state(row, noun)
    if name not in _REFS or value is None:
        return shown("state" if "/" in name else name, value).replace("\n", " ")
    return "; ".join(short_ref(ref, row, home) for ref in (value if isinstance(value, list) else [value]))


def short_ref(ref: str, row: "Row", home: str) -> str:
    """Return a reference as short as it can be typed; `home` is the group that needs no name."""
    session, _, item = ref.partition("#")
    session = session.removeprefix(f"{home}/")
    return f"{session}:{row.values['top'] or item}" if item else session


def _on_one_line(text: str) -> str:
    """Return the text of several lines as a cell shows it."""
    return " ".join(text.split()) if "\n" in text or "\t" in text else text


def _state(row: "Row", noun: "Noun") -> str:
    """Return a row's state; „overdue“ says that it is open, and more."""
    state = shown("state", row.values["state"], words.named(noun.states))
    if not row.values.get("overdue"):
        return state
    late = words.COLUMNS["overdue"]().lower()
    return late if row.values["state"] == "open" else f"{late}, {state}"


def shown(name: str, value: Any, called: Mapping[str, Text] = words.VALUES) -> str:
    """Return a value as people read it: words and dates in their language.

    Args:
        name: the field.
        value: its value.
        called: what codes are called.
    """
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(shown(name, part) for part in value)
    if isinstance(value, Mapping):
        return ", ".join(shown(name, part) for part in value.values())
    if isinstance(value, bool):
        return words.VALUES[str(value).lower()]()
    if isinstance(value, (date, time)):
        return _moment(value)
    known = called if name in _CODES else {}
    return known[value]() if value in known else str(value)


def _moment(value: date | time) -> str:
    from scm_cli.dates import show_clock, show_day

    lang = language()
    return show_day(value, lang) if isinstance(value, date) else show_clock(value, lang)
