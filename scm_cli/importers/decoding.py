"""From the bytes of an imported file to its text, in every encoding that Excel and its like save."""

import codecs
from typing import Final

from scm_cli.importers.records import bad
from scm_cli.locale import importing as say

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decoded(data: bytes, path: str) -> str:
    """Return the text of a file with LF as line end.

    Understood are UTF-8 and UTF-16, with a byte order mark or without, and else the old encoding of Windows in
    Western Europe, in which German Excel saves CSV (cp1252).

    Raises:
        BadData: the bytes are no text in any of these, or there are none.
    """
    text = _text(data, path).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise bad(path, 0, "", say.NOTHING_IN_IT(), say.ALLOWED_SOMETHING())
    if "\0" in text:
        raise bad(path, text[: text.index("\0")].count("\n") + 1, "", say.NO_TEXT(), say.ALLOWED_ENCODINGS())
    return text


def _text(data: bytes, path: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, path)
    if encoding := _unmarked_utf16(data):
        return _strict(data, encoding, path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(data, "cp1252", path)


def _unmarked_utf16(data: bytes) -> str:
    """Return which UTF-16 a text is in by where its zero bytes stand; empty where there are none."""
    start = data[:400]
    odd, even = start[1::2].count(0), start[::2].count(0)
    if len(start) < 4 or max(odd, even) * 3 < len(start) // 2:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _strict(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise bad(path, line, "", say.NO_TEXT(), say.ALLOWED_ENCODINGS()) from error
