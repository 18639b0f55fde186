"""From `B7-1`, `W7-1` or `A7-1` to the decision, election or task meant."""

import re
from typing import Any, Final, Generic, NamedTuple, TypeVar

from scm_cli.archive.archive import StoredSession
from scm_cli.archive.resolve import Resolver
from scm_cli.errors import NotFound
from scm_cli.locale import errors as say
from scm_cli.model.agenda import Item
from scm_cli.model.kinds import short
from scm_cli.model.outcomes import Decision, Election, Task
from scm_cli.model.refs import SessionRef

T = TypeVar("T", Decision, Election, Task)


class Kind(NamedTuple, Generic[T]):
    """How one kind of outcome is named, and where an item keeps it.

    Args:
        letter: as references have it.
        letters: as it may be typed, German and English.
        field: of the item.
    """

    letter: str
    letters: str
    field: str
    table: type[T]


DECISION: Final = Kind("B", "BD", "decisions", Decision)
ELECTION: Final = Kind("W", "WE", "elections", Election)
TASK: Final = Kind("A", "AT", "tasks", Task)


class Found(NamedTuple, Generic[T]):
    """An outcome with the session and item it came from."""

    stored: StoredSession
    item: Item
    value: T
    ref: str


def find_outcome(resolver: Resolver, typed: str, kind: Kind[T]) -> Found[T]:
    """Return the outcome a reference such as `B7-1`, `d7-1` or `group/B7-1` names.

    Raises:
        NotFound: it is no such reference, or there is no such outcome.
        Ambiguous: the group is not clear.
        BadData: the session's file cannot be read.
    """
    group, number, own = _parts(resolver, typed, kind)
    stored = resolver.session(str(SessionRef(group, number)))
    for item in stored.value.agenda:
        for value in getattr(item, kind.field):
            if value.number == own:
                return Found(stored, item, value, stored.ref.outcome(kind.letter, own))
    known = [stored.ref.outcome(kind.letter, one.number) for one in _all(stored, kind)]
    remedy = say.NO_OUTCOME_REMEDY(refs=", ".join(known)) if known else say.NO_OUTCOME_NONE(session=stored.ref)
    raise NotFound(say.NO_OUTCOME(ref=typed), remedy)


def session_named(resolver: Resolver, typed: str) -> SessionRef | None:
    """Return the session that a reference of a decision, election or task names; None for anything else.

    Raises:
        NotFound: there is no such group.
        Ambiguous: the group is not clear.
    """
    kinds: tuple[Kind[Any], ...] = (DECISION, ELECTION, TASK)
    for kind in kinds:
        if re.fullmatch(_form(kind), typed.strip(), re.IGNORECASE):
            group, number, _ = _parts(resolver, typed, kind)
            return SessionRef(group, number)
    return None


def _form(kind: Kind[Any]) -> str:
    return rf"(?:(?P<group>[a-z0-9-]+)/)?[{kind.letters}](?P<session>[0-9]{{1,9}})-(?P<own>[0-9]{{1,9}})"


def _parts(resolver: Resolver, typed: str, kind: Kind[T]) -> tuple[str, int, int]:
    parts = re.fullmatch(_form(kind), typed.strip(), re.IGNORECASE)
    if parts is None:
        raise NotFound(say.BAD_OUTCOME_REF(ref=short(typed)), say.OUTCOME_REF_REMEDY(example=f"{kind.letter}7-1"))
    return resolver.group(parts["group"] or ""), int(parts["session"]), int(parts["own"])


def _all(stored: StoredSession, kind: Kind[T]) -> list[T]:
    found = [one for item in stored.value.agenda for one in getattr(item, kind.field)]
    return sorted(found, key=lambda one: one.number)
