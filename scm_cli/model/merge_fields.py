"""The three-way merge of any table: field by field, rows by what tells them apart."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields, replace
from difflib import SequenceMatcher
from operator import attrgetter
from typing import Any, Final, TypeVar

from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.attendee import Membership
from scm_cli.model.group import Rule, Standing
from scm_cli.model.merge_order import merged_order
from scm_cli.model.outcomes import Candidate, Election, TaskChange
from scm_cli.model.record import Attachment, Seal, Signature
from scm_cli.model.sides import Sides
from scm_cli.model.table import Table

T = TypeVar("T", bound=Table)
Path = tuple[str, ...]
Rows = tuple[Any, ...]

_TELLING: Final[dict[type[Table], str]] = {
    Membership: "group",
    Candidate: "name",
    Rule: "field",
    Standing: "title",
    Signature: "by",
}
"""What tells rows without an identity apart, as long as it is there once in a list."""

_WHOLE: Final = (Seal, Span)
"""What makes no sense half from one side and half from the other."""

_TOGETHER: Final[dict[type[Table], tuple[tuple[str, ...], Callable[[Any], bool]]]] = {
    Attachment: (("file", "url"), lambda one: bool(one.file) != bool(one.url)),
    Election: (
        ("candidates", "elected"),
        lambda one: not (one.elected and one.candidates) or one.elected in {each.name for each in one.candidates},
    ),
}
"""Fields that must fit each other, and when they do."""


@dataclass(frozen=True)
class FieldConflict:
    """A field that both sides changed, each otherwise.

    Args:
        path: names of keys and of rows, such as `agenda`, `testfeld`, `decisions`, `1`, `text`.
        base: the value before; None where there was none, as in the other two.
        ours: our value, which stands.
        theirs: their value.
    """

    path: Path
    base: Any
    ours: Any
    theirs: Any

    @property
    def name(self) -> str:
        """The path as messages show it: `agenda.testfeld.decisions.1.text`."""
        return ".".join(self.path)


def blank(table: type[T]) -> T:
    """Return a table that says nothing: the base of what both sides added."""
    required = [one.name for one in fields(table) if one.default is MISSING and one.default_factory is MISSING]
    return table(**dict.fromkeys(required))


@dataclass
class Merging:
    """One merge; the conflicts are collected on the way."""

    conflicts: list[FieldConflict] = field(default_factory=list)

    def value(self, sides: Sides, path: Path) -> Any:
        """Return the merged value of a field or row; None is an absent one."""
        if sides.settled:
            return sides.outcome
        one = sides.ours
        if isinstance(one, Table) and type(one) is type(sides.theirs) and not isinstance(one, _WHOLE):
            before = blank(type(one)) if sides.base is None else sides.base
            return self.table(Sides(before, one, sides.theirs), path)
        if isinstance(one, tuple) and isinstance(sides.theirs, tuple):
            return self._rows(sides.of(lambda rows: rows or ()), path)
        return self.conflict(sides, path)

    def conflict(self, sides: Sides, path: Path) -> Any:
        """Note a conflict; return what stands."""
        self.conflicts.append(FieldConflict(path, *sides))
        return sides.ours

    def table(self, sides: Sides, path: Path) -> Any:
        """Return two versions of a table merged field by field."""
        made: dict[str, Any] = {}
        for one in fields(sides.ours):
            made[one.name] = self._field(one.name, sides.of(attrgetter(one.name)), (*path, one.name.rstrip("_")))
        return self._fitting(sides, type(sides.ours)(**made), path)

    def _field(self, name: str, sides: Sides, path: Path) -> Any:
        if name == "x":
            return self._free(sides, path)
        if name.startswith("last_"):
            return max(sides.ours, sides.theirs)
        if name == "sequence" and sides.base < min(sides.ours, sides.theirs):
            return sides.ours + sides.theirs - sides.base  # both announced a change; calendars have seen either
        return self.value(sides, path)

    def _fitting(self, sides: Sides, made: Table, path: Path) -> Table:
        """Return the merged table; where fields no longer fit each other, with ours of them."""
        names, fits = _TOGETHER.get(type(made), ((), bool))
        if not names or fits(made) or not fits(sides.ours):
            return made
        for name in names:
            self.conflicts = [one for one in self.conflicts if one.path != (*path, name)]
            states = sides.of(attrgetter(name))
            if states.ours != states.theirs:
                self.conflict(states, (*path, name))
        return replace(made, **{name: getattr(sides.ours, name) for name in names})

    def _free(self, sides: Sides, path: Path) -> Any:
        """Return the user's own keys, merged key by key."""
        if sides.settled:
            return sides.outcome
        if not all(side is None or isinstance(side, Mapping) for side in sides):
            return self.conflict(sides, path)
        tables = sides.of(lambda side: side or {})
        found: dict[str, Any] = {}
        for name in {**tables.ours, **tables.theirs}:
            value = self._free(tables.of(lambda side, name=name: side.get(name)), (*path, name))  # type: ignore[misc]
            if value is not None:
                found[name] = value
        return found or (None if sides.ours is None or sides.theirs is None else found)

    def _rows(self, sides: Sides, path: Path) -> Rows:
        every = [row for rows in sides for row in rows]
        if any(isinstance(row, _WHOLE) for row in every):
            return tuple(self.conflict(sides, path))
        keyed = sides.of(_by_identity)
        if all(rows is not None for rows in keyed):
            return self._keyed(keyed, path)
        if all(isinstance(row, TaskChange) for row in every):
            return tuple(sorted(self._contents(sides, path), key=lambda row: row.on))
        if all(isinstance(row, Table) for row in every):
            return self._keyed(_by_content(sides), path)
        return self._contents(sides, path)

    def _keyed(self, sides: Sides, path: Path) -> Rows:
        """Return rows merged by what tells them apart."""
        kept: dict[Any, Any] = {}
        for key in {**sides.ours, **sides.theirs}:
            rows = sides.of(lambda side, key=key: side.get(key))  # type: ignore[misc]
            row = self.value(rows, (*path, _called(key, rows.ours or rows.theirs)))
            if row is not None:
                kept[key] = row
        order = merged_order(sides.of(list), kept, _passing(sides.ours, sides.theirs))
        if order.clash:
            self.conflict(sides.of(tuple), path)
        return tuple(kept[key] for key in order.keys)

    def _contents(self, sides: Sides, path: Path) -> Rows:
        """Return plain values and dated changes as a set: what either side added, and what neither removed."""
        known: list[Any] = []
        numbers = sides.of(lambda rows: _numbered(rows, known))
        both = set(numbers.ours) & set(numbers.theirs)
        added = numbers.of(lambda rows: set(rows) - set(numbers.base))
        order = merged_order(numbers, both | added.ours | added.theirs)
        gone = set(numbers.base) - set(numbers.ours) - set(numbers.theirs)
        exchanged = gone and added.ours and added.theirs and added.ours != added.theirs
        if (order.clash or exchanged) and not isinstance(known[0], TaskChange):
            return tuple(self.conflict(sides, path))
        return tuple(known[n] for n, _ in order.keys)


