"""What a task's history makes of it."""

from dataclasses import replace
from datetime import date

from scm_cli.model.outcomes import Task, TaskChange

TASK = Task(number=1, text="Kostenplan vorlegen", assignees=("anna",), due=date(2024, 10, 8))


def test_without_history_a_task_is_as_it_is_written() -> None:
    assert TASK.present is TASK


def test_the_last_entry_that_names_something_decides() -> None:
    history = (
        TaskChange(on=date(2024, 11, 2), state="done"),
        TaskChange(on=date(2024, 10, 1), state="waiting", due=date(2024, 12, 1)),
        TaskChange(on=date(2024, 10, 5), assignees=("bernd",), note="übernimmt"),
    )
    task = replace(TASK, history=history)
    assert task.present == replace(task, state="done", due=date(2024, 12, 1), assignees=("bernd",))


def test_overdue_is_what_should_have_been_finished_by_now() -> None:
    assert TASK.overdue(date(2024, 10, 9))
    assert not TASK.overdue(date(2024, 10, 8))
    later = replace(TASK, history=(TaskChange(on=date(2024, 10, 1), due=date(2024, 12, 1)),))
    assert not later.overdue(date(2024, 10, 9))
    done = replace(TASK, history=(TaskChange(on=date(2024, 10, 1), state="done"),))
    assert not done.overdue(date(2024, 10, 9))
    assert not done.unfinished
