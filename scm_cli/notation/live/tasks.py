"""What a task's line says: who, perhaps by when, and what."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from scm_cli.dates import read_day
from scm_cli.errors import NotFound, ScmError, UsageFault
from scm_cli.locale import live as say
from scm_cli.locale import live_words as words
from scm_cli.model.attendance import Attendance
from scm_cli.model.outcomes import Party, Task
from scm_cli.model.table import Named
from scm_cli.notation.live.naming import row
from scm_cli.notation.live.room import Room

_LONGEST_NAME: Final = 7
_LONGEST_DAY: Final = 3
_DAY_IN_NUMBERS: Final = r"[0-9]{1,2}\.\s?[0-9]{1,2}\.(?:[0-9]{2,4})?|[0-9]{4}-[0-9]{2}-[0-9]{2}"
_AND: Final = "|".join(map(re.escape, words.AND))
_BY: Final = "|".join(words.BY)


def task(rest: str, room: Room) -> Task:
    """Return the task a line describes, with the number 0.

    Args:
        rest: `NAME, NAME 8.10. TEXT`; the day may be missing. A name outside the register needs a day behind it,
            for else nothing says where it ends.
        room: the session.

    Raises:
        UsageFault: it does not say who or what.
        Ambiguous: a name could mean several people.
    """
    parties, behind = _parties(rest, room)
    if not parties:
        parties, behind = _outside(rest, room)
    due, text = _day(behind, room)
    if not text:
        raise UsageFault(say.NO_TASK_TEXT(), say.NO_ASSIGNEE_REMEDY())
    return Task(number=0, text=text, assignees=tuple(parties), due=due)


def _parties(rest: str, room: Room) -> tuple[list[Party], str]:
    """Return those a line begins with, and what follows them."""
    found: list[Party] = []
    while rest:
        one, end, more = _name(rest, room)
        if one is None:
            break
        if one not in found:
            found.append(one)
        rest = rest[end:].strip()
        if not more:
            joint = re.match(rf"(?:{_AND}|,)\s+", rest, re.IGNORECASE)
            if joint is None or _name(rest[joint.end() :], room)[0] is None:
                break
            rest = rest[joint.end() :]
    return found, rest


def _name(rest: str, room: Room) -> tuple[Party | None, int, bool]:
    """Return who the first words name, as many as make sense; where the name ends; whether a comma follows."""
    tokens = list(re.finditer(r"\S+", rest))
    for count in range(min(len(tokens), _LONGEST_NAME), 0, -1):
        last = tokens[count - 1]
        typed = rest[: last.end()].rstrip(",:")
        if "," in typed or not typed or (count > 1 and len(last[0].rstrip(",:.")) < 3):
            continue
        try:
            return _party(row(typed, room)), last.end(), last[0].endswith(",")
        except NotFound:
            continue
    return None, 0, False


def _party(one: Attendance) -> Party:
    return one.attendee or Named(name=one.name, organisation=one.organisation)


def _outside(rest: str, room: Room) -> tuple[list[Party], str]:
    """Return the names before a day, not all of them of the register; raises `UsageFault` where there is no day."""
    found = re.match(rf"(?P<names>\D.*?),?\s+(?=(?:(?:{_BY})\s+)?(?:{_DAY_IN_NUMBERS}))", rest, re.IGNORECASE)
    if found is None:
        raise UsageFault(say.NO_ASSIGNEE(), say.NO_ASSIGNEE_REMEDY())
    parties: list[Party] = []
    for name in filter(None, map(str.strip, re.split(rf",|\s(?:{_AND})\s", found["names"], flags=re.IGNORECASE))):
        try:
            parties.append(_party(row(name, room)))
        except NotFound:
            parties.append(Named(name=name))
    return parties, rest[found.end() :]


def _day(rest: str, room: Room) -> tuple[date | None, str]:
    """Return the day a text begins with, seen from the session's day, and what follows it."""
    behind = re.sub(rf"^(?:{_BY})\s+", "", rest, count=1, flags=re.IGNORECASE)
    for end in _ends(behind):
        try:
            day = read_day(behind[:end].rstrip(",:"), room.session.date, past=False)
        except ScmError:
            continue
        return day, behind[end:].strip(" ,:")
    return None, rest.strip()


def _ends(text: str) -> Iterator[int]:
    tokens = list(re.finditer(r"\S+", text))
    for count in range(min(len(tokens), _LONGEST_DAY), 0, -1):
        yield tokens[count - 1].end()
