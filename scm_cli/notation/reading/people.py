"""The people of a protocol's head, read back into rows of attendance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from scm_cli.locale import minutes as say
from scm_cli.locale import protocol as word
from scm_cli.model.attendance import Attendance, AttendanceState
from scm_cli.notation.inline import closing, split_parts, unescape
from scm_cli.notation.people import entry
from scm_cli.notation.reading.context import Reader
from scm_cli.notation.reading.faults import Faults
from scm_cli.notation.reading.patterns import matched, one_of
from scm_cli.notation.reading.times import spans
from scm_cli.query.rows import row_organisation

PRINTED = ("present", "excused", "absent")
"""The states in which a person stands in the protocol's head."""


@dataclass(frozen=True)
class Listed:
    """One entry of a list of people.

    Args:
        line: where it stands.
        text: as Markdown.
        state: what the list's label says.
        guest: whether it is the list of guests; None where the list does not tell guests from others.
        organisation: whether the list names organisations without a person.
        label: of the list.
    """

    line: int
    text: str
    state: AttendanceState
    guest: bool | None = None
    organisation: bool = False
    label: str = ""


def attendance(listed: Sequence[Listed], reader: Reader) -> tuple[Attendance, ...]:
    """Return the rows of a session as the lists have them; rows that are not printed stay."""
    taken: list[Attendance] = []
    found: list[tuple[Listed, Attendance | None, Attendance]] = []
    for one in listed:
        before = _printed_so(one, taken, reader)
        row = _in_list(before, one) if before else _parsed(one, taken, reader)
        origin = before or _origin(row, taken, reader)
        if origin is not None:
            taken.append(origin)
        if any(row.identity == other.identity for _, _, other in found):
            reader.faults.add(one.line, one.text, say.LISTED_TWICE(), say.ALLOWED_ONCE())
        found.append((one, origin, row))
    return _in_order(found, reader.session.attendance)


def _printed_so(one: Listed, taken: list[Attendance], reader: Reader) -> Attendance | None:
    """Return the row that is printed exactly as the entry; one of the same list comes first."""
    rows = [row for row in reader.session.attendance if row.state in PRINTED and not _is_in(row, taken)]
    same = [row for row in rows if _fits(row, one) and reader.alike(entry(row, reader.printing), one.text)]
    return next((row for row in same if row.state == one.state), same[0] if same else None)


def _fits(row: Attendance, one: Listed) -> bool:
    """Say whether a row can stand in a list: of people, of organisations, or of both."""
    person = bool(row.attendee or row.name)
    return person if one.guest is not None else not (person and one.organisation)


def _is_in(row: Attendance, rows: Iterable[Attendance]) -> bool:
    return any(row is other for other in rows)


def _in_list(row: Attendance, one: Listed) -> Attendance:
    """Return a row as its list has it: state, and guest or not where the list says so."""
    capacity = row.capacity
    if one.guest is not None and one.guest != (capacity == "guest"):
        capacity = "guest" if one.guest else None
    return replace(row, state=one.state, capacity=capacity)


def _origin(row: Attendance, taken: list[Attendance], reader: Reader) -> Attendance | None:
    """Return the row of the same person, or else of the same name, that the entry changes."""
    free = [other for other in reader.session.attendance if not _is_in(other, taken)]
    same = [other for other in free if other.identity == row.identity]
    if not same and row.name:
        same = [other for other in free if not other.attendee and other.name == row.name]
    return same[0] if same else None


def _parsed(one: Listed, taken: list[Attendance], reader: Reader) -> Attendance:
    """Return the row an entry describes, with what is not printed from the row it changes."""
    typed, details = _parts(one.text, reader, organisation=one.organisation)
    read, organisation = _details(one, details, reader)
    who = _who(one, typed, organisation, reader)
    before = _origin(who, taken, reader) or Attendance(attendee=who.attendee)
    if before.items and _tops(before, reader) == _tops(Attendance(items=read["items"]), reader):
        read["items"] = before.items
    name = before.name if who.attendee else who.name
    given = replace(before, name=name, organisation=_own(who, before, reader), **read)
    return _in_list(given, one)


