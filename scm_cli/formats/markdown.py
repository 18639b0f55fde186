"""The Markdown of a document as other formats need it: read by CommonMark, links checked, images as links."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, zip_longest
from types import ModuleType, SimpleNamespace
from typing import Final, cast
from urllib.parse import quote

from markdown_it import MarkdownIt, helpers
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from scm_cli.formats.brackets import label_end
from scm_cli.notation.inline import escape

# Only these may stand behind a link (RFC 3986, section 3.1: a scheme is case-insensitive).
_ALLOWED: Final = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
# An address written plainly in a text, without the punctuation of the sentence around it.
_PLAIN_ADDRESS: Final = re.compile(r"(?<![\w/])https?://[^\s<>\"„“”‚‘’«»]*[^\s<>\"„“”‚‘’«».,;:!?'…]")


_BRACKET: Final = r"(?<!\\)[\[\]]"
_BACKSLASHED: Final = r"\\\g<0>"


class _Reader(MarkdownIt):
    """CommonMark without raw HTML; what links elsewhere than the web or to a mailbox stays text."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False, "maxNesting": 100})
        self.helpers = cast(
            "ModuleType",
            SimpleNamespace(
                parseLinkDestination=helpers.parseLinkDestination,
                parseLinkTitle=helpers.parseLinkTitle,
                parseLinkLabel=label_end,
            ),
        )

    def validateLink(self, url: str) -> bool:  # noqa: N802 — markdown-it's name
        """Say whether a link may lead there."""
        return _ALLOWED.match(url.strip()) is not None


@cache
def reader() -> MarkdownIt:
    """Return what reads and renders the Markdown of documents."""
    made = _Reader()
    made.core.ruler.push("links", _links)
    return made


def tokens(markdown: str) -> list[Token]:
    """Return the document as markdown-it's tokens."""
    return reader().parse(markdown)


def tree(markdown: str) -> SyntaxTreeNode:
    """Return the document as a tree of blocks."""
    return SyntaxTreeNode(tokens(markdown))


def title(markdown: str) -> str:
    """Return the text of the first heading of the highest level; empty where there is none."""
    headings = [node for node in tree(markdown).children if node.type == "heading"]
    first = min(headings, key=lambda node: node.tag, default=None)
    return plain(first) if first else ""


def index(name: str, links: Iterable[tuple[str, str]]) -> str:
    """Return a page that lists files beside it: their names, and what is in them."""
    lines = (f"- [{re.sub(_BRACKET, _BACKSLASHED, escape(what))}]({quote(file)})" for file, what in links)
    return "\n".join([f"# {escape(name)}", "", *lines, ""])


def plain(node: SyntaxTreeNode) -> str:
    """Return the text of a block or of a part of one, without its marks, in one line."""
    if node.type in ("softbreak", "hardbreak"):
        return " "
    return "".join(map(plain, node.children)) if node.children else node.content


def head_list(blocks: Sequence[SyntaxTreeNode]) -> SyntaxTreeNode | None:
    """Return the list of facts right after the title, or None."""
    for block, after in pairwise(blocks):
        if block.type == "heading" and block.tag == "h1":
            return after if after.type == "bullet_list" else None
    return None


def with_next(blocks: Sequence[SyntaxTreeNode]) -> list[tuple[SyntaxTreeNode, SyntaxTreeNode | None]]:
    """Return every block with the one after it."""
    return list(zip_longest(blocks, blocks[1:]))


def fact(item: str) -> tuple[str, str]:
    """Split one fact of the head into its label, with the colon, and the rest; no label where it has none."""
    label, colon, rest = item.partition(": ")
    return (f"{label}:", f" {rest}") if colon else ("", item)


def is_outcome(inline: SyntaxTreeNode) -> bool:
    """Say whether a paragraph's text begins with a label: of a decision, an election or a task."""
    first = next((node for node in inline.children if node.type != "text" or node.content), None)
    return first is not None and first.type == "strong" and plain(first).endswith(":")


def _links(state: StateCore) -> None:
    """Make images and plain addresses links: a document requests nothing and leads where it says."""
    for token in state.tokens:
        if token.type == "inline" and token.children:
            token.children = list(_linked(token.children))


def _linked(children: Sequence[Token]) -> Iterator[Token]:
    inside = 0
    for token in children:
        inside += token.nesting if token.type in ("link_open", "link_close") else 0
        if token.type == "image":
            text = _text(token.content)
            yield from [text] if inside else _link(str(token.attrs["src"]), text)
        elif token.type == "text" and not inside:
            yield from _addresses(token.content)
        else:
            yield token


def _addresses(text: str) -> Iterator[Token]:
    begin = 0
    for match in _PLAIN_ADDRESS.finditer(text):
        address = _balanced(match[0])
        yield _text(text[begin : match.start()])
        yield from _link(reader().normalizeLink(address), _text(address))
        begin = match.start() + len(address)
    yield _text(text[begin:])


def _balanced(address: str) -> str:
    """Return an address without closing brackets at its end that it has not opened."""
    surplus = address.count(")") - address.count("(")
    closing = len(address) - len(address.rstrip(")"))
    return address[: len(address) - max(0, min(surplus, closing))]


def _link(target: str, text: Token) -> Iterator[Token]:
    yield Token("link_open", "a", 1, attrs={"href": target})
    yield text
    yield Token("link_close", "a", -1)


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
