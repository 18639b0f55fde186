"""An invented session with everything in it, with which own templates are tried."""

from pathlib import Path
from typing import Any, Final, TypeVar

from scm_cli.archive.reader import read
from scm_cli.documents import attendance_sheet, extracts, invitation, registers
from scm_cli.documents.agenda import agenda_values
from scm_cli.documents.kinds import DocumentKind, Subject
from scm_cli.locale import Lang
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group
from scm_cli.model.refs import SessionRef
from scm_cli.model.replacement import replacements
from scm_cli.model.session import Session
from scm_cli.model.table import Table
from scm_cli.notation.context import Printing
from scm_cli.planning.tasks import OpenTask
from scm_cli.query.rows import Source

T = TypeVar("T", bound=Table)

_FOLDER: Final = Path(__file__).parent.parent / "locale" / "sample"
_REF: Final = SessionRef("muster", 7)
_KEY: Final = "anna-beispiel"


def sample_values(kind: DocumentKind, lang: Lang) -> dict[str, Any]:
    """Return what the template of a document is given, of the invented session.

    Args:
        kind: the document; the protocol has no template.
        lang: its language.
    """
    source = _source()
    printing = Printing(source, lang)
    item = source.session.agenda[0]
    decision = item.decisions[0]
    known = replacements([(source.ref, source.session)])
    subject = Subject(kind, (source,), person=_KEY if kind in ("personal-extract", "reminder") else "")
    open_ones = [OpenTask(_REF, item, item.tasks[0], 3)]
    if kind == "agenda":
        return agenda_values(printing, open_ones)
    if kind == "invitation":
        return invitation.invitation_values(printing, source.session.date, open_ones)
    if kind == "attendance-sheet":
        return attendance_sheet.attendance_sheet_values(printing)
    if kind == "short":
        return extracts.short_values(printing)
    if kind == "item-extract":
        return extracts.item_extract_values(item, printing)
    if kind == "decision-extract":
        return extracts.decision_extract_values(decision, item, printing, known)
    if kind == "decision-register":
        return registers.decision_register_values(subject, [source], lang, known, source.session.date)
    if kind == "task-list":
        return registers.task_list_values(subject, lang, source.session.date)
    return registers.personal_values(subject, lang, source.session.date)


def _source() -> Source:
    """Return the invented session, which is read as a file of an archive is."""
    return Source(_REF, _read("session", Session), _read("group", Group), {_KEY: _read("attendee", Attendee)})


def _read(name: str, table: type[T]) -> T:
    path = _FOLDER / f"{name}.toml"
    return read(path.read_bytes(), table, path.name)
