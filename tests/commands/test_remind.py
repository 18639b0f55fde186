"""`scm task remind`: a draft for everybody with open tasks, and a word about everybody without one."""

import os
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from support import PROJECT, Scm

GOLDEN = PROJECT / "tests" / "golden"


@pytest.fixture(autouse=True)
def _filled(region: Scm) -> None:
    """Put tasks of all kinds into the archive."""
    region.ok(
        "attendee", "edit", "clara-kern", "--email", "clara@example.org", "--salutation", "Sehr geehrte Frau Kern"
    )
    region.ok("attendee", "edit", "anna-beispiel", "--email", "anna@example.org")
    for item, text, *more in (
        ("7:1", "Raum buchen", "--to", "clara", "--due", "2024-10-25"),
        ("7:4", "Vertrag *prüfen*", "--to", "anna", "--to", "clara", "--state", "waiting"),
        ("7:1", "Später", "--to", "anna", "--not-before", "2024-12-01"),
        ("7:1", "Erledigt", "--to", "anna", "--state", "done"),
        ("7:1", "Angebot", "--to", "bernd"),
        ("7:1", "Karte", "--to-organisation", "Stadt Musterstadt"),
        ("7:1", "Niemandes"),
    ):
        region.ok("task", "add", item, text, *more)


def drafts(region: Scm, folder: str) -> dict[str, EmailMessage]:
    """Return the drafts in a folder by their files' names."""
    found = {}
    for path in sorted((region.archive / folder).iterdir()):
        made = message_from_bytes(path.read_bytes(), policy=default)
        assert isinstance(made, EmailMessage)
        found[path.name] = made
    return found


def body(made: EmailMessage) -> str:
    part = made.get_body(("plain",))
    assert part
    text = part.get_content()
    assert isinstance(text, str)
    return text.replace("\r\n", "\n")


def test_everybody_with_an_address_gets_one_draft(region: Scm) -> None:
    result = region("task", "remind", "-o", "out")
    assert (result.code, result.out) == (0, "")
    made = drafts(region, "out")
    assert {name: (one["To"], one["X-Unsent"]) for name, one in made.items()} == {
        "erinnerung-anna-beispiel.eml": ("anna@example.org", "1"),
        "erinnerung-clara-kern.eml": ("clara@example.org", "1"),
    }
    assert {part.get_content_type() for one in made.values() for part in one.walk()} == {
        "multipart/alternative",
        "text/plain",
        "text/html",
    }
    anna = body(made["erinnerung-anna-beispiel.eml"])
    assert "A7-3" in anna
    assert not [ref for ref in ("A7-1", "A7-4", "A7-5", "Später", "Erledigt") if ref in anna]


def test_those_without_a_draft_are_named(region: Scm) -> None:
    warnings = [line for line in region("task", "remind", "-o", "out").err.splitlines() if "warning" in line]
    assert warnings == [
        (
            "scm: warning: Bernd Muster has no e-mail address and gets no draft (beispielregion/A7-6); "
            "„scm attendee edit bernd-muster --email …“ sets it"
        ),
        "scm: warning: Stadt Musterstadt is not in the register and gets no draft (beispielregion/A7-7)",
        "scm: warning: nobody is responsible, so nobody gets a draft: beispielregion/A7-8",
    ]


@pytest.mark.parametrize("lang", ["de", "en"])
def test_reminders_are_printed_as_agreed(region: Scm, lang: str) -> None:
    region.ok("task", "remind", "-o", "out", "--to", "clara", "--lang", lang)
    [made] = drafts(region, "out").values()
    path = GOLDEN / f"reminder.{lang}.txt"
    if os.environ.get("SCM_TRANSCRIPTS") == "write":
        path.write_text(body(made), encoding="utf-8")
    assert body(made) == path.read_text(encoding="utf-8")


def test_due_within_leaves_out_what_is_later_or_never_due(region: Scm) -> None:
    region.ok("task", "remind", "-o", "out", "--due-within", "1w")
    [made] = drafts(region, "out").values()
    assert made["To"] == "clara@example.org"
    assert [ref for ref in ("A7-1", "A7-2", "A7-3") if ref in body(made)] == ["A7-1", "A7-2"]


def test_nothing_is_overwritten_by_accident(region: Scm) -> None:
    region.ok("task", "remind")
    assert len(drafts(region, "reminders-2024-10-20")) == 2
    assert region("task", "remind").code == 5
    region.ok("task", "remind", "--force")


def test_a_dry_run_and_nobody_to_remind_write_nothing(region: Scm) -> None:
    assert "nothing written" in region("task", "remind", "-o", "out", "--dry-run").err
    result = region("task", "remind", "-o", "out", "--to", "dora")
    assert (result.code, result.out, result.err) == (0, "", "there is nobody to be reminded\n")
    assert not (region.archive / "out").exists()


@pytest.mark.parametrize(
    ("args", "code"), [("--to niemand", 3), ("--due-within bald", 2), ("--lang fr", 2), ("--group nix", 0)]
)
def test_what_is_typed_wrong_is_said(region: Scm, args: str, code: int) -> None:
    result = region("task", "remind", "-o", "out", *args.split())
    assert result.code == code
    assert not (region.archive / "out").exists()


def test_an_own_template_makes_the_reminder(region: Scm) -> None:
    (region.archive / "templates").mkdir()
    (region.archive / "templates" / "reminder.de.md.j2").write_text("# Bitte\n\n{{ name }}\n", encoding="utf-8")
    region.ok("task", "remind", "-o", "out", "--to", "anna")
    [made] = drafts(region, "out").values()
    assert (made["Subject"], "Anna Beispiel" in body(made)) == ("Bitte", True)


def test_somebody_merged_is_reminded_once_by_the_entry_that_stands(region: Scm) -> None:
    region.ok("attendee", "add", "Klara Kern", "--key", "klara")
    region.ok("task", "add", "7:1", "Noch etwas", "--to", "klara")
    region.ok("attendee", "merge", "klara", "clara-kern")
    region.ok("task", "remind", "-o", "out", "--to", "clara")
    [made] = drafts(region, "out").values()
    assert "Noch etwas" in body(made)
