"""Two people's versions of one file become one."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.attendee import Attendee, Membership
from scm_cli.model.group import Group, Standing, Words
from scm_cli.model.merge import FieldConflict, Merged, Renaming, merge
from scm_cli.model.outcomes import Candidate, Decision, Election, Task, TaskChange
from scm_cli.model.record import Amendment, Attachment, Seal
from scm_cli.model.session import Session
from scm_cli.model.settings import Settings
from scm_cli.model.table import Named
from scm_cli.model.validity import faults

DAY = date(2024, 9, 10)
A, B, C = (Item(id=name, title=name.title()) for name in "abc")
BASE = Session(number=7, date=DAY, agenda=(A, B))


def on(item: Item = A, **changes: Any) -> Session:
    """Return the session with one item changed."""
    return replace(BASE, agenda=tuple(replace(one, **changes) if one.id == item.id else one for one in BASE.agenda))


def clean(merged: Merged[Session]) -> Session:
    """Return what a merge without any conflict gave."""
    assert merged.conflicts == ()
    assert not list(faults(merged.value))
    return merged.value


def conflicting(merged: Merged[Any]) -> list[str]:
    """Return the names of the fields in conflict."""
    return [one.name for one in merged.conflicts]


def ids(session: Session) -> str:
    return " ".join(item.id for item in session.agenda)


def test_each_side_changes_another_field() -> None:
    made = clean(merge(BASE, replace(BASE, place="Forst"), on(title="Anfang")))
    assert made == replace(on(title="Anfang"), place="Forst")


def test_the_same_field_changed_twice_is_named_and_ours_stands() -> None:
    first = on(decisions=(Decision(number=1, text="Alt"),))
    ours, theirs = (on(decisions=(Decision(number=1, text=text),)) for text in ("Neu", "Anders"))
    made = merge(first, ours, theirs)
    assert made.value == ours
    assert made.conflicts == (FieldConflict(("agenda", "a", "decisions", "1", "text"), "Alt", "Neu", "Anders"),)
    assert made.conflicts[0].name == "agenda.a.decisions.1.text"


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    ours = replace(BASE, place="Forst", room="1")
    assert clean(merge(BASE, ours, replace(BASE, place="Forst", link="https://a.de"))) == replace(
        ours, link="https://a.de"
    )


# items


def test_both_append_an_item() -> None:
    ours, theirs = (replace(BASE, agenda=(*BASE.agenda, one)) for one in (C, Item(id="d", title="D")))
    assert ids(clean(merge(BASE, ours, theirs))) == "a b c d"


def test_an_item_of_theirs_goes_where_they_put_it() -> None:
    ours, theirs = replace(BASE, agenda=(A, B, C)), replace(BASE, agenda=(A, Item(id="d", title="D"), B))
    assert ids(clean(merge(BASE, ours, theirs))) == "a d b c"


def test_two_new_items_with_one_id_and_different_content() -> None:
    ours = replace(BASE, agenda=(A, B, C))
    theirs = replace(
        BASE,
        agenda=(A, B, replace(C, title="Kosten", decisions=(Decision(number=1, text="Ja"),))),
        last_decision=1,
        attendance=(Attendance(attendee="jana", items=("c",)),),
        attachments=(Attachment(number=1, url="https://a.de", item="c"),),
        amendments=(Amendment(number=1, on=DAY, item="c", text="Nachtrag"),),
    )
    made = merge(BASE, ours, theirs)
    value = clean(made)
    assert [(item.id, item.title) for item in value.agenda[2:]] == [("c", "C"), ("c-2", "Kosten")]
    assert value.agenda[3].decisions == (Decision(number=1, text="Ja"),)
    assert (value.attendance[0].items, value.attachments[0].item, value.amendments[0].item) == (("c-2",), "c-2", "c-2")
    assert made.renamed == (Renaming("agenda", "c", "c-2"),)


def test_the_same_new_item_on_both_sides_is_one_item() -> None:
    ours = replace(BASE, agenda=(A, B, replace(C, tasks=(Task(number=1, text="Eins"),))), last_task=1)
    theirs = replace(BASE, agenda=(A, B, replace(C, tasks=(Task(number=1, text="Zwei"),))), last_task=1)
    made = clean(merge(BASE, ours, theirs))
    assert ids(made) == "a b c"
    assert [(one.number, one.text) for one in made.agenda[2].tasks] == [(1, "Eins"), (2, "Zwei")]


def test_the_longest_id_gives_way_too() -> None:
    long = Item(id="x" * 64, title="Lang")
    ours, theirs = (replace(BASE, agenda=(A, B, one)) for one in (long, replace(long, title="Länger")))
    made = clean(merge(BASE, ours, theirs))
    assert [len(item.id) for item in made.agenda[2:]] == [64, 60]


def test_a_new_id_of_theirs_is_one_that_nobody_has() -> None:
    ours = replace(BASE, agenda=(A, B, C))
    theirs = replace(BASE, agenda=(A, B, replace(C, title="Anders"), Item(id="c-2", title="Noch einer")))
    assert ids(clean(merge(BASE, ours, theirs))) == "a b c c-3 c-2"


def test_a_moved_item_and_an_added_one() -> None:
    ours, theirs = replace(BASE, agenda=(B, A)), replace(BASE, agenda=(A, B, C))
    assert ids(clean(merge(BASE, ours, theirs))) == "b a c"
    assert ids(clean(merge(BASE, theirs, ours))) == "b a c"


def test_one_item_moved_to_two_places_is_a_conflict_of_the_order() -> None:
    four = replace(BASE, agenda=(A, B, C, Item(id="d", title="D")))
    ours, theirs = (
        replace(four, agenda=tuple(four.agenda[n] for n in places)) for places in ((3, 0, 1, 2), (0, 3, 1, 2))
    )
    made = merge(four, ours, theirs)
    assert made.conflicts == (
        FieldConflict(("agenda",), ("a", "b", "c", "d"), ("d", "a", "b", "c"), ("a", "d", "b", "c")),
    )
    assert made.value == ours


def test_a_sub_item_of_theirs_stays_with_its_item() -> None:
    sub = Item(id="sub", title="Sub", level=2)
    ours, theirs = replace(BASE, agenda=(A, B, C)), replace(BASE, agenda=(A, B, sub))
    assert ids(clean(merge(BASE, ours, theirs))) == "a b sub c"
    assert ids(clean(merge(BASE, theirs, ours))) == "a b sub c"


def test_an_item_removed_by_one_and_unchanged_by_the_other_is_gone() -> None:
    assert ids(clean(merge(BASE, replace(BASE, agenda=(A,)), replace(BASE, place="Forst")))) == "a"
    assert ids(clean(merge(BASE, replace(BASE, place="Forst"), replace(BASE, agenda=(A,))))) == "a"


def test_a_removal_against_a_change_is_a_conflict() -> None:
    removed, changed = replace(BASE, agenda=(B,)), on(title="Neu")
    made = merge(BASE, removed, changed)
    assert made.conflicts == (FieldConflict(("agenda", "a"), A, None, replace(A, title="Neu")),)
    assert ids(made.value) == "b"
    assert ids(merge(BASE, changed, removed).value) == "a b"


@pytest.mark.parametrize(
    "use",
    [
        {"attendance": (Attendance(attendee="jana", items=("a",)),)},
        {"attachments": (Attachment(number=1, url="https://a.de", item="a"),)},
        {"amendments": (Amendment(number=1, on=DAY, text="Text", item="a"),)},
        {"agenda": (replace(A, decisions=(Decision(number=1, text="Ja"),)), B)},
        {"agenda": (A, Item(id="sub", title="Sub", level=2), B)},
    ],
    ids=["guest", "attachment", "amendment", "decision", "sub-item"],
)
def test_a_removal_against_something_new_that_belongs_to_the_item(use: dict[str, Any]) -> None:
    removed, used = replace(BASE, agenda=(B,)), replace(BASE, **use)
    kept, gone = merge(BASE, used, removed), merge(BASE, removed, used)
    assert (conflicting(kept), conflicting(gone)) == (["agenda.a"], ["agenda.a"])
    assert (kept.value, gone.value.item("a")) == (used, None)
    assert not list(faults(gone.value))


def test_one_top_is_never_pinned_twice() -> None:
    ours, theirs = (replace(BASE, agenda=(A, B, Item(id=name, title=name, top="3a"))) for name in "xy")
    made = clean(merge(BASE, ours, theirs))
    assert [item.top for item in made.agenda] == [None, None, "3a", None]


def test_tops_pinned_otherwise_by_both_are_a_conflict() -> None:
    ours, theirs = on(A, top="1"), on(B, top="1")
    made = merge(BASE, ours, theirs)
    assert made.conflicts == (FieldConflict(("agenda", "b", "top"), None, None, "1"),)
    assert made.value == ours


def test_a_sub_item_left_without_any_item_becomes_one() -> None:
    parts = replace(BASE, agenda=(A, replace(B, level=2), C))
    ours, theirs = replace(parts, agenda=(A, C, replace(B, level=2))), replace(parts, agenda=(replace(B, level=1), C))
    assert not list(faults(merge(parts, ours, theirs).value))


# outcomes


def test_two_new_decisions_with_one_number_and_what_replaces_them() -> None:
    ours = replace(on(A, decisions=(Decision(number=1, text="Ja"),)), last_decision=1)
    theirs = replace(
        on(
            B,
            decisions=(
                Decision(number=1, text="Nein"),
                Decision(number=2, text="Doch", replaces="g/B7-1"),
                Decision(number=3, text="Alt", replaces="h/B6-1"),
            ),
        ),
        last_decision=3,
    )
    made = merge(BASE, ours, theirs, group="g")
    value = clean(made)
    assert [one.number for one in value.agenda[0].decisions] == [1]
    assert [(one.number, one.replaces) for one in value.agenda[1].decisions] == [
        (4, None),
        (2, "g/B7-4"),
        (3, "h/B6-1"),
    ]
    assert value.last_decision == 4
    assert made.renamed == (Renaming("decisions", 1, 4),)


def test_a_decision_of_another_group_is_not_followed() -> None:
    ours = replace(on(A, decisions=(Decision(number=1, text="Ja"),)), last_decision=1)
    theirs = replace(
        on(A, decisions=(Decision(number=1, text="Nein"), Decision(number=2, text="Doch", replaces="h/B7-1"))),
        last_decision=2,
    )
    assert clean(merge(BASE, ours, theirs, group="g")).agenda[0].decisions[2].replaces == "h/B7-1"
    assert clean(merge(BASE, ours, theirs)).agenda[0].decisions[2].replaces == "h/B7-3"


@pytest.mark.parametrize(
    ("kind", "last", "one", "other"),
    [
        ("decisions", "last_decision", Decision(number=3, text="Ja"), Decision(number=3, text="Nein")),
        ("elections", "last_election", Election(number=3, office="Leitung"), Election(number=3, office="Kasse")),
        ("tasks", "last_task", Task(number=3, text="Eins"), Task(number=3, text="Zwei")),
    ],
)
def test_new_outcomes_with_one_number(kind: str, last: str, one: Any, other: Any) -> None:
    ours, theirs = (replace(on(**{kind: (row,)}), **{last: 3}) for row in (one, other))  # type: ignore[arg-type]
    made = clean(merge(BASE, ours, theirs))
    assert getattr(made.agenda[0], kind) == (one, replace(other, number=4))
    assert getattr(made, last) == 4


def test_new_attachments_and_amendments_with_one_number() -> None:
    ours, theirs = (
        replace(
            BASE,
            attachments=(Attachment(number=1, url=f"https://{name}.de"),),
            amendments=(Amendment(number=1, on=DAY, text=name),),
            last_attachment=1,
        )
        for name in "xy"
    )
    made = clean(merge(BASE, ours, theirs))
    assert [(one.number, one.url) for one in made.attachments] == [(1, "https://x.de"), (2, "https://y.de")]
    assert [(one.number, one.text) for one in made.amendments] == [(1, "x"), (2, "y")]
    assert made.last_attachment == 2


def test_a_number_once_given_is_never_given_again() -> None:
    ours = replace(on(decisions=(Decision(number=1, text="Ja"),)), last_decision=9)  # 2 to 9 were taken out again
    theirs = replace(on(decisions=(Decision(number=1, text="Nein"),)), last_decision=1)
    made = clean(merge(BASE, ours, theirs))
    assert ([one.number for one in made.agenda[0].decisions], made.last_decision) == ([1, 10], 10)


def test_a_decision_moved_to_another_item_by_one_and_changed_by_the_other() -> None:
    decision = Decision(number=1, text="Alt")
    first, moved = on(A, decisions=(decision,)), on(B, decisions=(decision,))
    changed = on(A, decisions=(replace(decision, text="Neu"),))
    for ours, theirs in ((moved, changed), (changed, moved)):
        assert clean(merge(first, ours, theirs)) == on(B, decisions=(replace(decision, text="Neu"),))


def test_a_decision_moved_to_two_items() -> None:
    three = replace(BASE, agenda=(A, B, C))
    first, ours, theirs = (
        replace(
            three,
            agenda=tuple(
                replace(i, decisions=(Decision(number=1, text="Ja"),)) if i.id == at else i for i in three.agenda
            ),
        )
        for at in "abc"
    )
    made = merge(first, ours, theirs)
    assert made.conflicts == (FieldConflict(("agenda", "b", "decisions", "1", "item"), "a", "b", "c"),)
    assert made.value == ours


def test_an_elected_person_is_a_candidate() -> None:
    first = on(elections=(Election(number=1, candidates=(Candidate(name="Ada"), Candidate(name="Ben"))),))
    ours = on(elections=(Election(number=1, candidates=(Candidate(name="Ada"),)),))
    theirs = on(elections=(Election(number=1, candidates=first.agenda[0].elections[0].candidates, elected="Ben"),))
    made = merge(first, ours, theirs)
    assert conflicting(made) == ["agenda.a.elections.1.candidates", "agenda.a.elections.1.elected"]
    assert made.value == ours


def test_an_attachment_has_one_source() -> None:
    first = replace(BASE, attachments=(Attachment(number=1, file="attachments/a.pdf"),))
    ours = replace(BASE, attachments=(Attachment(number=1, file="attachments/b.pdf"),))
    theirs = replace(BASE, attachments=(Attachment(number=1, url="https://a.de"),))
    made = merge(first, ours, theirs)
    assert conflicting(made) == ["attachments.1.file", "attachments.1.url"]
    assert made.value == ours


# lists without identity


def test_histories_merge_as_sets_by_date() -> None:
    old, mine, yours = (TaskChange(on=date(2024, 9, day), note=str(day)) for day in (1, 9, 5))
    first, ours, theirs = (
        on(tasks=(Task(number=1, text="Tun", history=rows),)) for rows in ((old,), (old, mine), (old, yours))
    )
    made = clean(merge(first, ours, theirs))
    assert made.agenda[0].tasks[0].history == (old, yours, mine)


def test_both_progress_a_task_on_one_day() -> None:
    mine, yours = (TaskChange(on=DAY, note=text) for text in ("angerufen", "geschrieben"))
    first, ours, theirs = (on(tasks=(Task(number=1, text="Tun", history=rows),)) for rows in ((), (mine,), (yours,)))
    assert clean(merge(first, ours, theirs)).agenda[0].tasks[0].history == (mine, yours)


def test_both_sides_name_people() -> None:
    first, ours, theirs = (
        on(presenters=people) for people in (("ada", "ben"), ("ada", "ben", Named(name="Gast")), ("cem", "ben"))
    )
    assert set(map(str, clean(merge(first, ours, theirs)).agenda[0].presenters)) == {
        "ben",
        "cem",
        "Named(name='Gast')",
    }


def test_one_person_exchanged_for_two_different_ones_is_a_conflict() -> None:
    first, ours, theirs = (on(presenters=(name,)) for name in ("ada", "ben", "cem"))
    assert conflicting(merge(first, ours, theirs)) == ["agenda.a.presenters"]


def test_times_are_one_value() -> None:
    ours, theirs = (replace(BASE, breaks=(Span(from_=time(hour)),)) for hour in (10, 11))
    made = merge(BASE, ours, theirs)
    assert (conflicting(made), made.value) == (["breaks"], ours)


def test_attendance_is_merged_person_by_person() -> None:
    first = replace(BASE, attendance=(Attendance(attendee="ada", state="invited"),))
    ours = replace(BASE, attendance=(Attendance(attendee="ada", state="present"), Attendance(name="Gast")))
    theirs = replace(
        BASE, attendance=(Attendance(attendee="ada", state="invited", via="online"), Attendance(attendee="ben"))
    )
    assert clean(merge(first, ours, theirs)).attendance == (
        Attendance(attendee="ada", state="present", via="online"),
        Attendance(name="Gast"),
        Attendance(attendee="ben"),
    )
    excused = replace(BASE, attendance=(Attendance(attendee="ada", state="excused"),))
    assert conflicting(merge(first, ours, excused)) == ["attendance.ada.state"]


def test_both_added_the_same_guest() -> None:
    ours = replace(BASE, attendance=(Attendance(name="Gast", via="online"),))
    theirs = replace(BASE, attendance=(Attendance(name="Gast", state="present"),))
    assert clean(merge(BASE, ours, theirs)).attendance == (Attendance(name="Gast", via="online", state="present"),)


# the other files


def test_people() -> None:
    base = Attendee(name="Ada", memberships=(Membership(group="g"),))
    ours = replace(base, email="a@b.de", aliases=("Adele",), memberships=(Membership(group="g", vote=True),))
    theirs = replace(
        base, phone="1", aliases=("Addi",), memberships=(Membership(group="g", role="chair"), Membership(group="h"))
    )
    made = merge(base, ours, theirs)
    assert made.conflicts == ()
    assert made.value == Attendee(
        name="Ada",
        email="a@b.de",
        phone="1",
        aliases=("Adele", "Addi"),
        memberships=(Membership(group="g", vote=True, role="chair"), Membership(group="h")),
    )


def test_two_seats_in_one_group_are_known_by_their_content() -> None:
    old, new = (Membership(group="g", since=date(year, 1, 1)) for year in (2020, 2024))
    base = Attendee(name="Ada", memberships=(old, new))
    ours = replace(base, memberships=(old, replace(new, vote=True)))
    assert merge(base, ours, replace(base, memberships=(replace(old, until=DAY), new))).value.memberships == (
        replace(old, until=DAY),
        replace(new, vote=True),
    )
    theirs = replace(base, memberships=(old, replace(new, role="chair")))
    assert merge(base, ours, theirs).value.memberships[1] == replace(new, vote=True, role="chair")
    assert conflicting(merge(base, ours, replace(base, memberships=(old,)))) == ["memberships.2"]


def test_groups_and_settings() -> None:
    base = Group(name="AG", recipients=("a@b.de",))
    ours = replace(base, words=Words(chair="Vorsitz"), standing=(Standing(title="Begrüßung", place="first"),))
    theirs = replace(base, words=Words(host="Gastgeberin"), standing=(Standing(title="Verschiedenes"),), recipients=())
    made = merge(base, ours, theirs)
    assert made.conflicts == ()
    assert made.value == Group(
        name="AG",
        words=Words(chair="Vorsitz", host="Gastgeberin"),
        standing=(Standing(title="Begrüßung", place="first"), Standing(title="Verschiedenes")),
    )
    changed = [Settings(default_group=key) for key in "gh"]
    assert conflicting(merge(Settings(), *changed)) == ["default_group"]


def test_own_keys_merge_key_by_key() -> None:
    base = Settings(x={"a": 1, "deep": {"b": 2}})
    ours = Settings(x={"a": 1, "deep": {"b": 2, "c": 3}})
    theirs = Settings(x={"deep": {"b": 9}, "e": [1]})
    made = merge(base, ours, theirs)
    assert (made.conflicts, made.value) == ((), Settings(x={"deep": {"b": 9, "c": 3}, "e": [1]}))
    assert conflicting(merge(base, Settings(x={"a": 2}), Settings(x={"a": 3, "deep": {}}))) == ["x.a"]


def test_what_both_added_has_no_base() -> None:
    ours, theirs = Attendee(name="Ada", email="a@b.de"), Attendee(name="Ada", phone="1")
    assert merge(None, ours, theirs) == Merged(Attendee(name="Ada", email="a@b.de", phone="1"))
    assert conflicting(merge(None, ours, Attendee(name="Ada", email="c@d.de"))) == ["email"]


# what calendars and seals need


def test_both_announced_a_change() -> None:
    base = replace(BASE, sequence=2)
    made = clean(merge(base, replace(base, place="Forst", sequence=3), replace(base, start=time(9), sequence=4)))
    assert made.sequence == 5


SEALED = {"seal": Seal(version=1, at=DAY, head="0" * 64, protocol="0" * 64), "status": "final"}  # type: ignore[arg-type]


def test_a_sealed_protocol_is_not_changed_by_a_merge() -> None:
    final: Session = replace(BASE, **SEALED)  # type: ignore[arg-type]
    noted = on(notes="Nachgetragen")
    made = merge(BASE, final, noted)
    assert (conflicting(made), made.value) == (["seal"], final)
    made = merge(BASE, noted, final)
    assert (conflicting(made), made.value) == (["seal"], noted)


def test_a_sealed_protocol_may_be_signed_and_its_tasks_go_on() -> None:
    first: Session = replace(on(tasks=(Task(number=1, text="Tun"),)), **SEALED)  # type: ignore[arg-type]
    done = Task(number=1, text="Tun", history=(TaskChange(on=DAY, state="done"),))
    theirs = replace(first, agenda=(replace(A, tasks=(done,)), B))
    ours = replace(first, amendments=(Amendment(number=1, on=DAY, text="Nachtrag"),))
    assert clean(merge(first, ours, theirs)) == replace(theirs, amendments=ours.amendments)
