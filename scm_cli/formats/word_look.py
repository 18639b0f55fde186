"""How a DOCX looks: page, fonts, styles, foot of the page, and its properties."""

from datetime import UTC, datetime
from typing import Any, Final

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from scm_cli.locale import Lang
from scm_cli.locale import letters as say

INDENT: Final = 357  # twentieths of a point: 0.63 cm, Word's own step
_FONT: Final = "Calibri"
_MONOSPACED: Final = "Courier New"
_BLUE: Final = RGBColor(0x12, 0x39, 0x5B)
_GREY: Final = RGBColor(0x5A, 0x67, 0x72)
# level: size, space before, space after, all in points
_HEADINGS: Final = {
    1: (20, 0, 10),
    2: (14, 16, 5),
    3: (12, 12, 4),
    4: (11, 10, 3),
    5: (11, 10, 3),
    6: (11, 10, 3),
}


def new(lang: Lang, title: str) -> Any:
    """Return an empty document on A4 with its styles, its language and the foot of its pages."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.2)
    _styles(made)
    language = made.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    language.set(qn("w:val"), say.LOCALES["language"].to(lang))
    made.styles["Footer"].paragraph_format.tab_stops.clear_all()
    _footer(section.footer.paragraphs[0], title, lang)
    return made


def describe(made: Any, title: str, author: str, now: datetime) -> None:
    """Set the document's properties (ECMA-376, part 2: at most 255 characters each)."""
    core = made.core_properties
    core.title, core.author, core.last_modified_by = title[:255], author[:255], author[:255]
    core.comments, core.keywords, core.subject, core.category = "", "", "", ""
    core.language = made.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}").get(qn("w:val"))
    core.created = core.modified = now.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    core.revision = 1


def outcome(paragraph: Paragraph, *, followed: bool) -> None:
    """Let a decision, an election or a task stand out; its wording may follow in a paragraph of its own."""
    _edge(paragraph, "left", "2B6C9C", 24, 8)
    _shade(paragraph, "F1F6FA")
    paragraph.paragraph_format.left_indent = Cm(0.3)
    paragraph.paragraph_format.keep_together = True
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(4), Pt(8)
    if followed:
        paragraph.paragraph_format.keep_with_next = True


def in_facts(paragraph: Paragraph) -> None:
    """Let a fact of the head stand in a quiet box."""
    _shade(paragraph, "F5F7F9")
    paragraph.paragraph_format.space_after = Pt(3)


def apart(paragraph: Paragraph) -> None:
    """Keep the last item of a list away from the text that goes on below it."""
    paragraph.paragraph_format.space_after = Pt(10)


def indent(paragraph: Paragraph, depth: int) -> None:
    """Move a paragraph under the item or quote it belongs to."""
    if depth:
        paragraph.paragraph_format.left_indent = Pt(INDENT / 20 * depth)


def rule(paragraph: Paragraph) -> None:
    """Make an empty paragraph a line across the page."""
    _edge(paragraph, "bottom", "CBD5DE", 6, 1)


def _styles(made: Any) -> None:
    styles = made.styles
    normal = styles["Normal"]
    _font(normal, _FONT, 11)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.1
    for level, (size, before, after) in _HEADINGS.items():
        style = styles[f"Heading {level}"]
        _font(style, _FONT, size, _BLUE)
        style.font.bold, style.font.italic = True, False
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = True
    for name in ("List Bullet", "List Number", "List Continue"):
        styles[name].paragraph_format.space_after = Pt(3)
        for close in styles[name].element.pPr.findall(qn("w:contextualSpacing")):
            styles[name].element.pPr.remove(close)
    quote = styles["Quote"]
    quote.font.italic, quote.font.color.rgb = False, RGBColor(0, 0, 0)
    code = styles.add_style("Code", WD_STYLE_TYPE.PARAGRAPH)
    code.base_style = normal
    _font(code, _MONOSPACED, 9.5)
    for name in ("Label", "Verbatim", "Hyperlink"):
        styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=name == "Hyperlink")
    styles["Label"].font.bold, styles["Label"].font.color.rgb = True, _BLUE
    _font(styles["Verbatim"], _MONOSPACED, 9.5)
    styles["Hyperlink"].font.underline, styles["Hyperlink"].font.color.rgb = True, RGBColor(0x17, 0x5A, 0x8C)


def _font(style: Any, name: str, size: float, colour: RGBColor | None = None) -> None:
    """Set a style's font; the theme's own font, which goes before it, is taken away."""
    style.font.name, style.font.size = name, Pt(size)
    fonts = style.element.rPr.rFonts
    for attribute in list(fonts.attrib):
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]
    for script in ("w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), name)
    if colour is not None:
        style.font.color.rgb = colour


def _footer(paragraph: Paragraph, title: str, lang: Lang) -> None:
    """Write the title and `Seite 1 von 2` at the foot of every page."""
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
    short = title if len(title) <= 70 else f"{title[:69]}…"
    paragraph.add_run(f"{short}\t{say.PAGE.to(lang)} ")
    _field(paragraph, "PAGE")
    paragraph.add_run(f" {say.PAGE_OF.to(lang)} ")
    _field(paragraph, "NUMPAGES")
    for run in paragraph.runs:
        run.font.size, run.font.color.rgb = Pt(9), _GREY


def _field(paragraph: Paragraph, name: str) -> None:
    """Add a field that the word processor fills in (ECMA-376, part 1, section 17.16)."""
    for kind in ("begin", name, "separate", "1", "end"):
        run = paragraph.add_run()
        if kind == name:
            code = OxmlElement("w:instrText")
            code.text = name
            run._r.append(code)
        elif kind == "1":
            run.text = kind
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def _edge(paragraph: Paragraph, side: str, colour: str, width: int, space: int) -> None:
    line = f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{colour}"/>'
    border = parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>")
    paragraph._p.get_or_add_pPr().insert_element_before(border, *_AFTER_BORDERS)


def _shade(paragraph: Paragraph, colour: str) -> None:
    shading = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>')
    paragraph._p.get_or_add_pPr().insert_element_before(shading, *_AFTER_BORDERS[1:])


# The order of a paragraph's properties is fixed (ECMA-376, part 1, section 17.3.1.26).
_AFTER_BORDERS: Final = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr")
