"""Runs the cases in turn, round after round, and keeps medians: a busy moment hits all of them alike."""

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.cases import Case, refs_in
from benchmarks.runner import Clock, Run, Runner

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Result:
    """What a case took: median seconds by both clocks, the highest peak memory, and what must be said of it."""

    case: Case
    wall: float = 0.0
    cpu: float = 0.0
    megabytes: float = 0.0
    fault: str = ""

    def seconds(self, clock: Clock) -> float:
        """Return the time by one of the two clocks."""
        return self.wall if clock == "wall" else self.cpu


@dataclass(frozen=True)
class _First:
    """A first run, if there was one, and what is wrong with it."""

    run: Run | None
    fault: str


def measure(cases: Sequence[Case], runs: int, runner: Runner, patience: float = float("inf")) -> list[Result]:
    """Run every case once unmeasured, then so many rounds of all that worked; return their results in order.

    Args:
        cases: what is measured.
        runs: how many rounds.
        runner: runs the commands.
        patience: a case whose first run took longer, in seconds, takes part in three rounds only.
    """
    firsts = [_first(case, runner) for case in cases]
    rounds = [0 if not first.run or first.run.code else runs for first in firsts]
    rounds = [
        min(3, count) if first.run and first.run.wall > patience else count
        for count, first in zip(rounds, firsts, strict=True)
    ]
    kept: list[list[Run]] = [[] for _ in cases]
    for at in range(runs):
        for case, count, mine in zip(cases, rounds, kept, strict=True):
            if at < count:
                mine.append(_run(case, runner))
    return [
        _result(case, mine, "; ".join(filter(None, (first.fault, _few(count, runs)))))
        for case, mine, first, count in zip(cases, kept, firsts, rounds, strict=True)
    ]


def _few(count: int, runs: int) -> str:
    return f"median of {count} runs" if 0 < count < runs else ""


def _run(case: Case, runner: Runner) -> Run:
    if case.before:
        case.before()
    run = runner(case.command, case.environ)
    if case.settle:
        time.sleep(case.settle)
        runner(case.command, case.environ)
    return run


def _first(case: Case, runner: Runner) -> _First:
    """Run a case for the first time, which warms every cache, and look at its answer."""
    try:
        run = _run(case, runner)
    except FileNotFoundError as error:
        return _First(None, f"failed: no command {error}")
    if run.code:
        last = run.err.strip().splitlines() or [""]
        return _First(run, f"failed with exit code {run.code}: {last[-1]}")
    return _First(run, _compared(case, run.out) if case.expected is not None else "")


def _compared(case: Case, out: str) -> str:
    """Say in how far the references in an output are not those expected; nothing where they are."""
    assert case.expected is not None
    printed = set(refs_in(out))
    missing, more = len(case.expected - printed), len(printed - case.expected)
    return f"{missing} of {len(case.expected)} not printed, {more} others printed" if missing or more else ""


def _result(case: Case, kept: Sequence[Run], fault: str) -> Result:
    if not kept:
        return Result(case, fault=fault)
    return Result(
        case,
        statistics.median(run.wall for run in kept),
        statistics.median(run.cpu for run in kept),
        max(run.peak for run in kept) / MEGABYTE,
        fault,
    )
