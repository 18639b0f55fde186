from typing import Any

import pytest
from protocols import PEOPLE, at, person, printing

from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.group import Group, Words
from scm_cli.model.outcomes import Decision, Election, Task
from scm_cli.notation.items import heading, item
from scm_cli.notation.protocol import protocol


def top(title: str = "Bericht", **values: Any) -> Item:
    return Item(id="top", title=title, **values)


def headings(*agenda: Item, **values: Any) -> list[str]:
    return [line for line in protocol(printing(*agenda, **values)).split("\n") if line.startswith("##")]


@pytest.mark.parametrize(
    ("values", "de", "en"),
    [
        ({}, "Bericht", "Bericht"),
        ({"internal": True}, "Bericht (nichtöffentlich)", "Bericht (internal)"),
        ({"state": "postponed"}, "Bericht (vertagt)", "Bericht (postponed)"),
        ({"state": "dropped"}, "Bericht (abgesetzt)", "Bericht (dropped)"),
        ({"state": "done"}, "Bericht", "Bericht"),
        (
            {"internal": True, "state": "postponed"},
            "Bericht (nichtöffentlich, vertagt)",
            "Bericht (internal, postponed)",
        ),
        ({"internal": True, "state": "dropped"}, "Bericht (nichtöffentlich, abgesetzt)", "Bericht (internal, dropped)"),
        # titles that themselves end so
        ({"title": "Bericht (vertagt)"}, r"Bericht \(vertagt)", r"Bericht \(vertagt)"),
        ({"title": "Bericht (internal, dropped)"}, r"Bericht \(internal, dropped)", r"Bericht \(internal, dropped)"),
        (
            {"title": "Bericht (nichtöffentlich, vertagt)", "state": "postponed"},
            r"Bericht \(nichtöffentlich, vertagt) (vertagt)",
            r"Bericht \(nichtöffentlich, vertagt) (postponed)",
        ),
        ({"title": "A (vertagt) (vertagt)"}, r"A (vertagt) \(vertagt)", r"A (vertagt) \(vertagt)"),
        ({"title": r"A \(vertagt)"}, r"A \\\(vertagt)", r"A \\\(vertagt)"),
        ({"title": "(vertagt)"}, r"\(vertagt)", r"\(vertagt)"),
        ({"title": "Bericht (Forst)"}, "Bericht (Forst)", "Bericht (Forst)"),
        ({"title": "Bericht (vertagt) heute"}, "Bericht (vertagt) heute", "Bericht (vertagt) heute"),
        # Markdown
        ({"title": "# a *b* #"}, r"# a \*b\* \#", r"# a \*b\* \#"),
        ({"title": "1. <script> &amp; C#"}, r"1. \<script> \&amp; C#", r"1. \<script> \&amp; C#"),
    ],
)
def test_headings(values: dict[str, Any], de: str, en: str) -> None:
    value = top(**{"title": "Bericht", **values})
    assert heading(value, printing(value)) == f"## TOP 1 {de}"
    assert heading(value, printing(value, lang="en")) == f"## Item 1 {en}"


def test_the_group_chooses_the_word_for_what_is_internal() -> None:
    group = Group(name="AG", words=Words(internal="vertr*aulich"))
    assert headings(top(internal=True), group=group) == [r"## TOP 1 Bericht (vertr\*aulich)"]
    assert headings(top("Bericht (vertr*aulich)"), group=group) == [r"## TOP 1 Bericht \(vertr\*aulich)"]
    assert headings(top(internal=True), group=group, lang="en") == ["## Item 1 Bericht (internal)"]
    assert headings(top(internal=True), group=None) == ["## TOP 1 Bericht (nichtöffentlich)"]


def test_numbers_come_from_order_and_level_unless_pinned() -> None:
    agenda = (
        Item(id="a", title="a"),
        Item(id="pause", title="Pause", kind="break"),
        Item(id="b", title="b", top="3"),
        Item(id="c", title="c", level=2),
        Item(id="d", title="d", top="3a"),
        Item(id="e", title="e", level=2),
        Item(id="f", title="f", level=2, top="3a.4"),
        Item(id="g", title="g"),
    )
    tops = [
        "## TOP 1 a",
        "## TOP 3 b",
        "### TOP 3.1 c",
        "## TOP 3a d",
        "### TOP 3a.1 e",
        "### TOP 3a.4 f",
        "## TOP 4 g",
    ]
    assert headings(*agenda) == tops


def test_a_planned_pause_is_no_item_of_the_protocol() -> None:
    assert "Pause" not in protocol(printing(Item(id="pause", title="Pause", kind="break", notes="Kaffee")))


@pytest.mark.parametrize(
    ("began", "ended", "de", "en"),
    [
        ("10:15", "10:40", "Zeit: 10:15 bis 10:40 Uhr", "Time: 10:15 to 10:40"),
        ("10:15", None, "Zeit: ab 10:15 Uhr", "Time: from 10:15"),
        (None, "10:40", "Zeit: bis 10:40 Uhr", "Time: until 10:40"),
    ],
)
def test_times_stand_below_the_heading(began: str | None, ended: str | None, de: str, en: str) -> None:
    value = top(began=began and at(began), ended=ended and at(ended), notes="Text.")
    assert list(item(value, printing(value)))[1:] == [de, "Text."]
    assert list(item(value, printing(value, lang="en")))[1:] == [en, "Text."]


