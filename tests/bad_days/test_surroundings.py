"""Closed streams, full disks, odd consoles, no home, Ctrl-C: never a traceback, never a broken line."""

import os
import pty
import re
import select
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from support import Installed, Result
from trees import tree

PYTHON = [sys.executable, "-m", "scm_cli"]
SCM = f"{sys.executable} -m scm_cli"
LISTED = "smart-city-region/1\t2022-11-25\theld\tCottbus\tLändliche Räume"


def environ(installed: Installed, env: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the variables of a run; an empty value takes one away."""
    return {name: value for name, value in {**installed.environ, **(env or {})}.items() if value}


def shell(installed: Installed, line: str, env: Mapping[str, str] | None = None) -> Result:
    """Run a line of bash in which `scm` is the program."""
    script = f'set -o pipefail; scm() {{ {SCM} "$@"; }}; {line}'
    done = subprocess.run(
        ["bash", "-c", script],
        capture_output=True,
        env=environ(installed, env),
        cwd=installed.archive,
        check=False,
        timeout=60,
    )
    return Result(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


def many(archive: Path, count: int = 300) -> None:
    """Add planned sessions to an archive."""
    for number in range(2, count + 2):
        text = f'schema = 1\nnumber = {number}\ndate = 2023-01-01\ntitle = "{"Sitzung " * 30}"\n'
        text += "".join(f'[[agenda]]\nid = "p{n}"\ntitle = "{"Punkt " * 20}{n}"\n' for n in range(5))
        (archive / f"sessions/smart-city-region/{number:04}.toml").write_text(text)


# streams


@pytest.mark.parametrize("buffered", ["", "1"], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("command", ["list", "list --json", "agenda list", "list --format csv"])
def test_a_reader_that_stops_listening_is_no_failure(installed: Installed, command: str, buffered: str) -> None:
    many(installed.archive)
    result = shell(installed, f"scm {command} | head -1", {"PYTHONUNBUFFERED": buffered})
    assert (result.code, result.err) == (0, "")
    assert len(result.out.splitlines()) == 1


def test_a_reader_that_never_listened_is_no_failure(installed: Installed) -> None:
    result = shell(installed, "scm export 1 | true")
    assert (result.code, result.out, result.err) == (0, "", "")


@pytest.mark.parametrize(
    ("line", "code", "err"),
    [
        ("scm list >&-", 1, "scm: error: standard output is closed\n"),
        ("scm show 1 >&-", 1, "scm: error: standard output is closed\n"),
        ("scm export 1 >&-", 1, "scm: error: standard output is closed\n"),
        ("scm check >&-", 0, "nothing wrong\n"),
        ("scm --version >&-", 1, "scm: error: standard output is closed\n"),
        ("scm show 99 >&-", 3, "scm: error: there is no session smart-city-region/99\n„scm list“ shows them all.\n"),
        ("scm show 99 2>&-", 3, ""),
        ("scm show 99 >&- 2>&-", 3, ""),
        ("scm list >&- 2>&-", 1, ""),
        ("scm session edit 1 --place X 2>&-", 0, ""),
        ("scm session edit 1 --place X >&- 2>&- <&-", 0, ""),
        ("scm agenda remove 1:1 <&-", 2, None),
        ("scm session edit 1 <&-", 2, None),
        ("scm init new <&- 2>&-", 2, ""),
        ("scm list >/dev/full", 1, "scm: error: the system says: No space left on device\n"),
        ("scm --help >/dev/full", 1, "scm: error: the system says: No space left on device\n"),
        ("scm --version >/dev/full", 1, "scm: error: the system says: No space left on device\n"),
        ("scm list >/dev/full 2>/dev/full", 1, ""),
        ("scm nonsense 2>/dev/full", None, ""),
        ("scm list </dev/full >/dev/full 2>&1", 1, ""),
    ],
)
@pytest.mark.parametrize("buffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_closed_streams_and_full_disks(
    installed: Installed, line: str, code: int | None, err: str | None, buffered: str
) -> None:
    result = shell(installed, line, {"PYTHONUNBUFFERED": buffered})
    assert result.out == ""
    assert result.code == code if code is not None else result.code in (1, 2)
    assert "Traceback" not in result.err
    assert "Exception ignored" not in result.err
    if err is not None:
        assert result.err == err
    else:
        assert result.err.startswith("scm: error: ")


@pytest.mark.parametrize("closed", ["2>&-", "<&-", "2>&- <&-"])
def test_standard_output_is_whole_without_the_others(installed: Installed, closed: str) -> None:
    result = shell(installed, f"scm list {closed}")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(LISTED)


@pytest.mark.parametrize("buffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_a_broken_file_is_told_though_the_disk_is_full(installed: Installed, buffered: str) -> None:
    (installed.archive / "sessions/smart-city-region/0002.toml").write_text("")
    result = shell(installed, "scm list >/dev/full", {"PYTHONUNBUFFERED": buffered})
    assert result.code == 1
    assert "Traceback" not in result.err
    assert result.err.endswith("scm: error: the system says: No space left on device\n")


# encodings


@pytest.mark.parametrize(
    "env", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"LANG": "C"}]
)
def test_output_is_utf_8_whatever_the_locale(installed: Installed, env: dict[str, str]) -> None:
    many(installed.archive, 2)
    result = installed("list", env=env)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[-1].startswith(LISTED)
    assert installed("show", "1", env=env).code == 0
    assert installed("list", "--title", "ländliche", env=env).out.startswith(LISTED)
    added = installed("agenda", "add", "1", "Straße – „Ö“", env=env)
    assert (added.code, added.out) == (0, "smart-city-region/1#strasse-oe\n")
    assert "Straße – „Ö“" in added.err


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("ascii", "L?ndliche R?ume"), ("cp1252", "Ländliche Räume"), ("ascii:strict", "L?ndliche R?ume")],
)
def test_a_console_that_cannot_shows_replacements(installed: Installed, encoding: str, shown: str) -> None:
    codec = encoding.partition(":")[0]
    for command in (["list"], ["show", "1"], ["export", "1"], ["list", "--json"], ["--help"], ["check"]):
        done = subprocess.run(
            [*PYTHON, *command],
            capture_output=True,
            env=environ(installed, {"PYTHONIOENCODING": encoding, "SCM_LANG": "de"}),
            cwd=installed.archive,
            check=False,
        )
        assert (done.returncode, b"Traceback" in done.stderr) == (0, False), command
        whole = installed(*command, env={"SCM_LANG": "de"}).out
        text = done.stdout.decode(codec)
        assert len(text.splitlines()) == len(whole.splitlines()), command
        assert shown in text or command[0] in ("--help", "check")
    done = subprocess.run(
        [*PYTHON, "show", "漢"],
        capture_output=True,
        env=environ(installed, {"PYTHONIOENCODING": encoding}),
        cwd=installed.archive,
        check=False,
    )
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert b"?" in done.stderr


# folders


@pytest.mark.parametrize("home", ["", "/nonexistent", "/proc/1", "relative"])
def test_no_home_is_needed(installed: Installed, home: str) -> None:
    env = {"HOME": home}
    assert installed("list", env=env).out.startswith(LISTED)
    assert installed("agenda", "add", "1", "Neu", env=env).code == 0
    lost = subprocess.run(
        [*PYTHON, "list"],
        capture_output=True,
        env=environ(installed, {"HOME": home, "SCM_DATA": ""}),
        cwd="/",
        check=False,
    )
    assert lost.returncode == 3
    assert lost.stderr.decode().startswith("scm: error: there is no archive here\n")
    before = tree(installed.archive)
    edited = installed("session", "edit", "1", env={**env, "EDITOR": "sed -i s/Cottbus/Forst/"})
    assert edited.code == 0, edited
    assert tree(installed.archive) != before


def test_a_read_only_home_is_enough(installed: Installed, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / ".local").write_text("a file where a folder should be: not even root can write below it")
    edited = installed("session", "edit", "1", env={"HOME": str(home), "EDITOR": "sed -i s/Cottbus/Forst/"})
    assert (edited.code, edited.out) == (0, "")
    assert "Forst" in installed("list", env={"HOME": str(home)}).out


def test_the_current_folder_may_be_gone(installed: Installed, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    line = f'cd "{gone}" && rmdir "{gone}" && {{ scm list && scm agenda add 1 Neu && scm check; }}'
    result = shell(installed, line)
    assert result.code == 0, result
    assert result.out.startswith(LISTED)
    lost = shell(installed, f'mkdir "{gone}"; cd "{gone}" && rmdir "{gone}" && scm list', {"SCM_DATA": ""})
    assert (lost.code, lost.out) == (3, "")
    assert lost.err.startswith("scm: error: there is no archive here\n")
    relative = shell(installed, f'mkdir "{gone}"; cd "{gone}" && rmdir "{gone}" && scm list --data x')
    assert (relative.code, relative.out) == (3, "")


# terminals


def on_terminal(installed: Installed, *args: str, width: int, env: Mapping[str, str] | None = None) -> Result:
    """Run the program under a real terminal of that width; both streams end up in `out`."""
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 500, width, 0, 0))
    process = subprocess.Popen(
        [*PYTHON, *args],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environ(installed, {"COLUMNS": "", "TERM": "xterm", **(env or {})}),
        cwd=installed.archive,
        close_fds=True,
        start_new_session=True,
    )
    os.close(theirs)
    data = b""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if select.select([ours], [], [], 0.05)[0]:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            data += piece
        elif process.poll() is not None:
            break
    os.close(ours)
    return Result(process.wait(timeout=30), data.decode().replace("\r\n", "\n"), "")


@pytest.mark.parametrize("source", ["window", "variable"])
@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_lists_fit_the_window(installed: Installed, width: int, source: str) -> None:
    from scm_cli.terminal import cells

    many(installed.archive, 3)
    env = {"NO_COLOR": "1"} | ({"COLUMNS": str(width)} if source == "variable" else {})
    for command in (["list"], ["agenda", "list"], ["attendance", "list"], ["attendee", "list"], ["group", "list"]):
        result = on_terminal(installed, *command, width=width if source == "window" else 500, env=env)
        assert result.code == 0
        assert [line for line in result.out.splitlines() if cells(line) > width] == []
        assert not re.search("[\u2500-\u257f|+\x1b]", result.out)
        assert re.search(r"^\d+ entr(y|ies)$", result.out, re.MULTILINE)


@pytest.mark.parametrize(
    ("env", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colour_only_where_it_is_wanted(installed: Installed, env: dict[str, str], *, coloured: bool) -> None:
    for command in (["list"], ["show", "1"]):
        result = on_terminal(installed, *command, width=80, env=env)
        assert ("\x1b[" in result.out) == coloured
        assert re.sub(r"\x1b\[\d*m", "", result.out).isprintable() or "\x1b" not in re.sub(
            r"\x1b\[\d*m", "", result.out
        )
    help_page = on_terminal(installed, "--help", width=80, env=env)
    assert "Usage: scm" in help_page.out
    assert not re.search("[\u2500-\u257f]", help_page.out)


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("lang", ["en", "de"])
def test_help_fits_the_window(installed: Installed, width: int, lang: str) -> None:
    for command in ([], ["agenda"], ["check"]):
        page = on_terminal(installed, *command, "--help", width=width, env={"SCM_LANG": lang}).out
        wide = [line for line in page.splitlines() if len(line) > width]
        assert wide == [], command


def test_nothing_is_coloured_in_a_pipe(installed: Installed) -> None:
    for command in (["list"], ["show", "1"], ["--help"]):
        assert "\x1b" not in installed(*command, env={"TERM": "xterm-256color"}).out


def test_a_question_is_asked_on_a_terminal_and_answered(installed: Installed) -> None:
    result = shell(installed, "echo y | scm agenda remove 1:1")
    assert result.code == 2  # a pipe is nobody who answers
    assert result.out == ""


# Ctrl-C


def interrupted(installed: Installed, args: list[str], delay: float) -> Result:
    """Run the program and send Ctrl-C after a time."""
    process = subprocess.Popen(
        [*PYTHON, *args],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ(installed),
        cwd=installed.archive,
    )
    time.sleep(delay)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    return Result(process.returncode, out.decode(errors="replace"), err.decode(errors="replace"))


def run_time(installed: Installed, args: list[str]) -> float:
    """Return how long a run takes."""
    begin = time.monotonic()
    installed(*args)
    return time.monotonic() - begin


OUR_FRAME = re.compile(r'^  File ".*[/\\]scm_cli[/\\]', re.MULTILINE)


def proper(result: Result) -> None:
    """Prove that a run that Ctrl-C may have ended left as it should."""
    if "Traceback" in result.err and not OUR_FRAME.search(result.err):
        return  # Python itself was still starting
    assert result.code in (0, 130, -signal.SIGINT), result
    assert "Exception ignored" not in result.err
    assert "Traceback" not in result.err, result.err
    if result.code == 130:
        assert result.err == "interrupted\n"


def test_ctrl_c_is_python_s_own_only_before_our_first_line() -> None:
    looking_for_us = """Traceback (most recent call last):
  File "<frozen importlib._bootstrap_external>", line 1437, in _path_importer_cache
KeyError: '/archive/scm_cli'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "<frozen importlib._bootstrap_external>", line 1559, in __init__
KeyboardInterrupt
"""
    proper(Result(-signal.SIGINT, "", looking_for_us))
    ours = looking_for_us.replace("<frozen importlib._bootstrap_external>", "/archive/scm_cli/__main__.py")
    with pytest.raises(AssertionError):
        proper(Result(-signal.SIGINT, "", ours))


def test_ctrl_c_at_any_moment_of_a_list(installed: Installed) -> None:
    many(installed.archive, 200)
    before = tree(installed.archive)
    whole = run_time(installed, ["list"])
    codes = set()
    for step in range(40):
        result = interrupted(installed, ["list"], whole * 1.05 * step / 39)
        proper(result)
        codes.add(result.code)
    assert tree(installed.archive) == before
    assert len(codes) > 1, "the signal came at different moments"


UNHEARD = """
import signal, time
from types import SimpleNamespace
import scm_cli.__main__ as way_in

class Late:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

def wait():
    Late()
    for _ in range(400):
        time.sleep(0.05)

way_in.root = lambda: SimpleNamespace(main=wait)
way_in.main()
"""


def test_ctrl_c_in_a_finaliser_is_heard(installed: Installed) -> None:
    begin = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-c", UNHEARD], env=environ(installed), capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "interrupted\n")
    assert time.monotonic() - begin < 10


IN_THE_BACKGROUND = """
import signal
from types import SimpleNamespace
import scm_cli.__main__ as way_in

signal.raise_signal(signal.SIGINT)
way_in.root = lambda: SimpleNamespace(main=lambda: (signal.raise_signal(signal.SIGINT), print("done")))
way_in.main()
signal.raise_signal(signal.SIGINT)
"""


def test_ctrl_c_stays_ignored_where_a_shell_started_us_so(installed: Installed) -> None:
    # a script's shell starts `scm … &` with the signal ignored (POSIX.1-2017, Shell Command Language, 2.11)
    begun = f"trap '' INT; exec {shlex.quote(sys.executable)} -c {shlex.quote(IN_THE_BACKGROUND)}"
    result = shell(installed, begun)
    assert result == Result(0, "done\n", "")


WHILE_A_CLASS_IS_MADE = """
import signal, sys
from types import SimpleNamespace
import scm_cli.__main__ as way_in
from scm_cli.commands.boundary import guarded
from scm_cli.commands.desk import Desk

class Field:
    def __set_name__(self, *_):
        signal.raise_signal(signal.SIGINT)

def load():
    type("Table", (), {"field": Field()})

way_in.root = lambda: SimpleNamespace(main=lambda: sys.exit(guarded(load, Desk().terminal)))
way_in.main()
"""


def test_ctrl_c_while_a_class_is_made_is_no_other_fault(installed: Installed) -> None:
    run = subprocess.run(
        [sys.executable, "-c", WHILE_A_CLASS_IS_MADE],
        env=environ(installed),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "interrupted\n")


def test_ctrl_c_at_any_moment_of_a_change(installed: Installed) -> None:
    whole = run_time(installed, ["agenda", "add", "1", "Anfang"])
    for step in range(24):
        result = interrupted(installed, ["agenda", "add", "1", f"Punkt {step}"], whole * 1.05 * step / 23)
        listed = installed("agenda", "list", "1")
        assert (listed.code, listed.err) == (0, "")
        is_there = f"Punkt {step}\t" in listed.out
        assert is_there or result.code != 0
        if is_there and result.code == 130:  # it may have been said already that it was done
            result = replace(result, err=re.sub(r"\A.* added in .*\n", "", result.err))
        proper(result)
        assert [name for name in tree(installed.archive) if ".scm-" in name] == []
    begin = time.monotonic()
    assert installed("agenda", "add", "1", "Schluss").code == 0
    assert time.monotonic() - begin < 5, "no lock is left behind"
    assert installed("check").code == 0


def test_a_second_ctrl_c_changes_nothing(installed: Installed) -> None:
    many(installed.archive, 200)
    whole = run_time(installed, ["list"])
    for share in (0.3, 0.5, 0.7, 0.9):
        process = subprocess.Popen(
            [*PYTHON, "list"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environ(installed),
            cwd=installed.archive,
        )
        time.sleep(whole * share)
        for _ in range(5):
            process.send_signal(signal.SIGINT)
            time.sleep(0.002)
        out, err = process.communicate(timeout=30)
        proper(Result(process.returncode, out.decode(), err.decode()))
