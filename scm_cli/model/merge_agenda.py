"""The three-way merge of a session: items, what came out of them, and what must hold between its parts."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from scm_cli.model.agenda import Item
from scm_cli.model.merge_collisions import OUTCOMES, bare, numbered, put
from scm_cli.model.merge_fields import Merging
from scm_cli.model.merge_order import merged_order
from scm_cli.model.session import Session
from scm_cli.model.sides import Sides

Homes = dict[int, tuple[str, Any]]
"""Outcomes of one kind by number, each with the id of its item."""


def merged_session(sides: Sides, merging: Merging) -> Session:
    """Return two versions of a session merged; nothing new in them has one name twice any more.

    That one side took an item away on which the other hangs something new is a conflict: ours decides.
    """
    torn: list[str] = []
    while lost := [one for one in _torn(sides) if one not in torn]:
        item_id = lost[0]
        torn.append(item_id)
        items = sides.of(lambda side, name=item_id: side.item(name))  # type: ignore[misc]
        merging.conflict(items, ("agenda", item_id))
        theirs = (
            _released(sides.theirs, item_id) if items.ours is None else _restored(sides.theirs, sides.base, item_id)
        )
        sides = replace(sides, theirs=theirs)
    head, outcomes = _merged(sides, merging)
    agenda = tuple(replace(item, **_of_item(item.id, outcomes, sides)) for item in head.agenda)
    made = _with_tops(sides, replace(head, agenda=agenda), merging)
    return replace(made, agenda=tuple(_with_levels(made.agenda)))


def _merged(sides: Sides, merging: Merging) -> tuple[Session, dict[str, Homes]]:
    """Return the session with bare items, and what came out of them, by kind."""
    heads = sides.of(lambda side: replace(side, agenda=tuple(map(bare, side.agenda))))
    return merging.table(heads, ()), {kind: _outcomes(kind, sides, merging) for kind in OUTCOMES}


def _outcomes(kind: str, sides: Sides, merging: Merging) -> Homes:
    """Return the merged outcomes of one kind; that one belongs to an item is merged like a field."""
    numbers = sides.of(lambda side: numbered(side, kind))
    found: Homes = {}
    for number in {**numbers.ours, **numbers.theirs}:
        states = numbers.of(lambda side, n=number: side.get(n))  # type: ignore[misc]
        known, _ = states.ours or states.theirs
        before = states.base[0] if states.base else known
        path = ("agenda", known, kind, str(number))
        row = merging.value(states.of(lambda one: one and one[1]), path)
        if row is not None:
            homes = states.of(lambda one, home=before: one[0] if one else home)  # type: ignore[misc]
            found[number] = merging.value(homes, (*path, "item")), row
    return found


def _of_item(item_id: str, outcomes: dict[str, Homes], sides: Sides) -> dict[str, Any]:
    """Return the outcomes of one item in their merged order."""

    def at_home(homes: Homes) -> dict[int, Any]:
        return {number: row for number, (home, row) in homes.items() if home == item_id}

    found: dict[str, Any] = {}
    for kind, homes in outcomes.items():
        kept = at_home(homes)
        order = merged_order(sides.of(lambda side, kind=kind: list(at_home(numbered(side, kind)))), kept)  # type: ignore[misc]
        found[kind] = tuple(kept[number] for number in order.keys)
    return found


def _torn(sides: Sides) -> list[str]:
    """Return the items that would be gone although something still belongs to them."""
    head, outcomes = _merged(sides, Merging())
    wanted = [home for homes in outcomes.values() for home, _ in homes.values()]
    wanted += [item for row in head.attendance for item in row.items]
    wanted += [one.item for one in head.attachments if one.item] + [one.item for one in head.amendments if one.item]
    for one, other in ((sides.ours, sides.theirs), (sides.theirs, sides.ours)):
        parents = _parents(one)
        wanted += [parents[item.id] for item in head.agenda if other.item(item.id) is None and item.id in parents]
    there = {item.id for item in head.agenda}
    return [item_id for item_id in dict.fromkeys(wanted) if item_id not in there]


def _parents(session: Session) -> dict[str, str]:
    """Return the id of each sub-item's item."""
    found: dict[str, str] = {}
    parent = ""
    for item in session.agenda:
        if item.level == 2 and parent:
            found[item.id] = parent
        elif item.level == 1 and not item.is_break:
            parent = item.id
    return found


def _released(session: Session, item_id: str) -> Session:
    """Return the session with nothing hanging on an item that is to go."""

    def free(value: Any) -> Any:
        return replace(value, item=None) if value.item == item_id else value

    parents = _parents(session)
    return replace(
        session,
        attendance=tuple(replace(row, items=tuple(i for i in row.items if i != item_id)) for row in session.attendance),
        attachments=tuple(map(free, session.attachments)),
        amendments=tuple(map(free, session.amendments)),
        agenda=tuple(
            replace(item, level=1) if parents.get(item.id) == item_id else item
            for item in session.agenda
            if item.id != item_id
        ),
    )


def _restored(session: Session, base: Session, item_id: str) -> Session:
    """Return the session with an item as it was before, where it was, and its outcomes that are nowhere else."""
    item = next(one for one in base.agenda if one.id == item_id)
    for kind in OUTCOMES:
        there: Any = numbered(session, kind)
        item = put(item, kind, tuple(one for one in getattr(item, kind) if one.number not in there))
    before = [one.id for one in base.agenda]
    ids = [one.id for one in session.agenda]
    previous = [other for other in before[: before.index(item_id)] if other in ids]
    at = ids.index(previous[-1]) + 1 if previous else 0
    return replace(session, agenda=(*session.agenda[:at], item, *session.agenda[at:]))


def _with_tops(sides: Sides, made: Session, merging: Merging) -> Session:
    """Return the session with no TOP pinned twice: ours stands, a new item of theirs is numbered by its place."""
    mine = {item.id: item.top for item in sides.ours.agenda}
    taken = {item.top for item in made.agenda if item.top == mine.get(item.id)}
    agenda: list[Item] = []
    for item in made.agenda:
        top, own = item.top, mine.get(item.id)
        if top and top != own and top in taken:
            if item.id in mine:
                states = sides.of(lambda side, name=item.id: getattr(side.item(name), "top", None))  # type: ignore[misc]
                merging.conflict(states, ("agenda", item.id, "top"))
            top = None if own in taken else own
        taken.add(top)
        agenda.append(item if top == item.top else replace(item, top=top))
    return replace(made, agenda=tuple(agenda))


def _with_levels(agenda: tuple[Item, ...]) -> Iterator[Item]:
    """Yield the items; a sub-item without an item above it becomes one itself."""
    above = False
    for item in agenda:
        kept = item if item.level == 1 or above else replace(item, level=1)
        above = above or (kept.level == 1 and not kept.is_break)
        yield kept
