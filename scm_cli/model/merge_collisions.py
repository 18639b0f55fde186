"""New things of both sides with one name: theirs give way before a merge, and what names them follows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.outcomes import Decision
from scm_cli.model.refs import parse_decision
from scm_cli.model.session import Session
from scm_cli.model.text import SLUG_LENGTH, unused

OUTCOMES: Final = ("decisions", "elections", "tasks")
"""The fields of an item that hold what is numbered through the session."""

_NUMBERED: Final = (*OUTCOMES, "attachments", "amendments")


@dataclass(frozen=True)
class Renaming:
    """Something new of theirs that got another name.

    Args:
        kind: where it is kept: `agenda`, `decisions`, `elections`, `tasks`, `attachments` or `amendments`.
        before: the id or number it had.
        after: the one it has now.
    """

    kind: str
    before: str | int
    after: str | int


def without_collisions(base: Session, ours: Session, theirs: Session, group: str) -> tuple[Session, list[Renaming]]:
    """Return theirs with new ids and numbers for what ours has otherwise, and what was renamed.

    Args:
        base: the session before.
        ours: our version; nothing in it changes its name.
        theirs: their version.
        group: the key of the session's group, so that only its own decisions are followed; may be empty.
    """
    renamed = list(_ids(base, ours, theirs))
    theirs = _with_ids(theirs, {one.before: one.after for one in renamed})
    for kind in _NUMBERED:
        found = list(_numbers(kind, base, ours, theirs))
        theirs = _with_numbers(theirs, kind, {one.before: one.after for one in found}, group)
        renamed += found
    return theirs, renamed


def bare(item: Item) -> Item:
    """Return an item without its outcomes."""
    return replace(item, decisions=(), elections=(), tasks=())


def numbered(session: Session, kind: str) -> dict[int, tuple[str, Any]]:
    """Return the outcomes, attachments or amendments of a session by number, each with the id of its item."""
    if kind in OUTCOMES:
        return {one.number: (item.id, one) for item in session.agenda for one in getattr(item, kind)}
    return {one.number: ("", one) for one in getattr(session, kind)}


def put(item: Item, kind: str, rows: tuple[Any, ...]) -> Item:
    """Return an item with other outcomes of one kind."""
    changed: Any = {kind: rows}
    return replace(item, **changed)


def _ids(base: Session, ours: Session, theirs: Session) -> Iterator[Renaming]:
    taken = {item.id for session in (base, ours, theirs) for item in session.agenda}
    for item in theirs.agenda:
        other = ours.item(item.id)
        if base.item(item.id) is None and other is not None and bare(other) != bare(item):
            room = item.id[: SLUG_LENGTH - 4].rstrip("-")
            made = unused(room, frozenset(taken))
            taken.add(made)
            yield Renaming("agenda", item.id, made)


def _numbers(kind: str, base: Session, ours: Session, theirs: Session) -> Iterator[Renaming]:
    before, here, there = (numbered(session, kind) for session in (base, ours, theirs))
    last = f"last_{kind.removesuffix('s')}"
    highest = max([getattr(session, last, 0) for session in (base, ours, theirs)] + [*before, *here, *there, 0])
    for number, held in there.items():
        if number not in before and number in here and here[number] != held:
            highest += 1
            yield Renaming(kind, number, highest)


def _with_ids(session: Session, names: dict[Any, Any]) -> Session:
    """Return the session with items renamed, and what names them."""
    if not names:
        return session

    def named(value: Any) -> Any:
        return replace(value, item=names.get(value.item, value.item))

    def guest(row: Attendance) -> Attendance:
        return replace(row, items=tuple(names.get(item, item) for item in row.items))

    return replace(
        session,
        agenda=tuple(replace(item, id=names.get(item.id, item.id)) for item in session.agenda),
        attendance=tuple(map(guest, session.attendance)),
        attachments=tuple(map(named, session.attachments)),
        amendments=tuple(map(named, session.amendments)),
    )


def _with_numbers(session: Session, kind: str, numbers: dict[Any, Any], group: str) -> Session:
    """Return the session with one kind of things renumbered, and the decisions that replace them."""
    if not numbers:
        return session

    def renumbered(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(replace(row, number=numbers.get(row.number, row.number)) for row in rows)

    last = f"last_{kind.removesuffix('s')}"
    changed: dict[str, Any] = {}
    if hasattr(session, last):
        changed[last] = max(getattr(session, last), *numbers.values())
    if kind in OUTCOMES:
        changed["agenda"] = tuple(put(item, kind, renumbered(getattr(item, kind))) for item in session.agenda)
    else:
        changed[kind] = renumbered(getattr(session, kind))
    made = replace(session, **changed)
    return _following(made, _replacing(session.number, numbers, group)) if kind == "decisions" else made


def _following(session: Session, how: Callable[[Decision], Decision]) -> Session:
    return replace(
        session,
        agenda=tuple(replace(item, decisions=tuple(map(how, item.decisions))) for item in session.agenda),
    )


def _replacing(number: int, numbers: dict[Any, Any], group: str) -> Callable[[Decision], Decision]:
    """Return what makes a decision that replaces a renumbered one follow it."""

    def follows(decision: Decision) -> Decision:
        parsed = parse_decision(decision.replaces or "")
        if parsed is None or parsed[0].number != number or (group and parsed[0].group != group):
            return decision
        ref, old = parsed
        return replace(decision, replaces=ref.outcome("B", numbers[old])) if old in numbers else decision

    return follows
