"""How a group stands, and how that is shown on one screen."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from scm_cli.formats.status_object import status_object
from scm_cli.formats.status_screen import Names, screen
from scm_cli.model.agenda import Item
from scm_cli.model.group import Group
from scm_cli.model.outcomes import Task, TaskChange
from scm_cli.model.record import Approval, Objection, Seal
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.model.table import Named
from scm_cli.planning.status import Status, status

TODAY = date(2026, 3, 1)
GROUP = Group(name="AG Beispielregion", notice_days=14)
SEAL = Seal(version=1, at=datetime(2026, 2, 1, tzinfo=UTC), head="0" * 64, protocol="0" * 64)
NAMES = Names({}, "g")


def ref(number: int) -> SessionRef:
    return SessionRef("g", number)


def session(number: int, day: date, **values: Any) -> Session:
    return Session(number=number, date=day, **values)


def final(number: int, **values: Any) -> Session:
    return session(number, date(2026, 1, number), status="final", seal=SEAL, **values)


def of(*sessions: Session, group: Group = GROUP) -> Status:
    return status("g", group, {ref(one.number): one for one in sessions}, TODAY)


def with_task(number: int, *tasks: Task) -> Session:
    return final(number, agenda=(Item(id="a", title="A", state="done", tasks=tasks),))


def lines(*statuses: Status, problems: int = 0, height: int = 0) -> list[tuple[str, str]]:
    return screen(statuses, problems, NAMES, height)


@pytest.fixture(autouse=True)
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCM_LANG", "de")


def test_the_next_session_says_when_invitations_are_due() -> None:
    coming = of(session(2, date(2026, 3, 20)), session(3, date(2026, 4, 20))).coming
    assert coming is not None
    assert (coming.ref, coming.days, coming.due, coming.days_to_invite) == (ref(2), 19, date(2026, 3, 6), 5)
    overdue = of(session(2, date(2026, 3, 10)))
    assert lines(overdue)[1][1] == "Einladung seit 5 Tagen überfällig: scm session invite 2"
    invited = of(session(2, date(2026, 3, 10), status="invited", invited_on=date(2026, 2, 20)))
    assert [line for _, line in lines(invited)] == ["2: Dienstag, 10.03.2026 (in 9 Tagen)"]
    anytime = of(session(2, date(2026, 3, 1)), group=replace(GROUP, notice_days=None))
    assert [line for _, line in lines(anytime)] == [
        "2: Sonntag, 01.03.2026 (heute)",
        "noch nicht eingeladen: scm session invite 2",
    ]


def test_a_cancelled_or_past_session_is_not_the_next_one() -> None:
    assert of(session(2, date(2026, 3, 20), status="cancelled"), session(1, date(2026, 2, 1))).coming is None


def test_drafts_are_sessions_held_or_past_that_are_not_final() -> None:
    drafts = of(
        session(1, date(2026, 1, 1), status="held"),
        session(2, date(2026, 1, 2)),
        session(3, date(2026, 1, 3), agenda=(Item(id="a", title="A", notes="Etwas."),)),
        session(4, date(2026, 1, 4), status="cancelled"),
        session(6, date(2026, 3, 6)),
        final(5),
    ).drafts
    assert [(one.ref.number, one.held) for one in drafts] == [(1, True), (2, False), (3, True)]


@pytest.mark.parametrize(
    ("approval", "method", "waiting", "days"),
    [
        (None, "objections", "circulate", None),
        (None, "vote", "session", None),
        (Approval(until=date(2026, 3, 1)), "objections", "running", 0),
        (Approval(until=date(2026, 2, 28)), "objections", "passed", -1),
        (Approval(until=date(2026, 2, 28)), "vote", "session", -1),
        (Approval(until=date(2026, 3, 8), objections=(Objection(text="x"),)), "deadline", "objections", 7),
    ],
)
def test_a_final_protocol_waits_for_something(approval: Any, method: Any, waiting: str, days: int | None) -> None:
    found = of(final(1, approval=approval), replace(final(2), status="approved"), group=replace(GROUP, approval=method))
    assert [(one.ref, one.waiting, one.days) for one in found.pending] == [(ref(1), waiting, days)]
    assert lines(found)[1][1].startswith("1: ")


def test_tasks_are_shown_as_they_stand_now_and_not_before_their_day() -> None:
    tasks = (
        Task(number=1, text="Bald", due=date(2026, 3, 15)),
        Task(number=2, text="Später", due=date(2026, 3, 16)),
        Task(number=3, text="Überfällig", due=date(2026, 2, 1)),
        Task(number=4, text="Erledigt", due=date(2026, 2, 1), history=(TaskChange(on=TODAY, state="done"),)),
        Task(number=5, text="Verschoben", due=date(2026, 2, 1), history=(TaskChange(on=TODAY, due=date(2026, 3, 3)),)),
        Task(number=6, text="Wiedervorlage", due=date(2026, 2, 1), not_before=date(2026, 3, 2)),
        Task(number=7, text="Ohne Tag"),
    )
    found = of(with_task(1, *tasks))
    assert [one.task.number for one in found.tasks] == [3, 5, 1, 2, 7]
    assert [(one.task.number, one.overdue) for one in found.pressing] == [(3, True), (5, False), (1, False)]


def test_tasks_stand_by_person_the_most_urgent_one_first() -> None:
    tasks = (
        Task(number=1, text="Eins.", due=date(2026, 3, 3), assignees=("anna", Named(organisation="Musterstadt"))),
        Task(number=2, text="Zwei.\nGenauer", due=date(2026, 2, 1), assignees=("bernd",)),
        Task(number=3, text="Drei", due=date(2026, 3, 4)),
        Task(number=4, text="Vier", assignees=("anna",)),
    )
    rows = [line for _, line in lines(of(with_task(1, *tasks)))[2:]]
    assert rows == [
        "bernd: A1-2 überfällig seit 01.02.2026: Zwei",
        "anna: A1-1 fällig 03.03.2026 (in 2 Tagen): Eins",
        "Musterstadt: A1-1 fällig 03.03.2026 (in 2 Tagen): Eins",
        "niemand zuständig: A1-3 fällig 04.03.2026 (in 3 Tagen): Drei",
        "und 1 weitere: scm task list --open",
    ]


def test_tasks_that_are_not_due_soon_are_counted() -> None:
    rows = lines(of(with_task(1, Task(number=1, text="Später", due=date(2027, 3, 3)))))
    assert rows[-1] == ("Aufgaben", "1 offen, nicht bald fällig: scm task list --open")


def test_what_is_to_be_carried_over_has_the_top_it_had() -> None:
    left = session(1, date(2026, 1, 1), status="held", agenda=(
        Item(id="a", title="A", state="done"), Item(id="b", title="B", state="postponed"),
    ))  # fmt: skip
    assert lines(of(left))[-2:] == [("Zu übertragen", "1:2 B"), ("", "übertragen mit: scm session plan")]
    coming = session(3, date(2026, 3, 20), status="invited")
    assert lines(of(left, coming))[-1] == ("", "übertragen mit: scm session plan --into 3")


def test_the_screen_is_cut_where_it_is_longest_until_it_fits() -> None:
    many = tuple(Task(number=n, text="Tun", due=date(2026, 2, 1)) for n in range(1, 31))
    items = tuple(Item(id=f"i{n}", title=f"I{n}", state="postponed") for n in range(1, 31))
    left = session(40, date(2026, 1, 30), status="held", agenda=items)
    full = [with_task(n) for n in range(2, 12)]
    standing = of(left, with_task(1, *many), *full)
    shown = lines(standing, problems=3, height=23)
    assert len(shown) == 23
    assert [label for label, _ in shown if label] == [
        "Nächste Sitzung", "Entwürfe", "Genehmigung", "Aufgaben", "Zu übertragen", "Fehler",
    ]  # fmt: skip
    tasks = [line for _, line in shown if ": A" in line]
    assert ("", f"und {30 - len(tasks)} weitere: scm task list --open") in shown
    assert len(tasks) >= 5
    assert shown[-1] == ("Fehler", "3 Befunde: scm check")
    assert len(lines(standing, problems=3)) > 70
    assert len(lines(standing, height=1)) == 8, "four sections keep at most two lines each"


@pytest.mark.parametrize("lang", ["de", "en"])
def test_no_command_is_cut_on_a_screen_of_80_columns(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCM_LANG", lang)
    day = date(2025, 9, 24)
    objection = Objection(text="x")

    def sealed(number: int, approval: Approval | None) -> Session:
        return session(number, day, status="final", seal=SEAL, approval=approval)

    one = of(
        session(97, day, status="held"),
        session(96, day),
        sealed(95, None),
        sealed(94, Approval(until=date(2026, 2, 24))),
        sealed(93, Approval(objections=(objection,) * 12)),
        session(99, date(2026, 9, 23), start=time(10)),
        session(92, day, status="held", agenda=(Item(id="a", title="A", state="postponed"),)),
    )
    late = of(sealed(95, None), session(98, date(2026, 3, 2)), group=replace(GROUP, approval="vote", notice_days=99))
    for shown in (lines(one), lines(late), lines(of(session(99, date(2026, 3, 2)), group=Group(name="G")))):
        width = max(len(label) for label, _ in shown)
        for _, line in shown:
            assert "scm " not in line or width + 2 + len(line) <= 80, line


def test_several_groups_stand_together_and_are_named() -> None:
    other = status("h", Group(name="H"), {}, TODAY)
    shown = [line for _, line in lines(of(session(1, date(2026, 3, 2))), other)]
    assert shown[-1] == "h: keine geplant: scm session plan -g h"


def test_an_archive_without_anything_has_one_line() -> None:
    assert lines(of()) == [("Nächste Sitzung", "keine geplant: scm session plan")]


def test_programs_get_one_object_with_every_name() -> None:
    task = Task(number=1, text="Tun", due=date(2026, 2, 1), assignees=("anna",))
    found = status_object([of(with_task(1, task), session(2, date(2026, 3, 20)))], 0, {}, TODAY)
    assert found == {
        "today": "2026-03-01",
        "problems": 0,
        "groups": [
            {
                "group": "g",
                "name": "AG Beispielregion",
                "next_session": {
                    "ref": "g/2",
                    "date": "2026-03-20",
                    "start": None,
                    "status": "planned",
                    "days": 19,
                    "invited_on": None,
                    "invitation_due": "2026-03-06",
                    "days_to_invite": 5,
                },
                "drafts": [],
                "approvals": [
                    {
                        "ref": "g/1",
                        "date": "2026-01-01",
                        "waiting": "circulate",
                        "circulated_on": None,
                        "until": None,
                        "days": None,
                        "objections": 0,
                    }
                ],
                "open_tasks": 1,
                "tasks": [
                    {
                        "ref": "g/A1-1",
                        "session": "g/1",
                        "item": "g/1#a",
                        "text": "Tun",
                        "assignees": ["anna"],
                        "due": "2026-02-01",
                        "state": "open",
                        "days": -28,
                        "overdue": True,
                    }
                ],
                "carry_over": [],
            }
        ],
    }
    empty = status_object([of()], 0, {}, TODAY)
    assert empty["groups"][0]["next_session"] is None
