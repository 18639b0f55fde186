"""A sealed protocol no longer changes: every command of the program that could is tried on one."""

from pathlib import Path

import pytest
from docs.reference import commands
from support import Scm
from trees import tree

FILE = Path("sessions/smart-city-region/0001.toml")

OUTCOMES = """
[[agenda.decisions]]
number = 1
text = "Die AG beschließt ein Testfeld."

[[agenda.elections]]
number = 1
office = "Sprecherin"

[[agenda.tasks]]
number = 1
text = "Das Konzept verschicken"

[[attachments]]
number = 1
url = "https://example.org/konzept"
"""
LAST = 'uid = "eins"\nlast_decision = 1\nlast_election = 1\nlast_task = 1\nlast_attachment = 1\n'

NEW_PLACE = ("--place", "Musterstadt")
REFUSED: dict[str, tuple[tuple[str, ...], ...]] = {
    "scm session edit": (("1", *NEW_PLACE), ("1",), ("1", "--status", "held"), ("1", *NEW_PLACE, "--dry-run")),
    "scm session invite": (("1",), ("1", "--on", "10.11.2022")),
    "scm session cancel": (("1",),),
    "scm session remove": (("1", "--yes"),),
    "scm session finalize": (("1", "--yes"),),
    "scm session renumber": (("1",), ("1", "--to", "7")),
    "scm attendance set": (("1", "binder", "--state", "excused"), ("1", "Bert Beispiel", "--state", "present")),
    "scm agenda add": (("1", "Neu"), ("1", "Neu", "--dry-run")),
    "scm agenda edit": (("1:1", "--title", "Neu"), ("1:1",)),
    "scm attendance import": (("1", "-"),),
    "scm agenda import": (("1", "-"), ("1", "-", "--replace", "--force")),
    "scm agenda move": (("1:1", "--last"),),
    "scm agenda postpone": (("1:1",),),
    "scm agenda drop": (("1:1",),),
    "scm agenda remove": (("1:1", "--yes"),),
    "scm decision add": (("1:1", "Die AG beschließt mehr."),),
    "scm decision edit": (("B1-1", "--text", "Die AG beschließt weniger."),),
    "scm decision remove": (("B1-1", "--yes"),),
    "scm election add": (("1:1", "Kassenwartin"),),
    "scm election edit": (("W1-1", "--office", "Sprecher"),),
    "scm election remove": (("W1-1", "--yes"),),
    "scm task add": (("1:1", "Noch etwas"),),
    "scm task edit": (("A1-1", "--text", "Etwas anderes"),),
    "scm attachment add": (("1", "https://example.org/mehr"),),
    "scm attachment remove": (("1", "1", "--yes"),),
    "scm minutes": (("1", "--apply", "-", "--yes"),),
    "scm live": (("1",),),
}
"""What a sealed protocol refuses; typed as it would be done on a draft."""

OTHERWISE = {
    "scm init": "makes another archive",
    "scm index rebuild": "writes the index, no file of the archive",
    "scm index clear": "takes the index away, no file of the archive",
    "scm session add": "makes another session",
    "scm session plan": "makes another session",
    "scm session reopen": "the way back; tried below",
    "scm session circulate": "the record goes on; tried below",
    "scm session approve": "the record goes on; tried below",
    "scm session amend": "the record goes on; tried below",
    "scm session sign": "signatures stand beside the sealed protocol, and no seal covers them",
    "scm task done": "the protocol is not touched by progress",
    "scm task drop": "the protocol is not touched by progress",
    "scm task reopen": "the protocol is not touched by progress",
    "scm task remind": "writes drafts of mails, no file of the archive",
    "scm attendee import": "people have files of their own; the seal holds their names",
    "scm attendee report": "prints what is stored of somebody",
    "scm attendee forget": "sealed protocols stay as they are, and are named; tried with its own tests",
    "scm merge-file": "a file, not a session; the seal is tried with its own tests",
    "scm attendee add": "people have files of their own; the seal holds their names",
    "scm attendee edit": "people have files of their own; the seal holds their names",
    "scm attendee rename": "people have files of their own; the seal holds their names",
    "scm attendee merge": "people have files of their own; the seal holds their names",
    "scm attendee remove": "people have files of their own; the seal holds their names",
    "scm group add": "groups have files of their own; the sealed text does not follow them",
    "scm group edit": "groups have files of their own; the sealed text does not follow them",
}
"""Commands that write and are no change of a protocol, and why."""

READING = (
    "list",
    "show",
    "export",
    "check",
    "path",
    "schema",
    "status",
    "completion",
    "search",
    "template",
    "index",
    "remind",
)


