"""The output contract: where things go, which code comes back, and help that speaks one language."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from support import Scm
from trees import tree

from scm_cli.cli import PLACES, root

SEALED = """schema = 1
number = 3
date = 2022-11-30
status = "final"

[[agenda]]
id = "a"
title = "A"

[seal]
version = 1
at = 2022-12-01T09:00:00+01:00
head = "0000000000000000000000000000000000000000000000000000000000000000"
protocol = "0000000000000000000000000000000000000000000000000000000000000000"
"""


@pytest.fixture
def filled(scm: Scm) -> Scm:
    """The sample with a sealed session, two on one day, and two people of one name."""
    folder = scm.archive / "sessions/smart-city-region"
    (folder / "0003.toml").write_text(SEALED)
    for number in (4, 5):
        (folder / f"000{number}.toml").write_text(f"schema = 1\nnumber = {number}\ndate = 2023-01-10\n")
    for key in ("jana-muster", "jan-muster"):
        (scm.archive / f"attendees/{key}.toml").write_text(f'schema = 1\nname = "{key.title().replace("-", " ")}"\n')
    return scm


# Each: the command line, the code, the sentences after `scm: error: ` with what follows, English and German.
FAILING = [
    (
        "list --placee x",
        2,
        "there is no option --placee|Did you mean „--place“?",
        "es gibt keine Option --placee|Meinten Sie „--place“?",
    ),
    (
        "shwo 1",
        2,
        "there is no command „shwo“|Did you mean „show“?",
        "es gibt keinen Befehl „shwo“|Meinten Sie „show“?",
    ),
    (
        "session shwo",
        2,
        "there is no command „shwo“|Did you mean „show“?",
        "es gibt keinen Befehl „shwo“|Meinten Sie „show“?",
    ),
    (
        "xyzzy",
        2,
        "there is no command „xyzzy“|„scm --help“ shows what there is.",
        "es gibt keinen Befehl „xyzzy“|„scm --help“ zeigt, was es gibt.",
    ),
    (
        "session",
        2,
        "a command is missing|„scm session --help“ shows what there is.",
        "es fehlt ein Befehl|„scm session --help“ zeigt, was es gibt.",
    ),
    (
        "show",
        2,
        "SESSION is missing|„scm show --help“ shows what there is.",
        "SESSION fehlt|„scm show --help“ zeigt, was es gibt.",
    ),
    (
        "agenda add 1",
        2,
        "TITLE is missing|„scm agenda add --help“ shows what there is.",
        "TITLE fehlt|„scm agenda add --help“ zeigt, was es gibt.",
    ),
    (
        "show 1 2 3",
        2,
        "too much is given: 2 3|„scm show --help“ shows what there is.",
        "es ist zu viel angegeben: 2 3|„scm show --help“ zeigt, was es gibt.",
    ),
    (
        "agenda add 1 X --id",
        2,
        "the option --id needs a value|„scm agenda add --help“ shows what there is.",
        "die Option --id braucht einen Wert|„scm agenda add --help“ zeigt, was es gibt.",
    ),
    (
        "list --json=1",
        2,
        "the option --json takes no value|„scm list --help“ shows what there is.",
        "die Option --json nimmt keinen Wert|„scm list --help“ zeigt, was es gibt.",
    ),
    (
        "list --data=",
        2,
        "the option --data needs a value|„scm --help“ shows what there is.",
        "die Option --data braucht einen Wert|„scm --help“ zeigt, was es gibt.",
    ),
    (
        "list --data",
        2,
        "the option --data needs a value|„scm --help“ shows what there is.",
        "die Option --data braucht einen Wert|„scm --help“ zeigt, was es gibt.",
    ),
    (
        "list --limit x",
        2,
        "--limit: „x“ is not a whole number|Give a whole number from 0.",
        "--limit: „x“ ist keine ganze Zahl|Geben Sie eine ganze Zahl ab 0 an.",
    ),
    (
        "group list --fields colour",
        2,
        "there is no field „colour“|Known: key, name, short, organisation, place, language, sessions, last.",
        "es gibt kein Feld „colour“|Bekannt sind: key, name, short, organisation, place, language, sessions, last.",
    ),
    (
        "list --format xml",
        2,
        "--format knows no „xml“|Known: tsv, csv, json, jsonl.",
        "--format kennt kein „xml“|Bekannt sind: tsv, csv, json, jsonl.",
    ),
    (
        "agenda move 1:1 --first --last",
        2,
        "--first and --last do not go together",
        "--first und --last vertragen sich nicht",
    ),
    (
        "list --json --format csv",
        2,
        "--json and --format csv do not go together",
        "--json und --format csv vertragen sich nicht",
    ),
    (
        "session edit 1 --status final",
        2,
        "the status final is not set by hand|By hand: planned, invited, held.",
        "den Stand final setzt man nicht von Hand|Von Hand: planned, invited, held.",
    ),
    (
        "session remove 4",
        2,
        "nobody is there to answer „Remove session smart-city-region/4?“|Add --yes to answer it.",
        "niemand kann „Sitzung smart-city-region/4 entfernen?“ beantworten|Mit --yes beantworten Sie die Frage.",
    ),
    (
        "export 1 3",
        2,
        "several documents need a folder|Name one with -o DIR.",
        "mehrere Dokumente brauchen einen Ordner|Nennen Sie einen mit -o DIR.",
    ),
    (
        "show 99",
        3,
        "there is no session smart-city-region/99|„scm list“ shows them all.",
        "es gibt keine Sitzung smart-city-region/99|„scm list“ zeigt alle.",
    ),
    (
        "show 2023-01-10",
        3,
        "several sessions take place on 10 January 2023|Name one of them: smart-city-region/4, smart-city-region/5.",
        "am 10.01.2023 sind mehrere Sitzungen|Nennen Sie eine davon: smart-city-region/4, smart-city-region/5.",
    ),
    (
        "attendee show muster",
        3,
        ("several people could be meant by „muster“|"
        "Name one of them: jan-muster (Jan Muster), jana-muster (Jana Muster)."),
        ("mit „muster“ könnten mehrere Personen gemeint sein|"
        "Nennen Sie eine davon: jan-muster (Jan Muster), jana-muster (Jana Muster)."),
    ),
    (
        "attendee show niemand",
        3,
        "nobody in the register is called „niemand“|Add them with „scm attendee add NAME“.",
        "im Verzeichnis heißt niemand „niemand“|Nehmen Sie die Person auf mit „scm attendee add NAME“.",
    ),
    (
        "group show x",
        3,
        "there is no group „x“|Known: smart-city-region.",
        "es gibt kein Gremium „x“|Bekannt sind: smart-city-region.",
    ),
    (
        "export --year 1999",
        3,
        "no session matches|„scm list“ shows them all.",
        "keine Sitzung passt|„scm list“ zeigt alle.",
    ),
    (
        "list --data /nonexistent",
        3,
        ("/nonexistent is no archive: it has no scm.toml|"
        "Make one with „scm init“, or name one with --data DIR or SCM_DATA."),
        ("/nonexistent ist keine Ablage: es fehlt scm.toml|"
        "Legen Sie eine an mit „scm init“ oder nennen Sie eine mit --data DIR oder SCM_DATA."),
    ),
    (
        "attendee add 'Julia Binder'",
        5,
        "Julia Binder is already in the register (julia-binder)|Add --key KEY if it is somebody else.",
        "Julia Binder steht schon im Verzeichnis (julia-binder)|Ist es jemand anderes, geben Sie --key KEY an.",
    ),
    (
        "session add 2023-02-01 --number 3",
        5,
        "session smart-city-region/3 exists already|Without --number it becomes 6.",
        "Sitzung smart-city-region/3 gibt es schon|Ohne --number wird es die 6.",
    ),
    (
        "group add X --key smart-city-region",
        5,
        "there is a group smart-city-region already",
        "ein Gremium smart-city-region gibt es schon",
    ),
    (
        "session cancel 1",
        5,
        ("session smart-city-region/1 has taken place|"
        "Only a session that has not taken place can be cancelled or removed."),
        ("Sitzung smart-city-region/1 hat stattgefunden|"
        "Absagen oder entfernen lässt sich nur eine Sitzung, die nicht stattgefunden hat."),
    ),
    ("export 1 -o scm.toml", 5, "scm.toml exists already|Add --force to overwrite it.",
     "scm.toml gibt es schon|Mit --force wird überschrieben."),
    *(
        (
            line,
            5,
            ("the protocol of session smart-city-region/3 is final|"
            "Until it is approved, this opens it again: scm session reopen smart-city-region/3 --reason TEXT"),
            ("das Protokoll der Sitzung smart-city-region/3 ist ausgefertigt|"
            "Bis zur Genehmigung öffnet es wieder: scm session reopen smart-city-region/3 --reason TEXT"),
        )
        for line in (
            "session edit 3 --place Forst",
            "session edit 3",
            "agenda add 3 Neu",
            "agenda edit 3:1 --title Neu",
            "agenda drop 3:a",
            "attendance set 3 binder --state present",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize(("line", "code", "en", "de"), FAILING, ids=[f"{line[1]} {line[0]}" for line in FAILING])
def test_a_failing_line_says_why_and_prints_nothing(
    filled: Scm, line: str, code: int, en: str, de: str, lang: str
) -> None:
    before = tree(filled.archive)
    result = filled.speak(lang)(*shlex.split(line))
    assert (result.code, result.out) == (code, "")
    assert result.err == "scm: error: " + (de if lang == "de" else en).replace("|", "\n") + "\n"
    assert tree(filled.archive) == before


CHANGES = [
    "session add 2023-02-01 --place Guben",
    "session edit 1 --place Guben",
    "session cancel 4",
    "session remove 4 --yes",
    "attendee add 'Jörg Beispiel' --organisation Neudorf",
    "attendee edit binder --role X",
    "attendee rename binder 'Julia Muster'",
    "attendee merge jan-muster jana-muster",
    "attendee remove jan-muster --yes",
    "attendance set 1 binder --state excused",
    "agenda add 1 Neu",
    "agenda edit 1:1 --title Neu",
    "agenda move 1:3 --first",
    "agenda postpone 1:1",
    "agenda drop 1:1",
    "agenda remove 1:2.1 --yes",
    "group add Beirat",
    "group edit --place Guben",
    "export 1 -o protokoll.md",
]
CHANGE = pytest.mark.parametrize("line", CHANGES)


@CHANGE
def test_a_change_is_told_with_its_file(filled: Scm, line: str) -> None:
    before = tree(filled.archive)
    result = filled(*shlex.split(line))
    assert result.code == 0
    assert tree(filled.archive) != before
    assert len(result.err.splitlines()) == 1
    assert re.search(r"(groups|attendees|sessions/smart-city-region)/[a-z0-9-]+\.toml|protokoll\.md", result.err)


@CHANGE
def test_quiet_says_nothing_and_changes_the_same(filled: Scm, line: str) -> None:
    loud = filled(*shlex.split(line), "--dry-run")
    before = tree(filled.archive)
    result = filled(*shlex.split(line), "--quiet")
    assert (result.code, result.err, result.out) == (0, "", loud.out)
    assert tree(filled.archive) != before


@pytest.mark.parametrize("lang", ["en", "de"])
@CHANGE
def test_a_dry_run_writes_nothing_and_says_what_it_would(filled: Scm, line: str, lang: str) -> None:
    before = tree(filled.archive.parent, but=())
    dry = filled.speak(lang)(*shlex.split(line), "--dry-run")
    assert dry.code == 0
    assert tree(filled.archive.parent, but=()) == before
    done = filled(*shlex.split(line))
    start = {"en": "dry run, nothing written: ", "de": "Probelauf, nichts geschrieben: "}[lang]
    assert (dry.out, dry.err) == (done.out, start + done.err)


@pytest.mark.parametrize(
    "line",
    [
        "--data {0} list",
        "list --data {0}",
        "list --data={0} --json",
        "--data={0} session list",
        "session --data {0} list",
    ],
)
def test_the_archive_is_named_anywhere(scm: Scm, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    result = scm(*line.format(scm.archive).split(), env={"SCM_DATA": "/nonexistent"})
    assert (result.code, result.err) == (0, "")
    assert "smart-city-region/1" in result.out


def test_after_two_hyphens_it_is_text(scm: Scm) -> None:
    assert scm.ok("agenda", "add", "1", "--", "--data=x") == "smart-city-region/1#data-x\n"
    assert scm("agenda", "add", "1", "--", "--data", "x").code == 2


def pages() -> Iterator[str]:
    """Yield the command lines of all help pages."""
    program = root()
    yield ""
    for name in PLACES:
        yield name
        command = program.get_command(None, name)
        if hasattr(command, "commands"):
            yield from (f"{name} {verb}" for verb in command.commands)


ENGLISH = r"\b(Usage|Options?|Arguments?|Commands?|required|default|Show|Examples?|Aborted|Error|Try|COMMAND|OPTIONS)\b"


PRINTING = """
import sys
from contextlib import suppress
from scm_cli.cli import root
for page in sys.argv[1:]:
    for option in ("--help", "-h"):
        with suppress(SystemExit):
            root().main([*page.split(), option])
        sys.stdout.write("\\f")
