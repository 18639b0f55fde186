"""A document as plain text for a mail: 72 columns, addresses alone on their line, no marks of Markdown."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from markdown_it.tree import SyntaxTreeNode

from scm_cli.formats.markdown import plain, tree

WIDTH: Final = 72  # RFC 5322, section 2.1.1, allows 78; a reply puts `> ` before every line, more than once
_UNDERLINES: Final = {"h1": "=", "h2": "-"}
_NARROWEST: Final = 20
_HARD: Final = "\n"


def text(markdown: str, width: int = WIDTH) -> str:
    """Return a document as plain text with a final newline.

    Args:
        markdown: the document.
        width: cells a line may take; a longer word or address keeps a line to itself.
    """
    return "\n".join(blocks(tree(markdown).children, width)) + "\n"


def blocks(nodes: Sequence[SyntaxTreeNode], width: int, *, loose: bool = True, underlined: bool = True) -> list[str]:
    """Return the lines of blocks.

    Args:
        nodes: the blocks.
        width: as for `text`.
        loose: whether a blank line stands between two; not so in a tight list.
        underlined: whether headings are underlined.
    """
    lines: list[str] = []
    for node in nodes:
        own = list(_block(node, max(width, _NARROWEST), underlined=underlined))
        lines += [""] if lines and own and loose else []
        lines += own
    return lines


def _block(node: SyntaxTreeNode, width: int, *, underlined: bool) -> Iterator[str]:
    if node.type == "heading":
        lines = list(_filled(node, width))
        yield from lines
        if underlined and node.tag in _UNDERLINES and lines:
            yield _UNDERLINES[node.tag] * min(max(map(cells, lines)), width)
    elif node.type in ("bullet_list", "ordered_list"):
        yield from _list(node, width)
    elif node.type == "blockquote":
        yield from _indented(blocks(node.children, width - 4), "    ", "    ")
    elif node.type in ("fence", "code_block"):
        yield from _indented(node.content.rstrip("\n").split("\n"), "    ", "    ")
    elif node.type == "hr":
        yield "-" * width
    else:
        yield from _filled(node, width)


def _list(node: SyntaxTreeNode, width: int) -> Iterator[str]:
    """Yield the lines of a list: loose where Markdown has blank lines between its items."""
    first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    marks = ["-" if first is None else f"{first + number}." for number in range(len(node.children))]
    room = max(map(len, marks), default=0) + 1
    loose = any(part.type == "paragraph" and not part.hidden for item in node.children for part in item.children)
    for number, (mark, item) in enumerate(zip(marks, node.children, strict=True)):
        if number and loose:
            yield ""
        lines = blocks(item.children, width - room, loose=loose) or [""]
        yield from _indented(lines, mark.ljust(room), " " * room)


def _indented(lines: Iterable[str], first: str, others: str) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"{others if number else first}{line}".rstrip()


def _filled(node: SyntaxTreeNode, width: int) -> Iterator[str]:
    """Yield the lines of a paragraph; every address has one of its own."""
    for part in _inline(node).split(_HARD):
        line: list[str] = []
        for word in re.findall(r"[^ \t]+", part):
            alone = re.search(r"https?://", word) is not None
            if line and (alone or cells(" ".join([*line, word])) > width):
                yield " ".join(line)
                line = []
            if alone:
                yield word
            else:
                line.append(word)
        if line:
            yield " ".join(line)


def _inline(node: SyntaxTreeNode) -> str:
    """Return the text of a part of a paragraph, with the target of a link after its text."""
    if node.type == "hardbreak":
        return _HARD
    if node.type == "softbreak":
        return " "
    if node.type == "link":
        return _link(node)
    return "".join(map(_inline, node.children)) if node.children else node.content


def _link(node: SyntaxTreeNode) -> str:
    shown, target = plain(node), str(node.attrs["href"])
    if target.lower().startswith("mailto:"):
        address = target[len("mailto:") :]
        return shown if shown in (address, target) else f"{shown} ({address})"
    return shown if re.match(r"https?://", shown) else f"{shown} {target}"


def cells(line: str) -> int:
    """Return how many cells a line takes: wide characters two, combining ones none."""
    if line.isascii():
        return len(line)
    return sum(_cell(char) for char in line)


def _cell(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
