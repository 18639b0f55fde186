"""Agendas as JSON, JSON Lines and TOML: objects become records."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final

from scm_cli.errors import BadData, Problem
from scm_cli.importers.agenda_fields import DERIVED, FIELDS
from scm_cli.importers.columns import field_of
from scm_cli.importers.json_places import elements, line_at, members, parsed
from scm_cli.importers.records import Record, Table, bad
from scm_cli.locale import importing as say
from scm_cli.model.kinds import short, shown

_PARTS: Final = ("items", "agenda")
"""The keys below which a session has its items, and an item its sub-items."""


def json_agenda(text: str, path: str) -> Table:
    """Return the records of a JSON agenda: a list of items or titles, or an object that has one as `agenda`.

    Raises:
        BadData: it is no JSON or no agenda.
    """
    value = parsed(text, path)
    start = 0
    if isinstance(value, dict) and (key := _list_key(value)) and not _is_item(value):
        start = next(place for name, place in members(text) if name == key)
        value = value[key]
    if isinstance(value, dict) and _is_item(value):
        return _table(_objects(text, [0], [value], 1), path)
    return records_of(text, start, value, path)


def records_of(text: str, start: int, value: Any, path: str) -> Table:
    """Return the records of a list of items within a JSON text.

    Args:
        text: the whole document.
        start: where the list begins in it.
        value: the list.
        path: the file as problems name it.

    Raises:
        BadData: it is no list.
    """
    if not isinstance(value, list):
        raise bad(path, line_at(text, start), "", say.NO_AGENDA(value=shown(value)), say.ALLOWED_AGENDA())
    return _table(_objects(text, elements(text, start), value, 1), path)


def json_lines_agenda(text: str, path: str) -> Table:
    """Return the records of JSON Lines, one item a line."""
    found: list[_Object] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = parsed(line, path, number)
        except BadData as error:
            problems += error.problems
        else:
            found += [(number, one, level) for _, one, level in _objects(line, [0], [value], 1)]
    return _table(iter(found), path, problems)


def toml_agenda(text: str, path: str) -> Table:
    """Return the records of a TOML file that has `[[agenda]]`; raises `BadData` where it is none."""
    from scm_cli.archive.lines import line_of
    from scm_cli.archive.parsing import toml

    value = toml(text, path)
    key = _list_key(value)
    if not key:
        raise bad(path, 0, "", say.NO_AGENDA(value="TOML"), say.ALLOWED_TOML_AGENDA())
    return _table(iter([(line_of(text, (key, n)), one, 1) for n, one in enumerate(value[key])]), path)


_Object = tuple[int, Any, int]
"""Line, value and level of one item."""


def _objects(text: str, places: list[int], values: list[Any], level: int) -> Iterator[_Object]:
    """Yield items, each followed by its sub-items."""
    for place, value in zip(places, values, strict=True):
        yield line_at(text, place), value, level
        key = _list_key(value) if isinstance(value, dict) else ""
        if key:
            start = next(at for name, at in members(text, place) if name == key)
            yield from _objects(text, elements(text, start), value[key], level + 1)


def _list_key(value: Mapping[str, Any]) -> str:
    """Return under which key an object has a list of items; empty where it has none."""
    return next((key for key, one in value.items() if isinstance(one, list) and field_of(key, _PARTS)), "")


def _is_item(value: Mapping[str, Any]) -> bool:
    return any(field_of(key, ("title",)) for key in value) and not any(field_of(key, ("agenda",)) for key in value)


def _table(objects: Iterator[_Object], path: str, problems: list[Problem] | None = None) -> Table:
    """Return the records of items, and what is wrong with the others."""
    found, wrong = [], list(problems or ())
    unused: dict[str, None] = {}
    for line, value, level in objects:
        try:
            found.append(_record(line, value, level, path))
        except BadData as error:
            wrong += error.problems
            continue
        unused |= dict.fromkeys(name for name in found[-1].values if name in DERIVED and _is_more(found[-1], name))
    return Table(tuple(found), tuple(unused), tuple(wrong))


def _is_more(record: Record, name: str) -> bool:
    """Say whether a derived field holds what would be lost: decisions themselves instead of their number."""
    return isinstance(record.values[name], list) and bool(record.values[name])


def _record(line: int, value: Any, level: int, path: str) -> Record:
    if isinstance(value, str):
        value = {"title": value}
    if not isinstance(value, dict):
        raise bad(path, line, "", say.NO_ITEM(value=shown(value)), say.ALLOWED_ITEM())
    if level > 2:
        raise bad(path, line, "", say.TOO_DEEP(), say.ALLOWED_DEPTH())
    values: dict[str, Any] = {}
    called: dict[str, str] = {}
    problems = []
    for key, one in value.items():
        field = field_of(key, (*FIELDS, *DERIVED))
        if field and field in values:
            problems.append(Problem(path, line, short(key), say.TWICE(other=called[field]), say.ALLOWED_ONCE()))
        elif field:
            values[field], called[field] = one, short(key)
        elif not (isinstance(one, list) and field_of(key, _PARTS)):
            problems.append(Problem(path, line, short(key), say.UNKNOWN_KEY(), near(key, FIELDS)))
    if problems:
        raise BadData(problems)
    if level == 2:
        values["level"] = 2
    return Record(line, values, called)


def near(key: str, fields: Sequence[str]) -> str:
    """Return which of the fields a mistyped key may have meant, or all there are."""
    names = {name.casefold(): field for field in fields for name in (field, *say.HEADINGS.get(field, ()))}
    close = get_close_matches(key.casefold(), names, n=1, cutoff=0.75)
    return say.DID_YOU_MEAN(name=names[close[0]]) if close else say.ALLOWED_KEYS(names=", ".join(fields))
