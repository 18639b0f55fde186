"""JSON with the line in which every record begins, so that a fault can be found in it."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from scm_cli.importers.records import bad
from scm_cli.locale import importing as say

_DECODER: Final = json.JSONDecoder()
_SPACE: Final = re.compile(r"[ \t\n\r]*")


def parsed(text: str, path: str, first: int = 1) -> Any:
    """Return what a JSON text says (RFC 8259); raises `BadData` with the line where it is none.

    Args:
        text: the document.
        path: the file as problems name it.
        first: the line of the file in which the text begins.
    """
    try:
        return json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise bad(path, first + error.lineno - 1, "", say.NO_JSON(value=error.msg), say.ALLOWED_JSON()) from error
    except RecursionError as error:
        raise bad(path, first, "", say.NO_JSON(value="…"), say.ALLOWED_JSON()) from error
    except ValueError as error:  # NaN and infinity, and numbers of more than 4,300 digits
        raise bad(path, first, "", say.NO_JSON(value="NaN"), say.ALLOWED_JSON()) from error


def _no_constant(name: str) -> None:
    raise ValueError(name)


def elements(text: str, start: int = 0) -> list[int]:
    """Return the places at which the elements of an array begin.

    Args:
        text: a JSON document that can be parsed.
        start: where the array's `[` stands, or white space before it.
    """
    at = _after_space(text, start) + 1
    found = []
    while text[at := _after_space(text, at)] != "]":
        found.append(at)
        _, at = _DECODER.raw_decode(text, at)
        at = _after_space(text, at)
        at += text[at] == ","
    return found


def members(text: str, start: int = 0) -> Iterator[tuple[str, int]]:
    """Yield the keys of an object with the place where each one's value begins."""
    at = _after_space(text, start) + 1
    while text[at := _after_space(text, at)] != "}":
        key, at = _DECODER.raw_decode(text, at)
        value = _after_space(text, _after_space(text, at) + 1)
        yield key, value
        _, at = _DECODER.raw_decode(text, value)
        at = _after_space(text, at)
        at += text[at] == ","


def line_at(text: str, place: int) -> int:
    """Return the line, from 1, of a place in a text."""
    return text.count("\n", 0, place) + 1


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
