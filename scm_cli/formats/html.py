"""A document as one self-contained HTML page, and as the HTML part of a mail.

Every style stands inline and is one that Outlook's Word engine and Gmail keep: no flex, no grid, no class, no
request. A table stands only where Outlook needs one to limit the width, and only Outlook sees it.
"""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final
from urllib.parse import quote

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from scm_cli.formats.markdown import fact, head_list, is_outcome, reader, title, tokens, with_next
from scm_cli.formats.signing_lists import as_table, is_signed
from scm_cli.locale import Lang
from scm_cli.locale import letters as say

_FONT: Final = "font-family:'Segoe UI',Calibri,Helvetica,Arial,sans-serif"
_TEXT: Final = f"{_FONT};font-size:15px;line-height:1.5;color:#1f2933"
_HEADING: Final = f"{_FONT};color:#12395b;font-weight:bold;page-break-after:avoid"
_CODE: Final = "font-family:Consolas,Menlo,monospace;font-size:13px"
_OUTCOME: Final = f"{_TEXT};background-color:#f1f6fa;border-left:4px solid #2b6c9c"
_PAGE: Final = "margin:0;padding:0;background-color:#ffffff;-webkit-text-size-adjust:100%"
_COLUMN: Final = (
    "max-width:680px;margin:0 auto;padding:24px 16px 40px 16px;"
    "overflow-wrap:break-word;word-wrap:break-word;hyphens:auto"
)

STYLES: Final = {
    "h1": f"{_HEADING};font-size:25px;line-height:1.25;margin:0 0 18px 0",
    "h2": f"{_HEADING};font-size:18px;line-height:1.3;margin:28px 0 10px 0;padding:0 0 4px 0;"
    "border-bottom:1px solid #cbd5de",
    "h3": f"{_HEADING};font-size:16px;line-height:1.35;margin:20px 0 8px 0",
    "h4": f"{_HEADING};font-size:15px;line-height:1.4;margin:16px 0 6px 0",
    "p": f"{_TEXT};margin:0 0 12px 0",
    "ul": f"{_TEXT};margin:0 0 12px 0;padding:0 0 0 24px",
    "ol": f"{_TEXT};margin:0 0 12px 0;padding:0 0 0 28px",
    "li": f"{_TEXT};margin:0 0 4px 0",
    "blockquote": "margin:0 0 12px 0;padding:2px 0 2px 14px;border-left:3px solid #cbd5de",
    "hr": "border:0;border-top:1px solid #cbd5de;margin:24px 0",
    "a": "color:#175a8c;text-decoration:underline;word-break:break-word",
    "code": f"{_CODE};background-color:#f3f4f6",
}
_TABLE: Final = {
    "table": "border-collapse:collapse;width:100%;table-layout:fixed;margin:0 0 12px 0;page-break-inside:auto",
    "th": f"{_TEXT};font-size:13px;font-weight:normal;color:#5a6772;padding:0 8px 2px 0;text-align:left",
    "td": f"{_TEXT};padding:14px 8px 4px 0;border-bottom:1px solid #5a6772;vertical-align:bottom",
}
_HEAD: Final = f"{_TEXT};list-style-type:none;margin:0 0 20px 0;padding:12px 16px;background-color:#f5f7f9"
_LABEL: Final = "color:#12395b;font-weight:bold"
_OUTCOME_PARAGRAPH: Final = f"{_OUTCOME};margin:0 0 12px 0;padding:8px 14px"
_OUTCOME_LABEL: Final = f"{_OUTCOME};margin:0;padding:8px 14px 0 14px"
_OUTCOME_TEXT: Final = f"{_OUTCOME};margin:0 0 12px 0;padding:8px 14px 1px 14px"
_PREFORMATTED: Final = (
    f"{_CODE};line-height:1.45;color:#1f2933;background-color:#f3f4f6;white-space:pre-wrap;"
    "margin:0 0 12px 0;padding:8px 12px"
)
# Word knows no max-width: it gets a table of that width, which nobody else reads.
_FOR_WORD: Final = (
    '<!--[if mso]><table role="presentation" width="680" align="center" cellspacing="0"><tr><td><![endif]-->',
    "<!--[if mso]></td></tr></table><![endif]-->",
)
# Should a reader ever run the page in spite of all, the page itself forbids every request and script (CSP 3).
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def page(markdown: str, lang: Lang, name: str = "") -> str:
    """Return a document as a whole page.

    Args:
        markdown: the document.
        lang: its language.
        name: the page's title; else the document's first heading.
    """
    return frame(name or title(markdown), body(markdown, lang), lang)