def test_arrivals_and_departures_stand_where_the_time_of_the_item_is_known() -> None:
    came = Attendance(attendee="clara", state="present", presence=(Span(from_=at("10:20"), until=at("10:40")),))
    left = Attendance(name="Gast {time} *x*", state="present", presence=(Span(until=at("10:16")),))
    whole = Attendance(attendee="anna", state="present", presence=(Span(from_=at("10:00"), until=at("12:00")),))
    excused = Attendance(attendee="bernd", state="excused", presence=(Span(from_=at("10:20")),))
    timed = top(began=at("10:15"), ended=at("10:40"))
    head: dict[str, Any] = {"start": at("10:00"), "end": at("12:00"), "attendance": (came, left, whole, excused)}
    assert list(item(timed, printing(timed, **head)))[2:] == [
        r"10:16 Uhr: Gast {time} \*x\* verlässt die Sitzung.",
        "10:20 Uhr: Clara Kern kommt hinzu.",
        "10:40 Uhr: Clara Kern verlässt die Sitzung.",
    ]
    assert list(item(timed, printing(timed, lang="en", **head)))[2:] == [
        r"10:16: Gast {time} \*x\* leaves.",
        "10:20: Clara Kern arrives.",
        "10:40: Clara Kern leaves.",
    ]
    untimed = top(began=at("10:15"))
    assert len(list(item(untimed, printing(untimed, **head)))) == 2


def test_who_comes_between_two_items_is_named_once() -> None:
    first = Item(id="a", title="a", began=at("10:00"), ended=at("10:20"))
    second = Item(id="b", title="b", began=at("10:20"), ended=at("10:40"))
    came = Attendance(attendee="clara", state="present", presence=(Span(from_=at("10:20")),))
    text = protocol(printing(first, second, attendance=(came,)))
    assert text.count("kommt hinzu") == 1
    assert text.index("TOP 2 b") < text.index("kommt hinzu")


def test_who_comes_during_a_sub_item_is_named_there_only() -> None:
    whole = Item(id="a", title="a", began=at("10:00"), ended=at("11:00"))
    part = Item(id="b", title="b", level=2, began=at("10:10"), ended=at("10:40"))
    early = Attendance(attendee="anna", state="present", presence=(Span(from_=at("10:05")),))
    came = Attendance(attendee="clara", state="present", presence=(Span(from_=at("10:20")),))
    here = printing(whole, part, attendance=(early, came))
    assert list(item(whole, here))[2:] == ["10:05 Uhr: Dr. Anna Beispiel kommt hinzu."]
    assert list(item(part, here))[2:] == ["10:20 Uhr: Clara Kern kommt hinzu."]


def test_a_session_may_last_into_the_next_day() -> None:
    late = top(began=at("23:50"), ended=at("00:20"))
    came = Attendance(attendee="anna", state="present", presence=(Span(from_=at("23:55")),))
    left = Attendance(attendee="clara", state="present", presence=(Span(until=at("00:10")),))
    here = printing(late, start=at("22:00"), end=at("01:00"), attendance=(left, came))
    assert list(item(late, here))[2:] == [
        "23:55 Uhr: Dr. Anna Beispiel kommt hinzu.",
        "00:10 Uhr: Clara Kern verlässt die Sitzung.",
    ]


def test_people_who_print_alike_carry_their_keys_when_they_come() -> None:
    people = {**PEOPLE, "clara-2": person("Clara Kern")}
    rows = (Attendance(attendee="clara", state="present", presence=(Span(from_=at("10:20")),)),)
    timed = top(began=at("10:15"), ended=at("10:40"))
    here = printing(timed, people=people, attendance=(*rows, Attendance(attendee="clara-2", state="present")))
    assert list(item(timed, here))[2:] == ["10:20 Uhr: Clara Kern #clara kommt hinzu."]


def test_the_parts_of_an_item_stand_in_order() -> None:
    value = top(
        notes="Notiz.",
        began=at("10:00"),
        ended=at("10:30"),
        tasks=(Task(number=1, text="Tun."),),
        elections=(Election(number=1, office="Vorsitz"),),
        decisions=(Decision(number=2, text="Zwei."), Decision(number=1, text="Eins.")),
    )
    assert list(item(value, printing(value))) == [
        "## TOP 1 Bericht",
        "Zeit: 10:00 bis 10:30 Uhr",
        "Notiz.",
        "**Beschluss B7-2:** Zwei.",
        "**Beschluss B7-1:** Eins.",
        "**Wahl W7-1:** Vorsitz",
        "**Aufgabe A7-1:** Tun.",
    ]


def test_an_item_without_anything_is_its_heading() -> None:
    assert list(item(top(), printing(top()))) == ["## TOP 1 Bericht"]
    assert list(item(top(notes=""), printing(top()))) == ["## TOP 1 Bericht"]
