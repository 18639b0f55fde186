"""What mail programs do to a text, undone: quote marks, hard line breaks, other spaces and quotes."""

import re
from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from scm_cli.model.difference import by_identity, is_list
from scm_cli.model.table import Table

T = TypeVar("T", bound=Table)

_SPACES: Final = {0x00A0: " ", 0x202F: " ", 0x2007: " ", 0x200B: None, 0x00AD: None}
_QUOTES: Final = dict.fromkeys(map(ord, "„“”‟«»"), '"') | dict.fromkeys(map(ord, "‚‘’‛‹›"), "'")
_DASHES: Final = dict.fromkeys(map(ord, "‐‑–—"), "-")
_TABLE: Final = str.maketrans({**{chr(key): value for key, value in (_SPACES | _QUOTES | _DASHES).items()}, "…": "..."})


def received(text: str, printed: str) -> str:
    """Return a text as it came, with LF line ends and without marks that every line of it has.

    Args:
        text: the protocol as somebody sent it.
        printed: what was sent to them: spaces that are not in it are the mail program's.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    start = re.search(r"^[> ]*#\s", text, re.MULTILINE)
    before, after = (text[: start.start()], text[start.start() :]) if start else ("", text)
    while (lines := [line for line in after.split("\n") if line.strip()]) and all(line[0] == ">" for line in lines):
        after = re.sub(r"^> ?", "", after, flags=re.MULTILINE)
    odd = {key: value for key, value in _SPACES.items() if chr(key) not in printed}
    return (before + after).translate(odd)


def undone(text: str) -> str:
    """Return what is left of a text after any mail program: plain quotes, dashes and single spaces."""
    return re.sub(r"\s+", " ", text.translate(_TABLE)).strip()


def as_sent(sent: T, came: T) -> T:
    """Return a table as it came back, but with its texts as they were sent where only a mail program changed them."""
    kept: dict[str, Any] = {}
    for one in fields(type(came)):
        before, after = getattr(sent, one.name), getattr(came, one.name)
        if before == after:
            continue
        if isinstance(before, str) and isinstance(after, str):
            if undone(before) == undone(after):
                kept[one.name] = before
        elif is_list(before) and is_list(after):
            rows = by_identity(before)
            kept[one.name] = tuple(as_sent(rows[row.identity], row) if row.identity in rows else row for row in after)
    return replace(came, **kept) if kept else came
