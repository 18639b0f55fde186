"""How fast scm is on a large archive, beside other programs with the same records.

    python tests/benchmarks/archive.py [--sessions 10000] [--runs 9] [--without-peers] [--keep DIR]

Makes an archive of invented sessions, gives the same records to other programs in their own form (installing them
from PyPI and Debian where they are missing), asks all of them the same, and prints one table: medians of the time on
the clock and of the processor's time, peak memory, the ratio to `python -c "import typer"` of the same run with its
target, and how many times as fast scm is. ripgrep and notmuch keep no sessions: they mark what a scan of the files
and a full-text engine without Python can do. Loading records into a program is not measured; every answer is compared
with the sessions that should be found. Everything is written below a temporary folder, or below DIR, where archive
and programs are found again by the next run.

A hundred thousand sessions beside ten thousand: `--sessions 10000 100000` adds by how much each took longer. On a busy
machine `--clock cpu` takes ratios of the processor's time. Exit code 1 where a target is missed, unless `--report` is
given.
"""

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parent.parent)  # the folder of this script hides none of the library's modules

from benchmarks import peers
from benchmarks.cases import FLOOR, Case
from benchmarks.install import install
from benchmarks.measured import Result, measure
from benchmarks.plan import Plan
from benchmarks.runner import Runner
from benchmarks.table import lines, rows, summary


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--sessions",
        type=int,
        nargs="+",
        default=[10_000],
        metavar="N",
        help="how many; a second number measures scm's growth to an archive of that size",
    )
    parser.add_argument("--runs", type=int, default=9, help="rounds after the first, of which medians are taken")
    parser.add_argument(
        "--patience",
        type=float,
        default=float("inf"),
        metavar="SECONDS",
        help="run a command three times only whose first run took longer",
    )
    parser.add_argument("--without-peers", action="store_true", help="only scm")
    parser.add_argument(
        "--only", default="", metavar="REGEX", help="only what is named so, and what it is compared with"
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work in this folder and leave it there")
    parser.add_argument("--clock", choices=("wall", "cpu"), default="wall", help="by which time ratios are taken")
    parser.add_argument("--json", action="store_true", help="write a JSON object a line instead of the table")
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
    kept = True
    first: list[Result] = []
    try:
        for sessions in asked.sessions:
            results = _measured(asked, folder, sessions, runner)
            kept &= _printed(results, asked, sessions, first)
            first = first or results
    finally:
        runner.close()
    return 0 if kept or asked.report else 1


def _measured(asked: argparse.Namespace, folder: Path, sessions: int, runner: Runner) -> list[Result]:
    """Return the results on an archive of so many sessions; other programs are asked about the first one only."""
    plan = Plan(folder, sessions, runner)
    cases = list(plan.own())
    absent = plan.absent(cases)
    if not asked.without_peers and sessions == asked.sessions[0]:
        failed = install(peers.PEERS, plan.tools)
        absent += [Result(Case(name, (), {}, program=name), fault=why) for name, why in failed.items()]
        cases += [case for peer in peers.PEERS if peer.name not in failed for case in plan.peer(peer)]
    cases = _chosen(cases, asked.only)
    absent = [one for one in absent if re.search(asked.only, one.case.name)]
    lacking = {one.case.name for one in absent}
    results = measure([case for case in cases if case.name not in lacking], asked.runs, runner, asked.patience)
    order = {case.name: at for at, case in enumerate(cases)}
    return sorted([*results, *absent], key=lambda result: order.get(result.case.name, len(order)))


def _chosen(cases: Sequence[Case], only: str) -> list[Case]:
    """Return the cases whose name fits, and those by which their targets are reckoned."""
    wanted = [case for case in cases if re.search(only, case.name)]
    needed = {name for case in wanted for name in (case.name, case.base, case.plus, FLOOR)}
    return [case for case in cases if case.name in needed]


def _printed(results: Sequence[Result], asked: argparse.Namespace, sessions: int, first: Sequence[Result]) -> bool:
    """Print what was measured; return whether every target was kept."""
    table = rows(results, asked.clock, first)
    if asked.json:
        lines_of = [json.dumps({"sessions": sessions, **asdict(row)}, ensure_ascii=False) for row in table]
        print("\n".join(lines_of))
    else:
        print(f"{sessions} sessions, {asked.runs} runs, ratios by {asked.clock} time")
        print("\n".join([*lines(table), *summary(results, asked.clock), ""]))
    return all(row.kept is not False for row in table)


if __name__ == "__main__":
    sys.exit(main())
