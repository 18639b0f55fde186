"""A DOCX as blocks: paragraphs in their order, tables as lines; what only the document has is left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final
from xml.etree import ElementTree as ET

from scm_cli.errors import BadData, Problem
from scm_cli.formats.corrected.blocks import Block, Piece, tidy
from scm_cli.formats.corrected.content import Content, mark_is_gone
from scm_cli.formats.corrected.package import Package, child, name, package, value
from scm_cli.formats.corrected.styles import Styles
from scm_cli.locale import corrected as say

_INSIDE: Final = frozenset(["sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"])
_CELLS: Final = " | "


@dataclass(frozen=True)
class Comment:
    """What somebody noted in the margin, and the text it is about."""

    author: str
    about: str
    text: str


@dataclass(frozen=True)
class Corrected:
    """A document as it came back.

    Args:
        blocks: its text.
        comments: in the order of the document.
        passed_over: what was found that is no text, as codes.
    """

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...]
    passed_over: tuple[str, ...]


def corrected(data: bytes, path: str) -> Corrected:
    """Return what stands in a DOCX.

    Args:
        data: the file.
        path: its name in messages.

    Raises:
        BadData: it is no DOCX that can be read, or nothing stands in it.
    """
    opened = package(data, path)
    try:
        found = _Reader(opened).read()
    except RecursionError as error:
        raise BadData([Problem(path, 0, "", say.BROKEN(), say.ALLOWED_AGAIN())]) from error
    if not found.blocks:
        raise BadData([Problem(path, 0, "", say.EMPTY(), say.ALLOWED_PROTOCOL())])
    return found


class _Reader:
    def __init__(self, opened: Package) -> None:
        self.package = opened
        self.styles = Styles(opened)
        self.content = Content(self.styles, opened.targets)
        self.begun: tuple[ET.Element | None, list[Piece]] | None = None

    def read(self) -> Corrected:
        body = child(self.package.document, "body")
        blocks = tuple(_joined(chain(self.blocks(body if body is not None else ()), self.rest())))
        return Corrected(blocks, tuple(self.comments()), tuple(sorted(self.content.passed_over)))

    def blocks(self, container: Iterable[ET.Element]) -> Iterator[Block]:
        """Yield the blocks of the body or a part of it."""
        for one in container:
            if name(one) == "p":
                yield from self.paragraph(one)
            elif name(one) == "tbl":
                yield from self.table(one)
            elif name(one) == "altChunk":
                self.content.passed_over.add("inserted")
            elif name(one) in _INSIDE:
                yield from self.blocks(one)

    def paragraph(self, paragraph: ET.Element) -> Iterator[Block]:
        """Yield a paragraph, together with those before it whose ends were deleted; none that is empty."""
        properties = child(paragraph, "pPr")
        pieces = list(self.content.pieces(paragraph))
        if self.begun:
            before, begun = self.begun
            properties = before if any(one.text.strip() for one in begun) else properties
            pieces = begun + pieces
        self.begun = (properties, pieces) if mark_is_gone(paragraph) else None
        if self.begun is None:
            yield from self._made(properties, pieces)

    def rest(self) -> Iterator[Block]:
        """Yield the last paragraph where its own end was deleted."""
        if self.begun:
            yield from self._made(*self.begun)

    def _made(self, properties: ET.Element | None, pieces: list[Piece]) -> Iterator[Block]:
        found = self.styles.kind(properties)
        if found is None:
            return
        kind, level = found
        made = _code(pieces) if kind == "code" else tidy(pieces)
        if any(one.text.strip() for one in made):
            yield Block(kind, level, made)

    def table(self, table: ET.Element) -> Iterator[Block]:
        """Yield the rows of a table as lines; none of the one below a protocol in which people sign."""
        rows = [list(self.cells(row)) for row in table if name(row) == "tr" and child(row, "trPr", "del") is None]
        if rows and all(len(row) == 3 and not row[1] and row[0] for row in rows):
            return
        for row in rows:
            if text := _CELLS.join(row).strip():
                yield Block("text", 0, (Piece(text),))

    def cells(self, row: ET.Element) -> Iterator[str]:
        for one in row:
            if name(one) == "tc":
                yield " ".join(block.text.replace("\n", " ") for block in self.blocks(one)).strip()
            elif name(one) in _INSIDE:
                yield from self.cells(one)

    def comments(self) -> Iterator[Comment]:
        """Yield the comments in the order of what they are about (17.13.4.2)."""
        texts = {value(one, "id"): one for one in self.package.comments if name(one) == "comment"}
        for number, about in self.content.commented.items():
            if number in texts:
                inner = Content(self.styles, {})
                paragraphs = (one for one in texts[number].iter() if name(one) == "p")
                said = (" ".join(piece.text for piece in inner.pieces(one)) for one in paragraphs)
                yield Comment(value(texts[number], "author"), _line(about), _line(" ".join(said)))


def _code(pieces: list[Piece]) -> tuple[Piece, ...]:
    return (Piece("".join(one.text for one in pieces).strip("\n")),)


def _line(text: str) -> str:
    return " ".join(text.split())


def _joined(blocks: Iterator[Block]) -> Iterator[Block]:
    """Yield blocks, with lines of code that word processors made paragraphs of put together again."""
    last: Block | None = None
    for block in blocks:
        if last and last.kind == block.kind == "code" and last.level == block.level:
            last = Block("code", last.level, (Piece(f"{last.text}\n{block.text}"),))
            continue
        if last:
            yield last
        last = block
    if last:
        yield last
