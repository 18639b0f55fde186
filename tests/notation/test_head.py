from typing import Any

import pytest
from protocols import GROUP, PEOPLE, at, person, printing

from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.attendee import Attendee, Membership
from scm_cli.model.group import Group, Words
from scm_cli.notation.head import bullets, title

Values = dict[str, Any]


def there(key: str = "", **values: Any) -> Attendance:
    return Attendance(**{"attendee": key or None, "state": "present", **values})


def lines(lang: str = "de", **values: Any) -> list[str]:
    here = printing(lang="de" if lang == "de" else "en", **values)
    return [f"{label}: {value}" for label, value in bullets(here)][1:]


@pytest.mark.parametrize(
    ("values", "de", "en"),
    [
        ({}, "Protokoll der 7. Sitzung der AG Muster", "Minutes of session 7 of AG Muster"),
        ({"kind": "ordinary"}, "Protokoll der 7. Sitzung der AG Muster", "Minutes of session 7 of AG Muster"),
        (
            {"kind": "extraordinary"},
            "Protokoll der 7. (außerordentlichen) Sitzung der AG Muster",
            "Minutes of extraordinary session 7 of AG Muster",
        ),
        (
            {"kind": "constitutive"},
            "Protokoll der 7. (konstituierenden) Sitzung der AG Muster",
            "Minutes of constitutive session 7 of AG Muster",
        ),
        (
            {"mode": "written"},
            "Protokoll des 7. Umlaufverfahrens der AG Muster",
            "Minutes of written procedure 7 of AG Muster",
        ),
        (
            {"display_number": "3/2024"},
            "Protokoll der Sitzung 3/2024 der AG Muster",
            "Minutes of session 3/2024 of AG Muster",
        ),
        (
            {"display_number": "3/2024", "mode": "written"},
            "Protokoll des Umlaufverfahrens 3/2024 der AG Muster",
            "Minutes of written procedure 3/2024 of AG Muster",
        ),
        (
            {"display_number": "3/2024", "kind": "extraordinary"},
            "Protokoll der außerordentlichen Sitzung 3/2024 der AG Muster",
            "Minutes of extraordinary session 3/2024 of AG Muster",
        ),
        ({"title": "Klausur *2024* #"}, r"Protokoll: Klausur \*2024\* \#", r"Minutes: Klausur \*2024\* \#"),
        (
            {"group": Group(name="AG Muster")},
            "Protokoll der 7. Sitzung (AG Muster)",
            "Minutes of session 7 of AG Muster",
        ),
        ({"group": None}, "Protokoll der 7. Sitzung (muster)", "Minutes of session 7 of muster"),
    ],
)
def test_titles(values: Values, de: str, en: str) -> None:
    assert title(printing(**values)) == de
    assert title(printing(lang="en", **values)) == en


@pytest.mark.parametrize(
    ("values", "de", "en"),
    [
        ({}, "Dienstag, 10.09.2024", "Tuesday, 10 September 2024"),
        ({"start": at("10:00")}, "Dienstag, 10.09.2024, 10:00 Uhr", "Tuesday, 10 September 2024, 10:00"),
        ({"end": at("11:50")}, "Dienstag, 10.09.2024, bis 11:50 Uhr", "Tuesday, 10 September 2024, until 11:50"),
        (
            {"start": at("10:00"), "end": at("11:50"), "planned_end": at("12:00")},
            "Dienstag, 10.09.2024, 10:00 bis 11:50 Uhr",
            "Tuesday, 10 September 2024, 10:00 to 11:50",
        ),
    ],
)
def test_the_date_comes_first(values: Values, de: str, en: str) -> None:
    assert next(bullets(printing(**values))) == ("Datum", de)
    assert next(bullets(printing(lang="en", **values))) == ("Date", en)