"""


@cache
def help_pages(lang: str) -> dict[str, str]:
    """Return all help pages, printed by one process: options get their language as modules load."""
    names = list(pages())
    environ = {**os.environ, "SCM_LANG": lang, "COLUMNS": "100"}
    done = subprocess.run([sys.executable, "-c", PRINTING, *names], capture_output=True, env=environ, check=True)
    printed = done.stdout.decode().removesuffix("\f").split("\f")
    assert printed[::2] == printed[1::2]
    return dict(zip(names, printed[::2], strict=True))


@pytest.mark.parametrize("page", list(pages()), ids=lambda page: page or "scm")
def test_every_help_page_speaks_one_language_and_names_data(page: str) -> None:
    german, english = help_pages("de")[page], help_pages("en")[page]
    assert "--data DIR" in german
    assert "--data DIR" in english
    assert german.startswith(f"Aufruf: scm {page}".rstrip())
    assert english.startswith(f"Usage: scm {page}".rstrip())
    prose = "\n".join(line for line in german.splitlines() if not line.startswith("  scm "))
    assert re.findall(ENGLISH, prose) == []
    assert re.findall(r"[äöüß]", re.sub(r"  scm .*", "", english)) == []
    assert "..." not in german
    assert not re.search(r"Aufruf|Optionen|Argumente|Befehle|Beispiele|nötig|sonst", english)


def test_help_and_version_need_no_archive(scm: Scm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    for line in (
        ["--version"],
        ["--help"],
        ["list", "--help"],
        ["agenda", "add", "-h"],
        ["schema"],
        ["completion", "zsh"],
    ):
        result = scm(*line, env={"SCM_DATA": str(tmp_path / "nowhere")})
        assert (result.code, result.err) == (0, "")
        assert result.out


def test_keys_and_machine_output_are_the_same_in_both_languages(filled: Scm) -> None:
    for line in (
        "list",
        "list --json",
        "agenda list --format csv",
        "show 1 --json",
        "attendee list",
        "schema",
        "path 1",
    ):
        assert filled.speak("de").ok(*line.split()) == filled.speak("en").ok(*line.split())
    assert (
        filled.speak("de")("agenda", "list", terminal=True).out
        != filled.speak("en")("agenda", "list", terminal=True).out
    )
