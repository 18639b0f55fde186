"""Addenda after an approved protocol."""

from datetime import date

from markdown_it import MarkdownIt
from protocols import printing

from scm_cli.model.agenda import Item
from scm_cli.model.record import Amendment
from scm_cli.notation.addenda import with_addenda

DAY = date(2024, 11, 12)
TEXT = "# Protokoll\n\nText\n"
AGENDA = (Item(id="a", title="A", top="3"), Item(id="b", title="B", internal=True))


def test_without_addenda_the_text_is_untouched() -> None:
    assert with_addenda(TEXT, printing(*AGENDA)) == TEXT


def test_addenda_stand_after_the_text_in_both_languages() -> None:
    given = (
        Amendment(number=1, on=DAY, item="a", text="Es waren 12."),
        Amendment(number=2, on=DAY, item="b", text="# *Neu*"),
        Amendment(number=3, on=DAY, text="Erste Zeile\n## TOP 9 Zweite"),
    )
    assert with_addenda(TEXT, printing(*AGENDA, amendments=given)) == (
        f"{TEXT}\n## Nachträge\n\n"
        "Nachtrag 1 vom 12.11.2024 (TOP 3): Es waren 12.\n\n"
        "Nachtrag 2 vom 12.11.2024 (TOP 4, nichtöffentlich): # \\*Neu\\*\n\n"
        "Nachtrag 3 vom 12.11.2024:\n\n> Erste Zeile\n>  ## TOP 9 Zweite\n"
    )
    english = with_addenda(TEXT, printing(*AGENDA, amendments=given[:1], lang="en"))
    assert english.endswith("\n## Addenda\n\nAddendum 1 of 12 November 2024 (Item 3): Es waren 12.\n")


def test_an_addendum_renders_as_what_was_typed() -> None:
    typed = "1 * 2 * 3 <b> [x](y) `code` &amp;"
    text = with_addenda(TEXT, printing(amendments=(Amendment(number=1, on=DAY, text=typed),)))
    (inline,) = [
        token for token in MarkdownIt("commonmark", {"html": False}).parse(text) if "Nachtrag 1" in token.content
    ]
    children = inline.children or []
    assert "".join(child.content for child in children) == f"Nachtrag 1 vom 12.11.2024: {typed}"
    assert {child.type for child in children} <= {"text"}
