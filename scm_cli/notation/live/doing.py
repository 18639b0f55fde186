"""A line carried out on a session: understood and done, or kept as a note; nothing typed is lost."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from scm_cli.errors import ScmError
from scm_cli.model.course import resumed
from scm_cli.notation.live import course, people, record
from scm_cli.notation.live.lines import Line
from scm_cli.notation.live.room import Done, Room

_DOING: Final[Mapping[str, Callable[[Line, Room], Done]]] = {
    "top": course.top,
    "here": people.here,
    "away": people.away,
    "excused": people.excused,
    "guest": people.guest,
    "note": record.note,
    "decision": record.decision,
    "task": record.task,
    "start": course.start,
    "pause": course.pause,
    "resume": course.resume,
    "end": course.end,
}
_CONTENT: Final = frozenset(["top", "note", "decision", "task", "end"])
"""Verbs that end a break: what they record does not happen in one."""


def carried_out(line: Line, room: Room) -> Done:
    """Return what a line makes of the session; one that is not understood is kept as a note, with its fault."""
    doing = _DOING.get(line.verb)
    if doing is None:
        return record.kept(line, room, None)
    try:
        return doing(line, _without_break(room) if line.verb in _CONTENT else room)
    except ScmError as fault:
        return record.kept(line, room, fault)


def _without_break(room: Room) -> Room:
    session = resumed(room.session, room.at)
    source = replace(room.printing.source, session=session)
    return replace(room, printing=replace(room.printing, source=source))