def index(name: str, links: Sequence[tuple[str, str]], lang: Lang) -> str:
    """Return a page that lists files beside it.

    Args:
        name: its heading.
        links: the files' names, and what is in them.
        lang: its language.
    """
    entries = (
        f'<li style="{STYLES["li"]}"><a href="{quote(file)}" style="{STYLES["a"]}">{escape(what)}</a></li>'
        for file, what in links
    )
    inner = [f'<h1 style="{STYLES["h1"]}">{escape(name)}</h1>', f'<ul style="{STYLES["ul"]}">', *entries, "</ul>", ""]
    return frame(name, "\n".join(inner), lang)


def frame(name: str, inner: str, lang: Lang) -> str:
    """Return the whole page around what it shows."""
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{lang}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            f"<title>{escape(name)}</title>",
            "</head>",
            f'<body style="{_PAGE}">',
            f'{_FOR_WORD[0]}<div lang="{lang}" style="{_COLUMN}">',
            f"{inner}</div>{_FOR_WORD[1]}",
            "</body>",
            "</html>",
            "",
        ]
    )


def body(markdown: str, lang: Lang) -> str:
    """Return a document as HTML without the page around it; arguments are those of `page`."""
    made = tokens(markdown)
    for token in made:
        _dress(token)
        for part in token.children or []:
            _dress(part)
    _dress_head(made)
    _dress_outcomes(made)
    made = [token for block in SyntaxTreeNode(made).children for token in _signed(block, lang)]
    renderer = reader()
    html = str(renderer.renderer.render(made, renderer.options, {}))
    return html.replace("<pre>", f'<pre style="{_PREFORMATTED}">')


def _signed(block: SyntaxTreeNode, lang: Lang) -> Iterable[Token]:
    """Return the tokens of a block; a list to be signed is a table."""
    return as_table(block, say.SIGNATURE.to(lang), _TABLE) if is_signed(block) else block.to_tokens()


def _dress(token: Token) -> None:
    """Give an element the style of its kind; headings below the fourth level look like it."""
    if token.type in ("fence", "code_block") or token.nesting < 0:
        return
    tag = "h4" if token.tag in ("h5", "h6") else token.tag
    if tag in STYLES:
        token.attrSet("style", STYLES[tag])


def _dress_head(made: Sequence[Token]) -> None:
    """Let the facts after the title stand in a quiet box, their labels in bold."""
    facts = head_list(SyntaxTreeNode(made).children)
    if facts is None or facts.nester_tokens is None:
        return
    facts.nester_tokens.opening.attrSet("style", _HEAD)
    for item in facts.children:
        first = item.children[0] if item.children else None
        inline = first.children[0].token if first and first.type == "paragraph" and first.children else None
        if inline is not None and inline.children:
            inline.children = [*_labelled(inline.children[0]), *inline.children[1:]]


def _labelled(first: Token) -> list[Token]:
    if first.type != "text":
        return [first]
    label, rest = fact(f"{first.content} ")
    if not label:
        return [first]
    opening = Token("strong_open", "strong", 1, attrs={"style": _LABEL})
    parts = [Token("text", "", 0, content=part) for part in (label, rest[:-1])]
    return [opening, parts[0], Token("strong_close", "strong", -1), parts[1]]


def _dress_outcomes(made: Sequence[Token]) -> None:
    """Let decisions, elections and tasks stand out; a wording of several lines belongs to its label."""
    for block, after in with_next(SyntaxTreeNode(made).children):
        if block.type != "paragraph" or not block.nester_tokens or not is_outcome(block.children[0]):
            continue
        opening = block.nester_tokens.opening
        bare = sum(bool(part.type != "text" or part.content) for part in block.children[0].children) == 1
        if bare and after and after.type == "blockquote" and after.nester_tokens:
            opening.attrSet("style", _OUTCOME_LABEL)
            after.nester_tokens.opening.attrSet("style", _OUTCOME_TEXT)
        else:
            opening.attrSet("style", _OUTCOME_PARAGRAPH)
