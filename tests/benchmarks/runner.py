"""Runs commands one at a time and says what each took: time on the clock, the processor's time, peak memory.

The commands are children of a small process of its own. On Linux a process starts with the peak memory of the one
it was forked from (getrusage(2)), so whatever the benchmark itself holds in memory would be counted for everybody.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

Clock = Literal["wall", "cpu"]
_LOOP: Final = """
import json, os, sys, time
for line in sys.stdin:
    command, environ, output = json.loads(line)
    took = time.perf_counter()
    try:
        child = os.posix_spawnp(command[0], command, environ, file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, output + ".out", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
            (os.POSIX_SPAWN_OPEN, 2, output + ".err", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)])
    except OSError:
        print("null", flush=True)
        continue
    _, status, used = os.wait4(child, 0)
    took = time.perf_counter() - took
    code = os.waitstatus_to_exitcode(status)
    print(json.dumps([code, took, used.ru_utime + used.ru_stime, used.ru_maxrss]), flush=True)
"""


@dataclass(frozen=True)
class Run:
    """What one run of a command took: seconds and bytes; what it wrote stands in files."""

    code: int
    wall: float
    cpu: float
    peak: int
    output: Path

    @property
    def out(self) -> str:
        """The standard output; it is a file, so nobody mistakes it for a terminal or for nothing (grep does)."""
        return Path(f"{self.output}.out").read_text(encoding="utf-8", errors="replace")

    @property
    def err(self) -> str:
        """What it complained of."""
        return Path(f"{self.output}.err").read_text(encoding="utf-8", errors="replace")

    def seconds(self, clock: Clock) -> float:
        """Return the time by one of the two clocks."""
        return self.wall if clock == "wall" else self.cpu


class Runner:
    """A small process that runs commands.

    Args:
        folder: where outputs are written.
    """

    def __init__(self, folder: Path) -> None:
        self.output = folder / "output"
        self._loop = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _LOOP], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __call__(self, command: Sequence[str], environ: Mapping[str, str]) -> Run:
        """Run a command to its end; raises `FileNotFoundError` where there is none of that name."""
        assert self._loop.stdin
        assert self._loop.stdout
        self._loop.stdin.write(json.dumps([list(command), dict(environ), str(self.output)]) + "\n")
        self._loop.stdin.flush()
        answer = json.loads(self._loop.stdout.readline())
        if answer is None:
            raise FileNotFoundError(command[0])
        code, wall, cpu, kilobytes = answer
        return Run(code, wall, cpu, kilobytes * 1024, self.output)

    def close(self) -> None:
        """End the process."""
        self._loop.communicate()
