"""People from tables and vCards, matched with the register: who is new, who changed, who could be several."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from scm_cli.archive.format import keys
from scm_cli.archive.resolve import known_by, survivor
from scm_cli.archive.typed import imported_value
from scm_cli.errors import BadData, Problem
from scm_cli.importers.records import Record, Table, bad
from scm_cli.importers.tables import Columns
from scm_cli.locale import people as say
from scm_cli.model.attendee import Attendee
from scm_cli.model.fold import same
from scm_cli.model.kinds import Unfit
from scm_cli.model.text import slug, unused

FIELDS: Final = (
    "name", "title", "family_name", "given_name", "organisation", "role", "email", "phone", "salutation", "aliases",
)  # fmt: skip
COLUMNS: Final = Columns(("key", *FIELDS, "groups", "state", "merged_into"), ("name", "family_name", "email"))
"""What a table says of people; group, state and what somebody was merged into are shown in lists alone."""

Register = Mapping[str, Attendee]


@dataclass(frozen=True)
class Person:
    """One person as a file speaks of them.

    Args:
        line: where.
        key: the key that is named; empty where none is.
        values: by the fields of `Attendee`.
    """

    line: int
    key: str
    values: Mapping[str, Any]

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
    if problems:
        raise BadData(problems)
    return Person(
        record.line, str(record.values.get("key", "")).strip(), {known[n].field: v for n, v in values.items()}
    )


def _value(name: str, value: str, today: date) -> Any:
    key = keys(Attendee)[name]
    if name == "aliases":
        return tuple(imported_value(key, part.strip(), today) for part in value.split(";") if part.strip())
    if name == "email":
        value = value.strip().removeprefix("mailto:")
    return imported_value(key, " ".join(value.split()), today)


def matched(people: Sequence[Person], register: Register) -> Matched:
    """Return what becomes of the register with the people of a file.

    Somebody is known by key, else by e-mail address, else by the whole name; two people of one name whom the file
    gives different addresses are two.
    """
    now = dict(register)
    ambiguous = []
    seen: set[str] = set()
    untouched: dict[str, None] = {}
    for one in people:
        fitting = _fitting(one, now, seen)
        if len(fitting) > 1:
            ambiguous.append((one, tuple(fitting)))
            continue
        if not fitting:
            key = _free_key(one, now)
            now[key] = Attendee(**dict(one.values))
            seen.add(key)
            continue
        seen.add(fitting[0])
        after = _updated(now[fitting[0]], one)
        if after == now[fitting[0]] and after == register.get(fitting[0]):
            untouched[fitting[0]] = None
        now[fitting[0]] = after
    added = {key: person for key, person in now.items() if key not in register}
    changed = {key: person for key, person in now.items() if key in register and person != register[key]}
    return Matched(added, changed, tuple(key for key in untouched if key not in changed), tuple(ambiguous))


def _fitting(one: Person, register: Register, seen: set[str]) -> list[str]:
    """Return the keys of the people somebody could be; whom the file named before with another address is not."""
    if one.key in register:
        return [survivor(one.key, register)]
    email = one.values.get("email")
    by_email = {survivor(k, register) for k, person in register.items() if email and same(person.email or "", email)}
    if by_email:
        return sorted(by_email)
    known = [key for key in known_by(one.name, register) if not register[key].forgotten]
    return [key for key in known if not (key in seen and email and register[key].email)]


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
