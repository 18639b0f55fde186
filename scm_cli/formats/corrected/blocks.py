"""What a document consists of, whether it came as DOCX or as Markdown: blocks, each with its pieces of text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, Literal
from urllib.parse import unquote

from scm_cli.notation.reading.mail import undone

Kind = Literal["heading", "bullet", "number", "more", "quote", "code", "text"]
"""`more` is a further paragraph of a list's item."""

_AROUND_ADDRESS: Final = r"^\s*(?:https?://|mailto:)|/?\s*$"

LISTS: Final = frozenset(["bullet", "number"])


@dataclass(frozen=True)
class Piece:
    """Text that looks alike throughout.

    Args:
        text: LF is a line break within the paragraph.
        link: where it leads; empty where it leads nowhere, or just to what it says.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it has no look of its own."""
        return self == Piece(self.text)


@dataclass(frozen=True)
class Block:
    """One paragraph.

    Args:
        kind: what it is.
        level: of a heading from 1; of an item of a list from 0; of anything else how deep it stands.
        pieces: its text.
    """

    kind: Kind
    level: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Its text without looks."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def said(self) -> str:
        """Its text as everybody reads it: whatever word processors and mail programs do to quotes and spaces."""
        return spoken(self.text)

    @property
    def looks(self) -> tuple[tuple[str, bool, bool, bool, str], ...]:
        """Its text with what it looks like and leads to, comparable."""
        return looks_of(self.pieces)


def looks_of(pieces: Iterable[Piece]) -> tuple[tuple[str, bool, bool, bool, str], ...]:
    """Return pieces comparable, however their quotes and links are spelled."""
    return tuple(
        (spoken(one.text), one.bold, one.italic, one.code, unquote(one.link).rstrip("/").lower()) for one in pieces
    )


def spoken(text: str) -> str:
    """Return a text with plain quotes, single spaces, and one hyphen for each dash, however it was typed."""
    return re.sub(r"-{2,}", "-", undone(text))


def tidy(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces without outer white space, none like its neighbour; white space has no look of its own."""
    parts = [part for piece in _without_addresses(pieces) for part in _parts(piece)]
    for n, part in enumerate(parts):
        if not part.text.strip() and not part.code:
            before, after = (parts[n - 1] if n else Piece("")), (parts[n + 1] if n + 1 < len(parts) else Piece(""))
            parts[n] = _between(part, before, after)
    made = [replace(same[0], text=text if same[0].code else _spaced(text)) for text, same in _alike(parts)]
    return _trimmed(made)


def _without_addresses(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces without the links that word processors and scm make of addresses by themselves."""
    for link, same in groupby(pieces, lambda one: one.link):
        group = list(same)
        shown = "" if _says("".join(one.text for one in group), link) else link
        yield from (replace(one, link=shown) for one in group)


def _says(text: str, target: str) -> bool:
    """Say whether a link's text is where it leads."""
    bare, plain = (re.sub(_AROUND_ADDRESS, "", unquote(one), flags=re.IGNORECASE) for one in (target, text))
    return bare.casefold() == plain.casefold()


def _parts(piece: Piece) -> Iterator[Piece]:
    """Yield the words of a piece and the white space around them."""
    if piece.code:
        yield piece
        return
    for text in re.findall(r"\s+|\S(?:.*\S)?", piece.text, re.DOTALL):
        yield replace(piece, text=text)


def _between(gap: Piece, before: Piece, after: Piece) -> Piece:
    """Return white space with the look that both its neighbours have."""
    return Piece(
        gap.text,
        bold=before.bold and after.bold,
        italic=before.italic and after.italic,
        link=before.link if before.link == after.link else "",
    )


def _alike(parts: Sequence[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    for _, same in groupby(parts, lambda one: replace(one, text="")):
        group = list(same)
        yield "".join(one.text for one in group), group


def _spaced(text: str) -> str:
    """Return a text with single spaces, and none beside a line break."""
    return re.sub(r" *\n *", "\n", re.sub(r"[^\S\n]+", " ", text))


def _trimmed(pieces: list[Piece]) -> tuple[Piece, ...]:
    if pieces and not pieces[0].code:
        pieces[0] = replace(pieces[0], text=pieces[0].text.lstrip())
    if pieces and not pieces[-1].code:
        pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip())
    return tuple(piece for piece in pieces if piece.text)
