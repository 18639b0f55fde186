from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from protocols import DAY, GROUP, at, printing

from scm_cli.documents.agenda import agenda
from scm_cli.model.agenda import Item
from scm_cli.model.group import Group, Words
from scm_cli.model.outcomes import Task
from scm_cli.model.refs import SessionRef
from scm_cli.model.table import Named
from scm_cli.planning.tasks import OpenTask

MARKDOWN = MarkdownIt("commonmark", {"html": False})


def printed(*items: Item, **values: Any) -> list[str]:
    return agenda(printing(*items, **values), Path("/nowhere")).split("\n")


@pytest.mark.parametrize(
    ("values", "de", "en"),
    [
        ({}, "7. Sitzung der AG Muster", "Session 7 of AG Muster"),
        ({"mode": "written"}, "7. Umlaufverfahren der AG Muster", "Written procedure 7 of AG Muster"),
        (
            {"kind": "extraordinary"},
            "7. (außerordentliche) Sitzung der AG Muster",
            "Extraordinary session 7 of AG Muster",
        ),
        (
            {"kind": "constitutive"},
            "7. (konstituierende) Sitzung der AG Muster",
            "Constitutive session 7 of AG Muster",
        ),
        ({"display_number": "3/2024"}, "Sitzung 3/2024 der AG Muster", "Session 3/2024 of AG Muster"),
        (
            {"display_number": "3/2024", "mode": "written"},
            "Umlaufverfahren 3/2024 der AG Muster",
            "Written procedure 3/2024 of AG Muster",
        ),
        (
            {"display_number": "3/2024", "kind": "extraordinary"},
            "außerordentliche Sitzung 3/2024 der AG Muster",
            "Extraordinary session 3/2024 of AG Muster",
        ),
        ({"title": "Klausur *2024*"}, r"Klausur \*2024\*", r"Klausur \*2024\*"),
        ({"group": Group(name="AG Muster")}, "7. Sitzung (AG Muster)", "Session 7 of AG Muster"),
        ({"group": None}, "7. Sitzung (muster)", "Session 7 of muster"),
    ],
)
def test_titles(values: dict[str, Any], de: str, en: str) -> None:
    assert printed(**values)[0] == f"# Tagesordnung: {de}"
    assert printed(lang="en", **values)[0] == f"# Agenda: {en}"


@pytest.mark.parametrize(
    ("values", "de", "en"),
    [
        ({"place": "Rathaus"}, "Ort: Rathaus", "Place: Rathaus"),
        ({"mode": "online"}, "Ort: online", "Place: online"),
        ({"place": "Rathaus", "mode": "hybrid"}, "Ort: Rathaus (hybrid)", "Place: Rathaus (hybrid)"),
        ({"room": "Saal"}, "Raum: Saal", "Room: Saal"),
        ({"link": "https://example.org/*a*"}, r"Link: https://example.org/\*a\*", r"Link: https://example.org/\*a\*"),
        ({"status": "cancelled"}, "Stand: abgesagt", "Status: cancelled"),
    ],
)
def test_the_head(values: dict[str, Any], de: str, en: str) -> None:
    assert printed(**values)[2:] == ["- Datum: Dienstag, 10.09.2024", f"- {de}", ""]
    assert printed(lang="en", **values)[2:] == ["- Date: Tuesday, 10 September 2024", f"- {en}", ""]


def test_the_planned_end_goes_before_the_real_one() -> None:
    times = {"start": at("10:00"), "end": at("11:50"), "planned_end": at("12:00")}
    assert printed(**times)[2] == "- Datum: Dienstag, 10.09.2024, 10:00 bis 12:00 Uhr"


