"""Items open and close, breaks begin and end; a session past midnight."""

from datetime import date, time

import pytest

from scm_cli.model import course
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Span
from scm_cli.model.session import Session

AGENDA = (
    Item(id="a", title="A"),
    Item(id="b", title="B"),
    Item(id="b1", title="B1", level=2),
    Item(id="b2", title="B2", level=2),
    Item(id="rest", title="Pause", kind="break"),
    Item(id="c", title="C"),
)


def at(text: str) -> time:
    return time.fromisoformat(text)


def session(start: str = "10:00", **values: object) -> Session:
    made = Session(number=1, date=date(2024, 9, 10), agenda=AGENDA, start=at(start) if start else None)
    return Session(**{**vars(made), **values})


def opened(*steps: tuple[str, str], here: Session | None = None) -> Session:
    """Open items one after the other, each at a time."""
    now, current = here or session(), ""
    for item, when in steps:
        now, current = course.opened(now, item, current, at(when) if when else None), item
    return now


def hours(of: Session) -> dict[str, str]:
    """Return `10:05-10:15 done` for every item that was opened."""
    return {
        item.id: f"{item.began:%H:%M}-{f'{item.ended:%H:%M}' if item.ended else ''} {item.state}"
        for item in of.agenda
        if item.began
    }


def test_opening_an_item_closes_the_one_before() -> None:
    now = opened(("a", "10:05"), ("b", "10:15"))
    assert hours(now) == {"a": "10:05-10:15 done", "b": "10:15- open"}
    assert now.status == "held"
    assert now.start == at("10:00"), "a planned start stays"
    assert course.running(now) == now.item("b")


def test_a_session_without_a_start_starts_with_its_first_item() -> None:
    now = opened(("a", "10:05"), ("b", "10:15"), here=session(""))
    assert now.start == at("10:05")


def test_an_item_goes_on_while_its_sub_items_are_treated() -> None:
    now = opened(("b", "10:05"), ("b1", "10:10"), ("b2", "10:20"))
    assert hours(now) == {"b": "10:05- open", "b1": "10:10-10:20 done", "b2": "10:20- open"}
    assert course.running(now) == now.item("b2")
    now = course.opened(now, "c", "b2", at("10:30"))
    assert hours(now)["b"] == "10:05-10:30 done"
    assert hours(now)["b2"] == "10:20-10:30 done"


def test_a_sub_item_opens_its_item() -> None:
    assert hours(opened(("a", "10:00"), ("b2", "10:10"))) == {
        "a": "10:00-10:10 done",
        "b": "10:10- open",
        "b2": "10:10- open",
    }


def test_an_item_that_was_closed_goes_on_from_its_first_opening() -> None:
    now = opened(("a", "10:05"), ("b", "10:15"), ("a", "10:30"))
    assert hours(now) == {"a": "10:05- open", "b": "10:15-10:30 done"}


def test_without_times_only_states_change() -> None:
    now = course.over(opened(("a", ""), ("c", "")), "c", None)
    assert [(item.id, item.state) for item in now.agenda if item.state != "open"] == [("a", "done"), ("c", "done")]
    assert (hours(now), now.start, now.end, now.status) == ({}, at("10:00"), None, "held")


def test_the_end_closes_everything() -> None:
    now = course.over(opened(("b", "10:05"), ("b1", "10:10")), "b1", at("11:00"))
    assert hours(now) == {"b": "10:05-11:00 done", "b1": "10:10-11:00 done"}
    assert now.end == at("11:00")
    assert course.running(now) is None


@pytest.mark.parametrize(
    ("current", "expected"), [("", "a"), ("a", "b"), ("b", "b1"), ("b1", "b2"), ("b2", "c"), ("c", "")]
)
def test_the_next_item_is_no_break(current: str, expected: str) -> None:
    found = course.following(session(), current)
    assert (found.id if found else "") == expected


def test_the_next_item_was_not_treated_and_is_on_the_agenda() -> None:
    states = {"b": "dropped", "b1": "postponed"}
    agenda = tuple(Item(**{**vars(item), "state": states.get(item.id, "open")}) for item in AGENDA)
    found = course.following(session(agenda=agenda), "a")
    assert found is not None
    assert found.id == "b2"


def test_what_is_said_belongs_to_the_item_treated_or_treated_last() -> None:
    def place(of: Session, current: str = "") -> str:
        found = course.place_for(of, current)
        return found.id if found else ""

    assert place(session()) == "a", "before the beginning"
    assert place(opened(("a", "10:05"), ("c", "10:20"))) == "c"
    assert place(course.over(opened(("c", "10:05"), ("a", "10:20")), "a", at("10:30"))) == "a", "after the end"
    assert place(session(), "b2") == "b2", "without times"
    assert place(session(agenda=())) == ""


def test_breaks_begin_and_end() -> None:
    paused = course.paused(session(), at("10:50"))
    assert course.in_break(paused)
    resumed = course.resumed(paused, at("11:00"))
    assert resumed.breaks == (Span(from_=at("10:50"), until=at("11:00")),)
    assert not course.in_break(resumed)
    assert course.resumed(paused, at("10:50")) == session(), "a break that took no time was none"
    assert course.resumed(paused, None) == paused


def test_a_session_past_midnight_keeps_its_order() -> None:
    late = session("22:00")
    assert course.order(at("23:30"), late) < course.order(at("00:30"), late)
    assert course.order(at("21:30"), late) < course.order(at("22:00"), late)
    now = opened(("a", "23:30"), ("b", "00:30"), here=late)
    assert course.running(now) == now.item("b")
    assert course.place_for(course.over(now, "b", at("00:45")), "") == course.over(now, "b", at("00:45")).item("b")
