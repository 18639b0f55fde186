"""Who of the register has to do with a group: for its votes nobody else need be looked at, or even read."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import Final

from scm_cli.model.attendee import Attendee

ANY: Final = "*"
"""Stands for every group."""


class Roll(ABC):
    """What a register can be besides a mapping: one that knows who has to do with a group."""

    @abstractmethod
    def of_group(self, group: str) -> Iterable[str]:
        """Return the keys of all on whom a group's votes may depend, in the register's order."""


def groups_of(person: Attendee) -> tuple[str, ...]:
    """Return the groups whose votes may depend on a person: where they ever had a seat; all for a merged entry.

    By the key of a merged entry sessions go on naming somebody, whatever group that person sits in.
    """
    return (ANY,) if person.merged_into else tuple(dict.fromkeys(seat.group for seat in person.memberships))


def of_group(register: Mapping[str, Attendee], group: str) -> Mapping[str, Attendee]:
    """Return those of a register on whom a group's votes may depend, and perhaps others, in the register's order."""
    if not isinstance(register, Roll):
        return register
    return {key: person for key in register.of_group(group) if (person := register.get(key))}
