"""An agenda from a file: its bytes become items of the model."""

from datetime import date

from scm_cli.archive.resolve import Resolver
from scm_cli.importers.agenda_fields import COLUMNS
from scm_cli.importers.decoding import decoded
from scm_cli.importers.detect import Format, format_of, format_of_text
from scm_cli.importers.incoming import Incoming, incoming
from scm_cli.importers.outline import outline_agenda
from scm_cli.importers.outline_details import Details
from scm_cli.importers.presenters import Presenters
from scm_cli.importers.records import Table
from scm_cli.importers.structured import json_agenda, json_lines_agenda, toml_agenda
from scm_cli.importers.tables import csv_table
from scm_cli.importers.workbook import workbook_table
from scm_cli.model.group import Group


class AgendaReader:
    """Reads agendas for sessions of one group.

    Args:
        resolver: finds presenters in the register.
        group: whose own words are understood.
        today: today.
    """

    def __init__(self, resolver: Resolver, group: Group | None, today: date) -> None:
        self.who = Presenters(resolver, today)
        self.today = today
        own = group.words.internal if group else None
        self.details = Details(self.who, (own,) if own else ())
        self.unused: tuple[str, ...] = ()

    def read(self, data: bytes, path: str, kind: Format | None = None) -> tuple[Incoming, ...]:
        """Return the items of a file.

        Args:
            data: its bytes.
            path: the file as problems name it.
            kind: its format; found out where none is named.

        Raises:
            BadData: with every record that is wrong; nothing is taken of a file with one.
            ScmError: the library for workbooks is not installed.
        """
        table = self._table(data, path, kind or format_of(path, data))
        self.unused = table.unused
        return incoming(table, path, self.who, self.today)

    def _table(self, data: bytes, path: str, kind: Format | None) -> Table:
        if kind == "xlsx":
            return workbook_table(data, path, COLUMNS)
        text = decoded(data, path)
        kind = kind or format_of_text(text)
        if kind == "csv":
            return csv_table(text, path, COLUMNS)
        if kind == "markdown":
            return outline_agenda(text, path, self.details)
        return {"json": json_agenda, "jsonl": json_lines_agenda, "toml": toml_agenda}[kind](text, path)
