"""The output contract for every command of the program: the lines tried are the examples of its help page."""

import csv
import errno
import io
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docs.reference import commands
from support import Result, Scm, Stream
from trees import tree

from scm_cli.query.fields import NOUNS

COMMANDS = {
    name.removeprefix("scm "): (command, context)
    for name, command, context in commands()
    if name != "scm" and not getattr(command, "commands", None)
}
"""Every command that can be run, by what is typed after `scm`."""

WRITES = {
    "merge-file": "writes the file that it is given, as git asks of a merge driver",
    "index rebuild": "writes the index, which is no part of the archive",
}
"""Commands that write and know no dry run, and why."""

SHOWS_FIRST = {
    "agenda import": "shows the agenda as it would be, where a run prints what it made",
    "attendance import": "shows who would be entered, and how",
    "attendee import": "shows whom it would add and change, where a run prints the keys it made",
}
"""Commands whose dry run prints something else than a run, and why."""

NEEDED = {"search": "search bericht"}
"""Commands that list something, but not without being told what."""

NEVER_QUIET = {
    "attendee forget": "the law asks to know what still names the person",
    "minutes": "what the chair wrote in the margin stands nowhere else",
}
"""Commands that say something in spite of `--quiet`, and why."""


def params(name: str, kind: str) -> list[Any]:
    """Return a command's options or arguments."""
    command, context = COMMANDS[name]
    return [param for param in command.get_params(context) if param.param_type_name == kind]


def knows(name: str, option: str) -> bool:
    """Say whether a command has an option."""
    return any(option in param.opts for param in params(name, "option"))


def examples() -> Iterator[tuple[str, list[str]]]:
    """Yield every command with each of its examples."""
    for name, (command, _) in COMMANDS.items():
        for line in command.epilog.splitlines():
            yield name, shlex.split(line)[1:]


def tried(*, but: str = "", knowing: str = "") -> pytest.MarkDecorator:
    """Try all examples of the commands that know one option, or do not know another."""
    lines = [
        args
        for name, args in examples()
        if (not knowing or (knows(name, knowing) and knowing not in args)) and not (but and knows(name, but))
    ]
    return pytest.mark.parametrize("line", lines, ids=shlex.join)


def each(*options: str) -> pytest.MarkDecorator:
    """Try every command that knows these options, with what it needs."""
    names = [NEEDED.get(name, name) for name in COMMANDS if all(knows(name, option) for option in options)]
    return pytest.mark.parametrize("name", names)


def everything(scm: Scm) -> dict[str, bytes]:
    """Return all files a run could reach: the archive, the state folder, the user's own."""
    return tree(scm.archive.parent, but=())


def typed(scm: Scm, line: list[str], *more: str, stdin: str = "") -> Result:
    """Run an example with more options; what it makes may not be there before."""
    if line[:2] == ["attendee", "add"]:
        scm("attendee", "remove", "jana-beispiel", "--yes", "--quiet")
    return scm(*line, *more, stdin=stdin)


# what changes something


@pytest.mark.parametrize("lang", ["en", "de"])
@tried(knowing="--dry-run")
def test_a_dry_run_writes_nothing_and_says_what_it_would(prepared: Scm, line: list[str], lang: str) -> None:
    prepared.speak(lang)
    typed(prepared, line, "--dry-run")
    before = everything(prepared)
    dry = prepared(*line, "--dry-run")
    assert everything(prepared) == before
    done = prepared(*line)
    assert (dry.code, done.code) == (0, 0)
    assert (dry.out == done.out) is (name_of(line) not in SHOWS_FIRST)
    if "--quiet" not in line and everything(prepared) != before and done.err:
        assert {"en": "dry run, nothing written: ", "de": "Probelauf, nichts geschrieben: "}[lang] in dry.err


@tried(but="--dry-run")
def test_what_knows_no_dry_run_writes_nothing(prepared: Scm, line: list[str]) -> None:
    before = everything(prepared)
    assert prepared(*line).code in (0, 1)
    assert (everything(prepared) == before) is (name_of(line) not in WRITES)


@pytest.mark.parametrize(
    "line",
    [args for name, args in examples() if knows(name, "--quiet") and not {"--quiet", "--dry-run"} & {*args}],
    ids=shlex.join,
)
def test_quiet_leaves_what_was_asked_for(prepared: Scm, line: list[str]) -> None:
    loud = typed(prepared, line, *(["--dry-run"] if knows(name_of(line), "--dry-run") else []))
    result = typed(prepared, line, "--quiet")
    assert result.code == loud.code
    assert (result.out == loud.out) is (name_of(line) not in SHOWS_FIRST)
    if name_of(line) not in NEVER_QUIET:
        assert result.err == "" or result.err.startswith("scm: warning: ")


def name_of(line: list[str]) -> str:
    """Return the command of a line."""
    return next(name for name in sorted(COMMANDS, key=len, reverse=True) if line[: name.count(" ") + 1] == name.split())


