"""People of the register as commands make them: their key and their seat in a group."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from scm_cli.archive.archive import Archive
from scm_cli.archive.layout import attendee_path
from scm_cli.archive.resolve import Resolver
from scm_cli.archive.typed import apply
from scm_cli.errors import Conflict, NotFound, UsageFault
from scm_cli.locale import errors as wrong
from scm_cli.locale import reading as found
from scm_cli.model.attendee import Attendee, Membership
from scm_cli.model.fold import same
from scm_cli.model.register_changes import with_seat
from scm_cli.model.text import is_slug, slug

_SEAT: Final = {"role": "--seat", "organisation": "--seat-for"}
"""The options of a seat that are not called as its keys: a person has keys of these names too."""


def key_for(archive: Archive, person: Attendee, typed: str) -> str:
    """Return the key of a new person: the one typed, else made from the name.

    Raises:
        UsageFault: the key typed cannot be one.
        Conflict: the key is taken, or somebody of that name is in the register and no key was typed.
    """
    if typed and not is_slug(typed):
        raise UsageFault(wrong.BAD_KEY(key=typed), found.ALLOWED_SLUG())
    for key, other in archive.register.items():
        if not typed and same(other.name, person.name):
            exists = wrong.PERSON_EXISTS(name=other.name, key=key)
            raise Conflict(exists, wrong.PERSON_EXISTS_REMEDY())
    key = typed or slug(person.name, "person")
    if key in archive.attendee_keys():
        path = archive.files.name(attendee_path(key))
        raise Conflict(wrong.EXISTS(path=path), wrong.PERSON_EXISTS_REMEDY())
    return key


def seated(person: Attendee, group: str, typed: Mapping[str, Any], resolver: Resolver, today: date) -> Attendee:
    """Return the person with what was typed about their seat; unchanged where nothing was."""
    if not group and not typed:
        return person
    key = resolver.group(group)
    held = next((seat for seat in person.memberships if seat.group == key and seat.until is None), None)
    values = dict(typed)
    if "deputy_of" in values:
        values["deputy_of"] = resolver.attendee(values["deputy_of"])
    return with_seat(person, apply(held or Membership(group=key, role="member"), values, today, asked=_SEAT))


def registered(name: str, resolver: Resolver) -> str:
    """Return the key of somebody who takes part in a session; raises `NotFound` that names both ways there are."""
    try:
        return resolver.attendee(name)
    except NotFound as error:
        raise NotFound(error.message, wrong.NO_ATTENDEE_AT_SESSION()) from error
