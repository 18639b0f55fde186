"""Agendas as Markdown or numbered lists: bullets, numbers, `TOP 3.1`, and scm's own agenda document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from scm_cli.errors import Problem
from scm_cli.importers.outline_details import Details
from scm_cli.importers.records import Record, Table, bad
from scm_cli.locale import importing as say
from scm_cli.model.kinds import short
from scm_cli.notation.inline import unescape

_NUMBER: Final = r"[0-9]{1,4}[a-z]?(?:\.[0-9]{1,4}[a-z]?)*"
_TOP: Final = rf"(?:TOP|Top|top|Item|Punkt)\s+(?P<top>{_NUMBER})(?:\s*[.:)])?(?:\s+[-–—](?=\s))?"
_ITEM: Final = re.compile(
    rf"(?P<indent> *)(?:#{{2,6}} +(?={_TOP.replace('(?P<top>', '(?:')}))?"
    rf"(?:(?P<bullet>[-*+•–—·])(?:\s+|$))?"
    rf"(?:{_TOP}|(?P<number>{_NUMBER})[.:)]|(?P<dotted>[0-9]{{1,4}}(?:\.[0-9]{{1,4}})+)|(?P<letter>[a-z])\))?"
    rf"(?:\s+|(?<=\s)|$)(?P<title>\S.*)?"
)
_OWN: Final = re.compile("|".join(f"# {word}: .*" for word in say.AGENDA_DOCUMENT.both()))
_ITEMS: Final = re.compile("|".join(f"## {word}" for word in say.ITEMS_HEADING.both()))
_TASK: Final = re.compile(r" *- A[0-9]+-[0-9]+ ?[(:]")


@dataclass
class _Point:
    """One item of a list while it is read."""

    line: int
    indent: int
    number: str
    letter: bool
    title: str
    notes: list[str] = field(default_factory=list)


def outline_agenda(text: str, path: str, details: Details) -> Table:
    """Return the records of a list: deeper points and numbers with a dot are sub-items, paragraphs below are notes.

    Without any bullet or number every line is an item. What stands before the first item is no part of the agenda.

    Args:
        text: the list.
        path: the file as problems name it.
        details: reads `(Name, Bericht, 20 Minuten)` at the end of a title.

    Raises:
        BadData: there is no item in it.
    """
    lines = [_clean(line) for line in text.split("\n")]
    own = any(_OWN.fullmatch(line) for line in lines)
    points, problems = _points(lines, path, own=own)
    levels = _levels(points)
    found = []
    for point, level in zip(points, levels, strict=True):
        if level > 2:
            problems.append(Problem(path, point.line, "", say.TOO_DEEP(), say.ALLOWED_DEPTH()))
        elif not point.title:
            problems.append(Problem(path, point.line, "", say.NO_TITLE()))
        else:
            found.append(_record(point, level, details, own=own))
    if not points:
        raise bad(path, 0, "", say.NO_LIST(), say.ALLOWED_AGENDA_LIST())
    return Table(tuple(found), problems=tuple(problems))


def _clean(line: str) -> str:
    """Return a line without tabs, hard spaces and spaces at its end; of a thematic break (CommonMark, 4.1) nothing."""
    line = line.expandtabs(4).replace("\xa0", " ").rstrip()
    return "" if re.fullmatch(r" *([-*_])(?: *\1){2,}", line) else line


def _record(point: _Point, level: int, details: Details, *, own: bool) -> Record:
    title, values = details.split(point.title, names=own)
    found: dict[str, Any] = {"title": unescape(_plain(title)), "level": level, **values}
    if own and not point.number:
        found["kind"] = "break"  # scm's own agenda gives everything but planned pauses a number
    if notes := "\n".join(point.notes).strip("\n"):
        found["notes"] = notes
    return Record(point.line, found, {})


def _plain(title: str) -> str:
    """Return a title without a check box before it and marks of emphasis around all of it."""
    title = re.sub(r"^\[[ xX]\] +", "", title)
    around = re.fullmatch(r"(\*\*|__)(?!\s)(.+?)(?<!\s)\1", title)
    return around[2] if around and around[1] not in around[2] else title


def _points(lines: list[str], path: str, *, own: bool) -> tuple[list[_Point], list[Problem]]:
    """Return the items of a list, and what is wrong with the lines between them."""
    start = next((n + 1 for n, line in enumerate(lines) if _ITEMS.fullmatch(line)), 0)
    if own and not start:
        return [], []
    numbered = list(enumerate(lines[start:], start + 1))
    if not any(_point(n, line) for n, line in numbered):
        return [_Point(n, 0, "", letter=False, title=line.strip()) for n, line in _titles(numbered)], []
    points: list[_Point] = []
    problems: list[Problem] = []
    blank = True
    for n, line in numbered:
        if not line:
            blank = True
            continue
        if not (own and _TASK.match(line)):
            _take(n, line, points, problems, path, blank=blank)
        blank = False
    return points, problems


def _titles(numbered: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the lines of a list without bullets: all but headings and blank ones."""
    yield from ((n, line) for n, line in numbered if line and not line.startswith("#"))


def _take(n: int, line: str, points: list[_Point], problems: list[Problem], path: str, *, blank: bool) -> None:
    """Take one line: an item, the rest of a title, a paragraph of notes, or nothing that fits."""
    point = _point(n, line)
    if point is not None:
        points.append(point)
    elif not points or line.startswith("#"):
        return
    elif not blank and not points[-1].notes:
        points[-1].title += f" {line.strip()}"
    elif line.startswith(" "):
        points[-1].notes += ["", line.strip()] if blank and points[-1].notes else [line.strip()]
    else:
        problems.append(Problem(path, n, "", say.NO_POINT(value=short(line)), say.ALLOWED_POINT()))


def _point(n: int, line: str) -> _Point | None:
    """Return the item a line begins; None where it begins none."""
    match = _ITEM.fullmatch(line)
    if not match:
        return None
    number = match["top"] or match["number"] or match["dotted"] or ""
    if not (match["bullet"] or number or match["letter"]):
        return None
    return _Point(n, len(match["indent"]), number, bool(match["letter"]), (match["title"] or "").strip())


def _levels(points: list[_Point]) -> list[int]:
    """Return the level of each item: by its number where it has dots, else by how deep it stands."""
    numbers = any(point.number for point in points)
    found: list[int] = []
    open_: list[int] = []
    for point in points:
        while open_ and point.indent < open_[-1]:
            open_.pop()
        if not open_ or point.indent > open_[-1] + 1:
            open_.append(point.indent)
        depth = len(open_)
        if "." in point.number:
            depth = point.number.count(".") + 1
        elif point.letter and numbers:
            depth = max(depth, 2)
        found.append(depth)
    return found
