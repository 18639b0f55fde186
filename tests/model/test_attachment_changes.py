"""Attachments are numbered once and for all, and a user's file gets a name every system takes."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scm_cli.errors import Conflict
from scm_cli.model.attachment_changes import add, remove, unused_title
from scm_cli.model.kinds import RelativeFile
from scm_cli.model.record import Attachment
from scm_cli.model.session import Session
from scm_cli.model.text import file_name

FILE = "attachments/ag/0007/plan.pdf"
SESSION = Session(number=7, date=date(2024, 9, 10), attachments=(Attachment(number=3, title="Plan", file=FILE),))


def test_a_number_is_never_given_twice() -> None:
    session, one = add(SESSION, Attachment(number=1, url="https://example.org/a"))
    assert (one.number, session.last_attachment) == (4, 4)
    session = remove(session, [4, 3])
    assert session.attachments == ()
    assert add(session, Attachment(number=1, file=FILE))[1].number == 5


def test_a_number_given_by_hand_is_remembered_when_it_goes() -> None:
    assert remove(SESSION, [3]).last_attachment == 3


@pytest.mark.parametrize("item", [None, "a"])
def test_the_same_file_belongs_once_to_an_item(item: str | None) -> None:
    session, _ = add(SESSION, Attachment(number=1, file=FILE, item="a"))
    with pytest.raises(Conflict) as caught:
        add(session, Attachment(number=1, file=FILE, item=item))
    assert caught.value.exit_code == 5


def test_titles_are_told_apart() -> None:
    assert unused_title(SESSION, "Bericht") == "Bericht"
    assert unused_title(SESSION, "PLAN") == "PLAN (2)"
    session, _ = add(SESSION, Attachment(number=1, title="plan (2)", url="https://example.org/a"))
    assert unused_title(session, "Plan") == "Plan (3)"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Konzept Testfeld.pdf", "Konzept Testfeld.pdf"),
        ("Plan: A/B?.pdf", "Plan- A-B-.pdf"),
        ("Müller-Straße.ods", "Müller-Straße.ods"),
        ("Mu\u0308ller.pdf", "Müller.pdf"),
        (".bashrc", "bashrc"),
        ("ende. . ", "ende"),
        ("CON.pdf", "_CON.pdf"),
        ("lpt1", "_lpt1"),
        ("a\nb\t\u00a0c.txt", "a b c.txt"),
        ("\u202egnp.exe", "-gnp.exe"),
        ("\udcff.pdf", "-.pdf"),
        ("...", "attachment"),
        ("", "attachment"),
        ("archiv.tar.gz", "archiv.tar.gz"),
        ("x" * 300 + ".pdf", "x" * 90 + ".pdf"),
    ],
)
def test_a_file_gets_a_name_for_every_system(name: str, safe: str) -> None:
    assert file_name(name, "attachment") == safe


_KIND = RelativeFile.__metadata__[0]  # type: ignore[attr-defined] # an Annotated alias


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text() | st.text(st.sampled_from('. :/\\"con-1ä\U0001f600'), max_size=300))
def test_every_name_can_stand_in_a_file(name: str) -> None:
    safe = file_name(name, "attachment")
    for numbered in (safe, f"{safe}-999"):
        assert _KIND.read(f"attachments/ag/0007/{numbered}")
    assert len(f".scm-4000000-{safe}-999".encode()) <= 255
    assert file_name(safe, "attachment") == safe
