"""The program and the world around it, as tests use them."""

import io
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from scm_cli.cli import root
from scm_cli.commands.desk import Desk
from scm_cli.terminal import Terminal

PROJECT = Path(__file__).parent.parent
SAMPLE = PROJECT / "data"
NOW = datetime(2022, 12, 1, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@dataclass(frozen=True)
class Result:
    """What one run of the program gave back."""

    code: int
    out: str
    err: str


class Stream(io.StringIO):
    """A stream that says whether it is a terminal."""

    def __init__(self, text: str = "", *, terminal: bool = False) -> None:
        super().__init__(text)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


class Scm:
    """Runs the program in this process on one archive, with its own streams and clock."""

    def __init__(self, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.archive = archive
        self.now = NOW
        self.indexed_from: int | None = None
        self._patch = monkeypatch
        self.speak("en")

    def speak(self, language: str) -> "Scm":
        """Choose the interface's language for the runs that follow."""
        self._patch.setenv("SCM_LANG", language)
        return self

    def __call__(
        self, *args: str, stdin: str = "", terminal: bool = False, env: Mapping[str, str] | None = None
    ) -> Result:
        """Run one command line and return what it printed and its exit code."""
        out, err = Stream(terminal=terminal), Stream(terminal=terminal)
        cache = str(self.archive.parent / "cache")
        environ = {"SCM_DATA": str(self.archive), "XDG_CACHE_HOME": cache, **(env or {})}
        terminal_ = Terminal(Stream(stdin, terminal=terminal), out, err, environ)
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as left:
            root().main(list(args), obj=Desk(terminal_, lambda: self.now, indexed_from=self.indexed_from))
        return Result(int(left.value.code or 0), out.getvalue(), err.getvalue())

    def ok(self, *args: str, stdin: str = "") -> str:
        """Run a command line that must succeed; return its standard output."""
        result = self(*args, stdin=stdin)
        assert result.code == 0, result
        return result.out


class Installed:
    """Runs the installed command as a process of its own."""

    def __init__(self, archive: Path, tmp_path: Path) -> None:
        self.archive = archive
        self.environ = {
            "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
            "HOME": str(tmp_path),
            "SCM_DATA": str(archive),
            "SCM_LANG": "en",
            "COLUMNS": "100",
        }

    def __call__(self, *args: str, stdin: str = "", env: Mapping[str, str] | None = None) -> Result:
        """Run one command line; an empty value in `env` takes a variable away."""
        environ = {name: value for name, value in {**self.environ, **(env or {})}.items() if value}
        done = subprocess.run(
            [sys.executable, "-m", "scm_cli", *args],
            input=stdin.encode(),
            capture_output=True,
            env=environ,
            cwd=self.archive,
            check=False,
            timeout=60,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())
