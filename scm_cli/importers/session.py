"""A whole session from one JSON document: its head and its agenda."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from scm_cli.archive.format import keys
from scm_cli.archive.typed import clause, imported_value
from scm_cli.errors import BadData, Problem, ScmError
from scm_cli.importers.agenda import AgendaReader
from scm_cli.importers.columns import field_of
from scm_cli.importers.incoming import Incoming, incoming
from scm_cli.importers.json_places import line_at, members, parsed
from scm_cli.importers.records import bad
from scm_cli.importers.structured import near, records_of
from scm_cli.locale import importing as say
from scm_cli.model.attendance import Span
from scm_cli.model.kinds import Unfit, short, shown
from scm_cli.model.session import Session

FIELDS: Final = (
    "date", "number", "group", "title", "kind", "mode", "start", "end", "planned_end", "place", "room", "host", "link",
    "reference", "display_number", "chair", "minute_taker", "breaks", "agenda",
)  # fmt: skip
"""What a document may say of a new session."""
_OFFICERS: Final = ("chair", "minute_taker")


@dataclass(frozen=True)
class Document:
    """What a document says of a new session.

    Args:
        date, number, group: as they were written; empty where they were not.
        values: of the session's other fields.
        items: of its agenda.
    """

    date: str = ""
    number: str = ""
    group: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    items: tuple[Incoming, ...] = ()


def group_named(text: str, path: str) -> str:
    """Return the group that a document names; empty where it names none. Raises `BadData` where it is no object."""
    value = parsed(text, path)
    if not isinstance(value, dict):
        raise bad(path, 1, "", say.NO_SESSION(value=shown(value)), say.ALLOWED_SESSION())
    named = next((one for name, one in value.items() if field_of(name, FIELDS) == "group"), "")
    return named if isinstance(named, str) else ""


def session_document(text: str, path: str, reader: AgendaReader, today: date) -> Document:
    """Return what a JSON document says of a new session.

    Args:
        text: the document.
        path: the file as problems name it.
        reader: of the agenda, which also finds chair and minute taker.
        today: what relative dates are measured from.

    Raises:
        BadData: with everything that is wrong with it.
    """
    group_named(text, path)
    return _Reading(text, path, reader, today).document()


class _Reading:
    """The reading of one document; collects what is wrong instead of stopping at the first."""

    def __init__(self, text: str, path: str, reader: AgendaReader, today: date) -> None:
        self.text = text
        self.path = path
        self.reader = reader
        self.today = today
        self.problems: list[Problem] = []

    def document(self) -> Document:
        said: dict[str, Any] = {}
        value = parsed(self.text, self.path)
        items: tuple[Incoming, ...] = ()
        for name, place in members(self.text):
            line, found = line_at(self.text, place), field_of(name, FIELDS)
            if not found:
                self._wrong(line, name, say.UNKNOWN_KEY(), near(name, FIELDS))
            elif found in said:
                self._wrong(line, name, say.TWICE(other=found), say.ALLOWED_ONCE())
            elif found == "agenda":
                items = self._agenda(value[name], place)
            elif value[name] not in (None, "", []):
                said[found] = self._value(found, name, value[name], line)
        if self.problems:
            raise BadData(sorted(self.problems, key=lambda one: one.line))
        head = {name: str(said.pop(name, "")) for name in ("date", "number", "group")}
        return Document(**head, values=said, items=items)

    def _agenda(self, value: Any, place: int) -> tuple[Incoming, ...]:
        if value in (None, []):
            return ()
        try:
            table = records_of(self.text, place, value, self.path)
            self.reader.unused = table.unused
            return incoming(table, self.path, self.reader.who, self.today)
        except BadData as error:
            self.problems += error.problems
            return ()

    def _value(self, name: str, called: str, given: Any, line: int) -> Any:
        if name in ("number", "group"):
            return (
                given
                if isinstance(given, (str, int)) and not isinstance(given, bool)
                else self._no_text(line, called, given)
            )
        try:
            if name in _OFFICERS:
                return self._officer(given)
            if name == "breaks":
                return tuple(_span(one, self.today) for one in given)
            return imported_value(keys(Session)[name], given, self.today)
        except Unfit as error:
            self._wrong(line, called, error.found, error.allowed)
        except ScmError as error:
            self._wrong(line, called, error.message, clause(error.remedy))
        except TypeError:
            self._wrong(line, called, say.NO_BREAK(value=shown(given)), say.ALLOWED_BREAK())
        return None

    def _officer(self, given: Any) -> str:
        """Return the key of somebody who must be in the register; raises as a reference does."""
        if not isinstance(given, str):
            raise Unfit(say.NO_PRESENTER(value=shown(given)), say.ALLOWED_PRESENTER())
        return self.reader.who.resolver.attendee(given)

    def _no_text(self, line: int, called: str, given: Any) -> str:
        self._wrong(line, called, say.NO_VALUE(value=shown(given)), "")
        return ""

    def _wrong(self, line: int, name: str, found: str, allowed: str) -> None:
        self.problems.append(Problem(self.path, line, short(name), found, allowed))


def _span(value: Any, today: date) -> Span:
    """Return a break: a table with `from` and `until`; raises `Unfit`."""
    known = keys(Span)
    if not isinstance(value, dict) or not value or not value.keys() <= {"from", "until"}:
        raise Unfit(say.NO_BREAK(value=shown(value)), say.ALLOWED_BREAK())
    return Span(**{known[name].field: imported_value(known[name], one, today) for name, one in value.items()})
