"""The README says what is true: its reference, its examples, its test command."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docs.reference import commands, placed
from support import PROJECT, Scm
from worded import corrected_in_word

README = (PROJECT / "README.md").read_text()


def test_the_reference_is_what_the_program_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCM_LANG", "en")
    assert placed(README) == README, "run: SCM_LANG=en python tests/docs/reference.py"


def test_ci_runs_the_test_command_of_the_readme_and_nothing_else() -> None:
    script = (PROJECT / ".ci" / "run").read_text()
    named = re.search(r"<!-- test command -->\n\n```sh\n(.+)\n```", README)
    assert named, "the README has a test command"
    assert [line for line in script.splitlines() if line and not line.startswith("#")] == [
        "set -eu",
        'cd "$(dirname "$0")/.."',
        named[1],
    ]


def tour(readme: str, folder: Path) -> str:
    """Return the README with what its console blocks print when they are typed one after the other."""
    environ = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(folder),
        "SCM_LANG": "en",
        "SCM_NOW": "2026-12-08T11:00+01:00",
        "TZ": "Europe/Berlin",
    }

    def typed(command: str) -> str:
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        return f"$ {command}\n{done.stdout.decode()}"

    def block(found: re.Match[str]) -> str:
        steps = re.split(r"^\$ ", found[1], flags=re.MULTILINE)[1:]
        return "```console\n" + "".join(typed(step.partition("\n")[0]) for step in steps) + "```"

    return re.sub(r"^```console\n(.*?)^```", block, readme, flags=re.MULTILINE | re.DOTALL)


def test_every_command_of_the_readme_prints_what_is_shown(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "data", tmp_path / "data")
    printed = tour(README, tmp_path)
    if os.environ.get("SCM_TRANSCRIPTS") == "write":
        (PROJECT / "README.md").write_text(printed)
    assert printed.count("\n$ scm ") > 40
    assert printed == README


def examples() -> list[str]:
    """Return every example of every help page."""
    return sorted(
        {line for _, command, _ in commands() for line in (getattr(command, "epilog", "") or "").splitlines()}
    )


def prepare(scm: Scm) -> None:
    """Give every example of the help pages something to work on."""
    scm.ok("group", "edit", "--rhythm", "jeden zweiten Dienstag im Monat", "--public-role", "presenter")
    scm.ok("session", "add", "8.12.2026", "--number", "2")
    scm.ok("agenda", "add", "2", "Digitale Haltestellen")
    scm.ok("agenda", "add", "2", "Beschlüsse")
    for name in ("Nord", "Süd"):
        scm.ok("decision", "add", "2:2", f"Die AG richtet das Testfeld {name} ein.")
        scm.ok("election", "add", "2:2", f"Leitung {name}", "--elected", "binder")
    scm.ok("attendee", "add", "Jana Beispiel")
    scm.ok("attendee", "add", "Jana Muster")
    scm.ok("agenda", "add", "2", "Verschiedenes")
    for text in ("Kostenplan vorlegen", "Angebot einholen"):
        scm.ok("task", "add", "2:verschiedenes", text, "--to", "Jana Muster")
    scm.ok("task", "done", "A2-2")
    scm.ok("task", "add", "1:1", "Folien senden")
    (scm.archive / "konzept.pdf").write_bytes(b"%PDF")
    scm.ok("attachment", "add", "2", "konzept.pdf")
    for number, day in (("3", "1.11.2022"), ("4", "4.10.2022"), ("5", "6.9.2022")):
        scm.ok("session", "add", day, "--number", number)
        scm.ok("agenda", "add", number, "Bericht", "--notes", "Es wurde berichtet.")
        scm.ok("session", "finalize", number, "--on", day, "--yes")
        scm.ok("session", "circulate", number, "--on", day, "--until", "20.11.2022")
    scm.ok("session", "approve", "5", "--by-deadline")
    (scm.archive / "tagesordnung.csv").write_text("Titel;Dauer\nBericht;20\n")
    (scm.archive / "tagesordnung.json").write_text('["Bericht", "Ausblick"]')
    (scm.archive / "personen.csv").write_text("Name;E-Mail\nJana Muster;jana@example.org\n")
    (scm.archive / "bericht.csv").write_text("Name;Join time\nJana Muster;10:02\n")
    scm.ok("attendee", "edit", "julia-binder", "--email", "binder@example.org")
    (scm.archive / "sitzung.json").write_text('{"date": "2027-03-09", "agenda": ["Bericht"]}')
    for side in ("base", "ours", "theirs"):
        role = "Leitung" if side == "theirs" else "Beratung"
        (scm.archive / f"{side}.toml").write_text(f'schema = 1\nname = "Jana Muster"\nrole = "{role}"\n')
    printed = scm.ok("minutes", "1", "--print")
    (scm.archive / "corrected.md").write_text(printed.replace("Ort: Cottbus", "Ort: Cottbus (hybrid)"))
    corrected_in_word(scm, scm.archive / "protokoll.docx")


@pytest.mark.parametrize("example", examples())
def test_every_example_of_a_help_page_works(prepared: Scm, example: str) -> None:
    program, *args = shlex.split(example)
    assert program == "scm"
    if "Jana Beispiel" in args:
        prepared.ok("attendee", "remove", "jana-beispiel", "--yes")
    result = prepared(*args)
    assert result.code == 0, result


def test_every_command_has_an_example(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCM_LANG", "en")
    for path, command, _ in commands():
        if not getattr(command, "commands", None) and path != "scm":
            assert getattr(command, "epilog", ""), path


def quoted() -> list[str]:
    """Return every command in a sentence of the README."""
    prose = re.sub(r"^```.*?^```", "", README, flags=re.MULTILINE | re.DOTALL)
    return sorted(set(re.findall(r"`(scm [^`|]+?)(?: \\\\?\|[^`]*)?`", prose)))


@pytest.mark.parametrize("command", quoted())
def test_every_command_in_a_sentence_of_the_readme_works(prepared: Scm, command: str) -> None:
    _, *args = shlex.split(command)
    if command in {path for path, _, _ in commands()} and prepared(*args).code != 0:
        args.append("--help")  # only its name is mentioned; it needs more to be run, or another day
    assert prepared(*args, env={"EDITOR": "true"}).code == 0
