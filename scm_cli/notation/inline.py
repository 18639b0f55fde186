"""One-line text inside Markdown: escaped as little as CommonMark 0.31.2 needs, and read back.

Sections named here are those of the CommonMark specification 0.31.2. A text shares its line with other
texts, so a mark that could pair with one in a neighbour is escaped even where it stands alone. A neighbour
begins or ends with a space, with one of `( ) : ; ,`, or with the `**` of a label.
"""

import re
import unicodedata
from typing import Final

_PUNCTUATION: Final = r"[!-/:-@\[-`{-~]"  # what a backslash can escape (2.4)

# What stands for something else in a line; the end of the text counts where a neighbour could complete it.
_SPECIAL: Final = (
    rf"\\(?={_PUNCTUATION}|$)"  # 2.4 backslash escapes, 6.7 hard line breaks
    r"|&(?=(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|(?P<name>[A-Za-z][A-Za-z0-9]*))(?:;|$))"  # 2.5 entities
    r"|`"  # 6.1 code spans
    r"|\*+|_+"  # 6.2 emphasis, but see _is_plain_run
    r"|\](?=\()"  # 6.3 links, 6.4 images: only inline ones, for a protocol has no link definitions
    r"|<(?=[A-Za-z/!?]|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@|$)"  # 6.5 autolinks, 6.6 raw HTML
)
# An empty match just before what would begin a block, if the text begins a line. Marks of `*`, `_` and
# backticks are escaped anyway.
_BLOCK_START: Final = (
    r"^(?=-[ -]*$|=+$)"  # 4.1 thematic breaks, 4.3 setext headings
    r"|^(?=#{1,6}(?: |$))"  # 4.2 ATX headings
    r"|^(?=~~~)"  # 4.5 fenced code
    r"|^(?=\[.*\]:)"  # 4.7 link reference definitions
    r"|^(?=>)"  # 5.1 block quotes
    r"|^(?=[-+](?: |$))|^[0-9]{1,9}(?=[.)](?: |$))"  # 5.2 list items
)
_CLOSING_SEQUENCE: Final = r"(?:^| )(?=#+$)"  # 4.2: `#` at the end of an ATX heading


def escape(text: str, *, start: bool = False) -> str:
    """Return Markdown that renders as exactly the text.

    Args:
        text: one line without control characters and outer white space.
        start: whether the text begins a paragraph; otherwise it follows other text on its line, perhaps
            in a heading.
    """
    escaped = re.sub(_SPECIAL, _defuse, text)
    return at_start(escaped) if start else _guarded(escaped, _CLOSING_SEQUENCE)


def at_start(escaped: str) -> str:
    """Return escaped text so that it can begin a paragraph."""
    return _guarded(escaped, _BLOCK_START)


def _guarded(escaped: str, pattern: str) -> str:
    mark = re.search(pattern, escaped)
    return f"{escaped[: mark.end()]}\\{escaped[mark.end() :]}" if mark else escaped


def _defuse(match: re.Match[str]) -> str:
    """Put a backslash before each character of a special mark, unless it is plain text where it stands."""
    mark = match[0]
    if mark[0] in "*_" and _is_plain_run(match):
        return mark
    if match["name"] and not _is_entity(match["name"]):
        return mark
    return "\\" + "\\".join(mark)


def _is_plain_run(run: re.Match[str]) -> bool:
    """Say whether a run of `*` or `_` can neither open nor close emphasis (6.2).

    Between white space it is not flanking; within a word `_` is flanking on both sides, which counts for
    nothing. At an end of the text its neighbour is unknown.
    """
    before, after = run.string[run.start() - 1 : run.start()], run.string[run.end() : run.end() + 1]
    if before.isspace() and after.isspace():
        return True
    return run[0][0] == "_" and _in_word(before) and _in_word(after)


def _in_word(char: str) -> bool:
    """Say whether a character is neither white space nor punctuation (2.1)."""
    return char != "" and unicodedata.category(char)[0] in "LMN"


def _is_entity(name: str) -> bool:
    """Say whether HTML5 has a named character reference `&name;` (2.5)."""
    from html.entities import html5

    return f"{name};" in html5


def unescape(markdown: str) -> str:
    """Return the text that escaped Markdown stands for (2.4); what was typed plainly stays as it is."""
    return re.sub(rf"\\({_PUNCTUATION})", r"\1", markdown)


def escape_parts(text: str) -> str:
    """Escape a text that is one part of a list such as `NAME (ORGANISATION, online); NAME`."""
    return re.sub(r"[();,]", r"\\\g<0>", escape(text))


def split_parts(line: str, separators: str) -> list[str]:
    """Split a line as `str.split` does, but not at escaped separators and not inside parentheses.

    Args:
        line: Markdown; its escapes stay in the parts.
        separators: the characters to split at, such as `;` or `,`.

    Returns:
        The parts without outer white space. An unmatched `(` reaches to the end of the line.
    """
    parts, begin, depth = [], 0, 0
    for mark in re.finditer(rf"\\.|[(){re.escape(separators)}]", line):
        if mark[0] == "(":
            depth += 1
        elif mark[0] == ")":
            depth = max(depth - 1, 0)
        elif depth == 0 and mark[0] in separators:
            parts.append(line[begin : mark.start()].strip())
            begin = mark.end()
    return [*parts, line[begin:].strip()]


def closing(line: str, start: int) -> int:
    """Return where the parenthesis opened at `start` is closed, or -1; escaped ones do not count."""
    depth = 0
    for mark in re.compile(r"\\.|[()]").finditer(line, start):
        depth += {"(": 1, ")": -1}.get(mark[0], 0)
        if depth == 0:
            return mark.start()
    return -1


def last_group(text: str) -> int:
    """Return where the parentheses at the end of a text begin, or -1 where it does not end in any."""
    starts = [mark.start() for mark in re.finditer(r"\\.|(\()", text) if mark[1]]
    return next((at for at in starts if closing(text, at) == len(text) - 1), -1)
