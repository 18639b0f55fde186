"""What mail programs do to a text, undone: marks of quoting, line breaks, greetings, other spaces and quotes."""

import re
from bisect import bisect_left
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, Final, NamedTuple, TypeVar

from scm_cli.locale import minutes as say
from scm_cli.model.difference import by_identity, is_list
from scm_cli.model.table import Table
from scm_cli.notation.reading.faults import Faults

T = TypeVar("T", bound=Table)

_SPACES: Final = {0x00A0: " ", 0x202F: " ", 0x2007: " ", 0x200B: None, 0x00AD: None}
_QUOTES: Final = dict.fromkeys(map(ord, "„“”‟«»"), '"') | dict.fromkeys(map(ord, "‚‘’‛‹›"), "'")
_DASHES: Final = dict.fromkeys(map(ord, "‐‑–—"), "-")
_TABLE: Final = str.maketrans({**{chr(key): value for key, value in (_SPACES | _QUOTES | _DASHES).items()}, "…": "..."})
_START: Final = r"(?P<quote>[> ]*)(?P<marks>#{1,3})\s"
_HEADING: Final = r"#{1,3}\s"
_BULLET: Final = r"\s{0,3}[-*+•]\s"
_DELIMITER: Final = "--"  # RFC 3676, section 4.3; the space behind it is often lost
_NARROWEST: Final = 60  # the fewest characters at which mail programs break lines
_LETTER_END: Final = 12  # lines, from the last one up, among which a closing formula is looked for


def undone(text: str) -> str:
    """Return what is left of a text after any mail program: plain quotes, dashes and single spaces."""
    return re.sub(r"\s+", " ", text.translate(_TABLE)).strip()


def received(text: str, printed: str, faults: Faults) -> str:
    """Return a text as it was before mail programs had it; the faults then know where its lines came from.

    The mark that all lines of a quoted protocol have is taken off, what stands before its title and after its
    end is passed over and said so, and a line that is a printed one but for its breaks, spaces and quotes is
    the printed one again.

    Args:
        text: the protocol as somebody sent it.
        printed: what was sent to them.
        faults: takes what is passed over, and what was written between the lines of a quoted protocol.
    """
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    odd = {key: value for key, value in _SPACES.items() if chr(key) not in printed}
    lines = [_Came(number, line) for number, line in enumerate(plain.translate(odd).split("\n"), 1)]
    known = _Printed(printed)
    lines = _unquoted(_without_greeting(lines, faults), faults)
    lines = _without_end(_unwrapped(lines, known, faults), known, faults)
    faults.lines = tuple(line.number for line in lines)
    return "\n".join(line.text for line in lines)


class _Came(NamedTuple):
    """A line as it came, and whether it stands in a quoted protocol without being quoted itself."""

    number: int
    text: str
    bare: bool = False

    @property
    def blank(self) -> bool:
        return not self.text.strip()


# before and around the protocol


def _without_greeting(lines: list[_Came], faults: Faults) -> list[_Came]:
    """Return the lines from the title on; of sections without a title, from the first one or its bullets on."""
    start = next((n for n, line in enumerate(lines) if re.match(_START, line.text)), None)
    if start is None:
        return lines
    found = re.match(_START, lines[start].text)
    before = [line for line in lines[:start] if not line.blank]
    headless = found is not None and len(found["marks"]) > 1
    if not before or (headless and any(re.match(rf"[> ]*{_BULLET}", line.text) for line in before)):
        return lines
    faults.notice(say.BEFORE_TITLE(line=lines[start].number))
    return lines[start:]


def _unquoted(lines: list[_Came], faults: Faults) -> list[_Came]:
    """Return the lines without the marks that the first one has; what follows the quoted part is passed over."""
    depth = lines[0].text[: len(lines[0].text) - len(lines[0].text.lstrip("> "))].count(">") if lines else 0
    if depth == 0:
        return lines
    mark = rf"(?: {{0,3}}> ?){{{depth}}}"
    last = max(n for n, line in enumerate(lines) if re.match(mark, line.text))
    while last + 1 < len(lines) and not lines[last + 1].blank:
        last += 1  # the end of a line that was broken after quoting
    if any(not line.blank for line in lines[last + 1 :]):
        faults.notice(say.AFTER_END(line=lines[last + 1].number))
        lines = lines[: last + 1]
    found = ((line, re.match(mark, line.text)) for line in lines)
    return [
        line._replace(text=line.text[quote.end() :]) if quote else line._replace(bare=not line.blank)
        for line, quote in found
    ]


# line by line


