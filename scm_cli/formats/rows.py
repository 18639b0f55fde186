"""Rows as TSV, CSV, JSON and JSON Lines: machine formats, the same in every language."""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal

from scm_cli.query.cells import as_json as _json
from scm_cli.query.cells import cells, jsonable, text
from scm_cli.query.rows import Row

__all__ = ["FORMATS", "array", "comma_separated", "document", "jsonable", "lines", "text", "tsv"]

RowFormat = Literal["tsv", "csv", "json", "jsonl"]


def tsv(rows: Iterable[Row], fields: Sequence[str]) -> Iterator[str]:
    r"""Yield one line a row: tab-separated, no header, `\t \n \\` escaped, lists joined by `; `."""
    for row in rows:
        yield "\t".join(cells(row, fields)) + "\n"


def comma_separated(rows: Iterable[Row], fields: Sequence[str]) -> Iterator[str]:
    """Yield CSV (RFC 4180) with a header; text a spreadsheet would run as a formula gets a `'` before it."""
    import csv

    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for values in (fields, *([_guarded(row.values[name]) for name in fields] for row in rows)):
        writer.writerow(values)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _guarded(value: Any) -> str:
    """Return the text of a value, safe in a spreadsheet (OWASP, "CSV Injection")."""
    written = text(value)
    return f"'{written}" if written[:1] in ("=", "+", "-", "@", "\t", "\r", "'") else written


def array(rows: Iterable[Row], fields: Sequence[str]) -> Iterator[str]:
    """Yield a JSON array, one object a line."""
    before = "["
    for row in rows:
        yield f"{before}\n  {_object(row, fields)}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def lines(rows: Iterable[Row], fields: Sequence[str]) -> Iterator[str]:
    """Yield JSON Lines."""
    for row in rows:
        yield f"{_object(row, fields)}\n"


def _object(row: Row, fields: Sequence[str]) -> str:
    return _json({name: jsonable(row.values[name]) for name in fields})


def document(value: Mapping[str, Any]) -> str:
    """Return one JSON object as text for people and machines."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


FORMATS: Final[Mapping[RowFormat, Callable[[Iterable[Row], Sequence[str]], Iterator[str]]]] = {
    "tsv": tsv,
    "csv": comma_separated,
    "json": array,
    "jsonl": lines,
}
