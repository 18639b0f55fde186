"""Planned times: by hand for each rule, and for any agenda."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import tables

from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Span
from scm_cli.model.session import Session
from scm_cli.model.timing import Timing, timing


def at(text: str) -> time:
    return time.fromisoformat(text)


def session(*items: Item, **values: Any) -> Session:
    return Session(**{"number": 1, "date": date(2026, 12, 8), "start": at("10:00"), "agenda": items, **values})


def item(name: str, minutes: int | None = None, **values: Any) -> Item:
    return Item(id=name, title=name, minutes_planned=minutes, **values)


def times(*items: Item, **values: Any) -> dict[str, str]:
    return {name: start.isoformat("minutes") for name, start in timing(session(*items, **values)).starts.items()}


def test_items_follow_one_another() -> None:
    found = timing(session(item("a", 20), item("b", 90), item("c", 10), planned_end=at("12:00")))
    assert found == Timing({"a": at("10:00"), "b": at("10:20"), "c": at("11:50")}, at("12:00"))


def test_an_overrun_is_counted_against_the_planned_end() -> None:
    assert timing(session(item("a", 150), planned_end=at("12:00"))) == Timing({}, at("12:30"), 30)
    unknown = timing(session(item("a", 150), item("b"), planned_end=at("12:00")))
    assert (unknown.end, unknown.overrun, unknown.least) == (None, 30, True)


def test_behind_an_item_of_unknown_length_nothing_is_known() -> None:
    assert times(item("a", 5), item("b"), item("c", 5)) == {"a": "10:00", "b": "10:05"}
    assert times(item("a"), item("b", 5)) == {}


def test_the_length_of_an_item_covers_its_sub_items() -> None:
    below = (item("a1", 10, level=2), item("a2", 15, level=2), item("b"))
    assert times(item("a", 60), *below) == {"a": "10:00", "a1": "10:00", "a2": "10:10", "b": "11:00"}
    assert times(item("a", 5), *below) == {"a": "10:00", "a1": "10:00", "a2": "10:10", "b": "10:25"}
    assert times(item("a"), *below) == {"a": "10:00", "a1": "10:00", "a2": "10:10", "b": "10:25"}
    unknown = (item("a1", 10, level=2), item("a2", level=2), item("b"))
    assert times(item("a", 60), *unknown)["b"] == "11:00"
    assert "b" not in times(item("a"), *unknown)


def test_postponed_and_dropped_items_take_no_time() -> None:
    gone = (item("b", 30, state="dropped"), item("c", 30, state="postponed"))
    assert times(item("a", 5), *gone, item("d", 5)) == {"a": "10:00", "d": "10:05"}


def test_a_planned_pause_takes_its_time() -> None:
    assert times(item("a", 30), item("p", 15, kind="break"), item("b"))["b"] == "10:45"
    within = (item("a1", 10, level=2), item("p", 5, kind="break"), item("a2", 10, level=2), item("b"))
    assert times(item("a"), *within) == {"a": "10:00", "a1": "10:00", "p": "10:10", "a2": "10:15", "b": "10:25"}


@pytest.mark.parametrize(
    ("from_", "until", "expected"),
    [
        ("10:30", "10:40", {"a": "10:00", "b": "10:40", "c": "11:00"}),
        ("10:10", "10:20", {"a": "10:00", "b": "10:40", "c": "11:00"}),
        ("10:00", "10:05", {"a": "10:05", "b": "10:35", "c": "10:55"}),
        ("12:00", "12:30", {"a": "10:00", "b": "10:30", "c": "10:50"}),
    ],
)
def test_breaks_interrupt(from_: str, until: str, expected: dict[str, str]) -> None:
    pause = Span(from_=at(from_), until=at(until))
    assert times(item("a", 30), item("b", 20), item("c"), breaks=(pause,)) == expected


def test_a_session_may_last_into_the_next_day() -> None:
    night = {"start": at("23:00"), "planned_end": at("00:30")}
    pause = Span(from_=at("23:50"), until=at("00:10"))
    found = timing(session(item("a", 40), item("b", 40), breaks=(pause,), **night))
    assert (found.starts["b"], found.end, found.overrun) == (at("23:40"), at("00:40"), 10)


def test_without_start_or_lengths_there_are_no_times() -> None:
    assert timing(session(item("a", 5), item("b", 5), start=None)) == Timing()
    assert timing(session(item("a"), item("b"))) == Timing()
    assert timing(session()) == Timing()
    assert timing(session(item("a", 5), item("b", 5), mode="written")) == Timing()


@given(tables(Session))
def test_any_session_has_times(made: Session) -> None:
    found = timing(made)
    assert set(found.starts) <= {one.id for one in made.agenda}
    assert found.overrun >= 0


@given(st.lists(st.integers(1, 200), min_size=2, max_size=8))
def test_without_breaks_every_start_is_the_sum_of_what_was_before(lengths: list[int]) -> None:
    items = [item(f"i{n}", minutes) for n, minutes in enumerate(lengths)]
    found = timing(session(*items))
    for n, one in enumerate(items):
        total = 600 + sum(lengths[:n])
        assert found.starts[one.id] == time(total // 60 % 24, total % 60)


@given(st.lists(st.integers(1, 60), min_size=2, max_size=6), st.integers(0, 300), st.integers(1, 60))
def test_a_break_moves_the_end_by_its_length_or_not_at_all(lengths: list[int], first: int, long: int) -> None:
    whole = session(*(item(f"i{n}", minutes) for n, minutes in enumerate(lengths)))
    begin, end = 600 + first, 600 + first + long
    pause = Span(from_=time(begin // 60, begin % 60), until=time(end // 60, end % 60))
    before, after = timing(whole).end, timing(replace(whole, breaks=(pause,))).end
    assert before is not None
    assert after is not None
    moved = 60 * (after.hour - before.hour) + after.minute - before.minute
    assert moved == (long if first < sum(lengths) else 0)
