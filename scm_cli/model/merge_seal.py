"""A merge never changes a sealed protocol: what the seal covers comes from the side that sealed it."""

from collections.abc import Mapping
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from scm_cli.model.merge_fields import Merging
from scm_cli.model.session import Session
from scm_cli.model.sides import Sides
from scm_cli.model.table import Table

_FREE = (
    "x",
    "status",
    "seal",
    "approval",
    "reopened",
    "amendments",
    "signed",
    "sequence",
    "last_decision",
    "last_election",
    "last_task",
    "last_attachment",
    "uid",
    "history",
)
"""The fields that may change once a protocol is sealed, wherever they stand."""


def sealed(sides: Sides, made: Session, merging: Merging) -> Session:
    """Return a merged session whose seal still holds.

    That one side sealed the protocol and the other changed what the seal covers is a conflict: ours decides
    whether it is sealed.

    Args:
        sides: the session before, ours and theirs.
        made: both merged.
        merging: takes the conflict.
    """
    if made.seal is None:
        return made
    sealing = [side for side in (sides.ours, sides.theirs) if side.seal == made.seal]
    if any(_covered(made) == _covered(side) for side in sealing):
        return made
    merging.conflict(sides.of(attrgetter("seal")), ("seal",))
    if sides.ours.seal == made.seal:
        free: dict[str, Any] = {name: getattr(made, name) for name in _FREE if hasattr(made, name)}
        ours: Session = replace(sides.ours, **free)
        return ours
    return replace(made, seal=sides.ours.seal, status=sides.ours.status)


def _covered(value: Any) -> Any:
    """Return what a seal covers of a value, to be compared."""
    if isinstance(value, Table):
        return {one.name: _covered(getattr(value, one.name)) for one in fields(value) if one.name not in _FREE}
    if isinstance(value, tuple):
        return [_covered(one) for one in value]
    return dict(value) if isinstance(value, Mapping) else value
