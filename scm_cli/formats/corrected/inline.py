"""Text with looks as Markdown that reads back as exactly that."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final

from scm_cli.formats.corrected.blocks import Piece, looks_of, spoken, tidy
from scm_cli.formats.corrected.printed import pieces_of
from scm_cli.formats.markdown import tree
from scm_cli.notation.inline import escape, unescape

_BREAK: Final = "\\\n"  # CommonMark 0.31.2, section 6.7
_UNITS: Final = r"\\[!-/:-@\[-`{-~]|\w+|\s+|."


def markdown(pieces: Sequence[Piece]) -> str:
    """Return the Markdown of a paragraph; a look that Markdown cannot give there is left away."""
    bare = tidy(replace(piece, bold=False, italic=False) for piece in pieces)
    for parts, outer, inner in ((pieces, "bold", "italic"), (pieces, "italic", "bold"), (bare, "bold", "italic")):
        made = _nested(parts, outer, inner)
        if looks_of(_read(made)) == looks_of(parts):
            return made
    return _escaped("".join(piece.text for piece in pieces), start=True)


def _read(made: str) -> tuple[Piece, ...]:
    nodes = tree(made).children
    if len(nodes) != 1 or nodes[0].type != "paragraph":
        return ()
    return tidy(pieces_of([part for inline in nodes[0].children for part in inline.children]))


def _nested(pieces: Sequence[Piece], outer: str, inner: str) -> str:
    """Return Markdown in which one look may go on through several changes of the other."""
    start = True

    def text(parts: Sequence[Piece]) -> str:
        nonlocal start
        made = ""
        for piece in parts:
            made += _one(piece, start=start)
            start = False
        return made

    def looked(parts: Sequence[Piece], look: str, then: Callable[[Sequence[Piece]], str]) -> str:
        made = ""
        for has, same in groupby(parts, lambda piece: getattr(piece, look)):
            mark = {"bold": "**", "italic": "*"}[look] if has else ""
            made += f"{mark}{then(list(same))}{mark}"
        return made

    return looked(pieces, outer, lambda parts: looked(parts, inner, text))


def _one(piece: Piece, *, start: bool) -> str:
    shown = _code(piece.text) if piece.code else _escaped(piece.text, start=start)
    if not piece.link:
        return shown
    shown = re.sub(r"(?<!\\)[\[\]]", r"\\\g<0>", shown)
    target = re.sub(r"[<>\s]", lambda mark: f"%{ord(mark[0]):02X}", piece.link)
    bare = re.fullmatch(r"[^\s()<>\\]+", target)
    return f"[{shown}]({target})" if bare else f"[{shown}](<{target}>)"


def _code(text: str) -> str:
    runs = {len(run) for run in re.findall("`+", text)}
    fence = "`" * next(n for n in range(1, len(text) + 2) if n not in runs)
    room = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{room}{text}{room}{fence}"


def _escaped(text: str, *, start: bool) -> str:
    lines = (re.sub(r"\s+", " ", line) for line in text.split("\n"))
    return _BREAK.join(escape(line, start=start or n > 0) for n, line in enumerate(lines))


def worded(text: str, source: str) -> str:
    """Return a plain text as escaped Markdown, written as it was printed wherever it says the same.

    Args:
        text: as it is now.
        source: the Markdown that was printed; its escapes say more than a text can: where a name ends.
    """
    line = " ".join(text.split())
    if not source:
        return escape(line)
    before, after = re.findall(_UNITS, source), re.findall(_UNITS, line)
    return "".join(_steps(before, after, [_said(unescape(one)) for one in before], [_said(one) for one in after]))


def _steps(before: list[str], after: list[str], old: list[str], new: list[str]) -> Iterator[str]:
    for step, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield "".join(before[i1:i2]) if step == "equal" else escape("".join(after[j1:j2]))


def _said(unit: str) -> str:
    return spoken(unit) or " "