def _who(one: Listed, name: str, organisation: str | None, reader: Reader) -> Attendance:
    """Return whom an entry names, as a row with nothing else in it."""
    plain = unescape(name)
    known = plain in reader.names.organisations and plain not in reader.names.outside
    if one.organisation or (one.guest is None and organisation is None and known):
        return Attendance(organisation=plain)
    key = reader.names.key(one.line, name)
    return Attendance(attendee=key, name=None if key else reader.names.unregistered(plain), organisation=organisation)


def _own(who: Attendance, before: Attendance, reader: Reader) -> str | None:
    """Return the organisation as the row itself names it: none where the register says the same."""
    if who.attendee and before.organisation != who.organisation:
        derived = row_organisation(replace(before, organisation=None), reader.printing.source)
        return None if who.organisation in (derived, None) else who.organisation
    return who.organisation


def _tops(row: Attendance, reader: Reader) -> list[str]:
    return [top for item in row.items if (top := reader.printing.tops.get(item))]


def _parts(text: str, reader: Reader, *, organisation: bool) -> tuple[str, list[str]]:
    """Split an entry into name and details; brackets of an organisation that hold none are part of its name."""
    opened = [at for at in range(len(text)) if closing(text, at) == len(text) - 1 and _opens(text, at)]
    if not opened or not text.endswith(")"):
        return text, []
    at = opened[-1] if organisation else opened[0]
    details = split_parts(text[at + 1 : -1], ",")
    if organisation:
        asking = Reader(reader.printing, Faults(""))
        if not all(_detail(0, part, asking) for part in details):
            return text, []
    return text[:at].strip(), details


def _opens(text: str, at: int) -> bool:
    return text[at] == "(" and (len(text[:at]) - len(text[:at].rstrip("\\"))) % 2 == 0


def _details(one: Listed, details: list[str], reader: Reader) -> tuple[dict[str, Any], str | None]:
    """Return the fields that the details of an entry give, and the organisation among them."""
    read: dict[str, Any] = {"presence": (), "via": None, "represents": None, "votes_for": None, "items": ()}
    organisation: str | None = None
    for number, part in enumerate(details):
        found = _detail(one.line, part, reader)
        if found:
            read |= found
        elif number == 0 or organisation is None:
            organisation = unescape(part)
        else:
            reader.faults.add(one.line, unescape(part), say.NO_DETAIL(), say.ALLOWED_DETAIL())
    return read, organisation


def _detail(line: int, part: str, reader: Reader) -> dict[str, Any]:
    """Return the field that one detail gives; empty for anything else, such as an organisation."""
    if via := one_of(word.VIA, part):
        return {"via": via}
    if there := spans(part):
        return {"presence": there}
    for text, field in ((word.REPRESENTS, "represents"), (word.VOTES_FOR, "votes_for")):
        if found := matched(text, part):
            return {field: reader.names.registered(line, found["name"])}
    for text in (word.FOR_ITEM, word.FOR_ITEMS):
        if found := matched(text, part):
            ids = [reader.ids.get(top) for top in _numbers(found["tops"])]
            return {"items": tuple(filter(None, ids))} if all(ids) else {}
    return {}


def _numbers(text: str) -> list[str]:
    for joint in word.AND.both():
        text = text.replace(f" {joint} ", ",")
    return [part.strip() for part in text.split(",")]


def _in_order(
    found: list[tuple[Listed, Attendance | None, Attendance]], before: Sequence[Attendance]
) -> tuple[Attendance, ...]:
    """Return the rows where they were before, those of one list in its order, new ones at the end."""
    slots: dict[int, Attendance] = {n: row for n, row in enumerate(before) if row.state not in PRINTED or not row.who}
    lists: dict[str, list[tuple[int, Attendance]]] = {}
    new = []
    for one, origin, row in found:
        if origin is None:
            new.append(row)
            continue
        place = next(n for n, other in enumerate(before) if other is origin)
        lists.setdefault(one.label, []).append((place, row))
    for rows in lists.values():
        slots.update(zip(sorted(place for place, _ in rows), (row for _, row in rows), strict=True))
    return (*(slots[place] for place in sorted(slots)), *new)
