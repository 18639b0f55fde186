"""The head of a protocol, read back: title, bullets and people."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from scm_cli.dates import read_day
from scm_cli.errors import ScmError
from scm_cli.locale import Text
from scm_cli.locale import dates as date_word
from scm_cli.locale import minutes as say
from scm_cli.locale import protocol as word
from scm_cli.model.attendance import Span
from scm_cli.model.kinds import short
from scm_cli.model.session import Session
from scm_cli.notation import head as printed
from scm_cli.notation.inline import split_parts, unescape
from scm_cli.notation.reading.context import Reader
from scm_cli.notation.reading.document import Bullet, Document, bullets
from scm_cli.notation.reading.patterns import matched, one_of
from scm_cli.notation.reading.people import Listed, attendance
from scm_cli.notation.reading.times import hours, kept, spans
from scm_cli.notation.reading.title import title

Fields = dict[str, Any]


def head(found: Document, reader: Reader) -> Session:
    """Return the session with its head as the text has it; what the text leaves out is taken away."""
    read: dict[str, Fields] = {}
    listed: list[Listed] = []
    known = dict(printed.bullets(reader.printing))
    labels = {*known, *(printed.chosen(reader.printing, field) for field in ("chair", "minute_taker", "host"))}
    for bullet in bullets(found.head, labels, reader.faults):
        people = _people(bullet)
        name = _named(bullet.label, reader)
        if people is not None:
            listed += people
        elif name is None:
            reader.faults.add(bullet.line, bullet.label or bullet.value, say.UNKNOWN_LABEL(), _allowed())
        elif name in read:
            reader.faults.add(bullet.line, bullet.label, say.TWICE(), say.ALLOWED_ONCE())
        elif bullet.label in known and reader.alike(known[bullet.label], bullet.value):
            read[name] = _as_before(name, reader.session)
        else:
            read[name] = _READERS[name](bullet, reader)
    fields = _fields(read, {_named(label, reader) for label in known}, reader.session)
    fields |= title(found.title, read.get("place", {}).get("mode"), reader)
    return replace(reader.session, **fields, attendance=attendance(listed, reader))


def _fields(read: dict[str, Fields], stood: set[str | None], session: Session) -> Fields:
    """Return the fields of the head: as read, taken away where they stood there before, else unchanged."""
    fields: Fields = {}
    for name, empty in _EMPTY.items():
        fields |= read.get(name) or (empty if name in stood else _as_before(name, session))
    return fields


def _allowed() -> str:
    return say.ALLOWED_LABELS(labels=", ".join(f"„{text()}“" for text in _LABELS.values()))


_LABELS: Final[dict[str, Text]] = {
    "date": word.DATE,
    "breaks": word.BREAKS,
    "place": word.PLACE,
    "room": word.ROOM,
    "host": word.HOST,
    "reference": word.REFERENCE,
    "chair": word.CHAIR,
    "minute_taker": word.MINUTE_TAKER,
    "quorum": word.QUORUM,
    "standing": word.STANDING,
}
_FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "date": ("date", "start", "end"),
    "breaks": ("breaks",),
    "place": ("place", "mode"),
    "room": ("room",),
    "host": ("host",),
    "reference": ("reference",),
    "chair": ("chair",),
    "minute_taker": ("minute_taker",),
    "quorum": ("quorum_stated", "quorum_present", "quorum_of"),
    "standing": (),
}


def _as_before(name: str, session: Session) -> Fields:
    return {field: getattr(session, field) for field in _FIELDS[name]}


def _named(text: str, reader: Reader) -> str | None:
    """Return which entry of the head a label names, by the group's own words too."""
    label = unescape(text).strip()
    group = reader.printing.group
    for name in ("chair", "minute_taker", "host"):
        if group and (own := getattr(group.words, name)) and own.casefold() == label.casefold():
            return name
    return one_of(_LABELS, label)


_LISTS: Final[tuple[tuple[Text | tuple[str, ...], Listed], ...]] = (
    (word.VOTERS, Listed(0, "", "present", guest=False)),
    (word.OTHERS, Listed(0, "", "present", guest=False)),
    (word.PARTICIPANTS, Listed(0, "", "present", guest=False)),
    (say.PRESENT, Listed(0, "", "present", guest=False)),
    (word.REPRESENTED, Listed(0, "", "present", organisation=True)),
    (word.EXCUSED, Listed(0, "", "excused")),
    (word.ABSENT, Listed(0, "", "absent")),
    (say.ABSENT, Listed(0, "", "absent")),
    (word.GUESTS, Listed(0, "", "present", guest=True)),
)


def _people(bullet: Bullet) -> list[Listed] | None:
    """Return the entries of a list of people, or None for another bullet; counts in the label are derived."""
    label = re.sub(r"\s*\(.*\)$", "", bullet.label)
    for text, form in _LISTS:
        names = text if isinstance(text, tuple) else tuple(re.sub(r"\s*\(.*\)$", "", one) for one in text.both())
        if label.casefold() in (name.casefold() for name in names):
            parts = split_parts(bullet.value, ";")
            return [replace(form, line=bullet.line, text=part, label=label) for part in parts if part]
    return None


