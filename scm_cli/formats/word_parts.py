"""Puts paragraphs, styles, links and numbers into a DOCX, each found once.

python-docx looks through all styles for every paragraph, through all paragraphs for the last one, through all links
for every link and through all lists for every list, so that a long document would take the square of its length.
"""

from collections.abc import Iterator
from itertools import count
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run


class Parts:
    """The end of a document, where it grows.

    Args:
        made: the document.
    """

    def __init__(self, made: Any) -> None:
        self.last: Paragraph | None = None
        self._part = made.part
        self._body = made._body
        self._end = made.element.body.sectPr
        self._styles: dict[tuple[str, WD_STYLE_TYPE], str | None] = {}
        self._links: dict[str, str] = {}
        self._free: Iterator[str] = (name for number in count(1) if (name := f"rId{number}") not in self._part.rels)

    def paragraph(self, style: str = "") -> Paragraph:
        """Return a new last paragraph, in a style by its name."""
        element: Any = OxmlElement("w:p")
        self._end.addprevious(element)
        self.last = Paragraph(element, self._body)
        if style:
            element.style = self._style(style, WD_STYLE_TYPE.PARAGRAPH)
        return self.last

    def styled(self, run: Run, style: str) -> None:
        """Give a piece of text a style by its name."""
        run._r.style = self._style(style, WD_STYLE_TYPE.CHARACTER)

    def link(self, target: str) -> str:
        """Return the key under which a document knows an address (ECMA-376, part 2, section 6.5)."""
        if target not in self._links:
            self._links[target] = next(self._free)
            self._part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, target, self._links[target], is_external=True)
        return self._links[target]

    def _style(self, name: str, kind: WD_STYLE_TYPE) -> str | None:
        if (name, kind) not in self._styles:
            self._styles[name, kind] = self._part.get_style_id(name, kind)
        return self._styles[name, kind]
