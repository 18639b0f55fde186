"""A protocol that comes back as DOCX: what was not touched is what was printed, what was touched alone changes."""

from dataclasses import replace

import pytest
from documented import MADE, NOTES, example
from hypothesis import example as counterexample
from hypothesis import given, settings
from hypothesis import strategies as st
from printable import LINES, PROSE, printings

from scm_cli.documents.document import Document
from scm_cli.formats.corrected.blocks import Block, Piece, tidy
from scm_cli.formats.corrected.document import corrected
from scm_cli.formats.corrected.printed import printed
from scm_cli.formats.corrected.restored import restored
from scm_cli.formats.word import docx
from scm_cli.locale import Lang
from scm_cli.notation.context import Printing
from scm_cli.notation.notes import guard, normalise
from scm_cli.notation.protocol import protocol


def back(document: Document) -> str:
    """Return what a document reads as after it was a DOCX."""
    return restored(corrected(docx(document, MADE), "x.docx").blocks, document.markdown)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_what_nobody_touched_is_what_was_printed(lang: Lang) -> None:
    document = example(lang=lang)
    assert back(document) == document.markdown


@settings(deadline=None, max_examples=60)
@given(printings())
def test_protocols_of_any_text_come_back_as_they_were_printed(printing: Printing) -> None:
    document = replace(example(), markdown=protocol(printing), printing=printing)
    assert back(document) == document.markdown


@settings(deadline=None, max_examples=60)
@given(PROSE)
def test_notes_of_any_kind_come_back_as_they_were_printed(notes: str) -> None:
    markdown = f"# T\n\n## TOP 1 x\n\n{guard(normalise(notes))}".rstrip() + "\n"
    assert back(replace(example(), markdown=markdown)) == markdown


@pytest.mark.parametrize(
    "notes",
    [
        "- a\n>     b",  # code that follows without an empty line, in a quotation or a list, or is followed so
        "1. a\n\t~~~\n\tb",
        "> 1. a\n> 1. ```\n>     b",
        "    a\nb",
        "> - \n  a\n~~~\n> b",
        ">\n> ```\n> a",
        "> - a\n> - ```\n>\n>   b",
    ],
)
def test_code_comes_back_with_as_many_empty_lines_as_it_had(notes: str) -> None:
    markdown = f"# T\n\n## TOP 1 x\n\n{guard(normalise(notes))}\n"
    assert back(replace(example(), markdown=markdown)) == markdown


def test_every_block_of_markdown_comes_back() -> None:
    markdown = f"# T\n\n## TOP 1 x\n\n{NOTES.read_text()}"
    assert back(replace(example(), markdown=markdown)) == markdown


PIECES = st.builds(
    Piece,
    LINES,
    bold=st.booleans(),
    italic=st.booleans(),
    code=st.sampled_from([False, False, True]),
    link=st.sampled_from(["", "", "https://example.org/a_(b)"]),
)
TEXTS = st.lists(PIECES, min_size=1, max_size=3).map(tidy).filter(lambda pieces: pieces != ())
BLOCKS = st.builds(Block, st.sampled_from(["text", "bullet", "number"]), st.just(0), TEXTS)
EDITS = st.lists(st.tuples(st.sampled_from(["put", "drop", "change"]), st.integers(0, 99), BLOCKS), max_size=3)


def together(blocks: list[Block]) -> list[Block]:
    """Return blocks, those of code right after each other as one: a DOCX does not tell them apart."""
    made: list[Block] = []
    for one in blocks:
        if made and made[-1].kind == one.kind == "code" and made[-1].level == one.level:
            made[-1] = replace(made[-1], pieces=(Piece(f"{made[-1].text}\n{one.text}"),))
        else:
            made.append(one)
    return made


@settings(deadline=None, max_examples=150)
@given(PROSE, EDITS)
@counterexample("1. \n   a", [("put", 1, Block("number", 0, (Piece("b"),)))])
@counterexample("> - a\n>   -\n>     b", [("put", 2, Block("bullet", 1, (Piece("c"),)))])
@counterexample("a\n  -", [("put", 1, Block("text", 0, (Piece("-"),)))])
@counterexample("a\n- b\n1. \nc", [("drop", 1, Block("text", 0, (Piece("x"),)))])
@counterexample("    a\nb\n\n    c", [("drop", 1, Block("text", 0, (Piece("x"),)))])
def test_what_was_changed_says_in_markdown_what_it_said_in_word(
    notes: str, edits: list[tuple[str, int, Block]]
) -> None:
    markdown = f"# T\n\n## TOP 1 x\n\nStart\n\n{guard(normalise(notes))}".rstrip() + "\n"
    came = [one.block for one in printed(markdown)]
    for what, place, block in edits:
        at = 3 + place % (len(came) - 2)
        if what == "put":
            came.insert(at, block)
        elif at < len(came) and what == "drop":
            del came[at]
        elif at < len(came) and came[at].kind not in ("code", "heading"):
            came[at] = replace(came[at], pieces=block.pieces)
    made = printed(restored(came, markdown))
    assert [one.block.said for one in made] == [one.said for one in together(came)]
