"""Live lines carried out: what each makes of the session, and that nothing typed is lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notation.room import meeting, room, times, typed
from protocols import GROUP, at

from scm_cli.archive.canonical import document
from scm_cli.archive.reader import read
from scm_cli.locale import live_words as words
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.merge import merge
from scm_cli.model.session import Session
from scm_cli.notation.live.lines import read_line


def rows(*lines: str) -> dict[str, Attendance]:
    """Type lines; return the rows of attendance by whom they are about."""
    return {row.who: row for row in meeting(*lines).session.attendance}


def notes(session: Session, item: str) -> str | None:
    found = session.item(item)
    assert found is not None
    return found.notes


def test_before_the_beginning_people_are_there_from_the_start() -> None:
    found = rows("da Kern, muster", "gast Gerd Gast (Planungsbüro Fiktiv)", "10:20 da oehm")
    assert found["clara-kern"] == Attendance(attendee="clara-kern", state="present")
    assert found["bernd-muster"].presence == ()
    guest = Attendance(name="Gerd Gast", organisation="Planungsbüro Fiktiv", state="present", capacity="guest")
    assert found["Gerd Gast"] == guest
    assert found["frida-oehm"].presence == (Span(from_=at("10:20")),)


def test_afterwards_from_now_on() -> None:
    found = rows("da Kern", "top", "da Muster", "weg Kern", "10:40 da Kern", "gast Gerd Gast", "gast Gerd Gast")
    assert found["bernd-muster"].presence == (Span(from_=at("10:15")),)
    assert found["clara-kern"].presence == (Span(until=at("10:15")), Span(from_=at("10:40")))
    assert found["Gerd Gast"].presence == (Span(from_=at("10:15")),)


def test_somebody_sits_in_or_carries_a_vote() -> None:
    found = rows("da Öhm für Kern", "here Anna vote for muster")
    assert found["frida-oehm"] == Attendance(
        attendee="frida-oehm", state="present", capacity="deputy", represents="clara-kern"
    )
    assert found["anna-beispiel"] == Attendance(attendee="anna-beispiel", state="present", votes_for="bernd-muster")


def test_a_vote_of_ones_own_is_warned_of() -> None:
    assert typed("da Kern für Muster", room())[0].warnings
    assert not typed("da Öhm für Muster", room())[0].warnings


def test_an_organisation_needs_no_person() -> None:
    found = rows("da Neudorf, (Stadt Fiktiv)")
    assert found["Neudorf"] == Attendance(organisation="Neudorf", state="present")
    assert found["Stadt Fiktiv"] == Attendance(organisation="Stadt Fiktiv", state="present")


def test_a_member_is_made_no_guest_by_mistake() -> None:
    assert rows("da Kern", "gast Kern")["clara-kern"].capacity is None


def test_who_is_named_in_the_session_is_meant() -> None:
    assert set(rows("da Dr. Anna Beispiel", "entschuldigt Beispiel")) == {"anna-beispiel"}
    assert typed("da Beispiel", room())[0].fault


def test_items_open_one_after_the_other() -> None:
    here = meeting("10:00 top", "10:05 top", "10:10 top", "10:20 top 3", "10:30 ende")
    assert times(here) == {
        "eroeffnung": (at("10:00"), at("10:05")),
        "projekte": (at("10:05"), at("10:20")),
        "haltestellen": (at("10:10"), at("10:20")),
        "verschiedenes": (at("10:20"), at("10:30")),
    }
    assert (here.session.end, here.session.status) == (at("10:30"), "held")


@pytest.mark.parametrize("name", ["2.1", "2.1.", "haltestellen", "Haltest", "DIGITALE haltestellen"])
def test_an_item_is_named_by_number_id_or_title(name: str) -> None:
    assert meeting(f"top {name}").current == "haltestellen"


@pytest.mark.parametrize("name", ["9", "e", "en", "Kaffee", "niemals", "neu"])
def test_an_unknown_item_is_kept_as_a_note(name: str) -> None:
    done, here = typed(f"top {name}", meeting("top"))
    assert done.fault
    assert notes(here.session, "eroeffnung") == f"top {name}"


def test_a_new_item_follows_the_one_treated() -> None:
    here = meeting("top 2.1", "top neu Eilantrag zur Brücke")
    assert [item.id for item in here.session.agenda][4] == "eilantrag-zur-bruecke", "behind the last sub-item"
    assert here.current == "eilantrag-zur-bruecke"


def test_after_the_last_item_those_passed_over_come_and_then_none() -> None:
    here = meeting("top 3", "top")
    assert here.current == "eroeffnung"
    here = meeting("top", "top", "top", here=here)
    done, after = typed("top", here)
    assert done.session == here.session
    assert after.current == here.current


def test_notes_are_paragraphs_and_entries_of_a_list_stay_together() -> None:
    here = meeting("top", "n Ein Satz.", "n - eins", "n - zwei", "n Noch ein Satz.")
    assert notes(here.session, "eroeffnung") == "Ein Satz.\n\n- eins\n- zwei\n\nNoch ein Satz."


def test_notes_do_not_end_up_in_code_that_was_left_open() -> None:
    here = meeting("n ```", "n Ein Satz.")
    assert notes(here.session, "eroeffnung") == "```\n```\n\nEin Satz."


def test_before_the_beginning_notes_belong_to_the_first_item_and_begin_nothing() -> None:
    here = meeting("n Der Beamer fehlt.")
    assert notes(here.session, "eroeffnung") == "Der Beamer fehlt."
    assert (here.session.status, times(here)) == ("planned", {})


def test_a_session_without_agenda_gets_an_item_for_what_is_said() -> None:
    empty = replace(room().printing.source, session=replace(room().session, agenda=()))
    here = replace(room(), printing=replace(room().printing, source=empty))
    after = meeting("n Ein Satz.", "b kons So sei es.", here=here)
    assert [(item.id, item.title, item.notes) for item in after.session.agenda] == [("notizen", "Notizen", "Ein Satz.")]
    assert after.session.agenda[0].decisions[0].number == 1


def test_a_break_ends_with_whatever_is_recorded() -> None:
    for line in ("weiter", "n Es geht weiter.", "top", "b kons So sei es.", "a Kern Plan", "ende"):
        here = meeting("top", "10:50 pause", "10:52 da Kern", f"11:00 {line}")
        assert here.session.breaks == (Span(from_=at("10:50"), until=at("11:00")),), line
    assert meeting("top", "10:50 pause", "11:00 da Kern").session.breaks == (Span(from_=at("10:50")),)
    assert typed("kein Wort davon", meeting("top", "10:50 pause"))[0].session.breaks == (Span(from_=at("10:50")),)


def test_results_follow_from_the_votes_and_odd_ones_are_warned_of() -> None:
    here = meeting("da Kern, Muster", "top", "b 2/0/0 So sei es.", "b 1/1/0 Oder so.", "b kons Oder auch so.")
    item = here.session.item("eroeffnung")
    assert item is not None
    assert [one.result for one in item.decisions] == ["carried", "rejected", "carried"]
    assert here.session.last_decision == 3
    done, _ = typed("b 9/0/0 Zu viele.", here)
    assert len(done.warnings) == 1
    assert "B7-4" in done.warnings[0]
    assert not typed("b 2/0/0 Genug.", here)[0].warnings
    assert typed("b 2/0/0 Einer fehlt.", meeting("10:30 weg Kern", here=here))[0].warnings == (), "still there then"
    late = replace(meeting("10:30 weg Kern", here=here), at=at("10:40"))
    assert typed("b 2/0/0 Einer fehlt.", late)[0].warnings


def test_without_a_time_nobody_leaves_and_no_break_begins() -> None:
    here = meeting("da Kern", "top", "n Ein Satz.", "b kons So sei es.", "ende", here=room(now=""))
    assert (times(here), here.session.end) == ({}, None)
    for line in ("weg Kern", "pause"):
        assert typed(line, here)[0].fault, line


def test_an_earlier_time_is_warned_of() -> None:
    assert typed("10:05 top", meeting("10:10 top"))[0].warnings
    assert not typed("10:15 top", meeting("10:10 top"))[0].warnings


def test_whoever_has_come_later_cannot_have_left() -> None:
    assert typed("10:20 weg Kern", meeting("top", "10:30 da Kern"))[0].fault


WORDS = st.sampled_from([word for forms in words.VERBS.values() for word in forms])
PIECES = st.sampled_from(
    ["Kern", "Muster,", "Anna Beispiel", "für", "stimme für", "3/1/1", "kons", "einst", "abgelehnt:", "8.10.", "bis",
     "10:20", "neu", "2.1", "projekte", "(", ")", "(3 Ja; geheim)", "- ", "```", "## TOP 1", "**Beschluss:**", "\\",
     "ß", "#anna-beispiel", "\u202e", "\x00", "[x]: y", "Und", "und", ";", "9999999999/1"]
)  # fmt: skip
LINES = st.one_of(st.text(), st.tuples(WORDS, st.lists(PIECES | st.text(max_size=6), max_size=6)).map(
    lambda made: " ".join((made[0], *made[1]))
))  # fmt: skip


@given(st.lists(LINES, max_size=8), st.booleans())
def test_any_line_is_understood_or_kept_word_for_word(lines: list[str], timed: bool) -> None:
    here = room(now="10:15" if timed else "")
    for line in lines:
        if not read_line(line).typed:
            continue
        done, here = typed(line, here)
        assert read(document(done.session).encode(), Session, "x.toml") == done.session, "a file can hold it"
        if done.fault:
            assert any(read_line(line).typed in (item.notes or "") for item in done.session.agenda)


def test_a_backslash_among_votes_is_text() -> None:
    done, _ = typed(r"b 0\x Der Plan gilt.", room())
    assert any(r"0\x Der Plan gilt." in (item.notes or "") for item in done.session.agenda)


@given(st.lists(LINES, max_size=8))
def test_taking_back_all_lines_leads_to_the_beginning(lines: list[str]) -> None:
    here = room()
    states = [here.session]
    for line in filter(lambda one: read_line(one).typed, lines):
        here = typed(line, here)[1]
        states.append(here.session)
    now = states[-1]
    for before, after in zip(states[-2::-1], states[:0:-1], strict=True):
        merged = merge(after, now, before, group="muster")
        assert not merged.conflicts
        now = merged.value
    assert now == room().session


def test_the_group_decides_the_language_of_what_is_made() -> None:
    empty = replace(room().printing.source, session=replace(room().session, agenda=()))
    group = replace(GROUP, language="en")
    here = replace(room(), printing=replace(room().printing, source=replace(empty, group=group)))
    assert [item.title for item in meeting("n A sentence.", here=here).session.agenda] == ["Notes"]
