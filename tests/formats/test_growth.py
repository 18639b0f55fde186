"""Long documents: the work for one grows with its length, not with the square of it."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from scm_cli.formats import word_look
from scm_cli.formats.html import page
from scm_cli.formats.markdown import tree
from scm_cli.formats.text import text
from scm_cli.formats.word import _Writer

BLOCKS = {
    "paragraphs": "Absatz\n\n",
    "items": "- a\n",
    "lists": "- a\n\nb\n\n",
    "numbered lists": "1. a\n\nb\n\n",
    "quotes": "> a\n\nb\n\n",
    "headings": "### a\n\n",
    "links": "[a](https://example.org/{n})\n\n",
    "marks": "**a** *b* `c`\n\n",
    "outcomes": "**Beschluss B1-{n}:** a\n\n",
    "signers": "- **Anna Beispiel {n}**: ________\n",
}


def calls(work: Callable[[], object]) -> int:
    """Return how many functions are called in some work, Python's own among them."""
    count = 0

    def noted(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(noted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def markdown(block: str, count: int) -> str:
    return "# Titel\n\n" + "".join(block.replace("{n}", str(number)) for number in range(count))


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_word_document_twice_as_long_is_twice_the_work(kind: str) -> None:
    def work(count: int) -> int:
        nodes = tree(markdown(BLOCKS[kind], count)).children
        writer = _Writer(word_look.new("de", "Titel"), "Unterschrift" if kind == "signers" else "")
        return calls(lambda: writer.document(nodes))

    work(5)  # what is looked up once
    once = work(100)
    assert once < 150_000
    assert work(200) < 2.2 * once


@pytest.mark.parametrize("kind", BLOCKS)
@pytest.mark.parametrize("shown", [lambda made: page(made, "de"), text], ids=["html", "text"])
def test_a_page_twice_as_long_is_twice_the_work(kind: str, shown: Callable[[str], str]) -> None:
    def work(count: int) -> int:
        made = markdown(BLOCKS[kind], count)
        return calls(lambda: shown(made))

    work(5)
    once = work(100)
    assert work(200) < 2.2 * once
