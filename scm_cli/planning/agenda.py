"""The agenda of a new session: standing items, protocols to approve, what was left over."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from scm_cli.locale import Lang, Text
from scm_cli.locale import planning as say
from scm_cli.model.agenda import Item
from scm_cli.model.group import Group, Standing
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.model.text import slug, unused
from scm_cli.planning.approvals import approval_left, to_approve
from scm_cli.planning.carrying import Left, Sessions, left_over

_GENITIVE: Final = (say.COUNTED, say.SHOWN, say.WRITTEN, say.WRITTEN_SHOWN)
_ALONE: Final = (say.COUNTED_ALONE, say.SHOWN_ALONE, say.WRITTEN_ALONE, say.WRITTEN_SHOWN_ALONE)
"""How a session is named by its number and by the one documents show; then a written procedure."""


def first_agenda(group: Group, sessions: Sessions, day: date, today: date, left: Iterable[Left]) -> tuple[Item, ...]:
    """Return the agenda of a new session.

    First the standing items that come first, then the protocols to approve (or where the group has a standing
    item for that), what earlier sessions left over, and the standing items that come last.

    Args:
        group: whose session it is.
        sessions: the other ones of the group.
        day: the new session's day.
        today: today.
        left: what it is to carry.
    """
    approvals = _approvals(group, sessions, day, today)
    named = any(one.purpose == "approval" for one in group.standing)
    first, last = (_standing(group, place, approvals) for place in ("first", "last"))
    middle = [] if named else list(approvals)
    for one in left:
        _carry(carried_items(one), one.parent, first, middle, last)
    return _unique((*first, *middle, *last))


def filled_agenda(
    group: Group, sessions: Sessions, ref: SessionRef, today: date
) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Return the agenda of a session that is planned already with what is still missing, and that alone.

    Protocols to approve follow the items that come first, what was left over goes before those that come last.
    An empty agenda becomes that of a new session; otherwise standing items stay as they are.

    Args:
        group: whose session it is.
        sessions: all of the group, this one included.
        ref: the session.
        today: today.
    """
    session = sessions[ref]
    left = [left for left in left_over(sessions, today, session.date) if left.ref != ref]
    if not session.agenda:
        made = first_agenda(group, sessions, session.date, today, left)
        return made, made
    taken = {item.id for item in session.agenda}
    approvals = _renamed(_approvals(group, sessions, session.date, today), taken)
    start, end = _ends(group, session.agenda)
    first, last = [*session.agenda[:start], *approvals], list(session.agenda[end:])
    middle = list(session.agenda[start:end])
    added = list(approvals)
    for one in left:
        carried = _renamed(carried_items(one), taken)
        _carry(carried, one.parent, first, middle, last)
        added += carried
    return (*first, *middle, *last), tuple(added)


def _ends(group: Group, agenda: Sequence[Item]) -> tuple[int, int]:
    """Return where the items that come first end, and where those that come last begin."""
    last = {slug(one.title, "top") for one in group.standing if one.place == "last"}
    heads = [n for n, item in enumerate(agenda) if item.level == 1 and not item.is_break]
    end = len(agenda)
    for n in reversed(heads):
        if agenda[n].purpose is None or agenda[n].id not in last:
            break
        end = n
    opening = [n for n in heads if n < end]
    start = next((n for n in opening if agenda[n].purpose is None), end)
    return start, end


def _standing(group: Group, place: str, approvals: Sequence[Item]) -> list[Item]:
    """Return the standing items of one end of the agenda."""
    made: list[Item] = []
    for one in group.standing:
        if one.place == place and one.purpose == "approval":
            made += approvals
        elif one.place == place:
            made.append(Item(id=slug(one.title, "top"), title=one.title, kind=one.kind, purpose=one.purpose))
    return made


def _approvals(group: Group, sessions: Sessions, day: date, today: date) -> list[Item]:
    """Return an item for each protocol to approve."""
    refs = to_approve(sessions, group, day, today)
    own = next((one for one in group.standing if one.purpose == "approval"), None)
    kind = own.kind if own else ("decision" if group.approval == "vote" else None)
    made = []
    for ref in refs:
        title = _approval_title(group, sessions[ref], own, several=len(refs) > 1)
        from_ = approval_left(ref, sessions, today)
        made.append(
            Item(id=slug(title, "top"), title=title, kind=kind, purpose="approval", about=str(ref), from_=from_)
        )
    return made


def _approval_title(group: Group, session: Session, own: Standing | None, *, several: bool) -> str:
    """Return the title of an approval: the group's own, which also names the session where there are several."""
    if own is not None:
        return f"{own.title} ({_named(session, group.language, _ALONE)})" if several else own.title
    return say.APPROVAL.to(group.language, minutes=_named(session, group.language, _GENITIVE))


def _named(session: Session, lang: Lang, texts: tuple[Text, ...]) -> str:
    written, shown = session.mode == "written", session.display_number is not None
    return texts[2 * written + shown].to(lang, number=session.shown_number)


def _carry(made: list[Item], parent: str, first: list[Item], middle: list[Item], last: list[Item]) -> None:
    """Put items that were left over below their standing item where the session has it, else into the middle."""
    for items in (first, last):
        for place, item in enumerate(items):
            if item.purpose is not None and item.id == parent:
                end = next((n for n in range(place + 1, len(items)) if items[n].level == 1), len(items))
                items[end:end] = [replace(one, level=2) for one in made]
                return
    middle += made


def carried_items(left: Left) -> list[Item]:
    """Return the items as the next session has them: what was planned for them stays, what was recorded does not."""
    return [
        Item(
            id=item.id,
            title=item.title,
            level=item.level,
            kind=item.kind,
            about=item.about,
            presenters=item.presenters,
            minutes_planned=item.minutes_planned,
            internal=item.internal,
            public_title=item.public_title,
            from_=left.ref.item(item.id),
            x=item.x,
        )
        for item in left.items
    ]


def _unique(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return the items with every id once; a standing item keeps its own, so that it is known again."""
    made = list(items)
    taken: set[str] = set()
    for standing in (True, False):
        places = [n for n, item in enumerate(made) if (item.purpose in ("tasks", "other")) == standing]
        for place, item in zip(places, _renamed([made[n] for n in places], taken), strict=True):
            made[place] = item
    return tuple(made)


def _renamed(items: Iterable[Item], taken: set[str]) -> list[Item]:
    """Return the items each with an id that is not taken, and take these."""
    made = []
    for item in items:
        made.append(replace(item, id=unused(item.id, frozenset(taken))))
        taken.add(made[-1].id)
    return made
