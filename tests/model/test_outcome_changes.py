"""Outcomes are numbered once and for all."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scm_cli.model.agenda import Item
from scm_cli.model.outcome_changes import add, change, move, next_number, remove
from scm_cli.model.outcomes import Decision, Election, Task
from scm_cli.model.session import Session

SESSION = Session(
    number=7,
    date=date(2024, 9, 10),
    agenda=(Item(id="a", title="A"), Item(id="b", title="B", decisions=(Decision(number=4, text="Ja."),))),
)


@pytest.mark.parametrize(
    ("value", "last"),
    [
        (Decision(number=0, text="Nein."), "last_decision"),
        (Election(number=0, office="Vorsitz"), "last_election"),
        (Task(number=0, text="Schreiben"), "last_task"),
    ],
)
def test_a_number_is_never_given_twice(value: Any, last: str) -> None:
    six: Any = {last: 6}
    session = replace(SESSION, **six)
    changed, numbered = add(session, "a", value)
    assert numbered.number == 7
    assert getattr(changed, last) == 7
    assert next_number(changed, type(value)) == 8


def test_numbers_given_by_hand_count() -> None:
    changed, numbered = add(SESSION, "a", Decision(number=0, text="Neu."))
    assert (numbered.number, changed.last_decision) == (5, 5)
    assert [one.number for item in changed.agenda for one in item.decisions] == [5, 4]


def test_a_change_touches_one_outcome_only() -> None:
    session, added = add(SESSION, "b", Decision(number=0, text="Neu."))
    changed = change(session, added, lambda one: replace(one, yes=3))
    assert [(one.number, one.yes) for one in changed.agenda[1].decisions] == [(4, None), (5, 3)]
    assert changed.agenda[0] is session.agenda[0]


@pytest.mark.parametrize("value", [Decision(number=0, text="Neu."), Election(number=0, office="Neu")])
def test_a_removed_number_is_not_given_again(value: Any) -> None:
    session, made = add(SESSION, "b", value)
    gone = remove(session, made)
    assert [len(item.decisions) + len(item.elections) for item in gone.agenda] == [0, 1]
    assert add(gone, "a", value)[1].number == made.number + 1


def test_a_removed_number_given_by_hand_is_not_given_again() -> None:
    gone = remove(SESSION, SESSION.agenda[1].decisions[0])
    assert (gone.agenda[1].decisions, gone.last_decision) == ((), 4)


def test_a_moved_outcome_keeps_its_number_and_nothing_else_changes() -> None:
    four = SESSION.agenda[1].decisions[0]
    moved = move(SESSION, four, "a")
    assert [item.decisions for item in moved.agenda] == [(four,), ()]
    assert move(moved, four, "b") == SESSION
    assert move(SESSION, four, "b") is SESSION
