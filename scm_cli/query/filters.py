"""The one set of filters for every list: several values are alternatives, different filters all have to hold."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from scm_cli.errors import UsageFault
from scm_cli.locale import usage as say
from scm_cli.locale.words import code
from scm_cli.model.fold import contains
from scm_cli.query.fields import SESSION, Noun
from scm_cli.query.rows import Facts, Own, Row


class Filters(NamedTuple):
    """What a list is narrowed to; an empty filter holds for everything.

    Args:
        spans: first and last days, both included; a session lies in one of them (`--on`, `--year`).
        first, last: bounds of the date, both included (`--from`, `--to`).
    """

    group: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    on: tuple[tuple[date, date], ...] = ()
    years: tuple[tuple[date, date], ...] = ()
    status: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    attendee: tuple[str, ...] = ()
    attended: bool = False
    organisation: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    internal: bool | None = None

    def checked(self, noun: Noun) -> "Filters":
        """Return the filters with their words as codes; raises `UsageFault` with the known ones."""
        return self._replace(
            kind=_codes("--kind", self.kind, noun.kinds),
            state=_codes("--state", self.state, noun.states),
            status=_codes("--status", self.status, SESSION.states),
        )

    @property
    def about_sessions(self) -> "Filters":
        """What of the filters every row of a session has to pass with it, whatever the row says of itself."""
        names = ("group", "first", "last", "on", "years", "status", "place", "title")
        return Filters(**{name: getattr(self, name) for name in names})

    def hold_for(self, row: Row) -> bool:
        """Say whether a row passes every filter."""
        if self.kind and not set(self.kind) & set(row.kind):
            return False
        if self.state and row.state not in self.state:
            return False
        if self.internal is not None and row.internal != self.internal:
            return False
        if row.own is None:
            return any(self.session(facts) for facts in row.sessions)
        if not self._own(row, row.own):
            return False
        return not self._asks_sessions() or any(self._session_of(facts, row.own) for facts in row.sessions)

    def session(self, facts: Facts) -> bool:
        """Say whether a session passes the filters that are about sessions."""
        people = facts.attended if self.attended else facts.named
        return (
            self._session(facts)
            and _any_word(self.group, facts.group)
            and _any_word(self.organisation, facts.organisations)
            and _any_word(self.attendee, people)
            and (not self.text or _any_word(self.text, (facts.text,)))
            and (not self.attended or bool(people))
        )

    def _session(self, facts: Facts) -> bool:
        """Say whether a session passes the filters that only a session can answer."""
        return (
            (self.first is None or facts.date >= self.first)
            and (self.last is None or facts.date <= self.last)
            and _in_any(self.on, facts.date)
            and _in_any(self.years, facts.date)
            and (not self.status or facts.status in self.status)
            and _any_word(self.place, facts.places)
            and _any_word(self.title, facts.titles)
        )

    def _asks_sessions(self) -> bool:
        return any((self.first, self.last, self.on, self.years, self.status, self.place, self.title, self.attended))

    def _session_of(self, facts: Facts, own: Own) -> bool:
        """Say whether a session counts for a person or group: with `--attended` only one they were present at."""
        present = not self.attended or not own.named or bool(set(own.named) & set(facts.attended))
        return present and self._session(facts)

    def _own(self, row: Row, own: Own) -> bool:
        """Say whether a person or group itself passes the filters it can answer."""
        return (
            _any_word(self.group, (*own.groups, *(name for one in row.sessions for name in one.group)))
            and _any_word(self.attendee, own.named or tuple(name for one in row.sessions for name in one.named))
            and _any_word(self.organisation, own.organisations)
            and _any_word(self.text, (own.text,))
        )


def _codes(option: str, typed: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes of typed words; raises `UsageFault` where one is unknown."""
    codes = tuple(code(value, known) for value in typed)
    for value in codes:
        if value not in known:
            remedy = say.KNOWN(values=", ".join(known)) if known else say.NOT_HERE(option=option)
            raise UsageFault(say.UNKNOWN_FILTER(option=option, value=value), remedy)
    return codes


def _in_any(spans: Iterable[tuple[date, date]], day: date) -> bool:
    spans = tuple(spans)
    return not spans or any(first <= day <= last for first, last in spans)


def _any_word(wanted: tuple[str, ...], texts: tuple[str, ...]) -> bool:
    return not wanted or any(
        (_name_contains if len(text) < _NAME else contains)(text, word) for word in wanted for text in texts
    )


_name_contains = lru_cache(10_000)(contains)
"""The same few names stand in many sessions."""
_NAME: Final = 200