@pytest.mark.parametrize(
    ("values", "de", "en"),
    [
        ({"place": "Rathaus"}, "Ort: Rathaus", "Place: Rathaus"),
        ({"place": "Rathaus", "mode": "in-person"}, "Ort: Rathaus", "Place: Rathaus"),
        ({"place": "Rathaus", "mode": "hybrid"}, "Ort: Rathaus (hybrid)", "Place: Rathaus (hybrid)"),
        ({"mode": "online"}, "Ort: online", "Place: online"),
        ({"mode": "hybrid"}, "Ort: hybrid", "Place: hybrid"),
        ({"place": "Portal", "mode": "online"}, "Ort: Portal (online)", "Place: Portal (online)"),
        ({"place": "Portal", "mode": "written"}, "Ort: Portal (schriftlich)", "Place: Portal (in writing)"),
        ({"room": "1. *Saal*"}, r"Raum: 1. \*Saal\*", r"Room: 1. \*Saal\*"),
        ({"host": "Stadt; A"}, "Veranstalterin: Stadt; A", "Host: Stadt; A"),
        ({"reference": "10-24 (7)"}, "Aktenzeichen: 10-24 (7)", "Reference: 10-24 (7)"),
        ({"chair": "anna"}, "Leitung: Dr. Anna Beispiel", "Chair: Dr. Anna Beispiel"),
        ({"minute_taker": "niemand"}, "Protokollführung: niemand", "Minute taker: niemand"),
        (
            {"breaks": (Span(from_=at("10:50"), until=at("11:00")),)},
            "Pausen: 10:50 bis 11:00 Uhr",
            "Breaks: 10:50 to 11:00",
        ),
        (
            {"breaks": (Span(from_=at("10:50"), until=at("11:00")), Span(from_=at("11:30")))},
            "Pausen: 10:50 bis 11:00 Uhr und ab 11:30 Uhr",
            "Breaks: 10:50 to 11:00 and from 11:30",
        ),
        (
            {"quorum_stated": "present"},
            "Beschlussfähigkeit: zu Beginn festgestellt",
            "Quorum: established at the beginning",
        ),
        (
            {"quorum_stated": "lacking", "quorum_present": 2, "quorum_of": 5},
            "Beschlussfähigkeit: nicht gegeben (2 von 5)",
            "Quorum: not met (2 of 5)",
        ),
        (
            {"quorum_stated": "present", "quorum_present": 0},
            "Beschlussfähigkeit: zu Beginn festgestellt",
            "Quorum: established at the beginning",
        ),
    ],
)
def test_single_bullets(values: Values, de: str, en: str) -> None:
    assert lines(**values) == [de]
    assert lines("en", **values) == [en]


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"mode": "in-person"},
        {"breaks": (Span(),)},
        {"mode": "written"},
        {"quorum_present": 4, "quorum_of": 5},
        {"link": "https://example.org", "invited_on": None},
        {"attendance": (Attendance(attendee="anna"), Attendance(attendee="bernd", state="accepted"))},
    ],
)
def test_what_is_not_known_leaves_no_label(values: Values) -> None:
    assert lines(**values) == []


def test_the_group_chooses_its_own_words_in_its_own_language() -> None:
    words = Words(chair="# Vorsitz", minute_taker="[x]", host="1. Gastgeber")
    group = Group(name="AG", words=words)
    head = {"chair": "anna", "minute_taker": "bernd", "host": "Forst"}
    assert lines(group=group, **head) == [
        r"1\. Gastgeber: Forst",
        r"\# Vorsitz: Dr. Anna Beispiel",
        r"\[x]: Bernd Muster",
    ]
    assert lines("en", group=group, **head) == ["Host: Forst", "Chair: Dr. Anna Beispiel", "Minute taker: Bernd Muster"]


