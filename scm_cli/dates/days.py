"""Days as they are written out: with numbers, with the name of the month, as in ISO 8601."""

from datetime import date
from re import Match
from typing import Final

from scm_cli.dates.asked import Asked, Form, full_year
from scm_cli.dates.spans import Span
from scm_cli.dates.words import LONG_YEAR, NUMBER, WORD, YEAR, find, one_of
from scm_cli.locale import dates as say


def _in_year(day: int, month: int, year: int) -> Span:
    found = date(year, month, day)
    return found, found


def _day(day: str, month: int, year: str | None, asked: Asked) -> Span:
    if year is None:
        return asked.nearest(lambda nearby: _in_year(int(day), month, nearby))
    return _in_year(int(day), month, full_year(year))


def _numbers(match: Match[str], asked: Asked) -> Span:
    return _day(match["day"], int(match["month"]), match["year"], asked)


def _no_year(match: Match[str], asked: Asked) -> Span:
    return _day(match["day"], int(match["month"]), None, asked)


def _named(match: Match[str], asked: Asked) -> Span | None:
    month = find(match["month"], say.MONTH_WORDS)
    return _day(match["day"], month, match["year"], asked) if month else None


def _month_first(match: Match[str], asked: Asked) -> Span | None:
    """Read English with the month first, which needs a full year or an ending such as `25th`."""
    month = find(match["month"], say.MONTH_WORDS)
    if not month:
        return None
    if not match["year"] and not match["ending"]:
        raise asked.fault(say.DAY_OR_YEAR)
    return _day(match["day"], month, match["year"], asked)


def _slashes(_: Match[str], asked: Asked) -> Span:
    raise asked.fault(say.SLASHES)


_ENDING: Final = one_of(say.ORDINAL_ENDINGS)

DAY_FORMS: Final[tuple[Form, ...]] = (
    (rf"(?P<day>{NUMBER})\. ?(?P<month>{NUMBER})\. ?(?P<year>{YEAR})", _numbers),
    (rf"(?P<day>{NUMBER})\. ?(?P<month>{NUMBER})\.?", _no_year),
    (rf"(?P<year>{LONG_YEAR})-(?P<month>{NUMBER})-(?P<day>{NUMBER})", _numbers),
    (rf"(?P<day>{NUMBER})(?:\.|{_ENDING})? ?(?P<month>{WORD})\.?,?(?: ?(?P<year>{YEAR}))?", _named),
    (
        rf"(?P<month>{WORD})\.? (?P<day>{NUMBER})(?P<ending>{_ENDING})?,?(?: (?P<year>{LONG_YEAR}))?",
        _month_first,
    ),
    (rf"{NUMBER}/{NUMBER}|{NUMBER}/{NUMBER}/(?:{YEAR})|{LONG_YEAR}/{NUMBER}(?:/{NUMBER})?", _slashes),
)
