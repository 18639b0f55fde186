"""Kills scm before every system call of a save in turn, and looks at what it left.

    PYTHONPATH=tests python -m crash.run                 every call that changes, orders or locks something
    PYTHONPATH=tests python -m crash.run --every session-edit        every system call there is

strace does the killing: it counts the calls of one run from the moment the lock is taken, then runs the command
once for each of them and sends SIGKILL as the process enters the call, so that the call is not made. What two
calls have between them no kill can tell from the first's end. Needs strace and the right to trace a process.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import pytest
from crash.saves import NOW, SAVES, Save, prepare, program, typed
from trees import tree

CHANGING: Final = (
    "openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,rmdir,link,linkat,symlink,symlinkat,"
    "write,pwrite64,writev,sendfile,copy_file_range,truncate,ftruncate,fallocate,fsync,fdatasync,sync_file_range,"
    "flock,chmod,fchmod,fchmodat,chown,fchown,utimensat"
)
_CALL: Final = re.compile(r"(\w+)\(")
_READS: Final = re.compile(r"open(at)?\((?!.*O_(CREAT|WRONLY|RDWR|TRUNC))")
_UID: Final = re.compile(rb'uid = "[^"]*"')
ATTEMPTS: Final = 5
"""How often a call is waited for: git is listened to with a few calls more on one run than on another."""
AFTER: Final = ("group", "edit", "--short", "BR")


class Broken(Exception):
    """A kill left something that it must not leave."""


def available() -> bool:
    """Say whether this system lets us trace a process."""
    if not shutil.which("strace"):
        return False
    done = subprocess.run(["strace", "-o", os.devnull, "-e", "trace=openat", "true"], capture_output=True, check=False)
    return done.returncode == 0


class Harness:
    """One save, killed again and again on a fresh copy of its archive."""

    def __init__(self, name: str, folder: Path, *, every: bool = False) -> None:
        self.save: Save = SAVES[name]
        self.folder = folder
        self.archive = folder / "archive"
        self.kept = folder / "kept"
        self.every = every
        prepare(folder)
        self.save.prepare(self.archive)
        shutil.copytree(self.archive, self.kept)
        self.line = typed(self.save, folder)
        self.old = state(self.archive)
        self.faults = self._faults()
        self.versions = self._versions()
        self.final = state(self.archive)
        self.faults |= self._faults()
        self.finished = self._finished()

    def calls(self) -> list[tuple[str, int]]:
        """Return the system calls of a run from the lock on: each by name, and which of that name it is."""
        self._fresh()
        log = self.folder / "calls"
        done = self._run("-o", str(log), "-e", f"trace={'all' if self.every else CHANGING}")
        if done.returncode:
            raise Broken(done.stderr)
        counts: Counter[str] = Counter()
        found, locked = [], False
        for line in log.read_text(errors="replace").splitlines():
            if call := _CALL.match(line):
                counts[call[1]] += 1
                locked = locked or ".scm.lock" in line
                if locked and (self.every or not _READS.match(line)):
                    found.append((call[1], counts[call[1]]))
        return found

    def kill(self, call: str, number: int) -> str:
        """Kill the save before one call; return what was there then: `old`, `new` or `between`."""
        for _ in range(ATTEMPTS):
            self._fresh()
            done = self._run("-o", os.devnull, "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={number}")
            if done.returncode:
                break
        if done.returncode not in (-9, 137):
            msg = f"it was not killed: {done.returncode} {done.stderr}"
            raise Broken(msg)
        self._ensure_unlocked()
        now = state(self.archive)
        for name in now.keys() | self.old.keys() | self.final.keys():
            if now.get(name) not in self.versions[name]:
                msg = f"{name} is neither old nor new: {now.get(name)!r}"
                raise Broken(msg)
        if wrong := self._faults() - self.faults:
            raise Broken(f"check finds {sorted(wrong)}")
        left = self.folder / "left"
        shutil.rmtree(left, ignore_errors=True)
        shutil.copytree(self.archive, left)
        self._ensure_cleared()
        if self.save.repeats:
            self._ensure_finished(self.line)
            shutil.rmtree(self.archive)
            shutil.copytree(left, self.archive)
            self._ensure_finished(self.line, AFTER)
        elif now not in (self.old, self.final):
            raise Broken("done in part, and cannot be repeated")
        return "old" if now == self.old else "new" if now == self.final else "between"

    def _fresh(self) -> None:
        shutil.rmtree(self.archive)
        shutil.copytree(self.kept, self.archive)

    def _run(self, *options: str) -> subprocess.CompletedProcess[str]:
        environ = {
            "PATH": os.environ["PATH"], "HOME": str(self.folder), "SCM_DATA": str(self.archive), "SCM_LANG": "en",
            "SCM_NOW": NOW, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip
        command = ["strace", *options, sys.executable, "-m", "scm_cli", *self.line]
        return subprocess.run(
            command, env=environ, cwd=self.folder, capture_output=True, text=True, check=False, timeout=120
        )

    def _versions(self) -> Mapping[str, set[bytes | None]]:
        """Return every content that a file has in a run that nobody kills; None where it is not there."""
        from scm_cli.archive.disk import Disk

        found: dict[str, set[bytes | None]] = defaultdict(set)
        for name in self.old:
            found[name].add(self.old[name])
        replace = Disk.replace

        def noted(disk: Disk, source: Path, target: Path) -> None:
            replace(disk, source, target)
            for path in (source, target):
                name = str(path.relative_to(self.archive))
                found[name].add(masked(path.read_bytes()) if path.exists() else None)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Disk, "replace", noted)
            program(self.archive).ok(*self.line)
        for name, contents in found.items():
            if name not in self.old:
                contents.add(None)
        for name in self.old.keys() - state(self.archive).keys():
            found[name].add(None)
        return found

    def _finished(self) -> dict[str, bytes]:
        """Return the archive after the save and one more change, which is made after every kill too."""
        program(self.archive).ok(*AFTER)
        return state(self.archive)

    def _ensure_unlocked(self) -> None:
        from filelock import FileLock

        with FileLock(self.archive / ".scm.lock", timeout=0):
            pass

    def _ensure_cleared(self) -> None:
        """Raise `Broken` where something lies around after the next change, whatever that is."""
        result = program(self.archive)(*AFTER)
        if result.code:
            raise Broken(f"the next change fails: {result}")
        if left := [name for name in tree(self.archive) if "/.scm-" in f"/{name}"]:
            raise Broken(f"left after the next change: {left}")
        if wrong := self._faults(named=True) - self.faults:
            raise Broken(f"check finds {sorted(wrong)} after the next change")

    def _ensure_finished(self, *lines: Sequence[str]) -> None:
        results = [program(self.archive)(*line) for line in lines]
        now = state(self.archive)
        if now != self.finished:
            differ = {name for name in now.keys() | self.finished.keys() if now.get(name) != self.finished.get(name)}
            raise Broken(f"repeating it does not finish it: {results}, {sorted(differ)}")
        if wrong := self._faults(named=True) - self.faults:
            raise Broken(f"check finds {sorted(wrong)} once it is finished")

    def _faults(self, *, named: bool = False) -> set[tuple[str, str]]:
        """Return what is wrong with the archive.

        Args:
            named: copies that no session names count too; until it is finished they are what a repeated run takes up.
        """
        import json

        found = json.loads(program(self.archive)("check", "--json").out)
        wrong = {(one["path"], one["found"]) for one in found if "/.scm-" not in one["path"]}
        return {one for one in wrong if named or one[0].endswith(".toml") or not self.save.repeats}


def state(archive: Path) -> dict[str, bytes]:
    """Return the files of an archive, but for the trash, temporary files, the lock and what is random."""
    return {
        name: masked(data)
        for name, data in tree(archive).items()
        if not name.endswith("/") and not name.startswith(".trash") and "/.scm-" not in f"/{name}"
    }


def masked(data: bytes) -> bytes:
    """Return a file's bytes without its random identity."""
    return _UID.sub(b'uid = ""', data)


