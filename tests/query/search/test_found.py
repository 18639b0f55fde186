"""Which places of a session answer a query, and in which order they come."""

from datetime import date

import pytest

from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.attendee import Attendee
from scm_cli.model.outcomes import Decision, Task
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.query.fields import HIT
from scm_cli.query.order import ordered
from scm_cli.query.passages import parts
from scm_cli.query.rows import Row, Source, facts
from scm_cli.query.search.found import rows
from scm_cli.query.search.page import Page
from scm_cli.query.search.terms import read_query

REGISTER = {"anna-beispiel": Attendee(name="Anna Beispiel"), "bernd-muster": Attendee(name="Bernd Muster")}
BUS = Item(
    id="bus",
    title="Bushaltestellenkonzept",
    presenters=("bernd-muster",),
    notes="Die Planung der Haltestelle am Markt wurde erläutert.",
    decisions=(Decision(number=1, text="Die Haltestelle wird gebaut."),),
    tasks=(Task(number=1, text="Kosten der Planung nennen"),),
)
BAHN = Item(id="bahn", title="Bahn", notes="Am Markt hält keine Bahn.", internal=True)
SESSION = Session(
    number=7,
    date=date(2024, 9, 10),
    place="Musterstadt",
    attendance=(Attendance(attendee="anna-beispiel"),),
    agenda=(BUS, BAHN),
)


def found(typed: str, session: Session = SESSION) -> list[Row]:
    """Return what a query finds in a session."""
    source = Source(SessionRef("g", session.number), session, None, REGISTER)
    return rows(Page(parts(source)), lambda: facts(source), read_query([typed]))


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("haltestelle", {"g/7#bus": ["title"], "g/B7-1": ["decision"]}),
        ("haltestelle gebaut", {"g/B7-1": ["decision"]}),
        ("haltestelle planung", {"g/7#bus": ["title", "notes"]}),
        ("gebaut kosten", {"g/7#bus": ["decision", "task"]}),
        ("haltestelle muster*", {"g/7#bus": ["title", "name"]}),
        ("anna haltestelle", {"g/7#bus": ["name", "decision"]}),
        ("anna markt", {"g/7#bus": ["name", "notes"], "g/7#bahn": ["name", "notes"]}),
        ("anna musterstadt", {"g/7": ["name", "place"]}),
        ("muster", {"g/7": ["place"], "g/7#bus": ["name"]}),
        ("keine gebaut", {"g/7": ["notes", "decision"]}),
        ("keine gebaut anna", {"g/7": ["notes", "decision", "name"]}),
        ("markt !bahn", {"g/7#bus": ["notes"]}),
        ("markt !kosten", {"g/7#bahn": ["notes"]}),
        ("markt !anna", {}),
        ("anna !gebaut", {}),
        ("keine gebaut !kosten", {}),
        ("haltestelle zug", {}),
    ],
)
def test_the_smallest_places(typed: str, places: dict[str, list[str]]) -> None:
    assert {row.values["ref"]: row.values["found_in"] for row in found(typed)} == places


def test_a_row_says_where_it_stands() -> None:
    (row,) = found('"Haltestelle wird"')
    assert dict(row.values) == {
        "ref": "g/B7-1",
        "kind": "decision",
        "session": "g/7",
        "date": date(2024, 9, 10),
        "item": "g/7#bus",
        "top": "1",
        "title": "Bushaltestellenkonzept",
        "found_in": ["decision"],
        "score": 3010,
        "internal": False,
    }
    assert row.values["snippet"] == "Die Haltestelle wird gebaut."
    assert row.values["ranges"] == [{"start": 4, "end": 20}]
    with pytest.raises(KeyError):
        row.values["xyzzy"]


@pytest.mark.parametrize(
    ("typed", "internal"),
    [("keine", [True]), ("anna keine", [True]), ("keine gebaut", [True]), ("gebaut", [False]), ("anna", [False])],
)
def test_what_is_internal_says_so(typed: str, internal: list[bool]) -> None:
    assert [row.internal for row in found(typed)] == internal
    assert [row.values["internal"] for row in found(typed)] == internal


def one(number: int, day: date, title: str, notes: str = "") -> Session:
    """Return a session with one item."""
    return Session(number=number, date=day, agenda=(Item(id="a", title=title, notes=notes or None),))


def test_the_best_come_first_and_the_newest_among_equals() -> None:
    day = date(2024, 1, 1)
    sessions = [
        one(1, day, "Bus", "die Umhaltestellen"),
        one(2, day, "Bus", "die Haltestellen"),
        one(3, day, "Bus", "die Haltestelle"),
        one(4, day, "Umhaltestellen"),
        one(5, day, "Haltestellen"),
        one(6, day, "Haltestelle"),
        one(7, date(2024, 1, 2), "Haltestelle"),
        one(8, date(2023, 1, 2), "Haltestelle"),
    ]
    shown = ordered([row for session in sessions for row in found("haltestelle", session)], HIT)
    assert [row.values["session"] for row in shown] == [f"g/{n}" for n in (7, 6, 8, 5, 4, 3, 2, 1)]


def test_words_nearer_together_come_first() -> None:
    scores = [found(typed)[0].values["score"] for typed in ("die haltestelle", "gebaut kosten", "anna markt")]
    assert scores == sorted(scores, reverse=True)
    assert found("keine gebaut")[0].values["score"] < scores[-1]
