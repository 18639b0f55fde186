"""Notes inside a printed protocol: how they are stored, guarded on printing, and read back.

Notes are the user's own Markdown, and the protocol goes on after them. So their blocks are followed as in
CommonMark 0.31.2 (its sections are named here; raw HTML is off, so 4.6 does not apply), and what is changed
renders as before, except that link definitions are shown as text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final, Literal, NamedTuple

from scm_cli.locale import Text
from scm_cli.locale.notation import CLOCK, TIME
from scm_cli.model.text import prose


def _either(text: Text) -> str:
    """Return a pattern for a text in both languages: any white space for a space, any time for `{time}`."""
    words = "|".join(re.escape(word) for word in text.both())
    return "(?:" + words.replace(r"\ ", r"\s").replace(r"\{time\}", "[0-9]{1,2}:[0-9]{2}") + ")"


NOTATION_LINES: Final[dict[str, str]] = {
    "heading": r"#{1,3}(?:\s|$)",
    "label": r"\*\*",
    "time": rf"{_either(TIME)}:(?:\s|$)",
    "presence": rf"{_either(CLOCK)}:(?:\s|$)",
}
"""How a line outside fenced code begins, at its very first character, that is no line of notes."""

_NOTATION_LINE: Final = "|".join(NOTATION_LINES.values())

Kind = Literal["code", "start", "text", "other"]
"""A line of fenced code (fences included), the first line of a paragraph, a further one, anything else."""

_QUOTE: Final = r" {0,3}> ?"  # 5.1
_QUOTE_GOES_ON: Final = r" *> ?"  # markdown-it's reading; the specification allows three spaces here too
_DEEPEST: Final = 100  # containers that one line opens; programs that show Markdown stop earlier
_ITEM: Final = r" {0,3}(?P<mark>[-+*]|(?P<number>[0-9]{1,9})[.)])(?P<gap> +|$)"  # 5.2
_BREAK: Final = r" {0,3}([-_*])(?: *\1){2,} *$"  # 4.1
_HEADING: Final = r" {0,3}#{1,6}(?: |$)"  # 4.2
_UNDERLINE: Final = r" {0,3}(?:=+|-+) *$"  # 4.3
_FENCE: Final = r" {0,3}(?P<fence>`{3,}(?=[^`]*$)|~{3,})"  # 4.5

# 4.7: a link definition, perhaps with a backslash before it, after the marks of its quotes and list items.
_DEFINITION: Final = r"[ \t]*(?:(?:[-+*>]|[0-9]{1,9}[.)])[ \t]*)*(?P<guard>\\?)\[(?:[^\[\]\\]|\\[\s\S])+\]:"


def looks_like_notation(line: str) -> bool:
    """Say whether a line outside fenced code is one of the protocol's own, not one of notes."""
    return re.match(_NOTATION_LINE, line) is not None


def normalise(notes: str) -> str:
    """Return notes as they are stored.

    They are without outer blank lines and guards, and open code is closed (4.5). A lazy continuation line
    (5.1) that is indented like code is indented further: parsers disagree about where its list ends.
    """
    blocks = _Blocks()
    lines = unguard(prose(notes)).split("\n")
    for number, line in enumerate(lines):
        blocks.follow(line)
        if blocks.stray:
            lines[number] = blocks.indentation + line.lstrip(" \t")
    if blocks.fence and not blocks.containers:
        lines.append(blocks.fence)
    return "\n".join(lines)


def guard(notes: str) -> str:
    r"""Return normalised notes as they are printed.

    One space stands before a line that looks like notation: no block begins or ends by that (the content of
    list items is indented by two at least). A backslash stands before a link definition (4.7), so that
    `\[x]: …` becomes ordinary text.
    """
    lines = notes.split("\n")
    kinds = line_kinds(lines)
    for number, line in enumerate(lines):
        if kinds[number] != "code" and looks_like_notation(line):
            lines[number] = f" {line}"
    for number, place, guarded in _definitions(lines, kinds):
        if not guarded:
            lines[number] = f"{lines[number][:place]}\\{lines[number][place:]}"
    return "\n".join(lines)


def unguard(text: str) -> str:
    """Return printed notes without their guards."""
    lines = text.split("\n")
    kinds = line_kinds(lines)
    for number, line in enumerate(lines):
        if kinds[number] != "code" and line[:1] == " " and looks_like_notation(line[1:]):
            lines[number] = line[1:]
    for number, place, guarded in _definitions(lines, kinds):
        if guarded:
            lines[number] = lines[number][:place] + lines[number][place + 1 :]
    return "\n".join(lines)


def line_kinds(lines: Sequence[str]) -> list[Kind]:
    """Return of which kind each line of a Markdown document is."""
    blocks = _Blocks()
    return [blocks.follow(line) for line in lines]


