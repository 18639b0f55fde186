"""The saves that a kill is tried in: what is typed, on which archive, and what may be said of it afterwards."""

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from clones import environ
from support import PROJECT, Scm

FIXTURE: Final = PROJECT / "tests" / "fixtures" / "beispielregion"
NOW: Final = "2024-10-20T11:00:00+02:00"
PLAN: Final = {"date": "2025-02-11", "agenda": ["Bericht", {"title": "Haushalt", "minutes_planned": 20}]}
NINTH: Final = """\
schema = 1
number = 9
date = 2024-12-10  # im Advent

[[agenda]]
id = "weiteres"
title = "Weiteres"
from = "beispielregion/8#verschiedenes"
presenters = ["emil-zander"]
"""


@dataclass(frozen=True)
class Save:
    """One command that changes the archive.

    Args:
        line: what is typed after `scm`.
        repeats: whether typing it again finishes what a kill left; else it would be done twice, as an `add` is.
        prepare: what is done to the archive before.
    """

    line: tuple[str, ...]
    repeats: bool = True
    prepare: Callable[[Path], None] = lambda _: None


def unmerged(archive: Path) -> None:
    """Leave an archive in a merge in git to which both sides brought a session 10, each with attachments."""

    def git(*args: str) -> int:
        done = subprocess.run(
            ["git", *args], cwd=archive, env=environ(archive.parent), capture_output=True, check=False
        )
        return done.returncode

    def commit() -> None:
        assert git("add", "--all") == git("commit", "--quiet", "--message", "Work") == 0

    assert git("init", "--quiet", "--initial-branch=main", "--template=") == 0
    commit()
    for branch, names in (("theirs", ("plan.pdf", "karte.png")), ("ours", ("plan.pdf",))):
        assert git("checkout", "--quiet", "-b", branch, "main") == 0
        lines = [f'schema = 1\nnumber = 10\ndate = 2025-01-14\nuid = "{branch}"\nlast_attachment = {len(names)}\n']
        for number, name in enumerate(names, 1):
            file = archive / "attachments" / "beispielregion" / "0010" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(f"{name} {branch}\n".encode() * 1_000)
            lines.append(f'\n[[attachments]]\nnumber = {number}\nfile = "{file.relative_to(archive).as_posix()}"\n')
        (archive / "sessions" / "beispielregion" / "0010.toml").write_text("".join(lines))
        commit()
    assert git("merge", "--quiet", "theirs") == 1


def sealed(archive: Path) -> None:
    """Leave the seventh session sealed."""
    program(archive).ok("session", "finalize", "7", "--unreached-as", "done", "--on", "2024-10-01", "--yes")


SAVES: Final = {
    "session-edit": Save(("session", "edit", "8", "--place", "Musterstadt")),
    "decision-add": Save(("decision", "add", "7:2", "Die AG begleitet das Vorhaben."), repeats=False),
    "session-add": Save(("session", "add", "--json", "{input}"), repeats=False),
    "agenda-import": Save(("agenda", "import", "8", "{input}", "--merge")),
    "finalize": Save(("session", "finalize", "7", "--unreached-as", "done", "--on", "2024-10-01", "--yes")),
    "reopen": Save(("session", "reopen", "7", "--reason", "Zahlen falsch"), prepare=sealed),
    "attendee-add": Save(("attendee", "add", "Neue Person"), repeats=False),
    "attendee-merge": Save(("attendee", "merge", "emil-zander", "jana-beispiel")),
    "attendee-forget": Save(("attendee", "forget", "emil-zander", "--yes")),
    "session-remove": Save(("session", "remove", "9", "--yes")),
    "session-renumber": Save(("session", "renumber", "8", "--to", "12")),
    "session-renumber-from-git": Save(("session", "renumber", "10", "--from-git"), prepare=unmerged),
    "attachment-add": Save(("attachment", "add", "8", "{file}", "--title", "Plan")),
    "attachment-remove": Save(("attachment", "remove", "8", "1", "--yes")),
}


def prepare(folder: Path) -> Scm:
    """Make the archive on which all saves can be tried; returns the program on it."""
    archive = folder / "archive"
    shutil.copytree(FIXTURE, archive)
    (folder / "input.json").write_text(json.dumps(PLAN))
    (folder / "plan.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 4_000)
    (archive / "sessions" / "beispielregion" / "0009.toml").write_text(NINTH)
    scm = program(archive)
    scm.ok("attendee", "add", "Jana Beispiel", "--group", "beispielregion")
    for who in ("emil-zander", "jana-beispiel"):
        scm.ok("agenda", "add", "8", f"Bericht {who}", "--presenter", who)
        scm.ok("task", "add", "8:1", "Kosten vorlegen", "--to", who)
    for number in ("8", "9"):
        scm.ok("attachment", "add", number, str(folder / "input.json"))
    return scm


def program(archive: Path) -> Scm:
    """Return the program in this process on an archive."""
    from datetime import datetime

    scm = Scm(archive, pytest.MonkeyPatch())
    scm.now = datetime.fromisoformat(NOW)
    return scm


def typed(save: Save, folder: Path) -> list[str]:
    """Return a command line with the names of its files."""
    given = "agenda.json" if save.line[0] == "agenda" else "input.json"
    (folder / "agenda.json").write_text(json.dumps(PLAN["agenda"]))
    return [part.format(input=folder / given, file=folder / "plan.pdf") for part in save.line]
