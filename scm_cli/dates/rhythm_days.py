"""The days on which a rhythm falls."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateutil.rrule import rrule, rruleset


def occurrences(rule: str, since: date, after: date) -> Iterator[date]:
    """Yield the days of a recurrence rule that lie after another day.

    Args:
        rule: one that `check_rhythm` has nothing against.
        since: the day from which it counts (DTSTART of RFC 5545, 3.8.2.4).
        after: the day before the first one that is wanted.
    """
    for moment in parsed(rule, since).xafter(datetime.combine(after, time())):
        yield moment.date()


def parsed(rule: str, since: date) -> "rrule | rruleset":
    """Return a recurrence rule that counts from a day, as dateutil has it; raises what dateutil raises.

    Days are counted, not moments: the end that calendars write in UTC (RFC 5545, 3.3.10) is that day's.
    """
    from dateutil.rrule import rrulestr

    ending_on_a_day = re.sub(r"(UNTIL=[0-9]{8})T[0-9]{6}Z", r"\1", rule.strip(), flags=re.IGNORECASE)
    return rrulestr(ending_on_a_day, dtstart=datetime.combine(since, time()))


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
