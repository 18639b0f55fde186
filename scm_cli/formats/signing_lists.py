"""Lists to be signed: every entry ends in a line, `- Anna Beispiel (Musterstadt): ____`."""

import re
from collections.abc import Iterator
from typing import Final

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from scm_cli.formats.markdown import plain

_LINE: Final = re.compile(r"(?P<who>(?s:.*)): _{8,}")
_EMPTY: Final = re.compile(r"_+")


def is_signed(block: SyntaxTreeNode) -> bool:
    """Say whether a block is such a list: nothing but single paragraphs that end in a line."""
    return block.type == "bullet_list" and all(
        len(item.children) == 1 and item.children[0].type == "paragraph" and _LINE.fullmatch(plain(item))
        for item in block.children
    )


def signers(block: SyntaxTreeNode) -> Iterator[SyntaxTreeNode | None]:
    """Yield of each entry the paragraph before its line; None where a name is to be written, too.

    The line is taken off the text itself.
    """
    for item in block.children:
        paragraph = item.children[0]
        inline = paragraph.children[0]
        last = inline.children[-1].token
        if last is None or _EMPTY.fullmatch(plain(item).partition(":")[0]):
            yield None
            continue
        last.content = re.sub(": _+$", "", last.content)
        yield paragraph


def as_table(block: SyntaxTreeNode, heading: str, styles: dict[str, str]) -> Iterator[Token]:
    """Yield the tokens of such a list as a table: who signs, and where.

    Args:
        block: the list.
        heading: stands above the column for signatures.
        styles: of `table`, `th` and `td`.
    """
    yield _open("table", styles["table"], cellspacing="0", width="100%")
    yield from _row([None, [Token("text", "", 0, content=heading)]], "th", styles["th"])
    for paragraph in signers(block):
        inline = paragraph.children[0].token if paragraph else None
        parts = inline.children if inline else None
        yield from _row([parts, None], "td", styles["td"])
    yield _close("table")


def _row(cells: list[list[Token] | None], tag: str, style: str) -> Iterator[Token]:
    yield _open("tr")
    for parts in cells:
        yield _open(tag, style, width="50%", align="left")
        yield Token("inline", "", 0, children=parts or [Token("text", "", 0, content="\u00a0")], content="")
        yield _close(tag)
    yield _close("tr")


def _open(tag: str, style: str = "", **attributes: str | float) -> Token:
    attributes |= {"style": style} if style else {}
    return Token(f"{tag}_open", tag, 1, attrs=attributes, block=True)


def _close(tag: str) -> Token:
    return Token(f"{tag}_close", tag, -1, block=True)
