"""Memberships from tables: what a row means, what is wrong with it, and that an export comes in again."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scm_cli.errors import Ambiguous, BadData, NotFound
from scm_cli.formats.rows import comma_separated
from scm_cli.importers import people
from scm_cli.importers.person_files import people_table
from scm_cli.model.attendee import Attendee, Membership
from scm_cli.query.fields import EXPORTED_PEOPLE
from scm_cli.query.register import seat_rows
from scm_cli.query.rows import attendee_row

DAY = date(2026, 12, 8)
GROUPS = {"ag": "ag", "AG Beispiel": "ag", "": "ag", "rat": "rat", "Rat": "rat"}
ANNA = Attendee(name="Anna Beispiel", memberships=(Membership(group="ag", role="chair", vote=True),))
REGISTER = {"anna": ANNA, "bernd": Attendee(name="Bernd Muster")}


def group(typed: str) -> str:
    if typed in GROUPS:
        return GROUPS[typed]
    if typed == "a":
        raise Ambiguous("mehrere", ["ag", "rat"], "mit --group")
    raise NotFound(f"kein Gremium {typed}", "Es gibt ag und rat.")


def read(text: str, register: people.Register = REGISTER) -> people.Matched:
    table = people_table(text.encode(), "p.csv", people.COLUMNS)
    return people.matched(people.people_of(table, "p.csv", DAY), register, "p.csv", group)


def seats(text: str, key: str) -> tuple[Membership, ...]:
    found = read(text)
    return {**found.added, **found.changed}[key].memberships


def test_german_headings_and_several_rows_of_one_person() -> None:
    text = (
        "Name;Gremium;Rolle im Gremium;Sitz für;Stimmberechtigt;Vertretung von;Seit;Bis\n"
        "Clara Kern;AG Beispiel;Vertretung;Stadt Neudorf;nein;Anna Beispiel;01.02.2024;\n"
        "Clara Kern;Rat;Mitglied;;ja;;1.1.2020;31.12.2023\n"
    )
    assert seats(text, "clara-kern") == (
        Membership(group="ag", role="deputy", organisation="Stadt Neudorf", deputy_of="anna", since=date(2024, 2, 1)),
        Membership(group="rat", role="member", vote=True, since=date(2020, 1, 1), until=date(2023, 12, 31)),
    )


def test_english_headings_and_a_deputy_of_somebody_new() -> None:
    text = "key,name,group,vote,deputy_of\nx,Eva Neu,ag,x,\ny,Ida Neu,ag,,x\n"
    found = read(text).added
    assert found["x"].memberships == (Membership(group="ag", role="member", vote=True),)
    assert found["y"].memberships == (Membership(group="ag", role="deputy", deputy_of="x"),)


@pytest.mark.parametrize(
    ("row", "after"),
    [
        ("Gremium\nAnna Beispiel;ag", None),
        ("Gremium;Stimmberechtigt\nAnna Beispiel;ag;nein", (Membership(group="ag", role="chair"),)),
        ("Gremium;Seit\nAnna Beispiel;ag;2024-01-01",
         (Membership(group="ag", role="chair", vote=True, since=date(2024, 1, 1)),)),
        ("Gremium;Bis\nAnna Beispiel;ag;2024-01-01",
         (Membership(group="ag", role="chair", vote=True, until=date(2024, 1, 1)),)),
        ("Gremium;Rolle im Gremium\nAnna Beispiel;ag;Mitglied", (Membership(group="ag", role="member", vote=True),)),
        ("Gremium\nAnna Beispiel;rat", (*ANNA.memberships, Membership(group="rat", role="member"))),
        ("Stimmrecht\nAnna Beispiel;nein", (Membership(group="ag", role="chair"),)),
        ("Gremium;Seit\nAnna Beispiel;ag;2024-01-01\nAnna Beispiel;ag;2025-01-01",
         (Membership(group="ag", role="chair", vote=True, since=date(2024, 1, 1)),
          Membership(group="ag", role="member", since=date(2025, 1, 1)))),
    ],
)  # fmt: skip
def test_a_row_means_the_open_seat_of_its_group_else_a_new_one(row: str, after: Any) -> None:
    changed = read(f"Name;{row}\n").changed
    assert changed == ({} if after is None else {"anna": replace(ANNA, memberships=after)})


@pytest.mark.parametrize(
    ("written", "role"),
    [("Stellvertreterin", "deputy"), ("Stellvertretung", "deputy"), ("Vorsitzender", "chair"), ("Gast", "guest"),
     ("ordentliches Mitglied", "member"), ("beratendes Mitglied", "advisory"), ("Schriftführerin", "minute-taker")],
)  # fmt: skip
def test_roles_as_lists_of_members_have_them(written: str, role: Any) -> None:
    text = f'Name;Gremium;Funktion im Gremium;Stellvertreter von\nBernd Muster;Rat;{written};"Beispiel, Anna"\n'
    assert seats(text, "bernd") == (Membership(group="rat", role=role, deputy_of="anna"),)


@pytest.mark.parametrize(
    ("row", "line", "called", "words"),
    [
        ("Gremium\nBernd Muster;ag\nAnna Beispiel;Kreistag", 3, "Gremium", "Kreistag"),
        ("Gremium\nBernd Muster;a", 2, "Gremium", "„a“ could be ag or rat"),
        ("Vertretung von\nBernd Muster;Niemand", 2, "Vertretung von", "Niemand"),
        ("Gremium;Rolle im Gremium\nBernd Muster;ag;König", 2, "Rolle im Gremium", "König"),
        ("Gremium;Seit\nBernd Muster;ag;31.02.2024", 2, "Seit", "31.02.2024"),
        ("Gremium;Stimmberechtigt\nBernd Muster;ag;vielleicht", 2, "Stimmberechtigt", "vielleicht"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(row: str, line: int, called: str, words: str) -> None:
    with pytest.raises(BadData) as caught:
        read(f"Name;{row}\n")
    (problem,) = caught.value.problems
    assert (problem.line, problem.key) == (line, called)
    assert words in problem.found


def test_two_of_one_name_with_keys_of_their_own_are_two() -> None:
    found = read("key;Name;E-Mail\na;Jana Muster;amt@example.org\nb;Jana Muster;amt@example.org\nb;Jana Muster;\n", {})
    assert list(found.added) == ["a", "b"]


DAYS = st.none() | st.dates(date(2000, 1, 1), date(2030, 1, 1))
SEATS = st.builds(
    Membership,
    group=st.sampled_from(["ag", "rat"]),
    role=st.none() | st.sampled_from(["chair", "member", "deputy", "guest"]),
    organisation=st.none() | st.sampled_from(["Stadt; Amt", "=1+1"]),
    vote=st.booleans(),
    deputy_of=st.none() | st.sampled_from(["anna", "jana", "jana-2"]),
    since=DAYS,
    until=DAYS,
)


def exported(register: people.Register) -> str:
    rows = [attendee_row(key, person, ()) for key, person in register.items()]
    return "".join(comma_separated(list(seat_rows(rows, register)), EXPORTED_PEOPLE))


@settings(deadline=None, max_examples=150)
@given(st.lists(st.lists(SEATS, max_size=4), min_size=3, max_size=3))
def test_what_is_exported_comes_in_again(drawn: list[list[Membership]]) -> None:
    names = {"anna": "Anna Beispiel", "jana": "Jana Muster", "jana-2": "Jana Muster"}
    held = dict(zip(names, map(tuple, drawn), strict=True))
    register = {key: Attendee(name=name, memberships=held[key]) for key, name in names.items()}
    text = exported(register)
    assert read(text, {}).added == register
    again = read(text, register)
    assert (again.added, again.changed) == ({}, {}), "the same file twice changes nothing"
