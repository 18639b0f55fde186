"""Everything stored about a person, for a request under Art. 15 GDPR: as Markdown and as JSON."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from scm_cli.archive.format import complete
from scm_cli.archive.reader import dotted
from scm_cli.archive.traces import Trace
from scm_cli.dates import show_day
from scm_cli.formats.pages import page
from scm_cli.locale import keys as labels
from scm_cli.locale import language
from scm_cli.locale import privacy as word
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.attendee import Attendee
from scm_cli.model.outcomes import Decision, Election, Task, TaskChange
from scm_cli.model.person_places import Place
from scm_cli.model.record import Objection, Seal, SealedPerson, Signature
from scm_cli.model.table import Table
from scm_cli.notation.derived import first_line
from scm_cli.notation.inline import escape
from scm_cli.query.rows import Register

_OWN: Final[dict[type[Table], str]] = {
    Attendance: "attendee",
    Signature: "by",
    Objection: "by",
    SealedPerson: "key",
    TaskChange: "assignees",
}
"""Tables that are about the person who stands in this field, as a whole."""

_LETTERS: Final[dict[type[Table], str]] = {Decision: "B", Election: "W", Task: "A"}


@dataclass(frozen=True)
class Naming:
    """A place that names the person.

    Args:
        ref: the session's reference; empty for another file.
        day: the session's day.
        path: the file, as the user would name it.
        line: from 1.
        place: where in it.
    """

    ref: str
    day: date | None
    path: str
    line: int
    place: Place


@dataclass(frozen=True)
class Known:
    """What is stored about a person.

    Args:
        entries: their entries in the register by key; the first is the one that counts.
        files: the entries' files by key.
        namings: the places that name them.
        texts: the lines in which they stand by name or address.
        register: the people of the archive, for other names.
        today: when it was found.
    """

    entries: dict[str, Attendee]
    files: dict[str, str]
    namings: list[Naming]
    texts: list[Trace]
    register: Register
    today: date


def report_object(known: Known) -> dict[str, Any]:
    """Return it as JSON has it."""
    return {
        "date": known.today.isoformat(),
        "entries": [{"key": key, "file": known.files[key], **complete(one)} for key, one in known.entries.items()],
        "places": [_place_object(one) for one in known.namings],
        "texts": [
            {"file": one.path, "line": one.line, "found": list(one.found), "text": one.text} for one in known.texts
        ],
        "not_searched": [text.to("en") for text in word.NOT_SEARCHED],
    }


def _place_object(one: Naming) -> dict[str, Any]:
    return {
        "session": one.ref or None,
        "date": one.day.isoformat() if one.day else None,
        "file": one.path,
        "line": one.line,
        "where": dotted(one.place.where),
        "field": one.place.field,
        "content": complete(one.place.tables[-1]) if _is_own(one.place) else None,
    }


def report(known: Known) -> str:
    """Return it as Markdown in the language of the interface."""
    name = next(iter(known.entries.values())).printed
    parts = [f"# {word.TITLE(name=escape(name))}", word.AS_OF(day=show_day(known.today, language()))]
    parts.append(f"## {word.ENTRIES()}")
    for key, one in known.entries.items():
        parts += [f"### {word.ENTRY(key=key)}", _entry(one, known.files[key], known.register)]
    parts += [f"## {word.PLACES()}", *_namings(known)]
    parts += [f"## {word.TEXTS()}", _bullets(f"{one.path}:{one.line}: {one.text}" for one in known.texts)]
    parts += [f"## {word.LIMITS()}", _bullets(text() for text in word.NOT_SEARCHED)]
    return "\n\n".join(parts) + "\n"


def _entry(person: Attendee, path: str, register: Register) -> str:
    """Return an entry as a list, what belongs to a seat below it."""
    lines = [f"- {labels.KEYS['file']()}: {escape(path)}"]
    for line in filter(str.strip, page(person, register)):
        depth = (len(line) - len(line.lstrip())) // 2
        lines.append(f"{'  ' * depth}- {escape(_shown(line))}")
    return "\n".join(lines)


def _namings(known: Known) -> Iterator[str]:
    if not known.namings:
        yield word.NOTHING()
    heads = dict.fromkeys((one.path, one.ref, one.day) for one in known.namings)
    for path, ref, day in heads:
        yield f"### {word.SESSION(ref=ref, day=show_day(day, language()))}" if day else f"### {escape(path)}"
        yield _bullets(_naming(one, known.register) for one in known.namings if one.path == path)


def _naming(one: Naming, register: Register) -> str:
    """Return `TOP 3, B7-1: Antrag von`, or what is stored in a table of the person's own."""
    context = ", ".join(_context(one.place))
    found = labels.KEYS[one.place.field]()
    if _is_own(one.place):
        inner = one.place.tables[-1]
        kind = next((step for step in reversed(one.place.where[:-1]) if isinstance(step, str)), one.place.field)
        found = f"{labels.KEYS[kind]()} ({'; '.join(_lines(inner, register))})"
    return f"{context}: {found} ({one.path}:{one.line})" if context else f"{found} ({one.path}:{one.line})"


def _is_own(place: Place) -> bool:
    """Say whether the table in which a person stands tells of them, and not of somebody else."""
    return _OWN.get(type(place.tables[-1])) == place.field


def _context(place: Place) -> Iterator[str]:
    """Yield the item and the outcome in which somebody is named, and on which side of a vote."""
    number = getattr(place.tables[0], "number", "")
    for table in place.tables:
        if isinstance(table, Item):
            yield table.title
        elif isinstance(table, Seal):
            yield labels.KEYS["seal"]()
        elif letter := _LETTERS.get(type(table)):
            text = first_line(getattr(table, "text", None) or getattr(table, "office", None) or "")
            yield " ".join(filter(None, (f"{letter}{number}-{getattr(table, 'number', '')}", text and f"„{text}“")))


def _lines(value: Table, register: Register) -> Iterator[str]:
    yield from (_shown(line) for line in page(value, register) if line.strip())


def _shown(line: str) -> str:
    """Return `Label: value` for a line of a page, whose columns are aligned."""
    return re.sub(r" {2,}", ": ", line.strip(), count=1)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {escape(line)}" for line in lines) or word.NOTHING()
