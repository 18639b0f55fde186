"""Changes of the agenda: pure functions from a session to a session."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from scm_cli.errors import Conflict, UsageFault
from scm_cli.locale import Text
from scm_cli.locale import errors as say
from scm_cli.model.agenda import Item
from scm_cli.model.session import Session
from scm_cli.model.text import slug, unused


@dataclass(frozen=True)
class Place:
    """Where an item goes: at most one of these, the end where there is none.

    Args:
        first: to the front.
        last: to the end.
        before, after: next to the item with this id.
        under: as the last sub-item of the item with this id.
    """

    first: bool = False
    last: bool = False
    before: str = ""
    after: str = ""
    under: str = ""


def new_id(session: Session, title: str) -> str:
    """Return an unused id made from a title."""
    return unused(slug(title, "top"), frozenset(item.id for item in session.agenda))


def add(session: Session, item: Item, place: Place) -> Session:
    """Return the session with a new item; raises `Conflict` where its id is taken."""
    if session.item(item.id) is not None:
        raise Conflict(say.ID_TAKEN(id=item.id))
    return _insert(session, (item,), place)


def change(session: Session, item_id: str, how: Callable[[Item], Item]) -> Session:
    """Return the session with one item changed."""
    return replace(session, agenda=tuple(how(item) if item.id == item_id else item for item in session.agenda))


def move(session: Session, item_id: str, place: Place) -> Session:
    """Return the session with an item and its sub-items at another place.

    Raises:
        UsageFault: it would stand below itself, or a sub-item would stand before any item.
    """
    block = family(session, item_id)
    ids = [item.id for item in block]
    target = place.before or place.after or place.under
    if target in ids:
        raise UsageFault(say.ITEM_INTO_ITSELF())
    if place.under and len(block) > 1:
        raise UsageFault(say.TOO_DEEP(), say.TOO_DEEP_REMEDY())
    rest = replace(session, agenda=tuple(item for item in session.agenda if item.id not in ids))
    return _insert(rest, block, place)


def postpone(session: Session, item_id: str) -> Session:
    """Return the session with an item marked to be carried over; it stays where it is."""
    return change(session, item_id, lambda item: replace(item, state="postponed"))


def drop(session: Session, item_id: str) -> Session:
    """Return the session with an item taken off the agenda; it keeps its place and number."""
    return change(session, item_id, lambda item: replace(item, state="dropped"))


def remove(session: Session, item_id: str) -> Session:
    """Return the session without an item.

    Raises:
        Conflict: something hangs on it: sub-items, outcomes, guests, attachments, or an invitation.
    """
    block = family(session, item_id)
    item = block[0]
    reasons = [
        *([say.HAS_SUB_ITEMS] if len(block) > 1 else []),
        *ties(session, item),
        *([say.WAS_INVITED] if item.top is not None else []),
    ]
    if reasons:
        why = ", ".join(text() for text in reasons)
        raise Conflict(say.ITEM_IN_USE(title=item.title, why=why), say.ITEM_IN_USE_REMEDY())
    return replace(session, agenda=tuple(other for other in session.agenda if other.id != item_id))


def ties(session: Session, item: Item) -> list[Text]:
    """Return what else in a session hangs on an item: outcomes, guests, attachments, addenda."""
    return [
        text
        for text, holds in (
            (say.HAS_OUTCOMES, bool(item.decisions or item.elections or item.tasks)),
            (say.HAS_GUESTS, any(item.id in row.items for row in session.attendance)),
            (say.HAS_ATTACHMENTS, any(one.item == item.id for one in session.attachments)),
            (say.HAS_AMENDMENTS, any(one.item == item.id for one in session.amendments)),
        )
        if holds
    ]


def family(session: Session, item_id: str) -> tuple[Item, ...]:
    """Return an item with its sub-items, and with the breaks between them; a break has none."""
    agenda = session.agenda
    start = next(n for n, item in enumerate(agenda) if item.id == item_id)
    end = start + 1
    if agenda[start].level == 1 and not agenda[start].is_break:
        for n in range(start + 1, len(agenda)):
            if agenda[n].level == 2:
                end = n + 1
            elif not agenda[n].is_break:
                break
    return agenda[start:end]


def _insert(session: Session, block: tuple[Item, ...], place: Place) -> Session:
    ids = [item.id for item in session.agenda]
    level = block[0].level
    if place.under:
        parent = family(session, place.under)
        level, at = 2, ids.index(place.under) + len(parent)
    elif place.before:
        at = ids.index(place.before)
        level = session.agenda[at].level
    elif place.after:
        at = ids.index(place.after) + (len(family(session, place.after)) if _level(session, place.after) == 1 else 1)
        level = _level(session, place.after)
    else:
        at = 0 if place.first else len(ids)
        level = 1 if place.first else level
    if level == 2 and len(block) > 1:
        raise UsageFault(say.TOO_DEEP(), say.TOO_DEEP_REMEDY())
    moved = (replace(block[0], level=level), *block[1:])
    agenda = (*session.agenda[:at], *moved, *session.agenda[at:])
    if level == 2 and not any(item.level == 1 and not item.is_break for item in agenda[:at]):
        raise UsageFault(say.NO_PARENT(), say.NO_PARENT_REMEDY())
    return replace(session, agenda=agenda)


def _level(session: Session, item_id: str) -> int:
    item = session.item(item_id)
    return item.level if item else 1
