"""Rows and what filters look at, out of the text in which an index keeps them."""

from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING, Any, Final

from scm_cli.query.fields import NOUNS
from scm_cli.query.rows import Facts, Row

if TYPE_CHECKING:
    from scm_cli.query.tasks import Listed

FACETS: Final = ("places", "titles")
"""What is kept of `Facts` as JSON, in this order."""
PART: Final = "\x1e"
"""Stands between the parts of what is kept for a search; no line of it has one, as it is white space."""
_DAYS: Final = frozenset(("date", "due", "not_before"))
_CLOCKS: Final = frozenset(("start", "end", "starts", "began", "ended"))


def facets_of(written: str) -> dict[str, tuple[str, ...]]:
    """Return those of the facts that were kept as JSON, by name; raises `ValueError` where they were not."""
    import json

    return {name: tuple(values) for name, values in zip(FACETS, json.loads(written), strict=True)}


def text_of(page: str) -> str:
    """Return the texts of a session, a line each, out of what is kept for a search; raises `ValueError` else."""
    _, text, _ = page.split(PART)
    return text


def rows_of(noun: str, written: str, shared: Facts) -> Iterator[Row]:
    """Yield the rows of one noun, as they were kept; raises `ValueError` where they were not."""
    for row, _ in _read(noun, written, shared):
        yield row


def tasks_of(written: str, shared: Facts) -> "Iterator[Listed]":
    """Yield the tasks, as they were kept; raises `ValueError` where they were not."""
    from scm_cli.query.tasks import Listed

    for row, (people, text, unfinished) in _read("task", written, shared):
        yield Listed(row, tuple(people), text, unfinished)


def _read(noun: str, written: str, shared: Facts) -> Iterator[tuple[Row, Any]]:
    import json

    fields = NOUNS[noun].fields
    days = [name for name in fields if name in _DAYS]
    clocks = [name for name in fields if name in _CLOCKS]
    for parts, kind, state, internal, own, extra in json.loads(written):
        values = dict(zip(fields, parts, strict=True))
        for name in days:
            values[name] = values[name] and date.fromisoformat(values[name])
        for name in clocks:
            values[name] = values[name] and time.fromisoformat(values[name])
        sessions = (shared if own is None else shared.about(tuple(own[0]), own[1]),)
        yield Row(values, sessions, kind=tuple(kind), state=state, internal=internal), extra
