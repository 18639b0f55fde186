"""People from tables and vCards, matched with the register: who is new, who changed, who could be several."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from scm_cli.archive.format import keys
from scm_cli.archive.resolve import known_by, survivor
from scm_cli.archive.typed import imported_value
from scm_cli.errors import BadData, Problem
from scm_cli.importers.records import Record, Table, bad
from scm_cli.importers.seats import Seat, seat_of, seated
from scm_cli.importers.tables import Columns
from scm_cli.locale import people as say
from scm_cli.model.attendee import Attendee
from scm_cli.model.fold import same
from scm_cli.model.kinds import Unfit
from scm_cli.model.text import slug, unused
from scm_cli.query.register import SEAT

FIELDS: Final = (
    "name", "title", "family_name", "given_name", "organisation", "role", "email", "phone", "salutation", "aliases",
)  # fmt: skip
COLUMNS: Final = Columns(("key", *FIELDS, *SEAT, "groups", "state", "merged_into"), ("name", "family_name", "email"))
"""What a table says of people; groups, state and what somebody was merged into are shown in lists alone."""

Register = Mapping[str, Attendee]


@dataclass(frozen=True)
class Person:
    """One person as a file speaks of them.

    Args:
        line: where.
        key: the key that is named; empty where none is.
        values: by the fields of `Attendee`.
        seat: their seat in a group, where the file speaks of one.
    """

    line: int
    key: str
    values: Mapping[str, Any]
    seat: Seat | None = None

    @property
    def name(self) -> str:
        """The name, for messages."""
        return str(self.values.get("name", ""))


@dataclass(frozen=True)
class Matched:
    """What becomes of the register.

    Args:
        added, changed: the people as they would be, by key.
        same: the keys of those of whom nothing new is said.
        ambiguous: people who could be several in the register, with the keys of these.
    """

    added: Register
    changed: Register
    same: tuple[str, ...]
    ambiguous: tuple[tuple[Person, tuple[str, ...]], ...]


def people_of(table: Table, path: str, today: date) -> tuple[Person, ...]:
    """Return the people that records speak of; raises `BadData` with every record that is wrong."""
    found: list[Person] = []
    problems = list(table.problems)
    for record in table.records:
        try:
            found.append(_person(record, path, today))
        except BadData as error:
            problems += error.problems
    if problems:
        raise BadData(sorted(problems, key=lambda one: one.line))
    if not found:
        raise bad(path, 0, "", say.NOBODY_IN_IT(), "")
    return tuple(found)


def full_name(values: Mapping[str, Any]) -> dict[str, str]:
    """Return name, family name and given name as a record gives them.

    Understood are `Anna Beispiel`, `Beispiel, Anna` and the two names in columns of their own; what a meeting tool
    puts in brackets behind a name, such as `(Gast)`, is left out.
    """
    text = " ".join(str(values.get("name") or "").split())
    while text.endswith(")") and " (" in text:
        text = text[: text.rindex(" (")].rstrip()
    given, family = (" ".join(str(values.get(one) or "").split()) for one in ("given_name", "family_name"))
    last, comma, first = text.partition(", ")
    if comma and first and "," not in first:
        text, given, family = f"{first} {last}", given or first, family or last
    named = {"name": text or f"{given} {family}".strip(), "given_name": given, "family_name": family}
    return {field: value for field, value in named.items() if value}


def _person(record: Record, path: str, today: date) -> Person:
    known = keys(Attendee)
    said = {name: value for name, value in record.values.items() if name in FIELDS}
    said |= full_name(said)
    values: dict[str, Any] = {}
    problems = []
    if "name" not in said:
        problems.append(Problem(path, record.line, record.called.get("name", "name"), say.NO_NAME()))
    for name, value in said.items():
        try:
            values[name] = _value(name, value, today)
        except Unfit as error:
            problems.append(Problem(path, record.line, record.called.get(name, name), error.found, error.allowed))
    seat = None
    try:
        seat = seat_of(record, path, today)
    except BadData as error:
        problems += error.problems
    if problems:
        raise BadData(problems)
    key = str(record.values.get("key", "")).strip()
    return Person(record.line, key, {known[n].field: v for n, v in values.items()}, seat)


def _value(name: str, value: str, today: date) -> Any:
    key = keys(Attendee)[name]
    if name == "aliases":
        return tuple(imported_value(key, part.strip(), today) for part in value.split(";") if part.strip())
    if name == "email":
        value = value.strip().removeprefix("mailto:")
    return imported_value(key, " ".join(value.split()), today)


def matched(
    people: Sequence[Person], register: Register, path: str = "-", group: Callable[[str], str] = str
) -> Matched:
    """Return what becomes of the register with the people of a file.

    Somebody is known by key, else by e-mail address, else by the whole name; two people of one name whom the file
    gives different keys or addresses are two.

    Args:
        people: as the file speaks of them.
        register: the people there are.
        path: the file.
        group: finds the key of a group by what it is called, or raises `ScmError`.

    Raises:
        BadData: a seat's group, or the person a deputy stands in for, is not known or ambiguous.
    """
    now = dict(register)
    ambiguous = []
    said: dict[str, str] = {}
    found: dict[str, None] = {}
    seats = []
    for one in people:
        fitting = [said[one.key]] if one.key in said else _fitting(one, now, found)
        if len(fitting) > 1:
            ambiguous.append((one, tuple(fitting)))
            continue
        key = fitting[0] if fitting else _free_key(one, now)
        now[key] = _updated(now[key], one) if fitting else Attendee(**dict(one.values))
        found[key] = None
        if one.key:
            said[one.key] = key
        if one.seat:
            seats.append((key, one.seat))
    now = seated(now, seats, path, group, said)
    added = {key: person for key, person in now.items() if key not in register}
    changed = {key: person for key, person in now.items() if key in register and person != register[key]}
    same_as_before = tuple(key for key in found if key not in changed and key not in added)
    return Matched(added, changed, same_as_before, tuple(ambiguous))


def _fitting(one: Person, register: Register, found: Collection[str]) -> list[str]:
    """Return the keys of the people somebody could be; whom the file named before as somebody else is not."""
    if one.key in register:
        return [survivor(one.key, register)]
    email = one.values.get("email")
    by_email = {survivor(k, register) for k, person in register.items() if email and same(person.email or "", email)}
    if by_email := {key for key in by_email if not (key in found and one.key)}:
        return sorted(by_email)
    known = [key for key in known_by(one.name, register) if not register[key].forgotten]
    return [key for key in known if not (key in found and (one.key or (email and register[key].email)))]


def _free_key(one: Person, register: Register) -> str:
    return unused(slug(one.key or one.name, "person"), frozenset(register))


def _updated(person: Attendee, one: Person) -> Attendee:
    """Return a person with what a file says; another name than the register's becomes one to find them by."""
    values = {name: value for name, value in one.values.items() if name not in ("name", "aliases")}
    known = (person.name, person.printed, *person.aliases)
    fresh = [*one.values.get("aliases", ()), one.name]
    new = [name for name in fresh if not any(same(name, other) for other in known)]
    return replace(person, **values, aliases=(*person.aliases, *dict.fromkeys(new)))


def differing(before: Attendee, after: Attendee) -> Iterator[str]:
    """Yield the names of the keys in which two states of a person differ."""
    yield from (key.name for key in keys(Attendee).values() if getattr(before, key.field) != getattr(after, key.field))
