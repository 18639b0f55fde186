"""The ends of links' texts: found as markdown-it finds them, with work that grows no faster than the text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline

from scm_cli.formats.markdown import reader

PIECES = [
    "[",
    "]",
    "![",
    "](",
    ")",
    "](/a)",
    "][b]",
    "[b]",
    "[]",
    "a",
    "*",
    "`",
    "\\",
    "<",
    ">",
    "<http://a>",
    "\n",
    " ",
]
DEFINED = "[b]: http://x\n\n"
HOSTILE = ["[", "![", "[a](", "[[a]", "[](", "![[", "[*", "[`", "[a]", "]", "[<", "[a][", "![a]("]


def plain() -> MarkdownIt:
    """Return a reader that finds them by itself."""
    made = type(reader())()
    made.helpers = MarkdownIt().helpers
    return made


def read(made: MarkdownIt, text: str) -> list[object]:
    return [token.as_dict() for token in made.parse(text)]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(["", DEFINED]))
@example("[" * 130 + "a" + "](http://b)" * 130, "")
@example("![" * 130 + "a" + "](http://b)" * 130, "")
@example("[![" * 60 + "a" + "](http://b)](http://c)" * 60, DEFINED)
@example("[a ![b](http://c) [d](http://e)](http://f)", "")
@example("[" * 101 + "]" * 101 + "[b]", DEFINED)
def test_they_are_found_as_markdown_it_finds_them(text: str, before: str) -> None:
    assert read(type(reader())(), before + text) == read(plain(), before + text)


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("end", ["", "]", "](http://b)"])
def test_the_work_grows_no_faster_than_the_text(piece: str, end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0
    skip = ParserInline.skipToken

    def counted(inline: ParserInline, state: StateInline) -> None:
        nonlocal looked
        looked += 1
        skip(inline, state)

    monkeypatch.setattr(ParserInline, "skipToken", counted)

    def work(count: int) -> int:
        nonlocal looked
        looked = 0
        type(reader())().parse(piece * count + end * count)
        return looked

    once = work(1_000)
    assert once < 8_000
    assert work(2_000) < 2.5 * once + 10
