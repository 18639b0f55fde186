"""TOP numbers before and after the invitation: pinned ones stand, late ones find their place."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_cli.model.agenda import Item
from scm_cli.model.agenda_changes import Place, add, drop, move
from scm_cli.model.kinds import Top
from scm_cli.model.numbering import pinned, tops
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


def invited(*items: str) -> Session:
    """Return a session whose numbers are pinned."""
    session = agenda(*items)
    return replace(session, agenda=pinned(session.agenda))


def shown(session: Session) -> str:
    """Return the agenda as TOP and id."""
    numbers = tops(session.agenda)
    return " ".join(f"{numbers[item.id]}{item.id}" for item in session.agenda)


def late(session: Session, *places: Place) -> str:
    """Return the agenda after new items went to these places, one after the other."""
    for number, place in enumerate(places, 1):
        session = add(session, Item(id=f"n{number}", title="N"), place)
    return shown(session)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((Place(),), "1a 2b 2.1x 2.2y 3c 4n1"),
        ((Place(), Place()), "1a 2b 2.1x 2.2y 3c 4n1 5n2"),
        ((Place(before="c"),), "1a 2b 2.1x 2.2y 2an1 3c"),
        ((Place(after="b"), Place(after="n1")), "1a 2b 2.1x 2.2y 2an1 2bn2 3c"),
        ((Place(after="a"), Place(after="a")), "1a 1an2 1bn1 2b 2.1x 2.2y 3c"),
        ((Place(first=True),), "4n1 1a 2b 2.1x 2.2y 3c"),
        ((Place(first=True), Place(after="a"), Place()), "4n1 1a 1an2 2b 2.1x 2.2y 3c 5n3"),
        ((Place(under="b"),), "1a 2b 2.1x 2.2y 2.3n1 3c"),
        ((Place(before="y"),), "1a 2b 2.1x 2.1an1 2.2y 3c"),
        ((Place(under="a"), Place(under="n1")), "1a 1.1n1 1.2n2 2b 2.1x 2.2y 3c"),
        ((Place(after="a"), Place(under="n1")), "1a 1an1 1a.1n2 2b 2.1x 2.2y 3c"),
    ],
)
def test_late_items_get_a_letter_or_the_end(places: tuple[Place, ...], expected: str) -> None:
    assert late(invited("a", "b", ".x", ".y", "c"), *places) == expected


def test_a_break_is_pinned_to_nothing_and_takes_no_number() -> None:
    session = invited("a", "*pause", "b")
    assert [item.top for item in session.agenda] == ["1", None, "2"]
    assert late(session, Place(after="pause")) == "1a pause 1an1 2b"


def test_moved_and_dropped_items_keep_their_numbers() -> None:
    session = invited("a", "b", ".x", ".y", "c")
    assert shown(move(session, "c", Place(first=True))) == "3c 1a 2b 2.1x 2.2y"
    assert shown(drop(session, "a")) == "1a 2b 2.1x 2.2y 3c"
    assert shown(move(session, "x", Place(last=True))) == "1a 2b 2.2y 3c 2.1x"


def test_late_items_in_a_new_order_count_on_from_the_highest() -> None:
    moved = move(invited("a", "b", "c"), "c", Place(first=True))
    assert late(moved, Place()) == "3c 1a 2b 4n1"
    assert late(moved, Place(after="a")) == "3c 1a 1an1 2b"


def test_sub_items_of_one_that_moved_up_get_letters() -> None:
    moved = move(invited("a", ".x", "b"), "x", Place(after="a"))
    up = replace(moved, agenda=tuple(replace(item, level=1) for item in moved.agenda))
    assert late(up, Place(under="x"), Place(under="x")) == "1a 1.1x 1.1an1 1.1bn2 2b"


def test_more_late_items_than_letters_get_numbers() -> None:
    made = late(invited("a", "b"), *[Place(before="b")] * 27)
    assert "1zn26" in made
    assert "3n27" in made


@st.composite
def changed_agendas(draw: st.DrawFn) -> Session:
    """Return a session that was invited to, and changed and invited to again any number of times."""
    first = draw(st.lists(st.sampled_from(["", ".", "*"]), min_size=1, max_size=6))
    session = agenda("start", *(f"{mark}i{n}" for n, mark in enumerate(first)))
    for n in range(draw(st.integers(0, 6))):
        if draw(st.booleans()):
            session = replace(session, agenda=pinned(session.agenda))
        where = draw(st.integers(0, len(session.agenda)))
        level = draw(st.sampled_from([1, 2])) if where else 1
        item = Item(id=f"late{n}", title="L", level=level)
        items = [*session.agenda[:where], item, *session.agenda[where:]]
        if draw(st.booleans()):
            items.append(items.pop(draw(st.integers(1, len(items) - 1))))
        if not items[0].is_break and items[0].level == 1:
            session = replace(session, agenda=tuple(items))
    return session


@given(changed_agendas())
def test_no_number_is_given_twice_and_all_can_be_pinned(session: Session) -> None:
    numbers = tops(session.agenda)
    given_ = [numbers[item.id] for item in session.agenda if not item.is_break]
    assert len(given_) == len(set(given_))
    kind = Top.__metadata__[0]  # type: ignore[attr-defined] # an Annotated type
    assert [kind.read(number) for number in given_] == given_
    again = pinned(session.agenda)
    assert tops(again) == numbers
    assert pinned(again) == again
    for before, after in zip(session.agenda, again, strict=True):
        assert before.top in (None, after.top)


@given(changed_agendas(), st.data())
def test_a_late_item_changes_no_pinned_number(session: Session, data: st.DataObject) -> None:
    fixed = replace(session, agenda=pinned(session.agenda))
    place = data.draw(st.sampled_from([Place(), Place(first=True), *(Place(after=item.id) for item in fixed.agenda)]))
    more = add(fixed, Item(id="new", title="N"), place)
    numbers = tops(more.agenda)
    assert {item.id: numbers[item.id] for item in fixed.agenda} == dict(tops(fixed.agenda))
