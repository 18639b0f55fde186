"""Lines that could not be saved: kept in the user's state folder, in the form they can be typed in again."""

import os
import shlex
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path

from scm_cli.commands.desk import state_folder
from scm_cli.model.refs import SessionRef
from scm_cli.notation.live.lines import Line


@dataclass(frozen=True)
class Waiting:
    """A line that waits to be saved, and the time that counted when it was typed."""

    line: Line
    at: time | None
    exact: bool

    @property
    def text(self) -> str:
        """The line as it can be typed in later: with its time."""
        timed = self.at is not None and self.line.verb and self.line.at is None
        return f"{self.at:%H:%M} {self.line.typed}" if timed else self.line.typed


@dataclass
class Aside:
    """The lines of one run that wait, in the order they were typed, and the file that keeps them."""

    ref: SessionRef
    path: Path | None = None
    waiting: list[Waiting] = field(default_factory=list)

    def keep(self, one: Waiting, now: datetime) -> Path:
        """Keep a line; return the file. Raises `OSError` where it cannot be written; the line waits all the same."""
        self.waiting.append(one)
        if self.path is None:
            self.path = state_folder() / f"{_stem(self.ref)}{now:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
        self._write(self.path)
        return self.path

    def drop(self, place: int) -> None:
        """Forget a line that waits, by its place; raises `OSError` where the file stays as it was."""
        self.waiting.pop(place)
        if self.path is not None and self.path.exists():
            if self.waiting:
                self._write(self.path)
            else:
                self.path.unlink()

    def _write(self, path: Path) -> None:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write("".join(f"{one.text}\n" for one in self.waiting))
            file.flush()
            os.fsync(file.fileno())

    @property
    def command(self) -> str:
        """The command that types the lines in later."""
        return command(self.ref, self.path) if self.path else ""


def command(ref: SessionRef, path: Path) -> str:
    """Return the command that types the lines of a file in, and then removes it."""
    file = shlex.quote(str(path))
    return f"scm live {ref} < {file} && rm {file}"


def left_over(ref: SessionRef) -> list[tuple[Path, str]]:
    """Return the files that earlier runs left for a session, and for each the command that types it in."""
    found = sorted(state_folder().glob(f"{_stem(ref)}*.txt"))
    return [(path, command(ref, path)) for path in found]


def _stem(ref: SessionRef) -> str:
    return f"live-{ref.group}-{ref.number}-"
