"""Changes of the agenda."""

from dataclasses import replace
from datetime import date

import pytest

from scm_cli.errors import Conflict, UsageFault
from scm_cli.model.agenda import Item
from scm_cli.model.agenda_changes import Place, add, drop, move, new_id, postpone, remove
from scm_cli.model.numbering import tops
from scm_cli.model.outcomes import Task
from scm_cli.model.session import Session


def agenda(*items: str) -> Session:
    """Return a session with these items; a leading dot makes a sub-item, a star a break."""
    made = [
        Item(
            id=name.strip(".*"),
            title=name.strip(".*").upper(),
            level=2 if name.startswith(".") else 1,
            kind="break" if name.startswith("*") else None,
        )
        for name in items
    ]
    return Session(number=1, date=date(2022, 11, 25), agenda=tuple(made))


def shown(session: Session) -> str:
    """Return the agenda as TOP and id."""
    numbers = tops(session.agenda)
    return " ".join(f"{numbers[item.id]}{item.id}" for item in session.agenda)


START = ("a", "b", ".x", ".y", "c")


@pytest.mark.parametrize(
    ("what", "place", "expected"),
    [
        ("c", Place(first=True), "1c 2a 3b 3.1x 3.2y"),
        ("a", Place(last=True), "1b 1.1x 1.2y 2c 3a"),
        ("b", Place(first=True), "1b 1.1x 1.2y 2a 3c"),
        ("b", Place(after="c"), "1a 2c 3b 3.1x 3.2y"),
        ("a", Place(after="b"), "1b 1.1x 1.2y 2a 3c"),
        ("y", Place(before="x"), "1a 2b 2.1y 2.2x 3c"),
        ("x", Place(first=True), "1x 2a 3b 3.1y 4c"),
        ("a", Place(under="b"), "1b 1.1x 1.2y 1.3a 2c"),
        ("x", Place(under="a"), "1a 1.1x 2b 2.1y 3c"),
        ("c", Place(after="x"), "1a 2b 2.1x 2.2c 2.3y"),
    ],
)
def test_an_item_moves_with_what_belongs_to_it(what: str, place: Place, expected: str) -> None:
    assert shown(move(agenda(*START), what, place)) == expected


@pytest.mark.parametrize(
    ("what", "place"),
    [("b", Place(under="a")), ("b", Place(after="x")), ("b", Place(before="b")), ("b", Place(before="y"))],
)
def test_what_cannot_be_moved_there_is_refused(what: str, place: Place) -> None:
    with pytest.raises(UsageFault):
        move(agenda(*START), what, place)


def test_new_items_go_where_they_are_wanted() -> None:
    new = Item(id="n", title="N")
    assert shown(add(agenda(*START), new, Place())) == "1a 2b 2.1x 2.2y 3c 4n"
    assert shown(add(agenda(*START), new, Place(under="a"))) == "1a 1.1n 2b 2.1x 2.2y 3c"
    assert shown(add(agenda(*START), new, Place(before="b"))) == "1a 2n 3b 3.1x 3.2y 4c"
    with pytest.raises(Conflict, match="id a"):
        add(agenda("a"), replace(new, id="a"), Place())


def test_ids_are_made_from_titles_and_never_twice() -> None:
    session = agenda("digitale-haltestellen")
    assert new_id(session, "Digitale Haltestellen") == "digitale-haltestellen-2"
    assert new_id(session, "Straße & Größe") == "strasse-groesse"
    assert new_id(session, "???") == "top"


def test_postponed_and_dropped_items_stay_where_they_are() -> None:
    session = drop(postpone(agenda(*START), "a"), "c")
    assert [item.state for item in session.agenda] == ["postponed", "open", "open", "open", "dropped"]
    assert shown(session) == "1a 2b 2.1x 2.2y 3c"


def test_only_what_nothing_hangs_on_is_removed() -> None:
    session = agenda(*START)
    assert shown(remove(session, "a")) == "1b 1.1x 1.2y 2c"
    with pytest.raises(Conflict, match="sub-items"):
        remove(session, "b")
    busy = replace(session.agenda[0], tasks=(Task(number=1, text="t"),), top="1")
    with pytest.raises(Conflict, match="decisions, elections or tasks, the invitation named it"):
        remove(replace(session, agenda=(busy, *session.agenda[1:])), "a")


def test_numbers_follow_order_level_and_pins() -> None:
    assert shown(agenda("a", "*pause", "b", ".c")) == "1a pause 2b 2.1c"
    pinned = agenda("a", "late", "b")
    items = (replace(pinned.agenda[0], top="1"), pinned.agenda[1], replace(pinned.agenda[2], top="2"))
    assert shown(replace(pinned, agenda=items)) == "1a 1alate 2b"
