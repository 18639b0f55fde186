"""Who comes and goes: stretches of presence, and who is there at a time."""

from datetime import date, time

import pytest

from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.presence import arrived, came_after, here_now, is_here, left
from scm_cli.model.session import Session

TEN = Session(number=1, date=date(2024, 9, 10), start=time(10))
LATE = Session(number=1, date=date(2024, 9, 10), start=time(22))


def row(*spans: str, state: str = "present") -> Attendance:
    """Return a row with stretches such as `10:20-11:00`, `-11:00`, `10:20-`."""
    return Attendance(attendee="kern", state=state, presence=tuple(map(span, spans)))  # type: ignore[arg-type]


def span(text: str) -> Span:
    start, _, end = text.partition("-")
    return Span(from_=time.fromisoformat(start) if start else None, until=time.fromisoformat(end) if end else None)


def at(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("before", "since", "after"),
    [
        (row(state="invited"), "", row()),
        (row(state="excused"), "10:20", row("10:20-")),
        (row(state="absent"), "10:00", row()),
        (row(state="absent"), "09:50", row()),
        (row(), "10:20", row()),
        (row("10:20-"), "10:30", row("10:20-")),
        (row("-11:00"), "10:30", row("-11:00")),
        (row("-11:00"), "11:30", row("-11:00", "11:30-")),
        (row("-11:00"), "11:00", row()),
        (row("10:20-11:00"), "11:00", row("10:20-")),
        (row("-11:00"), "", row()),
    ],
)
def test_arriving(before: Attendance, since: str, after: Attendance) -> None:
    assert arrived(before, at(since), TEN) == after


@pytest.mark.parametrize(
    ("before", "since", "after"),
    [
        (row(), "10:20", row("10:20-")),
        (row("10:20-"), "10:25", row("10:25-")),
        (row("10:20-"), "10:00", row()),
        (row("-11:00", "11:30-"), "11:20", row("-11:00", "11:20-")),
    ],
)
def test_a_time_that_was_said_corrects_an_arrival(before: Attendance, since: str, after: Attendance) -> None:
    assert arrived(before, at(since), TEN, exact=True) == after


@pytest.mark.parametrize(
    ("before", "after", "exact"),
    [
        (row(), row("-11:00"), row("-11:00")),
        (row("10:20-"), row("10:20-11:00"), row("10:20-11:00")),
        (row(state="invited"), row("-11:00"), row("-11:00")),
        (row("-10:30"), row("-10:30"), row("-11:00")),
        (row("-10:30", "10:45-"), row("-10:30", "10:45-11:00"), row("-10:30", "10:45-11:00")),
    ],
)
def test_leaving(before: Attendance, after: Attendance, exact: Attendance) -> None:
    assert left(before, time(11)) == after
    assert left(before, time(11), exact=True) == exact


@pytest.mark.parametrize(
    ("who", "when", "there"),
    [
        (row(), "10:30", True),
        (row(state="excused"), "10:30", False),
        (row("10:20-11:00"), "10:10", False),
        (row("10:20-11:00"), "10:20", True),
        (row("10:20-11:00"), "11:00", False),
        (row("10:20-11:00"), "", False),
        (row("-10:30", "11:00-"), "10:45", False),
        (row("-10:30", "11:00-"), "", True),
    ],
)
def test_being_there(who: Attendance, when: str, *, there: bool) -> None:
    assert is_here(who, at(when), TEN) is there


def test_midnight_lies_behind_ten_in_the_evening() -> None:
    assert is_here(row("22:30-"), time(0, 10), LATE)
    assert not is_here(row("22:30-23:50"), time(0, 10), LATE)
    assert arrived(row(state="invited"), time(0, 10), LATE) == row("00:10-")


def test_only_those_who_are_there_remain() -> None:
    session = Session(**{**vars(TEN), "attendance": (row("-10:30"), row("10:20-"), row(state="excused"))})
    assert here_now(session, time(10, 45)).attendance == (row(),)


def test_nobody_leaves_before_coming() -> None:
    assert came_after(row("10:20-"), time(10, 10), TEN) == time(10, 20)
    assert came_after(row("10:20-"), time(10, 20), TEN) == time(10, 20)
    assert came_after(row("10:20-"), time(10, 30), TEN) is None
    assert came_after(row(), time(10, 30), TEN) is None
