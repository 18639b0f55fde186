"""The benchmarks still run; what they measure is no test."""

import subprocess
import sys

from support import PROJECT


def test_the_startup_benchmark_runs() -> None:
    script = PROJECT / "tests" / "benchmarks" / "startup.py"
    done = subprocess.run(
        [sys.executable, str(script), "--runs", "1", "--report"], capture_output=True, text=True, check=True
    )
    lines = done.stdout.splitlines()
    assert [line.split("  ")[0] for line in lines[1:]] == [
        "import typer",
        "scm --version",
        "one completion",
        "scm list",
        "scm export 1",
    ]
    assert all(float(line.split()[-1]) > 0 for line in lines[2:])
