"""People of the register: what their commands refuse."""

import pytest
from support import Scm
from trees import tree


@pytest.fixture
def three(scm: Scm) -> Scm:
    """The sample archive with three entries of one person, the first merged into the second."""
    for name in ("Anna Beispiel", "Anna Maria Beispiel", "A. Beispiel"):
        scm.ok("attendee", "add", name)
    scm.ok("attendee", "merge", "anna-beispiel", "anna-maria-beispiel")
    return scm


def test_two_entries_are_never_merged_into_each_other(three: Scm) -> None:
    before = tree(three.archive)
    result = three("attendee", "merge", "anna-maria-beispiel", "anna-beispiel")
    assert (result.code, result.out) == (5, "")
    assert "Anna Beispiel (anna-beispiel) was merged into anna-maria-beispiel already" in result.err
    assert "scm attendee edit anna-beispiel" in result.err
    assert tree(three.archive) == before


def test_no_circle_of_several_entries_either(three: Scm) -> None:
    three.ok("attendee", "merge", "anna-maria-beispiel", "a-beispiel")
    assert three("attendee", "merge", "a-beispiel", "anna-beispiel").code == 5
    assert three("check").code == 0
    assert three.ok("attendee", "show", "Anna Maria").startswith("a-beispiel\n")


def test_an_entry_may_be_merged_into_a_merged_one(three: Scm) -> None:
    three.ok("attendee", "merge", "a-beispiel", "anna-beispiel")
    assert three.ok("attendee", "show", "A. Beispiel").startswith("anna-maria-beispiel\n")
    assert three("check").code == 0
