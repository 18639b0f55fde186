"""Outlines of sessions as an index keeps them: as JSON, and back."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from functools import lru_cache, partial
from typing import Any, Final, TypeVar

from scm_cli.model.agenda import Item
from scm_cli.model.outcomes import Task
from scm_cli.model.outline import OBJECTION, SEALED, TREATED, matters, outline
from scm_cli.model.record import Approval
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.model.table import Named, Table
from scm_cli.query.compact import compact
from scm_cli.query.rows import Source, party_name

T = TypeVar("T", bound=Table)
Row = tuple[str, int, int, str, str]
"""Group and number by the file's name; number and day as the file says; the outline as it was kept."""
_RECORDED, _SEALED, _KNOWN = 1, 2, 4
_SESSION: Final = Session(number=1, date=date.min)
_ITEM: Final = Item(id="", title="", state="dropped")
_TASK: Final = Task(number=1, text="")
_WHOLE: Final = ("title", "level", "top", "kind", "purpose", "state")
"""What is kept of an item, besides the rest, where all of its agenda is."""


SETTLED: Final = '["approved"]'
"""Stands for the last one of those of which nothing is kept."""


def outline_of(source: Source) -> Session:
    """Return the outline of a session; people are called as the register has it."""
    return outline(source.session, partial(party_name, register=source.register))


def of_source(source: Source) -> str:
    """Return what is kept of a session; nothing where that does not matter."""
    made = outline_of(source)
    return written(made) if matters(made) else ""


def written(made: Session) -> str:
    """Return an outline as text; its number and day are kept elsewhere."""
    known = made.approval
    flags = (made.quorum_stated is not None) * _RECORDED | (made.seal is not None) * _SEALED
    parts = [
        made.status,
        flags | (known is not None) * _KNOWN,
        [_item(item) for item in made.agenda],
        made.start,
        made.invited_on,
        *((known.circulated_on, known.until) if known else (None, None)),
        len(known.objections) if known else None,
    ]
    while not parts[-1]:
        parts.pop()
    return compact(parts)


def _item(item: Item) -> list[Any]:
    tasks = [
        [one.number, one.text, [party_name(who, {}) for who in one.assignees], one.due, one.state]
        + ([one.not_before] if one.not_before else [])
        for one in item.tasks
    ]
    parts = [item.id, tasks, item.from_]
    if item.title:
        return [*parts, item.began is not None, *(getattr(item, name) for name in _WHOLE)]
    return parts if item.from_ else parts[:2]


def read(rows: Iterable[Row]) -> Iterator[tuple[SessionRef, Session]]:
    """Yield outlines as they were kept; raises `ValueError` where they were not."""
    found = list(rows)
    for row, parts in zip(found, json.loads(f"[{','.join(row[4] for row in found)}]"), strict=True):
        yield SessionRef(row[0], row[1]), _session(row[2], row[3], *parts)


def _session(
    number: int,
    day: str,
    status: Any,
    flags: int = 0,
    items: Iterable[Any] = (),
    start: str | None = None,
    invited_on: str | None = None,
    circulated_on: str | None = None,
    until: str | None = None,
    objections: int = 0,
) -> Session:
    values: dict[str, Any] = {"number": number, "date": date.fromisoformat(day), "status": status}
    if flags & _RECORDED:
        values["quorum_stated"] = "present"
    if flags & _SEALED:
        values["seal"] = SEALED
    if flags & _KNOWN:
        open_ = (OBJECTION,) * (objections or 0)
        values["approval"] = Approval(circulated_on=_day(circulated_on), until=_day(until), objections=open_)
    if start:
        values["start"] = time.fromisoformat(start)
    if invited_on:
        values["invited_on"] = _day(invited_on)
    if items:
        values["agenda"] = tuple([_item_of(*parts) for parts in items])
    return _made(_SESSION, values)


def _item_of(name: str, tasks: Iterable[Any], from_: str | None = None, treated: bool = False, *whole: Any) -> Item:
    values = {"id": name, "from_": from_, "tasks": tuple([_task_of(*parts) for parts in tasks])}
    if whole:
        values |= dict(zip(_WHOLE, whole, strict=True)) | {"began": TREATED if treated else None}
    return _made(_ITEM, values)


def _task_of(
    number: int, text: str, names: Iterable[str], due: str | None, state: Any, not_before: str | None = None
) -> Task:
    values = {"number": number, "text": text, "due": _day(due), "state": state, "not_before": _day(not_before)}
    return _made(_TASK, values | {"assignees": tuple(map(_named, names))})


_named: Final = lru_cache(10_000)(lambda name: Named(name=name))


def _made(like: T, values: Mapping[str, Any]) -> T:
    """Return a table like another one but for some values, which are taken as they are: they were read already."""
    made = object.__new__(type(like))
    object.__setattr__(made, "__dict__", {**like.__dict__, **values})
    return made


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
