"""Command transcripts: what is typed, what is printed where, and the exit code.

A transcript is a file of steps. `$ scm …` is typed, lines below it that begin with `< ` are standard input; what
follows is standard output, lines of standard error begin with `! `, and `= 3` is an exit code other than 0.
`SCM_TRANSCRIPTS=write pytest …` writes what is printed now, to be read before it is committed.
"""

import os
import re
import shlex
from itertools import takewhile
from pathlib import Path

import pytest
from support import Result, Scm
from worded import corrected_in_word

FILES = sorted(Path(__file__).parent.glob("*.txt"))
INDEX = re.compile(r"[0-9a-f]{16}-[0-9a-f]{16}")
RANDOM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def written(result: Result, archive: Path) -> str:
    """Return what a run printed as a transcript shows it; what is random is masked."""
    errors = "".join(f"! {line}\n" for line in result.err.splitlines())
    code = f"= {result.code}\n" if result.code else ""
    shown = RANDOM.sub("········-····-····-····-············", f"{result.out}{errors}{code}".replace("\r", "␍"))
    shown = shown.replace(str(archive), "/…/archive").replace(str(archive.parent), "/…")
    return INDEX.sub("…", shown)


def parts(step: str) -> tuple[str, list[str]]:
    """Return a step's command line and the lines of its standard input."""
    typed, *lines = step.splitlines()
    return typed, [line.removeprefix("< ") for line in takewhile(lambda line: line.startswith("< "), lines)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_transcript(scm: Scm, path: Path) -> None:
    scm.speak("de" if ".de." in path.name else "en")
    if path.name.startswith("word."):
        corrected_in_word(scm, scm.archive / "protokoll.docx")
        (scm.archive / "broken.docx").write_bytes(b"PK\x03\x04")
    head, *steps = re.split(r"^(?=\$ )", path.read_text(), flags=re.MULTILINE)
    played = head
    for step in steps:
        typed, fed = parts(step)
        program, *args = shlex.split(typed.removeprefix("$ "))
        assert program == "scm"
        stdin = "".join(f"{line}\n" for line in fed)
        shown = "".join(f"< {line}\n" for line in fed)
        played += f"{typed}\n{shown}{written(scm(*args, stdin=stdin), scm.archive)}\n"
    played = played.rstrip("\n") + "\n"
    if os.environ.get("SCM_TRANSCRIPTS") == "write":
        path.write_text(played)
    assert played == path.read_text()


def test_every_verb_has_a_transcript_in_both_languages() -> None:
    from docs.reference import commands

    for language in ("en", "de"):
        text = "\n".join(path.read_text() for path in FILES if f".{language}." in path.name)
        for name, command, _ in commands():
            if not getattr(command, "commands", None) and name != "scm":
                assert f"$ {name}" in text, f"{name} in {language}"
