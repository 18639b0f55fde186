"""A value of the model as a page for people: every key that is set and tells them something, in their language."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from scm_cli.archive.format import keys
from scm_cli.dates import show_clock, show_day, show_rhythm
from scm_cli.locale import keys as labels
from scm_cli.locale import language, protocol, words
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.kinds import ChoiceKind
from scm_cli.model.numbering import tops
from scm_cli.model.outcomes import ByName, Candidate
from scm_cli.model.record import Seal
from scm_cli.model.session import Session
from scm_cli.model.table import Named, Table
from scm_cli.model.votes import SIDES
from scm_cli.query.outcomes import candidate_text
from scm_cli.query.rows import Register, name_of, party_name

_PEOPLE = frozenset(
    [
        "chair",
        "minute_taker",
        "represents",
        "votes_for",
        "presenters",
        "assignees",
        "deputy_of",
        "merged_into",
        "moved_by",
        "excluded",
        "elected",
        "yes",
        "no",
        "abstain",
    ]
)
"""The keys whose texts name somebody; the counts of votes are no texts."""


def page(value: Table, register: Register) -> list[str]:
    """Return the lines of a page.

    Args:
        value: a session, person or group.
        register: the people of the archive, for their names.
    """
    return list(_Page(register, value).lines(value, ""))


def text_of(value: Table, name: str, register: Register) -> str:
    """Return one key of a table as a page shows it; empty where it is absent."""
    key, held = keys(type(value))[name], getattr(value, name)
    return "" if held == key.default and not key.required else _Page(register, value).text(key, held)


class _Page:
    def __init__(self, register: Register, whole: Table) -> None:
        self.register = register
        self.tops: Mapping[str, str] = tops(whole.agenda) if isinstance(whole, Session) else {}

    def lines(self, value: Table, indent: str) -> Iterator[str]:
        """Yield the lines of one table: short keys aligned, then each table under it."""
        known = [
            key
            for key in keys(type(value)).values()
            if key.name not in self._unsaid(value) and (getattr(value, key.field) != key.default or key.required)
        ]
        short = [key for key in known if not key.header]
        width = max((len(labels.KEYS[key.name]()) for key in short), default=0)
        for key in short:
            text = self.text(key, getattr(value, key.field)).split("\n")
            yield f"{indent}{labels.KEYS[key.name]():<{width}}  {text[0]}".rstrip()
            yield from (f"{indent}{'':<{width}}  {line}".rstrip() for line in text[1:])
        for key in known:
            if key.header:
                yield from self._under(labels.KEYS[key.name](), getattr(value, key.field), indent)

    def _under(self, label: str, held: Any, indent: str) -> Iterator[str]:
        yield ""
        yield f"{indent}{label}"
        if isinstance(held, Table):
            yield from self.lines(held, f"{indent}  ")
            return
        for element in held if isinstance(held, tuple) else (held,):
            if isinstance(element, Table):
                if title := self._title(element):
                    yield f"{indent}  {title}"
                yield from self.lines(element, f"{indent}    ")
            else:
                yield f"{indent}    {element}"

    def _unsaid(self, value: Table) -> tuple[str, ...]:
        """Return the keys that the title over a table already tells, and those that only scm reads."""
        if isinstance(value, Seal):
            return ("head", "protocol", "items", "people")
        if isinstance(value, Session):
            return ("last_decision", "last_election", "last_task", "last_attachment", "uid", "sequence")
        if isinstance(value, Item):
            return ("title", "level", "top")
        return ("attendee", "name", "organisation") if isinstance(value, Attendance) else ()

    def _title(self, value: Table) -> str:
        if isinstance(value, Item):
            top = self.tops.get(value.id)
            return f"{protocol.ITEM(top=top)} {value.title}" if top else value.title
        if isinstance(value, Attendance):
            name = name_of(value.attendee, self.register) if value.attendee else value.name
            return ", ".join(part for part in (name, value.organisation) if part)
        return str(getattr(value, "group", None) or value.identity or "–")

    def text(self, key: Any, value: Any) -> str:
        """Return the text of a key's value."""
        if isinstance(value, tuple):
            return (", " if key.name in SIDES else "; ").join(self.text(key, part) for part in value)
        if isinstance(value, Candidate):
            return candidate_text(value, self.register)
        if isinstance(value, Named):
            return party_name(value, self.register)
        if isinstance(value, Table):
            pairs = [
                f"{labels.KEYS[name]()} {self.text(one, getattr(value, one.field))}"
                for name, one in keys(type(value)).items()
                if getattr(value, one.field) != one.default
            ]
            return ("; " if isinstance(value, ByName) else ", ").join(pairs)
        if isinstance(key.shape.kind, ChoiceKind) and value in (known := words.named(key.shape.kind.values)):
            return known[value]()
        if key.name in ("majority", "quorum") and value in words.VALUES:
            return words.VALUES[value]()
        if key.name == "rhythm":
            return show_rhythm(value, language())
        if key.name in _PEOPLE and isinstance(value, str):
            return name_of(value, self.register)
        return _plain(value)


def _plain(value: Any) -> str:
    lang = language()
    if isinstance(value, bool):
        return words.VALUES[str(value).lower()]()
    if isinstance(value, datetime):
        return f"{show_day(value.date(), lang)} {show_clock(value.time(), lang)}"
    if isinstance(value, date):
        return show_day(value, lang)
    return show_clock(value, lang) if isinstance(value, time) else str(value)
