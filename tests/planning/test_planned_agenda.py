"""The agenda of a new session: standing items, approvals, what was left over, each of it once."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_cli.model.agenda import Item
from scm_cli.model.group import Group, Standing
from scm_cli.model.outcomes import Task
from scm_cli.model.record import Approval, Objection
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.model.table import Named
from scm_cli.planning.agenda import filled_agenda
from scm_cli.planning.agenda import first_agenda as agenda_with
from scm_cli.planning.carrying import left_for, left_over

TODAY = date(2026, 3, 1)
DAY = date(2026, 3, 10)
GROUP = Group(name="AG Beispielregion")
STANDING = replace(
    GROUP,
    standing=(
        Standing(title="Eröffnung", place="first"),
        Standing(title="Aufgaben", place="first", purpose="tasks"),
        Standing(title="Verschiedenes"),
    ),
)


def ref(number: int) -> SessionRef:
    return SessionRef("g", number)


def item(id_: str, state: Any = "open", **values: Any) -> Item:
    return Item(id=id_, title=id_.title(), state=state, **values)


def held(number: int, *items: Item, status: Any = "held", day: date | None = None) -> Session:
    when = day or date(2026, 1, 1) + timedelta(weeks=number)
    return Session(number=number, date=when, status=status, agenda=items)


def known(*sessions: Session) -> dict[SessionRef, Session]:
    return {ref(one.number): one for one in sessions}


def first_agenda(group: Group, sessions: dict[SessionRef, Session], day: date, today: date) -> tuple[Item, ...]:
    """Return the agenda of a new session as `session plan` makes it."""
    return agenda_with(group, sessions, day, today, left_for(sessions, today, day)[0])


def agenda(*sessions: Session, group: Group = GROUP) -> list[tuple[str, str | None]]:
    """Return id and origin of each item of the next session, without the approvals."""
    made = first_agenda(group, known(*sessions), DAY, TODAY)
    return [(one.id, one.from_) for one in made if one.purpose != "approval"]


def approvals(*sessions: Session, group: Group = GROUP) -> list[str | None]:
    made = first_agenda(group, known(*sessions), DAY, TODAY)
    return [one.about for one in made if one.purpose == "approval"]


def test_postponed_and_unreached_items_are_carried_over_and_nothing_else() -> None:
    session = held(
        1,
        item("done", "done"),
        item("late", "postponed"),
        item("gone", "dropped"),
        item("unreached"),
        item("treated", notes="Besprochen."),
        item("pause", kind="break"),
        item("verschiedenes", purpose="other"),
        item("aufgaben", purpose="tasks"),
        item("protokoll", purpose="approval", about="g/0"),
    )
    assert agenda(session) == [("late", "g/1#late"), ("unreached", "g/1#unreached")]


def test_what_was_planned_for_an_item_stays_and_what_was_recorded_does_not() -> None:
    presenters = ("anna-beispiel", Named(name="Gerd Gast"))
    before = item(
        "thema", "postponed", kind="decision", presenters=presenters, minutes_planned=20, internal=True,
        public_title="Vertragssache", top="4", notes="Vertagt.", tasks=(Task(number=1, text="Klären"),),
        x={"ticket": 7},
    )  # fmt: skip
    carried = first_agenda(replace(GROUP, approval="deadline"), known(held(1, before)), DAY, TODAY)[0]
    expected = replace(before, state="open", top=None, notes=None, tasks=(), from_="g/1#thema")
    assert carried == expected


def test_sub_items_come_along_and_alone_where_their_item_was_treated() -> None:
    session = held(
        1,
        item("berichte", "postponed"),
        item("forst", level=2),
        item("guben", "done", level=2),
        item("pause", kind="break"),
        item("spremberg", "postponed", level=2),
        item("anderes", "done"),
        item("rest", "postponed", level=2),
        item("abgesetzt", "dropped"),
        item("darunter", level=2),
    )
    made = first_agenda(replace(GROUP, approval="deadline"), known(session), DAY, TODAY)
    assert [(one.id, one.level) for one in made] == [("berichte", 1), ("forst", 2), ("spremberg", 2), ("rest", 1)]


def test_a_sub_item_of_a_standing_item_goes_below_it_again() -> None:
    session = held(1, item("verschiedenes", purpose="other"), item("termine", "postponed", level=2))
    made = first_agenda(replace(STANDING, approval="deadline"), known(session), DAY, TODAY)
    assert [(one.id, one.level) for one in made] == [
        ("eroeffnung", 1),
        ("aufgaben", 1),
        ("verschiedenes", 1),
        ("termine", 2),
    ]


def test_standing_items_stand_first_and_last_and_keep_their_ids() -> None:
    made = agenda(held(1, item("verschiedenes", "postponed")), group=STANDING)
    assert made == [
        ("eroeffnung", None),
        ("aufgaben", None),
        ("verschiedenes-2", "g/1#verschiedenes"),
        ("verschiedenes", None),
    ]


def test_ids_are_unique_where_two_sessions_left_over_the_same() -> None:
    assert agenda(held(1, item("thema", "postponed")), held(2, item("thema", "postponed"))) == [
        ("thema", "g/1#thema"),
        ("thema-2", "g/2#thema"),
    ]


def test_nothing_is_carried_over_twice() -> None:
    first = held(1, item("thema", "postponed"))
    planned = held(2, item("thema", from_="g/1#thema"), status="planned", day=date(2026, 3, 5))
    assert agenda(first, planned) == []
    assert agenda(first, replace(planned, status="held")) == [("thema", "g/2#thema")]
    assert agenda(first, held(2, item("thema", "done", from_="g/1#thema"))) == []
    assert agenda(first, held(2, item("thema", "dropped", from_="g/1#thema"))) == []


def test_a_cancelled_session_loses_nothing() -> None:
    first = held(1, item("alt", "postponed"))
    cancelled = held(
        2, item("alt", from_="g/1#alt"), item("neu"), item("zu", "dropped"), status="cancelled", day=date(2026, 2, 20)
    )
    assert agenda(first, cancelled) == [("alt", "g/2#alt"), ("neu", "g/2#neu")]


def test_a_session_still_to_come_keeps_its_items_but_those_postponed_before_it() -> None:
    coming = held(1, item("bleibt"), item("später", "postponed"), status="invited", day=date(2026, 3, 5))
    assert agenda(coming) == [("später", "g/1#später")]


def test_a_session_nobody_settled_keeps_its_items_and_one_with_anything_recorded_counts_as_held() -> None:
    past = held(1, item("thema"), status="planned", day=date(2026, 2, 1))
    assert agenda(past) == []
    assert agenda(replace(past, agenda=(*past.agenda, item("bericht", notes="Gehört.")))) == [("thema", "g/1#thema")]


def test_what_is_left_over_waits_for_the_session_that_comes_first() -> None:
    old = held(1, item("alt", "postponed"))
    coming = held(2, item("bald", "postponed"), item("bleibt"), status="planned", day=date(2026, 3, 5))
    cancelled = held(3, item("ausgefallen"), status="cancelled", day=date(2026, 3, 8))
    sessions = known(old, coming, cancelled)
    here, first = left_for(sessions, TODAY, DAY)
    assert [left.items[0].id for left in here] == ["bald"]
    assert [left.items[0].id for left in first] == ["alt", "ausgefallen"]


def test_a_later_session_leaves_nothing_to_an_earlier_one_unless_it_was_cancelled() -> None:
    later = held(1, item("thema", "postponed"), status="planned", day=date(2026, 4, 1))
    assert agenda(later) == []
    assert agenda(replace(later, status="cancelled")) == [("thema", "g/1#thema")]


def test_after_a_year_only_what_was_postponed_is_carried_over_and_only_final_protocols_are_approved() -> None:
    old = held(1, item("offen"), item("vertagt", "postponed"), day=date(2025, 1, 1))
    cancelled = held(2, item("ausgefallen"), status="cancelled", day=date(2025, 1, 2))
    recent = held(3, item("neu"), status="approved")
    assert agenda(old, cancelled, recent) == [("vertagt", "g/1#vertagt"), ("neu", "g/3#neu")]
    assert approvals(old, recent) == []
    assert approvals(replace(old, status="final"), recent) == ["g/1"]
    assert agenda(old) == [("offen", "g/1#offen"), ("vertagt", "g/1#vertagt")], "after a long pause nothing is lost"
    assert approvals(old) == ["g/1"]


# a session that is planned already


def filled(group: Group, *sessions: Session) -> tuple[list[str], list[str]]:
    """Return the ids on the agenda of the last session, and of what was added."""
    whole, added = filled_agenda(group, known(*sessions), ref(sessions[-1].number), TODAY)
    assert len({one.id for one in whole}) == len(whole)
    return [one.id for one in whole], [one.id for one in added]


def test_a_planned_session_gets_what_it_is_missing_at_its_place() -> None:
    old = held(1, item("thema", "postponed"), item("unter", level=2), status="final")
    coming = held(
        2,
        item("eroeffnung", purpose="other"),
        item("thema"),
        item("verschiedenes", purpose="other"),
        status="invited",
        day=date(2026, 3, 5),
    )
    approval = "genehmigung-des-protokolls-der-1-sitzung"
    whole = ["eroeffnung", approval, "thema", "thema-2", "unter", "verschiedenes"]
    assert filled(STANDING, old, coming) == (whole, [approval, "thema-2", "unter"])
    agenda_then, _ = filled_agenda(STANDING, known(old, coming), ref(2), TODAY)
    assert filled(STANDING, old, replace(coming, agenda=agenda_then)) == (whole, [])


def test_a_sub_item_of_a_standing_item_is_added_below_it() -> None:
    old = held(1, item("verschiedenes", purpose="other"), item("termine", "postponed", level=2), status="approved")
    coming = held(2, item("thema"), item("verschiedenes", purpose="other"), status="planned", day=date(2026, 3, 5))
    assert filled(STANDING, old, coming) == (["thema", "verschiedenes", "termine"], ["termine"])
    whole, _ = filled_agenda(STANDING, known(old, coming), ref(2), TODAY)
    assert whole[-1].level == 2


def test_an_empty_agenda_is_filled_as_that_of_a_new_session_and_nothing_of_its_own_comes_back() -> None:
    coming = held(2, status="planned", day=date(2026, 3, 5))
    assert filled(STANDING, held(1, item("thema", "postponed"), status="approved"), coming)[0] == [
        "eroeffnung", "aufgaben", "thema", "verschiedenes",
    ]  # fmt: skip
    own = held(2, item("später", "postponed"), status="planned", day=date(2026, 3, 5))
    assert filled(STANDING, own) == (["später"], [])


# approvals


def test_each_protocol_not_approved_gets_an_item_the_oldest_first() -> None:
    sessions = (held(1, status="approved"), held(2, status="final"), held(3), held(4, status="cancelled"))
    assert approvals(*sessions) == ["g/2", "g/3"]
    titles = [one.title for one in first_agenda(GROUP, known(*sessions), DAY, TODAY)]
    assert titles == ["Genehmigung des Protokolls der 2. Sitzung", "Genehmigung des Protokolls der 3. Sitzung"]
    english = first_agenda(replace(GROUP, language="en", approval="vote"), known(held(3)), DAY, TODAY)
    assert [(one.title, one.kind) for one in english] == [("Approval of the minutes of session 3", "decision")]


def test_the_session_before_is_approved_even_if_it_is_still_to_come() -> None:
    coming = held(2, status="planned", day=date(2026, 3, 5))
    later = held(3, status="planned", day=date(2026, 4, 5))
    assert approvals(held(1, status="approved"), coming, later) == ["g/2"]


def test_while_a_session_is_to_come_the_older_protocols_are_for_that_one() -> None:
    coming = held(3, status="planned", day=date(2026, 3, 5))
    assert approvals(held(1), held(2), coming) == ["g/3"]


def test_an_approval_on_another_agenda_is_not_planned_again_until_it_is_left_over() -> None:
    old = held(1, status="final")
    approving = item("protokoll", purpose="approval", about="g/1")
    coming = held(2, approving, status="planned", day=date(2026, 3, 5))
    assert approvals(old, coming) == ["g/2"]
    assert approvals(old, replace(coming, date=date(2026, 2, 20), status="held")) == ["g/1", "g/2"]
    treated = held(2, replace(approving, state="done"), day=date(2026, 2, 20))
    assert approvals(old, treated) == ["g/2"]
    cancelled = replace(coming, status="cancelled")
    assert approvals(old, cancelled) == ["g/1"]
    made = first_agenda(GROUP, known(old, cancelled), DAY, TODAY)
    assert [one.from_ for one in made] == ["g/2#protokoll"]


def test_by_deadline_only_a_protocol_with_objections_comes_before_a_session() -> None:
    group = replace(GROUP, approval="deadline")
    sealed = held(1, status="final")
    assert approvals(sealed, group=group) == []
    objected = replace(sealed, approval=Approval(objections=(Objection(text="Zahl falsch"),)))
    assert approvals(objected, group=group) == ["g/1"]
    standing = replace(group, standing=(Standing(title="Protokoll", purpose="approval", place="first"),))
    assert approvals(sealed, group=standing) == ["g/1"]


@pytest.mark.parametrize("place", ["first", "last"])
def test_a_group_says_itself_where_and_how_protocols_are_approved(place: Any) -> None:
    standing = (Standing(title="A", place=place), Standing(title="Protokoll", purpose="approval", place=place))
    group = replace(GROUP, standing=(*standing, Standing(title="Z", place=place)))

    def titles(*sessions: Session) -> list[str]:
        return [one.title for one in first_agenda(group, known(*sessions), DAY, TODAY)]

    assert titles(held(1)) == ["A", "Protokoll", "Z"]
    assert titles(held(1, status="approved")) == ["A", "Z"]
    assert titles(held(1), held(2)) == ["A", "Protokoll (1. Sitzung)", "Protokoll (2. Sitzung)", "Z"]


def test_a_shown_number_and_a_written_procedure_are_named_as_they_are() -> None:
    shown = replace(held(1), display_number="3/2024")
    written = replace(held(2), mode="written")
    titles = [one.title for one in first_agenda(GROUP, known(shown, written), DAY, TODAY)]
    assert titles == [
        "Genehmigung des Protokolls der Sitzung 3/2024",
        "Genehmigung des Protokolls des 2. Umlaufverfahrens",
    ]


# many sessions in a row

states = st.sampled_from(["open", "done", "postponed", "dropped"])
ends = st.sampled_from(["held", "final", "approved", "cancelled"])
meetings = st.lists(st.tuples(ends, st.lists(states, max_size=3), st.randoms(use_true_random=False)), max_size=6)


@given(meetings)
def test_every_item_ends_up_exactly_once_over_many_sessions(course: list[Any]) -> None:
    sessions: dict[SessionRef, Session] = {}
    topics: dict[str, list[str]] = {}
    for number, (end, new, random) in enumerate(course, start=1):
        day = date(2026, 1, 1) + timedelta(weeks=number)
        planned = first_agenda(STANDING, sessions, day, day)
        added = tuple(item(f"topic-{number}-{n}") for n in range(len(new)))
        happened = tuple(
            replace(one, state=random.choice(["open", "done", "postponed", "dropped"])) for one in (*planned, *added)
        )
        sessions[ref(number)] = held(number, *happened, status=end, day=day)
        origins = [one.from_ for one in planned if one.from_]
        assert len(origins) == len(set(origins)), "nothing is carried over twice"
        assert len({one.id for one in planned}) == len(planned)
        for one in happened:
            if one.purpose is None:
                topics.setdefault(one.title, []).append(one.state if end != "cancelled" else f"cancelled {one.state}")
    left = [left.items[0].title for left in left_over(sessions, date(2027, 1, 1))]
    waiting = {
        title
        for title, course_of in topics.items()
        if course_of[-1].removeprefix("cancelled ") not in ("done", "dropped")
    }
    assert sorted(left) == sorted(waiting), "every item that waits is carried over once"
    for course_of in topics.values():
        assert all(state.removeprefix("cancelled ") in ("open", "postponed") for state in course_of[:-1])
    assert left_over({**sessions, ref(99): _next(sessions)}, date(2027, 1, 1)) == []


courses = st.lists(
    st.tuples(st.sampled_from(["held", "final", "cancelled"]), st.randoms(use_true_random=False)), max_size=6
)


@given(courses)
def test_every_protocol_comes_before_sessions_until_one_has_treated_it(course: list[Any]) -> None:
    sessions: dict[SessionRef, Session] = {}
    treated: set[str] = set()
    for number, (end, random) in enumerate(course, start=1):
        day = date(2026, 1, 1) + timedelta(weeks=number)
        planned = first_agenda(GROUP, sessions, day, day)
        abouts = [one.about for one in planned if one.purpose == "approval"]
        held_before = {str(other) for other, one in sessions.items() if one.status != "cancelled"}
        assert sorted(filter(None, abouts)) == sorted(held_before - treated)
        happened = tuple(replace(one, state=random.choice(["done", "postponed", "open"])) for one in planned)
        sessions[ref(number)] = held(number, *happened, status=end, day=day)
        if end != "cancelled":
            treated |= {one.about for one in happened if one.about and one.state == "done"}


def _next(sessions: dict[SessionRef, Session]) -> Session:
    day = date(2027, 1, 10)
    return Session(number=99, date=day, agenda=first_agenda(STANDING, sessions, day, date(2027, 1, 1)))