@pytest.mark.parametrize("line", [args for _, args in examples() if "--yes" in args], ids=shlex.join)
def test_without_a_terminal_nobody_is_asked(prepared: Scm, line: list[str]) -> None:
    before = everything(prepared)
    result = prepared(*(word for word in line if word != "--yes"), stdin="y\n")
    assert (result.code, result.out) == (2, "")
    assert "--yes" in result.err
    assert everything(prepared) == before


# what shows something


def rows(scm: Scm, name: str, *more: str) -> list[dict[str, Any]]:
    """Return a list's rows."""
    found = json.loads(scm.ok(*name.split(), "--json", *more))
    assert isinstance(found, list)
    return found


@each("--fields")
def test_every_list_has_every_format(prepared: Scm, name: str) -> None:
    found = rows(prepared, name)
    words = name.split()
    assert found, "the archive of the examples has one of everything"
    fields = list(found[0])
    chosen = ("--fields", ",".join(fields))
    assert [json.loads(row) for row in prepared.ok(*words, "--format", "jsonl").splitlines()] == found
    header, *values = csv.reader(io.StringIO(prepared.ok(*words, "--format", "csv", *chosen)))
    assert (header, len(values)) == (fields, len(found))
    lines = prepared.ok(*words, "--format", "tsv", *chosen).splitlines()
    assert [line.count("\t") + 1 for line in lines] == [len(fields)] * len(found)
    assert len(prepared.ok(*words).splitlines()) == len(found)
    assert rows(prepared, name, "--fields", fields[-1]) == [{fields[-1]: row[fields[-1]]} for row in found]


@each("--fields")
def test_every_list_sorts_turns_and_ends(prepared: Scm, name: str) -> None:
    found = rows(prepared, name)
    first = NOUNS[name.split(maxsplit=1)[0].replace("list", "session")].order[0]
    turned = [row[first] for row in rows(prepared, name, "--reverse") if row[first] is not None]
    assert turned == [row[first] for row in found if row[first] is not None][::-1]
    assert rows(prepared, name, "--limit", "1") == found[:1]
    for field in found[0]:
        assert sorted(map(str, rows(prepared, name, "--sort", field))) == sorted(map(str, found)), field
    for format_, printed in (("json", "[]\n"), ("jsonl", ""), ("tsv", "")):
        assert prepared.ok(*name.split(), "--limit", "0", "--format", format_) == printed
    assert len(prepared.ok(*name.split(), "--limit", "0", "--format", "csv").splitlines()) == 1


@each("--fields")
@pytest.mark.parametrize(
    "wrong", ["--fields xyzzy", "--sort xyzzy", "--limit -1", "--limit x", "--format xml", "--json --format csv"]
)
def test_every_list_says_what_it_does_not_know(prepared: Scm, name: str, wrong: str) -> None:
    result = prepared(*name.split(), *wrong.split())
    assert (result.code, result.out) == (2, ""), result
    assert result.err.startswith("scm: error: ")


@each("--fields")
def test_every_list_of_an_empty_archive_is_an_empty_array(scm: Scm, name: str, tmp_path: Path) -> None:
    empty = str(tmp_path / "empty")
    scm.ok("init", empty, "--name", "AG Muster")
    found = json.loads(scm.ok(*name.split(), "--json", "--data", empty))
    assert len(found) == (name == "group list")


SHOWS = [
    args
    for name, args in examples()
    if knows(name, "--json") and not knows(name, "--fields") and not knows(name, "--dry-run")
]


@pytest.mark.parametrize("line", SHOWS, ids=shlex.join)
def test_what_shows_one_thing_is_one_object(prepared: Scm, line: list[str]) -> None:
    printed = prepared(*(word for word in line if word != "--json"), "--json").out
    found = json.loads(printed)
    assert isinstance(found, list if line[0] == "check" or "list" in line else dict)
    assert prepared.speak("de")(*(word for word in line if word != "--json"), "--json").out == printed
    on_a_terminal = prepared(*line, terminal=True)
    assert on_a_terminal.code in (0, 1)


BROKEN = ("sessions/smart-city-region/0099.toml", "attendees/kaputt.toml", "groups/kaputt.toml")


@each("--fields")
def test_broken_files_hide_nothing_in_any_list(prepared: Scm, name: str) -> None:
    good = prepared.ok(*name.split())
    for path in BROKEN:
        (prepared.archive / path).write_text('schema = 1\nnaem = "X"\n')
    result = prepared(*name.split())
    assert (result.code, result.out) == (4, good)
    told = [line for line in result.err.splitlines() if line.startswith("scm: error: ")]
    assert told
    assert all(any(path in line for path in BROKEN) for line in told)


# what is wrong in a line


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_refuses_what_it_does_not_know(prepared: Scm, name: str) -> None:
    before = everything(prepared)
    _, example = next(one for one in examples() if one[0] == name)
    endless = any(param.nargs != 1 for param in params(name, "argument"))
    for wrong in (["--xyzzy"], *([] if endless else [["a", "b", "c", "d"]])):
        result = prepared(*example, *wrong)
        assert (result.code, result.out) == (2, ""), result
        assert result.err.startswith("scm: error: ")
    if any(param.required for param in params(name, "argument")):
        assert prepared(*name.split()).code == 2
    assert everything(prepared) == before


