"""Lists in a DOCX: real numbering (ECMA-376, part 1, section 17.9), every numbered list with its own count."""

from collections.abc import Sequence
from itertools import count
from typing import Any, Final

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.numbering import CT_Num
from docx.text.paragraph import Paragraph

from scm_cli.formats.word_look import INDENT

_LEVELS: Final = 9  # Word has no more
_BULLETS: Final = ("•", "–", "▪")


class Lists:
    """The lists of one document.

    Args:
        made: the document; its own numbering comes after what the template has.
    """

    def __init__(self, made: Any) -> None:
        self._numbering = made.part.numbering_part.element
        taken = {one.numId for one in self._numbering.num_lst}
        self._free = (number for number in count(1) if number not in taken)
        bullets = [("bullet", _BULLETS[level % 3]) for level in range(_LEVELS)]
        numbers = [("decimal", f"%{level + 1}.") for level in range(_LEVELS)]
        self.bullets: int = self._list(self._kind(bullets))
        self.facts: int = self._list(self._kind([("none", "")] * _LEVELS, flat=True))
        self._numbers = self._kind(numbers)

    def numbered(self, level: int, start: int) -> int:
        """Return a new numbered list that begins with a number on its level."""
        one = self._new(self._numbers)
        one.add_lvlOverride(ilvl=min(level, _LEVELS - 1)).add_startOverride(val=start)
        return int(one.numId)

    def mark(self, paragraph: Paragraph, number: int, level: int) -> None:
        """Make a paragraph an item of a list."""
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = min(level, _LEVELS - 1)
        properties.get_or_add_numId().val = number

    def _list(self, kind: int) -> int:
        return int(self._new(kind).numId)

    def _new(self, kind: int) -> Any:
        """Add a list: python-docx would look through all others for its number and its place."""
        new: Any = CT_Num.new
        one = new(next(self._free), kind)
        self._numbering.append(one)
        return one

    def _kind(self, levels: Sequence[tuple[str, str]], *, flat: bool = False) -> int:
        """Define a kind of list by format and mark of each level; return its number."""
        taken = [int(one.get(_NAME)) for one in self._numbering.findall(_KIND)]
        number = max(taken, default=-1) + 1
        parts = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:suff w:val="{"nothing" if flat else "tab"}"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
            f"<w:pPr>{_indentation(level, flat=flat)}</w:pPr></w:lvl>"
            for level, (form, mark) in enumerate(levels)
        )
        kind = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
            f'<w:multiLevelType w:val="multilevel"/>{parts}</w:abstractNum>'
        )
        self._numbering.insert(len(taken), kind)
        return number


def _indentation(level: int, *, flat: bool) -> str:
    if flat:
        return '<w:ind w:left="113" w:firstLine="0"/>'
    return f'<w:ind w:left="{INDENT * (level + 1)}" w:hanging="{INDENT}"/>'


_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KIND: Final = f"{_W}abstractNum"
_NAME: Final = f"{_W}abstractNumId"
