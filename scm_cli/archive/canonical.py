"""The canonical text of new tables: keys in the model's order, long text between three quotes.

tomli-w writes each value; the layout is ours because tomli-w puts short lists of tables on one line and
long ones under headers, so that a file would change its face as it grows.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

import tomli_w

from scm_cli.archive.format import Key, keys, plain
from scm_cli.model.kinds import ProseKind
from scm_cli.model.table import SCHEMA, Table

_LONG: Final = 90


def document(value: Table) -> str:
    """Return a whole new file."""
    return f"schema = {SCHEMA}\n" + "\n".join(block(value, ()))


def block(value: Table, path: tuple[str, ...]) -> Iterator[str]:
    """Yield the text of a table in pieces to be joined by blank lines: own keys, then each table under it.

    Args:
        value: the table.
        path: the keys under which it stands; empty for a whole file.
    """
    own = [key for key in keys(type(value)).values() if not key.header]
    lines = [
        f"{key.name} = {value_text(key, getattr(value, key.field))}\n"
        for key in own
        if key.required or getattr(value, key.field) != key.default
    ]
    yield "".join(lines)
    for key in keys(type(value)).values():
        held = getattr(value, key.field)
        if key.header and held != key.default:
            yield from _under((*path, key.name), held)


def _under(path: tuple[str, ...], held: Any) -> Iterator[str]:
    name = ".".join(path)
    if isinstance(held, tuple):
        for element in held:
            first, *rest = block(element, path)
            yield f"[[{name}]]\n{first}"
            yield from rest
    elif isinstance(held, Table):
        first, *rest = block(held, path)
        yield f"[{name}]\n{first}"
        yield from rest
    else:
        yield tomli_w.dumps({path[0]: _nested(path[1:], held)})


def _nested(path: tuple[str, ...], value: Any) -> Any:
    return {path[0]: _nested(path[1:], value)} if path else value


def value_text(key: Key, value: Any) -> str:
    """Return what stands after the equals sign of a key, for a value of the model."""
    if isinstance(key.shape.kind, ProseKind) and isinstance(value, str):
        return long_text(value) if "\n" in value or len(value) > _LONG else _scalar(value)
    return _inline(plain(value))


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        pairs = ", ".join(f"{_bare(name)} = {_inline(element)}" for name, element in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    return _scalar(value)


def _bare(name: str) -> str:
    """Return a key as TOML wants it, quoted where it must be."""
    return tomli_w.dumps({name: 1}).removesuffix(" = 1\n")


def _scalar(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    return tomli_w.dumps({"k": value}).removeprefix("k = ").removesuffix("\n")


def long_text(value: str) -> str:
    """Return text between triple quotes, its first line below them (TOML 1.0, section "String")."""
    body = value.replace("\\", "\\\\").replace('"""', '""\\"')
    return f'"""\n{body}\n"""'
