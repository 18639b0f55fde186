"""What an index keeps of sessions says as much about how a group stands as the sessions themselves."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scm_cli.formats.status_object import status_object
from scm_cli.formats.status_screen import Names, screen
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group
from scm_cli.model.outcomes import Decision, Task, TaskChange
from scm_cli.model.outline import matters
from scm_cli.model.record import Approval, Objection, Reopening, Seal
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.planning.status import status
from scm_cli.query.outlines import SETTLED, Row, outline_of, read, written
from scm_cli.query.rows import Source

REGISTER = {"a": Attendee(name="Anna Beispiel"), "b": Attendee(name="Berta Muster", title="Dr.")}
PEOPLE = st.sampled_from(["a", "b", "nobody"])
DAYS = st.dates(date(2025, 10, 1), date(2027, 3, 1))
SOME = st.none() | DAYS


def now_and_then(made: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for what mostly is absent."""
    return st.sampled_from([None, None, made])


@st.composite
def tasks(draw: st.DrawFn, number: int) -> Task:
    """Return a task, perhaps with a history."""
    states: st.SearchStrategy[Any] = st.sampled_from(["open", "waiting", "done"])
    history = [TaskChange(on=draw(DAYS), state=draw(states), due=draw(SOME), assignees=("b",))] * draw(st.booleans())
    parties = draw(st.lists(PEOPLE, max_size=2))
    return Task(
        number=number,
        text=draw(st.sampled_from(["Prüfen", "Zwei\nZeilen"])),
        assignees=tuple(parties),
        due=draw(SOME),
        not_before=draw(now_and_then(date(2026, 6, 1))),
        state=draw(states),
        history=tuple(history),
    )


@st.composite
def items(draw: st.DrawFn, number: int) -> Item:
    """Return an item that waits, was treated or is carried over."""
    return Item(
        id=f"i{number}",
        title=f"Punkt {number}",
        level=draw(st.sampled_from([1, 1, 2])) if number else 1,
        top=draw(now_and_then("7")),
        kind=draw(st.sampled_from([None, None, "break"])),
        purpose=draw(st.sampled_from([None, None, None, "approval", "tasks", "other"])),
        began=draw(now_and_then(time(10))),
        state=draw(st.sampled_from(["open", "open", "done", "postponed", "dropped"])),
        from_=draw(st.none() | st.builds("g/{}#i{}".format, st.integers(1, 3), st.integers(0, 2))),
        notes=draw(now_and_then("Etwas.")),
        decisions=(Decision(number=1, text="Ja."),) * draw(st.sampled_from([0, 0, 1])),
        tasks=tuple(draw(tasks(n)) for n in range(1, draw(st.sampled_from([1, 1, 2, 3])))),
    )


@st.composite
def sessions(draw: st.DrawFn, number: int) -> Session:
    """Return a session at any step of its life."""
    objections = tuple(Objection(text="Nein.", on=day) for day in draw(st.lists(SOME, max_size=2)))
    approval = Approval(circulated_on=draw(SOME), until=draw(SOME), objections=objections)
    seal = Seal(version=1, at=datetime(2026, 5, 1, tzinfo=UTC), head="0" * 64, protocol="0" * 64)
    return Session(
        number=number,
        date=draw(DAYS),
        status=draw(st.sampled_from(["planned", "invited", "held", "final", "approved", "cancelled"])),
        start=draw(now_and_then(time(9, 30))),
        end=draw(now_and_then(time(11))),
        invited_on=draw(SOME),
        attendance=(Attendance(attendee="a", state=draw(st.sampled_from(["invited", "present"]))),)
        * draw(st.sampled_from([0, 0, 1])),
        agenda=tuple(draw(items(n)) for n in range(draw(st.integers(0, 3)))),
        approval=draw(now_and_then(approval)),
        seal=draw(now_and_then(seal)),
        reopened=(Reopening(on=date(2026, 2, 1), reason="Fehler"),) * draw(st.integers(0, 1)),
    )


@st.composite
def of_group(draw: st.DrawFn) -> dict[SessionRef, Session]:
    """Return the sessions of a group."""
    return {SessionRef("g", n): draw(sessions(n)) for n in range(1, draw(st.integers(1, 5)))}


def kept(known: dict[SessionRef, Session]) -> dict[SessionRef, Session]:
    """Return sessions as an index gives them back."""
    made = {ref: outline_of(Source(ref, one, None, REGISTER)) for ref, one in known.items()}

    def rows(refs: Iterable[SessionRef]) -> list[Row]:
        return [
            (one.group, one.number, made[one].number, made[one].date.isoformat(), written(made[one])) for one in refs
        ]

    assert dict(read(rows(made))) == made
    approved = [ref for ref, one in made.items() if one.status == "approved"]
    last = [(*row[:4], SETTLED) for row in rows(sorted(approved, key=lambda ref: made[ref].date)[-1:])]
    return dict(read([*last, *rows(ref for ref, one in made.items() if matters(one))]))


@pytest.mark.parametrize("approval", ["vote", "deadline"])
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(known=of_group(), today=DAYS)
def test_a_group_stands_the_same_by_outlines(approval: Any, known: dict[SessionRef, Session], today: date) -> None:
    group = Group(name="Rat", approval=approval, notice_days=14)
    whole, short_ = status("g", group, known, today), status("g", group, kept(known), today)
    shown: list[Callable[[Any], Any]] = [
        lambda one: status_object([one], 0, REGISTER, today),
        lambda one: screen([one], 0, Names(REGISTER, "g"), 0),
    ]
    for show in shown:
        assert show(short_) == show(whole)
