"""The one description of the file format, taken from the model's annotations.

Reader, writer and JSON Schema all walk these keys; nothing else knows which keys a file may hold.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cached_property
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from scm_cli.model.kinds import ChoiceKind, Kind
from scm_cli.model.table import Table


@dataclass(frozen=True)
class Shape:
    """What a key's value is made of: a kind, a table, or (for a party) either of the two."""

    kind: Kind | None = None
    table: type[Table] | None = None
    many: bool = False


@dataclass(frozen=True)
class Key:
    """One key of a table.

    Args:
        name: as it stands in the file.
        field: the attribute of the model's class.
        shape: what its value is made of.
        required: whether a file without it is faulty.
        default: the model's value where the key is absent.
    """

    name: str
    field: str
    shape: Shape
    required: bool
    default: Any

    @cached_property
    def plain(self) -> Callable[[Any], Any] | None:
        """What reads a single value; None where it is a list or can only be a table."""
        return None if self.shape.many or self.shape.kind is None else self.shape.kind.read

    @property
    def header(self) -> bool:
        """Whether the value stands under headers of its own, `[key]` or `[[key]]`."""
        if self.name == "x":
            return True
        return self.shape.table is not None and self.shape.kind is None and not self.shape.table.inline


_KNOWN: Final[dict[type[Table], Mapping[str, Key]]] = {}


def keys(table: type[Table]) -> Mapping[str, Key]:
    """Return the keys of a table by name, in canonical order; worked out once for each class."""
    if table not in _KNOWN:
        found = [_key(field) for field in fields(table)]
        ordered = sorted(found, key=lambda key: (key.name == "x", key.header))
        _KNOWN[table] = {key.name: key for key in ordered}
    return _KNOWN[table]


_REQUIRED: Final[dict[type[Table], tuple[Key, ...]]] = {}


def required(table: type[Table]) -> tuple[Key, ...]:
    """Return the keys that a table must have; worked out once for each class."""
    if table not in _REQUIRED:
        _REQUIRED[table] = tuple(key for key in keys(table).values() if key.required)
    return _REQUIRED[table]


def _key(field: Any) -> Key:
    required = field.default is MISSING and field.default_factory is MISSING
    made = field.default_factory() if field.default_factory is not MISSING else field.default
    return Key(
        name=field.name.rstrip("_"),
        field=field.name,
        shape=_shape(field.type),
        required=required,
        default=None if required else made,
    )


def _shape(annotation: Any) -> Shape:
    origin = get_origin(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Table):
        return Shape(table=annotation)
    if origin is Annotated:
        return Shape(kind=next(mark for mark in annotation.__metadata__ if isinstance(mark, Kind)))
    if origin is Literal:
        return Shape(kind=ChoiceKind(get_args(annotation)))
    if origin is tuple:
        inner = _shape(get_args(annotation)[0])
        return Shape(inner.kind, inner.table, many=True)
    if origin in (Union, UnionType):
        parts = [_shape(part) for part in get_args(annotation) if part is not type(None)]
        return Shape(
            next((part.kind for part in parts if part.kind), None),
            next((part.table for part in parts if part.table), None),
        )
    msg = f"the file format knows no {annotation!r}"
    raise TypeError(msg)


def given(value: Table) -> dict[str, Any]:
    """Return what a new file would say of a model's value: plain TOML values, defaults left out."""
    return {
        key.name: plain(getattr(value, key.field))
        for key in keys(type(value)).values()
        if key.required or getattr(value, key.field) != key.default
    }


def plain(value: Any) -> Any:
    """Return a model's value as TOML knows it: tables as dicts, tuples as lists."""
    if isinstance(value, Table):
        return given(value)
    if isinstance(value, tuple):
        return [plain(element) for element in value]
    return value


def complete(value: Any) -> Any:
    """Return a model's value as JSON shows it: every key there, absent ones null, times as text."""
    if isinstance(value, Table):
        return {key.name: complete(getattr(value, key.field)) for key in keys(type(value)).values()}
    if isinstance(value, (tuple, list)):
        return [complete(element) for element in value]
    if isinstance(value, Mapping):
        return {name: complete(element) for name, element in value.items()}
    return value.isoformat() if hasattr(value, "isoformat") else value
