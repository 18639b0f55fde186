"""Who was there for an item: memberships of the day, presence, deputies, carried votes, and the quorum rule."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.attendee import Attendee, Membership
from scm_cli.model.group import Group
from scm_cli.model.session import Session
from scm_cli.model.turnout import Turnout, clock, is_there, meet, quorate, stands_aside, turnout, window
from scm_cli.model.voting import Seats, vote_of, voting_seats

DAY = date(2024, 9, 10)
GROUP = Group(name="AG Beispielregion", quorum="majority")
BY_TOWN = Group(name="AG Beispielregion", quorum="majority", vote_by="organisation")


def at(text: str) -> time:
    return time.fromisoformat(text)


def span(text: str) -> Span:
    """Return a stretch of time: `10:20-`, `-11:45`, `10:00-10:30`."""
    came, left = text.split("-")
    return Span(from_=at(came) if came else None, until=at(left) if left else None)


def member(name: str, town: str | None = None, **seat: Any) -> Attendee:
    return Attendee(name=name, organisation=town, memberships=(Membership(**{"group": "g", "vote": True, **seat}),))


def there(who: str, *spans: str, **values: Any) -> Attendance:
    given = {"state": "present", "presence": tuple(span(one) for one in spans)}
    return Attendance(attendee=who, **{**given, **values})


def item(name: str, hours: str = "-", **values: Any) -> Item:
    when = span(hours)
    return Item(id=name, title=name.title(), began=when.from_, ended=when.until, **values)


def session(*rows: Attendance, agenda: tuple[Item, ...] = (), **values: Any) -> Session:
    when = {"start": at("10:00"), "end": at("12:00")}
    return Session(number=7, date=DAY, attendance=rows, agenda=agenda, **{**when, **values})


REGISTER = {
    "anna": member("Anna Beispiel", "Musterstadt"),
    "bernd": member("Bernd Muster", "Altdorf"),
    "dora": member("Dora Lang", "Seeheim"),
    "frida": member("Frida Ohm", "Seeheim", vote=False, role="deputy", deputy_of="dora"),
    "gerd": Attendee(name="Gerd Gast"),
}


def seats(register: dict[str, Attendee] = REGISTER, group: Group = GROUP, day: date = DAY) -> Seats:
    return voting_seats("g", group, register, day)


def counted(value: Session, one: Item | None = None, group: Group = GROUP, **register: Attendee) -> Turnout:
    return turnout(value, one, group, seats({**REGISTER, **register}, group))


# whose votes there are


def test_a_vote_is_a_person_or_their_town() -> None:
    towns = REGISTER | {"clara": member("Clara Kern", "Altdorf")}
    assert set(seats(towns).holders.values()) == {"anna", "bernd", "clara", "dora"}
    assert set(seats(towns, BY_TOWN).holders.values()) == {"Musterstadt", "Altdorf", "Seeheim"}


def test_a_town_written_differently_is_the_same_town() -> None:
    towns = REGISTER | {"clara": member("Clara Kern", "ALTDORF")}
    assert set(seats(towns, BY_TOWN).holders.values()) == {"Musterstadt", "Altdorf", "Seeheim"}


def test_the_seat_says_for_which_town_somebody_sits_and_without_a_town_the_vote_is_their_own() -> None:
    towns = {"anna": member("Anna", "Musterstadt", organisation="Zweckverband"), "bernd": member("Bernd")}
    assert seats(towns, BY_TOWN).holders == {"anna": "Zweckverband", "bernd": "bernd"}


@pytest.mark.parametrize(
    ("seat", "entitled"),
    [
        ({"since": date(2024, 9, 10)}, True),
        ({"since": date(2024, 9, 11)}, False),
        ({"until": date(2024, 9, 10)}, True),
        ({"until": date(2024, 9, 9)}, False),
        ({"vote": False}, False),
        ({"group": "other"}, False),
    ],
)
def test_memberships_count_on_the_day_of_the_session(seat: dict[str, Any], entitled: bool) -> None:
    assert ("carl" in seats({"carl": member("Carl", **seat)})) == entitled


def test_nobody_holds_two_votes() -> None:
    both = Attendee(
        name="Anna",
        memberships=(
            Membership(group="g", vote=True, organisation="Musterstadt"),
            Membership(group="g", vote=True, organisation="Altdorf"),
        ),
    )
    found = seats({"anna": both}, BY_TOWN)
    assert (dict(found.holders), dict(found.organisations)) == ({"anna": "Musterstadt"}, {"musterstadt": "Musterstadt"})


def test_a_deputy_adds_no_vote_even_with_a_vote_of_the_seat() -> None:
    frida = member("Frida Ohm", "Seeheim", deputy_of="dora")
    assert set(seats(REGISTER | {"frida": frida}).holders) == {"anna", "bernd", "dora"}
    assert seats(REGISTER | {"frida": frida})["frida"] == "dora"


def test_a_deputy_of_somebody_without_a_vote_has_the_vote_of_the_seat() -> None:
    assert seats({"gerd": REGISTER["gerd"], "frida": member("Frida", deputy_of="gerd")}).holders == {"frida": "frida"}
    assert not seats({"gerd": REGISTER["gerd"], "frida": member("Frida", deputy_of="gerd", vote=False)})


def test_two_deputies_of_each_other_with_votes_keep_them() -> None:
    both = {"a": member("A", deputy_of="b"), "b": member("B", deputy_of="a")}
    assert seats(both).holders == {"a": "a", "b": "b"}


def test_the_key_of_a_merged_entry_still_means_the_vote() -> None:
    known = REGISTER | {
        "anne": Attendee(name="Anne", merged_into="anna"),
        "fri": Attendee(name="F", merged_into="frida"),
    }
    found = seats(known)
    assert found["anne"] == "anna"
    assert found["fri"] == "dora"
    assert set(found.holders.values()) == {"anna", "bernd", "dora"}
    assert counted(session(there("anne"), there("anna")), anne=known["anne"]).present == {"anna"}


def test_seats_are_a_mapping_of_all_who_may_cast_a_vote() -> None:
    assert dict(seats()) == {"anna": "anna", "bernd": "bernd", "dora": "dora", "frida": "dora"}
    assert len(seats()) == 4
    assert "gerd" not in seats()


# which vote somebody's presence fills


@pytest.mark.parametrize(
    ("row", "vote"),
    [
        (there("anna"), "anna"),
        (there("anna", capacity="advisory"), None),
        (there("anna", capacity="guest"), None),
        (there("anna", state="excused"), None),
        (there("gerd"), None),
        (there("gerd", represents="anna"), "anna"),
        (there("gerd", represents="gerd2"), None),
        (there("frida"), "dora"),
        (there("frida", represents="bernd"), "bernd"),
        (there("frida", capacity="guest"), None),
        (there("anna", represents="dora"), "anna"),
        (Attendance(name="Nora Neu", state="present", represents="anna"), "anna"),
        (Attendance(organisation="Altdorf", state="present"), None),
    ],
)
def test_the_vote_of_somebody_present(row: Attendance, vote: str | None) -> None:
    assert vote_of(row, seats()) == vote


@pytest.mark.parametrize(
    ("row", "vote"),
    [
        (Attendance(organisation="altdorf", state="present"), "Altdorf"),
        (Attendance(organisation="Altdorf", state="excused"), None),
        (Attendance(organisation="Altdorf", state="present", capacity="guest"), None),
        (Attendance(name="Nora Neu", organisation="Altdorf", state="present"), None),
        (Attendance(name="Nora Neu", organisation="Altdorf", state="present", capacity="deputy"), "Altdorf"),
        (Attendance(organisation="Neudorf", state="present"), None),
    ],
)
def test_where_towns_vote_a_town_fills_its_vote(row: Attendance, vote: str | None) -> None:
    assert vote_of(row, seats(group=BY_TOWN)) == vote


def test_plain_mappings_of_votes_do_as_well() -> None:
    assert vote_of(there("anna"), {"anna": "anna"}) == "anna"
    assert turnout(session(there("anna")), None, GROUP, {"anna": "anna"}).entitled == {"anna"}


# who counts


def test_two_people_of_one_town_are_one_vote() -> None:
    clara = member("Clara Kern", "Altdorf")
    found = counted(session(there("bernd"), there("clara")), group=BY_TOWN, clara=clara)
    assert found.present == {"Altdorf"}
    assert found.entitled == {"Musterstadt", "Altdorf", "Seeheim"}
    assert found.quorate is False


def test_a_deputy_whose_principal_is_there_too_adds_nothing() -> None:
    assert counted(session(there("dora"), there("frida", represents="dora"))).present == {"dora"}
    assert counted(session(there("dora"), there("frida"))).present == {"dora"}


def test_a_deputy_by_membership_fills_the_seat_without_being_told() -> None:
    found = counted(session(there("anna"), there("frida"), there("dora", state="excused")))
    assert found.present == {"anna", "dora"}
    assert found.quorate


def test_a_carried_vote_can_be_cast_but_is_not_present() -> None:
    found = counted(session(there("anna", votes_for="dora")))
    assert found == Turnout(
        frozenset({"anna", "bernd", "dora"}), frozenset({"anna"}), frozenset({"dora"}), quorate=False
    )
    assert found.castable == {"anna", "dora"}


def test_a_vote_carried_for_somebody_who_is_there_is_not_carried() -> None:
    assert not counted(session(there("anna", votes_for="dora"), there("dora"))).carried


def test_somebody_with_a_vote_who_sits_in_for_another_is_there_once() -> None:
    found = counted(session(there("anna", represents="dora")))
    assert found.present == {"anna"}
    assert found.carried == {"dora"}


def test_votes_of_nobody_are_not_carried() -> None:
    assert not counted(session(there("anna", votes_for="gerd"))).carried
    assert not counted(session(there("gerd", represents="dora", capacity="guest"))).castable


# when somebody was there


FIRST, SECOND, THIRD = item("eins", "10:05-10:30"), item("zwei"), item("drei", "11:00-11:20")
AGENDA = (FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    ("spans", "places"),
    [
        ((), ["beginning", "eins", "zwei", "drei"]),
        (("10:20-",), ["eins", "zwei", "drei"]),
        (("10:30-",), ["zwei", "drei"]),
        (("11:20-",), []),
        (("-10:05",), ["beginning"]),
        (("-10:30",), ["beginning", "eins"]),
        (("-10:00",), []),
        (("-10:10", "11:10-"), ["beginning", "eins", "drei"]),
        (("10:00-10:40",), ["beginning", "eins", "zwei"]),
        (("10:30-11:00",), ["zwei"]),
        (("09:45-",), ["beginning", "eins", "zwei", "drei"]),
    ],
)
def test_presence_counts_for_the_items_it_meets(spans: tuple[str, ...], places: list[str]) -> None:
    value = session(there("anna", *spans), agenda=AGENDA)
    row = value.attendance[0]
    found = ["beginning"] if is_there(row, None, value) else []
    assert found + [one.id for one in AGENDA if is_there(row, one, value)] == places


def test_who_came_for_some_items_was_there_for_those_alone() -> None:
    value = session(there("anna", items=("zwei",)), agenda=AGENDA)
    assert [is_there(value.attendance[0], one, value) for one in (None, *AGENDA)] == [False, False, True, False]


def test_without_any_times_everybody_who_was_there_at_all_counts() -> None:
    bare = item("eins")
    value = session(there("anna", "10:20-11:00"), agenda=(bare,), start=None, end=None)
    assert is_there(value.attendance[0], bare, value)
    assert not is_there(value.attendance[0], None, value), "somebody who arrived was not there at the beginning"


def test_the_beginning_is_that_of_the_first_item_where_the_session_has_no_start() -> None:
    value = session(there("anna", "10:00-"), there("bernd", "10:10-"), agenda=AGENDA, start=None)
    assert [is_there(row, None, value) for row in value.attendance] == [True, False]


def test_a_running_item_has_no_end_yet() -> None:
    running = item("vier", "11:30-")
    value = session(there("anna", "-11:25"), there("bernd", "11:50-"), agenda=(*AGENDA, running), end=None)
    assert [is_there(row, running, value) for row in value.attendance] == [False, True]


def test_an_item_of_no_length_is_a_moment() -> None:
    moment = item("eins", "10:15-10:15")
    rows = [there("anna"), there("bernd", "10:15-"), there("dora", "10:16-"), there("gerd", "-10:14")]
    value = session(*rows, agenda=(moment,))
    assert [is_there(row, moment, value) for row in rows] == [True, True, False, False]


@pytest.mark.parametrize(
    ("agenda", "place", "expected"),
    [
        ((item("a", "10:05-10:30"), item("b"), item("c", "11:00-")), 1, ("10:30", "11:00")),
        ((item("a"), item("b")), 0, ("10:00", "12:00")),
        ((item("a"), item("b", "10:40-")), 0, ("10:00", "10:40")),
        ((item("a", "-10:20"), item("b")), 1, ("10:20", "12:00")),
        ((item("a", "10:05-11:00"), item("a1", level=2), item("a2", "10:30-", level=2)), 1, ("10:05", "10:30")),
        ((item("a", "10:05-11:00"), item("a1", level=2), item("b")), 1, ("10:05", "11:00")),
        ((item("a"), item("a1", "10:20-10:30", level=2), item("b", "11:00-")), 0, ("10:00", "11:00")),
        ((item("a", "11:00-11:30"), item("b", "10:00-10:20"), item("c")), 2, ("11:30", "12:00")),
        ((item("a", "11:00-11:30"), item("b"), item("c", "10:00-10:20")), 1, (None, None)),
    ],
)
def test_times_that_are_missing_are_bounded_by_those_around(
    agenda: tuple[Item, ...], place: int, expected: tuple[str | None, str | None]
) -> None:
    found = window(agenda[place], session(agenda=agenda))
    assert found == tuple(at(text) if text else None for text in expected)


def test_an_item_that_is_not_on_the_agenda_is_bounded_by_its_own_times_alone() -> None:
    assert window(item("x", "10:10-"), session(agenda=AGENDA)) == (at("10:10"), None)


def test_a_break_is_no_time_to_be_there_for() -> None:
    long = item("eins", "10:00-11:30")
    rows = [there("anna", "10:50-11:00"), there("bernd", "10:45-11:00"), there("dora", "-10:50", "11:00-")]
    value = session(*rows, agenda=(long,), breaks=(span("10:50-11:00"),))
    assert [is_there(row, long, value) for row in rows] == [False, True, True]


def test_a_session_past_midnight() -> None:
    late, later = item("eins", "23:30-00:15"), item("zwei", "00:15-00:50")
    rows = [there("anna", "21:45-23:45"), there("bernd", "00:20-"), there("dora", "-00:10"), there("gerd", "-01:10")]
    value = session(*rows, agenda=(late, later), start=at("22:00"), end=at("01:00"))
    assert [is_there(row, None, value) for row in rows] == [True, False, True, True]
    assert [is_there(row, late, value) for row in rows] == [True, False, True, True]
    assert [is_there(row, later, value) for row in rows] == [False, True, False, True]


def test_times_near_the_start_of_a_night_are_before_it_and_near_its_end_after_it() -> None:
    night = session(start=at("22:00"), end=at("01:00"))
    moments = [at(text) for text in ("21:30", "22:00", "23:59", "00:00", "01:00", "01:30")]
    assert sorted(sorted(moments), key=lambda one: clock(one, night)) == moments


def test_people_meet_where_their_times_do() -> None:
    value = session()
    assert meet(there("anna"), there("bernd"), value)
    assert meet(there("anna", "10:20-"), there("bernd", "-10:30"), value)
    assert not meet(there("anna", "10:30-"), there("bernd", "-10:30"), value)
    assert not meet(there("anna", "-10:10", "11:00-"), there("bernd", "10:10-11:00"), value)


@pytest.mark.parametrize(
    ("principal", "deputy", "aside"),
    [
        (there("dora"), there("frida"), True),
        (there("dora"), there("frida", "10:10-10:20"), True),
        (there("dora", "10:00-11:00"), there("frida", "10:10-10:20"), True),
        (there("dora", "-11:00"), there("frida"), False),
        (there("dora", "10:30-"), there("frida", "-10:30"), False),
        (there("dora", state="excused"), there("frida"), False),
        (there("dora"), there("frida", represents="dora"), False),
        (there("dora"), there("anna"), False),
    ],
)
def test_a_deputy_stands_aside_while_the_principal_is_there(
    principal: Attendance, deputy: Attendance, aside: bool
) -> None:
    value = session(principal, deputy)
    assert stands_aside(deputy, value, seats()) == aside


# the rule


@pytest.mark.parametrize(
    ("rule", "present", "entitled", "held"),
    [
        ("none", 0, 5, None),
        ("majority", 2, 4, False),
        ("majority", 3, 4, True),
        ("majority", 3, 5, True),
        ("majority", 0, 0, None),
        ("2/3", 3, 5, False),
        ("2/3", 4, 6, True),
        ("2/3", 3, 6, False),
        (3, 3, 9, True),
        (3, 2, 9, False),
        (3, 0, 0, None),
    ],
)
def test_the_quorum_rule(rule: str | int, present: int, entitled: int, held: bool | None) -> None:
    assert quorate(rule, present, entitled) is held


def test_a_group_that_cannot_be_read_has_no_rule() -> None:
    assert turnout(session(there("anna")), None, None, seats()).quorate is None


KEYS = st.sampled_from([*REGISTER, "nobody"])
ROWS = st.builds(
    Attendance,
    attendee=KEYS,
    state=st.sampled_from(["present", "excused", "accepted"]),
    capacity=st.sampled_from([None, "member", "deputy", "advisory", "guest"]),
    represents=st.none() | KEYS,
    votes_for=st.none() | KEYS,
    presence=st.lists(st.sampled_from([span("10:20-"), span("-11:00"), span("10:40-10:50")]), max_size=2).map(tuple),
)


@given(
    st.lists(ROWS, unique_by=lambda row: row.attendee),
    st.sampled_from([None, *AGENDA]),
    st.sampled_from([GROUP, BY_TOWN]),
)
def test_whatever_is_recorded_only_entitled_votes_count_and_each_once(
    rows: list[Attendance], one: Item | None, group: Group
) -> None:
    found = counted(session(*rows, agenda=AGENDA), one, group)
    assert found.castable <= found.entitled
    assert not found.present & found.carried
    assert found.quorate == (2 * len(found.present) > len(found.entitled))
    more = counted(
        session(*rows, Attendance(name="Nora", state="present", represents="anna"), agenda=AGENDA), one, group
    )
    assert more.present >= found.present, "nobody's coming takes another's vote away"


def test_of_several_seats_on_a_day_the_one_with_a_vote_counts() -> None:
    seats = (
        Membership(group="g", organisation="Früher", vote=True, until=date(2020, 1, 1)),
        Membership(group="g", organisation="Gast"),
        Membership(group="g", organisation="Stimme", vote=True),
        Membership(group="g", organisation="Zweite", vote=True),
        Membership(group="h", organisation="Andere", vote=True),
    )
    person = Attendee(name="Anna Beispiel", organisation="Zuhause", memberships=seats)
    assert person.organisation_in("g", date(2024, 9, 10)) == "Stimme"
    assert person.organisation_in("h", date(2024, 9, 10)) == "Andere"
    assert person.organisation_in("i", date(2024, 9, 10)) == "Zuhause"
