"""The values of a row as text that machines read, the same in every language."""

from collections.abc import Iterable, Iterator
from typing import Any

from scm_cli.query.rows import Row


def cells(row: Row, fields: Iterable[str]) -> Iterator[str]:
    r"""Yield the cells of a tab-separated line, `\t \n \\` escaped."""
    return (_escaped(text(row.values[name])) for name in fields)


def _escaped(value: str) -> str:
    if value.isprintable() and "\\" not in value:
        return value
    return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def text(value: Any) -> str:
    """Return a value as machine-readable text: ISO dates and times, empty for absent."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(text, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return as_json(value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def jsonable(value: Any) -> Any:
    """Return a value as JSON knows it: dates and times as ISO text."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def as_json(value: Any) -> str:
    """Return a value as JSON on one line."""
    import json

    return json.dumps(value, ensure_ascii=False)
