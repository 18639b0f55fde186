"""Makes everything ready for a measurement: archives, environment, the records of other programs; once a folder."""

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from benchmarks import ours, peers
from benchmarks.cases import Case, question
from benchmarks.generated import World, make, world
from benchmarks.measured import Result
from benchmarks.runner import Runner

SEED: Final = 1
SMALL: Final = 30


class Plan:
    """One size of archive, ready to be measured.

    Args:
        folder: below which everything is written, and found again by the next run.
        sessions: how many the archive has.
        runner: runs what other programs need to make their own index.
    """

    def __init__(self, folder: Path, sessions: int, runner: Runner) -> None:
        self.place = ours.Place(folder / f"archive-{sessions}", folder / "archive-small", folder)
        self.tools = folder / "tools"
        self.environ = _environ(folder)
        self.asked = question(_archive(self.place.archive, sessions))
        self._records = folder / f"records-{sessions}"
        self._runner = runner
        _archive(self.place.small, SMALL)

    def own(self) -> Iterator[Case]:
        """Yield the floor and every case of scm."""
        return ours.cases(self.place, self.asked, self.environ)

    def absent(self, cases: Iterable[Case]) -> list[Result]:
        """Return the results of the cases whose command scm does not have."""
        environ = self.place.environ(self.environ, self.place.small, "cache-small")
        lacking = {noun for noun in ("index", "search") if not ours.there(noun, environ)}
        return [Result(case, fault="not there") for case in cases if lacking & set(case.command)]

    def peer(self, peer: peers.Peer) -> list[Case]:
        """Give a program its records where it has none yet; return its cases."""
        binary = peers.found(peer, self.tools)
        folder = self._records / peer.name if peer.load else self.place.archive
        if peer.load and not (folder / ".loaded").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            peer.load(self.asked.world.meetings, folder)
            if peer.prepare:
                self._runner((binary, *peer.prepare), {**self.environ, **peer.environ(folder)})
            (folder / ".loaded").touch()
        return list(peers.cases(peer, binary, folder, self.asked, self.environ))


def _archive(folder: Path, sessions: int) -> World:
    """Return what an archive holds, which is made where it is not there; a half-made one is made again."""
    if folder.exists():
        return world(sessions, SEED)
    unfinished = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(unfinished, ignore_errors=True)
    made = make(unfinished, sessions, SEED)
    unfinished.rename(folder)
    return made


def _environ(folder: Path) -> dict[str, str]:
    """Return the environment of every run: a home of its own, a wide console, no settings of who measures."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "COLUMNS": "400",
    }
