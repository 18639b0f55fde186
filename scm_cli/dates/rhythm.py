"""Rhythms: recurrence rules of RFC 5545, checked before anything relies on them."""

from datetime import date, datetime, time
from typing import Final

from scm_cli.dates.rhythm_days import parsed
from scm_cli.dates.words import shown
from scm_cli.locale import dates as say

_FREQUENCIES: Final = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_ANY_START: Final = date(2000, 1, 1)
# The calendar repeats every 400 years.
_CYCLE: Final = 400
_LAST_CYCLES: Final = 9200


def check_rhythm(rule: str, since: date | None) -> str:
    """Return why a recurrence rule cannot be a rhythm in one sentence, an empty string if it can.

    Args:
        rule: such as `FREQ=MONTHLY;BYDAY=2TU`.
        since: the day from which it counts (DTSTART), None if unknown.
    """
    return _form_problem(rule) or _date_problem(rule, since or _ANY_START)


def _form_problem(rule: str) -> str:
    """Say what dateutil does not notice, or searches for without end."""
    parts = [part.partition("=") for part in rule.strip().upper().removeprefix("RRULE:").split(";")]
    if len(rule.split()) != 1 or not all(key.isalpha() and value for key, _, value in parts):
        return say.RHYTHM_FORM(rule=shown(rule))
    values = {key: value for key, _, value in parts}
    if values.get("FREQ") not in _FREQUENCIES:
        return say.RHYTHM_FREQ(rule=shown(rule), known=", ".join(_FREQUENCIES))
    interval = values.get("INTERVAL", "1")
    if not (interval.isascii() and interval.isdecimal() and interval.strip("0")):
        return say.RHYTHM_INTERVAL(rule=shown(rule))
    return say.RHYTHM_ENDS(rule=shown(rule)) if {"COUNT", "UNTIL"} <= values.keys() else ""


def _date_problem(rule: str, since: date) -> str:
    try:
        falls = _falls_on_a_day(rule, since)
    except (ValueError, TypeError, IndexError, KeyError, AttributeError, OverflowError) as error:
        return say.RHYTHM_REFUSED(rule=shown(rule), reason=shown(str(error)))
    return "" if falls else say.RHYTHM_NEVER(rule=shown(rule))


def _falls_on_a_day(rule: str, since: date) -> bool:
    """Say whether a rule gives a date.

    dateutil looks for one until the year 9999, which takes it seconds from today. So the first look is at the
    last cycles of the calendar, where a vain search ends soon.
    """
    from dateutil.rrule import rrule

    start = datetime.combine(since, time())
    found = parsed(rule, since)
    if not isinstance(found, rrule):
        raise TypeError(type(found).__name__)
    years = max(0, (_LAST_CYCLES + _CYCLE - 1 - since.year) // _CYCLE * _CYCLE)
    late = found.replace(dtstart=start.replace(year=since.year + years), until=None)
    return next(iter(late), None) is not None and next(iter(found), None) is not None
