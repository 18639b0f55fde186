"""The filters as options: one set for every list and for `export`."""

from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scm_cli.commands.numbers import whole_number
from scm_cli.commands.options import Options, option_set
from scm_cli.locale import options as help_

if TYPE_CHECKING:
    from scm_cli.query.filters import Filters


def many(*names: str, metavar: str, text: Any) -> Any:
    """Return a filter of which several values are alternatives."""
    return typer.Option(*names, metavar=metavar, help=text())


@option_set(frozen=True)
class SessionFilters(Options):
    """The filters about sessions."""

    group: Annotated[list[str] | None, many("--group", "-g", metavar="NAME", text=help_.FILTER_GROUP)] = None
    from_: Annotated[str, typer.Option("--from", metavar="DATE", help=help_.FILTER_FROM())] = ""
    to: Annotated[str, typer.Option("--to", metavar="DATE", help=help_.FILTER_TO())] = ""
    on: Annotated[list[str] | None, many("--on", metavar="DATE", text=help_.FILTER_ON)] = None
    year: Annotated[list[str] | None, many("--year", metavar="YEAR", text=help_.FILTER_YEAR)] = None
    status: Annotated[list[str] | None, many("--status", metavar="STATUS", text=help_.FILTER_STATUS)] = None
    place: Annotated[list[str] | None, many("--place", metavar="TEXT", text=help_.FILTER_PLACE)] = None
    attendee: Annotated[list[str] | None, many("--attendee", metavar="NAME", text=help_.FILTER_ATTENDEE)] = None
    attended: Annotated[bool, typer.Option("--attended", help=help_.FILTER_ATTENDED())] = False
    organisation: Annotated[
        list[str] | None, many("--organisation", metavar="TEXT", text=help_.FILTER_ORGANISATION)
    ] = None
    title: Annotated[list[str] | None, many("--title", metavar="TEXT", text=help_.FILTER_TITLE)] = None
    text: Annotated[list[str] | None, many("--text", metavar="TEXT", text=help_.FILTER_TEXT)] = None
    kind: Annotated[list[str] | None, many("--kind", metavar="KIND", text=help_.FILTER_KIND)] = None
    state: Annotated[list[str] | None, many("--state", metavar="STATE", text=help_.FILTER_STATE)] = None

    def filters(self, today: date) -> "Filters":
        """Return what the options narrow a list to; raises `UsageFault` where a date cannot be."""
        from scm_cli.query.filters import Filters

        return Filters(
            group=tuple(self.group or ()),
            first=_span(self.from_, today)[0] if self.from_ else None,
            last=_span(self.to, today)[1] if self.to else None,
            on=tuple(_span(typed, today) for typed in self.on or ()),
            years=tuple(_year(typed) for typed in self.year or ()),
            status=tuple(self.status or ()),
            place=tuple(self.place or ()),
            attendee=tuple(self.attendee or ()),
            attended=self.attended,
            organisation=tuple(self.organisation or ()),
            title=tuple(self.title or ()),
            text=tuple(self.text or ()),
            kind=tuple(self.kind or ()),
            state=tuple(self.state or ()),
        )


@option_set(frozen=True)
class InternalFilter(Options):
    """The filter about internal rows, which `export` does not have."""

    internal: Annotated[bool | None, typer.Option("--only-internal/--no-internal", help=help_.FILTER_INTERNAL())] = (
        field(default=None)
    )


def _span(typed: str, today: date) -> tuple[date, date]:
    from scm_cli.dates import read_span

    return read_span(typed, today, past=True)


def _year(typed: str) -> tuple[date, date]:
    year = whole_number(typed, "--year", high=9999)
    return date(year, 1, 1), date(year, 12, 31)
