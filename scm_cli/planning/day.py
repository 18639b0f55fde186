"""The day of the next session: from the group's rhythm, around public holidays."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from scm_cli.dates import months_of, occurrences, shifted
from scm_cli.errors import UsageFault
from scm_cli.locale import planning as say
from scm_cli.model.session import Session

_LOOKED_AT: Final = 200
_IN_A_ROW: Final = 12
"""So many days of a rhythm in a row are holidays only where all of them are, such as on every 25 December."""


@dataclass(frozen=True)
class Avoided:
    """A day of the rhythm that is a public holiday, and what was taken for it.

    Args:
        day: the day of the rhythm.
        holiday: what it is.
        later: how many weeks later the group meets; 0 where it meets on the rhythm's next day only.
    """

    day: date
    holiday: str
    later: int


@dataclass(frozen=True)
class Proposal:
    """A day for the next session, and the holidays that were in the way."""

    day: date
    avoided: tuple[Avoided, ...] = ()


def latest_regular(sessions: Iterable[Session]) -> date | None:
    """Return the day of the last session that follows the rhythm: none that is extraordinary, written or cancelled."""
    days = (
        one.date
        for one in sessions
        if one.status != "cancelled" and one.kind != "extraordinary" and one.mode != "written"
    )
    return max(days, default=None)


def next_day(
    rule: str, since: date | None, sessions: Collection[Session], today: date, holiday: Callable[[date], str]
) -> Proposal | None:
    """Return the day of the next session; None where the rhythm has ended.

    It is the rhythm's first day after the last regular session and not before today on which the group has no
    session yet, a cancelled one included. On a public holiday the group meets on the same weekday a week later
    (or two, three, as long as that is before the rhythm's next day and in a month the rhythm names); where there
    is no such day, on the rhythm's next one.

    Args:
        rule: a rhythm that `check_rhythm` has nothing against.
        since: the day from which it counts; the last session's where it is not known.
        sessions: those the group has.
        today: today.
        holiday: names the public holiday of a day, else gives an empty string.

    Raises:
        UsageFault: every day of the rhythm is a public holiday.
    """
    latest = latest_regular(sessions)
    taken = {one.date for one in sessions}
    after = max(latest or date.min, shifted(today, -1))
    avoided: tuple[Avoided, ...] = ()
    for day, following in _pairs(occurrences(rule, since or latest or today, after)):
        if day in taken:
            continue
        name = holiday(day)
        if not name:
            return Proposal(day, avoided)
        free = (week for week in _weeks_later(rule, day, following) if week not in taken and not holiday(week))
        instead = next(free, None)
        avoided = (*avoided, Avoided(day, name, (instead - day).days // 7 if instead else 0))
        if instead:
            return Proposal(instead, avoided)
        if len(avoided) == _IN_A_ROW:
            raise UsageFault(say.ONLY_HOLIDAYS(holiday=name), say.ONLY_HOLIDAYS_REMEDY())
    return None


def _pairs(days: Iterator[date]) -> Iterator[tuple[date, date]]:
    """Yield each day with the one after it; a month later where there is none."""
    looked_at = islice(days, _LOOKED_AT)
    day = next(looked_at, None)
    for following in looked_at:
        if day is not None:
            yield day, following
        day = following
    if day is not None:
        yield day, shifted(day, 28)


def _weeks_later(rule: str, day: date, following: date) -> Iterator[date]:
    months = months_of(rule)
    for weeks in range(1, 4):
        later = shifted(day, 7 * weeks)
        if later < following and later.month in months:
            yield later
