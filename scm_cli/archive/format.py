"""The one description of the file format, taken from the model's annotations.

Reader, writer and JSON Schema all walk these keys; nothing else knows which keys a file may hold.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from types import UnionType
from typing import Annotated, Any, Final, Literal, NamedTuple, Union, get_args, get_origin

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

    @property
    def header(self) -> bool:
        """Whether the value stands under headers of its own, `[key]` or `[[key]]`."""
        if self.name == "x":
            return True
        return self.shape.table is not None and self.shape.kind is None and not self.shape.table.inline


class Form(NamedTuple):
    """What a table of the file format is made of.

    Args:
        keys: by name, in canonical order.
        required: the names of those that a file must have.
        plain: by name, what reads a value and the field it belongs to; without keys of lists and of tables only.
    """

    keys: Mapping[str, Key]
    required: tuple[str, ...]
    plain: Mapping[str, tuple[Callable[[Any], Any], str]]


_KNOWN: Final[dict[type[Table], Form]] = {}


def form(table: type[Table]) -> Form:
    """Return what a table is made of; worked out once for each class."""
    if table not in _KNOWN:
        found = sorted(map(_key, fields(table)), key=lambda key: (key.name == "x", key.header))
        _KNOWN[table] = Form(
            {key.name: key for key in found},
            tuple(key.name for key in found if key.required),
            {key.name: (key.shape.kind.read, key.field) for key in found if key.shape.kind and not key.shape.many},
        )
    return _KNOWN[table]


def keys(table: type[Table]) -> Mapping[str, Key]:
    """Return the keys of a table by name, in canonical order."""
    return form(table).keys


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
