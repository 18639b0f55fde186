"""Another number for a session, and what that changes elsewhere."""

from dataclasses import replace
from datetime import date

from scm_cli.model.agenda import Item
from scm_cli.model.outcomes import Decision
from scm_cli.model.record import Approval, Attachment
from scm_cli.model.refs import SessionRef
from scm_cli.model.renumbering import following, renumbered
from scm_cli.model.session import Session

OLD, NEW, OTHER = SessionRef("g", 7), SessionRef("g", 9), SessionRef("h", 7)


def naming(ref: SessionRef) -> Session:
    """Return session 8, which names another in every way a session can be named."""
    item = Item(
        id="a",
        title="Über g/7#a und g/7",
        about=str(ref),
        from_=ref.item("a"),
        decisions=(Decision(number=1, text="Ersetzt g/B7-1.", replaces=ref.outcome("B", 1)),),
    )
    return Session(number=8, date=date(2024, 11, 12), agenda=(item,), approval=Approval(session=str(ref)))


def test_every_reference_follows_and_no_text_does() -> None:
    assert following(naming(OLD), OLD, NEW) == replace(
        naming(NEW), agenda=tuple(replace(item, title="Über g/7#a und g/7") for item in naming(NEW).agenda)
    )


def test_the_session_of_that_number_in_another_group_is_not_meant() -> None:
    assert following(naming(OTHER), OLD, NEW) == naming(OTHER)
    assert following(naming(SessionRef("g", 70)), OLD, NEW) == naming(SessionRef("g", 70))


def test_a_session_that_names_nothing_is_unchanged() -> None:
    plain = Session(number=8, date=date(2024, 11, 12), agenda=(Item(id="a", title="A"),))
    assert following(plain, OLD, NEW) == plain


def test_the_session_itself_and_its_own_references_and_files() -> None:
    files = (Attachment(number=1, file="attachments/g/0007/a.pdf"), Attachment(number=2, url="https://example.org/7"))
    session = replace(naming(OLD), number=7, attachments=files)
    made = renumbered(session, OLD, NEW, lambda path: path.replace("0007", "0009"))
    assert made == replace(
        naming(NEW), number=9, attachments=(replace(files[0], file="attachments/g/0009/a.pdf"), files[1])
    )
