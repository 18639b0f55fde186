"""How fast scm is on a large archive, beside other programs with the same records.

    python tests/benchmarks/archive.py [--sessions 10000] [--runs 9] [--without-peers] [--keep DIR]

Makes an archive of invented sessions, gives the same records to other programs in their own form (installing them
from PyPI and Debian where they are missing), asks all of them the same, and prints one table: medians of the time on
the clock and of the processor's time, peak memory, the ratio to `python -c "import typer"` of the same run with its
target, and how many times as fast scm is. ripgrep and notmuch keep no sessions: they mark what a scan of the files
and a full-text engine without Python can do. Loading records into a program is not measured; every answer is compared
with the sessions that should be found. Everything is written below a temporary folder, or below DIR, where archive
and programs are found again by the next run.

A hundred thousand sessions: `--sessions 100000 --without-peers`. On a busy machine `--clock cpu` takes ratios of the
processor's time. Exit code 1 where a target is missed, unless `--report` is given.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parent.parent)  # the folder of this script hides none of the library's modules

from benchmarks import ours, peers
from benchmarks.cases import Case, Question, question
from benchmarks.generated import World, make, world
from benchmarks.install import install
from benchmarks.measured import Result, measure
from benchmarks.runner import Runner
from benchmarks.table import lines, rows

SEED = 1
SMALL = 30


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=9, help="rounds after the first, of which medians are taken")
    parser.add_argument(
        "--patience",
        type=float,
        default=float("inf"),
        metavar="SECONDS",
        help="run a command three times only whose first run took longer",
    )
    parser.add_argument("--without-peers", action="store_true", help="only scm")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work in this folder and leave it there")
    parser.add_argument("--clock", choices=("wall", "cpu"), default="wall", help="by which time ratios are taken")
    parser.add_argument("--json", action="store_true", help="write JSON instead of the table")
    parser.add_argument("--report", action="store_true", help="exit with 0 whatever was measured")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, return the exit code."""
    asked = options(arguments)
    if asked.keep:
        asked.keep.mkdir(parents=True, exist_ok=True)
        return _report(asked, asked.keep.resolve())
    with tempfile.TemporaryDirectory(prefix="scm-benchmark-") as folder:
        return _report(asked, Path(folder))


def _report(asked: argparse.Namespace, folder: Path) -> int:
    runner = Runner(folder)
    try:
        results = _measured(asked, folder, runner)
    finally:
        runner.close()
    table = rows(results, asked.clock)
    if asked.json:
        print(json.dumps([asdict(row) for row in table], ensure_ascii=False, indent=2))
    else:
        print(f"{asked.sessions} sessions, {asked.runs} runs, ratios by {asked.clock} time")
        print("\n".join(lines(table)))
    return 1 if any(row.kept is False for row in table) and not asked.report else 0


def _measured(asked: argparse.Namespace, folder: Path, runner: Runner) -> list[Result]:
    place = ours.Place(folder / f"archive-{asked.sessions}", folder / "archive-small", folder)
    made = _archive(place.archive, asked.sessions)
    _archive(place.small, SMALL)
    environ = _environ(folder)
    wanted = question(made)
    all_own = list(ours.cases(place, wanted, environ))
    own, absent = _present(all_own, place.environ(environ, place.small, "cache-small"))
    others: list[Case] = []
    if not asked.without_peers:
        tools = folder / "tools"
        failed = install(peers.PEERS, tools)
        absent += [Result(Case(name, (), {}), fault=why) for name, why in failed.items()]
        others = [
            case
            for peer in peers.PEERS
            if peer.name not in failed
            for case in _peer(peer, place, wanted, environ, runner)
        ]
    results = measure([*own, *others], asked.runs, runner, asked.patience)
    order = {case.name: at for at, case in enumerate((*all_own, *others))}
    return sorted([*results, *absent], key=lambda result: order.get(result.case.name, len(order)))


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


def _present(cases: Sequence[Case], environ: Mapping[str, str]) -> tuple[list[Case], list[Result]]:
    """Part the cases whose command scm has from those it does not have yet."""
    kept, absent = [], []
    lacking = {noun for noun in ("index", "search") if not ours.there(noun, environ)}
    for case in cases:
        if case.program == "scm" and lacking & set(case.command):
            absent.append(Result(case, fault="not there"))
        else:
            kept.append(case)
    return kept, absent


def _peer(
    peer: peers.Peer, place: ours.Place, wanted: Question, environ: Mapping[str, str], runner: Runner
) -> list[Case]:
    """Give a peer its records where it has none yet; return its cases."""
    folder = place.work / f"records-{len(wanted.world.meetings)}" / peer.name
    binary = peers.found(peer, place.work / "tools")
    if peer.name == "ripgrep":
        folder = place.archive
    elif not folder.exists():
        folder.mkdir(parents=True)
        peer.load(wanted.world.meetings, folder)
        if peer.prepare:
            runner((binary, *peer.prepare), {**environ, **peer.environ(folder)})
    return list(peers.cases(peer, binary, folder, wanted, environ))


if __name__ == "__main__":
    sys.exit(main())
