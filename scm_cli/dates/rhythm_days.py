"""The days on which a rhythm falls."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta


def occurrences(rule: str, since: date, after: date) -> Iterator[date]:
    """Yield the days of a recurrence rule that lie after another day.

    Args:
        rule: one that `check_rhythm` has nothing against.
        since: the day from which it counts (DTSTART of RFC 5545, 3.8.2.4).
        after: the day before the first one that is wanted.
    """
    from dateutil.rrule import rrulestr

    found = rrulestr(rule, dtstart=datetime.combine(since, time()))
    for moment in found.xafter(datetime.combine(after, time())):
        yield moment.date()


def counted_from(rule: str, base: date) -> date:
    """Return the first day from `base` on that a rhythm could fall on: where „every two weeks“ begins to count.

    Args:
        rule: one that `check_rhythm` has nothing against.
        base: the day of the last session, or today.
    """
    every = ";".join(part for part in rule.split(";") if not part.startswith(("INTERVAL=", "COUNT=", "UNTIL=")))
    return next(occurrences(every, base, shifted(base, -1)), base)


def shifted(day: date, days: int) -> date:
    """Return the day so many days later, or earlier where negative; the calendar's own ends are not passed."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