def killed(name: str, *, every: bool = False, step: int = 1) -> Iterator[tuple[str, str]]:
    """Kill one save before each of its calls; yield each call with what was there then.

    Args:
        name: the save.
        every: before each system call of any kind.
        step: try every so many calls only.
    """
    with tempfile.TemporaryDirectory() as folder:
        harness = Harness(name, Path(folder), every=every)
        for call, number in harness.calls()[::step]:
            try:
                yield f"{call} {number}", harness.kill(call, number)
            except Broken as error:
                yield f"{call} {number}", f"BROKEN: {error}"


def main() -> int:
    parser = argparse.ArgumentParser(description="Kill scm before every system call of a save.")
    parser.add_argument("saves", nargs="*", metavar="SAVE", help=", ".join(SAVES))
    parser.add_argument("--every", action="store_true", help="every call, not only those that change something")
    parser.add_argument("--step", type=int, default=1)
    given = parser.parse_args()
    if not available():
        print("strace is missing, or may not trace here")  # noqa: T201
        return 2
    total, broken = 0, 0
    for name in given.saves or SAVES:
        begin, outcomes = time.monotonic(), Counter[str]()
        for call, outcome in killed(name, every=given.every, step=given.step):
            outcomes[outcome.partition(":")[0]] += 1
            if outcome.startswith("BROKEN"):
                print(f"  {name}, before {call}: {outcome}")  # noqa: T201
        total, broken = total + outcomes.total(), broken + outcomes["BROKEN"]
        said = ", ".join(f"{count} {what}" for what, count in sorted(outcomes.items()))
        print(f"{name}: {outcomes.total()} kills in {time.monotonic() - begin:.0f} s: {said}", flush=True)  # noqa: T201
    print(f"{total} kills, {broken} of them left something that they must not")  # noqa: T201
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
