"""What the shell offers, and its silence where something is wrong."""

import shutil
import subprocess
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from support import Installed, Scm


def offered(installed: Installed, line: str, also: Mapping[str, str] | None = None) -> list[str]:
    """Return what bash is offered for a command line; nothing may be said on standard error."""
    words = line.split(" ")
    environ = {**(also or {}), "_SCM_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    result = installed(env=environ)
    assert (result.code, result.err) == (0, "")
    return result.out.split()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("scm sh", ["show"]),
        ("scm session ca", ["cancel"]),
        ("scm show ", ["1"]),
        ("scm show smart-city-region/", ["smart-city-region/1"]),
        ("scm attendee show ", ["cathleen-rohr-mehani", "julia-binder"]),
        ("scm attendance set 1 ju", ["julia-binder"]),
        ("scm session edit 1 --chair c", ["cathleen-rohr-mehani"]),
        ("scm group show ", ["smart-city-region"]),
        ("scm agenda edit ", ["1:"]),
        ("scm agenda edit 1:d", ["1:demenzfreundliche-strukturen", "1:digitale-haltestellen"]),
        ("scm agenda move smart-city-region/1:co", ["smart-city-region/1:cottbus-digital"]),
        ("scm list --pl", ["--place"]),
        ("scm decision show ", []),
        ("scm decision show B1-", []),
        ("scm check --profile ", ["bbgkverf", "own", "vwvfg"]),
        ("scm check 1 --profile v", ["vwvfg"]),
        ("scm session sign 1 ju", ["julia-binder"]),
    ],
)
def test_what_is_offered(installed: Installed, line: str, expected: list[str]) -> None:
    assert offered(installed, line) == expected


def test_decisions_and_elections_are_offered_after_their_session(installed: Installed) -> None:
    for noun, text in (("decision", "Die AG tagt im Mai."), ("election", "Leitung")):
        for _ in range(2):
            installed(noun, "add", "1:3", text)
    assert offered(installed, "scm decision edit B1-") == ["B1-1", "B1-2"]
    assert offered(installed, "scm decision edit 1 --replaces d1-") == ["d1-1", "d1-2"]
    for typed in ("smart-city-region/", "smart-city-region/B1-"):
        assert offered(installed, f"scm decision show {typed}") == ["smart-city-region/B1-1", "smart-city-region/B1-2"]
    assert offered(installed, "scm decision show ") == ["B1-1", "B1-2"]
    assert offered(installed, "scm election show W1-") == ["W1-1", "W1-2"]
    assert offered(installed, "scm election show B1-") == []


@pytest.mark.parametrize("line", ["scm show ", "scm attendee show ", "scm agenda edit 1:", "scm group show "])
def test_a_broken_archive_is_met_with_silence(installed: Installed, line: str) -> None:
    for path in installed.archive.rglob("*.toml"):
        path.write_bytes(b"\xff\x00 = [")
    offered(installed, line)
    shutil.rmtree(installed.archive / "sessions")
    shutil.rmtree(installed.archive / "attendees")
    shutil.rmtree(installed.archive / "groups")
    assert offered(installed, line) == []
    (installed.archive / "scm.toml").unlink()
    assert offered(installed, line) == []


def test_bash_takes_the_script_and_keeps_colons(installed: Installed) -> None:
    script = installed("completion", "bash").out
    assert subprocess.run(["bash", "-n"], input=script.encode(), check=False).returncode == 0
    assert "COMP_WORDBREAKS=${COMP_WORDBREAKS//:}" in script


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("scm task show ", ["A1-1", "A1-2"]),
        ("scm task show t1-", ["t1-1", "t1-2"]),
        ("scm task edit smart-city-region/A", ["smart-city-region/A1-1", "smart-city-region/A1-2"]),
        ("scm task done ", ["A1-1"]),
        ("scm task reopen A1-", ["A1-1", "A1-2"]),
        ("scm task drop A9-", []),
        ("scm attachment remove 1 ", ["1"]),
        ("scm attachment add 1:d", ["1:demenzfreundliche-strukturen", "1:digitale-haltestellen"]),
    ],
)
def test_tasks_are_offered_and_only_unfinished_ones_to_be_done(
    scm: Scm, installed: Installed, line: str, expected: list[str]
) -> None:
    scm.ok("task", "add", "1:1", "Folien senden")
    scm.ok("task", "add", "1:2", "Fotos sammeln")
    scm.ok("task", "done", "A1-2")
    scm.ok("attachment", "add", "1", "https://example.org/plan")
    (scm.archive / "sessions/smart-city-region/0007.toml").write_text("nonsense")
    assert offered(installed, line) == expected


def test_a_large_archive_offers_the_outcomes_of_the_sessions_its_index_has_as_newest(
    installed: Installed, tmp_path: Path
) -> None:
    folder = installed.archive / "sessions/smart-city-region"
    for number in range(2, 260):
        day = date(2030, 1, 1) - timedelta(days=number)
        decision = f'[[agenda]]\nid = "a"\ntitle = "A"\n[[agenda.decisions]]\nnumber = 1\ntext = "Text {number}."\n'
        text = f'schema = 1\nnumber = {number}\ndate = {day}\nstatus = "held"\n{decision}'
        (folder / f"{number:04}.toml").write_text(text)
    highest = [f"B{number}-1" for number in range(210, 260)]
    caches = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    assert sorted(offered(installed, "scm decision show ", caches)) == sorted(highest), (
        "nothing is read to make an index"
    )
    assert installed("list", "--limit", "1", env=caches).code == 0
    assert sorted(offered(installed, "scm decision show ", caches)) == sorted(f"B{n}-1" for n in range(2, 52))
