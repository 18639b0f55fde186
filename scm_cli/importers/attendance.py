"""Who came, from tables: lists of participants, and the attendance reports of meeting tools."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from typing import Any, Final

from scm_cli.archive.format import keys
from scm_cli.archive.typed import imported_value
from scm_cli.dates import read_clock
from scm_cli.errors import BadData, Problem, ScmError
from scm_cli.importers.people import full_name
from scm_cli.importers.presenters import Presenters
from scm_cli.importers.records import Record, Table, bad
from scm_cli.importers.tables import Columns
from scm_cli.locale import people as say
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.kinds import Unfit, shown
from scm_cli.model.session import Session

COLUMNS: Final = Columns(
    ("key", "name", "family_name", "given_name", "email", "organisation", "state", "capacity", "via", "joined", "left",
     "minutes_planned", "role", "title", "id", "session", "date"),
    ("name", "family_name", "email"),
    sections=True,
)  # fmt: skip
"""What a table says of those who came; how long, in which role and with which number is not taken."""
_GRACE: Final = 5
"""Minutes by which somebody may be late, leave early or be away and still was there the whole time."""
_CLOCK: Final = re.compile(r"\b([0-9]{1,2}:[0-9]{2})(?::[0-9]{2})?\s*([AaPp]\.?[Mm]\.?)?")


@dataclass
class Came:
    """Somebody who came, with what all rows about them say.

    Args:
        line: of the first row.
        row: names the person, and nothing else.
        values: by the fields of `Attendance`.
        times: when they joined and left.
    """

    line: int
    row: Attendance
    values: dict[str, Any] = field(default_factory=dict)
    times: list[tuple[time | None, time | None]] = field(default_factory=list)


def attendance_of(table: Table, path: str, who: Presenters, state: str) -> tuple[Came, ...]:
    """Return those whom records name, each once; raises `BadData` with every record that is wrong.

    Args:
        table: the records.
        path: the file as problems name it.
        who: finds people in the register.
        state: of those of whom the file does not say it.
    """
    found: dict[object, Came] = {}
    problems = list(table.problems)
    for record in table.records:
        try:
            one = _Reading(record, path, who, state).came()
        except BadData as error:
            problems += error.problems
            continue
        known = found.setdefault(one.row.identity, one)
        if known is not one:
            known.values |= one.values
            known.times += one.times
    if problems:
        raise BadData(sorted(problems, key=lambda one: one.line))
    if not found:
        raise bad(path, 0, "", say.NOBODY_IN_IT(), "")
    return tuple(found.values())


class _Reading:
    """The reading of one record; collects what is wrong with it."""

    def __init__(self, record: Record, path: str, who: Presenters, state: str) -> None:
        self.record = record
        self.path = path
        self.who = who
        self.state = state
        self.problems: list[Problem] = []

    def came(self) -> Came:
        """Return who came and what is said of it; raises `BadData`."""
        said = self.record.values
        row = self._row(said)
        values: dict[str, Any] = {"state": self.state}
        for name in ("state", "capacity", "via", *(() if row.attendee else ("organisation",))):
            if said.get(name):
                values[name] = self._value(name, str(said[name]))
        times = (self._clock("joined"), self._clock("left"))
        if self.problems:
            raise BadData(self.problems)
        return Came(self.record.line, row, values, [times] if any(times) else [])

    def _row(self, said: Mapping[str, Any]) -> Attendance:
        """Return a row that names the person: by key or address where the register knows them, else by name."""
        for text in (said.get("key"), said.get("email")):
            if text and self.who.is_known(str(text)):
                return self._known(str(text))
        name = full_name(said).get("name", "")
        if not name:
            self._wrong("name", say.NO_NAME(), "")
            return Attendance(name="–")
        if self.who.is_known(name):
            return self._known(name)
        self.who.remember(name)
        return Attendance(name=self._value("name", name))

    def _known(self, text: str) -> Attendance:
        party = self.who.resolved(text)[0]
        return Attendance(attendee=party if isinstance(party, str) else None)

    def _value(self, name: str, value: str) -> Any:
        try:
            return imported_value(keys(Attendance)[name], " ".join(value.split()), self.who.today)
        except Unfit as error:
            self._wrong(name, error.found, error.allowed)
            return None

    def _clock(self, name: str) -> time | None:
        """Return the time in a cell that may hold a day too: `25.11.2022, 10:02:13`, `11/25/22, 10:02 AM`."""
        text = str(self.record.values.get(name) or "").replace("\u202f", " ")
        if not text.strip():
            return None
        found = _CLOCK.search(text)
        try:
            if found:
                return read_clock(f"{found[1]} {(found[2] or '').replace('.', '')}".strip())
        except ScmError:
            found = None
        self._wrong(name, say.NO_TIME(value=shown(text)), say.ALLOWED_TIME())
        return None

    def _wrong(self, name: str, found: str, allowed: str) -> None:
        called = self.record.called.get(name, name)
        self.problems.append(Problem(self.path, self.record.line, called, found, allowed))


def presence(times: Sequence[tuple[time | None, time | None]], session: Session) -> tuple[Span, ...]:
    """Return when somebody was there, where that was not the whole session; empty where its start is not known.

    A few minutes at the beginning, at the end and in between do not count: meeting tools note every second.
    """
    if session.start is None or not times:
        return ()
    begin = _minutes(session.start)
    last = session.end or session.planned_end
    end = None if last is None else _after(_minutes(last), begin)
    spans: list[tuple[int, int | None]] = []
    for joined, left in sorted(times, key=lambda one: _since(one[0], begin)):
        start, stop = _since(joined, begin), None if left is None else _left(left, begin)
        if spans and (spans[-1][1] is None or start - spans[-1][1] <= _GRACE):
            before = spans[-1][1]
            spans[-1] = (spans[-1][0], None if before is None or stop is None else max(before, stop))
        else:
            spans.append((start, stop))
    return tuple(span for first, stop in spans if (span := _span(first, stop, begin, end)) != Span())


def _span(first: int, stop: int | None, begin: int, end: int | None) -> Span:
    late = first - begin > _GRACE
    early = stop is not None and (end is None or end - stop > _GRACE) and stop > begin
    return Span(from_=_time(first) if late else None, until=_time(stop) if early and stop is not None else None)


def _since(moment: time | None, begin: int) -> int:
    """Return when somebody came, counted from the session's midnight: an hour before it begins is early, not late."""
    return begin if moment is None else _left(moment, begin)


def _left(moment: time, begin: int) -> int:
    minutes = _minutes(moment)
    return minutes + 24 * 60 if begin - minutes > 12 * 60 else minutes


def _after(minutes: int, begin: int) -> int:
    return minutes if minutes > begin else minutes + 24 * 60


def _minutes(moment: time) -> int:
    return 60 * moment.hour + moment.minute


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
