"""Months, quarters, weeks and years as they are written out."""

from re import Match
from typing import Final

from scm_cli.dates.asked import Asked, Form, full_year
from scm_cli.dates.spans import Span, month_span, quarter_span, week_span, year_span
from scm_cli.dates.words import LONG_YEAR, NUMBER, WORD, YEAR, find, one_of
from scm_cli.locale import dates as say


def _year(match: Match[str], _: Asked) -> Span:
    return year_span(int(match["year"]))


def _month(match: Match[str], _: Asked) -> Span:
    return month_span(int(match["year"]), int(match["month"]))


def _named_month(match: Match[str], asked: Asked) -> Span | None:
    month = find(match["month"], say.MONTH_WORDS)
    if not month:
        return None
    if match["year"]:
        return month_span(int(match["year"]), month)
    return asked.nearest(lambda year: month_span(year, month))


def _counted(match: Match[str], asked: Asked) -> Span | None:
    """Read `Q4 2022`, `KW 47`: the number of a week or quarter in a year, the nearest one without a year."""
    unit = find(match["unit"], say.COUNTED_WORDS)
    if not unit:
        return None
    make = week_span if unit == "week" else quarter_span
    number = int(match["number"])
    if match["year"]:
        return make(full_year(match["year"]), number)
    return asked.nearest(lambda year: make(year, number))


_ENDING: Final = one_of(say.ORDINAL_ENDINGS)

PERIOD_FORMS: Final[tuple[Form, ...]] = (
    (rf"(?P<year>{LONG_YEAR})", _year),
    (rf"(?P<year>{LONG_YEAR})-(?P<month>{NUMBER})", _month),
    (rf"(?P<month>{NUMBER}) ?[/.] ?(?P<year>{LONG_YEAR})", _month),
    (rf"(?P<month>{WORD})\.?(?: (?P<year>{LONG_YEAR}))?", _named_month),
    (rf"(?P<unit>{WORD}) ?(?P<number>{NUMBER})(?: ?[ /-] ?(?P<year>{YEAR}))?", _counted),
    (rf"(?P<year>{LONG_YEAR})(?: |-)?(?P<unit>{WORD}) ?(?P<number>{NUMBER})", _counted),
    (rf"(?P<number>{NUMBER})(?:\.|{_ENDING}) ?(?P<unit>{WORD})(?: (?P<year>{YEAR}))?", _counted),
)
