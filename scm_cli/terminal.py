"""The only place that knows Rich, isatty, NO_COLOR, pager, prompts and the encoding of the streams."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from time import monotonic
from typing import IO, Any, Final

from scm_cli.errors import ScmError, UsageFault
from scm_cli.locale import terminal as say
from scm_cli.model.text import visible

_DIM: Final = "\x1b[2m"
_BOLD: Final = "\x1b[1m"
_RED: Final = "\x1b[31m"
_PLAIN: Final = "\x1b[0m"
_PATIENCE: Final = 1.0
"""After how many seconds somebody wants to see that something is going on."""


class Terminal:
    """Standard input, output and error with what is known about them.

    Args:
        stdin, stdout, stderr: the streams; None where the caller closed one.
        environ: the environment variables.
    """

    def __init__(
        self,
        stdin: IO[str] | None,
        stdout: IO[str] | None,
        stderr: IO[str] | None,
        environ: Mapping[str, str],
    ) -> None:
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self.environ = environ
        for stream in (stdout, stderr):
            _prepare(stream, environ)

    @classmethod
    def standard(cls) -> "Terminal":
        """Return the process's own streams."""
        return cls(sys.stdin, sys.stdout, sys.stderr, os.environ)

    @property
    def shows(self) -> bool:
        """Whether standard output is a terminal."""
        return self.stdout is not None and self.stdout.isatty()

    @property
    def asks(self) -> bool:
        """Whether somebody is there to answer: input and standard error are a terminal."""
        return all(stream is not None and stream.isatty() for stream in (self.stdin, self.stderr))

    @property
    def width(self) -> int:
        """The terminal's width in cells."""
        return max(shutil.get_terminal_size((80, 24)).columns, 20)

    @property
    def height(self) -> int:
        """The terminal's height in lines."""
        return shutil.get_terminal_size((80, 24)).lines

    def _coloured(self, stream: IO[str] | None) -> bool:
        plain = self.environ.get("NO_COLOR") or self.environ.get("TERM") == "dumb"
        return stream is not None and stream.isatty() and not plain

    def style(self, text: str, code: str, stream: IO[str] | None = None) -> str:
        """Return the text with a style if the stream (standard output where none is named) shows colour."""
        return f"{code}{text}{_PLAIN}" if self._coloured(stream or self.stdout) else text

    def bold(self, text: str) -> str:
        """Return the text in bold on a terminal."""
        return self.style(text, _BOLD)

    def mark(self, text: str) -> str:
        """Return the text so that it stands out: in bold, or between »« where there are no styles."""
        return self.bold(text) if self._coloured(self.stdout) else f"»{text}«"

    def write(self, text: str) -> None:
        """Write what was asked for to standard output, unchanged."""
        if self.stdout is None:
            raise ScmError(say.NO_STDOUT())
        self.stdout.write(text)

    def write_bytes(self, data: bytes) -> None:
        """Write what was asked for to standard output, byte for byte where the stream takes bytes."""
        buffer = getattr(self.stdout, "buffer", None)
        if buffer is None:
            self.write(data.decode() if self.stdout is not None else "")
        else:
            self.flush()
            buffer.write(data)

    def page(self, text: str) -> None:
        """Write to standard output; on a terminal through the user's pager where it does not fit."""
        lines = text.count("\n")
        pages = self.shows and self.asks and self.environ.get("TERM") != "dumb"
        if pages and lines >= self.height:
            self._paged(text)
        else:
            self.write(text)

    def _paged(self, text: str) -> None:
        """Show text through `PAGER`, else less; write it where there is neither."""
        import shlex
        import subprocess

        command = shlex.split(self.environ.get("PAGER") or "less")
        environ = {"LESS": "FRX", **self.environ}  # end on one page, keep styles, leave the text on the screen
        try:
            subprocess.run(command, input=text.encode(), env=environ, check=False)  # noqa: S603 — the user's pager
        except OSError:
            self.write(text)

    def say(self, text: str) -> None:
        """Tell the user something on standard error; control characters are shown, never sent."""
        if self.stderr is not None:
            self._settle()
            lines = (visible(line) for line in text.split("\n"))
            try:
                self.stderr.write("\n".join(lines) + "\n")
                self.stderr.flush()
            except OSError:
                self.stderr = None  # nobody can be told; what was asked for goes on

    def _settle(self) -> None:
        """Let what was written so far appear first; where it cannot, the last `flush` tells why."""
        if self.stdout is not None:
            with suppress(OSError):
                self.stdout.flush()

    @contextmanager
    def progress(self, total: int) -> Iterator[Callable[[], None]]:
        """Show a bar on standard error, if that is a terminal, once the work has taken more than a second.

        Args:
            total: how many steps there are.

        Returns:
            What is called after each step.
        """
        begun, done = monotonic(), 0
        bar: Any = None
        shows = self.stderr is not None and self.stderr.isatty() and self.environ.get("TERM") != "dumb"

        def step() -> None:
            nonlocal bar, done
            done += 1
            if bar is None and shows and monotonic() - begun > _PATIENCE:
                bar = self._bar(total)
                bar.start()
            if bar is not None:
                bar.update(bar.task_ids[0], completed=done)

        try:
            yield step
        finally:
            if bar is not None:
                bar.stop()

    def _bar(self, total: int) -> Any:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress

        console = Console(file=self.stderr, no_color=not self._coloured(self.stderr), force_terminal=True)
        made = Progress(BarColumn(), MofNCompleteColumn(), console=console, transient=True)
        made.add_task("", total=total)
        return made

    def warn(self, text: str) -> None:
        """Warn the user of something that is no error."""
        self.say(f"scm: {say.WARNING()}: {text}")

    def error(self, error: ScmError) -> None:
        """Tell what went wrong, one line a problem, and then the remedy."""
        prefix = "scm: error: "
        for line in error.message.split("\n"):
            self.say(f"{prefix}{line}")
        if error.remedy:
            self.say(error.remedy)

    def read(self) -> bytes:
        """Return all of standard input; raises `ScmError` where it is closed."""
        if self.stdin is None:
            raise ScmError(say.NO_STDIN())
        binary = getattr(self.stdin, "buffer", None)
        return binary.read() if binary is not None else self.stdin.read().encode()

    def confirm(self, question: str) -> bool:
        """Ask a question that is answered by yes or no; raises `UsageFault` where nobody can answer."""
        if not self.asks or self.stdin is None or self.stderr is None:
            raise UsageFault(say.NOBODY_ANSWERS(question=question), say.SAY_YES())
        self.stderr.write(f"{visible(question)} [{say.YES_NO()}] ")
        self.stderr.flush()
        return self.stdin.readline().strip().lower() in ("y", "yes", "j", "ja")

    def ask(self, question: str, option: str) -> str:
        """Ask for something that is missing; raises `UsageFault` naming the option where nobody can answer."""
        if not self.asks or self.stdin is None or self.stderr is None:
            raise UsageFault(say.MISSING(what=question), say.MISSING_REMEDY(option=option))
        self.stderr.write(f"{visible(question)}: ")
        self.stderr.flush()
        return self.stdin.readline().strip()

    def typed_line(self, prompt: str) -> str | None:
        """Ask for a line of text; None at the end of the input.

        On the process's own terminal Python's `input` asks, which edits the line with readline where that is loaded.
        """
        if self.stdin is None or self.stderr is None:
            return None
        self._settle()
        if self.shows and self.stdin is sys.stdin and self.stdout is sys.stdout:
            try:
                return input(visible(prompt))
            except EOFError:
                self.stderr.write("\n")
                return None
        self.stderr.write(visible(prompt))
        self.stderr.flush()
        line = self.stdin.readline()
        return line.rstrip("\r\n") if line else None

    def typed_lines(self) -> Iterator[str]:
        """Yield the lines of standard input: UTF-8, and where a line is none, the old encoding of Windows."""
        if self.stdin is None:
            return
        raw: Iterable[bytes] | None = getattr(self.stdin, "buffer", None)
        lines = self.stdin if raw is None else map(_decoded, raw)
        for number, line in enumerate(lines):
            yield (line if number else line.removeprefix("\ufeff")).rstrip("\r\n")

    def flush(self) -> None:
        """Send what is still held back."""
        for stream in (self.stdout, self.stderr):
            if stream is not None:
                stream.flush()


def _prepare(stream: IO[str] | None, environ: Mapping[str, str]) -> None:
    """Make a stream speak UTF-8 whatever the locale; a console that cannot shows replacements."""
    reconfigure = getattr(stream, "reconfigure", None)
    if stream is None or reconfigure is None:
        return
    if stream.isatty() or environ.get("PYTHONIOENCODING"):
        reconfigure(errors="replace")
    else:
        reconfigure(encoding="utf-8", errors="replace")


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def cut(text: str, width: int) -> str:
    """Return a text that takes at most `width` cells, an ellipsis where something is missing."""
    if cells(text) <= width:
        return text
    kept = ""
    for letter in text:
        if cells(kept + letter) > width - 1:
            break
        kept += letter
    return f"{kept}…"


def joined(lines: Iterable[str]) -> str:
    """Return lines as text for `write`: each with its line feed."""
    return "".join(f"{line}\n" for line in lines)
