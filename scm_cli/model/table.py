"""What every table of the archive has in common."""

from collections.abc import Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from datetime import datetime
from math import isnan, nan
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Final, NamedTuple, TypeVar

from scm_cli.locale import reading as say
from scm_cli.model.kinds import Kind, Line, Unfit, shown
from scm_cli.model.moments import with_own_zone

__all__ = ["SCHEMA", "Free", "FreeKind", "Named", "Table", "described"]


DEPTH: Final = 50
"""How deep the user's own tables may lie in each other."""
INTEGERS: Final = 2**63
"""TOML's whole numbers are those of 64 bits with a sign (TOML 1.0, section „Integer“)."""


class FreeKind(Kind):
    """The user's own table: anything TOML can hold."""

    schema: Any = {"type": "object"}

    def read(self, value: Any) -> Mapping[str, Any]:
        """Return the table unchanged; raises `Unfit` where it is none or nested too deeply to be walked."""
        if not isinstance(value, dict):
            raise Unfit(say.NO_TABLE(value=shown(value)), say.ALLOWED_TABLE(keys="[x]"))
        return {name: _comparable(element, DEPTH) for name, element in value.items()}


def _comparable(value: Any, depth: int) -> Any:
    """Return a value that equals itself when read again and can be copied, whoever read it."""
    if isinstance(value, (dict, list)) and not depth:
        raise Unfit(say.TOO_DEEP(), say.ALLOWED_DEPTH(n=DEPTH))
    if isinstance(value, dict):
        return {name: _comparable(element, depth - 1) for name, element in value.items()}
    if isinstance(value, list):
        return [_comparable(element, depth - 1) for element in value]
    if isinstance(value, int) and not -INTEGERS <= value < INTEGERS:
        raise Unfit(shown(value), say.ALLOWED_RANGE(low=-INTEGERS, high=INTEGERS - 1))
    if isinstance(value, datetime):
        return with_own_zone(value)
    return nan if isinstance(value, float) and isnan(value) else value


Free = Annotated[Mapping[str, Any], FreeKind()]

SCHEMA = 1
"""The highest version of the file format this program reads, and the one it writes."""


if TYPE_CHECKING:
    from dataclasses import dataclass as described
else:

    def described(**_options: bool) -> Any:
        """Make a class a frozen dataclass whose methods are the ones written once in `Table`.

        Type checkers see `dataclass` itself. Generating `__init__`, `__setattr__` and the rest anew for each
        of thirty classes took a third of the program's start-up.
        """
        return dataclass(init=False, repr=False, eq=False)


@described(frozen=True, kw_only=True)
class Table:
    """A table of the file format; the classes below it describe the format by their annotations.

    A field without a default is required, `None` is an absent key, and `from_` stands for `from`.
    """

    inline: ClassVar[bool] = False
    """Whether the writer puts the table on one line, `{ … }`, instead of under a header."""

    x: Free | None = None
    """The user's own keys: never read by scm, never lost."""

    if not TYPE_CHECKING:

        def __init__(self, **values: Any) -> None:
            known = fields_of(type(self))
            own = self.__dict__
            own.update(known.blank)
            own.update(values)
            if len(own) != len(known.blank) or not known.required <= values.keys():
                msg = f"{type(self).__name__} takes {sorted(known.blank)}, not {sorted(values)}"
                raise TypeError(msg)

        def __setattr__(self, name: str, value: object) -> None:
            raise FrozenInstanceError(name)

        def __delattr__(self, name: str) -> None:
            raise FrozenInstanceError(name)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        raise TypeError(type(self))

    @property
    def identity(self) -> object:
        """What tells this table from its neighbours in a list; None where only its whole content does."""
        return None

    def __repr__(self) -> str:
        given = (f"{name}={value!r}" for name, value in self.__dict__.items() if value not in (None, (), False))
        return f"{type(self).__name__}({', '.join(given)})"


class Fields(NamedTuple):
    """The fields of a class: all with what they hold where nothing is given, and those that must be given."""

    blank: dict[str, Any]
    required: frozenset[str]


T = TypeVar("T", bound=Table)
_KNOWN: Final[dict[type[Table], Fields]] = {}


def fields_of(table: type[Table]) -> Fields:
    """Return the fields of a class; worked out once. Take a copy of `blank` before you fill it."""
    if table not in _KNOWN:
        found = fields(table)
        optional = {one.name: one.default for one in found if one.default is not MISSING}
        optional |= {one.name: one.default_factory() for one in found if one.default_factory is not MISSING}
        names = [one.name for one in found]
        _KNOWN[table] = Fields({name: optional.get(name) for name in names}, frozenset(names) - optional.keys())
    return _KNOWN[table]


def filled(table: type[T], values: dict[str, Any]) -> T:
    """Return a table that keeps these values, which must be those of all its fields, and are nobody else's."""
    made = object.__new__(table)
    object.__setattr__(made, "__dict__", values)
    return made


@described(frozen=True, kw_only=True)
class Named(Table):
    """Somebody or something that is not in the register."""

    inline = True

    name: Line | None = None
    organisation: Line | None = None
