"""Documents as DOCX, opened again by python-docx and compared with the structure of their Markdown."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date
from io import BytesIO
from typing import Any

import docx as python_docx
import pytest
from documented import MADE, NOTES, changed, example, written
from docx.oxml.ns import qn
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from printable import LINES, printings

from scm_cli.documents.document import Document
from scm_cli.formats.word import docx
from scm_cli.model.record import Signature
from scm_cli.notation.context import Printing
from scm_cli.notation.inline import escape
from scm_cli.notation.protocol import protocol


def opened(document: Document) -> Any:
    """Return a document opened again; all of its parts are well-formed XML."""
    return python_docx.Document(BytesIO(docx(document, MADE)))


def shown(paragraph: Any) -> str:
    """Return a paragraph's text with that of its links."""
    return "".join(
        {qn("w:t"): node.text or "", qn("w:br"): "\n", qn("w:tab"): "\t"}.get(node.tag, "")
        for node in paragraph._p.iter()
    )


def structure(made: Any) -> list[tuple[str, str]]:
    """Return style and text of every paragraph of the body outside tables."""
    return [(one.style.name, shown(one)) for one in made.paragraphs if one.text or shown(one)]


def expected(nodes: list[SyntaxTreeNode], *, listed: str = "", quoted: bool = False) -> Iterator[tuple[str, str]]:
    """Yield style and text of every paragraph that Markdown read by the stock library asks for."""
    for node in nodes:
        if node.type == "heading":
            yield f"Heading {node.tag[1:]}", text(node)
        elif node.type in ("bullet_list", "ordered_list"):
            style = "List Bullet" if node.type == "bullet_list" else "List Number"
            for item in node.children:
                yield from expected(item.children, listed=style)
        elif node.type == "blockquote":
            yield from expected(node.children, quoted=True)
        elif node.type in ("fence", "code_block"):
            yield "Code", node.content.rstrip("\n")
        elif node.type == "paragraph":
            style = listed or ("Quote" if quoted else "Normal")
            yield style, text(node)
        listed = "List Continue" if listed else ""


def text(node: SyntaxTreeNode) -> str:
    if node.type in ("softbreak", "hardbreak"):
        return " " if node.type == "softbreak" else "\n"
    return "".join(map(text, node.children)) if node.children else node.content


def stock(markdown: str) -> list[SyntaxTreeNode]:
    return SyntaxTreeNode(MarkdownIt("commonmark", {"html": False, "maxNesting": 100}).parse(markdown)).children


@pytest.mark.parametrize(
    "document",
    [example(), example(lang="en"), example("agenda"), example("agenda", number=8)],
    ids=["protocol", "english", "agenda", "planned"],
)
def test_headings_lists_and_paragraphs_are_those_of_the_markdown(document: Document) -> None:
    assert structure(opened(document)) == list(expected(stock(document.markdown)))


def test_notes_of_every_kind_keep_their_structure() -> None:
    markdown = NOTES.read_text().replace("![Bild]", "[Bild]").replace("(javascript:alert(1))", "")
    assert structure(opened(written(markdown))) == list(expected(stock(markdown)))


def numbering(paragraph: Any) -> tuple[int, int]:
    """Return the list and level of a paragraph."""
    properties = paragraph._p.pPr.numPr
    return properties.numId.val, properties.ilvl.val


def test_each_numbered_list_counts_for_itself_and_levels_nest() -> None:
    made = opened(written("3. a\n4. b\n   - c\n     1. d\n\nx\n\n1. e"))
    items = {shown(one): numbering(one) for one in made.paragraphs if one.style.name.startswith("List")}
    assert [level for _, level in items.values()] == [0, 0, 1, 2, 0]
    assert items["a"][0] == items["b"][0]
    assert len({items[name][0] for name in "acde"}) == 4
    nums = made.part.numbering_part.element
    starts = {one.numId: [int(start.val) for start in one.iter(qn("w:startOverride"))] for one in nums.num_lst}
    assert [starts[items[name][0]] for name in "ade"] == [[3], [1], [1]]


def test_lists_nested_beyond_words_nine_levels_stay_lists() -> None:
    made = opened(written("".join(f"{'  ' * depth}- {depth}\n" for depth in range(12))))
    assert [numbering(one)[1] for one in made.paragraphs] == [*range(9), 8, 8, 8]


def test_marks_and_links_are_real() -> None:
    made = opened(written("a **b *c*** `d` [e](https://example.org/e) ![f](https://example.org/f)"))
    (paragraph,) = made.paragraphs
    runs = {run.text: run for run in paragraph.runs}
    assert (runs["b "].bold, runs["b "].italic) == (True, None)
    assert (runs["c"].bold, runs["c"].italic) == (True, True)
    assert runs["d"].style.name == "Verbatim"
    assert [(link.text, link.address) for link in paragraph.hyperlinks] == [
        ("e", "https://example.org/e"),
        ("f", "https://example.org/f"),
    ]


