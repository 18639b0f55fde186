"""When each item of an agenda is planned to begin, when the session would end, and how far over its end that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from typing import Final

from scm_cli.model.agenda import Item
from scm_cli.model.session import Session

_DAY: Final = 24 * 60


@dataclass(frozen=True)
class Timing:
    """The times that follow from a session's start, the planned lengths of its items and its breaks.

    Args:
        starts: when items begin, by id; those alone for which it is known.
        end: when the session ends; None where the length of an item is not known.
        overrun: how many minutes after the planned end; 0 where it is in time or nobody knows.
        least: whether items of unknown length come on top of that.
    """

    starts: Mapping[str, time] = field(default_factory=dict)
    end: time | None = None
    overrun: int = 0
    least: bool = False


def timing(session: Session) -> Timing:
    """Return the planned times of a session; empty ones where there is no start or no length.

    The length of an item with sub-items covers them; it goes on where they take longer. Postponed and dropped items
    take no time. A break of the session interrupts the item in which it lies. Behind an item of unknown length no
    start is known, and a start is told only where it differs from another: a single one is the session's own.
    """
    if session.start is None or session.mode == "written":
        return Timing()
    if all(item.minutes_planned is None for item in session.agenda):
        return Timing()
    begin = _minutes(session.start)
    clock = _Clock(begin, _pauses(session, begin))
    blocks = _blocks([item for item in session.agenda if item.state not in ("postponed", "dropped")])
    for block in blocks:
        clock.block(block)
    if not clock.counted:
        return Timing()
    starts = clock.starts if len(set(clock.starts.values())) > 1 else {}
    over = _overrun(session, begin, clock.now)
    return Timing(
        {item_id: _time(at) for item_id, at in starts.items()},
        None if clock.lost else _time(clock.now),
        over,
        least=clock.lost and over > 0,
    )


class _Clock:
    """A clock that runs through an agenda.

    Args:
        now: the minute at which it stands, counted from the midnight before the session.
        pauses: first and last minutes of breaks, in order.
    """

    def __init__(self, now: int, pauses: Sequence[tuple[int, int]]) -> None:
        self.now = now
        self.pauses = pauses
        self.lost = False
        self.counted = False
        self.starts: dict[str, int] = {}

    def block(self, items: Sequence[Item]) -> None:
        """Pass an item with its sub-items; behind one of unknown length the clock only counts what is known."""
        head, *below = items
        self._begin(head)
        begun, lost = self.now, self.lost
        timed = self._through(begun, head.minutes_planned)
        for item in below:
            self._begin(item)
            self._take(item.minutes_planned)
        if head.minutes_planned:
            self.counted = True
            self.now, self.lost = max(self.now, timed), lost
        elif not below:
            self.lost = True

    def _begin(self, item: Item) -> None:
        """Note when an item begins: behind a break that is on."""
        if not self.lost:
            self.now = next((last for first, last in self.pauses if first <= self.now < last), self.now)
            self.starts[item.id] = self.now

    def _take(self, minutes: int | None) -> None:
        if minutes is None:
            self.lost = True
        else:
            self.counted = True
            self.now = self._through(self.now, minutes)

    def _through(self, start: int, minutes: int | None) -> int:
        """Return when something ends that takes so long, with the breaks that come in between."""
        end = start + (minutes or 0)
        for first, last in self.pauses:
            if start <= first < end:
                end += last - first
        return end


def _blocks(items: Sequence[Item]) -> list[list[Item]]:
    """Return items each with its sub-items; a planned pause stands alone, unless sub-items follow it."""
    found: list[list[Item]] = []
    for n, item in enumerate(items):
        follows = any(one.level == 2 for one in items[n + 1 : n + 2])
        within = item.level == 2 or (item.is_break and follows)
        if found and within:
            found[-1].append(item)
        else:
            found.append([item])
    return found


def _pauses(session: Session, begin: int) -> list[tuple[int, int]]:
    """Return the breaks whose beginning and end are known, in order; one before the start is the next day's."""
    found = []
    for span in session.breaks:
        if span.from_ is not None and span.until is not None:
            first, last = _minutes(span.from_), _minutes(span.until)
            first += _DAY if first < begin else 0
            found.append((first, last if last > first else last + _DAY))
    return sorted(found)


def _overrun(session: Session, begin: int, end: int) -> int:
    if session.planned_end is None:
        return 0
    planned = _minutes(session.planned_end)
    return max(0, end - (planned if planned > begin else planned + _DAY))


def _minutes(moment: time) -> int:
    return 60 * moment.hour + moment.minute


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
