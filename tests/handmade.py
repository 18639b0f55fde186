"""Files as people write them: the same content in any layout that TOML allows."""

import random
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import time
from typing import Any, Final, TypeVar

import tomli_w

from scm_cli.archive.format import Key, given, keys
from scm_cli.model.table import Table
from scm_cli.model.validity import Where

T = TypeVar("T", bound=Table)
BOM: Final = "\ufeff"


@dataclass
class Layout:
    """A file's text, with the value to which each line belongs.

    Args:
        rnd: makes every choice.
        lines: the text without line ends, and whose each line is; a comment of its own is nobody's.
        comments: every comment written so far; each is written once.
    """

    rnd: random.Random
    lines: list[tuple[str, Where | None]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    newline: str = "\n"
    bom: bool = False
    final: bool = True

    @property
    def data(self) -> bytes:
        """The file."""
        text = self.newline.join(line for line, _ in self.lines) + (self.newline if self.final else "")
        return ((BOM if self.bom else "") + text).encode()

    # text

    def comment(self) -> str:
        made = f'# Notiz {len(self.comments)} „x“ = [ "'
        self.comments.append(made)
        return made

    def put(self, text: str, owner: Where | None) -> None:
        """Write lines, here and there with comments and blank lines around them."""
        indent = self.rnd.choice(["", "", "", "  ", "\t"])
        while self.rnd.random() < 0.25:
            self.lines.append((indent + self.comment() if self.rnd.random() < 0.6 else "", None))
        tail = f"  {self.comment()}" if self.rnd.random() < 0.25 else self.rnd.choice(["", "", " "])
        written = f"{indent}{text}{tail}".split("\n")
        self.lines += [(line, owner) for line in written]

    # tables

    def body(self, raw: dict[str, Any], where: Where, header: tuple[str, ...]) -> None:
        """Write a table's content: what stands behind equals signs first, then tables under headers."""
        pairs = list(raw.items())
        self.rnd.shuffle(pairs)
        below = [(name, value) for name, value in pairs if _can_be_below(value) and self.rnd.random() < 0.7]
        names = {name for name, _ in below}
        for name, value in pairs:
            if name not in names:
                self.pair((name,), value, (*where, name))
        for name, value in below:
            self.section((*header, name), value, (*where, name))

    def section(self, header: tuple[str, ...], value: Any, where: Where) -> None:
        title = self.dotted(header)
        if isinstance(value, dict):
            self.put(f"[{title}]", where)
            self.body(value, where, header)
        else:
            for n, element in enumerate(value):
                self.put(f"[[{title}]]", (*where, n))
                self.body(element, (*where, n), header)

    def pair(self, names: tuple[str, ...], value: Any, where: Where) -> None:
        if isinstance(value, dict) and value and self.rnd.random() < 0.4:
            for name, element in value.items():
                self.pair((*names, name), element, (*where, name))
            return
        equals = self.rnd.choice([" = ", " = ", "=", "  =  "])
        self.put(f"{self.dotted(names)}{equals}{self.value(value)}", where)

    def dotted(self, names: tuple[str, ...]) -> str:
        return self.rnd.choice([".", ".", " . "]).join(map(self.name, names))

    def name(self, name: str) -> str:
        bare = tomli_w.dumps({name: 1}).removesuffix(" = 1\n")
        return f'"{name}"' if bare == name and self.rnd.random() < 0.1 else bare

    # values

    def value(self, value: Any) -> str:
        if isinstance(value, dict):
            pairs = ", ".join(f"{self.name(name)} = {self.value(element)}" for name, element in value.items())
            return f"{{{pairs}}}" if self.rnd.random() < 0.5 else f"{{ {pairs} }}"
        if isinstance(value, list):
            return self.array([self.value(element) for element in value])
        if isinstance(value, str):
            return self.string(value)
        if isinstance(value, time) and not value.second and not value.microsecond:
            return f"{value:%H:%M}" if self.rnd.random() < 0.5 else f"{value:%H:%M:%S}"
        return tomli_w.dumps({"k": value}).removeprefix("k = ").removesuffix("\n")

    def array(self, elements: list[str]) -> str:
        if self.rnd.random() < 0.5 or not elements:
            return "[" + self.rnd.choice([",", ", "]).join(elements) + self.rnd.choice(["]", " ]"])
        lines = []
        for n, element in enumerate(elements):
            comma = "," if n < len(elements) - 1 or self.rnd.random() < 0.5 else ""
            tail = f" {self.comment()}" if self.rnd.random() < 0.3 else ""
            if self.rnd.random() < 0.2:
                lines.append(f"  {self.comment()}")
            lines.append(f"  {element}{comma}{tail}")
        return "\n".join(["[", *lines, "]"])

    def string(self, value: str) -> str:
        forms = [tomli_w.dumps({"k": value}).removeprefix("k = ").removesuffix("\n")]
        raw = value.replace("\n", "").replace("\t", "").isprintable() and "\r" not in value
        if raw and "'" not in value and "\n" not in value:
            forms.append(f"'{value}'")
        if raw and "'" not in value:
            forms.append(f"'''\n{value}'''")
        if raw:
            body = value.replace("\\", "\\\\").replace('"', '\\"')
            forms += [f'"""\n{body}"""', f'"""\\\n   {body}"""' if not body[:1].isspace() else f'"""\n{body}"""']
        return self.rnd.choice(forms)


def handmade(value: Table, rnd: random.Random) -> Layout:
    """Return a file that says the same as a value of the model, as somebody might have written it."""
    made = Layout(rnd)
    made.body({"schema": 1, **given(value)}, (), ())
    if rnd.random() < 0.3:
        made.lines.append((made.comment(), None))
    made.newline = rnd.choice(["\n", "\n", "\r\n"])
    made.bom = rnd.random() < 0.2
    made.final = rnd.random() < 0.8
    return made


def _can_be_below(value: Any) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and bool(value) and all(isinstance(element, dict) for element in value)
    )


def places(value: Table, where: Where = ()) -> Iterator[tuple[Where, Key, Table]]:
    """Yield the way to every key a table and those in it could have, with the table it belongs to."""
    for key in keys(type(value)).values():
        held = getattr(value, key.field)
        yield (*where, key.name), key, value
        for n, element in enumerate(held if isinstance(held, tuple) else (held,)):
            if isinstance(element, Table):
                yield from places(element, (*where, key.name, *([n] if isinstance(held, tuple) else [])))


def changed_at(value: T, where: Where, how: Callable[[Any], Any]) -> T:
    """Return the value with what stands at one place changed."""
    first, *rest = where
    key = keys(type(value))[str(first)]
    held = getattr(value, key.field)
    made: Any
    if not rest:
        made = how(held)
    elif isinstance(rest[0], int):
        n = rest[0]
        made = (*held[:n], changed_at(held[n], tuple(rest[1:]), how), *held[n + 1 :])
    else:
        made = changed_at(held, tuple(rest), how)
    changes: dict[str, Any] = {key.field: made}
    return replace(value, **changes)


def is_header(line: str) -> bool:
    """Say whether a line is a table's header."""
    return re.fullmatch(r"\s*\[\[?[^\[\]=]+\]\]?\s*(#.*)?", line) is not None


def is_toml_1_0(data: bytes) -> bool:
    """Say whether a file needs no more than TOML 1.0."""
    try:
        tomllib.loads(data.decode().removeprefix(BOM))
    except tomllib.TOMLDecodeError:
        return False
    return True
