"""The benchmarks still run; what they measure is no test."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from benchmarks.cases import FLOOR, Case
from benchmarks.measured import measure
from benchmarks.ours import BARE
from benchmarks.runner import Runner
from benchmarks.table import Row, lines, rows, summary
from support import PROJECT

FOLDER = PROJECT / "tests" / "benchmarks"


def run(script: str, *arguments: str) -> str:
    command = [sys.executable, str(FOLDER / script), "--runs", "1", "--report", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def runner(tmp_path: Path) -> Any:
    one = Runner(tmp_path)
    yield one
    one.close()


def test_the_startup_benchmark_runs() -> None:
    printed = run("startup.py").splitlines()
    assert [line.split("  ")[0] for line in printed[1:]] == [
        "import typer",
        "scm --version",
        "one completion",
        "scm list",
        "scm export 1",
    ]
    assert all(float(line.split()[-1]) > 0 for line in printed[2:])


def test_the_benchmark_of_an_archive_runs(tmp_path: Path) -> None:
    printed = run("archive.py", "--sessions", "60", "--without-peers", "--keep", str(tmp_path / "kept"), "--json")
    table = {row["name"]: row for row in map(json.loads, printed.splitlines())}
    assert {FLOOR, BARE, "scm list --limit 20", "scm: filter", "scm: search", "scm export"} <= set(table)
    for row in table.values():
        assert row["remark"] in {"", "not there", "every file is read"}, row  # every answer was the right one
        assert row["remark"] == "not there" or row["ratio"] > 0, row
    assert table["scm show"]["target"] > 0.5
    assert {path.name for path in tmp_path.iterdir()} == {"kept"}


def test_a_part_is_measured_with_what_it_is_compared_with_and_how_it_grows(tmp_path: Path) -> None:
    only = ("--without-peers", "--keep", str(tmp_path), "--only", "^scm export$", "--json")
    table = [json.loads(line) for line in run("archive.py", "--sessions", "20", "30", *only).splitlines()]
    names = [FLOOR, "scm export, small archive", "scm export"]
    assert [(row["sessions"], row["name"]) for row in table] == [(n, name) for n in (20, 30) for name in names]
    assert [row["growth"] is None for row in table] == [True] * 3 + [False] * 3


def case(name: str, script: str, **more: Any) -> Case:
    return Case(name, (sys.executable, "-c", script), {}, base="floor", **more)


def test_memory_is_that_of_the_command_and_not_of_the_benchmark(runner: Runner) -> None:
    held = b"x" * 200_000_000  # by the process that measures
    small, large = measure([case("floor", "0"), case("large", "b'x' * 100_000_000")], 1, runner)
    assert small.megabytes < 60
    assert 100 < large.megabytes < 160
    del held


def test_an_answer_that_is_not_the_expected_one_is_named(runner: Runner) -> None:
    expected = frozenset({"ag/1", "ag/2"})
    right = case("right", "print('ag/1 ag.2 ag/0002.toml')", expected=expected)
    wrong = case("wrong", "print('ag/1 ag/3 ag/4')", expected=expected)
    assert [one.fault for one in measure([right, wrong], 1, runner)] == ["", "1 of 2 not printed, 2 others printed"]


def test_a_command_that_fails_is_not_measured(runner: Runner) -> None:
    cases = [Case("absent", ("/nowhere/x",), {}), case("failed", "exit('no')"), case("fine", "0")]
    absent, failed, fine = measure(cases, 2, runner)
    assert (failed.wall, failed.fault) == (0, "failed with exit code 1: no")
    assert (absent.wall, absent.fault) == (0, "failed: no command /nowhere/x")
    assert fine.wall > 0


def test_what_tries_patience_is_run_less_often(runner: Runner) -> None:
    slow, quick = measure([case("slow", "import time; time.sleep(.3)"), case("quick", "0")], 4, runner, patience=0.25)
    assert (slow.fault, quick.fault) == ("median of 3 runs", "")


def test_the_table_says_what_was_kept_and_how_far_scm_is_ahead(runner: Runner) -> None:
    loop = "for _ in range({}): pass"
    cases = [
        case("floor", "0"),
        case("scm: list", "0", task="list", target=5),
        case("peer: list", loop.format(20_000_000), task="list", program="peer", remark="slow"),
        case("greedy", "b'x' * 100_000_000", target=50, memory=50),
        case("late", loop.format(20_000_000), target=0.1, plus="floor"),
    ]
    results = measure(cases, 1, runner)
    table = {row.name: row for row in rows(results, "cpu")}
    assert (table["floor"].ratio, table["floor"].kept) == (1, None)
    assert table["scm: list"].kept
    assert not table["greedy"].kept
    assert (table["late"].target, table["late"].kept) == (1.1, False)
    ahead = table["peer: list"].ahead or 0
    assert ahead > 1
    assert list(summary(results, "cpu")) == [
        f"list, programs that keep records: their time by that of scm: peer {ahead:.1f}"
    ]


def test_the_table_is_printed_in_columns() -> None:
    table = [
        Row("scm: list", 61.4, 60.2, 30.1, 1.504, 2.5, kept=True, ahead=None, remark=""),
        Row("khard: list", 4000, 3900, 144, 97, None, kept=None, ahead=65.1, remark="slow"),
        Row("papis", None, None, None, None, None, kept=None, ahead=None, remark="not installed: no network"),
    ]
    assert list(lines(table)) == [
        "                  ms   CPU ms     MB   ratio  target       scm ahead  remark",
        "scm: list         61       60     30    1.50    2.50   ok",
        "khard: list     4000     3900    144   97.00                    65.1  slow",
        "papis                                                                 not installed: no network",
    ]
