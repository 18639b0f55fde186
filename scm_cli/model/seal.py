"""The seal of a final protocol: digests of what it covers, and the people as they are printed in it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime, time
from hashlib import sha256
from typing import Any, Final

from scm_cli.model.agenda import Item
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group
from scm_cli.model.outcomes import Task
from scm_cli.model.record import Seal, SealedItem, SealedPerson
from scm_cli.model.session import Session
from scm_cli.model.table import Table
from scm_cli.model.voting import merged_key, voting_seats

VERSION: Final = 1
"""How the digests are made; a seal of another version cannot be compared."""

_NOT_COVERED: Final[Mapping[type[Table], frozenset[str]]] = {
    Session: frozenset({"status", "signed", "sequence", "agenda", "seal", "reopened", "approval", "amendments"}),
    Task: frozenset({"history"}),
}


def seal_of(session: Session, people: tuple[SealedPerson, ...], at: datetime, protocol: str) -> Seal:
    """Return the seal of a session.

    Args:
        session: as it is sealed.
        people: as the protocol prints them.
        at: when it is sealed.
        protocol: the digest of the protocol's text.
    """
    items = tuple(SealedItem(id=item.id, digest=item_digest(item)) for item in session.agenda)
    head = head_digest(session, people)
    return Seal(version=VERSION, at=at, head=head, protocol=protocol, items=items, people=people)


def head_digest(session: Session, people: Iterable[SealedPerson]) -> str:
    """Return the digest of all that a session holds besides its agenda, and of the people as they are printed."""
    return _digest({"session": _content(session), "people": [_content(person) for person in people]})


def item_digest(item: Item) -> str:
    """Return the digest of an agenda item with its outcomes."""
    return _digest(_content(item))


def text_digest(text: bytes) -> str:
    """Return the digest of a sealed text."""
    return sha256(text).hexdigest()


def _digest(content: Any) -> str:
    return sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _content(value: Any) -> Any:
    """Return what is covered of a value: tables as objects without absent keys, days and times as ISO 8601."""
    if isinstance(value, Table):
        return {
            field.name.rstrip("_"): content
            for field in fields(value)
            if field.name != "x" and field.name not in _NOT_COVERED.get(type(value), ())
            if (content := _content(getattr(value, field.name))) != _absent(field)
        }
    if isinstance(value, tuple):
        return [_content(element) for element in value]
    return value.isoformat() if isinstance(value, (date, time)) else value


def _absent(field: Any) -> Any:
    """Return the content of a key that is absent; nothing equals that of a required one."""
    if field.default is not MISSING:
        return _content(field.default)
    return _content(field.default_factory()) if field.default_factory is not MISSING else MISSING


def sealed_people(
    session: Session, named: Iterable[str], group_key: str, group: Group | None, register: Mapping[str, Attendee]
) -> tuple[SealedPerson, ...]:
    """Return the people of a session as its protocol prints them, by key.

    Besides those who are named these are all who had a vote on that day, because the protocol counts them.

    Args:
        session: the session.
        named: keys and names that it holds.
        group_key: its group's key.
        group: its group.
        register: the people of the archive.
    """
    seats = voting_seats(group_key, group, register, session.date).holders
    keys = {name for name in named if name in register}
    counted = {merged_key(key, register) for key in keys if register[key].merged_into}
    keys |= {key for key in seats if not register[key].merged_into and key not in counted}
    return tuple(
        SealedPerson(
            key=key,
            name=register[key].printed,
            organisation=register[key].organisation_in(group_key, session.date),
            vote=key in seats,
        )
        for key in sorted(keys)
    )
