"""Where people stand in a session, and others put in their place."""

from datetime import date

from hypothesis import given
from strategies import tables

from scm_cli.archive.mentions import named_in
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.forgetting import without_person
from scm_cli.model.outcomes import ByName, Decision, Task, TaskChange
from scm_cli.model.person_places import places, with_key
from scm_cli.model.session import Session

DAY = date(2024, 9, 10)


@given(tables(Session))
def test_every_name_a_session_holds_has_a_place(session: Session) -> None:
    for name in set(named_in(session)):
        assert list(places(session, frozenset([name]))), name


@given(tables(Session))
def test_another_key_leaves_nothing_of_the_first(session: Session) -> None:
    keys = frozenset(named_in(session))
    changed = with_key(session, keys, "niemand")
    assert set(named_in(changed)) == ({"niemand"} if keys else set())
    assert list(places(changed, keys - {"niemand"})) == []
    assert with_key(session, frozenset(), "niemand") == session


def test_places_say_where_and_within_what() -> None:
    decision = Decision(number=2, text="Ja.", by_name=ByName(yes=("anna", "bernd")))
    task = Task(number=1, text="x", history=(TaskChange(on=DAY, assignees=("anna",)),))
    session = Session(number=1, date=DAY, agenda=(Item(id="a", title="A", decisions=(decision,), tasks=(task,)),))
    found = [(place.where, place.field) for place in places(session, frozenset(["anna"]))]
    assert found == [
        (("agenda", 0, "decisions", 0, "by_name", "yes"), "yes"),
        (("agenda", 0, "tasks", 0, "history", 0, "assignees"), "assignees"),
    ]


def test_two_rows_of_one_person_become_one() -> None:
    rows = (Attendance(attendee="anna", state="present"), Attendance(attendee="anna-alt", state="present"))
    session = Session(number=1, date=DAY, chair="anna", attendance=rows)
    changed = without_person(session, frozenset(["anna", "anna-alt"]), "forgotten")
    assert changed.attendance == (Attendance(attendee="forgotten", state="present"),)
    assert changed.chair == "forgotten"
