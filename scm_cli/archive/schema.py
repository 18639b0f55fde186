"""The file format as JSON Schema (draft 2020-12), from the same description that reads and writes it."""

from typing import Any, Final

from scm_cli.archive.format import Key, Shape, keys
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group
from scm_cli.model.session import Session
from scm_cli.model.settings import Settings
from scm_cli.model.table import SCHEMA, Table

FILES: Final[dict[str, type[Table]]] = {
    "scm": Settings,
    "group": Group,
    "attendee": Attendee,
    "session": Session,
}


def schema(name: str) -> dict[str, Any]:
    """Return the schema of one kind of file: `scm`, `group`, `attendee` or `session`."""
    table = FILES[name]
    definitions: dict[str, Any] = {}
    made = _object(table, definitions)
    made["properties"] = {"schema": {"type": "integer", "minimum": 1, "maximum": SCHEMA}} | made["properties"]
    made["required"] = ["schema", *made.get("required", [])]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"scm: {name}",
        **made,
        "$defs": definitions,
    }


def _object(table: type[Table], definitions: dict[str, Any]) -> dict[str, Any]:
    known = keys(table)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [key.name for key in known.values() if key.required],
        "properties": {key.name: _value(key, definitions) for key in known.values()},
    }


def _value(key: Key, definitions: dict[str, Any]) -> dict[str, Any]:
    one = _one(key.shape, definitions)
    return {"type": "array", "items": one} if key.shape.many else one


def _one(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    parts: list[dict[str, Any]] = []
    if shape.kind is not None:
        parts.append(shape.kind.schema)
    if shape.table is not None:
        name = shape.table.__name__
        if name not in definitions:
            definitions[name] = {}
            definitions[name] = _object(shape.table, definitions)
        parts.append({"$ref": f"#/$defs/{name}"})
    return parts[0] if len(parts) == 1 else {"anyOf": parts}
