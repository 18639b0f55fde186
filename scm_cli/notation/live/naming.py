"""Who is meant by a name in a line: people of the register, those already in the session, organisations."""

import re
from collections.abc import Iterator
from typing import Final

from scm_cli.archive.resolve import people, survivor
from scm_cli.errors import Ambiguous, NotFound, UsageFault
from scm_cli.locale import errors as wrong
from scm_cli.locale import live as say
from scm_cli.locale import live_words as words
from scm_cli.model.attendance import Attendance
from scm_cli.model.fold import same
from scm_cli.model.text import is_slug
from scm_cli.notation.context import named
from scm_cli.notation.inline import escape_parts, last_group
from scm_cli.notation.live.room import Room
from scm_cli.query.rows import name_of

_SHOWN: Final = 6
"""So many people a name could mean are named."""


def person(typed: str, room: Room) -> str | None:
    """Return the key of the person of the register a name means; None where nobody is called so.

    Of several the one that this session names already is meant, else the only one with a seat in the group.

    Raises:
        Ambiguous: it is still several; the remedy names them.
    """
    register = room.printing.register
    if is_slug(typed) and typed in register:
        return survivor(typed, register)
    reader = room.reader
    key = reader.names.key(0, escape_parts(typed))
    if not reader.faults.problems:
        return key
    found = [one for one in people(typed, register) if one in register]
    here = {survivor(one, register) for one in named(room.session)}
    seated = {one for one in found if register[one].membership(room.printing.ref.group, room.session.date)}
    for pool in (here, seated):
        narrowed = [one for one in found if one in pool]
        if len(narrowed) == 1:
            return narrowed[0]
    names = [f"{register[one].printed} #{one}" for one in found]
    shown = ", ".join((*names[:_SHOWN], *(["…"] if len(names) > _SHOWN else [])))
    raise Ambiguous(wrong.WHICH_ATTENDEE(name=typed), names, wrong.CANDIDATES(names=shown))


def registered(typed: str, room: Room) -> str:
    """Return the key of the person a name means; raises `NotFound` where it is nobody of the register."""
    key = person(typed, room)
    if key is None:
        raise NotFound(say.NOT_REGISTERED(name=typed))
    return key


def row(typed: str, room: Room) -> Attendance:
    """Return an empty row for somebody: of the register, named in this session, a known organisation, `(ANY OTHER)`.

    Raises:
        NotFound: nobody is called so.
        Ambiguous: several are.
    """
    if last_group(typed) == 0 and typed[1:-1].strip():
        return Attendance(organisation=typed[1:-1].strip())
    key = person(typed, room)
    if key:
        return Attendance(attendee=key)
    for one in room.session.attendance:
        if not one.attendee and one.who and same(one.who, typed):
            return Attendance(name=one.name, organisation=one.organisation)
    for name in sorted(room.reader.names.organisations):
        if same(name, typed):
            return Attendance(organisation=name)
    raise NotFound(say.NO_NAME(name=typed), say.NO_NAME_REMEDY())


def outsider(typed: str, room: Room) -> Attendance:
    """Return an empty row for a guest: as `row`, else a name as it stands, `NAME (ORGANISATION)`."""
    try:
        return row(typed, room)
    except NotFound:
        at = last_group(typed)
        if at <= 0 or not typed[at + 1 : -1].strip():
            return Attendance(name=typed)
        name, organisation = typed[:at].strip(), typed[at + 1 : -1].strip()
        key = person(name, room)
        return Attendance(attendee=key, name=None if key else name, organisation=organisation)


def rows(typed: str, room: Room) -> list[Attendance]:
    """Return a row for each of some names; a name that holds a comma or „und“ itself is tried as a whole first."""
    try:
        return [row(typed, room)]
    except NotFound:
        parts = list(_parts(typed))
        if len(parts) < 2:
            raise
        return [row(part, room) for part in parts]


def _parts(typed: str) -> Iterator[str]:
    for part in re.split(rf",|\s(?:{'|'.join(map(re.escape, words.AND))})\s", typed, flags=re.IGNORECASE):
        if part.strip():
            yield part.strip()


def called(one: Attendance, room: Room) -> str:
    """Return how somebody is called."""
    return name_of(one.attendee, room.printing.register) if one.attendee else one.who


def needs(rest: str, word: str) -> str:
    """Return what stands behind a word; raises `UsageFault` where nothing does."""
    if not rest:
        raise UsageFault(say.NOTHING_BEHIND(word=word))
    return rest
