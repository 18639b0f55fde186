"""The steps of a session's record: which follows which, and what each changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from strategies import mended, tables

from scm_cli.errors import Conflict
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.group import Status
from scm_cli.model.guard import ensure_open
from scm_cli.model.outcomes import Task
from scm_cli.model.record import Approval, Objection, Reopening, Seal
from scm_cli.model.record_changes import (
    amend,
    anything_recorded,
    approve,
    circulate,
    finalize,
    invite,
    object_to,
    open_objections,
    reopen,
    settle_unreached,
    treated,
    unreached,
    waiting,
)
from scm_cli.model.session import Session
from scm_cli.model.steps import stage

DAY = date(2024, 9, 10)
LATER = date(2024, 9, 20)
SEAL = Seal(version=1, at=datetime(2024, 9, 12, 9, tzinfo=UTC), head="0" * 64, protocol="0" * 64)
STATUSES: tuple[Status, ...] = ("planned", "invited", "held", "final", "approved", "cancelled")


def session(status: Status = "held", **values: Any) -> Session:
    """Return a session that is so far."""
    values.setdefault("seal", SEAL if status in ("final", "approved") else None)
    return Session(number=7, date=DAY, status=status, **values)


STEPS: dict[str, tuple[Callable[[Session], Any], set[Status]]] = {
    "invite": (lambda one: invite(one, "g/7", None, DAY), {"planned", "invited"}),
    "finalize": (lambda one: finalize(one, "g/7", SEAL), {"planned", "invited", "held"}),
    "reopen": (lambda one: reopen(one, "g/7", DAY, "x"), {"final"}),
    "circulate": (lambda one: circulate(one, "g/7", DAY, LATER), {"final"}),
    "object": (lambda one: object_to(one, "g/7", [Objection(text="x")]), {"final"}),
    "approve": (lambda one: approve(one, "g/7", DAY, "vote"), {"final"}),
    "amend": (lambda one: amend(one, "g/7", DAY, "x"), {"approved"}),
    "change": (lambda one: ensure_open(one, "g/7"), {"planned", "invited", "held", "cancelled"}),
}


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("status", STATUSES)
def test_each_step_follows_from_its_own_states_and_is_refused_with_a_remedy_elsewhere(
    name: str, status: Status
) -> None:
    step, allowed = STEPS[name]
    if status in allowed:
        step(session(status))
        return
    with pytest.raises(Conflict) as caught:
        step(session(status))
    assert caught.value.exit_code == 5
    assert "g/7" in caught.value.message
    assert caught.value.remedy


def test_a_seal_counts_whatever_the_status_says() -> None:
    for status in ("planned", "held", "cancelled"):
        assert stage(session(status, seal=SEAL)) == "final"
    assert stage(session("approved", seal=SEAL)) == "approved"
    assert stage(session("final", seal=None)) == "final"


@pytest.mark.parametrize(
    ("status", "named"), [("final", "scm session reopen g/7"), ("approved", "scm session amend g/7")]
)
def test_who_wants_to_change_a_final_protocol_is_shown_the_way(status: Status, named: str) -> None:
    with pytest.raises(Conflict) as caught:
        ensure_open(session(status), "g/7")
    assert named in caught.value.remedy


def test_the_first_invitation_counts_and_pins_new_items_later() -> None:
    one = Item(id="a", title="A")
    first = invite(session("planned", agenda=(one,)), "g/7", date(2024, 8, 27), DAY)
    assert (first.status, first.invited_on, first.agenda[0].top) == ("invited", date(2024, 8, 27), "1")
    more = replace(first, agenda=(*first.agenda, Item(id="b", title="B")))
    second = invite(more, "g/7", None, DAY)
    assert (second.invited_on, [item.top for item in second.agenda]) == (date(2024, 8, 27), ["1", "2"])
    assert invite(second, "g/7", None, DAY) == second
    assert invite(second, "g/7", date(2024, 8, 28), DAY).invited_on == date(2024, 8, 28)
    assert invite(session("planned"), "g/7", None, DAY).invited_on == DAY


def test_what_holds_something_was_treated_and_its_parent_too() -> None:
    agenda = (
        Item(id="notes", title="N", notes="x"),
        Item(id="parent", title="P"),
        Item(id="pause", title="Pause", kind="break"),
        Item(id="sub", title="S", level=2, tasks=(Task(number=1, text="t"),)),
        Item(id="empty", title="E"),
        Item(id="under", title="U", level=2, state="postponed"),
        Item(id="off", title="O", state="dropped", notes="x"),
        Item(id="rest", title="R", kind="break"),
    )
    after = treated(session(agenda=agenda))
    states = {item.id: item.state for item in after.agenda}
    assert states == {
        "notes": "done",
        "parent": "done",
        "pause": "open",
        "sub": "done",
        "empty": "open",
        "under": "postponed",
        "off": "dropped",
        "rest": "open",
    }
    assert [item.id for item in unreached(after)] == ["empty"]
    settled = settle_unreached(after, "postponed")
    assert unreached(settled) == []
    assert settled.item("empty") == replace(agenda[4], state="postponed")
    assert settled.item("rest") == agenda[7]


def test_a_standing_item_needs_no_record_and_an_approval_only_the_approval() -> None:
    agenda = (
        Item(id="opening", title="O", purpose="other"),
        Item(id="pause", title="P", purpose="other", kind="break"),
        Item(id="tasks", title="T", purpose="tasks"),
        Item(id="six", title="6", purpose="approval", about="g/6"),
        Item(id="five", title="5", purpose="approval", about="g/5"),
        Item(id="late", title="L", purpose="other", state="postponed"),
    )
    after = treated(session(agenda=agenda), {"g/6"})
    assert [item.state for item in after.agenda] == ["done", "open", "done", "done", "open", "postponed"]


def test_something_is_recorded_once_anybody_came_or_anything_was_treated() -> None:
    assert not anything_recorded(session(agenda=(Item(id="a", title="A", state="postponed"),)))
    assert not anything_recorded(session(attendance=(Attendance(name="A", state="accepted"),)))
    assert anything_recorded(session(attendance=(Attendance(name="A", state="absent"),)))
    assert anything_recorded(session(agenda=(Item(id="a", title="A", notes="x"),)))
    assert anything_recorded(session(quorum_stated="lacking"))


def test_reopening_leaves_a_trace_and_takes_the_circulation_back() -> None:
    sent = circulate(session("final"), "g/7", DAY, LATER)
    assert sent.approval == Approval(circulated_on=DAY, until=LATER)
    opened = reopen(sent, "g/7", LATER, "Zahl falsch")
    assert (opened.status, opened.seal, opened.approval) == ("held", None, None)
    assert opened.reopened == (Reopening(on=LATER, reason="Zahl falsch"),)
    objected = object_to(sent, "g/7", [Objection(text="x")])
    assert reopen(objected, "g/7", LATER, "y").approval == Approval(objections=(Objection(text="x"),))


def test_a_new_deadline_goes_before_the_old_one_and_keeps_objections() -> None:
    objected = object_to(circulate(session("final"), "g/7", DAY, LATER), "g/7", [Objection(text="x")])
    again = circulate(objected, "g/7", LATER, date(2024, 10, 1))
    assert again.approval == Approval(circulated_on=LATER, until=date(2024, 10, 1), objections=(Objection(text="x"),))


def test_objections_to_a_version_that_was_corrected_are_no_longer_open() -> None:
    early, late, undated = Objection(on=date(2024, 9, 11), text="e"), Objection(on=LATER, text="l"), Objection(text="u")
    objected = object_to(session("final"), "g/7", [early, late, undated])
    assert open_objections(objected) == [early, late, undated]
    corrected = replace(objected, reopened=(Reopening(on=date(2024, 9, 11)),))
    assert open_objections(corrected) == [late, undated]
    same_day = replace(early, on=SEAL.at.date())
    assert open_objections(object_to(replace(corrected, approval=None), "g/7", [same_day])) == [same_day]


def test_an_approval_says_how_when_and_where() -> None:
    sent = circulate(session("final"), "g/7", DAY, LATER)
    approved = approve(sent, "g/7", LATER, "objections", "g/8")
    assert approved.status == "approved"
    assert approved.approval == Approval(circulated_on=DAY, until=LATER, method="objections", on=LATER, session="g/8")


def test_addenda_are_numbered_one_after_the_other() -> None:
    first, one = amend(session("approved"), "g/7", DAY, "x", "a")
    second, two = amend(first, "g/7", LATER, "y")
    assert (one.number, one.item, two.number, two.item) == (1, "a", 2, None)
    assert second.amendments == (one, two)


@given(tables(Session).map(mended))
def test_what_waits_is_what_treating_leaves_over(session: Session) -> None:
    left = [one for one in treated(session).agenda if one.state in ("open", "postponed") and not one.is_break]
    assert list(waiting(session)) == left


def test_an_open_item_waits_unless_something_of_it_or_below_it_is_recorded() -> None:
    agenda = (
        Item(id="a", title="Bericht"),
        Item(id="b", title="Planung"),
        Item(id="c", title="Entwurf", level=2, notes="Besprochen."),
        Item(id="d", title="Aufgaben", purpose="tasks"),
        Item(id="e", title="Vertagtes", state="postponed", notes="Kurz."),
        Item(id="f", title="Pause", kind="break"),
    )
    assert [one.id for one in waiting(Session(number=1, date=DAY, agenda=agenda))] == ["a", "e"]
