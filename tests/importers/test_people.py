"""People from files: who is new, who changed, who could be several; and what is exported comes in again."""

import contextlib
from dataclasses import replace
from datetime import date, time
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import tables

from scm_cli.archive.resolve import Resolver
from scm_cli.errors import ScmError
from scm_cli.formats.rows import comma_separated
from scm_cli.importers import attendance, people
from scm_cli.importers.person_files import FORMATS, people_table
from scm_cli.importers.presenters import Presenters
from scm_cli.importers.vcards import vcards
from scm_cli.model.attendance import Span
from scm_cli.model.attendee import Attendee
from scm_cli.model.session import Session
from scm_cli.query.fields import ATTENDEE
from scm_cli.query.rows import attendee_row

DAY = date(2026, 12, 8)
ANNA = Attendee(name="Anna Beispiel", email="anna@example.org", organisation="Stadt")
REGISTER = {"anna": ANNA, "jana-a": Attendee(name="Jana Muster"), "jana-b": Attendee(name="Jana Muster")}


def read(text: str | bytes, register: people.Register = REGISTER) -> people.Matched:
    data = text.encode() if isinstance(text, str) else text
    return people.matched(people.people_of(people_table(data, "-", people.COLUMNS), "-", DAY), register)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"name": "Anna Beispiel"}, {"name": "Anna Beispiel"}),
        ({"name": "Beispiel, Anna"}, {"name": "Anna Beispiel", "given_name": "Anna", "family_name": "Beispiel"}),
        ({"name": "Beispiel,  Anna (Gast) (extern)"},
         {"name": "Anna Beispiel", "given_name": "Anna", "family_name": "Beispiel"}),
        ({"family_name": "Beispiel", "given_name": "Anna"},
         {"name": "Anna Beispiel", "given_name": "Anna", "family_name": "Beispiel"}),
        ({"family_name": "Beispiel"}, {"name": "Beispiel", "family_name": "Beispiel"}),
        ({"name": "a, b, c"}, {"name": "a, b, c"}),
        ({"name": "(Gast)"}, {"name": "(Gast)"}),
        ({}, {}),
    ],
)  # fmt: skip
def test_names_as_files_give_them(values: dict[str, str], expected: dict[str, str]) -> None:
    assert people.full_name(values) == expected


def test_somebody_is_known_by_key_then_address_then_name() -> None:
    found = read("key;Name;E-Mail;Funktion\njana-b;Jana Muster;;Amt\n;A. Beispiel;ANNA@example.org;Leitung\n")
    assert found.changed == {
        "jana-b": Attendee(name="Jana Muster", role="Amt"),
        "anna": replace(ANNA, role="Leitung", email="ANNA@example.org", aliases=("A. Beispiel",)),
    }
    assert (found.added, found.ambiguous) == ({}, ())
    assert read("Name\nBeispiel, Anna\n").changed["anna"].family_name == "Beispiel"
    assert read("Name;E-Mail\nAnna Beispiel;neu@example.org").changed == {
        "anna": replace(ANNA, email="neu@example.org")
    }


def test_empty_cells_take_nothing_away() -> None:
    found = read("Name;E-Mail;Organisation\nAnna Beispiel;;\n")
    assert (found.same, found.changed, found.added) == (("anna",), {}, {})


def test_two_of_one_name_with_two_addresses_are_two() -> None:
    found = read("Name;E-Mail\nIda Neu;a@example.org\nIda Neu;b@example.org\nIda Neu;a@example.org\n")
    assert [(key, one.email) for key, one in found.added.items()] == [
        ("ida-neu", "a@example.org"),
        ("ida-neu-2", "b@example.org"),
    ]


def test_whoever_could_be_several_is_told() -> None:
    found = read("Name\nJana Muster\n")
    assert [(one.line, one.name, keys) for one, keys in found.ambiguous] == [(2, "Jana Muster", ("jana-a", "jana-b"))]
    assert found.changed == found.added == {}


def test_whoever_was_forgotten_is_not_filled_again() -> None:
    gone = {"x": Attendee(name="Entfernte Person", forgotten=DAY)}
    assert list(read("Name;E-Mail\nEntfernte Person;a@example.org", gone).added) == ["entfernte-person"]


