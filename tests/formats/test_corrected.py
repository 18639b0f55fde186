"""A protocol that comes back as DOCX: what was not touched is what was printed, what was touched alone changes."""

from dataclasses import replace

import pytest
from documented import MADE, NOTES, example
from hypothesis import given, settings
from printable import PROSE, printings

from scm_cli.documents.document import Document
from scm_cli.formats.corrected.document import corrected
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


def test_every_block_of_markdown_comes_back() -> None:
    markdown = f"# T\n\n## TOP 1 x\n\n{NOTES.read_text()}"
    assert back(replace(example(), markdown=markdown)) == markdown
