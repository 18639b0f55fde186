"""From a file's bytes to plain values: what its TOML says, or in which line it is none.

rtoml reads what is well-formed in a quarter of tomli's time; tomli has the last word on everything else, and says what
is wrong with it.
"""

import re
from typing import Any, Final

import rtoml

from scm_cli.errors import BadData, Problem
from scm_cli.locale import reading as say
from scm_cli.model.kinds import LARGEST
from scm_cli.model.table import DEPTH

BOM: Final = b"\xef\xbb\xbf"
_ODD_EQUALS: Final = re.compile(r"=(?:(?<!\S=)(?<!\S =)|(?![ \t]?[^\s#]))")
"""An equals sign beside which more stands than a blank: that may be the end of a line. Quick, as it begins with it."""


def decode(data: bytes, path: str) -> str:
    """Return a file's text without its byte order mark; raises `BadData` where it is not UTF-8 or empty."""
    try:
        text = data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BadData([Problem(path, line, "", say.NOT_UTF8(n=error.start), say.ALLOWED_UTF8())]) from error
    if not text.strip():
        raise BadData([Problem(path, 0, "", say.EMPTY_FILE(), say.ALLOWED_CONTENT(keys="schema = 1"))])
    return text


def toml(text: str, path: str) -> dict[str, Any]:
    """Return what a TOML text says; raises `BadData` with the line where it is none."""
    if (found := _at_once(text)) is not None:
        return found
    import tomli

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        line = min(error.lineno, text.count("\n") + 1)
        wrong = say.SYNTAX(value=error.msg)
        raise BadData([Problem(path, line, _key_in(text, line), wrong, say.ALLOWED_TOML())]) from error
    except RecursionError as error:
        raise BadData([Problem(path, 0, "", say.TOO_DEEP(), say.ALLOWED_DEPTH(n=DEPTH))]) from error
    except ValueError as error:  # Python reads no number of more than 4,300 digits
        allowed = say.ALLOWED_RANGE(low=0, high=LARGEST)
        raise BadData([Problem(path, 0, "", say.TOO_LONG_A_NUMBER(), allowed)]) from error


def _at_once(text: str) -> dict[str, Any] | None:
    """Return what a text says as rtoml reads it; None where tomli has to look at it.

    rtoml takes a few texts that TOML 1.1 forbids: with a second byte order mark, with a carriage return alone, and with
    the end of a line beside an equals sign. What may be one of these is tomli's.
    """
    text = text.replace("\r\n", "\n")
    if text.startswith("\ufeff") or "\r" in text or _ODD_EQUALS.search(text):
        return None
    try:
        return rtoml.loads(text)
    except rtoml.TomlParsingError:
        return None


def _key_in(text: str, line: int) -> str:
    """Return the key that a line begins with, or an empty string."""
    written = text.split("\n")[line - 1]
    name, equals, _ = written.partition("=")
    return name.strip() if equals and name.strip().replace(".", "").replace("_", "").isalnum() else ""