def plain(person: Attendee) -> Attendee:
    """Return a person as a table can say it: with single blanks, names in one form, without seats."""
    clean = {
        name: " ".join(value.split()) or None
        for name in ("title", "organisation", "role", "phone", "salutation")
        if (value := getattr(person, name))
    }
    kept = {"memberships": (), "x": None, "merged_into": None, "forgotten": None, "aliases": (), "salutation": None}
    return replace(person, **cast("Any", clean | kept))


@settings(deadline=None, max_examples=120)
@given(tables(Attendee), st.sampled_from(["Anna Beispiel", "Ęwa von der Šołta", "Bo"]))
def test_what_is_exported_comes_in_again(person: Attendee, name: str) -> None:
    made = replace(plain(person), name=name, family_name=None, given_name=None)
    row = attendee_row("k", made, ())
    found = read("".join(comma_separated([row], ATTENDEE.fields)), {}).added
    assert list(found.values()) == [made]


@settings(deadline=None, max_examples=80)
@given(st.sampled_from(["Stadt; Amt, Nord", "Ä\\n", "x" * 90, 'a:"b"']), st.sampled_from(["Ö. Šołta", "Anna Beispiel"]))
def test_contacts_come_in_again(organisation: str, name: str) -> None:
    made = Attendee(name=name, title="Dr.", organisation=organisation, role="Leitung; Ost", email="a@example.org",
                    phone="+49 355 1", aliases=("Annchen",))  # fmt: skip
    text = vcards([made])
    assert "None" not in text
    given_, _, family = name.rpartition(" ")
    assert list(read(text, {}).added.values()) == [replace(made, given_name=given_, family_name=family)]


pieces = st.sampled_from(
    ["BEGIN:VCARD\n", "END:VCARD\n", "VERSION:3.0\n", "FN:Anna\n", "N:;;\n", "EMAIL:a\n", "Name", "E-Mail", ";", "\n",
     ",", "\t", '"', "a@example.org", "Join time", "10:00", "25:99", "3. X", "\x00", "ORG:\n", "=41",
     ";ENCODING=QUOTED-PRINTABLE:"]
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(pieces, max_size=14).map("".join).map(str.encode) | st.binary(max_size=50), st.sampled_from(FORMATS))
def test_no_bytes_end_in_a_traceback(data: bytes, kind: Any) -> None:
    resolver = Resolver(cast("Any", SimpleNamespace(register=REGISTER)), "", DAY)
    for asked in (kind, None):
        with contextlib.suppress(ScmError):
            people.matched(people.people_of(people_table(data, "-", people.COLUMNS, asked), "-", DAY), REGISTER)
        with contextlib.suppress(ScmError):
            table = people_table(data, "-", attendance.COLUMNS, asked)
            attendance.attendance_of(table, "-", Presenters(resolver, DAY), "present")


def at(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([("09:55", "12:00")], ()),
        ([("10:04", "11:57")], ()),
        ([("10:06", "12:10")], (("10:06", ""),)),
        ([("10:00", "11:30")], (("", "11:30"),)),
        ([("10:00", "10:30"), ("10:33", "12:00")], ()),
        ([("10:50", "12:00"), ("10:00", "10:30")], (("", "10:30"), ("10:50", ""))),
        ([("", "11:00")], (("", "11:00"),)),
        ([("10:20", "")], (("10:20", ""),)),
        ([("10:00", "11:30"), ("10:10", "10:20")], (("", "11:30"),)),
        ([], ()),
    ],
)
def test_only_what_differs_from_the_whole_session_is_noted(times: Any, expected: Any) -> None:
    session = Session(number=1, date=DAY, start=at("10:00"), end=at("12:00"))
    spans = tuple(Span(from_=at(a), until=at(b)) for a, b in expected)
    assert attendance.presence([(at(a), at(b)) for a, b in times], session) == spans
    assert attendance.presence([(at(a), at(b)) for a, b in times], replace(session, start=None)) == ()


def test_a_session_may_last_into_the_next_day() -> None:
    night = Session(number=1, date=DAY, start=at("22:00"), end=at("01:00"))
    assert attendance.presence([(at("22:00"), at("00:30"))], night) == (Span(until=at("00:30")),)
    assert attendance.presence([(at("23:30"), at("01:01"))], night) == (Span(from_=at("23:30")),)