def test_labels_of_the_head_are_no_bold_text_of_the_document() -> None:
    made = opened(written("# T\n\n- Ort: A\n- ohne"))
    first, second = made.paragraphs[1:3]
    label = first.runs[0]
    assert (label.text, label.style.name, label.bold) == ("Ort:", "Label", None)
    assert [run.text for run in second.runs] == ["ohne"]


def test_every_page_is_numbered_in_the_language_of_the_document() -> None:
    for lang, begin, of in (("de", "Seite", "von"), ("en", "Page", "of")):
        made = opened(example(lang="de" if lang == "de" else "en"))
        (footer,) = made.sections[0].footer.paragraphs
        assert f"\t{begin} 1 {of} 1" in footer.text
        assert [one.text for one in footer._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_the_document_says_what_it_is() -> None:
    made = opened(changed(example(), group={"organisation": "Zweckverband Musterland"}))
    core = made.core_properties
    assert (core.title, core.author) == ("Protokoll der 7. Sitzung der AG Beispielregion", "Zweckverband Musterland")
    assert (core.language, core.comments, core.revision) == ("de-DE", "", 1)
    assert core.created.replace(tzinfo=UTC) == core.modified.replace(tzinfo=UTC) == MADE
    styles = made.styles.element
    assert [one.get(qn("w:val")) for one in styles.iter(qn("w:lang"))] == ["de-DE"]
    assert (made.sections[0].page_width.cm, made.sections[0].page_height.cm) == (
        pytest.approx(21, 0.01),
        pytest.approx(29.7, 0.01),
    )
    assert opened(example(lang="en")).core_properties.language == "en-GB"


def test_who_signs_has_a_line() -> None:
    by = (
        Signature(by="anna-beispiel", on=date(2024, 9, 30)),
        Signature(by="Clara Kern", role="member"),
        Signature(by="frida-ohm", role="minute-taker", on=date(2024, 10, 1)),
    )
    signed = changed(example(), signed=by)
    cells = [[cell.text for cell in row.cells] for row in opened(signed).tables[0].rows]
    assert cells == [
        [
            "unterzeichnet am 30.09.2024\nAnna Beispiel\nLeitung",
            "",
            "unterzeichnet am 01.10.2024\nFrida Ohm\nProtokollführung",
        ],
        ["\nClara Kern\nMitglied", "", ""],
    ]


def test_lines_for_signatures_need_no_names_and_stand_below_protocols_alone() -> None:
    nobody = changed(example(), chair=None, minute_taker=None)
    assert [cell.text for cell in opened(nobody).tables[0].rows[0].cells] == [
        "\nDatum, Unterschrift\nLeitung",
        "",
        "\nDatum, Unterschrift\nProtokollführung",
    ]
    assert opened(example("agenda")).tables == []


def test_properties_of_paragraphs_stand_in_the_order_of_the_format() -> None:
    data = docx(written(NOTES.read_text()), MADE)
    xml = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    order = ["pStyle", "keepNext", "keepLines", "numPr", "pBdr", "shd", "tabs", "spacing", "ind", "jc"]
    for properties in re.findall(r"<w:pPr>(.*?)</w:pPr>", xml, re.DOTALL):
        within = re.sub(r"<w:(numPr|pBdr|tabs)>.*?</w:\1>", r"<w:\1/>", properties, flags=re.DOTALL)
        names = re.findall(r"<w:(\w+)", within)
        assert names == sorted(names, key=order.index), names


def test_what_xml_cannot_hold_is_replaced() -> None:
    made = opened(written("# a\ufffeb\n\nc\uffff `d\ufffe` [e](https://example.org/e)\n"))
    assert structure(made) == [("Heading 1", "a\ufffdb"), ("Normal", "c\ufffd d\ufffd e")]


@settings(deadline=None, max_examples=30)
@given(LINES)
def test_text_of_any_kind_comes_back(line: str) -> None:
    made = opened(written(f"# {escape(line)}\n\n- x: {escape(line)}\n\n**Beschluss:** {escape(line)}\n"))
    clean = re.sub("[\ufffe\uffff]", "\ufffd", line)
    assert [text for _, text in structure(made)] == [clean, f"x: {clean}", f"Beschluss: {clean}"]


@settings(deadline=None, max_examples=30)
@given(printings())
def test_protocols_of_any_text_can_be_opened(printing: Printing) -> None:
    document = replace(example(), markdown=protocol(printing), printing=printing)
    made = opened(document)
    asked = [text for style, text in expected(stock(document.markdown)) if style.startswith("Heading")]
    found = [text for style, text in structure(made) if style.startswith("Heading")]
    assert found == [re.sub("[\ufffe\uffff]", "\ufffd", text) for text in asked if text]
