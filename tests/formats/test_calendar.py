"""Sessions as calendar entries, read again by the icalendar library."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from documented import MADE, changed, example, known_as
from hypothesis import given, settings
from icalendar import Calendar, Event
from printable import LINES

from scm_cli.documents.document import Document
from scm_cli.formats.calendar import calendar
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.notation.context import Printing

BERLIN = ZoneInfo("Europe/Berlin")
DAY = date(2024, 9, 10)


def agenda(**session: Any) -> Document:
    """Return an agenda of the fixture archive with some keys of its session changed."""
    return changed(example("agenda"), **session)


def written(*agendas: Document) -> tuple[Calendar, list[Any]]:
    """Return a calendar read back with its entries; its lines are as RFC 5545, section 3.1, wants them."""
    data = calendar(agendas, MADE)
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()
    assert b"None" not in data
    made = Calendar.from_ical(data)
    return made, [part for part in made.walk("VEVENT") if isinstance(part, Event)]


def only(document: Document) -> Any:
    """Return the entry of one session."""
    (event,) = written(document)[1]
    return event


def test_an_entry_says_what_the_archive_knows() -> None:
    event = only(agenda())
    assert event.decoded("dtstart") == datetime(2024, 9, 10, 10, tzinfo=BERLIN)
    assert event.decoded("dtend") == datetime(2024, 9, 10, 12, tzinfo=BERLIN)
    assert event.decoded("dtstamp") == MADE
    assert event["summary"] == "7. Sitzung der AG Beispielregion"
    assert event["location"] == "Rathaus Musterstadt, Ratssaal"
    assert event["url"] == "https://konferenz.example.org/ag-beispielregion"
    assert (event["sequence"], event["status"]) == (0, "CONFIRMED")
    assert event["description"].splitlines() == [
        "- TOP 1 Eröffnung und Protokoll der 6. Sitzung",
        "- TOP 2 Bericht Förderung (Emil Zander, Bericht, abgesetzt)",
        "- TOP 3 Testfeld Sensornetz (Gerd Gast, Beschlussfassung, 30 Minuten)",
        "- TOP 4 Auftrag Sensorik (Beschlussfassung, nichtöffentlich)",
    ]


def test_the_zone_is_defined_and_right_in_summer_and_winter() -> None:
    made, events = written(agenda(), example("agenda", number=8))
    zones = list(made.walk("VTIMEZONE"))
    assert [zone["tzid"] for zone in zones] == ["Europe/Berlin"]
    offsets = [event.decoded("dtstart").utcoffset() for event in events]
    assert offsets == [timedelta(hours=2), timedelta(hours=1)]
    zone: Any = zones[0]
    known = zone.to_tz()
    assert datetime(2024, 9, 10, 10, tzinfo=known).utcoffset() == timedelta(hours=2)
    assert datetime(2024, 11, 12, 10, tzinfo=known).utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize(
    "name", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Africa/Casablanca", "UTC"]
)
def test_a_zone_changes_when_it_really_does(name: str) -> None:
    made, _ = written(changed(agenda(), group={"timezone": name}))
    zone = ZoneInfo(name)
    said = set()
    changes: list[Any] = [part for one in made.walk("VTIMEZONE") for part in one.subcomponents]
    for change in changes:
        before, after = change["tzoffsetfrom"].td, change["tzoffsetto"].td
        for local in [change["dtstart"].dt, *(one.dt for one in (change["rdate"].dts if "rdate" in change else []))]:
            if before != after:
                said.add(((local - before).replace(tzinfo=UTC), after))
    step = timedelta(minutes=30)
    moments = [datetime(2023, 1, 2, tzinfo=UTC) + step * number for number in range(2 * 3 * 8760)]
    real = {
        (at, at.astimezone(zone).utcoffset())
        for at in moments
        if at.astimezone(zone).utcoffset() != (at - step).astimezone(zone).utcoffset()
    }
    assert said == real
    assert real or name == "UTC"


def test_each_zone_in_use_is_defined_once() -> None:
    other = changed(example("agenda"), group={"timezone": "America/New_York"})
    whole_day = changed(example("agenda"), group={"timezone": "Asia/Tokyo"}, start=None)
    made, _ = written(agenda(), other, whole_day, agenda())
    assert [zone["tzid"] for zone in made.walk("VTIMEZONE")] == ["America/New_York", "Europe/Berlin"]


OPEN_END = agenda(planned_end=None, end=None)


@pytest.mark.parametrize(
    ("document", "end"),
    [
        (agenda(), datetime(2024, 9, 10, 12, tzinfo=BERLIN)),
        (agenda(planned_end=None), datetime(2024, 9, 10, 11, 50, tzinfo=BERLIN)),
        (
            changed(agenda(planned_end=None, end=None), group={"duration": 90}),
            datetime(2024, 9, 10, 11, 30, tzinfo=BERLIN),
        ),
        (agenda(planned_end=None, end=None), None),
        (agenda(start=time(22), planned_end=time(1)), datetime(2024, 9, 11, 1, tzinfo=BERLIN)),
        (
            changed(
                agenda(date=date(2024, 10, 27), start=time(1, 30), planned_end=None, end=None), group={"duration": 120}
            ),
            datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=BERLIN),
        ),
        (agenda(start=None), date(2024, 9, 11)),
        (agenda(date=date(9999, 12, 31), start=time(22), planned_end=time(1)), None),
        (agenda(date=date(9999, 12, 31), start=None), None),
    ],
    ids=["planned", "real", "duration", "unknown", "next-day", "clock-change", "whole-day", "last-night", "last-day"],
)
def test_when_it_ends(document: Document, end: date | None) -> None:
    event = only(document)
    assert (event.decoded("dtend") if "dtend" in event else None) == end


def test_a_day_without_a_time_is_a_whole_day_that_blocks_nothing() -> None:
    event = only(agenda(start=None))
    assert event["dtstart"].params["value"] == "DATE"
    assert (event.decoded("dtstart"), event["transp"]) == (DAY, "TRANSPARENT")


def test_the_very_first_days_have_an_entry_too() -> None:
    document = changed(agenda(date=date(1, 1, 1), start=time(0), planned_end=None, end=None), group={"duration": 60})
    assert only(document).decoded("dtstart").year == 1


def test_the_identity_stays_whatever_changes() -> None:
    first, later = only(agenda()), only(agenda(title="Anders", date=date(2025, 1, 1), sequence=3))
    assert first["uid"] == later["uid"]
    assert later["sequence"] == 3
    assert only(example("agenda", number=8))["uid"] != first["uid"]
    assert only(agenda(uid="0b7e4ad8-11e8-4a3f-a1c4-2f0f1e6a2b3c"))["uid"] == "0b7e4ad8-11e8-4a3f-a1c4-2f0f1e6a2b3c"


PEOPLE = known_as(
    example("agenda"),
    anna_beispiel="anna@example.org",
    bernd_muster="bernd@example.org",
    clara_kern="clara@example.org",
    dora_lang="dora@example.org",
    frida_ohm="frida@example.org",
)
INVITED = (
    Attendance(attendee="anna-beispiel", state="accepted"),
    Attendance(attendee="bernd-muster", state="invited"),
    Attendance(attendee="clara-kern", state="declined"),
    Attendance(attendee="dora-lang", state="excused"),
    Attendance(attendee="frida-ohm", state="present", capacity="guest"),
    Attendance(attendee="emil-zander", state="invited"),
    Attendance(name="Gerd Gast", state="accepted"),
    Attendance(organisation="Musterstadt", state="present"),
)


def test_those_with_an_address_are_asked_for_an_answer() -> None:
    made, (event,) = written(changed(PEOPLE, attendance=INVITED, status="invited"))
    assert made["method"] == "REQUEST"
    assert str(event["organizer"]) == "mailto:anna@example.org"
    assert event["organizer"].params["CN"] == "Anna Beispiel"
    answers = [(str(one), one.params["PARTSTAT"], one.params["ROLE"]) for one in event["attendee"]]
    assert answers == [
        ("mailto:anna@example.org", "ACCEPTED", "CHAIR"),
        ("mailto:bernd@example.org", "NEEDS-ACTION", "REQ-PARTICIPANT"),
        ("mailto:clara@example.org", "DECLINED", "REQ-PARTICIPANT"),
        ("mailto:dora@example.org", "DECLINED", "REQ-PARTICIPANT"),
        ("mailto:frida@example.org", "ACCEPTED", "OPT-PARTICIPANT"),
    ]


@pytest.mark.parametrize(
    ("document", "method", "status"),
    [
        (agenda(status="cancelled"), "CANCEL", "CANCELLED"),
        (changed(PEOPLE, attendance=INVITED, status="cancelled"), "CANCEL", "CANCELLED"),
        (changed(PEOPLE, attendance=INVITED, status="held"), "PUBLISH", "CONFIRMED"),
        (agenda(status="planned"), "PUBLISH", "TENTATIVE"),
        (agenda(status="invited"), "PUBLISH", "CONFIRMED"),
    ],
)
def test_what_a_file_asks_for(document: Document, method: str, status: str) -> None:
    made, (event,) = written(document)
    assert (made["method"], event["status"]) == (method, status)


def test_a_group_answers_for_a_session_without_officers() -> None:
    document = changed(PEOPLE, group={"recipients": ("ag@example.org",)}, chair=None, minute_taker=None)
    assert str(only(document)["organizer"]) == "mailto:ag@example.org"


def test_several_sessions_share_a_file_and_its_method() -> None:
    made, events = written(agenda(status="cancelled"), example("agenda", number=8))
    assert made["method"] == "PUBLISH"
    assert [event["status"] for event in events] == ["CANCELLED", "TENTATIVE"]
    assert written(agenda(status="cancelled"), agenda(status="cancelled"))[0]["method"] == "CANCEL"


def test_a_place_may_be_nothing_but_a_link() -> None:
    assert only(agenda(place=None, room=None))["location"] == "https://konferenz.example.org/ag-beispielregion"
    bare = only(agenda(place=None, room=None, link=None))
    assert "location" not in bare
    assert "url" not in bare


def test_umlauts_stay_whole_where_lines_are_folded() -> None:
    for length in range(1, 90):
        place = "a" * length + "ÄÖÜß漢😀" * 30
        assert only(agenda(place=place, room=None))["location"] == place


@settings(deadline=None)
@given(LINES, LINES)
def test_text_of_any_kind_comes_back(line: str, name: str) -> None:
    source = PEOPLE.printing.source
    register = {"anna-beispiel": replace(source.register["anna-beispiel"], name=name)}
    session = replace(
        source.session, title=line, place=line, room=None, agenda=(Item(id="x", title="x"),), attendance=INVITED[:1]
    )
    document = replace(PEOPLE, printing=Printing(replace(source, session=session, register=register), "de"))
    data = calendar([document], MADE)
    assert max(map(len, data.split(b"\r\n"))) <= 75
    event: Any = next(part for part in Calendar.from_ical(data).walk("VEVENT"))
    assert (event["summary"], event["location"]) == (line, line)
    assert str(event["attendee"]) == "mailto:anna@example.org"
    if "\\" not in name:  # parameters know no backslash (RFC 5545, section 3.1), but the library reads one
        assert set(event["attendee"].params) == {"CN", "CUTYPE", "ROLE", "PARTSTAT"}
