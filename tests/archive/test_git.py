"""What git knows about an unfinished merge."""

import subprocess
from pathlib import Path

import pytest
from clones import NEEDS_GIT, environ

from scm_cli.archive import git
from scm_cli.errors import NotFound, ScmError

FILE = Path("sessions/ä b/0002.toml")


def run(folder: Path, *args: str, ok: bool = True) -> None:
    done = subprocess.run(["git", *args], cwd=folder, env=environ(folder.parent), capture_output=True, check=False)
    assert (done.returncode == 0) is ok, done


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A working tree in the middle of a merge: both sides added a file, and one more was changed by both."""
    folder = tmp_path / "Ü"
    inside = folder / "Ablage" / FILE.parent
    inside.mkdir(parents=True)
    run(folder, "init", "--quiet", "--initial-branch=main")
    (inside / "0001.toml").write_text("1\n")
    run(folder, "add", ".")
    run(folder, "commit", "--quiet", "--message", "a")
    for branch in ("theirs", "main"):
        run(folder, "switch", "--quiet", *(["--create"] if branch == "theirs" else []), branch)
        (inside / "0001.toml").write_text(f"1 {branch}\n")
        (inside / "0002.toml").write_bytes(f"2 {branch} ä\r\n".encode())
        run(folder, "add", ".")
        run(folder, "commit", "--quiet", "--message", branch)
    run(folder, "merge", "theirs", ok=False)
    return folder / "Ablage"


@NEEDS_GIT
def test_both_versions_of_a_file_that_both_added(top: Path) -> None:
    git.ensure_both_added(top, FILE, "g/2")
    assert git.both_added(top, FILE)
    assert git.version(top, FILE, git.OURS) == "2 main ä\r\n".encode()
    assert git.version(top, FILE, git.THEIRS) == "2 theirs ä\r\n".encode()


@NEEDS_GIT
@pytest.mark.parametrize("path", [FILE.with_name("0001.toml"), FILE.with_name("0003.toml"), Path(":(top)*")])
def test_other_files_are_not_in_such_a_conflict(top: Path, path: Path) -> None:
    with pytest.raises(NotFound, match="g/1"):
        git.ensure_both_added(top, path, "g/1")


@NEEDS_GIT
def test_a_version_that_is_not_there(top: Path) -> None:
    with pytest.raises(FileNotFoundError):
        git.version(top, FILE, 1)


@NEEDS_GIT
def test_a_folder_that_git_does_not_know(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        git.ensure_both_added(tmp_path, FILE, "g/2")


def test_no_git_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ScmError, match="git") as caught:
        git.ensure_both_added(tmp_path, FILE, "g/2")
    assert "--from-git" in caught.value.remedy


@NEEDS_GIT
def test_no_program_that_the_folder_names_is_run(top: Path, tmp_path: Path) -> None:
    ran, program = tmp_path / "ran", tmp_path / "program"
    program.write_text(f"#!/bin/sh\n: > '{ran}'\n")
    program.chmod(0o755)
    run(top, "config", "core.fsmonitor", str(program))
    run(top, "ls-files", "--unmerged")
    assert ran.exists(), "what this measures can fail"
    ran.unlink()
    assert git.both_added(top, FILE)
    assert git.version(top, FILE, git.OURS) == "2 main ä\r\n".encode()
    assert not ran.exists()


@NEEDS_GIT
def test_nothing_is_fetched_where_git_could(top: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    helper = tmp_path / "helper"
    helper.write_text(f"#!/bin/sh\n: > '{ran}'\n")
    helper.chmod(0o755)
    for key, value in {
        "remote.origin.url": f"ext::{helper} %S",
        "remote.origin.promisor": "true",
        "extensions.partialClone": "origin",
        "core.repositoryFormatVersion": "1",
        "protocol.ext.allow": "always",
    }.items():
        run(top, "config", key, value)
    for packed in (top.parent / ".git" / "objects").glob("??/*"):
        packed.unlink()
    run(top, "show", f":2:./{FILE.as_posix()}", ok=False)
    assert ran.exists(), "what this measures can fail"
    ran.unlink()
    with pytest.raises(FileNotFoundError):
        git.version(top, FILE, git.OURS)
    assert not ran.exists()
