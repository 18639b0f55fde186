"""What a rule and a profile are made of."""

from dataclasses import dataclass
from typing import Final, Literal

from scm_cli.locale import Text
from scm_cli.model.group import ItemKind, Status
from scm_cli.model.session import HELD

OWN: Final = "own"
"""The name of the profile of a group's own rules."""

Level = Literal["error", "warning"]
Office = Literal["chair", "minute_taker"]


@dataclass(frozen=True)
class Rule:
    """One thing a protocol must contain.

    Args:
        fields: dotted names; one of them is enough. The first one is named where all are missing.
        message: what is missing; `{what}` is the item, decision or person it is missing at.
        source: where the rule stands.
        level: whether it is an error or a warning.
        status: how far a session must be for the rule to apply.
        kind: of the agenda items to which it applies; None for all.
        not_in: the modes of a session in which it does not apply.
        signed_by: whose signature among those in `signed` is asked for.
    """

    fields: tuple[str, ...]
    message: Text
    source: str
    level: Level = "error"
    status: tuple[Status, ...] = HELD
    kind: ItemKind | None = None
    not_in: tuple[str, ...] = ()
    signed_by: Office | None = None


@dataclass(frozen=True)
class Profile:
    """A set of rules.

    Args:
        name: as it is typed.
        title: what it is, with the version of its source.
        rules: what it asks for, in the order of its source.
    """

    name: str
    title: Text
    rules: tuple[Rule, ...]
