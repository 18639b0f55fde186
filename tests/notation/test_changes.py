"""What differs between two states of a session is told field by field, in words."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from notation.test_round_trip import pairs, with_session
from protocols import at, printing

from scm_cli.locale import Lang
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.difference import differences
from scm_cli.model.merge import merge
from scm_cli.model.outcomes import Candidate, Decision, Election, Task
from scm_cli.model.session import Session
from scm_cli.model.table import Named
from scm_cli.notation.changes import changes, conflict, places
from scm_cli.notation.context import Printing

DECISION = Decision(number=1, text="Ja.", yes=3, no=1, result="carried")
TASK = Task(number=1, text="Plan", assignees=("clara",), due=date(2024, 10, 8))
ELECTION = Election(number=1, office="Vorsitz", candidates=(Candidate(name="anna", votes=3),), elected="anna")
TESTFELD = Item(id="testfeld", title="Testfeld", decisions=(DECISION,), tasks=(TASK,), elections=(ELECTION,))
AGENDA = (TESTFELD, Item(id="ende", title="Ende"))
ROWS = (Attendance(attendee="anna", state="present"), Attendance(name="Gerd Gast", state="present", capacity="guest"))


def before(lang: Lang = "de") -> Printing:
    return printing(*AGENDA, lang=lang, attendance=ROWS, place="Rathaus")


def told(lang: Lang = "de", **values: Any) -> list[str]:
    start = before(lang)
    return list(changes(start, with_session(start, replace(start.session, **values))))


def renewed(**values: Any) -> tuple[Item, ...]:
    return replace(TESTFELD, **values), AGENDA[1]


@pytest.mark.parametrize(
    ("values", "sentences"),
    [
        ({"place": "Schule"}, ["Ort: Rathaus → Schule"]),
        ({"place": None, "mode": "online"}, ["Form: – → online", "Ort: Rathaus → –"]),
        ({"date": date(2024, 9, 11), "start": at("10:00")}, ["Datum: 10.09.2024 → 11.09.2024", "Beginn: – → 10:00"]),
        ({"chair": "anna"}, ["Leitung: – → Dr. Anna Beispiel"]),
        ({"breaks": (Span(from_=at("10:50"), until=at("11:00")),)}, ["Pausen: – → 10:50 bis 11:00 Uhr"]),
        ({"status": "held"}, ["Stand: geplant → durchgeführt"]),
        ({"last_decision": 7, "sequence": 3}, []),
        ({"agenda": AGENDA[::-1]}, ["Tagesordnung: Reihenfolge jetzt TOP 2 Ende, TOP 1 Testfeld"]),
        ({"agenda": renewed(title="Sensornetz")}, ["TOP 1 Testfeld: Titel: Testfeld → Sensornetz"]),
        ({"agenda": renewed(internal=True)}, ["TOP 1 Testfeld: Nichtöffentlich: nein → ja"]),
        ({"agenda": renewed(state="dropped")}, ["TOP 1 Testfeld: Stand: offen → abgesetzt"]),
        ({"agenda": renewed(notes="Neu")}, ["TOP 1 Testfeld: Notizen: – → Neu"]),
        (
            {"agenda": renewed(notes="Eins\n\nZwei")},
            ["TOP 1 Testfeld: Notizen:", "  + Eins", "  +", "  + Zwei"],
        ),
        (
            {"agenda": renewed(decisions=(replace(DECISION, yes=4, method="consensus"),))},
            [
                "TOP 1 Testfeld: Beschluss B7-1: Verfahren: – → einvernehmlich",
                "TOP 1 Testfeld: Beschluss B7-1: Ja 3 → 4",
            ],
        ),
        (
            {"agenda": renewed(decisions=(DECISION, Decision(number=2, text="*Nein*.", unanimous=True)))},
            ["TOP 1 Testfeld: neu: Beschluss B7-2 (einstimmig): *Nein*."],
        ),
        (
            {"agenda": renewed(decisions=())},
            ["TOP 1 Testfeld: entfällt: Beschluss B7-1 (3 Ja, 1 Nein: angenommen): Ja."],
        ),
        (
            {"agenda": (replace(TESTFELD, tasks=()), replace(AGENDA[1], tasks=(TASK,)))},
            ["Aufgabe A7-1: jetzt bei TOP 2 Ende"],
        ),
        (
            {"agenda": renewed(tasks=(replace(TASK, assignees=("bernd", Named(organisation="Firma")), due=None),))},
            [
                "TOP 1 Testfeld: Aufgabe A7-1: Zuständig: Clara Kern → Bernd Muster, Firma",
                "TOP 1 Testfeld: Aufgabe A7-1: Fällig: 08.10.2024 → –",
            ],
        ),
        (
            {"agenda": renewed(elections=(replace(ELECTION, candidates=(Candidate(name="anna", votes=4),)),))},
            ["TOP 1 Testfeld: Wahl W7-1: Kandidaturen: Dr. Anna Beispiel 3 → Dr. Anna Beispiel 4"],
        ),
        (
            {"agenda": (*AGENDA, Item(id="neu", title="Neu *x*", notes="Notiz"))},
            ["neu: TOP 3 Neu *x*", "  + Notiz"],
        ),
        ({"agenda": AGENDA[:1]}, ["entfällt: TOP 2 Ende"]),
        (
            {"attendance": (replace(ROWS[0], presence=(Span(from_=at("10:20")),)), ROWS[1])},
            ["Dr. Anna Beispiel: Anwesend: – → ab 10:20 Uhr"],
        ),
        (
            {"attendance": (*ROWS, Attendance(attendee="clara", state="excused"))},
            ["Anwesenheit: neu: Clara Kern, entschuldigt"],
        ),
        ({"attendance": ROWS[:1]}, ["Anwesenheit: entfällt: Gerd Gast, anwesend, Gast"]),
        (
            {"attendance": (ROWS[0], replace(ROWS[1], items=("ende",)))},
            ["Gerd Gast: TOP: – → TOP 2"],
        ),
    ],
)  # fmt: skip
def test_each_change_has_its_sentence(values: dict[str, Any], sentences: list[str]) -> None:
    assert told(**values) == sentences


def test_the_sentences_are_english_too() -> None:
    changed = renewed(decisions=(replace(DECISION, yes=4),))
    assert told("en", agenda=changed) == ["Item 1 Testfeld: Decision B7-1: Yes 3 → 4"]


def test_places_say_where_and_not_what() -> None:
    start = before()
    now = with_session(start, replace(start.session, place=None, agenda=renewed(decisions=()), attendance=ROWS[:1]))
    found = differences(start.session, now.session)
    assert list(places(found, start, now)) == ["Ort", "Gerd Gast", "TOP 1 Testfeld: Beschluss B7-1"]


def test_a_conflict_names_the_field_and_both_values() -> None:
    start = before()
    ours = replace(start.session, agenda=renewed(decisions=(replace(DECISION, yes=4),)), place="Schule")
    theirs = replace(start.session, agenda=renewed(decisions=(replace(DECISION, yes=5),)), place="Aula")
    found = merge(start.session, ours, theirs).conflicts
    assert sorted(conflict(one, start, start) for one in found) == [
        ("Ort", "Schule", "Aula"),
        ("TOP 1 Testfeld: Beschluss B7-1: Ja", "4", "5"),
    ]


def test_that_one_side_took_it_away_is_a_conflict_in_words_too() -> None:
    start = before()
    ours = replace(start.session, agenda=AGENDA[1:])
    theirs = replace(start.session, agenda=renewed(notes="Neu"))
    (found,) = merge(start.session, ours, theirs).conflicts
    assert conflict(found, start, start) == ("TOP 1 Testfeld", "–", "TOP 1 Testfeld")


@settings(max_examples=40, deadline=None)
@given(pairs())
def test_whatever_differs_can_be_told_and_nothing_else(pair: tuple[Printing, Session]) -> None:
    start, after = pair
    assert list(changes(start, start)) == []
    sentences = list(changes(start, with_session(start, after)))
    uncounted = replace(
        after, last_decision=start.session.last_decision, last_election=start.session.last_election,
        last_task=start.session.last_task,
    )  # fmt: skip
    assert bool(sentences) == (uncounted != start.session)