@pytest.mark.parametrize(
    ("row", "de", "en"),
    [
        (there("anna"), "Dr. Anna Beispiel (Altdorf)", "Dr. Anna Beispiel (Altdorf)"),
        (there("clara"), "Clara Kern", "Clara Kern"),
        (there("niemand"), "niemand", "niemand"),
        (there(name="Max"), "Max", "Max"),
        (there(name="Max", organisation="Büro"), "Max (Büro)", "Max (Büro)"),
        (there(name="clara"), "clara", "clara"),
        (there("anna", organisation="Forst"), "Dr. Anna Beispiel (Forst)", "Dr. Anna Beispiel (Forst)"),
        (there("clara", via="online"), "Clara Kern (online)", "Clara Kern (online)"),
        (there("clara", via="phone"), "Clara Kern (telefonisch)", "Clara Kern (by telephone)"),
        (there("clara", via="in-person"), "Clara Kern (vor Ort)", "Clara Kern (in person)"),
        (
            there("clara", represents="bernd"),
            "Clara Kern (in Vertretung von Bernd Muster)",
            "Clara Kern (sitting in for Bernd Muster)",
        ),
        (
            there("clara", votes_for="bernd"),
            "Clara Kern (mit der Stimme von Bernd Muster)",
            "Clara Kern (with the vote of Bernd Muster)",
        ),
        (there("clara", presence=(Span(from_=at("10:20")),)), "Clara Kern (ab 10:20 Uhr)", "Clara Kern (from 10:20)"),
        (
            there("clara", presence=(Span(until=at("11:45")),)),
            "Clara Kern (bis 11:45 Uhr)",
            "Clara Kern (until 11:45)",
        ),
        (
            there("clara", presence=(Span(from_=at("10:00"), until=at("10:30")), Span(from_=at("11:00")))),
            "Clara Kern (10:00 bis 10:30 Uhr und ab 11:00 Uhr)",
            "Clara Kern (10:00 to 10:30 and from 11:00)",
        ),
        (there("clara", presence=(Span(),)), "Clara Kern", "Clara Kern"),
        (
            there(
                "anna",
                presence=(Span(from_=at("10:20")),),
                via="online",
                represents="clara",
                votes_for="bernd",
            ),
            (
                "Dr. Anna Beispiel (Altdorf, ab 10:20 Uhr, online, in Vertretung von Clara Kern, "
                "mit der Stimme von Bernd Muster)"
            ),
            "Dr. Anna Beispiel (Altdorf, from 10:20, online, sitting in for Clara Kern, with the vote of Bernd Muster)",
        ),
        (
            there(name="A (B); C, D", organisation="E, (F);"),
            r"A \(B\)\; C\, D (E\, \(F\)\;)",
            r"A \(B\)\; C\, D (E\, \(F\)\;)",
        ),
    ],
)
def test_entries_of_people(row: Attendance, de: str, en: str) -> None:
    assert lines(attendance=(row,)) == [f"Teilnehmende: {de}"]
    assert lines("en", attendance=(row,)) == [f"Participants: {en}"]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Wirtschaftsförderung Brandenburg (WFBB)", "Wirtschaftsförderung Brandenburg (WFBB)"),
        ("A, B; C", r"A\, B\; C"),
        ("A (B", r"A \(B"),
        ("A) (B", r"A\) \(B"),
        ("A ((B)", r"A \((B)"),
    ],
)
def test_organisations_without_a_person(name: str, written: str) -> None:
    row = there(organisation=name)
    other = there(organisation="Forst", presence=(Span(from_=at("10:20")),))
    assert lines(attendance=(row, other)) == [f"Vertreten: {written}; Forst (ab 10:20 Uhr)"]
    assert lines("en", attendance=(row, other)) == [f"Represented: {written}; Forst (from 10:20)"]


def test_lists_of_people_stand_in_order_and_empty_ones_are_left_out() -> None:
    people = {**PEOPLE, "vera": person("Vera Stimm", vote=True), "ewald": person("Ewald Stimm", vote=True)}
    rows = (
        there(name="Gast", capacity="guest"),
        Attendance(name="Fern", state="absent"),
        Attendance(attendee="ewald", state="excused"),
        there(organisation="Forst"),
        there("bernd", capacity="advisory"),
        there("vera"),
    )
    assert lines(people=people, attendance=rows) == [
        "Stimmberechtigt anwesend (1 von 2): Vera Stimm",
        "Weitere Teilnehmende: Bernd Muster (Neudorf)",
        "Vertreten: Forst",
        "Entschuldigt: Ewald Stimm",
        "Nicht anwesend: Fern",
        "Gäste: Gast",
    ]
    assert lines("en", people=people, attendance=rows) == [
        "Present and entitled to vote (1 of 2): Vera Stimm",
        "Also present: Bernd Muster (Neudorf)",
        "Represented: Forst",
        "Excused: Ewald Stimm",
        "Absent: Fern",
        "Guests: Gast",
    ]