@pytest.fixture
def draft(scm: Scm) -> Scm:
    """The sample session with one of everything that can come out of an item."""
    path = scm.archive / FILE
    text = path.read_text()
    path.write_text(text.replace("\n[[", f"\n{LAST}\n[[", 1).rstrip("\n") + "\n" + OUTCOMES)
    assert scm("check").code == 0
    return scm


@pytest.fixture(params=["final", "approved"])
def sealed(draft: Scm, request: pytest.FixtureRequest) -> Scm:
    """The session sealed, and approved too."""
    draft.ok("session", "finalize", "1", "--yes")
    if request.param == "approved":
        draft.ok("session", "add", "1.12.2022")
        draft.ok("session", "approve", "1", "--in", "2")
    return draft


def writing() -> list[str]:
    """Return every command of the program that writes."""
    return [
        name
        for name, command, _ in commands()
        if name != "scm" and not getattr(command, "commands", None) and name.split()[-1] not in READING
    ]


def test_every_command_that_writes_is_tried_or_accounted_for() -> None:
    assert [name for name in writing() if name not in REFUSED and name not in OTHERWISE] == []
    assert set(REFUSED) & set(OTHERWISE) == set()


@pytest.mark.parametrize(
    "line", [(*name.split()[1:], *args) for name in writing() for args in REFUSED.get(name, ())], ids=" ".join
)
def test_no_command_changes_a_sealed_protocol(sealed: Scm, line: tuple[str, ...]) -> None:
    printed = sealed.ok("export", "1")
    before = tree(sealed.archive)
    result = sealed(*line, stdin=printed.replace("Testfeld", "Feld"), env={"EDITOR": "false"})
    assert (result.code, result.out) == (5, ""), result
    (error,) = [said for said in result.err.splitlines() if said.startswith("scm: error: ")]
    assert "smart-city-region/" in error
    wanted = {f"scm session {step} smart-city-region/1" for step in ("reopen", "amend")}
    assert any(step in result.err for step in wanted)
    assert tree(sealed.archive) == before
    assert sealed.ok("export", "1") == printed


@pytest.mark.parametrize(
    "line", [(*name.split()[1:], *args) for name in writing() for args in REFUSED.get(name, ())], ids=" ".join
)
def test_the_same_line_is_no_mistake_on_a_draft(draft: Scm, line: tuple[str, ...]) -> None:
    """A line that no session takes would prove nothing about sealed ones."""
    assert draft(*line, env={"EDITOR": "true"}).code != 2


@pytest.mark.parametrize("table", ["task", "attendee", "group"])
def test_what_goes_on_leaves_the_protocol_alone(sealed: Scm, table: str) -> None:
    printed = sealed.ok("export", "1")
    known = set(writing())
    lines = {
        "task": (("done", "A1-1"), ("reopen", "A1-1"), ("drop", "A1-1"), ("edit", "A1-1", "--due", "24.12.2022")),
        "attendee": (("rename", "binder", "Julia Muster"), ("edit", "binder", "--organisation", "BTU")),
        "group": (("edit", "--name", "AG Neu"), ("edit", "--language", "en")),
    }[table]
    for verb, *args in lines:
        if f"scm {table} {verb}" in known:
            sealed.ok(table, verb, *args)
    assert sealed.ok("export", "1") == printed
    assert sealed("check").code == 0


def test_the_way_back_and_the_way_on(draft: Scm) -> None:
    draft.ok("session", "finalize", "1", "--yes")
    assert draft("session", "amend", "1", "Nachtrag").code == 5
    draft.ok("session", "reopen", "1", "--reason", "Zahl falsch")
    draft.ok("agenda", "edit", "1:1", "--title", "Neu")
    assert draft("session", "circulate", "1", "--until", "24.12.2022").code == 5
    assert draft("session", "approve", "1", "--by-deadline").code == 5
    draft.ok("session", "finalize", "1", "--yes")
    draft.ok("session", "circulate", "1", "--until", "24.12.2022")
    draft.now = draft.now.replace(day=28)
    draft.ok("session", "approve", "1", "--by-deadline")
    refused = draft("session", "reopen", "1", "--reason", "x")
    assert (refused.code, refused.out) == (5, "")
    assert "scm session amend smart-city-region/1" in refused.err
    draft.ok("session", "amend", "1", "In TOP 1 muss es 12 heißen.")
    assert 'reason = "Zahl falsch"' in (draft.archive / FILE).read_text()
    assert draft("check").code == 0
