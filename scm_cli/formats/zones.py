"""Time zones as calendars define them: when the offset changes, from the system's own data."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_FIRST, _LAST = 2, 9998  # a year apart from what Python can count, for any offset
_STEP: Final = timedelta(days=1)
Change = tuple[timedelta, timedelta, str, bool]
"""Offset before and after, the name afterwards, and whether that is summer time."""


def definition(zone: ZoneInfo, first: int, last: int) -> Timezone:
    """Return the definition of a time zone, right from the first year to the last one (RFC 5545, section 3.6.5).

    The icalendar library (7.3) can make one itself, but is an hour late with summer time and misses changes.

    Args:
        zone: the zone.
        first: the first year.
        last: the last year.
    """
    begin = datetime(_year(first), 1, 1, tzinfo=UTC)
    made = Timezone()
    made.add("tzid", zone.key)
    offset, name, summer = _state(begin, zone)
    made.add_component(_component((offset, offset, name, summer), [begin.replace(tzinfo=None)]))
    onsets: dict[Change, list[datetime]] = {}
    for at, change in _changes(zone, begin, datetime(_year(last) + 1, 1, 1, tzinfo=UTC)):
        onsets.setdefault(change, []).append((at + change[0]).replace(tzinfo=None))
    for change, moments in onsets.items():
        made.add_component(_component(change, moments))
    return made


def _year(year: int) -> int:
    return min(max(year, _FIRST), _LAST)


def _component(change: Change, moments: list[datetime]) -> TimezoneStandard | TimezoneDaylight:
    """Return one kind of change with its moments, told by the clock as it was before."""
    before, after, name, summer = change
    made = TimezoneDaylight() if summer else TimezoneStandard()
    made.add("dtstart", moments[0])
    if moments[1:]:
        made.add("rdate", moments[1:])
    made.add("tzname", name)
    made.add("tzoffsetfrom", before)
    made.add("tzoffsetto", after)
    return made


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[tuple[datetime, Change]]:
    """Yield each moment at which the offset changes, to the second, and how."""
    day = begin
    while day < end:
        if _state(day, zone) != _state(day + _STEP, zone):
            at = _moment(zone, day, day + _STEP)
            yield at, (_state(day, zone)[0], *_state(at, zone))
        day += _STEP


def _moment(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """Return the first second of the state that holds at the end of a stretch of time."""
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if _state(middle, zone) == _state(before, zone):
            before = middle
        else:
            after = middle
    return after


def _state(at: datetime, zone: ZoneInfo) -> tuple[timedelta, str, bool]:
    local = at.astimezone(zone)
    return local.utcoffset() or timedelta(), local.tzname() or zone.key, bool(local.dst())
