"""Every fault between files is found, with file, line, key and the command that mends it."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support import Scm

from scm_cli.archive.mending import mending

SESSION = "sessions/smart-city-region/0001.toml"
PERSON = "attendees/julia-binder.toml"


def append(path: str, text: str) -> Callable[[Path], object]:
    """Return a hand that adds text to a file."""
    return lambda root: (root / path).write_text((root / path).read_text() + text)


def put(path: str, text: str) -> Callable[[Path], object]:
    """Return a hand that writes a file."""

    def do(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)

    return do


def swap(path: str, old: str, new: str) -> Callable[[Path], None]:
    """Return a hand that replaces a piece of a file."""

    def do(root: Path) -> None:
        text = (root / path).read_text()
        assert old in text
        (root / path).write_text(text.replace(old, new, 1))

    return do


FAULTS = [
    (
        swap("scm.toml", "smart-city-region", "nobody"),
        "scm.toml: default_group: there is no group nobody; mend it with: scm group add nobody",
    ),
    (
        swap(SESSION, 'attendee = "julia-binder"', 'attendee = "jana-muster"'),
        (
            f"{SESSION}:10: attendance[1].attendee: nobody in the register has the key jana-muster; "
            "mend it with: scm attendance set smart-city-region/1 jana-muster --remove"
        ),
    ),
    (
        swap(SESSION, "place =", 'chair = "jana-muster"\nplace ='),
        (
            f"{SESSION}:6: chair: nobody in the register has the key jana-muster; "
            "mend it with: scm session edit smart-city-region/1"
        ),
    ),
    (
        swap(SESSION, 'presenters = ["julia-binder"]', 'presenters = ["jana-muster"]'),
        (
            f"{SESSION}:46: agenda[1].presenters: nobody in the register has the key jana-muster; "
            "mend it with: scm agenda edit smart-city-region/1#laendliche-raeume"
        ),
    ),
    (
        swap(SESSION, "number = 1", "number = 3"),
        f"{SESSION}:3: number: the file 0001.toml says number 3; mend it with: $EDITOR {SESSION}",
    ),
    (
        append(SESSION, '\n[[attachments]]\nnumber = 1\nfile = "attachments/x.pdf"\n'),
        (
            f"{SESSION}:96: attachments[1].file: the file attachments/x.pdf does not exist; "
            "mend it with: scm attachment remove smart-city-region/1 1"
        ),
    ),
    (
        put("attachments/smart-city-region/0001/plan b.pdf", "%PDF"),
        (
            "attachments/smart-city-region/0001/plan b.pdf: no session names this file; mend it with: "
            "scm attachment add smart-city-region/1 'attachments/smart-city-region/0001/plan b.pdf'"
        ),
    ),
    (
        put("attachments/lose.pdf", "%PDF"),
        "attachments/lose.pdf: no session names this file; mend it with: mv attachments/lose.pdf …",
    ),
    (
        put("attachments/smart-city-region/0001/.scm-1-plan.pdf", ""),
        "attachments/smart-city-region/0001/.scm-1-plan.pdf: left over from a writer that was killed",
    ),
    (
        swap(
            SESSION,
            'title = "Lokale Projekte"',
            'title = "Lokale Projekte"\n[[agenda.tasks]]\nnumber = 1\ntext = "x"\n'
            '[[agenda.tasks.history]]\non = 2022-12-01\nassignees = ["niemand"]',
        ),
        (
            f"{SESSION}:60: agenda[2].tasks[1].history[1].assignees: nobody in the register has the key niemand; "
            "mend it with: scm task edit smart-city-region/A1-1 --to …"
        ),
    ),
    (
        swap(SESSION, 'id = "lokale-projekte"', 'id = "lokale-projekte"\nfrom = "smart-city-region/9#x"'),
        (
            f"{SESSION}:54: agenda[2].from: there is no agenda item smart-city-region/9#x; "
            "mend it with: scm agenda edit smart-city-region/1#lokale-projekte"
        ),
    ),
    (
        swap(SESSION, 'id = "lokale-projekte"', 'id = "lokale-projekte"\nabout = "smart-city-region/9"'),
        (
            f"{SESSION}:54: agenda[2].about: there is no session smart-city-region/9; "
            "mend it with: scm agenda edit smart-city-region/1#lokale-projekte"
        ),
    ),
    (
        append(PERSON, 'merged_into = "julia-binder"\n'),
        (
            f"{PERSON}:8: merged_into: the entry is merged into itself in the end; "
            "mend it with: scm attendee edit julia-binder"
        ),
    ),
    (
        append(PERSON, '[[memberships]]\ngroup = "nobody"\n'),
        f"{PERSON}:9: memberships[1].group: there is no group nobody; mend it with: scm attendee edit julia-binder",
    ),
    (
        put("attendees/j-b.toml", 'schema = 1\nname = "julia binder"\norganisation = "BTU Cottbus-Senftenberg"\n'),
        f"{PERSON}:2: name: j-b has the same name and organisation; mend it with: scm attendee merge julia-binder j-b",
    ),
    (
        put("attendees/x (conflicted copy).toml", "schema = 1\n"),
        (
            "attendees/x (conflicted copy).toml: a conflicted copy of a file service; "
            "mend it with: diff 'attendees/x (conflicted copy).toml' …"
        ),
    ),
    (
        put("attendees/.scm-1-x.toml", ""),
        "attendees/.scm-1-x.toml: left over from a writer that was killed; mend it with: rm attendees/.scm-1-x.toml",
    ),
    (
        put("sessions/smart-city-region/7.toml", ""),
        (
            "sessions/smart-city-region/7.toml: no file of an archive is named so; "
            "mend it with: mv sessions/smart-city-region/7.toml …"
        ),
    ),
    (
        append("groups/smart-city-region.toml", 'rhythm = "FREQ=MONTHLY;BYDAY=9MO"\n'),
        "groups/smart-city-region.toml:10: rhythm: the rhythm cannot be: ",
    ),
]


def test_the_sample_archive_has_no_faults(scm: Scm) -> None:
    result = scm("check")
    assert (result.code, result.out, result.err) == (0, "", "nothing wrong\n")


@pytest.mark.parametrize(("hand", "sentence"), FAULTS, ids=range(len(FAULTS)))
def test_a_fault_is_found(scm: Scm, hand: Callable[[Path], object], sentence: str) -> None:
    hand(scm.archive)
    result = scm("check")
    assert result.code == 1
    assert [line for line in result.out.splitlines() if line.startswith(sentence)], result.out


def test_merge_markers_are_named(scm: Scm) -> None:
    swap(SESSION, "place =", "<<<<<<< ours\nplace =")(scm.archive)
    result = scm("check")
    assert result.code == 1
    assert f"{SESSION}:6: a merge conflict that was not resolved" in result.out


def test_two_files_with_one_number_are_both_told(scm: Scm) -> None:
    text = (scm.archive / SESSION).read_text()
    (scm.archive / SESSION.replace("0001", "0002")).write_text(text)
    result = scm("check")
    assert "number 1 is also in sessions/smart-city-region/0001.toml" in result.out
    assert scm.ok("list", "--fields", "number").split() == ["1", "1"]


def test_findings_come_as_json_too(scm: Scm) -> None:
    import json

    swap(SESSION, "number = 1", "number = 3")(scm.archive)
    result = scm("check", "--json", "--quiet")
    (finding,) = json.loads(result.out)
    assert (result.code, result.err) == (1, "")
    assert set(finding) == {"path", "line", "key", "found", "allowed", "command"}
    assert (finding["path"], finding["line"], finding["key"]) == (SESSION, 3, "number")


def test_a_merged_person_at_a_session_is_no_fault(scm: Scm) -> None:
    scm.ok("attendee", "add", "Jana Beispiel")
    scm.ok("attendance", "set", "1", "jana", "--state", "present")
    scm.ok("attendee", "add", "Jana Beispiel", "--key", "jana-2", "--organisation", "Stadt Musterstadt")
    scm.ok("attendee", "merge", "jana-beispiel", "jana-2")
    assert scm("check").code == 0


def broken(root: Path) -> Path:
    path = root / "sessions/smart-city-region/0002.toml"
    path.write_text("[[")
    return path


def folder(root: Path) -> Path:
    path = root / "attendees/jana.toml"
    path.mkdir()
    return path


def way_out(root: Path) -> Path:
    path = root / "attendees/jana.toml"
    path.symlink_to("/etc/hostname")
    return path


def pipe(root: Path) -> Path:
    path = root / "attendees/jana.toml"
    os.mkfifo(path)
    return path


def leftover(root: Path) -> Path:
    path = root / "attendees/.scm-1-x.toml"
    path.write_text("")
    return path


def folders_of_our_names(root: Path) -> Path:
    for name in (".scm.lock", ".scm-writing", ".scm-renumbering", ".scm-beside"):
        path = root / name
        path.unlink(missing_ok=True)
        path.mkdir()
    return path


HANDS = [folder, way_out, pipe, leftover, folders_of_our_names, broken]


@pytest.mark.parametrize("hand", HANDS, ids=lambda hand: hand.__name__)
def test_the_command_mends_it_when_a_shell_runs_it(
    scm: Scm, hand: Callable[[Path], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder has a name that a shell would tear apart."""
    odd = scm.archive.parent / "Anna's Ablage (neu)"
    scm.archive.rename(odd)
    monkeypatch.chdir(scm.archive.parent)
    hand(odd)
    result = scm("check", "--data", odd.name)
    assert result.code == 1
    for line in result.out.splitlines():
        command = line.partition("mend it with: ")[2]
        subprocess.run(["sh", "-c", command], env={"EDITOR": "rm", "PATH": os.environ["PATH"]}, check=True)
    assert scm("check", "--data", odd.name).code == 0


@pytest.mark.usefixtures("archive")
def test_a_file_that_may_not_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert mending(PERSON) == f"chmod u+rwX {PERSON}"
    assert mending("gone meanwhile.toml") == "$EDITOR 'gone meanwhile.toml'"