@dataclass
class _Printed:
    """What was sent, line by line."""

    text: str

    @cached_property
    def lines(self) -> dict[tuple[str, str], str]:
        """Each line that is not blank, by its indentation and what mail programs leave of it.

        A line that begins with a space, `>` or `From ` may come with one more space (RFC 3676, section 4.4).
        """
        found: dict[tuple[str, str], str] = {}
        for line in self._lines:
            stuffed = re.match("[ >]|From ", line) is not None
            for one in (line, f" {line}") if stuffed else (line,):
                found.setdefault(_key(one), line)
        return found

    @cached_property
    def _lines(self) -> dict[str, None]:
        return dict.fromkeys(filter(str.strip, self.text.split("\n")))

    def whole(self, came: str) -> str | None:
        """Return the printed line that a line is, one that was printed exactly so before one that only mail made so."""
        return came if came in self._lines else self.lines.get(_key(came))

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(text for _, text in self.lines)

    def begins(self, came: str) -> bool:
        """Say whether a printed line begins with what is left of a text after any mail program."""
        start = undone(came)
        at = bisect_left(self._sorted, start)
        return at < len(self._sorted) and self._sorted[at].startswith(start)


def _key(line: str) -> tuple[str, str]:
    return line[: len(line) - len(line.lstrip())], undone(line)


def _unwrapped(lines: list[_Came], known: _Printed, faults: Faults) -> list[_Came]:
    """Return the lines with every printed one whole again; an unquoted one that belongs to none is a mistake."""
    found: list[_Came] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        taken, whole = _whole(lines, at, known)
        if whole is not None:
            found.append(_Came(line.number, whole))
        elif found and not found[-1].blank and _goes_on(found[-1].text, line):
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {line.text.strip()}")
        elif line.bare:
            faults.add(line.number, line.text, say.NOT_QUOTED(), say.ALLOWED_QUOTED())
        else:
            found.append(line)
        at += taken
    return found


def _goes_on(line: str, rest: _Came) -> bool:
    """Say whether a line is the end of the one before, which was so long that its next word did not fit on it.

    That is sure where the line has lost its mark of quoting, and where a heading or a quote would end else.
    """
    torn = rest.bare or (re.match(rf"{_HEADING}|>", line) and not re.match(rf"{_HEADING}|[>*]", rest.text))
    return bool(torn and not rest.blank and len(line) + 1 + len(rest.text.split(maxsplit=1)[0]) > _NARROWEST)


def _whole(lines: list[_Came], at: int, known: _Printed) -> tuple[int, str | None]:
    """Return how many lines are one printed line, and that line; 1 and None where there is none."""
    best: tuple[int, str | None] = (1, None)
    joined = ""
    for n in range(at, len(lines)):
        piece = lines[n].text
        if n > at and joined.lstrip().startswith(">"):
            piece = re.sub(r"^ ?> ?", "", piece)
        if not piece.strip("> \t"):
            return (1, known.whole(piece)) if n == at and piece.strip() else best  # an empty line of a quote
        joined = f"{joined} {piece}" if n > at else piece
        if not known.begins(joined):
            return best
        if whole := known.whole(joined):
            best = n - at + 1, whole
    return best


# after the protocol


def _without_end(lines: list[_Came], known: _Printed, faults: Faults) -> list[_Came]:
    """Return the lines without the end of the letter they stood in: a signature, or a closing formula."""
    printed = {line.strip() for line in known.text.split("\n")}
    written = [n for n, line in enumerate(lines) if not line.blank]
    letter = written[-_LETTER_END:]
    headings = (n for n in reversed(written) if re.match(_HEADING, lines[n].text))
    for n in range(next(headings, 0), len(lines)):
        line = lines[n]
        ends = line.text.rstrip() == _DELIMITER or (letter and n >= letter[0] and _closes(line.text))
        apart = n > 0 and lines[n - 1].blank
        if ends and apart and line.text.strip() not in printed:
            faults.notice(say.AFTER_END(line=line.number))
            return lines[:n]
    return lines


def _closes(line: str) -> bool:
    """Say whether a line is a closing formula of letters, alone or with a name behind it."""
    plain = line.strip().rstrip("!.,").lower()
    return any(plain == one or plain.startswith(f"{one},") for one in say.CLOSINGS)


# field by field


def as_sent(sent: T, came: T) -> T:
    """Return a table as it came back, but with its texts as they were sent where only a mail program changed them."""
    kept: dict[str, Any] = {}
    for one in fields(type(came)):
        before, after = getattr(sent, one.name), getattr(came, one.name)
        if before == after:
            continue
        if isinstance(before, str) and isinstance(after, str):
            if undone(before) == undone(after):
                kept[one.name] = before
        elif is_list(before) and is_list(after):
            rows = by_identity(before)
            kept[one.name] = tuple(as_sent(rows[row.identity], row) if row.identity in rows else row for row in after)
    return replace(came, **kept) if kept else came
