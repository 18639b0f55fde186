"""An invented session with everything in it, with which own templates are tried."""

from datetime import date, time
from typing import Any

from scm_cli.documents import extracts, invitation, registers
from scm_cli.documents.agenda import agenda_values
from scm_cli.documents.kinds import DocumentKind, Subject
from scm_cli.locale import Lang
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.attendee import Attendee, Membership
from scm_cli.model.group import Group
from scm_cli.model.outcomes import Decision, Election, Task
from scm_cli.model.record import Amendment, Signature
from scm_cli.model.refs import SessionRef
from scm_cli.model.replacement import replacements
from scm_cli.model.session import Session
from scm_cli.notation.context import Printing
from scm_cli.planning.tasks import OpenTask
from scm_cli.query.rows import Source

_DAY = date(2024, 9, 10)
_REF = SessionRef("muster", 7)


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
    subject = Subject(kind, (source,), person="anna-beispiel" if kind in ("personal-extract", "reminder") else "")
    open_ones = [OpenTask(_REF, item, item.tasks[0], 3)]
    if kind == "agenda":
        return agenda_values(printing, open_ones)
    if kind == "invitation":
        return invitation.invitation_values(printing, _DAY, open_ones)
    if kind == "short":
        return extracts.short_values(printing)
    if kind == "item-extract":
        return extracts.item_extract_values(item, printing)
    if kind == "decision-extract":
        return extracts.decision_extract_values(decision, item, printing, known)
    if kind == "decision-register":
        return registers.decision_register_values(subject, lang, known, _DAY)
    if kind == "task-list":
        return registers.task_list_values(subject, lang, _DAY)
    return registers.personal_values(subject, lang, _DAY)


def _source() -> Source:
    seat = Membership(group="muster", role="chair", vote=True)
    person = Attendee(name="Anna Beispiel", organisation="Musterstadt", email="anna@example.org", memberships=(seat,))
    group = Group(name="AG Muster", genitive="der AG Muster", notice_days=14)
    return Source(_REF, _session(), group, {"anna-beispiel": person})


def _session() -> Session:
    return Session(
        number=7,
        date=_DAY,
        status="held",
        start=time(10),
        end=time(12),
        place="Musterstadt",
        room="Ratssaal",
        link="https://example.org/sitzung",
        invited_on=date(2024, 8, 27),
        chair="anna-beispiel",
        signed=(Signature(by="anna-beispiel", role="Leitung", on=date(2024, 9, 20)),),
        attendance=(Attendance(attendee="anna-beispiel", state="present"),),
        agenda=(_item(), Item(id="unterpunkt", title="Unterpunkt", level=2, kind="discussion"), _tasks()),
        amendments=(Amendment(number=1, on=date(2024, 11, 12), text="Nachtrag.", item="testfeld"),),
    )


def _tasks() -> Item:
    return Item(id="aufgaben", title="Offene Aufgaben", purpose="tasks", internal=True)


def _item() -> Item:
    return Item(
        id="testfeld",
        title="Testfeld",
        kind="decision",
        presenters=("anna-beispiel",),
        minutes_planned=20,
        state="done",
        notes="Das Konzept wurde vorgestellt.",
        decisions=(
            Decision(
                number=1, text="Die AG richtet ein Testfeld ein.", title="Testfeld", yes=3, no=1, result="carried"
            ),
            Decision(number=2, text="Das Testfeld liegt im Norden.", replaces="muster/B7-1", result="carried"),
        ),
        elections=(Election(number=1, office="Sprecherin", elected="anna-beispiel"),),
        tasks=(
            Task(number=1, text="Kostenplan vorlegen.", assignees=("anna-beispiel",), due=date(2024, 9, 1)),
            Task(number=2, text="Angebot einholen.", assignees=("anna-beispiel",), state="waiting"),
            Task(number=3, text="Folien senden.", assignees=("anna-beispiel",), state="done"),
            Task(number=4, text="Bericht vorlegen.", assignees=("anna-beispiel",), not_before=date(2025, 1, 1)),
        ),
    )
