"""A working group's year through the installed command, from the plan to the approved protocol and its addendum.

The story is a file of steps, as the transcripts are, with three more kinds of lines: `% …` tells what happens,
`@ 2024-08-20 09:00` lets it be that moment, and `> …` goes on with a command of several lines. Every step is typed
into a shell; lines of standard error begin with `! `. `SCM_TRANSCRIPTS=write pytest tests/year` writes what is printed
now, to be read before it is committed.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support import Result

STORY = Path(__file__).parent / "year.de.txt"
RANDOM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def typed(command: str, folder: Path, now: str) -> Result:
    """Type a command into a shell in an empty home."""
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "HOME": str(folder.parent),
            "SCM_LANG": "de",
            "SCM_NOW": now,
            "TZ": "Europe/Berlin",
        },
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=60,
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def played(story: str, folder: Path) -> str:
    """Return the story with what its commands print now."""
    now, told = "", ""
    for step in re.split(r"^(?=[$@%] )", story, flags=re.MULTILINE):
        head = re.match(r"(?:[$@%] .*\n?)(?:>(?: .*)?\n)*", step)
        if not head:
            continue
        told += head[0]
        if step.startswith("@ "):
            now = head[0].removeprefix("@ ").strip()
        if step.startswith("$ "):
            result = typed(re.sub(r"^(?:\$|>) ?", "", head[0], flags=re.MULTILINE), folder, now)
            code = f"= {result.code}\n" if result.code else ""
            told += result.out + "".join(f"! {line}\n" for line in result.err.splitlines()) + code
        told += "\n"
    masked = RANDOM.sub("········-····-····-····-············", told.replace(str(folder.parent), "/…"))
    return masked.rstrip("\n") + "\n"


@pytest.mark.skipif(sys.platform == "win32", reason="the story is typed into bash")
def test_the_year_of_a_working_group(tmp_path: Path) -> None:
    folder = tmp_path / "ag"
    folder.mkdir()
    story = STORY.read_text(encoding="utf-8")
    told = played(story, folder)
    if os.environ.get("SCM_TRANSCRIPTS") == "write":
        STORY.write_text(told, encoding="utf-8")
    assert told == story
