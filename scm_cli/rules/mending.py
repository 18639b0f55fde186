"""The command that gives a protocol what it lacks."""

import shlex
from collections.abc import Mapping
from typing import Final

from scm_cli.archive.field_paths import Place
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.outcomes import Decision, Election, Task
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.model.steps import stage
from scm_cli.model.table import Table
from scm_cli.rules.profile import Rule

LETTERS: Final[Mapping[type[Table], str]] = {Decision: "B", Election: "W", Task: "A"}
"""How references of outcomes begin."""

OTHERWISE: Final = {
    "presenters": "presenter",
    "minutes_planned": "minutes",
    "assignees": "to",
    "items": "item",
    "presence": "from",
    "candidates": "candidate",
    "accepted": "accepts",
    "by_name": "yes-by",
    **dict.fromkeys(("about", "attendee", "from", "history", "id", "level", "number", "purpose", "top", "x"), ""),
}
"""Options that are not called as their field; an empty one means that there is none, but the editor."""

OPTIONS: Final = frozenset({
    "title", "kind", "mode", "start", "end", "planned_end", "place", "room", "host", "link", "reference",
    "display_number", "chair", "minute_taker", "quorum_stated", "quorum_present", "quorum_of", "date", "status",
})  # fmt: skip
"""The fields of a session that `scm session edit` has an option for; the others are edited in the editor."""

_ADDED: Final = {
    "agenda": "scm agenda add {ref} …",
    "attendance": "scm attendance set {ref} … --state present",
    "attachments": "scm attachment add {ref} …",
    "signed": "scm session sign {ref} …",
    "approval": "scm session circulate {ref} --until …",
}


def mending(place: Place, rule: Rule, session: Session, ref: SessionRef) -> str:
    """Return the command that puts a missing field in; a sealed protocol has to be opened first, or amended."""
    first = place.where[0]
    if rule.signed_by:
        return f"scm session sign {ref} --as {rule.signed_by.replace('_', '-')}"
    if stage(session) == "approved" and first not in ("signed", "approval"):
        return f"scm session amend {ref} …"
    if stage(session) == "final" and first not in ("signed", "approval"):
        return f"scm session reopen {ref} --reason …"
    if first == "invited_on" and not session.was_held:
        return f"scm session invite {ref} --on …"
    if isinstance(first, str) and first in _ADDED and len(place.where) < 3:
        return _ADDED[first].format(ref=ref)
    return _of_table(place, ref)


def _of_table(place: Place, ref: SessionRef) -> str:
    """Return the command that edits the item, outcome or row in which the field stands, or stands deeper."""
    for depth, one in enumerate(place.owners[1:3], 1):
        if isinstance(one, (Decision, Election, Task)):
            noun, number = type(one).__name__.lower(), ref.outcome(LETTERS[type(one)], one.number)
            return f"scm {noun} edit {number}{_option(place.where[2 * depth])}"
    item = next((one for one in place.owners if isinstance(one, Item)), None)
    row = next((one for one in place.owners if isinstance(one, Attendance)), None)
    field = place.where[0] if len(place.where) < 3 else place.where[2]
    if row is not None:
        return _of_row(row, field, ref)
    if item is not None and field in ("decisions", "elections", "tasks"):
        return f"scm {str(field).removesuffix('s')} add {ref.item(item.id)} …"
    if item is not None:
        return f"scm agenda edit {ref.item(item.id)}{_option(field)}"
    return f"scm session edit {ref}{_option(field) if field in OPTIONS else ''}"


def _of_row(row: Attendance, field: str | int, ref: SessionRef) -> str:
    if field == "name":
        whose = ["--organisation", row.organisation] if row.organisation else []
        return f"scm attendance set {ref} … {shlex.join([*whose, '--state', 'present'])}"
    who = [row.who] if row.attendee else [row.who, "--unregistered"] if row.name else ["--organisation", row.who]
    return f"{shlex.join(['scm', 'attendance', 'set', str(ref), *who])}{_option(field)}"


def _option(field: str | int) -> str:
    name = OTHERWISE.get(str(field), str(field))
    return f" --{name.replace('_', '-')} …" if name else ""
