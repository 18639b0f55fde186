"""How long scm takes to start, as ratios to `python -c "import typer"` of the same environment.

    python tests/benchmarks/startup.py [--runs 15]

Measured is the processor's time, which other work on the machine changes little. Every command is run once per
round, in turn, so that what remains of a busy moment hits all of them; the figures are medians over the rounds.
Exit code 1 where a target is missed, unless `--report` is given.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent
SCM = (sys.executable, "-m", "scm_cli")
FLOOR = (sys.executable, "-c", "import typer")
COMPLETE = {"_SCM_COMPLETE": "complete_bash", "COMP_WORDS": "scm show ", "COMP_CWORD": "2"}
CASES: dict[str, tuple[tuple[str, ...], dict[str, str], float]] = {
    "scm --version": ((*SCM, "--version"), {}, 1.25),
    "one completion": (SCM, COMPLETE, 1.25),
    "scm list": ((*SCM, "list"), {}, 1.9),
    "scm export 1": ((*SCM, "export", "1"), {}, 2.5),
}


def timed(command: tuple[str, ...], environ: dict[str, str]) -> float:
    """Return the seconds of processor time one run takes."""
    variables = {**os.environ, "SCM_DATA": str(PROJECT / "data"), "SCM_LANG": "de", **environ}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=variables, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured(runs: int) -> dict[str, float]:
    """Return the median seconds of the floor and of every case."""
    commands = {"import typer": (FLOOR, {}), **{name: case[:2] for name, case in CASES.items()}}
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for command, environ in commands.values():
        timed(command, environ)  # bytecode and file cache are warm from here on
    for _ in range(runs):
        for name, (command, environ) in commands.items():
            seconds[name].append(timed(command, environ))
    return {name: statistics.median(values) for name, values in seconds.items()}


def main() -> int:
    """Measure, print a table, return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--report", action="store_true", help="exit with 0 whatever was measured")
    asked = parser.parse_args()
    medians = measured(asked.runs)
    floor = medians["import typer"]
    print(f"{'':<16}{'ms':>8}{'ratio':>8}{'target':>8}")
    missed = 0
    for name, seconds in medians.items():
        target = CASES[name][2] if name in CASES else None
        missed += target is not None and seconds / floor > target
        print(f"{name:<16}{seconds * 1000:>8.0f}{seconds / floor:>8.2f}{target or '':>8}")
    return 1 if missed and not asked.report else 0


if __name__ == "__main__":
    sys.exit(main())
