"""Files handed to programs that only note what they are given."""

import os
import stat
from pathlib import Path

import pytest
from support import Scm

from scm_cli.delivery.opening import aside, open_file
from scm_cli.errors import ScmError


def tool(folder: Path, name: str, rest: str = "exit 0") -> dict[str, str]:
    """Make a program that writes down what it is to open; return the environment that finds it."""
    path = folder / name
    path.write_text(f'#!/bin/sh\nprintf "%s" "$1" > {folder}/opened\n{rest}\n')
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return {"PATH": str(folder)}


@pytest.mark.parametrize(("platform", "name"), [("linux", "xdg-open"), ("darwin", "open")])
def test_the_desktops_own_program_gets_the_file(tmp_path: Path, platform: str, name: str) -> None:
    draft = tmp_path / "-a b.eml"
    open_file(draft, tool(tmp_path, name), platform)
    assert (tmp_path / "opened").read_text() == str(draft)


def test_a_program_that_stays_open_has_not_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scm_cli.delivery.tools.PATIENCE", 1.0)
    open_file(tmp_path / "a.eml", tool(tmp_path, "xdg-open", "exec /bin/sleep 2"), "linux")
    assert (tmp_path / "opened").read_text() == str(tmp_path / "a.eml")


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_without_a_program_one_sentence_says_which_there_are(tmp_path: Path, platform: str) -> None:
    with pytest.raises(ScmError, match="xdg-open, open, start") as error:
        open_file(tmp_path / "a.eml", {"PATH": str(tmp_path)}, platform)
    assert error.value.exit_code == 1


def test_a_program_that_fails_says_so(tmp_path: Path) -> None:
    with pytest.raises(ScmError, match=r"xdg-open .*a\.eml.*4"):
        open_file(tmp_path / "a.eml", tool(tmp_path, "xdg-open", "exit 4"), "linux")


def test_windows_starts_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Path] = []
    monkeypatch.setattr(os, "startfile", started.append, raising=False)
    open_file(tmp_path / "a.eml", {}, "win32")
    assert started == [tmp_path / "a.eml"]


def test_what_is_put_aside_is_for_this_user_alone() -> None:
    path = aside("a.eml", b"x")
    assert path.read_bytes() == b"x"
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_draft_is_opened_where_nothing_else_is_said(scm: Scm, tmp_path: Path) -> None:
    result = scm("export", "1", "--open", env=tool(tmp_path, "xdg-open"))
    assert result.code == 0, result
    opened = Path((tmp_path / "opened").read_text())
    assert opened.name == "smart-city-region-0001-2022-11-25-protokoll.eml"
    assert opened.read_bytes().startswith(b"X-Unsent: 1\r\n")
    assert result.out == ""
    assert str(opened) in result.err


def test_a_file_just_written_is_the_one_that_is_opened(scm: Scm, tmp_path: Path) -> None:
    assert scm("export", "1", "-o", "p.html", "--open", env=tool(tmp_path, "xdg-open")).code == 0
    assert (tmp_path / "opened").read_text() == str(scm.archive / "p.html")


def test_a_dry_run_opens_nothing(scm: Scm, tmp_path: Path) -> None:
    assert scm("export", "1", "--open", "--dry-run", env=tool(tmp_path, "xdg-open")).code == 0
    assert not (tmp_path / "opened").exists()
