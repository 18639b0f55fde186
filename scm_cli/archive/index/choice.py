"""Which sessions the database leaves to the filters: all that can pass, and as few others as is cheap to say."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from scm_cli.model.fold import coarse, coarse_part, coarse_words
from scm_cli.query.filters import Filters

_LONGEST: Final = 1000
Condition = tuple[str, list[object]]


def coarsely(
    connection: sqlite3.Connection, filters: Filters, groups: Mapping[str, Sequence[str]], noun: str
) -> Condition:
    """Return a condition on the tables `sessions` and `texts` with its values: what passes the filters fulfils it.

    Args:
        connection: to the index.
        filters: what a list is narrowed to, checked.
        groups: by key, with everything each can be found by.
        noun: whose rows are asked for.
    """
    parts = [("sound", []), *_dates(filters), *_texts(filters)]
    if filters.status:
        parts.append(_one_of("status", filters.status))
    if noun == "session":
        parts += [_one_of(name, typed) for name, typed in (("kind", filters.kind), ("status", filters.state)) if typed]
        parts += [("internal = ?", [filters.internal])] if filters.internal is not None else []
    if filters.group:
        parts.append(_one_of("grp", [key for key, names in groups.items() if _holds(names, filters.group)]))
    if filters.attendee:
        parts.append(_party(connection, "attended" if filters.attended else "named", filters.attendee))
    if filters.organisation:
        parts.append(_party(connection, "organised", filters.organisation))
    return " AND ".join(condition for condition, _ in parts), [value for _, values in parts for value in values]


def holding(words: Sequence[str]) -> Condition:
    """Return a condition on the table `texts` with its values: a session in whose key all of some words stand."""
    patterns: list[object] = [_pattern(word) for word in words]
    return " AND ".join(["coarse LIKE ?"] * len(patterns)) or "true", patterns


def _pattern(key: str) -> str:
    """Return what is like every text that holds a key: its signs for any letters stand for one themselves.

    SQLite takes no pattern of endless length, and no lone surrogates, which no file holds.
    """
    sendable = key[:_LONGEST].encode(errors="replace").decode()
    return f"%{sendable.replace('%', '_')}%"


def _dates(filters: Filters) -> list[Condition]:
    found: list[Condition] = []
    if filters.first:
        found.append(("date >= ?", [filters.first.isoformat()]))
    if filters.last:
        found.append(("date <= ?", [filters.last.isoformat()]))
    return found + [_within(spans) for spans in (filters.on, filters.years) if spans]


def _within(spans: Sequence[tuple[date, date]]) -> Condition:
    days: list[object] = [day.isoformat() for span in spans for day in span]
    return f"({' OR '.join(['date BETWEEN ? AND ?'] * len(spans))})", days


def _texts(filters: Filters) -> list[Condition]:
    """Return the conditions on texts; a word that nothing can be said about lets everything through."""
    found: list[Condition] = []
    for typed in (filters.place, filters.title, filters.text):
        words = [coarse_words(part) for part in typed]
        if words and all(words):
            held = [holding(one) for one in words]
            alternatives = " OR ".join(f"({condition})" for condition, _ in held)
            found.append((f"({alternatives})", [value for _, values in held for value in values]))
    return found


def _one_of(column: str, values: Sequence[object]) -> Condition:
    return f"{column} IN ({', '.join('?' * len(values))})", list(values)


def _holds(names: Sequence[str], typed: Sequence[str]) -> bool:
    return any(coarse_part(part) in coarse(name) for part in typed for name in names)


def _party(connection: sqlite3.Connection, column: str, typed: Sequence[str]) -> Condition:
    """Return a condition on a column of parties, of which one may be meant."""
    query = "SELECT id FROM parties WHERE instr(coarse, ?)"
    ids = {one for part in typed for (one,) in connection.execute(query, (coarse_part(part),))}
    meant = "value IN (SELECT value FROM json_each(?))"
    return f"EXISTS (SELECT 1 FROM json_each({column}) WHERE {meant})", [json.dumps(sorted(ids))]  # noqa: S608 — our own words
