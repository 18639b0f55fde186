"""Which format an imported agenda is in: by the end of the file's name, else by what stands in it."""

import json
import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Final, Literal, get_args

from scm_cli.importers.agenda_fields import COLUMNS
from scm_cli.importers.tables import looks_like_csv

Format = Literal["json", "jsonl", "csv", "xlsx", "toml", "markdown"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)

_ENDINGS: Final[Mapping[str, Format]] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xlsx",
    ".toml": "toml",
    ".md": "markdown",
    ".markdown": "markdown",
}
_PACKED: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def format_of(name: str, data: bytes) -> Format | None:
    """Return the format of a file by its name or its first bytes; None where only its text can tell."""
    if data.startswith(_PACKED):
        return "xlsx"
    return _ENDINGS.get(PurePath(name).suffix.lower())


def format_of_text(text: str) -> Format:
    """Return the format of a text by what it looks like; a list where it looks like nothing else."""
    start = text.lstrip()
    if re.search(r"^\s*\[\[\s*\w+\s*\]\]\s*(?:#.*)?$", text, re.MULTILINE) and not start.startswith(('[["', "{")):
        return "toml"
    if start.startswith("{"):
        return "json" if _is_json(start) or "\n" not in start.strip() or not _is_json(_first(start)) else "jsonl"
    if start.startswith("[") and not re.match(r"\[[ xX]\] ", start):
        return "json"
    return "csv" if looks_like_csv(text, COLUMNS) else "markdown"


def _first(text: str) -> str:
    return text.partition("\n")[0]


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
