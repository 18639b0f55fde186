"""Where imported items go, and what of the agenda stays."""

from dataclasses import replace
from datetime import date

import pytest

from scm_cli.errors import Conflict
from scm_cli.importers.incoming import Incoming
from scm_cli.importers.placing import placed
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.group import Status
from scm_cli.model.outcomes import Decision
from scm_cli.model.session import Session

NOTED = Item(id="b", title="Bericht", notes="Notiz", decisions=(Decision(number=1, text="Ja."),))
SESSION = Session(
    number=1,
    date=date(2026, 12, 8),
    agenda=(Item(id="a", title="Anfang"), NOTED, Item(id="b1", title="Kosten", level=2), Item(id="c", title="Ende")),
)


def item(title: str, line: int = 0, emptied: frozenset[str] = frozenset(), **values: object) -> Incoming:
    return Incoming(line, title, {"title": title, **values}, emptied)


def ids(session: Session) -> list[str]:
    return [one.id for one in session.agenda]


def test_appended_items_get_free_ids_and_never_those_that_others_name() -> None:
    made = placed(SESSION, [item("Kosten"), item("Neu"), item("X", id="neu")], "append")
    assert ids(made.session) == ["a", "b", "b1", "c", "kosten", "neu-2", "neu"]
    assert made.added == ("kosten", "neu-2", "neu")
    with pytest.raises(Conflict):
        placed(SESSION, [item("Neu", id="a")], "append")


def test_merging_changes_by_id_then_title_and_keeps_places() -> None:
    items = [item("Vorab"), item("BERICHT", minutes_planned=5), item("Danach"), item("Schluss", id="c")]
    made = placed(SESSION, items, "merge")
    assert ids(made.session) == [
        "a", "vorab", "b", "b1", "danach", "c",
    ]  # fmt: skip
    assert made.changed == ("b", "c")
    assert made.session.item("b") == replace(NOTED, title="BERICHT", minutes_planned=5)
    assert made.session.item("a") == SESSION.agenda[0]
    assert made.removed == ()


def test_merging_says_nothing_where_the_file_is_empty_and_replacing_does() -> None:
    emptied = item("Bericht", emptied=frozenset({"notes", "kind"}))
    assert placed(SESSION, [emptied], "merge").changed == ()
    replaced = placed(SESSION, [emptied], "replace").session
    assert replaced.agenda == (replace(NOTED, notes=None),)


def test_one_title_twice_fits_the_items_one_after_the_other() -> None:
    twice = replace(SESSION, agenda=(Item(id="x", title="X"), Item(id="x-2", title="X")))
    made = placed(twice, [item("X", minutes_planned=1), item("X", minutes_planned=2)], "merge")
    assert [(one.id, one.minutes_planned) for one in made.session.agenda] == [("x", 1), ("x-2", 2)]
    unsure = placed(twice, [item("X", minutes_planned=1)], "merge")
    assert ids(unsure.session) == ["x", "x-2", "x-3"]


def test_replacing_keeps_what_was_decided_or_refuses() -> None:
    made = placed(SESSION, [item("Bericht"), item("Neu")], "replace")
    assert made.session.agenda == (NOTED, Item(id="neu", title="Neu"))
    assert [one.id for one in made.removed] == ["a", "b1", "c"]
    for force in (False, True):
        with pytest.raises(Conflict):
            placed(SESSION, [item("Neu")], "replace", force=force)


def test_an_item_that_guests_came_for_does_not_go() -> None:
    guest = Attendance(name="Gerd Gast", items=("a",))
    with pytest.raises(Conflict):
        placed(replace(SESSION, attendance=(guest,)), [item("Bericht")], "replace")


@pytest.mark.parametrize("status", ["invited", "held"])
def test_an_agenda_that_was_sent_is_replaced_by_force_only(status: Status) -> None:
    sent = replace(SESSION, status=status, agenda=SESSION.agenda[:1])
    with pytest.raises(Conflict):
        placed(sent, [item("Neu")], "replace")
    assert ids(placed(sent, [item("Neu")], "replace", force=True).session) == ["neu"]
    assert ids(placed(sent, [item("Neu")], "merge").session) == ["a", "neu"]


def test_a_sub_item_never_stands_before_every_item() -> None:
    with pytest.raises(Conflict):
        placed(replace(SESSION, agenda=SESSION.agenda[:1]), [item("Anfang", level=2)], "merge")