def test_items_with_all_that_is_known_of_them() -> None:
    items = (
        Item(id="a", title="1. *Bau*", kind="discussion", presenters=("anna", Named(organisation="Forst"))),
        Item(id="b", title="Teil", level=2, minutes_planned=1, internal=True),
        Item(id="pause", title="# Pause", kind="break", minutes_planned=20),
        Item(id="c", title="Wahl", kind="election", state="postponed", top="3a"),
    )
    group = Group(name="AG", words=Words(internal="vertraulich"))
    assert printed(*items, group=group)[4:] == [
        "## Tagesordnungspunkte",
        "",
        r"- TOP 1 1. \*Bau\* (Dr. Anna Beispiel, Forst, Beratung)",
        "  - TOP 1.1 Teil (1 Minute, vertraulich)",
        r"- \# Pause (20 Minuten)",
        "- TOP 3a Wahl (Wahl, vertagt)",
        "",
    ]
    assert printed(*items, group=group, lang="en")[4:] == [
        "## Items",
        "",
        r"- Item 1 1. \*Bau\* (Dr. Anna Beispiel, Forst, discussion)",
        "  - Item 1.1 Teil (1 minute, internal)",
        r"- \# Pause (20 minutes)",
        "- Item 3a Wahl (election, postponed)",
        "",
    ]


def test_head_and_items_are_two_lists() -> None:
    tokens = MARKDOWN.parse("\n".join(printed(Item(id="a", title="a"), group=GROUP)))
    assert [token.type for token in tokens if token.level == 0 and token.type.endswith("_open")] == [
        "heading_open",
        "bullet_list_open",
        "heading_open",
        "bullet_list_open",
    ]


def test_open_tasks_stand_below_the_item_that_is_for_them() -> None:
    topic, secret = Item(id="a", title="A"), Item(id="b", title="B", internal=True)
    six = SessionRef("muster", 6)
    tasks = [
        OpenTask(six, topic, Task(number=1, text="Plan *vorlegen*.\nMehr", assignees=("anna",), due=DAY), 0),
        OpenTask(six, secret, Task(number=2, text="Vertraulich verhandeln"), None),
    ]
    items = (Item(id="t", title="Aufgaben", purpose="tasks"), topic)
    lines = agenda(printing(*items), Path("/nowhere"), tasks).split("\n")
    assert lines[-5:] == [
        "- TOP 1 Aufgaben",
        r"  - A6-1 (Dr. Anna Beispiel, bis 10.09.2024): Plan \*vorlegen\*",
        "  - A6-2 (nichtöffentlich)",
        "- TOP 2 A",
        "",
    ]
    assert "A6-1" not in agenda(printing(topic), Path("/nowhere"), tasks)


def test_items_stand_with_the_times_they_are_planned_to_begin() -> None:
    items = (
        Item(id="a", title="A", minutes_planned=20, presenters=("anna",)),
        Item(id="p", title="Pause", kind="break", minutes_planned=10),
        Item(id="b", title="B", minutes_planned=40),
    )
    times = {"start": at("10:00"), "planned_end": at("11:00")}
    assert printed(*items, **times)[2:4] == [
        "- Datum: Dienstag, 10.09.2024, 10:00 bis 11:00 Uhr",
        "- Voraussichtliches Ende: 11:10 Uhr (10 Minuten nach dem geplanten Ende)",
    ]
    assert printed(*items, **times)[7:] == [
        "- TOP 1 A (ab 10:00 Uhr, Dr. Anna Beispiel, 20 Minuten)",
        "- Pause (ab 10:20 Uhr, 10 Minuten)",
        "- TOP 2 B (ab 10:30 Uhr, 40 Minuten)",
        "",
    ]
    english = printed(*items, lang="en", **times)
    assert "- Expected end: 11:10 (10 minutes after the planned end)" in english
    assert "- Item 2 B (from 10:30, 40 minutes)" in english
    assert printed(*items[:1], **times)[-2:] == ["- TOP 1 A (Dr. Anna Beispiel, 20 Minuten)", ""]
    in_time = {"start": at("10:00"), "planned_end": at("11:10")}
    assert not any("Voraussichtlich" in line for line in printed(*items, **in_time))
