"""Prints are kept by their Fassung, for their owner alone, and not without end."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from scm_cli.archive import versions
from scm_cli.archive.versions import Version, Versions

ONE = Version("0123abcd", "muster/7", "u", "de", "# Protokoll „x“\n", "schema = 1\r\n")


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    kept = Versions(tmp_path / "a" / "printed")
    assert kept.find(ONE.mark) is None
    kept.keep(ONE)
    assert kept.find(ONE.mark) == ONE
    other = replace(ONE, file="schema = 1\n")
    kept.keep(other)
    assert kept.find(ONE.mark) == other
    assert [path.name for path in kept.folder.iterdir()] == ["0123abcd.json"]


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    umask = os.umask(0)
    try:
        kept = Versions(tmp_path / "printed")
        kept.keep(ONE)
    finally:
        os.umask(umask)
    assert kept.folder.stat().st_mode & 0o777 == 0o700
    assert (kept.folder / "0123abcd.json").stat().st_mode & 0o777 == 0o600


def test_those_printed_longest_ago_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "MOST", 3)
    kept = Versions(tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    marks = [f"0000000{n}" for n in range(5)]
    for age, mark in enumerate(marks):
        kept.keep(replace(ONE, mark=mark))
        os.utime(tmp_path / f"{mark}.json", (age, age))
    kept.keep(replace(ONE, mark=marks[2]))
    assert {path.name for path in tmp_path.iterdir()} == {
        "00000002.json",
        "00000003.json",
        "00000004.json",
        "notes.txt",
    }


@pytest.mark.parametrize(
    "written",
    [
        "",
        "[]",
        "null",
        "{}",
        json.dumps({**vars(ONE), "more": 1}),
        json.dumps({**vars(ONE), "mark": "ffffffff"}),
        json.dumps({**vars(ONE), "text": None}),
        json.dumps({**vars(ONE), "lang": "fr"}),
        "\ud800",
    ],
)
def test_a_file_that_says_nothing_useful_is_as_good_as_none(tmp_path: Path, written: str) -> None:
    (tmp_path / f"{ONE.mark}.json").write_bytes(written.encode("utf-8", "surrogatepass"))
    assert Versions(tmp_path).find(ONE.mark) is None


def test_where_nothing_can_be_written_the_system_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        Versions(tmp_path / "file").keep(ONE)
