"""From records to what they say of agenda items, in the model's values."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from scm_cli.archive.format import Key, keys
from scm_cli.archive.typed import imported_value
from scm_cli.errors import BadData, Problem
from scm_cli.importers.agenda_fields import DERIVED
from scm_cli.importers.records import Record, Table, bad
from scm_cli.locale import importing as say
from scm_cli.model.agenda import Item
from scm_cli.model.kinds import LineKind, Unfit, shown
from scm_cli.model.table import Named

if TYPE_CHECKING:
    from scm_cli.importers.presenters import Presenters

_KEYS: Final[Mapping[str, Key]] = keys(Item)

MOST: Final = 1000
"""The items that one file may bring: more are no agenda, but a file of another kind."""


@dataclass(frozen=True)
class Incoming:
    """One item as it comes in.

    Args:
        line: where it stands in the file.
        title: its title.
        values: what is said of it, by the fields of `Item`.
        emptied: the fields of which the file says that there is nothing.
    """

    line: int
    title: str
    values: Mapping[str, Any]
    emptied: frozenset[str] = field(default_factory=frozenset)

    @property
    def id(self) -> str:
        """The id that is named; empty where none is."""
        return str(self.values.get("id", ""))

    @property
    def level(self) -> int:
        """The level; 1 where none is said."""
        return int(self.values.get("level", 1))


def incoming(table: Table, path: str, who: "Presenters", today: date) -> tuple[Incoming, ...]:
    """Return the items that records speak of; raises `BadData` with every record that is wrong."""
    if len(table.records) > MOST:
        raise bad(path, table.records[MOST].line, "", say.TOO_MANY(n=len(table.records)), say.ALLOWED_MOST(n=MOST))
    found: list[Incoming] = []
    problems = list(table.problems)
    for record in table.records:
        try:
            found.append(_Reading(record, path, who, today).item())
        except BadData as error:
            problems += error.problems
    if not problems:
        problems = list(_once(found, path))
    if problems:
        raise BadData(sorted(problems, key=lambda one: one.line))
    if not found:
        raise bad(path, 0, "", say.NO_RECORDS(), say.ALLOWED_SOMETHING())
    return tuple(found)


def _once(found: list[Incoming], path: str) -> list[Problem]:
    """Return a problem for every id that comes twice, and for a sub-item that has no item above it."""
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    above = False
    for one in found:
        if one.id and one.id in seen:
            problems.append(Problem(path, one.line, "id", say.ID_TWICE(id=one.id, line=seen[one.id])))
        seen[one.id] = one.line
        if one.level == 2 and not above:
            problems.append(Problem(path, one.line, "level", say.NO_PARENT(), say.ALLOWED_PARENT()))
        above = above or (one.level == 1 and one.values.get("kind") != "break")
    return problems


class _Reading:
    """The reading of one record; collects what is wrong with it instead of stopping at the first."""

    def __init__(self, record: Record, path: str, who: "Presenters", today: date) -> None:
        self.record = record
        self.path = path
        self.who = who
        self.today = today
        self.problems: list[Problem] = []

    def item(self) -> Incoming:
        """Return what the record says; raises `BadData`."""
        said = {name: value for name, value in self.record.values.items() if name not in DERIVED}
        given = {name: value for name, value in said.items() if value not in (None, "", [])}
        if "title" not in given:
            self._wrong("title", say.NO_TITLE(), "")
        values = {}
        for name, value in given.items():
            if name not in ("presenters", "presented_by"):
                values[_KEYS[name].field] = self._value(_KEYS[name], value)
        if presenters := self._presenters(given):
            values["presenters"] = presenters
        if "level" not in values and self._below():
            values["level"] = 2
        if self.problems:
            raise BadData(self.problems)
        emptied = frozenset(_KEYS[name].field for name in said.keys() - given.keys() if name in _KEYS)
        return Incoming(self.record.line, values["title"], values, emptied - {"id", "title"})

    def _value(self, key: Key, given: Any) -> Any:
        if isinstance(given, str) and isinstance(key.shape.kind, LineKind):
            given = " ".join(given.split())
        try:
            return imported_value(key, given, self.today)
        except Unfit as error:
            self._wrong(key.name, error.found, error.allowed)
            return None

    def _presenters(self, given: Mapping[str, Any]) -> tuple[Any, ...]:
        """Return who presents: exactly as `presented_by` says, unless somebody changed `presenters` beside it."""
        exact = self._all("presented_by", given, self._exact)
        named = given.get("presenters")
        if exact and (named is None or named == self.who.names(exact)):
            return exact
        return self._all("presenters", given, self.who.resolved)

    def _all(self, name: str, given: Mapping[str, Any], read: Callable[[Any], tuple[Any, ...]]) -> tuple[Any, ...]:
        value = given.get(name)
        if value is None:
            return ()
        found: list[Any] = []
        for one in value if isinstance(value, list) else [value]:
            try:
                found += [party for party in read(one) if party not in found]
            except Unfit as error:
                self._wrong(name, error.found, error.allowed)
        return tuple(found)

    def _exact(self, value: Any) -> tuple[Any, ...]:
        """Return a party as the file format writes it: a key, or a table with a name or an organisation."""
        if isinstance(value, str):
            return (self.who.key(value),)
        return self.who.resolved(value, exactly=True)

    def _below(self) -> bool:
        """Say whether the number of the item is one of a sub-item: `3.1`, `TOP 3.1`, `3 a)`."""
        top = self.record.values.get("top")
        return isinstance(top, str) and re.search(r"[0-9]+[a-z]?\.[0-9]+[a-z]?\.?\s*$", top) is not None

    def _wrong(self, name: str, found: str, allowed: str) -> None:
        called = self.record.called.get(name, name)
        self.problems.append(Problem(self.path, self.record.line, called, found, allowed))


def named(value: Any, today: date) -> Named:
    """Return somebody outside the register by name or organisation; raises `Unfit`."""
    known = keys(Named)
    if not isinstance(value, dict) or not value.keys() <= {"name", "organisation"} or not any(value.values()):
        raise Unfit(say.NO_PRESENTER(value=shown(value)), say.ALLOWED_PRESENTER())
    return Named(**{name: imported_value(known[name], one, today) for name, one in value.items() if one is not None})
