"""The text of a DOCX's paragraphs, with tracked changes as accepted and without what is no text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree as ET

from scm_cli.formats.corrected.blocks import Piece
from scm_cli.formats.corrected.package import child, name, value
from scm_cli.formats.corrected.styles import Styles

_GONE: Final = frozenset(["del", "moveFrom", "pPr", "rPr"])
_PASSED_OVER: Final = {
    **dict.fromkeys(["drawing", "pict", "object", "AlternateContent"], "picture"),
    **dict.fromkeys(["footnoteReference", "endnoteReference"], "note"),
    **dict.fromkeys(["oMath", "oMathPara"], "formula"),
}
_SYMBOLS: Final = {
    "f0e0": "→",
    "f0df": "←",
    "f0f3": "↔",
    "f0e8": "⇒",
    "f04a": "☺",
    "f04c": "☹",
    "f0a7": "▪",
    "f0b7": "•",
}
"""What Word makes of `-->` and the like in its font Wingdings (ECMA-376, part 1, section 17.3.3.30)."""

_ALLOWED: Final = r"https?://|mailto:"
"""Only these may stand behind a link; within the document links lead nowhere once it is a protocol."""


@dataclass
class Content:
    """Reads paragraphs.

    Args:
        styles: what runs look like.
        targets: where links lead.
        passed_over: what was found that is no text.
        commented: the text that each comment is about, by its id, in the order of the document.
    """

    styles: Styles
    targets: Mapping[str, str]
    passed_over: set[str] = field(default_factory=set)
    commented: dict[str, str] = field(default_factory=dict)
    _open: set[str] = field(default_factory=set)
    _fields: list[list[str]] = field(default_factory=list)

    def pieces(self, paragraph: ET.Element) -> Iterator[Piece]:
        """Yield the text of a paragraph."""
        for piece in self._inside(paragraph, ""):
            for one in self._open:
                self.commented[one] += piece.text
            yield piece

    def _inside(self, element: ET.Element, link: str) -> Iterator[Piece]:
        for one in element:
            kind = name(one)
            if kind in _GONE:
                continue
            if kind == "r":
                yield from self._run(one, link)
            elif kind in _PASSED_OVER:
                self.passed_over.add(_PASSED_OVER[kind])
            elif kind.startswith("comment"):
                self._comment(kind, value(one, "id"))
            elif kind == "hyperlink":
                yield from self._inside(one, self.targets.get(value(one, "id"), ""))
            else:
                yield from self._inside(one, link)

    def _comment(self, kind: str, number: str) -> None:
        """Note where a comment begins and ends (17.13.4)."""
        if kind == "commentRangeStart":
            self._open.add(number)
        if kind == "commentRangeEnd":
            self._open.discard(number)
        self.commented.setdefault(number, "")

    def _run(self, run: ET.Element, link: str) -> Iterator[Piece]:
        bold, italic, code, hidden = self.styles.marks(child(run, "rPr"))
        for one in run:
            kind = name(one)
            if kind in ("fldChar", "instrText"):
                self._field(kind, one)
            elif kind in _PASSED_OVER:
                self.passed_over.add(_PASSED_OVER[kind])
            elif kind == "commentReference":
                self._comment(kind, value(one, "id"))
            elif (text := _text(one)) and not hidden:
                target = link or self._leads_to
                leads = re.match(_ALLOWED, target, re.IGNORECASE) is not None
                yield Piece(text, bold, italic, code, target if leads else "")

    def _field(self, kind: str, element: ET.Element) -> None:
        """Follow a field: its code is no text, its result is (17.16.18)."""
        if kind == "instrText" and self._fields:
            self._fields[-1].append(element.text or "")
        elif value(element, "fldCharType") == "begin":
            self._fields.append([])
        elif value(element, "fldCharType") == "end" and self._fields:
            self._fields.pop()

    @property
    def _leads_to(self) -> str:
        codes = ("".join(one) for one in reversed(self._fields))
        return next((found[1] for code in codes if (found := re.match(r'\s*HYPERLINK\s+"([^"]+)"', code))), "")


def mark_is_gone(paragraph: ET.Element) -> bool:
    """Say whether the end of a paragraph was deleted or moved away, so that the next one goes on with it (17.13.5)."""
    mark = child(paragraph, "pPr", "rPr")
    return mark is not None and any(name(one) in ("del", "moveFrom") for one in mark)


def _text(element: ET.Element) -> str:
    kind = name(element)
    if kind == "t":
        return (element.text or "").replace("\n", " ")
    if kind == "br":
        return "" if value(element, "type") in ("page", "column") else "\n"
    if kind == "sym":
        return _SYMBOLS.get(value(element, "char").lower(), "\ufffd")
    return {"tab": "\t", "cr": "\n", "noBreakHyphen": "-"}.get(kind, "")