class _Definition(NamedTuple):
    """Where a line has, or would have, the backslash before a link definition, and whether it has it."""

    line: int
    place: int
    guarded: bool


def _definitions(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[_Definition]:
    """Find what reads as a link definition: the beginning of a paragraph, perhaps of many lines (4.7)."""
    for number, kind in enumerate(kinds):
        if kind != "start" or "[" not in lines[number]:
            continue
        rest = takewhile(lambda later: kinds[later] == "text", range(number + 1, len(lines)))
        paragraph = "\n".join([lines[number], *(lines[later] for later in rest)])
        match = re.match(_DEFINITION, paragraph)
        if match:
            yield _Definition(number, match.start("guard"), match["guard"] != "")


class _Blocks:
    """The blocks open after each line, followed as in phase 1 of the specification's appendix."""

    def __init__(self) -> None:
        self.containers: list[int] = []  # outermost first: 0 for a quote, else how far an item is indented
        self.fence = ""  # the fence open in the innermost of them
        self.paragraph = False  # whether one is open there
        self.bare = False  # whether that is a list item that had only its mark so far
        self.stray = False  # whether the last line went on with the paragraph, indented, but not as far as it

    @property
    def indentation(self) -> str:
        """What a further line of the paragraph begins with, so that it cannot be anything else."""
        return "".join(" " * width or "> " for width in self.containers) + "    "

    def follow(self, line: str) -> Kind:
        """Take in the next line (2.2: a tab reaches to the next column that is a multiple of four)."""
        self.stray = False
        depth, rest = self._go_on(line.expandtabs(4))
        inside = depth == len(self.containers)
        if inside and self.fence:
            if re.match(rf" {{0,3}}{self.fence}{self.fence[0]}* *$", rest):
                self.fence = ""
            return "code"
        opened, rest = _containers(rest, in_paragraph=inside and self.paragraph)
        plain = _is_plain(rest, in_paragraph=inside and self.paragraph and not opened)
        if plain and self.paragraph and not opened:
            self.stray = not inside and rest.startswith("    ")
            return "text"  # perhaps a lazy continuation line (5.1): no container ends
        self.containers[depth:] = opened
        return self._begin(rest, plain=plain, opened=bool(opened))

    def _go_on(self, rest: str) -> tuple[int, str]:
        """Return how many containers go on in a line, and its rest inside them (5.1, 5.2)."""
        for depth, width in enumerate(self.containers):
            blank = not rest.strip(" ")
            quote = re.match(_QUOTE_GOES_ON, rest) if width == 0 else None
            if quote:
                rest = rest[quote.end() :]
            elif width and blank and not (self.bare and depth == len(self.containers) - 1):
                continue
            elif width and not blank and rest.startswith(" " * width):
                rest = rest[width:]
            else:
                return depth, rest
        return len(self.containers), rest

    def _begin(self, rest: str, *, plain: bool, opened: bool) -> Kind:
        """Begin the block that the rest of a line belongs to in the innermost container."""
        fence = re.match(_FENCE, rest)
        self.fence = fence["fence"] if fence else ""
        self.paragraph = plain and not rest.startswith("    ")  # 4.4: indented code
        self.bare = opened and self.containers[-1] > 0 and not rest.strip(" ")
        if fence:
            return "code"
        return "start" if self.paragraph else "other"


def _containers(rest: str, *, in_paragraph: bool) -> tuple[list[int], str]:
    """Return the containers that the rest of a line opens, and what then is left of it (5.1, 5.2)."""
    opened: list[int] = []
    while len(opened) < _DEEPEST:
        quote = re.match(_QUOTE, rest)
        item = None if quote or re.match(_BREAK, rest) else re.match(_ITEM, rest)
        if item and in_paragraph and not opened and not _may_interrupt(item):
            item = None
        if quote:
            opened.append(0)
            rest = rest[quote.end() :]
        elif item:
            gap = len(item["gap"])
            opened.append(item.end("mark") + (gap if 1 <= gap <= 4 and item.end() < len(rest) else 1))
            rest = rest[opened[-1] :]
        else:
            break
    return opened, rest


def _may_interrupt(item: re.Match[str]) -> bool:
    """Say whether a list item may follow a paragraph without a blank line (5.2)."""
    return item.end() < len(item.string) and int(item["number"] or 1) == 1


def _is_plain(rest: str, *, in_paragraph: bool) -> bool:
    """Say whether the rest of a line is text of a paragraph or, if it is indented, perhaps code (4.4)."""
    marks = [_BREAK, _HEADING, _FENCE, *([_UNDERLINE] if in_paragraph else [])]
    return rest.strip(" ") != "" and not any(re.match(mark, rest) for mark in marks)
