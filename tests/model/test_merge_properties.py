"""What holds for every merge, whatever two sides did to a file."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import FILES, mended, of_key, tables

from scm_cli.archive.format import keys
from scm_cli.model.agenda import Item
from scm_cli.model.merge import merge
from scm_cli.model.merge_fields import FieldConflict
from scm_cli.model.session import Session
from scm_cli.model.table import Table
from scm_cli.model.validity import faults

Draw = Callable[[st.SearchStrategy[Any]], Any]
MARK = {"merged": True}
LAST = ("last_decision", "last_election", "last_task", "last_attachment")
TOGETHER = {"agenda", "attendance", "attachments", "amendments", "seal", "status", "sequence", "number", "x", *LAST}
"""Fields of a session that depend on one another, or are more than a value."""


RICH = ("agenda", "attendance", "attachments", "amendments")
"""What a session always has here."""


@st.composite
def files(draw: Draw, table: type[Table]) -> Any:
    """Return a file; of a session one with items, outcomes and people."""
    made = draw(tables(table))
    if not isinstance(made, Session):
        return made
    rich: Any = {name: draw(of_key(keys(Session)[name])) for name in RICH}
    outcomes: Any = {name: draw(of_key(keys(Item)[name])) for name in ("decisions", "elections", "tasks")}
    agenda = [replace(item, **outcomes) if n == 0 else item for n, item in enumerate(rich["agenda"])]
    ids = [item.id for item in agenda]
    guests = [replace(row, items=tuple(ids[:1])) for row in rich["attendance"]]
    return mended(replace(made, **{**rich, "agenda": tuple(agenda), "attendance": tuple(guests)}))


@st.composite
def edited(draw: Draw, before: Table) -> Any:
    """Return a file as somebody left it who worked on it."""
    made = _edited(draw, before, 4)
    if not isinstance(made, Session) or not isinstance(before, Session):
        return made
    counted: Any = {name: max(getattr(before, name), getattr(made, name)) for name in LAST}
    return mended(replace(made, number=before.number, sequence=before.sequence, **counted))


def _edited(draw: Draw, table: Any, most: int) -> Any:
    changed: dict[str, Any] = {}
    for key in draw(st.lists(st.sampled_from([*keys(type(table)).values()]), max_size=most, unique_by=id)):
        old = getattr(table, key.field)
        if key.field not in ("x", "id", "number") and not _names(table, key.field):
            changed[key.field] = (
                _rows(draw, key, old) if key.shape.many else draw(of_key(key) | st.just(key.default or old))
            )
    return replace(table, **changed)


def _names(table: Table, field: str) -> bool:
    """Say whether a field tells a row from others: changed, it would be another row."""
    return table.identity is not None and field in ("attendee", "name", "organisation", "key")


def _rows(draw: Draw, key: Any, old: tuple[Any, ...]) -> tuple[Any, ...]:
    rows = [_edited(draw, row, 2) if isinstance(row, Table) and draw(st.booleans()) else row for row in old]
    rows = [row for row in rows if draw(st.integers(0, 3))]
    rows += draw(of_key(key))[:2]
    return tuple(draw(st.permutations(rows)) if draw(st.integers(0, 2)) == 0 else rows)


def three(table: type[Table]) -> st.SearchStrategy[tuple[Any, Any, Any]]:
    """Return a file and what two people made of it."""
    return files(table).flatmap(lambda base: st.tuples(st.just(base), edited(base), edited(base)))


versions = st.sampled_from(FILES).flatmap(three)


def marked(table: Any) -> Any:
    """Return the file with a change nobody else makes, so that a merge has something to do."""
    return replace(table, x={**(table.x or {}), **MARK})


@given(versions)
@settings(deadline=None)
def test_what_one_side_alone_did_is_there_whole(found: tuple[Any, Any, Any]) -> None:
    base, ours, _ = found
    for one in (merge(base, ours, marked(base)), merge(base, marked(base), ours)):
        assert (one.conflicts, one.renamed) == ((), ())
        assert one.value == marked(ours)


@given(versions)
@settings(deadline=None)
def test_the_same_work_on_both_sides_is_no_conflict(found: tuple[Any, Any, Any]) -> None:
    base, ours, _ = found
    for one in (merge(base, ours, marked(ours)), merge(base, marked(ours), ours)):
        assert (one.conflicts, one.renamed) == ((), ())
        assert one.value == marked(ours)


@given(versions)
@settings(deadline=None)
def test_a_merge_of_valid_files_is_valid(found: tuple[Any, Any, Any]) -> None:
    base, ours, theirs = found
    assert not list(faults(merge(base, ours, theirs).value))
    assert not list(faults(merge(None, ours, theirs).value))


@given(versions)
@settings(deadline=None)
def test_what_conflicts_does_so_from_either_side(found: tuple[Any, Any, Any]) -> None:
    base, ours, theirs = found
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    if one.renamed or other.renamed:
        return
    assert _told(one.conflicts) == _told(other.conflicts)
    if not one.conflicts:
        assert unordered(one.value) == unordered(other.value)


def _told(conflicts: Iterable[FieldConflict]) -> set[tuple[object, ...]]:
    """Return where conflicts are; that of a seal only by itself.

    Where both changed what it covers, whoever sealed keeps the own values and with them the seal; from the other side
    the seal no longer fits, which is told besides.
    """
    found: set[tuple[object, ...]] = {conflict.path for conflict in conflicts}
    return found - {("seal",)} or found


def unordered(value: Any) -> Any:
    """Return a value in which rows have no order: both sides' new ones stand ours first."""
    if isinstance(value, Table):
        return type(value).__name__, {
            key.name: unordered(getattr(value, key.field)) for key in keys(type(value)).values()
        }
    if isinstance(value, tuple):
        return sorted((unordered(row) for row in value), key=repr)
    return value


@given(st.data())
@settings(deadline=None)
def test_changes_of_different_fields_all_survive(data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(FILES))
    base, other = data.draw(tables(table)), data.draw(tables(table, most=20))
    if isinstance(base, Session):
        base = replace(base, seal=None)  # what it covers cannot be changed by two
    names = [key.field for key in keys(table).values() if key.field not in TOGETHER]
    mine = set(data.draw(st.lists(st.sampled_from(names), unique=True)))
    ours: Any = {name: getattr(other, name) for name in mine}
    theirs: Any = {name: getattr(other, name) for name in set(names) - mine}
    made = merge(base, replace(base, **ours), replace(base, **theirs))
    assert made.conflicts == ()
    assert made.value == replace(base, **ours, **theirs)


@given(st.data())
@settings(deadline=None)
def test_changes_of_different_items_all_survive(data: st.DataObject) -> None:
    count = data.draw(st.integers(2, 4))
    items = tuple(Item(id=f"i{n}", title=f"Title {n}") for n in range(count))
    base = replace(data.draw(tables(Session)), agenda=items, seal=None, attendance=(), attachments=(), amendments=())
    names = ["title", "kind", "purpose", "about", "presenters", "began", "ended", "state", "internal", "notes"]

    def changed(item: Item) -> Item:
        other = data.draw(tables(Item, most=12))
        values: Any = {name: getattr(other, name) for name in names}
        return replace(item, **values)

    split = data.draw(st.integers(1, len(base.agenda) - 1))
    mine, yours = tuple(map(changed, base.agenda[:split])), tuple(map(changed, base.agenda[split:]))
    made = merge(
        base,
        replace(base, agenda=(*mine, *base.agenda[split:])),
        replace(base, agenda=(*base.agenda[:split], *yours)),
    )
    assert made.conflicts == ()
    assert made.value.agenda == (*mine, *yours)
