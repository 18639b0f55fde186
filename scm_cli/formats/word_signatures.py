"""The lines below a protocol in a DOCX on which chair and minute taker sign."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from docx.table import _Cell

from scm_cli.dates import show_day
from scm_cli.documents.signing import SignatureLine
from scm_cli.locale import Lang
from scm_cli.locale import letters as say

_WIDTHS: Final = (7, 2, 7)  # in cm: a line, a gap, a line


def signatures(made: Any, lines: Sequence[SignatureLine], lang: Lang, clean: Callable[[str], str]) -> None:
    """Add the lines for signatures, two beside each other, which never stand alone on a page.

    Args:
        made: the document.
        lines: who signs.
        lang: the document's language.
        clean: makes a text fit for XML.
    """
    space = made.add_paragraph()
    space.paragraph_format.keep_with_next = True
    space.paragraph_format.space_before = Pt(12)
    table = made.add_table(rows=(len(lines) + 1) // 2, cols=3)
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    for number, line in enumerate(lines):
        row, column = divmod(number, 2)
        _sign(table.cell(row, column * 2), line, lang, clean)


def _sign(cell: _Cell, line: SignatureLine, lang: Lang, clean: Callable[[str], str]) -> None:
    above = cell.paragraphs[0]
    above.paragraph_format.space_before = Pt(30)
    above.paragraph_format.space_after = Pt(0)
    above.paragraph_format.keep_with_next = True
    above.add_run(say.SIGNED.to(lang, day=show_day(line.on, lang)) if line.on else "")
    below = cell.add_paragraph()
    border = f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="4" w:space="3" w:color="5A6772"/></w:pBdr>'
    below._p.get_or_add_pPr().append(parse_xml(border))
    below.add_run(clean(line.name) if line.name else say.SIGN_HERE.to(lang))
    below.add_run().add_break()
    role = below.add_run(clean(line.role))
    role.font.size = Pt(9)