REFERENCES = {"SESSION", "SESSION:ITEM", "SESSION[:ITEM]", "PERSON", "DUPLICATE", "DECISION", "ELECTION", "TASK…"}
REFERENCES |= {"GROUP", "REF"}


@pytest.mark.parametrize(
    "name", [name for name in COMMANDS if any(param.metavar in REFERENCES for param in params(name, "argument")[:1])]
)
@pytest.mark.parametrize("nonsense", ["99", "99:1", "B99-1", "W99-1", "A99-1", "niemand", "a/b/c", ":", "/", "#"])
def test_every_command_says_that_something_is_not_there(prepared: Scm, name: str, nonsense: str) -> None:
    before = everything(prepared)
    given = [param for param in params(name, "argument") if param.required or param is params(name, "argument")[0]]
    result = prepared(*name.split(), nonsense, *["1"] * (len(given) - 1))
    assert result.code in (2, 3), result
    assert result.out == ""
    assert result.err.startswith("scm: error: ")
    assert everything(prepared) == before


# where it goes


class Refusing(Stream):
    """Standard output that takes nothing."""

    def __init__(self, fault: OSError) -> None:
        super().__init__()
        self.fault = fault

    def write(self, text: str) -> int:
        if text:
            raise self.fault
        return 0


@pytest.mark.parametrize("name", COMMANDS)
def test_standard_output_that_takes_nothing(prepared: Scm, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from scm_cli.cli import root
    from scm_cli.commands.desk import Desk
    from scm_cli.terminal import Terminal

    _, line = next(one for one in examples() if one[0] == name)
    dry = ["--dry-run"] if knows(name, "--dry-run") and "--dry-run" not in line else []
    prints = typed(prepared, line, *dry).out != ""

    def code(out: Stream | None, err: Stream | None) -> int:
        if line[:2] == ["attendee", "add"]:
            prepared("attendee", "remove", "jana-beispiel", "--yes", "--quiet")
        environ = {"SCM_DATA": str(prepared.archive), "XDG_CACHE_HOME": str(prepared.archive.parent / "cache")}
        terminal = Terminal(Stream(), out, err, environ)
        with pytest.raises(SystemExit) as left:
            root().main([*line, *dry], obj=Desk(terminal, lambda: prepared.now))
        return int(left.value.code or 0)

    monkeypatch.setattr("scm_cli.commands.boundary._silence", lambda *_: None)
    for out, failed, said in (
        (None, 1, "scm: error: standard output is closed\n"),
        (Refusing(OSError(errno.ENOSPC, "No space left on device")), 1, "No space left on device\n"),
        (Refusing(BrokenPipeError(errno.EPIPE, "Broken pipe")), 0, ""),
    ):
        err = Stream()
        assert code(out, err) == (failed if prints else 0), (line, err.getvalue())
        assert err.getvalue().endswith(said if prints else "")
        assert code(out, None) == (failed if prints else 0)


ELSEWHERE = {"index status": "it says where the index is, which is below the user's folder"}
"""Commands that do not print the same everywhere, and why."""
READING = [
    args for name, args in examples() if not knows(name, "--dry-run") and name not in WRITES and name not in ELSEWHERE
]
RUNNING = """
import json, sys
from contextlib import suppress
from scm_cli.cli import root
for line in json.load(open(sys.argv[1], encoding="utf-8")):
    with suppress(SystemExit):
        root().main(line)
    sys.stdout.write("\\f")
"""


def reading(scm: Scm, env: dict[str, str]) -> list[str]:
    """Return what all reading examples print in one surrounding, from one process for all of them."""
    lines = scm.archive.parent / "lines.json"
    lines.write_text(json.dumps(READING))
    environ = {"PATH": os.environ["PATH"], "SCM_DATA": str(scm.archive), "SCM_LANG": "de", **env}
    environ["SCM_NOW"] = scm.now.isoformat()
    done = subprocess.run(
        [sys.executable, "-c", RUNNING, str(lines)], capture_output=True, env=environ, cwd=scm.archive, check=True
    )
    assert b"Traceback" not in done.stderr
    return done.stdout.decode().removesuffix("\f").split("\f")


def test_every_command_that_reads_is_the_same_everywhere(prepared: Scm, tmp_path: Path) -> None:
    blocked = tmp_path / "home"
    blocked.mkdir()
    (blocked / ".local").write_text("a file where a folder should be: not even root can write below it")
    usual = reading(prepared, {"HOME": str(tmp_path), "LC_ALL": "C.UTF-8"})
    assert len(usual) == len(READING)
    assert not any("\x1b" in text for text in usual)
    for env in (
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"HOME": str(blocked), "LANG": "de_DE.ISO-8859-1"},
        {"HOME": "/nonexistent", "TERM": "dumb"},
        {"HOME": str(tmp_path), "TERM": "xterm-256color", "NO_COLOR": "1", "COLUMNS": "20"},
        {"HOME": str(tmp_path), "TZ": "Pacific/Kiritimati"},
    ):
        assert reading(prepared, env) == usual, env
