"""What of a session can be searched, and what stands beside it."""

from datetime import date

from hypothesis import given, settings
from strategies import mended, tables

from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.attendee import Attendee
from scm_cli.model.outcomes import Candidate, Decision, Election, Task, TaskChange
from scm_cli.model.record import Amendment, Approval, Attachment, Objection
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.model.table import Named
from scm_cli.query.passages import Passage, passages
from scm_cli.query.rows import Source

REF = SessionRef("muster", 7)
REGISTER = {
    "anna-beispiel": Attendee(name="Anna Beispiel", title="Dr.", aliases=("Anna Früher",), organisation="Musterstadt"),
    "bernd-muster": Attendee(name="Bernd Muster"),
}
ITEM = Item(
    id="haltestellen",
    title="Digitale Haltestellen",
    public_title="Verkehr",
    presenters=("bernd-muster", Named(name="Gerd Gast", organisation="Büro Fiktiv")),
    notes="Das Bushaltestellenkonzept.",
    decisions=(Decision(number=1, title="Konzept", text="Angenommen.", motion="Antrag.", remark="Bemerkung."),),
    elections=(Election(number=2, office="Vorsitz", candidates=(Candidate(name="bernd-muster"),)),),
    tasks=(
        Task(
            number=3,
            text="Plan vorlegen",
            assignees=("anna-beispiel",),
            history=(TaskChange(on=date(2024, 1, 2), assignees=("bernd-muster",), note="verschoben"),),
        ),
    ),
)
SESSION = Session(
    number=7,
    date=date(2024, 9, 10),
    title="Sondersitzung",
    place="Musterstadt",
    chair="anna-beispiel",
    attendance=(Attendance(attendee="anna-beispiel"), Attendance(name="Gerd Gast", organisation="Büro Fiktiv")),
    agenda=(ITEM, Item(id="intern", title="Personal", internal=True, decisions=(Decision(number=2, text="Ja."),))),
    attachments=(
        Attachment(number=1, title="Lageplan", url="https://example.org/plan", item="haltestellen"),
        Attachment(number=2, title="Vertrag", url="https://example.org/v", internal=True),
        Attachment(number=3, url="https://example.org/p", item="intern"),
    ),
    approval=Approval(objections=(Objection(text="Zu kurz."),)),
    amendments=(Amendment(number=1, on=date(2024, 10, 1), item="haltestellen", text="Nachtrag."),),
)


def found(session: Session = SESSION) -> list[Passage]:
    """Return the passages of a session."""
    return passages(Source(REF, session, None, REGISTER))


def test_every_text_stands_at_its_place() -> None:
    assert [(one.ref, one.top, one.field, one.text) for one in found() if not one.internal] == [
        ("muster/7", "", "title", "Sondersitzung"),
        ("muster/7", "", "place", "Musterstadt"),
        ("muster/7", "", "objection", "Zu kurz."),
        ("muster/7", "", "name", "Dr. Anna Beispiel"),
        ("muster/7", "", "name", "Anna Früher"),
        ("muster/7", "", "name", "Gerd Gast"),
        ("muster/7", "", "organisation", "Musterstadt"),
        ("muster/7", "", "organisation", "Büro Fiktiv"),
        ("muster/7#haltestellen", "1", "title", "Digitale Haltestellen"),
        ("muster/7#haltestellen", "1", "public_title", "Verkehr"),
        ("muster/7#haltestellen", "1", "name", "Bernd Muster"),
        ("muster/7#haltestellen", "1", "name", "Gerd Gast"),
        ("muster/7#haltestellen", "1", "organisation", "Büro Fiktiv"),
        ("muster/7#haltestellen", "1", "notes", "Das Bushaltestellenkonzept."),
        ("muster/B7-1", "1", "decision", "Konzept"),
        ("muster/B7-1", "1", "decision", "Angenommen."),
        ("muster/B7-1", "1", "motion", "Antrag."),
        ("muster/B7-1", "1", "remark", "Bemerkung."),
        ("muster/W7-2", "1", "election", "Vorsitz"),
        ("muster/W7-2", "1", "name", "Bernd Muster"),
        ("muster/A7-3", "1", "task", "Plan vorlegen"),
        ("muster/A7-3", "1", "name", "Dr. Anna Beispiel"),
        ("muster/A7-3", "1", "name", "Anna Früher"),
        ("muster/A7-3", "1", "name", "Bernd Muster"),
        ("muster/A7-3", "1", "note", "verschoben"),
        ("muster/7#haltestellen", "1", "attachment", "Lageplan"),
        ("muster/7#haltestellen", "1", "attachment", "https://example.org/plan"),
        ("muster/7#haltestellen", "1", "amendment", "Nachtrag."),
    ]


def test_what_is_internal_says_so() -> None:
    assert [(one.ref, one.item, one.text) for one in found() if one.internal] == [
        ("muster/7#intern", "intern", "Personal"),
        ("muster/B7-2", "intern", "Ja."),
        ("muster/7", None, "Vertrag"),
        ("muster/7", None, "https://example.org/v"),
        ("muster/7#intern", "intern", "https://example.org/p"),
    ]


@settings(max_examples=50, deadline=None)
@given(tables(Session).map(mended))
def test_every_session_can_be_searched(session: Session) -> None:
    made = found(session)
    assert all(one.text for one in made)
    assert len(made) == len(set(made))
    for item in session.agenda:
        of_item = [one for one in made if one.item == item.id]
        assert of_item[0].text == item.title
        assert {item.notes or item.title, *(task.text for task in item.tasks)} <= {one.text for one in of_item}
