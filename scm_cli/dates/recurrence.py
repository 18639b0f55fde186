"""A rhythm taken apart: the part of the rules of RFC 5545 (3.3.10) that people say in words."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

YEAR: Final = tuple(range(1, 13))
_CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PARTS: Final = frozenset(["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"])


class Rhythm(NamedTuple):
    """How often a group meets; exactly one of `weekdays`, `days` and `dates` is given.

    Args:
        interval: every so many weeks (with `weekdays`) or months.
        weekdays: every week, Monday is 0.
        days: in the month: which one of which weekday, -1 is the last one.
        dates: days of the month from 1, -1 is the last one.
        months: only in these, from 1; empty for all.
    """

    interval: int = 1
    weekdays: tuple[int, ...] = ()
    days: tuple[tuple[int, int], ...] = ()
    dates: tuple[int, ...] = ()
    months: tuple[int, ...] = ()

    @property
    def rule(self) -> str:
        """The rhythm as a recurrence rule, its parts always in one order."""
        parts = ["FREQ=WEEKLY" if self.weekdays else "FREQ=MONTHLY"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        named = [_CODES[day] for day in self.weekdays] + [f"{nth}{_CODES[day]}" for nth, day in self.days]
        for name, values in (("BYDAY", named), ("BYMONTHDAY", self.dates), ("BYMONTH", self.months)):
            if values:
                parts.append(f"{name}={','.join(map(str, values))}")
        return ";".join(parts)


def rhythm(
    *,
    interval: int = 1,
    weekdays: Iterable[int] = (),
    days: Iterable[tuple[int, int]] = (),
    dates: Iterable[int] = (),
    months: Iterable[int] = (),
) -> Rhythm:
    """Return a rhythm in its one form: everything once and in order, twelve months are all."""
    kept = tuple(sorted(set(months)))
    return Rhythm(
        interval=interval,
        weekdays=tuple(sorted(set(weekdays))),
        days=tuple(sorted(set(days), key=lambda one: (one[1], _place(one[0])))),
        dates=tuple(sorted(set(dates), key=_place)),
        months=() if kept == YEAR else kept,
    )


def _place(nth: int) -> int:
    """Return where something counted stands: what is counted from the end comes last."""
    return nth if nth > 0 else 100 + nth


def taken_apart(rule: str) -> Rhythm | None:
    """Return a valid recurrence rule as a rhythm; None where it says more than people say in words."""
    parts = dict(part.split("=", 1) for part in rule.upper().removeprefix("RRULE:").split(";"))
    interval = int(parts.get("INTERVAL", "1"))
    if not parts.keys() <= _PARTS or (parts.get("WKST", "MO") != "MO" and interval > 1):
        return None
    named = [re.fullmatch(r"([+-]?[0-9]{1,2})?([A-Z]{2})", one) for one in _listed(parts, "BYDAY")]
    days = [(int(one[1] or 0), _CODES.index(one[2])) for one in named if one]
    places, months = _numbers(parts, "BYSETPOS"), _numbers(parts, "BYMONTH")
    if places and len(days) == 1 and days[0][0] == 0:
        days, places = [(nth, days[0][1]) for nth in places], []
    if places or not _monthly(parts, interval):
        return _weekly(parts, interval, days, months) if not places else None
    dates = _numbers(parts, "BYMONTHDAY")
    counted = bool(days) and all(nth in range(1, 6) or nth in (-1, -2) for nth, _ in days)
    dated = bool(dates) and all(day > 0 or day == -1 for day in dates)
    if bool(days) == bool(dates) or not (counted or dated):
        return None
    return rhythm(interval=interval, days=days, dates=dates, months=months)


def _listed(parts: dict[str, str], name: str) -> list[str]:
    return parts[name].split(",") if name in parts else []


def _numbers(parts: dict[str, str], name: str) -> list[int]:
    return [int(one) for one in _listed(parts, name)]


def _monthly(parts: dict[str, str], interval: int) -> bool:
    """Say whether a rule counts in months; in a year with its months named a day is counted in each of them."""
    return parts["FREQ"] == "MONTHLY" or (parts["FREQ"] == "YEARLY" and interval == 1 and "BYMONTH" in parts)


def _weekly(parts: dict[str, str], interval: int, days: list[tuple[int, int]], months: list[int]) -> Rhythm | None:
    plain = parts["FREQ"] == "WEEKLY" and "BYMONTHDAY" not in parts and bool(days) and not any(nth for nth, _ in days)
    if not plain:
        return None
    return rhythm(interval=interval, weekdays=[day for _, day in days], months=months)


def months_of(rule: str) -> frozenset[int]:
    """Return the months that a valid recurrence rule allows, all of them where it names none."""
    found = re.search(r"(?:^|;)BYMONTH=([0-9,]+)", rule.upper())
    return frozenset(map(int, found[1].split(","))) if found else frozenset(YEAR)
