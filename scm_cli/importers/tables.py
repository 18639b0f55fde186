"""Tables: the rows of a CSV file or of a sheet, below a row of headings, become records."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from scm_cli.errors import Problem
from scm_cli.importers.columns import fields_of
from scm_cli.importers.records import Record, Table, bad
from scm_cli.locale import importing as say
from scm_cli.locale import words
from scm_cli.model.kinds import short

Line = tuple[int, Sequence[str]]
"""A row of a table with the line it begins in."""

_DELIMITERS: Final = (";", "\t", ",")
_HEADS: Final = 20
"""Among how many rows the headings are looked for: above them stand titles and blank lines."""
_GUARDED: Final = tuple("=+-@\t\r'")
_LONGEST: Final = 1_000_000


@dataclass(frozen=True)
class Columns:
    """What a table can say.

    Args:
        fields: all fields a column may stand for.
        needed: of which one must be there, so that a row is known to be the headings.
        sections: whether another table may follow below a title such as `3. Activities`, as in the reports that
            meeting tools write; only the first is read.
    """

    fields: tuple[str, ...]
    needed: tuple[str, ...]
    sections: bool = False


def csv_table(text: str, path: str, columns: Columns) -> Table:
    """Return the records of a CSV file, its cells separated by semicolons, tabs or commas.

    The `'` that keeps a spreadsheet from running a cell as a formula is taken off again (OWASP, "CSV Injection").

    Raises:
        BadData: no row has the headings, or the file is no CSV.
    """
    named = _separator_named(text)
    best: list[Line] = []
    places: Mapping[int, str] = {}
    for delimiter in (named,) if named else _DELIMITERS:
        rows = _heads(text, delimiter)
        found = max((_known(cells, columns) for _, cells in rows), key=len, default={})
        if len(found) > len(places):
            best, places = _rows(text, path, delimiter), found
    if not best:
        raise _no_headings(path, columns)
    return records(best, path, columns)


def looks_like_csv(text: str, columns: Columns) -> bool:
    """Say whether the first written line of a text is a row of headings."""
    first = next((line for line in text.split("\n") if line.strip() and not _separator_named(line)), "")
    return any(_known(cells, columns) for delimiter in _DELIMITERS for _, cells in _heads(first, delimiter))


def records(rows: Iterable[Line], path: str, columns: Columns) -> Table:
    """Return the records below the row of headings; raises `BadData` where there is none."""
    left = iter(rows)
    head: Sequence[str] = ()
    places: Mapping[int, str] = {}
    for _, (_line, cells) in zip(range(_HEADS), left, strict=False):
        if places := _known(cells, columns):
            head = cells
            break
    if not places:
        raise _no_headings(path, columns)
    found, problems = [], []
    for line, cells in left:
        if columns.sections and re.match(r"[0-9]+\. ", "".join(cells)) and sum(map(bool, cells)) == 1:
            break
        if any(cell.strip() for cell in cells[len(head) :]):
            problems.append(Problem(path, line, "", say.TOO_MANY_CELLS(n=len(head)), say.ALLOWED_QUOTES()))
            continue
        values = {field: cells[n] for n, field in places.items() if n < len(cells) and cells[n].strip()}
        if values:
            found.append(Record(line, values, {field: short(head[n].strip()) for n, field in places.items()}))
    unused = tuple(short(cell.strip()) for n, cell in enumerate(head) if cell.strip() and n not in places)
    return Table(tuple(found), unused, tuple(problems))


def _no_headings(path: str, columns: Columns) -> Exception:
    names = ", ".join(words.COLUMNS[name]() for name in columns.needed)
    return bad(path, 0, "", say.NO_HEADINGS(), say.ALLOWED_HEADINGS(names=names))


def _known(cells: Sequence[str], columns: Columns) -> Mapping[int, str]:
    """Return the fields of a row of headings; empty where it is none."""
    found = fields_of(cells, columns.fields)
    return found if set(columns.needed) & set(found.values()) else {}


def _separator_named(text: str) -> str:
    """Return the separator that Excel's own first line `sep=;` names; empty where there is no such line."""
    first = text.partition("\n")[0].strip().strip('"')
    return first[4] if first.lower().startswith("sep=") and len(first) == 5 else ""


def _heads(text: str, delimiter: str) -> list[Line]:
    """Return the rows among which the headings must be; a fault further down is told later."""
    rows: list[Line] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            rows.append((reader.line_num, cells))
            if len(rows) == _HEADS:
                break
    except csv.Error:
        return rows
    return rows


def _rows(text: str, path: str, delimiter: str) -> list[Line]:
    rows: list[Line] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    csv.field_size_limit(_LONGEST)
    try:
        for cells in reader:
            if not (line == 1 and _separator_named(text)):
                rows.append((line, [_unguarded(cell) for cell in cells]))
            line = reader.line_num + 1
    except csv.Error as error:
        raise bad(path, line, "", say.NO_CSV(), say.ALLOWED_QUOTES()) from error
    return rows


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _GUARDED and len(cell) > 1 else cell
