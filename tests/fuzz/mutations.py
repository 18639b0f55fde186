"""Files of an archive made wrong: bytes, tokens, lines, values, nesting, size; the same for the same seed."""

import random
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

import tomli
import tomli_w
from fuzz.pieces import BYTES, DEEP, LINES, LONG, OBJECTS, VALUES

Mutation = Callable[[bytes, random.Random], bytes]

_TOKEN: Final = re.compile(r'"""|\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|[\w\-+:.]+|\s+|.', re.DOTALL)
_LENGTH: Final = re.compile(r"\{n\*(.*?)\}(?=[^}]|$)", re.DOTALL)


def mutated(data: bytes, other: bytes, rnd: random.Random) -> bytes:
    """Return a file made wrong by one to four mutations; `other` is a file to take pieces from."""
    for _ in range(rnd.choice((1, 1, 1, 2, 2, 4))):
        data = rnd.choices(_ALL, _WEIGHTS)[0](data, rnd) if rnd.random() < 0.95 else _spliced(data, other, rnd)
    return data


def _spliced(data: bytes, other: bytes, rnd: random.Random) -> bytes:
    cut = rnd.randrange(len(other) + 1)
    return data[: rnd.randrange(len(data) + 1)] + other[cut:]


def _bytes(data: bytes, rnd: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(rnd.choice((1, 1, 2, 10))):
        at, until = sorted((rnd.randrange(len(made) + 1), rnd.randrange(len(made) + 1)))
        until = min(until, at + rnd.choice((1, 1, 4, 200)))
        new = rnd.choice((b"", bytes(made[at:until]) * 2, rnd.choice(BYTES), rnd.randbytes(1), rnd.randbytes(4)))
        made[at : until if rnd.random() < 0.5 else at] = new
    return bytes(made)


def _tokens(data: bytes, rnd: random.Random) -> bytes:
    tokens = _TOKEN.findall(data.decode(errors="replace"))
    for _ in range(rnd.choice((1, 1, 3)) if tokens else 0):
        at = rnd.randrange(len(tokens))
        with_ = rnd.randrange(len(tokens))
        how = rnd.randrange(4)
        if how == 0:
            tokens[at], tokens[with_] = tokens[with_], tokens[at]
        else:
            tokens[at] = (tokens[with_], "", _made(rnd.choice(VALUES), rnd))[how - 1]
    return "".join(tokens).encode(errors="replace")


def _lines(data: bytes, rnd: random.Random) -> bytes:
    lines = data.split(b"\n")
    for _ in range(rnd.choice((1, 1, 3))):
        at, with_ = rnd.randrange(len(lines)), rnd.randrange(len(lines))
        how = rnd.randrange(5)
        if how == 0:
            lines[at], lines[with_] = lines[with_], lines[at]
        elif how == 1 and len(lines) > 1:
            del lines[at]
        elif how == 2:
            lines.insert(at, lines[with_])
        elif how == 3:
            lines = lines[:at] if at else lines
        else:
            lines.insert(at, _made(rnd.choice(LINES), rnd).encode())
    return b"\n".join(lines)


def _values(data: bytes, rnd: random.Random) -> bytes:
    lines = data.decode(errors="replace").split("\n")
    places = [n for n, line in enumerate(lines) if "=" in line]
    for at in rnd.sample(places, min(len(places), rnd.choice((1, 1, 2)))):
        lines[at] = f"{lines[at].partition('=')[0]}= {_made(rnd.choice(VALUES), rnd)}"
    return "\n".join(lines).encode(errors="replace")


def _objects(data: bytes, rnd: random.Random) -> bytes:
    """Put values of other types where the file has its own; the outcome is proper TOML."""
    try:
        raw = tomli.loads(data.decode().removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return data
    try:
        return _with_other_values(raw, rnd)
    except (ValueError, RecursionError):  # an earlier mutation made it deeper, or a number longer, than Python writes
        return data


def _with_other_values(raw: dict[str, Any], rnd: random.Random) -> bytes:
    for _ in range(rnd.choice((1, 1, 2, 5))):
        holders = list(_holders(raw))
        holder = rnd.choice(holders)
        keys: list[Any] = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        new = rnd.choice(OBJECTS) if rnd.random() < 0.7 else _copied(rnd.choice(holders))
        if isinstance(holder, dict) and (not keys or rnd.random() < 0.1):
            holder[rnd.choice(("x", "titel", "name", "", "a.b", "\x00", "agenda", "schema"))] = new
        elif keys:
            holder[rnd.choice(keys)] = new
    return tomli_w.dumps(_without_none(raw)).encode(errors="replace")


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _copied(element) for name, element in value.items()}
    return [_copied(element) for element in value] if isinstance(value, list) else value


def _holders(value: Any) -> Iterator[Any]:
    if isinstance(value, (dict, list)):
        yield value
        for element in value.values() if isinstance(value, dict) else value:
            yield from _holders(element)


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_none(element) for name, element in value.items() if element is not None}
    if isinstance(value, list):
        return [_without_none(element) for element in value if element is not None]
    return value


def _big(data: bytes, rnd: random.Random) -> bytes:
    """Repeat a stretch of lines until the file is as big as an archive takes."""
    lines = data.split(b"\n")
    at = rnd.randrange(len(lines))
    piece = b"\n".join(lines[at : at + rnd.choice((1, 3, 20))]) + b"\n"
    times = rnd.choice((10, 100, 200_000 // len(piece) + 1, 200_000 // len(piece) + 1))
    return b"\n".join((*lines[:at], piece * min(times, 20_000), *lines[at:]))


def _encoded(data: bytes, rnd: random.Random) -> bytes:
    text = data.decode(errors="replace")
    return text.encode(rnd.choice(("utf-16", "utf-16-le", "utf-32", "cp1252", "utf-7", "utf-8-sig")), errors="replace")


def _made(pattern: str, rnd: random.Random) -> str:
    """Return a pattern with its lengths put in, one for the whole pattern."""
    count = rnd.choice(DEEP if re.search(r"n\*[\[{]|n\*[ab]\.", pattern) else LONG)
    return _LENGTH.sub(lambda match: match[1] * count, pattern)


_ALL: Final[tuple[Mutation, ...]] = (_bytes, _tokens, _lines, _values, _objects, _big, _encoded)
_WEIGHTS: Final = (20, 18, 18, 20, 22, 0.3, 1)