def _date(bullet: Bullet, reader: Reader) -> Fields:
    parts = split_parts(bullet.value, ",")
    when = hours(parts[-1]) if len(parts) > 1 else None
    session = reader.session
    typed = ", ".join(parts[: len(parts) - bool(when)])
    when = when or Span()
    fields = {
        "date": session.date,
        "start": kept(when.from_, session.start),
        "end": kept(when.until, session.end),
    }
    try:
        fields["date"] = read_day(_without_old_weekday(typed, session), session.date, past=False)
    except ScmError as error:
        reader.faults.add(bullet.line, typed, error.message, error.remedy)
    return fields


def _without_old_weekday(typed: str, session: Session) -> str:
    """Return a typed day without the weekday it had before: whoever changes the day may forget it."""
    weekday, comma, day = typed.partition(",")
    old = (one.casefold() for one in date_word.WEEKDAYS[session.date.weekday()].both())
    return day.strip() if comma and weekday.strip().casefold() in old else typed


def _breaks(bullet: Bullet, reader: Reader) -> Fields:
    found = spans(bullet.value)
    if found is None:
        reader.faults.add(bullet.line, bullet.value, say.NO_HOURS(), say.ALLOWED_HOURS())
    return {"breaks": found or ()}


def _place(bullet: Bullet, reader: Reader) -> Fields:
    """Read `Rathaus Musterstadt (hybrid)`, `Rathaus Musterstadt` or `online`."""
    before = reader.session.mode
    plain = before if before not in word.MODES else None
    if alone := one_of(word.MODES, bullet.value):
        return {"place": None, "mode": alone}
    marked = re.fullmatch(r"(?P<place>.*\S)\s*(?<!\\)\((?P<mode>[^()]*)\)", bullet.value)
    if marked and (mode := one_of(word.MODES, marked["mode"].strip())):
        return {"place": unescape(marked["place"]), "mode": mode}
    return {"place": unescape(bullet.value), "mode": plain}


def _plain(field: str) -> Callable[[Bullet, Reader], Fields]:
    return lambda bullet, _reader: {field: unescape(bullet.value) or None}


def _officer(field: str) -> Callable[[Bullet, Reader], Fields]:
    return lambda bullet, reader: {field: reader.names.registered(bullet.line, bullet.value)}


def _quorum(bullet: Bullet, reader: Reader) -> Fields:
    counted = re.fullmatch(r"(?P<stated>.*\S)\s*\((?P<counts>[^()]*)\)", bullet.value)
    counts = matched(word.COUNT_OF, counted["counts"].strip()) if counted else None
    stated = one_of(word.QUORUM_STATES, counted["stated"] if counted and counts else bullet.value)
    numbers = (counts["present"], counts["entitled"]) if counts else ("", "")
    if stated is None or (counts and not all(re.fullmatch("[0-9]{1,9}", number) for number in numbers)):
        reader.faults.add(bullet.line, bullet.value, say.NO_QUORUM(), say.ALLOWED_QUORUM())
        return {}
    present, entitled = (int(number) if number else None for number in numbers)
    if counts is None and None in (reader.session.quorum_present, reader.session.quorum_of):
        present, entitled = reader.session.quorum_present, reader.session.quorum_of
    return {"quorum_stated": stated, "quorum_present": present, "quorum_of": entitled}


def _standing(bullet: Bullet, reader: Reader) -> Fields:
    """Say that a status which is none is passed over, and what else stands in its line."""
    marks = "|".join(re.escape(one.partition(" ")[0]) for one in word.FINGERPRINT.both())
    value = re.sub(rf"\s*\((?:{marks})\s+[0-9a-f]*\)$", "", bullet.value, flags=re.IGNORECASE)
    understood = any(matched(one, value) is not None for one in (word.DRAFT, word.SEALED))
    if value and not understood:
        reader.faults.notice(say.STATUS_PASSED(value=short(value)))
    return {}


_READERS: Final[dict[str, Callable[[Bullet, Reader], Fields]]] = {
    "date": _date,
    "breaks": _breaks,
    "place": _place,
    "room": _plain("room"),
    "host": _plain("host"),
    "reference": _plain("reference"),
    "chair": _officer("chair"),
    "minute_taker": _officer("minute_taker"),
    "quorum": _quorum,
    "standing": _standing,
}
_EMPTY: Final[dict[str, Fields]] = {
    "breaks": {"breaks": ()},
    "place": {"place": None},
    "room": {"room": None},
    "host": {"host": None},
    "reference": {"reference": None},
    "chair": {"chair": None},
    "minute_taker": {"minute_taker": None},
    "quorum": {"quorum_stated": None, "quorum_present": None, "quorum_of": None},
    "date": {},
}
