"""What differs between two states of a session, in words: `TOP 3 Testfeld: Beschluss B7-1: Ja: 3 → 4`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from difflib import ndiff
from typing import Any, Final

from scm_cli.dates import show_clock, show_day
from scm_cli.locale import keys as label
from scm_cli.locale import protocol as word
from scm_cli.locale import taking as say
from scm_cli.locale import words
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.difference import Difference, differences, is_list
from scm_cli.model.merge import FieldConflict
from scm_cli.model.outcomes import Candidate, Decision, Election, Task
from scm_cli.model.record import Attachment
from scm_cli.model.table import Named, Table
from scm_cli.notation import outcomes
from scm_cli.notation.context import Printing
from scm_cli.notation.inline import unescape
from scm_cli.notation.items import item as item_blocks
from scm_cli.notation.items import item_name
from scm_cli.notation.people import entry, presence
from scm_cli.query.rows import name_of, party_name, row_name

_COUNTED: Final = ("last_decision", "last_election", "last_task", "last_attachment", "sequence")
"""What follows from other changes and interests nobody."""

_PEOPLE: Final = ("chair", "minute_taker", "moved_by", "elected", "represents", "votes_for", "excluded")
_OUTCOMES: Final = (Decision, Election, Task)


def changes(before: Printing, after: Printing) -> Iterator[str]:
    """Yield what differs between two states of a session, field by field, in the language they are printed in.

    A field of several lines takes a line for itself and one for each line of it that goes or comes.
    """
    found = [one for one in differences(before.session, after.session) if one.path[-1] not in _COUNTED]
    telling = _Telling(before, after)
    gone = {(type(one.before), one.before.identity) for one in found if _is_row(one) and one.after is None}
    come = {(type(one.after), one.after.identity) for one in found if _is_row(one) and one.before is None}
    moved = {key for key in gone & come if key[0] in _OUTCOMES}
    for one in found:
        row = one.before if one.after is None else one.after
        if _is_row(one) and (type(row), row.identity) in moved:
            if one.before is None:
                yield telling.moved(one)
        else:
            yield from telling.sentence(one)


def places(found: Iterable[Difference], before: Printing, after: Printing) -> Iterator[str]:
    """Yield where each difference is, without what it is."""
    telling = _Telling(before, after)
    for one in found:
        path = [part for n, part in enumerate(one.path) if not (n + 1 == len(one.path) - 1 and _is_row(one))]
        yield telling.place(path)


def conflict(one: FieldConflict, before: Printing, after: Printing) -> tuple[str, str, str]:
    """Return what both sides changed, and what each made of it."""
    telling = _Telling(before, after)
    path = list(_resolved(one.path, before.session))
    field = next((part for part in reversed(path) if isinstance(part, str)), "")
    shown = [
        telling.row(side) if isinstance(side, Table) else telling.value(field, side) for side in (one.ours, one.theirs)
    ]
    return telling.place(path), " ".join(shown[0].split()), " ".join(shown[1].split())


def _resolved(path: Iterable[str], value: Any) -> Iterator[str | Table]:
    """Yield the fields and rows that a path of names leads through; a row that is gone stands by its name."""
    for name in path:
        if isinstance(value, tuple):
            known = [row for row in value if isinstance(row, Table) and name in (_who(row), str(row.identity))]
            value = known[0] if known else None
            yield known[0] if known else Named(name=name)
        else:
            yield name
            value = getattr(value, name, getattr(value, f"{name}_", None))


def _who(row: Table) -> str:
    return row.who if isinstance(row, Attendance) else ""


def _is_row(one: Difference) -> bool:
    return isinstance(one.path[-1], Table)


@dataclass(frozen=True)
class _Telling:
    """Two states of a session and the words for what differs."""

    before: Printing
    after: Printing

    @property
    def _lang(self) -> Any:
        return self.after.lang

    def sentence(self, one: Difference) -> Iterator[str]:
        """Yield one difference in words."""
        if _is_row(one):
            yield from self._row(one)
        elif _is_order(one):
            order = ", ".join(self.row(row) for row in one.after)
            yield say.ORDER.to(self._lang, what=self.place(one.path), order=order)
        elif _is_long(one.before) or _is_long(one.after):
            yield f"{self.place(one.path)}:"
            lines = ndiff(_lines(one.before), _lines(one.after))
            yield from (f"  {line.rstrip()}" for line in lines if line[0] in "+-")
        else:
            shown = {name: self.value(str(one.path[-1]), getattr(one, name)) for name in ("before", "after")}
            text = say.COUNT if any(type(side) is int for side in (one.before, one.after)) else say.CHANGE
            yield text.to(self._lang, what=self.place(one.path), **shown)

    def _row(self, one: Difference) -> Iterator[str]:
        come = one.before is None
        printing, row = (self.after, one.after) if come else (self.before, one.before)
        where = self.place(one.path[:-1] if isinstance(row, Attendance) else one.path[:-2])
        text = (say.NEW if where else say.NEW_ALONE) if come else (say.GONE if where else say.GONE_ALONE)
        if isinstance(row, Item):
            head, *blocks = item_blocks(row, printing)
            yield text.to(self._lang, what=unescape(head.lstrip("# ")))
            yield from (f"  {'+' if come else '-'} {line}".rstrip() for block in blocks for line in block.split("\n"))
        else:
            yield text.to(self._lang, where=where, what=self._whole(row, printing))

    def _whole(self, row: Table, printing: Printing) -> str:
        """Return a row with what it says, on one line."""
        if isinstance(row, Attendance):
            codes = filter(None, (row.state, row.capacity))
            return ", ".join((entry(row, printing), *(words.VALUES[code].to(self._lang) for code in codes)))
        printers: dict[type[Table], Any] = {
            Decision: outcomes.decision,
            Election: outcomes.election,
            Task: outcomes.task,
        }
        if type(row) in printers:
            return unescape(" ".join(printers[type(row)](row, printing).replace("**", "", 2).split()))
        if isinstance(row, Attachment):
            return f"{self.row(row)}: {row.title or row.url or row.file}"
        return self.row(row)

    def moved(self, one: Difference) -> str:
        """Return where a row stands now that stood elsewhere."""
        return say.MOVED_HERE.to(self._lang, what=self.row(one.after), where=self.place(one.path[:-2]))

    def place(self, path: Iterable[str | Table]) -> str:
        """Return where something stands: the rows on the way to it, and at last the field."""
        parts = list(path)
        shown = [self.row(part) for part in parts if isinstance(part, Table)]
        last = parts[-1] if parts else None
        if isinstance(last, str):
            named = label.KEYS.get(last.rstrip("_"))
            shown.append(named.to(self._lang) if named else last)
        return ": ".join(shown)

    def row(self, row: Table) -> str:
        """Return what a row is called."""
        number = self.after.session.number
        if isinstance(row, Item):
            known = self.before.session.item(row.id)
            printing, title = (self.before, known.title) if known else (self.after, row.title)
            return f"{item_name(row, printing)} {title}" if printing.tops.get(row.id) else title
        if isinstance(row, Attendance):
            return row_name(row, self.after.register) or row.organisation or ""
        if isinstance(row, Decision):
            return word.DECISION.to(self._lang, number=f"B{number}-{row.number}")
        if isinstance(row, Election):
            return word.ELECTION.to(self._lang, number=f"W{number}-{row.number}")
        if isinstance(row, Task):
            return word.TASK.to(self._lang, number=f"A{number}-{row.number}")
        if isinstance(row, Attachment):
            return word.ATTACHMENT.to(self._lang, number=row.number)
        if isinstance(row, Named):
            return row.name or ""
        return str(row.identity or row)

    def value(self, name: str, value: Any) -> str:
        """Return a value as people read it."""
        if value in (None, (), ""):
            return say.NOTHING.to(self._lang)
        if isinstance(value, tuple):
            return self._list(name, value)
        if isinstance(value, bool):
            return words.VALUES[str(value).lower()].to(self._lang)
        if isinstance(value, (date, time)):
            return show_day(value, self._lang) if isinstance(value, date) else show_clock(value, self._lang)
        if isinstance(value, Named):
            return party_name(value, self.after.register)
        if isinstance(value, Candidate):
            votes = "" if value.votes is None else f" {value.votes}"
            return f"{name_of(value.name, self.after.register)}{votes}"
        if name in (*_PEOPLE, "assignees", "presenters"):
            return name_of(str(value), self.after.register)
        return self._coded(name, value)

    def _list(self, name: str, values: tuple[Any, ...]) -> str:
        if all(isinstance(one, Span) for one in values):
            return presence(values, self.after)
        if name == "items":
            tops = (self.after.tops.get(one) or self.before.tops.get(one) or one for one in values)
            return ", ".join(word.ITEM.to(self._lang, top=top) for top in tops)
        return ", ".join(self.value(name, one) for one in values)

    def _coded(self, name: str, value: Any) -> str:
        """Return the word for a code, or the text itself."""
        known: dict[str, dict[str, Any]] = {
            "result": word.RESULTS,
            "majority": word.MAJORITIES,
            "method": word.METHODS | {"consensus": word.BY_CONSENSUS},
            "quorum_stated": word.QUORUM_STATES,
            "via": word.VIA,
        }
        table = known.get(name, words.VALUES if name in ("status", "kind", "state", "mode", "capacity") else {})
        text = table.get(str(value))
        return text.to(self._lang) if text else str(value)


def _is_order(one: Difference) -> bool:
    return bool(one.before and one.after) and is_list(one.before) and is_list(one.after)


def _is_long(value: Any) -> bool:
    return isinstance(value, str) and "\n" in value


def _lines(value: str | None) -> list[str]:
    return value.split("\n") if value else []
