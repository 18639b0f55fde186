"""A task's own keys change until the protocol is sealed; its history grows always."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scm_cli.errors import Conflict
from scm_cli.model.agenda import Item
from scm_cli.model.outcomes import Task, TaskChange
from scm_cli.model.record import Seal
from scm_cli.model.refs import SessionRef
from scm_cli.model.seal import item_digest
from scm_cli.model.session import Session
from scm_cli.model.table import Named
from scm_cli.model.task_changes import Step, caught_up, progressed

DAY = date(2024, 9, 12)
REF = SessionRef("ag", 7)
TASK = Task(number=1, text="Kostenplan vorlegen", assignees=("anna",), due=date(2024, 10, 8))
OPEN = Session(number=7, date=date(2024, 9, 10), status="held", agenda=(Item(id="a", title="A", tasks=(TASK,)),))
SEAL = Seal(version=1, at=datetime(2024, 9, 12, tzinfo=UTC), head="0" * 64, protocol="0" * 64)
SEALED = replace(OPEN, status="final", seal=SEAL)
APPROVED = replace(SEALED, status="approved")


def step(session: Session, task: Task, on: date = DAY, note: str | None = None, **wanted: Any) -> Task:
    """Change a task to what is wanted."""
    return progressed(session, REF, task, Step(wanted, on, note))


def test_a_draft_changes_the_keys_and_dates_what_matters() -> None:
    task = step(OPEN, TASK, text="Kostenplan vorlegen, mit Varianten")
    assert task == replace(TASK, text="Kostenplan vorlegen, mit Varianten"), "a typo is no history"
    task = step(OPEN, task, due=date(2024, 12, 1), not_before=date(2024, 11, 1), note="vertagt")
    assert (task.due, task.not_before) == (date(2024, 12, 1), date(2024, 11, 1))
    assert task.history == (TaskChange(on=DAY, due=date(2024, 12, 1), note="vertagt"),)


@pytest.mark.parametrize("session", [SEALED, APPROVED])
def test_a_sealed_task_changes_its_history_alone(session: Session) -> None:
    task = step(session, TASK, state="done", due=date(2024, 12, 1), assignees=(Named(organisation="Stadtwerke"),))
    assert replace(task, history=()) == TASK
    assert (task.present.state, task.present.due) == ("done", date(2024, 12, 1))
    assert task.present.assignees == (Named(organisation="Stadtwerke"),)


@pytest.mark.parametrize(
    ("session", "remedy"),
    [(SEALED, "scm session reopen ag/7 --reason TEXT"), (APPROVED, "scm session amend ag/7 TEXT")],
)
@pytest.mark.parametrize(
    "wanted", [{"text": "Anders"}, {"not_before": date(2024, 11, 1)}, {"number": 2}, {"x": {"a": 1}}], ids=str
)
def test_what_the_seal_covers_is_refused_with_the_way_there_is(
    session: Session, remedy: str, wanted: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCM_LANG", "en")
    with pytest.raises(Conflict, match="A7-1: the final protocol can no longer change") as caught:
        step(session, TASK, state="done", **wanted)
    assert remedy in caught.value.remedy
    assert "--note" in caught.value.remedy


@pytest.mark.parametrize("session", [OPEN, SEALED])
def test_what_is_so_already_changes_nothing(session: Session) -> None:
    done = step(session, TASK, state="done")
    assert step(session, done, on=DAY + timedelta(days=3), state="done") == done


def test_a_protocol_opened_again_keeps_what_it_printed() -> None:
    moved = step(SEALED, TASK, due=date(2024, 12, 1))
    done = step(OPEN, moved, state="done")
    assert (done.due, done.present.due, done.state) == (TASK.due, date(2024, 12, 1), "done")
    corrected = step(OPEN, moved, due=date(2024, 12, 1))
    assert corrected == replace(moved, due=date(2024, 12, 1)), "said again, it is what will be printed"


@pytest.mark.parametrize("session", [OPEN, SEALED])
def test_a_note_of_one_day_stands_once(session: Session) -> None:
    noted = step(session, TASK, note="rief an")
    assert noted.history == (TaskChange(on=DAY, note="rief an"),)
    assert step(session, noted, note="rief an") == noted
    assert len(step(session, noted, on=DAY + timedelta(days=1), note="rief an").history) == 2


def test_a_task_can_be_done_opened_and_done_on_one_day() -> None:
    task = TASK
    for state in ("done", "open", "done"):
        task = step(SEALED, task, state=state)
    assert [entry.state for entry in task.history] == ["done", "open", "done"]
    assert task.present.state == "done"


@pytest.mark.parametrize("session", [OPEN, SEALED])
def test_an_entry_before_a_later_one_that_would_win_is_refused(session: Session) -> None:
    task = step(session, TASK, due=date(2024, 12, 1))
    with pytest.raises(Conflict, match=r"2024-09-12|12\.09\.2024"):
        step(session, task, on=DAY - timedelta(days=1), due=date(2025, 1, 1))
    earlier = step(session, task, on=DAY - timedelta(days=1), state="waiting")
    assert (earlier.present.state, earlier.present.due) == ("waiting", date(2024, 12, 1))


def test_only_a_draft_without_history_of_it_loses_a_value() -> None:
    assert step(OPEN, TASK, due=None) == replace(TASK, due=None)
    for session, task in ((SEALED, TASK), (OPEN, step(OPEN, TASK, due=date(2024, 12, 1)))):
        with pytest.raises(Conflict) as caught:
            step(session, task, due=None)
        assert caught.value.exit_code == 5


_WANTED = st.fixed_dictionaries(
    {},
    optional={
        "state": st.sampled_from(["open", "in-progress", "waiting", "done", "dropped"]),
        "due": st.dates(date(2024, 1, 1), date(2026, 1, 1)),
        "assignees": st.lists(st.sampled_from(["anna", "bernd", Named(name="Gast")]), min_size=1, max_size=2).map(
            tuple
        ),
    },
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(_WANTED, st.integers(0, 2), st.none() | st.just("Vermerk")), max_size=8), st.booleans())
def test_a_task_stands_as_wanted_after_every_change_and_the_seal_holds(
    changes: list[tuple[dict[str, Any], int, str | None]], sealed: bool
) -> None:
    session = SEALED if sealed else OPEN
    digest = item_digest(Item(id="a", title="A", tasks=(TASK,)))
    task, day = TASK, DAY
    for wanted, later, note in changes:
        day += timedelta(days=later)
        before = len(task.history)
        task = step(session, task, on=day, note=note, **wanted)
        now = task.present
        assert all(getattr(now, name) == value for name, value in wanted.items())
        assert len(task.history) - before in (0, 1)
        if sealed:
            assert item_digest(Item(id="a", title="A", tasks=(task,))) == digest
        else:
            assert (task.state, task.due, task.assignees) == (now.state, now.due, now.assignees)


def with_task(task: Task) -> Session:
    """Return the open session with this task."""
    return replace(OPEN, agenda=(replace(OPEN.agenda[0], tasks=(task,)),))


def test_what_was_changed_elsewhere_counts_although_the_history_tells_otherwise() -> None:
    moved = step(OPEN, TASK, on=date(2024, 9, 11), due=date(2024, 11, 1))
    corrected = replace(moved, due=date(2024, 12, 1))
    (task,) = caught_up(with_task(moved), with_task(corrected), DAY).agenda[0].tasks
    assert task.present.due == date(2024, 12, 1)
    assert task.history == (*moved.history, TaskChange(on=DAY, due=date(2024, 12, 1)))


def test_without_a_history_nothing_has_to_catch_up() -> None:
    corrected = replace(TASK, due=date(2024, 12, 1), text="Anders")
    after = with_task(corrected)
    assert caught_up(OPEN, after, DAY) == after
    new = replace(TASK, number=2)
    both = replace(OPEN, agenda=(replace(OPEN.agenda[0], tasks=(TASK, new)),))
    assert caught_up(OPEN, both, DAY) == both
