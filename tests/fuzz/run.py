"""Fuzzing of the reader and the writer of files, in child processes with limits.

    PYTHONPATH=tests python -m fuzz.run reader --count 100000 --seed 1
    PYTHONPATH=tests python -m fuzz.run writer --count 20000 --seed 1

Every case is made from the seed and its number alone: `--first 4711 --count 1` runs one again. A child runs some
thousand cases; one that takes more than two seconds of the processor's time is a finding, one that has not ended
after ten seconds on the clock ends its child, and so does more than 500 MB of memory. The parent names the case.
"""

import argparse
import faulthandler
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

TESTS: Final = Path(__file__).parent.parent
CHUNK: Final = 2_500
SECONDS: Final = 2.0
HANGING: Final = 10.0
MEMORY: Final = 500_000_000


@dataclass
class Outcome:
    """What a run found.

    Args:
        counts: how many cases ended how.
        findings: what should not be, each with the command that shows it again.
        slowest: the longest time of one case, and its number.
        memory: the most memory of a child, in bytes.
    """

    counts: Counter[str] = field(default_factory=Counter)
    findings: list[str] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, 0)
    memory: int = 0


def case_of(part: str) -> Callable[[random.Random], Callable[[], str]]:
    """Return what makes one case, ready to be run."""
    if part == "reader":
        from fuzz.reading import case
    else:
        from fuzz.writing import case
    return case


def run(part: str, seed: int, first: int, count: int, *, children: int = 2) -> Outcome:
    """Run cases in children that take turns; a child that dies names its case, and the next begins after it."""
    outcome = Outcome()
    waiting = [(start, min(first + count, start + CHUNK)) for start in range(first, first + count, CHUNK)]
    with tempfile.TemporaryDirectory() as folder:
        running: list[_Child] = []
        while waiting or running:
            while waiting and len(running) < children:
                running.append(_Child(part, seed, *waiting.pop(0), Path(folder)))
            child = running.pop(0)
            if left := child.collect(outcome):
                waiting.append(left)
    return outcome


class _Child:
    """A process that runs a stretch of cases."""

    def __init__(self, part: str, seed: int, first: int, until: int, folder: Path) -> None:
        self.part, self.seed, self.first, self.until = part, seed, first, until
        self.mark = folder / f"{first}.case"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "fuzz.run", part, "--seed", str(seed), "--first", str(first),
             "--count", str(until - first), "--mark", str(self.mark)],
            env={**os.environ, "PYTHONPATH": str(TESTS), "PYTHONHASHSEED": "0"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )  # fmt: skip

    def collect(self, outcome: Outcome) -> tuple[int, int] | None:
        """Add what the child found; return the cases it did not come to."""
        out, err = self.process.communicate()
        if self.process.returncode == 0:
            found = json.loads(out)
            outcome.counts.update(found["counts"])
            outcome.findings += found["findings"]
            outcome.slowest = max(outcome.slowest, tuple(found["slowest"]))
            outcome.memory = max(outcome.memory, found["memory"])
            return None
        number = int(self.mark.read_text() or self.first) if self.mark.exists() else self.first
        outcome.counts["ended its process"] += 1
        outcome.findings.append(f"{again(self.part, self.seed, number)}\n{err.strip()[-2000:]}")
        return (number + 1, self.until) if number + 1 < self.until else None


def again(part: str, seed: int, number: int) -> str:
    """Return the command that runs one case again."""
    return f"PYTHONPATH=tests python -m fuzz.run {part} --seed {seed} --first {number} --count 1"


def work(part: str, seed: int, numbers: range, mark: Path) -> Outcome:
    """Run cases in this process."""
    case = case_of(part)
    case(random.Random(f"{part}:{seed}:-1"))()  # noqa: S311 — everything is loaded before time is taken
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    outcome = Outcome()
    marked = os.open(mark, os.O_WRONLY | os.O_CREAT, 0o600)
    for number in numbers:
        os.pwrite(marked, f"{number:012}".encode(), 0)
        faulthandler.dump_traceback_later(HANGING, exit=True)
        ended, seconds = _ended(case, random.Random(f"{part}:{seed}:{number}"))  # noqa: S311
        outcome.counts[ended.partition("\n")[0]] += 1
        if "\n" in ended:
            outcome.findings.append(f"{again(part, seed, number)}\n{ended}")
        outcome.slowest = max(outcome.slowest, (seconds, number))
        if seconds > SECONDS:
            outcome.findings.append(f"{again(part, seed, number)}\n{seconds:.1f} s")
    faulthandler.cancel_dump_traceback_later()
    outcome.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return outcome


def _ended(case: Callable[[random.Random], Callable[[], str]], rnd: random.Random) -> tuple[str, float]:
    """Return how a case ended, and the processor's seconds it took once it was made.

    What should not be stands behind a line end.
    """
    begin = time.process_time()
    try:
        ready = case(rnd)
        begin = time.process_time()
        ended = ready()
    except Exception as error:  # noqa: BLE001 — every error that is not meant is a finding
        ended = f"{type(error).__name__}\n{traceback.format_exc(limit=-6)[-3000:]}"
    return ended, time.process_time() - begin


def main() -> int:
    parser = argparse.ArgumentParser(description="Fuzz the reader or the writer of an archive's files.")
    parser.add_argument("part", choices=["reader", "writer"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--children", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--mark", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.mark:
        found = work(given.part, given.seed, range(given.first, given.first + given.count), given.mark)
        print(json.dumps(vars(found)))  # noqa: T201
        return 0
    begin = time.monotonic()
    outcome = run(given.part, given.seed, given.first, given.count, children=given.children)
    for finding in outcome.findings:
        print(f"\n{finding}")  # noqa: T201
    said = ", ".join(f"{count} {what}" for what, count in outcome.counts.most_common())
    print(  # noqa: T201
        f"{given.part}, seed {given.seed}: {given.count} cases in {time.monotonic() - begin:.0f} s: {said}; slowest"
        f" {outcome.slowest[0]:.2f} s (case {outcome.slowest[1]}), most memory {outcome.memory / 1e6:.0f} MB,"
        f" {len(outcome.findings)} findings"
    )
    return 1 if outcome.findings else 0


if __name__ == "__main__":
    sys.exit(main())
