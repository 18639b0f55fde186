"""Who is expected at a session: those it names, and before it the members of the group."""

from datetime import date
from typing import Any

from scm_cli.model.attendance import Attendance
from scm_cli.model.attendee import Attendee, Membership
from scm_cli.model.expected import Expected, expected
from scm_cli.model.session import Session
from scm_cli.model.voting import voting_seats

DAY = date(2024, 9, 10)


def person(name: str, **seat: Any) -> Attendee:
    return Attendee(name=name, memberships=(Membership(**{"group": "g", **seat}),) if seat else ())


REGISTER = {
    "anna": person("Anna Zander", vote=True, role="chair"),
    "bernd": person("Bernd Muster", vote=True),
    "dora": person("Dora Ohm", role="deputy", deputy_of="bernd"),
    "emil": person("Emil Rat", role="advisory"),
    "former": person("Fritz Früher", vote=True, until=date(2024, 9, 9)),
    "gone": Attendee(name="Gelöscht", forgotten=DAY, memberships=(Membership(group="g"),)),
    "double": Attendee(name="A. Zander", merged_into="anna", memberships=(Membership(group="g", vote=True),)),
    "outside": person("Otto Ohne"),
}


def who(*rows: Attendance, status: Any = "planned") -> Expected:
    session = Session(number=7, date=DAY, status=status, attendance=rows)
    return expected(session, "g", REGISTER, voting_seats("g", None, REGISTER, DAY))


def row(key: str, **values: Any) -> Attendance:
    return Attendance(attendee=key, **values)


def keys(rows: tuple[Attendance, ...]) -> list[str]:
    return [one.who for one in rows]


def test_before_a_session_the_members_of_its_day_are_expected_by_family_name() -> None:
    found = who()
    assert keys(found.voters) == ["bernd", "anna"]
    assert keys(found.others) == ["emil"]
    assert not found.guests
    assert not found.away


def test_a_guest_noted_early_is_added_to_the_members() -> None:
    found = who(row("outside", state="invited", capacity="guest"))
    assert keys(found.voters) == ["bernd", "anna"]
    assert keys(found.guests) == ["outside"]


def test_a_deputy_is_expected_where_the_principal_is_away() -> None:
    found = who(row("bernd", state="declined"))
    assert keys(found.voters) == ["dora", "anna"]
    assert found.voters[0].represents == "bernd"
    assert keys(found.away) == ["bernd"]


def test_no_deputy_where_somebody_else_sits_in() -> None:
    found = who(row("bernd", state="excused"), row("outside", represents="bernd"))
    assert keys(found.voters) == ["outside", "anna"]


def test_a_deputy_beside_the_principal_does_not_vote() -> None:
    found = who(row("dora", state="accepted", capacity="deputy"))
    assert keys(found.voters) == ["bernd", "anna"]
    assert keys(found.others) == ["dora", "emil"]


def test_once_held_only_those_noted_are_on_the_list() -> None:
    found = who(row("anna", state="present"), row("emil", state="absent"), status="held")
    assert keys(found.voters) == ["anna"]
    assert keys(found.away) == ["emil"]
    assert not found.others


def test_held_without_any_attendance_the_members_are() -> None:
    assert keys(who(status="held").voters) == ["bernd", "anna"]


def test_somebody_named_by_a_merged_entry_is_there_once() -> None:
    assert keys(who(row("double", state="invited")).voters) == ["bernd", "double"]


def test_names_and_organisations_outside_the_register_are_sorted_in() -> None:
    found = who(Attendance(name="Ida Aal"), Attendance(organisation="Stadt Fiktiv"))
    assert keys(found.others) == ["Ida Aal", "emil", "Stadt Fiktiv"]