def _by_content(sides: Sides) -> Sides:
    """Return rows that only their content tells apart by the place they had before, new ones by their content."""
    known: list[Any] = []
    numbers = sides.of(lambda rows: _numbered(rows, known))
    return Sides(*(_aligned(numbers.base, keys, known) for keys in numbers))


def _aligned(base: list[Any], keys: list[Any], known: list[Any]) -> dict[Any, Any]:
    """Return rows by the place of the base's row they were made from, from 1, else by their own key."""
    found: dict[Any, Any] = {}
    for tag, a, b, c, d in SequenceMatcher(None, base, keys, autojunk=False).get_opcodes():
        paired = tag == "equal" or (tag == "replace" and b - a == d - c)
        for n in range(c, d):
            found[a + n - c + 1 if paired else keys[n]] = known[keys[n][0]]
    return found


def _by_identity(rows: Rows) -> dict[Any, Any] | None:
    """Return rows by what tells them apart; None where something does not."""
    found = {}
    for row in rows:
        key = _identity(row)
        if key is None or key in found:
            return None
        found[key] = row
    return found


def _identity(row: Any) -> Any:
    if not isinstance(row, Table):
        return None
    if isinstance(row, Attendance) and not row.who:
        return None
    return getattr(row, _TELLING[type(row)]) if type(row) in _TELLING else row.identity


def _called(key: Any, row: Any) -> str:
    """Return a row's name in a path."""
    return row.who if isinstance(row, Attendance) else str(key)


def _numbered(rows: Sequence[Any], known: list[Any]) -> list[tuple[int, int]]:
    """Return each row as its number among the known contents, and how often it came before."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if row not in known:
            known.append(row)
        number = known.index(row)
        found.append((number, sum(1 for other, _ in found if other == number)))
    return found


def _passing(ours: Mapping[Any, Any], theirs: Mapping[Any, Any]) -> Callable[[Any, Any], bool]:
    """Return whether their row may go behind one of ours: a sub-item stays with its item."""

    def passes(new: Any, passed: Any) -> bool:
        mine, other = theirs[new], ours.get(passed)
        if not isinstance(mine, Item) or not isinstance(other, Item):
            return True
        return mine.level == 1 or other.level == 2 or other.is_break

    return passes
