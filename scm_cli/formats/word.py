"""A document as DOCX by python-docx: real headings, real lists, links, page numbers, lines for signatures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from markdown_it.tree import SyntaxTreeNode

from scm_cli.documents.document import Document
from scm_cli.documents.signing import signature_lines
from scm_cli.formats import word_look as look
from scm_cli.formats.markdown import fact, head_list, is_outcome, plain, title, tree, with_next
from scm_cli.formats.signing_lists import is_signed, signers
from scm_cli.formats.word_lists import Lists
from scm_cli.formats.word_parts import Parts
from scm_cli.formats.word_signatures import sheet, signatures
from scm_cli.locale import letters as say

# What XML 1.0, section 2.2, does not allow.
NO_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_INDENTED: Final = frozenset(["bullet_list", "ordered_list", "blockquote"])


@dataclass(frozen=True)
class _Place:
    """Where a block stands: inside how many lists and quotes, and in which list."""

    lists: int = 0
    quotes: int = 0
    number: int = 0
    ordered: bool = False
    facts: bool = False
    first: bool = False

    @property
    def depth(self) -> int:
        return self.lists + self.quotes


@dataclass(frozen=True)
class _Marks:
    """How text looks."""

    bold: bool = False
    italic: bool = False
    code: bool = False


def docx(document: Document, now: datetime) -> bytes:
    """Return a document as DOCX.

    Args:
        document: the document.
        now: when it is written, for its properties.
    """
    name = title(document.markdown)
    made = look.new(document.lang, _clean(name))
    group = document.printing.group
    look.describe(made, _clean(name), _clean((group and (group.organisation or group.name)) or ""), now)
    writer = _Writer(made, say.SIGNATURE.to(document.lang) if document.kind == "attendance-sheet" else "")
    nodes = tree(document.markdown).children
    writer.document(nodes)
    if document.kind == "protocol" and not document.public:
        signatures(made, list(signature_lines(document.printing)), document.lang, _clean)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def _clean(text: str) -> str:
    return NO_XML.sub("\ufffd", text)


class _Writer:
    """Writes blocks of Markdown into a document, one after the other.

    Args:
        made: the document.
        sheet: what stands above the column for signatures of a list that is a table; empty where lists stay lists,
            so that a corrected protocol can be read back.
    """

    def __init__(self, made: Any, sheet: str) -> None:
        self.made = made
        self.sheet = sheet
        self.lists = Lists(made)
        self.parts = Parts(made)

    def document(self, nodes: Sequence[SyntaxTreeNode]) -> None:
        """Write all blocks; the facts after the title and the outcomes stand out."""
        facts = head_list(nodes)
        for node, after in with_next(nodes):
            if node is facts:
                self.list(node, replace(_Place(), facts=True))
            elif self.sheet and is_signed(node):
                sheet(self.made, signers(node), self.sheet, self.inline)
            elif node.type == "paragraph" and is_outcome(node.children[0]):
                paragraph = self.paragraph(node, _Place())
                look.outcome(paragraph, followed=after is not None and after.type == "blockquote")
            else:
                self.block(node, _Place())
            if node.type in _INDENTED and after is not None and after.type != "heading" and self.parts.last:
                look.apart(self.parts.last)

    def block(self, node: SyntaxTreeNode, place: _Place) -> None:
        """Write one block."""
        if node.type == "heading":
            paragraph = self.parts.paragraph(f"Heading {node.tag[1:]}")
            self.inline(paragraph, node)
        elif node.type in ("bullet_list", "ordered_list"):
            self.list(node, place)
        elif node.type == "blockquote":
            for child in node.children:
                self.block(child, replace(place, quotes=place.quotes + 1, first=False))
        elif node.type in ("fence", "code_block"):
            look.indent(paragraph := self.parts.paragraph("Code"), place.depth)
            paragraph.add_run(_clean(node.content.rstrip("\n")))
        elif node.type == "hr":
            look.rule(self.parts.paragraph())
        else:
            self.paragraph(node, place)

    def list(self, node: SyntaxTreeNode, place: _Place) -> None:
        """Write a list; each numbered one begins with its own number."""
        ordered = node.type == "ordered_list"
        level = place.depth
        if ordered:
            number = self.lists.numbered(level, int(node.attrs.get("start", 1)))
        else:
            number = self.lists.facts if place.facts else self.lists.bullets
        inside = replace(place, lists=place.lists + 1, number=number, ordered=ordered)
        for item in node.children:
            blocks = item.children
            if not blocks or blocks[0].type != "paragraph":
                self.paragraph(None, replace(inside, first=True))
            for position, block in enumerate(blocks):
                self.block(block, replace(inside, first=position == 0))

    def paragraph(self, node: SyntaxTreeNode | None, place: _Place) -> Paragraph:
        """Write a paragraph: of its own, in a quote, or in a list item (the first one has its mark)."""
        if place.lists and place.first:
            paragraph = self.parts.paragraph("List Number" if place.ordered else "List Bullet")
            self.lists.mark(paragraph, place.number, place.depth - 1)
            if place.facts and place.depth == 1:
                look.in_facts(paragraph)
        else:
            style = "List Continue" if place.lists else "Quote" if place.quotes else "Normal"
            paragraph = self.parts.paragraph(style)
            look.indent(paragraph, place.depth)
        if node is not None:
            self.inline(paragraph, node, facts=place.facts and place.first and place.depth == 1)
        return paragraph

    def inline(self, paragraph: Paragraph, node: SyntaxTreeNode, *, facts: bool = False) -> None:
        """Write the text of a block; the label of a fact gets a look, but no mark of its own."""
        parts = [part for inline in node.children for part in inline.children]
        if facts and parts and parts[0].type == "text":
            label, rest = fact(f"{parts[0].content} ")
            if label:
                self.parts.styled(paragraph.add_run(_clean(label)), "Label")
                paragraph.add_run(_clean(rest[:-1]))
                parts = parts[1:]
        for part in parts:
            self.part(paragraph, part, _Marks(), paragraph._p)

    def part(self, paragraph: Paragraph, node: SyntaxTreeNode, marks: _Marks, parent: Any) -> None:
        """Write a part of a text: marks nest, a link is a real one."""
        if node.type == "link":
            parent = self.hyperlink(paragraph, str(node.attrs["href"]))
            if not plain(node):
                self.run(paragraph, str(node.attrs["href"]), marks, parent)
        if node.type in ("strong", "em"):
            marks = replace(marks, bold=marks.bold or node.type == "strong", italic=marks.italic or node.type == "em")
        if node.type == "hardbreak":
            self.run(paragraph, "", marks, parent).add_break(WD_BREAK.LINE)
        elif node.type == "softbreak":
            self.run(paragraph, " ", marks, parent)
        elif node.type == "code_inline":
            self.run(paragraph, node.content, replace(marks, code=True), parent)
        elif node.content and not node.children:
            self.run(paragraph, node.content, marks, parent)
        for child in node.children:
            self.part(paragraph, child, marks, parent)

    def run(self, paragraph: Paragraph, text: str, marks: _Marks, parent: Any) -> Run:
        """Write text that looks the same throughout, into a paragraph or a link in it."""
        element = OxmlElement("w:r")
        parent.append(element)
        run = Run(element, paragraph)
        run.text = _clean(text)
        run.bold, run.italic = marks.bold or None, marks.italic or None
        if marks.code:
            self.parts.styled(run, "Verbatim")
        if parent is not paragraph._p:
            self.parts.styled(run, "Hyperlink")
        return run

    def hyperlink(self, paragraph: Paragraph, target: str) -> Any:
        """Begin a link; return what takes its text."""
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self.parts.link(_clean(target)))
        paragraph._p.append(link)
        return link
