"""What is measured of scm itself, and how much of the floor each may take."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.cases import FLOOR, Case, Question
from benchmarks.generated import path_of

PROJECT: Final = Path(__file__).parent.parent.parent
SCM: Final = (sys.executable, "-m", "scm_cli")
BARE: Final = "bare loop of tomli"
_RACY: Final = 2.1
"""For how many seconds after a change a file is read again and again, as another change might not show."""
_LOOP: Final = """
import pathlib, sys, tomli
for path in pathlib.Path(sys.argv[1]).rglob("*.toml"):
    tomli.loads(path.read_bytes().decode())
"""


@dataclass(frozen=True)
class Place:
    """Where the archives are, and the folder below which everything is written."""

    archive: Path
    small: Path
    work: Path

    def environ(self, shared: Mapping[str, str], archive: Path, cache: str) -> dict[str, str]:
        """Return the environment of a run on one archive, with a cache of its own."""
        return {
            **shared,
            "PYTHONPATH": str(PROJECT),
            "SCM_DATA": str(archive),
            "SCM_LANG": "de",
            "XDG_CACHE_HOME": str(self.work / cache),
        }


def there(noun: str, environ: Mapping[str, str]) -> bool:
    """Say whether scm has a command of this name."""
    return subprocess.run((*SCM, noun, "--help"), env=environ, capture_output=True, check=False).returncode == 0


def cases(place: Place, asked: Question, shared: Mapping[str, str]) -> Iterator[Case]:
    """Yield the floor and every case of scm."""
    warm = place.environ(shared, place.archive, "cache")
    yield Case(FLOOR, (sys.executable, "-c", "import typer"), {**shared, "PYTHONPATH": str(PROJECT)}, program="Python")
    yield from _lists(place, asked, warm)
    yield from _single(place, asked, warm, place.environ(shared, place.small, "cache-small"))
    cold = place.environ(shared, place.archive, "cache-cold")
    yield Case(BARE, (sys.executable, "-c", _LOOP, str(place.archive)), cold, program="Python")
    for name, words in (("rebuild", ("index", "rebuild")), ("built by a list", ("list", "--limit", "20"))):
        yield Case(
            f"scm index from nothing, {name}",
            (*SCM, *words),
            cold,
            base=BARE,
            target=2.5,
            before=lambda: shutil.rmtree(place.work / "cache-cold", ignore_errors=True),
        )


def _lists(place: Place, asked: Question, warm: Mapping[str, str]) -> Iterator[Case]:
    latest = (*SCM, "list", "--limit", "20")
    yield Case("scm list --limit 20", latest, warm, target=2.5)
    yield Case(
        "scm list --limit 20, one file edited", latest, warm, target=3.0, before=_edit(place, asked), settle=_RACY
    )
    yield Case(
        "scm list --limit 20, without index",
        latest,
        {**warm, "SCM_NO_INDEX": "1"},
        base=BARE,
        remark="every file is read",
    )
    yield Case("scm: list", (*SCM, "list"), warm, "list", target=3.5, memory=150, expected=asked.refs())
    person = ("--year", str(asked.year), "--attendee", asked.person.key)
    yield Case("scm: filter", (*SCM, "list", *person), warm, "filter", target=2.5, memory=150, expected=asked.filtered)
    yield Case(
        "scm: search", (*SCM, "search", asked.word), warm, "search", target=2.5, memory=150, expected=asked.found
    )
    yield Case("scm status", (*SCM, "status"), warm, memory=150)
    yield Case("scm decision list --limit 20", (*SCM, "decision", "list", "--limit", "20"), warm, memory=150)
    yield Case("scm attendance list", (*SCM, "attendance", "list"), warm, memory=150)


def _single(place: Place, asked: Question, warm: Mapping[str, str], small: Mapping[str, str]) -> Iterator[Case]:
    last = asked.world.meetings[-1].ref
    first = min(path.parent.name for path in place.small.glob("sessions/*/0001.toml"))
    for verb in ("show", "export"):
        command = (*SCM, verb)
        yield Case(f"scm {verb}, small archive", (*command, f"{first}/1"), small)
        yield Case(f"scm {verb}", (*command, last), warm, target=0.5, plus=f"scm {verb}, small archive")


def _edit(place: Place, asked: Question) -> Callable[[], None]:
    """Return what gives one session another room each time."""
    file = place.archive / path_of(asked.world.meetings[len(asked.world.meetings) // 2])

    def edit() -> None:
        text = file.read_text(encoding="utf-8")
        old, new = ("Rathaus", "Bürgerhaus") if "Rathaus, Raum" in text else ("Bürgerhaus", "Rathaus")
        file.write_text(text.replace(f'room = "{old}, Raum', f'room = "{new}, Raum'), encoding="utf-8")

    return edit
