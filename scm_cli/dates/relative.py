"""Days and periods as they are named from today: yesterday, next week, in two months, Tuesday."""

from datetime import date, timedelta
from re import Match
from typing import Final

from scm_cli.dates.asked import Asked, Form
from scm_cli.dates.spans import Span, span_around, step
from scm_cli.dates.words import WORD, find
from scm_cli.locale import dates as say


def _day_word(match: Match[str], asked: Asked) -> Span | None:
    offset = find(match[0], say.DAY_WORDS)
    return None if offset is None else _moved(asked.today, offset)


def _weekday(match: Match[str], asked: Asked) -> Span | None:
    weekday = find(match["weekday"], say.WEEKDAY_WORDS)
    if weekday is None:
        return None
    away = weekday - asked.today.weekday()
    return _moved(asked.today, -(-away % 7) if asked.past else away % 7)


def _which(match: Match[str], asked: Asked) -> Span | None:
    """Read `last week`, `nächsten Dienstag`; `this tuesday` may have passed and is not understood."""
    which = find(match["which"], say.WHICH_WORDS)
    if which is None:
        return None
    unit = find(match["unit"], say.UNIT_WORDS)
    if unit and unit != "day":
        return span_around(step(asked.today, unit, which), unit)
    weekday = find(match["unit"], say.WEEKDAY_WORDS)
    return _beside(asked.today, weekday, which) if weekday is not None and which else None


def _beside(today: date, weekday: int, which: int) -> Span:
    """Return the weekday strictly after today (`which` 1) or strictly before it (-1)."""
    away = which * (weekday - today.weekday()) % 7
    return _moved(today, which * (away or 7))


def _sign_first(match: Match[str], asked: Asked) -> Span | None:
    return _distance(match, asked, find(match["sign"], say.SIGN_WORDS))


def _sign_last(match: Match[str], asked: Asked) -> Span | None:
    return _distance(match, asked, find(match["sign"], say.LAST_SIGN_WORDS))


def _distance(match: Match[str], asked: Asked, sign: int | None) -> Span | None:
    unit = find(match["unit"], say.UNIT_WORDS)
    count = _number(match["count"])
    if sign is None or unit is None or count is None:
        return None
    day = step(asked.today, unit, sign * count)
    return day, day


def _number(typed: str) -> int | None:
    return int(typed) if typed.isdecimal() else find(typed, say.NUMBER_WORDS)


def _moved(day: date, days: int) -> Span:
    moved = day + timedelta(days=days)
    return moved, moved


_DISTANCE: Final = rf"(?P<count>[0-9]{{1,5}}|{WORD}) (?P<unit>{WORD})"

RELATIVE_FORMS: Final[tuple[Form, ...]] = (
    (rf"{WORD}(?: {WORD}){{0,3}}", _day_word),
    (rf"(?P<weekday>{WORD})\.?", _weekday),
    (rf"(?P<which>{WORD}) (?P<unit>{WORD})", _which),
    (rf"(?P<sign>{WORD}) {_DISTANCE}", _sign_first),
    (rf"{_DISTANCE} (?P<sign>{WORD})", _sign_last),
)
