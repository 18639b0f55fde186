"""A corrected protocol is merged into its session: each sentence of the rule has its test."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from notation.test_round_trip import items, pairs, with_session
from printable import printings
from protocols import printing
from strategies import mended

from scm_cli.errors import BadData
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.outcomes import Decision, Election, Task
from scm_cli.model.record import Attachment
from scm_cli.model.session import Session
from scm_cli.notation import outcomes
from scm_cli.notation.context import Printing
from scm_cli.notation.protocol import protocol
from scm_cli.notation.reading.applied import Applied, Base, applied

thorough = settings(max_examples=40, report_multiple_bugs=False, deadline=None)

TESTFELD = Item(
    id="testfeld",
    title="Testfeld",
    notes="Es wurde beraten.",
    decisions=(Decision(number=1, text="Wir richten es ein.", yes=3, no=1, abstain=1, result="carried"),),
    tasks=(Task(number=1, text="Kostenplan vorlegen.", assignees=("clara",), due=date(2024, 10, 8)),),
)
LAST = Item(
    id="zuletzt",
    title="Zuletzt",
    decisions=(Decision(number=11, text="Wir richten es ein.", yes=3, no=1),),
    tasks=(Task(number=11, text="Kostenplan vorlegen."),),
)
AGENDA = (Item(id="beginn", title="Beginn"), TESTFELD, Item(id="verschiedenes", title="Verschiedenes"))


def session(*agenda: Item, **values: Any) -> Printing:
    head = {"place": "Rathaus", "room": "Ratssaal", "chair": "anna", "last_decision": 1, "last_task": 1}
    rows = (Attendance(attendee="anna", state="present"), Attendance(attendee="bernd", state="excused"))
    return printing(*(agenda or AGENDA), **{"attendance": rows, **head, **values})


def apply(
    text: str, base: Printing, now: Session | None = None, *, prune: bool = True, mailed: bool = False
) -> Applied:
    """Apply a text made from `base` to the session as it is now."""
    made_from = Base(base.session, base.lang, protocol(base), "base", mailed=mailed)
    return applied(text, "text", with_session(base, now or base.session), made_from, prune=prune)


def edited(base: Printing, *pairs_: tuple[str, str]) -> str:
    """Return what is printed with some of it replaced."""
    text = protocol(base)
    for before, after in pairs_:
        assert text.count(before) == 1, f"{before!r} in {text}"
        text = text.replace(before, after)
    return text


def problems(text: str, base: Printing, **options: Any) -> str:
    with pytest.raises(BadData) as caught:
        apply(text, base, **options)
    return caught.value.message


# properties


@thorough
@given(pairs())
def test_another_sessions_text_makes_it_that_session(pair: tuple[Printing, Session]) -> None:
    before, after = pair
    # A vote that the text takes away and an election without its candidate are mistakes of their own.
    assume(all(not one.elected for item in after.agenda for one in item.elections))
    found = apply(protocol(with_session(before, after)), before)
    assert found.session == after
    assert found.conflicts == ()
    assert found.deletions == ()


@thorough
@given(pairs(), st.data())
def test_two_edits_of_different_fields_both_survive(pair: tuple[Printing, Session], data: st.DataObject) -> None:
    drawn = pair[0]
    agenda = (Item(id="eins", title="Eins"), *(replace(item, top=None) for item in drawn.session.agenda), LAST)
    base = with_session(drawn, replace(drawn.session, agenda=agenda))
    first, *others, last = agenda
    ours, theirs = data.draw(items(first, 30)), data.draw(items(last, 40))
    assume(not any(one.elected for item in (ours, theirs) for one in item.elections))
    now = replace(base.session, agenda=(ours, *others, last), room="Saal")
    sent = replace(base.session, agenda=(first, *others, theirs), place="Forst")
    found = apply(protocol(with_session(base, sent)), base, now)
    assert found.conflicts == ()
    assert found.session.agenda == (ours, *others, theirs)
    assert (found.session.room, found.session.place) == ("Saal", "Forst")


@thorough
@given(printings())
def test_an_unchanged_text_changes_nothing_even_if_the_session_did(drawn: Printing) -> None:
    base = with_session(drawn, mended(drawn.session))
    now = replace(base.session, room="Anderswo", agenda=base.session.agenda[:1], attachments=())
    now = replace(now, attendance=tuple(replace(row, items=()) for row in now.attendance))
    found = apply(protocol(base), base, now, mailed=True, prune=False)
    assert (found.session, found.deletions, found.conflicts) == (now, (), ())


# items


def test_a_new_item_gets_an_id_and_everything_under_it() -> None:
    base = session()
    new = "## TOP Haltestellen (nichtöffentlich)\n\nZeit: 10:15-10:40\n\nNotiz\n\n**Beschluss (kons):** Ja."
    below = "### TOP Unterpunkt\n\n## TOP 3 Verschiedenes"
    text = edited(base, ("## TOP 3 Verschiedenes", f"{new}\n\n{below}"))
    found = apply(text, base).session
    assert [item.id for item in found.agenda] == ["beginn", "testfeld", "haltestellen", "unterpunkt", "verschiedenes"]
    item, sub = found.agenda[2:4]
    assert (item.internal, item.began, item.ended, item.notes) == (True, time(10, 15), time(10, 40), "Notiz")
    assert sub.level == 2
    (decision,) = item.decisions
    assert (decision.number, decision.method, decision.result) == (2, "consensus", "carried")
    assert found.last_decision == 2


def test_items_move_with_their_numbers_as_they_were_printed() -> None:
    base = session()
    text = protocol(base)
    at = text.index("## TOP 3 Verschiedenes")
    moved = text[:at].replace("## TOP 1 Beginn", "## TOP 3 Verschiedenes\n\n## TOP 1 Beginn")
    assert [item.id for item in apply(moved, base).session.agenda] == ["verschiedenes", "beginn", "testfeld"]


def test_an_item_is_renamed_under_its_number_and_keeps_its_id() -> None:
    base = session()
    found = apply(edited(base, ("## TOP 2 Testfeld", "## TOP 2 Sensornetz")), base).session
    assert found.item("testfeld") == replace(TESTFELD, title="Sensornetz")


def test_number_and_title_of_different_items_are_a_mistake() -> None:
    base = session()
    text = edited(base, ("## TOP 2 Testfeld", "## TOP 2 Beginn"))
    assert "text:18: „TOP 2 Beginn“" in problems(text, base)
    text = edited(base, ("## TOP 2 Testfeld", "## TOP 9 Testfeld"))
    assert "hat den Titel von TOP 2" in problems(text, base) or "has the title of item 2" in problems(text, base)


def test_a_removed_item_goes_with_what_it_held() -> None:
    base = session()
    text = protocol(base)
    text = text[: text.index("## TOP 2")] + text[text.index("## TOP 3") :]
    found = apply(text, base)
    assert [item.id for item in found.session.agenda] == ["beginn", "verschiedenes"]
    kept = apply(text, base, prune=False)
    assert kept.session == base.session
    assert [one.path[-1] for one in kept.deletions] == [TESTFELD]


def test_an_announced_item_is_dropped_not_removed() -> None:
    base = session(*(replace(item, top=str(n)) for n, item in enumerate(AGENDA, 1)))
    text = protocol(base)
    without = text[: text.index("## TOP 3")]
    assert "(dropped)" in problems(without, base)
    assert apply(without, base, prune=False).session == base.session
    dropped = apply(edited(base, ("## TOP 3 Verschiedenes", "## TOP 3 Verschiedenes (abgesetzt)")), base)
    assert dropped.session.agenda[2].state == "dropped"


def test_what_belongs_to_a_removed_item_is_named() -> None:
    guest = Attendance(name="Gerd Gast", state="present", capacity="guest", items=("verschiedenes",))
    base = session(attendance=(guest,))
    text = protocol(base)
    assert "„Gerd Gast (zu TOP 3)“" in problems(text[: text.index("## TOP 3")], base)
    attachment = Attachment(number=1, url="https://example.org/a", item="verschiedenes")
    base = session(attachments=(attachment,))
    text = protocol(base)
    text = text[: text.index("## TOP 3")] + text[text.index("## Anlagen") :]
    assert "„Anlage 1 (TOP 3): https://example.org/a“" in problems(text, base)


# deletions


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- Raum: Ratssaal\n", ""),
        ("- Ort: Rathaus\n", ""),
        ("- Leitung: Dr. Anna Beispiel\n", ""),
        ("Es wurde beraten.\n\n", ""),
        ("- Entschuldigt: Bernd Muster (Neudorf)\n", ""),
    ],
)
def test_a_deleted_line_deletes_only_if_it_is_meant(before: str, after: str) -> None:
    base = session()
    text = edited(base, (before, after))
    kept = apply(text, base, prune=False)
    assert kept.session == base.session
    assert len(kept.deletions) == 1
    assert apply(text, base).session != base.session


def test_a_changed_line_is_no_deletion() -> None:
    base = session()
    text = edited(base, ("(3 Ja, 1 Nein, 1 Enthaltung: angenommen)", "(einstimmig angenommen)"))
    text = text.replace("(Clara Kern; bis 08.10.2024)", "(Clara Kern)")
    found = apply(text, base, prune=False)
    item = found.session.agenda[1]
    assert found.deletions == ()
    assert (item.decisions[0].yes, item.decisions[0].unanimous, item.tasks[0].due) == (None, True, None)


def test_sections_alone_change_only_what_they_hold() -> None:
    base = session()
    text = "## TOP 2 Testfeld\n\nEs wurde lange beraten.\n\n**Aufgabe (Bernd; 1.11.):** Nachfragen"
    found = apply(text, base, prune=False, mailed=True)
    assert [one.path[-1] for one in found.deletions] == [*TESTFELD.decisions, *TESTFELD.tasks]
    assert found.session.agenda[1].notes == "Es wurde lange beraten."
    assert found.session.agenda[1].tasks[-1] == Task(
        number=2, text="Nachfragen", assignees=("bernd",), due=date(2024, 11, 1)
    )
    assert replace(found.session, agenda=base.session.agenda, last_task=1) == base.session
    pruned = apply(text, base, mailed=True).session
    assert replace(pruned, agenda=base.session.agenda, last_task=1) == base.session
    assert [item.id for item in pruned.agenda] == ["beginn", "testfeld", "verschiedenes"]
    assert pruned.agenda[1].decisions == ()


def test_a_decision_that_moves_to_another_item_is_not_deleted() -> None:
    base = session()
    text = protocol(base)
    label = next(line for line in text.split("\n") if line.startswith("**Beschluss"))
    found = apply(f"{text.replace(label, '')}\n{label}\n", base, prune=False)
    assert found.deletions == ()
    assert [item.decisions for item in found.session.agenda] == [(), (), TESTFELD.decisions]


# merging


def test_both_sides_change_one_field_and_it_is_a_conflict() -> None:
    base = session()
    text = edited(base, ("(3 Ja, ", "(4 Ja, "))
    (decision,) = TESTFELD.decisions
    now = replace(base.session, agenda=(AGENDA[0], replace(TESTFELD, decisions=(replace(decision, yes=5),)), AGENDA[2]))
    found = apply(text, base, now)
    assert [one.name for one in found.conflicts] == ["agenda.testfeld.decisions.1.yes"]
    assert found.session == now


def test_two_new_decisions_with_one_number_both_stay() -> None:
    base = session()
    text = edited(base, ("## TOP 3 Verschiedenes", "**Beschluss (kons):** Aus dem Text.\n\n## TOP 3 Verschiedenes"))
    other = Decision(number=2, text="Inzwischen.")
    now = replace(
        base.session,
        agenda=(AGENDA[0], TESTFELD, replace(AGENDA[2], decisions=(other,))),
        last_decision=2,
    )
    found = apply(text, base, now)
    assert found.session.agenda[2].decisions == (other,)
    assert found.session.agenda[1].decisions[-1].number == 3
    assert found.session.last_decision == 3
    assert [(one.before, one.after) for one in found.renamed] == [(2, 3)]


def test_what_is_not_printed_stays() -> None:
    item = replace(TESTFELD, x={"farbe": "rot"}, minutes_planned=30, public_title="Öffentlich", presenters=("clara",))
    base = session(item, x={"akte": 1})
    found = apply(edited(base, ("Es wurde beraten.", "Es wurde lange beraten.")), base).session
    assert found == replace(base.session, agenda=(replace(item, notes="Es wurde lange beraten."),))


def test_a_name_outside_the_register_is_kept_and_told() -> None:
    base = session()
    text = edited(base, ("- Entschuldigt:", "- Gäste: Xaver Quast (Amt)\n- Entschuldigt:"))
    found = apply(text, base)
    assert found.session.attendance[-1] == Attendance(
        name="Xaver Quast", organisation="Amt", state="present", capacity="guest"
    )
    assert [notice for notice in found.notices if "Xaver Quast" in notice] == list(found.notices)
    assert apply(protocol(with_session(base, found.session)), with_session(base, found.session)).notices == ()


def test_every_mistake_is_told_with_its_line() -> None:
    base = session()
    text = edited(base, ("- Raum:", "- Zimmer:"), ("bis 08.10.2024):**", "bis 38.10.2024):**"))
    found = problems(text, base).split("\n")
    assert [line.split(":")[:2] for line in found] == [["text", "5"], ["text", "24"]]


@pytest.mark.parametrize(("elected", "left"), [(None, True), ("anna", None)])
def test_an_answer_goes_with_the_one_elected_and_only_then(elected: str | None, left: bool | None) -> None:
    ballot = Election(number=1, office="Vorsitz", elected=elected, accepted=True)
    base = session(replace(TESTFELD, elections=(ballot,)))
    label = outcomes.election(ballot, base)
    found = apply(edited(base, (label, "**Wahl W7-1 (Clara Kern 3):** Vorsitz")), base).session
    (read,) = found.agenda[0].elections
    assert (read.elected, read.accepted) == (None, left)


NEXT = Session(number=8, date=date(2024, 11, 12))
WITH_NEXT = "Dienstag, 12.11.2024"


def test_what_stands_below_the_next_session_is_never_passed_over_in_silence() -> None:
    base = session(following=NEXT)
    text = edited(base, (WITH_NEXT, f"{WITH_NEXT}\n\nFrau Kern bat um eine Kopie."))
    assert "„Frau Kern bat um eine Kopie.“" in problems(text, base)
    found = apply(text, base, mailed=True)
    assert found.session == base.session
    assert len(found.notices) == 1
    assert str(text.split("\n").index("Frau Kern bat um eine Kopie.") + 1) in found.notices[0]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("- Stand: Entwurf", "- Stand: genehmigt", ["genehmigt"]),
        ("- Stand: Entwurf", "- Stand: Entwurf\n  Frau Kern fehlte.", ["Entwurf Frau Kern fehlte."]),
        ("der AG Muster", "der AG Master", ["der AG Master"]),
        ("- Stand: Entwurf", "- Stand: ENTWURF", []),
        ("- Stand: Entwurf", "- Stand: ausgefertigt am 01.10.2024", []),
    ],
)
def test_what_follows_from_elsewhere_is_told_where_it_was_changed(before: str, after: str, told: list[str]) -> None:
    base = session()
    text = edited(base, (before, after))
    found = apply(text, base)
    assert [any(one in notice for notice in found.notices) for one in told] == [True] * len(told)
    assert len(found.notices) == len(told)


@pytest.mark.parametrize("place", ["TOP 3", "TOP 2 Neu", "Neu"])
def test_the_overview_moves_nothing_to_another_item(place: str) -> None:
    base = session()
    for label in ("- Beschluss B7-1 (", "- Aufgabe A7-1 ("):
        assert label in problems(edited(base, (f"{label}TOP 2)", f"{label}{place})")), base)


def test_code_that_is_indented_comes_back_as_it_was_printed() -> None:
    base = session()
    first, *others = base.session.agenda
    coded = replace(first, decisions=(Decision(number=9, text="a\n ````\n b\n````"),))
    base = with_session(base, replace(base.session, agenda=(coded, *others), last_decision=9))
    assert apply(protocol(base), base, mailed=True).session == base.session


def test_an_empty_line_of_a_quote_keeps_the_blank_that_mail_takes_off() -> None:
    base = session()
    first, *others = base.session.agenda
    base = with_session(base, replace(base.session, agenda=(replace(first, notes="> \n```\n```"), *others)))
    sent = protocol(base)
    assert "\n> \n" in sent
    assert apply(sent.replace("\n> \n", "\n>\n"), base, mailed=True).session == base.session
