"""The calendar: weeks, months, quarters and years as first and last day, and steps between days.

What is not in the calendar raises ValueError or OverflowError, as the functions of `datetime` do.
"""

import calendar
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta

from scm_cli.locale.dates import Unit

Span = tuple[date, date]

MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
# Leap days are at most eight years apart, weeks with the number 53 at most seven.
REACH = 9


def month_span(year: int, month: int) -> Span:
    """Return the first and the last day of a month."""
    first = date(year, month, 1)
    return first, first.replace(day=calendar.monthrange(year, month)[1])


def quarter_span(year: int, quarter: int) -> Span:
    """Return the first and the last day of a quarter, counted from 1."""
    return date(year, 3 * quarter - 2, 1), month_span(year, 3 * quarter)[1]


def year_span(year: int) -> Span:
    """Return the first and the last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def week_span(year: int, week: int) -> Span:
    """Return Monday and Sunday of a week as ISO 8601 counts them."""
    monday = date.fromisocalendar(year, week, 1)
    return monday, monday + timedelta(days=6)


def span_around(day: date, unit: Unit) -> Span:
    """Return the whole week, month, quarter or year in which a day lies; a day is its own span."""
    match unit:
        case "day":
            return day, day
        case "week":
            return week_span(*day.isocalendar()[:2])
        case "month":
            return month_span(day.year, day.month)
        case "quarter":
            return quarter_span(day.year, (day.month + 2) // 3)
        case "year":
            return year_span(day.year)


def step(day: date, unit: Unit, count: int) -> date:
    """Return the day `count` units later (earlier if negative), clipped to the end of its month."""
    if unit in MONTHS_IN:
        return _add_months(day, count * MONTHS_IN[unit])
    return day + timedelta(days=count * (7 if unit == "week" else 1))


def _add_months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = month_span(year, month + 1)[1]
    return last.replace(day=min(day.day, last.day))


def nearest(make: Callable[[int], Span], today: date, *, past: bool) -> Span:
    """Return the span of the year nearest to today in which it exists; one around today counts.

    Args:
        make: gives the span of one year, raises ValueError or OverflowError where that year has none.
        today: the day from which it is looked.
        past: look back for one that has begun, else look ahead for one that has not ended.

    Raises:
        ValueError: no year has such a span.
    """
    # A week may belong to the year before or after that of its days: one year more is looked at.
    turn = -1 if past else 1
    for year in range(today.year - turn, today.year + turn * (REACH + 1), turn):
        span = _existing(make, year)
        if span and (span[0] <= today if past else span[1] >= today):
            return span
    raise ValueError


def _existing(make: Callable[[int], Span], year: int) -> Span | None:
    if not MINYEAR <= year <= MAXYEAR:
        return None
    try:
        return make(year)
    except (ValueError, OverflowError):
        return None
