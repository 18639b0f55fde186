"""Lines about what was said and decided: notes, decisions, tasks."""

from dataclasses import replace
from typing import Final

from scm_cli.errors import ScmError
from scm_cli.locale import live as say
from scm_cli.model.agenda import Item
from scm_cli.model.agenda_changes import change
from scm_cli.model.course import begun, place_for
from scm_cli.model.outcome_changes import add
from scm_cli.model.session import Session
from scm_cli.model.votes import computed_result, sentence, unexplained
from scm_cli.notation import outcomes as printed
from scm_cli.notation.live import tasks, votes
from scm_cli.notation.live.course import with_item
from scm_cli.notation.live.lines import Line
from scm_cli.notation.live.naming import needs
from scm_cli.notation.live.room import Done, Room, item_name
from scm_cli.notation.live.who import ballot_now
from scm_cli.notation.notes import normalise
from scm_cli.query.rows import name_of

_LIST: Final = ("- ", "* ", "+ ")


def note(line: Line, room: Room) -> Done:
    """Add a note to the item being treated."""
    session, item = _place(room)
    said = room.stamped(say.NOTED(item=item_name(session, item)))
    return room.done(_noted(session, item, needs(line.rest, line.word)), said)


def kept(line: Line, room: Room, fault: ScmError | None) -> Done:
    """Keep a whole line as a note, because it could not be understood."""
    session, item = _place(room)
    why = "; ".join(filter(None, (fault.message, fault.remedy.rstrip(".")))) if fault else say.UNKNOWN_WORD()
    said = say.KEPT(item=item_name(session, item), why=why)
    return replace(room.done(_noted(session, item, line.typed), said), fault=fault or ScmError(say.UNKNOWN_WORD()))


def decision(line: Line, room: Room) -> Done:
    """Record a decision, with its result where it follows from the votes, and say what is odd about it."""
    session, item = _place(room)
    there = ballot_now(room)
    typed = votes.decision(line.rest, room)
    result = typed.result or computed_result(typed, there.entitled)
    made, value = add(begun(session, room.at), item.id, replace(typed, result=result))
    details = "; ".join(printed.decision_details(value, room.printing))
    ref = f"B{session.number}-{value.number}"
    said = say.DECIDED(ref=ref, item=item_name(session, item), details=details)
    register = room.printing.register
    odd = (sentence(one, lambda key: name_of(key, register)) for one in unexplained(value, there))
    return room.done(made, room.stamped(said)).warning(*(say.ODD(ref=ref, what=one) for one in odd))


def task(line: Line, room: Room) -> Done:
    """Record a task."""
    session, item = _place(room)
    made, value = add(begun(session, room.at), item.id, tasks.task(needs(line.rest, line.word), room))
    details = ", ".join(printed.task_details(value, room.printing))
    ref = f"A{session.number}-{value.number}"
    said = say.TASKED(ref=ref, item=item_name(session, item), details=details)
    outside = [one.name for one in value.assignees if not isinstance(one, str) and one.name]
    return room.done(made, room.stamped(said)).warning(*(say.OUTSIDER(name=name) for name in outside))


def _place(room: Room) -> tuple[Session, Item]:
    """Return the session and the item that what is said belongs to; without an agenda with an item for it."""
    item = place_for(room.session, room.current)
    if item is not None:
        return room.session, item
    group = room.printing.group
    title = say.NEW_ITEM_NOTES.to(group.language if group else room.printing.lang)
    return with_item(room.session, title, "")


def _noted(session: Session, item: Item, text: str) -> Session:
    """Return the session with a paragraph more in an item's notes; entries of a list stay together."""
    before = normalise(item.notes or "")
    in_list = text.startswith(_LIST) and before.rpartition("\n")[2].startswith(_LIST)
    joint = "\n" if in_list else "\n\n"
    notes = f"{before}{joint}{text}" if before else text
    return change(session, item.id, lambda one: replace(one, notes=notes))
