"""Lines for signatures in a DOCX: those of chair and minute taker below a protocol, and lists to be signed."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from docx.enum.table import WD_ALIGN_VERTICAL
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from markdown_it.tree import SyntaxTreeNode

from scm_cli.dates import show_day
from scm_cli.documents.signing import SignatureLine
from scm_cli.locale import Lang
from scm_cli.locale import letters as say

_WIDTHS: Final = (7, 2, 7)  # in cm: a line, a gap, a line
_SHEET: Final = (8.5, 7.5)  # in cm: who signs, and where
_ROW: Final = Cm(1)


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
    _fix(table, _WIDTHS)
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


def sheet(
    made: Any,
    signers: Iterable[SyntaxTreeNode | None],
    heading: str,
    write: Callable[[Paragraph, SyntaxTreeNode], None],
) -> None:
    """Add a table to be signed: a row for each name, and its heading again on every page.

    Args:
        made: the document.
        signers: what stands in each row; None for a row in which a name is to be written, too.
        heading: stands above the column for signatures.
        write: writes a text of Markdown into a paragraph.
    """
    table = made.add_table(rows=1, cols=2)
    head = table.rows[0]
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    above = head.cells[1].paragraphs[0].add_run(heading)
    above.font.size = Pt(9)
    for signer in signers:
        row = table.add_row()
        row.height = _ROW
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell in row.cells:
            cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
            line = f'<w:tcBorders {nsdecls("w")}><w:bottom w:val="single" w:sz="4" w:color="5A6772"/></w:tcBorders>'
            cell._tc.get_or_add_tcPr().insert_element_before(parse_xml(line), "w:vAlign")
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
        if signer is not None:
            write(row.cells[0].paragraphs[0], signer)
    _fix(table, _SHEET)


def _fix(table: Table, widths: Sequence[float]) -> None:
    """Give the columns their widths, whatever stands in them."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