def test_guests_for_several_items() -> None:
    agenda = (Item(id="a", title="a"), Item(id="b", title="b", top="3a"), Item(id="c", title="c", level=2))
    one, more = there(name="Eins", capacity="guest", items=("b",)), there(name="Zwei", items=("a", "b", "c"))
    here = printing(*agenda, attendance=(one, more))
    assert [value for _, value in bullets(here)][1:] == ["Zwei (zu TOP 1 und 3a und 3a.1)", "Eins (zu TOP 3a)"]
    here = printing(*agenda, attendance=(one, more), lang="en")
    assert [value for _, value in bullets(here)][1:] == ["Zwei (for items 1 and 3a and 3a.1)", "Eins (for item 3a)"]


def test_two_people_who_print_alike_carry_their_keys() -> None:
    people = {**PEOPLE, "clara-2": person("Clara Kern", "Forst")}
    rows = there("clara"), there("clara-2", represents="bernd")
    assert lines(people=people, chair="clara", attendance=rows) == [
        "Leitung: Clara Kern #clara",
        "Teilnehmende: Clara Kern #clara; Clara Kern #clara-2 (Forst, in Vertretung von Bernd Muster)",
    ]
    assert lines(people=people, attendance=(there("clara"),)) == ["Teilnehmende: Clara Kern"]
    rows = (there("clara"), there(name="Clara Kern"))
    assert lines(attendance=rows) == ["Teilnehmende: Clara Kern #clara; Clara Kern"]


def test_deputies_carried_votes_and_merged_people_vote_once() -> None:
    people = {
        "dora": person("Dora", vote=True),
        "emil": person("Emil", vote=True),
        "frida": person("Frida"),
        "emil-alt": Attendee(name="Emil", merged_into="emil"),
    }
    rows = (there("frida", represents="dora"), there("emil-alt"), Attendance(attendee="dora", state="excused"))
    assert lines(people=people, attendance=rows) == [
        "Stimmberechtigt anwesend (2 von 2): Frida (in Vertretung von Dora); Emil",
        "Entschuldigt: Dora",
    ]
    carried = (there("emil", votes_for="dora"), there("frida"))
    assert lines(people=people, attendance=carried) == [
        "Stimmberechtigt anwesend (1 von 2): Emil (mit der Stimme von Dora)",
        "Weitere Teilnehmende: Frida",
    ]


def test_people_merged_in_a_circle_have_no_vote() -> None:
    people = {
        "a": Attendee(name="A", merged_into="b"),
        "b": Attendee(name="B", merged_into="a"),
        "c": Attendee(name="C", merged_into="niemand"),
    }
    assert lines(people=people, attendance=(there("a"), there("c"))) == ["Teilnehmende: A; C"]


def test_a_town_that_votes_as_one_counts_once() -> None:
    seat = Membership(group="muster", vote=True, organisation="Forst")
    people = {
        "a": Attendee(name="A", memberships=(seat,)),
        "b": Attendee(name="B", memberships=(seat,)),
        "c": person("C", "Guben", vote=True),
    }
    group = Group(name=GROUP.name, vote_by="organisation")
    rows = (there("a"), there("b"))
    assert lines(group=group, people=people, attendance=rows) == [
        "Stimmberechtigt anwesend (1 von 2): A (Forst); B (Forst)"
    ]
    assert lines(people=people, attendance=rows) == ["Stimmberechtigt anwesend (2 von 3): A (Forst); B (Forst)"]
