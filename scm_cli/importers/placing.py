"""How imported items enter a session's agenda: appended, merged, or in place of what was there."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from scm_cli.archive.format import keys
from scm_cli.errors import Conflict
from scm_cli.importers.incoming import Incoming
from scm_cli.locale import importing as say
from scm_cli.model.agenda import Item
from scm_cli.model.agenda_changes import ties
from scm_cli.model.fold import same
from scm_cli.model.session import Session
from scm_cli.model.text import slug, unused

Way = Literal["append", "merge", "replace"]


@dataclass(frozen=True)
class Placed:
    """A session with imported items, and what became of its agenda.

    Args:
        session: with the items.
        added, changed: the ids of items that are new, and of those that say something else now.
        removed: the items that are gone.
    """

    session: Session
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[Item, ...]


def placed(session: Session, items: Sequence[Incoming], way: Way, *, force: bool = False) -> Placed:
    """Return a session with imported items.

    Args:
        session: whose agenda it is.
        items: in their order.
        way: behind what is there; changing the items with the same id, else the same title; or instead of all.
        force: replace an agenda although the invitation named it.

    Raises:
        Conflict: an id is taken, the agenda may not be replaced, or an item that would go is needed.
    """
    agenda = _WAYS[way](session, items, force)
    after = replace(session, agenda=agenda)
    _parents(after)
    before = {item.id: item for item in session.agenda}
    return Placed(
        after,
        tuple(item.id for item in agenda if item.id not in before),
        tuple(item.id for item in agenda if item.id in before and item != before[item.id]),
        tuple(item for item in session.agenda if after.item(item.id) is None),
    )


def _appended(session: Session, items: Sequence[Incoming], _force: bool) -> tuple[Item, ...]:
    wrong = [say.ID_TAKEN(line=one.line, id=one.id) for one in items if one.id and session.item(one.id)]
    if wrong:
        raise Conflict("\n".join(wrong), say.ID_TAKEN_REMEDY())
    taken = {item.id for item in session.agenda} | {one.id for one in items}
    return (*session.agenda, *(_new(one, taken) for one in items))


def _merged(session: Session, items: Sequence[Incoming], _force: bool) -> tuple[Item, ...]:
    """Return the agenda with items changed where they stand; a new one follows the one it follows in the file."""
    found = _matched(session.agenda, items)
    taken = {item.id for item in session.agenda} | {one.id for one in items}
    agenda = [replace(item, **found[item.id].values) if item.id in found else item for item in session.agenda]
    known = {id(one): item_id for item_id, one in found.items()}
    first = next((n for n, item in enumerate(agenda) if item.id in found), len(agenda))
    behind = ""
    for one in items:
        if id(one) in known:
            behind = known[id(one)]
            continue
        item = _new(one, taken)
        at = _after(agenda, behind, item.level) if behind else first
        agenda.insert(at, item)
        behind = item.id
    return tuple(agenda)


def _after(agenda: Sequence[Item], item_id: str, level: int) -> int:
    """Return the place behind an item: directly for a sub-item, else behind the item's own sub-items."""
    at = next(n for n, item in enumerate(agenda) if item.id == item_id) + 1
    while level == 1 and at < len(agenda) and agenda[at].level == 2:
        at += 1
    return at


def _replaced(session: Session, items: Sequence[Incoming], force: bool) -> tuple[Item, ...]:
    if not force and session.agenda and (session.status != "planned" or any(item.top for item in session.agenda)):
        raise Conflict(say.WAS_INVITED(), say.WAS_INVITED_REMEDY())
    found = {id(one): item_id for item_id, one in _matched(session.agenda, items).items()}
    kept = set(found.values())
    _not_needed(session, [item for item in session.agenda if item.id not in kept])
    taken = kept | {one.id for one in items}
    own = {item.id: item for item in session.agenda}
    empty = {key.field: key.default for key in keys(Item).values()}
    agenda = []
    for one in items:
        if id(one) in found:
            absent = {name: empty[name] for name in one.emptied}
            level = {"level": one.level}
            agenda.append(replace(own[found[id(one)]], **{**absent, **level, **one.values}))
        else:
            agenda.append(_new(one, taken))
    return tuple(agenda)


def _not_needed(session: Session, gone: Iterable[Item]) -> None:
    """Raise `Conflict` where something hangs on an item that would go: what was decided is never lost silently."""
    wrong = [
        say.ITEM_NEEDED(title=item.title, why=", ".join(text() for text in why))
        for item in gone
        if (why := ties(session, item))
    ]
    if wrong:
        raise Conflict("\n".join(wrong), say.ITEM_NEEDED_REMEDY())


def _matched(agenda: Sequence[Item], items: Sequence[Incoming]) -> dict[str, Incoming]:
    """Return which incoming item means which one there: by id, then by a title that only one of them has."""
    found: dict[str, Incoming] = {}
    ids = {item.id for item in agenda}
    for one in items:
        if one.id in ids:
            found[one.id] = one
    for one in items:
        if one.id:
            continue
        fitting = [item.id for item in agenda if item.id not in found and same(item.title, one.title)]
        if len(fitting) == 1 or (fitting and sum(same(one.title, other.title) for other in items) > 1):
            found[fitting[0]] = one
    return found


def _new(one: Incoming, taken: set[str]) -> Item:
    """Return a new item; its id is made from its title where none is named."""
    made = one.id or unused(slug(one.title, "top"), frozenset(taken))
    taken.add(made)
    values: Mapping[str, Any] = {**one.values, "id": made}
    return Item(**values)


def _parents(session: Session) -> None:
    """Raise `Conflict` where a sub-item stands before any item."""
    for item in session.agenda:
        if item.level == 1 and not item.is_break:
            return
        if item.level == 2:
            raise Conflict(say.BELOW_NOTHING(title=item.title), say.ALLOWED_PARENT())


_WAYS: Final[Mapping[Way, Callable[[Session, Sequence[Incoming], bool], tuple[Item, ...]]]] = {
    "append": _appended,
    "merge": _merged,
    "replace": _replaced,
}
