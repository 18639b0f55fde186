"""Many writers and readers at once on one archive, through the command, some of them killed in the middle.

    PYTHONPATH=tests python -m soak.run --seconds 60 --writers 16 --readers 4

Every writer notes in turn what it wrote and how the command ended. In the end every change that was said to be
done is there once; one that was refused because the lock was held for ten seconds (exit 5, and said) is not there;
one whose process was killed is there once or not at all. Every reader always gets whole JSON and exit 0.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from trees import tree

FIXTURE: Final = Path(__file__).parent.parent / "fixtures" / "beispielregion"
GROUP: Final = "beispielregion"
SESSIONS: Final = tuple(range(11, 19))
READS: Final = (
    ("list", "--json"),
    ("agenda", "list", "--json"),
    ("decision", "list", "--json"),
    ("task", "list", "--json"),
    ("attendee", "list", "--json"),
    ("show", "11", "--json"),
    ("check", "--json"),
)


@dataclass
class Soak:
    """One soak.

    Args:
        archive: where it is done.
        done: what was said to be done.
        refused: what was said not to be done, the lock being held.
        unknown: what was written by a process that was killed.
        counts: how runs ended.
        wrong: what should not be.
    """

    archive: Path
    done: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    guard: threading.Lock = field(default_factory=threading.Lock)

    def run(self, seconds: float, writers: int, readers: int, seed: int) -> None:
        """Let writers and readers work until the time is over, then look whether all is there."""
        until = time.monotonic() + seconds
        threads = [threading.Thread(target=self._write, args=(n, until, seed)) for n in range(writers)]
        threads += [threading.Thread(target=self._read, args=(n, until, seed)) for n in range(readers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self._ensure_all_there()

    def scm(self, *args: str, kill_after: float | None = None) -> tuple[int, str, str]:
        """Run the command; kill it after a time if it has not ended."""
        process = subprocess.Popen(
            [sys.executable, "-m", "scm_cli", *args],
            env={**os.environ, "SCM_DATA": str(self.archive), "SCM_LANG": "en", "HOME": str(self.archive.parent)},
            cwd=self.archive,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            out, err = process.communicate(timeout=kill_after or 60)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            if kill_after is None:
                self._note(f"it hangs: {args}")
        return process.returncode, out, err

    def _write(self, writer: int, until: float, seed: int) -> None:
        rnd = random.Random(f"{seed}:writer:{writer}")  # noqa: S311
        count = 0
        while time.monotonic() < until:
            count += 1
            mark = f"w{writer}n{count}e"
            kill = rnd.uniform(0.05, 1.5) if rnd.random() < 0.15 else None
            code, _, err = self.scm(*self._change(mark, rnd), kill_after=kill)
            with self.guard:
                self.counts["killed" if code == -9 else f"write exit {code}"] += 1
                if code == 0:
                    self.done.append(mark)
                elif code == -9 and kill is not None:
                    self.unknown.append(mark)
                else:
                    self.refused.append(mark)
            if code == 5 and ".scm.lock" not in err:
                self._note(f"exit 5 for another reason than the lock: {err}")
            elif code not in (0, 5, -9):
                self._note(f"exit {code}: {err}")

    def _change(self, mark: str, rnd: random.Random) -> tuple[str, ...]:
        session = str(rnd.choice(SESSIONS))
        return rnd.choice(
            (
                ("agenda", "add", session, f"Punkt {mark}"),
                ("decision", "add", f"{session}:1", f"Die AG beschließt {mark}."),
                ("task", "add", f"{session}:1", f"Aufgabe {mark}"),
                ("attendee", "add", f"Person {mark}"),
                ("session", "add", "2030-01-08", "--title", f"Sitzung {mark}"),
            )
        )

    def _read(self, reader: int, until: float, seed: int) -> None:
        rnd = random.Random(f"{seed}:reader:{reader}")  # noqa: S311
        while time.monotonic() < until:
            args = rnd.choice(READS)
            code, out, err = self.scm(*args)
            with self.guard:
                self.counts[f"read exit {code}"] += 1
            try:
                found = json.loads(out)
            except ValueError:
                found = None
            if found is None or (args[0] != "check" and (code or not found)):
                self._note(f"{args} gave exit {code}, {out[:200]!r}, {err}")
            elif args[0] == "check" and (half := [one for one in found if not _passing(one)]):
                self._note(f"check finds {half}")

    def _note(self, wrong: str) -> None:
        with self.guard:
            self.wrong.append(wrong)

    def _ensure_all_there(self) -> None:
        begin = time.monotonic()
        code, _, err = self.scm("session", "edit", str(SESSIONS[0]), "--place", "Musterstadt")
        if code or time.monotonic() - begin > 5:
            self.wrong.append(f"a lock is held after all: exit {code}, {err}")
        files = tree(self.archive)
        self.wrong += [f"left over: {name}" for name in files if "/.scm-" in f"/{name}"]
        text = b"\n".join(data for name, data in files.items() if name.endswith(".toml")).decode()
        for mark in self.done:
            if _times(text, mark) != 1:
                self.wrong.append(f"{mark} was done and is there {_times(text, mark)} times")
        self.wrong += [f"{mark} was refused and is there" for mark in self.refused if _times(text, mark)]
        self.wrong += [f"{mark} is doubled" for mark in self.unknown if _times(text, mark) > 1]
        code, out, _ = self.scm("check", "--json")
        if code or json.loads(out):
            self.wrong.append(f"check ends with {code}: {out[:500]}")


def _times(text: str, mark: str) -> int:
    """Count the values that hold a mark; keys made from them are written otherwise."""
    return len(re.findall(rf"(?:(?:Punkt|Aufgabe|Person|Sitzung) {mark}\"|beschließt {mark}\.)", text))


def _passing(finding: dict[str, str]) -> bool:
    """Say whether a finding is what a writer is just about: its temporary file."""
    return "/.scm-" in f"/{finding['path']}"


def prepared(folder: Path) -> Path:
    """Make the archive to soak: the fixture with some more sessions."""
    archive = folder / "archive"
    shutil.copytree(FIXTURE, archive)
    for number in SESSIONS:
        text = f'schema = 1\nnumber = {number}\ndate = 2025-01-{number:02}\n\n[[agenda]]\nid = "a"\ntitle = "Bericht"\n'
        (archive / "sessions" / GROUP / f"{number:04}.toml").write_text(text)
    return archive


def main() -> int:
    parser = argparse.ArgumentParser(description="Let many writers and readers work on one archive at once.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--writers", type=int, default=16)
    parser.add_argument("--readers", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        soak = Soak(prepared(Path(folder)))
        soak.run(given.seconds, given.writers, given.readers, given.seed)
    for wrong in soak.wrong[:50]:
        print(wrong)  # noqa: T201
    said = ", ".join(f"{count} {what}" for what, count in sorted(soak.counts.items()))
    print(  # noqa: T201
        f"{given.writers} writers, {given.readers} readers, {time.monotonic() - begin:.0f} s: {said};"
        f" {len(soak.done)} changes done and there once, {len(soak.wrong)} things wrong"
    )
    return 1 if soak.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
