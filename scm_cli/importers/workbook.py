"""Excel workbooks: the first sheet with known headings becomes records, its cells as they are shown."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from scm_cli.errors import BadData, ScmError
from scm_cli.importers.records import Table, bad
from scm_cli.importers.tables import Columns, Line, records
from scm_cli.locale import importing as say

_UNPACKED: Final = 200_000_000
"""How many bytes a workbook may unpack to: a small file can hold an endless one (zip bomb)."""
_ROWS: Final = 100_000
_WIDTH: Final = 200


def workbook_table(data: bytes, path: str, columns: Columns) -> Table:
    """Return the records of a workbook (ECMA-376, Office Open XML).

    Raises:
        ScmError: the library for workbooks is not installed.
        BadData: it is none, or no sheet has the headings.
    """
    try:
        import openpyxl
    except ImportError as error:
        raise ScmError(say.NO_XLSX(), say.NO_XLSX_REMEDY()) from error
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise bad(path, 0, "", say.OLD_EXCEL(), say.ALLOWED_XLSX())
    _small_enough(data, path)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception as error:  # a broken workbook fails in as many ways as it has parts
        raise bad(path, 0, "", say.NO_WORKBOOK(), say.ALLOWED_XLSX()) from error
    try:
        return _first(book, path, columns)
    finally:
        book.close()


def _small_enough(data: bytes, path: str) -> None:
    """Raise `BadData` where the file is no archive of files, or unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(one.file_size for one in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise bad(path, 0, "", say.NO_WORKBOOK(), say.ALLOWED_XLSX()) from error
    if size > _UNPACKED:
        raise bad(path, 0, "", say.TOO_MUCH_INSIDE(n=size // 1_000_000), say.ALLOWED_XLSX())


def _first(book: Any, path: str, columns: Columns) -> Table:
    """Return the records of the first sheet that has headings; raises what the first sheet's reading raised."""
    fault: BadData | None = None
    for sheet in book.worksheets:
        try:
            rows = list(_rows(sheet))
        except Exception as error:
            raise bad(path, 0, "", say.NO_WORKBOOK(), say.ALLOWED_XLSX()) from error
        try:
            return records(rows, path, columns)
        except BadData as error:
            fault = fault or error
    raise fault or bad(path, 0, "", say.NO_WORKBOOK(), say.ALLOWED_XLSX())


def _rows(sheet: Any) -> Iterator[Line]:
    cells = sheet.iter_rows(max_row=_ROWS, max_col=_WIDTH, values_only=True)
    for line, row in enumerate(cells, 1):
        yield line, [written(value) for value in row]


def written(value: Any) -> str:
    """Return a cell's value as text: `30` for 30.0, `10:30` for a time, `1:30` for a length of time."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, timedelta):
        hours, rest = divmod(round(value.total_seconds() / 60), 60)
        return f"{hours}:{rest:02}"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, time):
        return value.isoformat("seconds" if value.second else "minutes")
    if isinstance(value, (date, datetime)):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    return str(value).replace("\r\n", "\n").replace("_x000D_", "")
