"""A protocol's Markdown as blocks, each with the lines it stands on: as a DOCX made of it has them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from markdown_it.tree import SyntaxTreeNode

from scm_cli.formats.corrected.blocks import Block, Kind, Piece, tidy
from scm_cli.formats.markdown import plain, tree
from scm_cli.formats.word import NO_XML

_DEEPEST: Final = 8  # Word has no more levels of lists


@dataclass(frozen=True)
class Printed:
    """A block of Markdown.

    Args:
        block: what it is.
        first: its first line, from 0.
        after: the line after its last.
        prefix: what stands before its text in its first line: marks of quotes, lists and headings.
    """

    block: Block
    first: int
    after: int
    prefix: str

    @property
    def rest(self) -> str:
        """What stands before its text in its other lines."""
        return rest_of(self.prefix)


def rest_of(prefix: str) -> str:
    """Return what further lines begin with where the first one has this prefix: quotes go on, marks do not."""
    return re.sub(r"[^>\s]", " ", prefix)


def printed(markdown: str) -> list[Printed]:
    """Return the blocks of Markdown in their order; what has no text is none."""
    walk = _Walk(markdown.split("\n"))
    return list(_joined(one for node in tree(markdown).children for one in walk.block(node, 0, 0, "text")))


def pieces_of(nodes: Sequence[SyntaxTreeNode], look: Piece | None = None) -> Iterator[Piece]:
    """Yield the text of inline nodes with its looks."""
    look = look or Piece("")
    for node in nodes:
        if node.type == "hardbreak":
            yield replace(look, text="\n")
        elif node.type == "softbreak":
            yield replace(look, text=" ")
        elif node.type == "code_inline":
            yield replace(look, text=_clean(node.content), code=True)
        elif node.type in ("strong", "em"):
            strong = node.type == "strong"
            yield from pieces_of(
                node.children, replace(look, bold=look.bold or strong, italic=look.italic or not strong)
            )
        elif node.type == "link":
            yield from _linked(node, look)
        elif node.content:
            yield replace(look, text=_clean(node.content))


def _linked(node: SyntaxTreeNode, look: Piece) -> Iterator[Piece]:
    target = _clean(str(node.attrs["href"]))
    inside = replace(look, link=target)
    yield from pieces_of(node.children, inside) if plain(node) else [replace(inside, text=target)]


def _clean(text: str) -> str:
    return NO_XML.sub("\ufffd", text)


class _Walk:
    """Walks through blocks as the writer of DOCX does."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines

    def block(self, node: SyntaxTreeNode, lists: int, quotes: int, kind: Kind) -> Iterator[Printed]:
        """Yield the blocks of a node.

        Args:
            node: the node.
            lists: in how many lists it stands.
            quotes: in how many quotes.
            kind: what a paragraph is here.
        """
        depth = lists + quotes
        if node.type == "heading":
            yield from self._made(node, "heading", int(node.tag[1:]))
        elif node.type in ("bullet_list", "ordered_list"):
            first: Kind = "bullet" if node.type == "bullet_list" else "number"
            for item in node.children:
                for position, child in enumerate(item.children):
                    yield from self.block(child, lists + 1, quotes, "more" if position else first)
        elif node.type == "blockquote":
            for child in node.children:
                yield from self.block(child, lists, quotes + 1, "more" if lists else "quote")
        elif node.type in ("fence", "code_block"):
            yield from self._made(node, "code", depth)
        elif node.type == "paragraph":
            level = min(depth - 1, _DEEPEST) if kind in ("bullet", "number") else depth
            yield from self._made(node, kind, level)

    def _made(self, node: SyntaxTreeNode, kind: Kind, level: int) -> Iterator[Printed]:
        if kind == "code":
            pieces: tuple[Piece, ...] = (Piece(_clean(node.content).strip("\n")),)
        else:
            pieces = tidy(pieces_of([part for inline in node.children for part in inline.children]))
        if node.map and any(one.text.strip() for one in pieces):
            yield Printed(Block(kind, level, pieces), *node.map, self._prefix(node))

    def _prefix(self, node: SyntaxTreeNode) -> str:
        line = self.lines[node.map[0] if node.map else 0].rstrip()
        first = node.children[0].content.split("\n")[0].rstrip() if node.children else ""
        if not line.endswith(first) or (node.type == "heading" and "#" not in line):
            return ""
        return line[: len(line) - len(first)] if first else ""


def _joined(found: Iterator[Printed]) -> Iterator[Printed]:
    """Yield blocks, those of code right after each other as one: a DOCX does not tell them apart."""
    last: Printed | None = None
    for one in found:
        if last and last.block.kind == one.block.kind == "code" and last.block.level == one.block.level:
            text = f"{last.block.text}\n{one.block.text}"
            last = Printed(replace(last.block, pieces=(Piece(text),)), last.first, one.after, last.prefix)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last
