"""Files about people: which format they are in, and their records."""

from pathlib import PurePath
from typing import Final, Literal, get_args

from scm_cli.importers.decoding import decoded
from scm_cli.importers.records import Table
from scm_cli.importers.tables import Columns, csv_table
from scm_cli.importers.vcards import vcard_table
from scm_cli.importers.workbook import workbook_table

PeopleFormat = Literal["csv", "xlsx", "vcard"]
FORMATS: Final[tuple[PeopleFormat, ...]] = get_args(PeopleFormat)


def people_table(data: bytes, path: str, columns: Columns, kind: PeopleFormat | None = None) -> Table:
    """Return the records of a workbook, a CSV file or vCards.

    Args:
        data: the bytes of the file.
        path: the file as problems name it.
        columns: what a table may say.
        kind: its format; found out where none is named.

    Raises:
        BadData: it is none of these.
        ScmError: the library for workbooks is not installed.
    """
    packed = data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))
    if kind == "xlsx" or (kind is None and (packed or PurePath(path).suffix.lower() in (".xlsx", ".xls"))):
        return workbook_table(data, path, columns)
    text = decoded(data, path)
    if kind == "vcard" or (kind is None and text.lstrip().upper().startswith("BEGIN:VCARD")):
        return vcard_table(text, path)
    return csv_table(text, path, columns)
