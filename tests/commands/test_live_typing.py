"""Where live lines come from: completion, prompts, the end of the input, Ctrl-C."""

import os
import re
import select
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest
from support import Installed, Stream

from scm_cli.commands.desk import Desk
from scm_cli.commands.live.typing import Offered, completions, typed_lines
from scm_cli.terminal import Terminal

OFFERED = Offered(("Anna Beispiel", "Clara Kern", "Clara Öhm", "Jürgen Müller-Lüdenscheidt"), ("1", "2", "2.1", "3"))


@pytest.mark.parametrize(
    ("before", "text", "found"),
    [
        ("", "wei", ["weiter "]),
        ("", "ENT", ["entschuldigt ", "entsch "]),
        ("10:20 ", "pau", ["pause "]),
        ("", "x", []),
        ("top ", "2", ["2", "2.1"]),
        ("10:20 top ", "", ["1", "2", "2.1", "3"]),
        ("da ", "Anna", ["Anna Beispiel"]),
        ("da ", "beisp", ["Anna Beispiel"]),
        ("a Anna Beispiel, ", "ohm", ["Clara Öhm"]),
        ("weg ", "muell", ["Jürgen Müller-Lüdenscheidt"]),
        ("weg ", "lüden", ["Jürgen Müller-Lüdenscheidt"]),
        ("da ", "Cl", ["Clara Kern", "Clara Öhm"]),
        ("da ", "cl", []),
        ("da Anna Beispiel für ", "Ke", ["Clara Kern"]),
        ("n ", "An", []),
        ("Was ", "An", []),
    ],
)
def test_words_names_and_numbers_complete(before: str, text: str, found: list[str]) -> None:
    assert completions(before, text, OFFERED) == found


def test_several_names_in_another_spelling_are_left_alone() -> None:
    """Readline would put in what they have in common, and take away what was typed where that is nothing."""
    assert completions("da ", "c", OFFERED) == []
    assert completions("da ", "C", OFFERED) == ["Clara Kern", "Clara Öhm"]


def own(typed: str, err: Stream) -> Desk:
    return Desk(Terminal(Stream(typed, terminal=True), Stream(terminal=True), err, {}))


def test_a_terminal_gets_a_prompt_for_each_line() -> None:
    err = Stream(terminal=True)
    prompts = iter(["TOP 1> ", "TOP 2> ", "TOP 3> "])
    assert list(typed_lines(own("top\n\n", err), lambda: next(prompts), lambda: OFFERED)) == ["top", ""]
    assert err.getvalue() == "TOP 1> TOP 2> TOP 3> "


def test_ctrl_c_drops_a_line_and_twice_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = iter(["", "n eins\n", "", ""])

    def readline() -> str:
        if step := next(steps):
            return step
        raise KeyboardInterrupt

    stdin = Stream(terminal=True)
    monkeypatch.setattr(stdin, "readline", readline)
    err = Stream(terminal=True)
    desk = Desk(Terminal(stdin, Stream(terminal=True), err, {}))
    lines = typed_lines(desk, lambda: "> ", lambda: OFFERED)
    assert next(lines) == "n eins"
    with pytest.raises(KeyboardInterrupt):
        next(lines)
    assert err.getvalue().count("line dropped") == 2


def test_a_script_gets_no_prompt() -> None:
    err = Stream()
    desk = Desk(Terminal(Stream("top\nende"), Stream(), err, {}))
    assert list(typed_lines(desk, lambda: "> ", lambda: OFFERED)) == ["top", "ende"]
    assert err.getvalue() == ""


def test_a_run_begins_with_an_empty_history() -> None:
    readline = pytest.importorskip("readline")
    err = Stream(terminal=True)
    readline.add_history("from elsewhere")
    list(typed_lines(own("", err), lambda: "> ", lambda: OFFERED))
    assert readline.get_current_history_length() == 0


def test_the_installed_command_on_a_real_terminal(installed: Installed, tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    assert installed("agenda", "add", "1", "Verschiedenes").code == 0
    main, side = pty.openpty()
    command = [sys.executable, "-m", "scm_cli", "live", "1"]
    environ = {**installed.environ, "TERM": "xterm"}
    with subprocess.Popen(command, stdin=side, stdout=side, stderr=side, env=environ, start_new_session=True) as run:
        os.close(side)
        try:
            screen = Screen(main)
            screen.until("> ")
            screen.type("here binde\t\n", "already there: Dr. phil. Julia Binder")
            for line in ("n dropped", ""):
                screen.type(line, "")
                screen.until(line)
                sleep(0.5)  # Python looks for signals when it begins to wait for a key, not while it draws the prompt
                run.send_signal(signal.SIGINT)
                screen.until("line dropped", "> ")
                screen.type("n eins\n", "note on item")
            screen.type("n zwei\n", "note on item")
            screen.type("\x04", "")
            assert run.wait(20) == 0
        finally:
            run.kill()
    os.close(main)
    text = (installed.archive / "sessions" / "smart-city-region" / "0001.toml").read_text()
    assert "eins\n\neins\n\nzwei\n" in text
    assert "dropped" not in text
    assert "Julia Binder" in screen.shown.partition("already there")[0], "completed"
    assert not list(tmp_path.rglob("*history*"))


class Screen:
    """What a terminal shows, and a hand on its keyboard."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.shown = ""

    def type(self, keys: str, answer: str) -> None:
        """Press keys and wait until the answer and the next prompt are shown."""
        os.write(self.descriptor, keys.encode())
        if answer:
            self.until(answer, "> ")

    def until(self, *texts: str) -> None:
        """Wait until texts are shown, one after the other."""
        seen, end = "", monotonic() + 20
        while monotonic() < end and re.search(".*".join(map(re.escape, texts)), seen, re.DOTALL) is None:
            if select.select([self.descriptor], [], [], 0.2)[0]:
                seen += os.read(self.descriptor, 4096).decode()
        self.shown += seen
        assert re.search(".*".join(map(re.escape, texts)), seen, re.DOTALL), self.shown
