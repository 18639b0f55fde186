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


def test_a_seat_is_typed_in_words_and_a_wrong_one_names_the_option_there_is(scm: Scm) -> None:
    scm.ok("attendee", "edit", "binder", "--seat", "Vorsitz")
    scm.ok("attendee", "edit", "rohr", "--seat", "Schriftführung")
    pages = [scm.ok("attendee", "show", name) for name in ("binder", "rohr")]
    assert ["chair" in pages[0], "minute taker" in pages[1]] == [True, True]
    result = scm("attendee", "edit", "binder", "--seat", "Boss")
    assert (result.code, result.err.split(":")[2].strip()) == (2, "--seat")


@pytest.mark.parametrize(
    ("line", "called"),
    [
        (("attendee", "add", ""), "NAME"),
        (("attendee", "rename", "binder", ""), "NAME"),
        (("agenda", "add", "1", ""), "TITLE"),
        (("task", "add", "1:1", ""), "TEXT"),
        (("group", "add", ""), "NAME"),
        (("attendance", "set", "1", "", "--unregistered"), "NAME"),
        (("agenda", "edit", "1:1", "--title", " "), "--title"),
    ],
)
def test_what_is_empty_is_called_as_the_help_page_calls_it(scm: Scm, line: tuple[str, ...], called: str) -> None:
    result = scm(*line)
    assert (result.code, result.err.split(":")[2].strip()) == (2, called)


def test_addresses_in_the_order_and_number_asked_for(region: Scm) -> None:
    for name in ("anna", "bernd", "clara"):
        region.ok("attendee", "edit", name, "--email", f"{name}@example.org")
    named = ("attendee", "list", "--emails")
    assert region.ok(*named, "--sort", "name", "--reverse", "--limit", "4").startswith("Clara Kern <clara@")
    assert region.ok(*named, "--limit", "1") == "Anna Beispiel <anna@example.org>\n"
    by_town = region.ok(*named, "--sort", "organisation").rstrip("\n").split("; ")
    assert [one.split()[0] for one in by_town] == ["Bernd", "Anna", "Clara"]
    assert region(*named, "--limit", "viele").code == 2
    assert region(*named, "--sort", "nix").code == 2


def test_people_into_a_file_and_never_over_one(region: Scm) -> None:
    printed = region.ok("attendee", "export")
    result = region("attendee", "export", "-o", "people.csv")
    assert (result.code, result.out) == (0, "")
    path = region.archive / "people.csv"
    assert path.read_bytes().decode() == printed
    assert region("attendee", "export", "-o", "people.csv").code == 5
    assert region.ok("attendee", "export", "-o", "people.csv", "--force", "--quiet") == ""
    assert region.ok("attendee", "export", "-o", "-") == printed
    region.ok("attendee", "export", "-o", "people.vcf")
    assert (region.archive / "people.vcf").read_text().startswith("BEGIN:VCARD")
    region.ok("attendee", "export", "-o", "not.csv", "--dry-run")
    assert not (region.archive / "not.csv").exists()


def test_an_export_read_back_changes_nothing(region: Scm) -> None:
    region.ok("attendee", "export", "-o", "people.csv")
    assert "6 unchanged" in region("attendee", "import", "people.csv").err
