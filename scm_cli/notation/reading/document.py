"""The lines of a protocol's text as title, bullets and sections; what they mean is not asked here."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from scm_cli.locale import minutes as say
from scm_cli.locale import protocol as word
from scm_cli.model.text import forbidden_in_prose, visible
from scm_cli.notation.notes import Kind, line_kinds
from scm_cli.notation.reading.faults import Faults

_HEADING: Final = r"(?P<marks>#{1,3})(?:\s+(?P<text>.*))?$"
_BULLET: Final = r"\s{0,3}[-*+•]\s+(?P<text>.+)$"
_ITEM_HEADING: Final = rf"#{{2,3}}\s+(?:{'|'.join(text.partition(' ')[0] for text in word.ITEM.both())})\b"


@dataclass(frozen=True)
class Line:
    """One line of the text.

    Args:
        number: from 1.
        text: without the line feed.
        code: whether it belongs to fenced code.
    """

    number: int
    text: str
    code: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing stands there."""
        return not self.text.strip()


@dataclass(frozen=True)
class Bullet:
    """`- Label: value`, or a bullet without a label; wrapped lines are joined."""

    line: int
    label: str
    value: str


@dataclass(frozen=True)
class Section:
    """A heading with the lines below it."""

    line: int
    level: int
    text: str
    body: tuple[Line, ...]


@dataclass
class Document:
    """A protocol's text in its parts.

    Args:
        title: the text of the `#` heading; None where there is none.
        head: what stands below it.
        sections: the `##` and `###` headings with what stands below each.
    """

    title: Section | None = None
    head: tuple[Line, ...] = ()
    sections: list[Section] = field(default_factory=list)


def document(text: str, faults: Faults) -> Document:
    """Return the parts of a text.

    Args:
        text: with LF line ends and without the marks of a quoted mail.
        faults: takes what is wrong.
    """
    lines = _lines(text, faults)
    starts = [n for n, line in enumerate(lines) if not line.code and re.match(_HEADING, line.text)]
    found = Document()
    before = lines[: starts[0] if starts else len(lines)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        section = _section(lines[start], lines[start + 1 : end])
        if section.level > 1:
            found.sections.append(section)
        elif found.title is None and not found.sections:
            found.title = section
            found.head = section.body
        else:
            faults.add(section.line, section.text, say.SECOND_TITLE(), say.ALLOWED_HEADING())
    if found.title is None:
        found.head = tuple(before)
    elif any(not line.blank for line in before):
        faults.notice(say.BEFORE_TITLE(line=starts[0] + 1))
    return found


def _lines(text: str, faults: Faults) -> list[Line]:
    raw = unicodedata.normalize("NFC", text).split("\n")
    kinds = line_kinds(raw)
    for number, line in enumerate(raw, 1):
        if bad := forbidden_in_prose(line):
            faults.add(number, visible(line), say.FORBIDDEN(value=visible(bad)), say.ALLOWED_CHARACTERS())
    _check_fence(raw, kinds, faults)
    return [Line(number, line, kinds[number - 1] == "code") for number, line in enumerate(raw, 1)]


def _check_fence(lines: list[str], kinds: list[Kind], faults: Faults) -> None:
    """Report code that was never closed and so swallowed the agenda items after it."""
    start = len(lines)
    while start and kinds[start - 1] == "code":
        start -= 1
    if any(re.match(_ITEM_HEADING, line) for line in lines[start:]):
        faults.add(start + 1, lines[start], say.OPEN_CODE(), say.ALLOWED_CODE())


def _section(heading: Line, body: list[Line]) -> Section:
    found = re.match(_HEADING, heading.text)
    marks, text = (found["marks"], found["text"] or "") if found else ("", "")
    return Section(heading.number, len(marks), re.sub(r"\s+#+\s*$", "", text).strip(), tuple(body))


def bullets(lines: tuple[Line, ...], known: Iterable[str], faults: Faults) -> list[Bullet]:
    """Return the bullets of some lines; anything else there is a fault.

    Args:
        lines: what stands in the head.
        known: labels that may hold a colon themselves.
        faults: takes what is wrong.
    """
    found: list[tuple[int, list[str]]] = []
    open_ = False
    for line in lines:
        match = re.match(_BULLET, line.text)
        if match:
            found.append((line.number, [match["text"].strip()]))
        elif open_ and not line.blank:
            found[-1][1].append(line.text.strip())
        elif not line.blank:
            faults.add(line.number, line.text, say.NO_BULLET(), say.ALLOWED_BULLET())
        open_ = bool(found) and not line.blank
    labels = sorted(known, key=len, reverse=True)
    return [_labelled(number, " ".join(parts), labels) for number, parts in found]


def _labelled(number: int, text: str, known: Iterable[str]) -> Bullet:
    """Split a bullet behind a known label, or else at its first colon."""
    label = next((one for one in known if text.startswith(f"{one}:")), None)
    if label is None:
        label, colon, _ = text.partition(":")
        if not colon:
            return Bullet(number, "", text)
    return Bullet(number, label.strip(), text[len(label) + 1 :].strip())
