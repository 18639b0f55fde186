"""Disks that are full, read-only or know no locks, clocks that go back, files that vanish: nothing is lost."""

import errno
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from support import Installed, Result, Scm
from trees import tree

from scm_cli.archive.files import Files

CHANGES = {
    "agenda": ["agenda", "add", "1", "Neues"],
    "session": ["session", "add", "2030-01-08"],
    "attendee": ["attendee", "add", "Jana Beispiel"],
    "attachment": ["attachment", "add", "1", "plan.pdf"],
    "finalize": ["session", "finalize", "1", "--unreached-as", "done", "--yes"],
    "remove": ["session", "remove", "2", "--yes"],
}
READS = [["list"], ["show", "1"], ["agenda", "list"], ["export", "1"], ["check"], ["attendee", "list", "--json"]]
each_change = pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)


def given(archive: Path) -> Path:
    """Add to the sample archive what the changes need."""
    (archive / "plan.pdf").write_bytes(b"%PDF" + bytes(200_000))
    (archive / "sessions/smart-city-region/0002.toml").write_text("schema = 1\nnumber = 2\ndate = 2030-01-01\n")
    return archive


def told(result: Result, reason: str) -> None:
    """Prove that a run failed with one sentence and a remedy, and for that reason."""
    assert (result.code, result.out) == (1, ""), result
    assert result.err.startswith("scm: error: ")
    assert reason in result.err
    assert len(result.err.splitlines()) <= 2
    assert "Traceback" not in result.err


# disks of their own


def mount(*args: str) -> bool:
    """Mount or unmount something; say whether this system let us."""
    return subprocess.run([*args], capture_output=True, check=False).returncode == 0


@pytest.fixture
def disk(installed: Installed, tmp_path: Path) -> Iterator[Installed]:
    """The program on an archive that lies on a small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not mount("mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(folder)):
        pytest.skip("no disk may be mounted here")
    try:
        shutil.copytree(installed.archive, folder / "archive")
        installed.archive = given(folder / "archive")
        installed.environ["SCM_DATA"] = str(installed.archive)
        yield installed
    finally:
        mount("umount", "-l", str(folder))


def fill(folder: Path) -> Path:
    """Write until nothing fits any more."""
    path = folder / "full"
    with path.open("wb", buffering=0) as file:
        for size in (4096, 512, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue
    return path


@each_change
def test_a_full_disk_is_told_and_the_archive_stays(disk: Installed, change: list[str]) -> None:
    full = fill(disk.archive.parent)
    before = tree(disk.archive)
    result = disk(*change)
    if change[1] == "remove":  # to move a file takes no space
        assert result.code == 0
        return
    told(result, "No space left on device")
    assert {name: data for name, data in tree(disk.archive).items() if not name.endswith("/")} == {
        name: data for name, data in before.items() if not name.endswith("/")
    }
    for line in READS:
        assert disk(*line).code == 0
    full.unlink()
    assert disk(*change).code == 0
    assert [name for name in tree(disk.archive) if ".scm-" in name] == []


@each_change
def test_a_disk_that_may_only_be_read_is_told_and_can_be_read(disk: Installed, change: list[str]) -> None:
    before = tree(disk.archive, but=())
    if not mount("mount", "-o", "remount,ro", str(disk.archive.parent)):
        pytest.skip("no disk may be mounted read-only here")
    told(disk(*change), "Read-only file system")
    assert tree(disk.archive, but=()) == before
    for line in READS:
        assert disk(*line).code == 0
    assert disk(*change, "--dry-run").code == 0


@each_change
def test_a_file_that_may_not_grow_is_told(installed: Installed, change: list[str]) -> None:
    """A quota, as far as any user can set one."""
    before = tree(given(installed.archive))
    done = subprocess.run(
        [sys.executable, "-m", "scm_cli", *change],
        capture_output=True,
        text=True,
        check=False,
        env=installed.environ,
        cwd=installed.archive,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (30, 30)),
    )
    if change[1] == "remove":
        assert done.returncode == 0
        return
    told(Result(done.returncode, done.stdout, done.stderr), "File too large")
    after = tree(installed.archive)
    assert {name: after[name] for name in before} == before
    assert [name for name in after if ".scm-" in name] == []


# permissions, as a fault below the commands: root may do everything


@each_change
@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS, errno.EPERM])
def test_an_archive_that_may_not_be_written_is_told(
    scm: Scm, change: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(given(scm.archive), but=())
    refusing(monkeypatch, scm.archive, code)
    told(scm(*change), os.strerror(code))
    for line in READS:
        assert scm(*line).code == 0
    assert tree(scm.archive, but=()) == before


def refusing(monkeypatch: pytest.MonkeyPatch, folder: Path, code: int) -> None:
    """Let the system refuse to make or change anything below a folder."""

    def guarded(name: str, writes: Callable[..., bool]) -> None:
        real = getattr(os, name)

        def call(path: object, *args: object, **more: object) -> object:
            inside = isinstance(path, (str, os.PathLike)) and Path(os.path.abspath(path)).is_relative_to(folder)  # noqa: PTH100
            if inside and writes(*args):
                raise OSError(code, os.strerror(code), str(path))
            return real(path, *args, **more)

        monkeypatch.setattr(os, name, call)

    changing = os.O_WRONLY | os.O_RDWR | os.O_CREAT
    guarded("open", lambda flags, *_: bool(flags & changing))
    for name in ("mkdir", "rename", "replace", "unlink", "chmod"):
        guarded(name, lambda *_: True)


# no locks


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is missing")
@pytest.mark.parametrize("code", ["ENOLCK", "ENOSYS", "EOPNOTSUPP", "EINVAL"])
def test_a_folder_without_locks_is_warned_about_and_written_to(installed: Installed, code: str) -> None:
    line = [sys.executable, "-m", "scm_cli", "agenda", "add", "1", "Neues"]
    done = subprocess.run(
        ["strace", "-o", os.devnull, "-e", "trace=flock", "-e", f"inject=flock:error={code}", *line],
        capture_output=True,
        text=True,
        check=False,
        env=installed.environ,
        cwd=installed.archive,
    )
    if "ptrace" in done.stderr:
        pytest.skip("no process may be traced here")
    assert (done.returncode, done.stdout) == (0, "smart-city-region/1#neues\n"), done.stderr
    assert done.stderr.count("knows no locks") == 1
    assert len(done.stderr.splitlines()) == 2
    assert "Traceback" not in done.stderr
    assert [name for name in tree(installed.archive) if ".scm-" in name] == []


def test_without_locks_nobody_clears_away_what_another_writes(scm: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    import filelock

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOLCK, "none")

    other = scm.archive / "sessions" / "smart-city-region" / ".scm-1-0001.toml"
    other.write_text("schema = 1\n")
    (scm.archive / ".scm-writing").write_text("")
    monkeypatch.setattr(filelock.FileLock, "acquire", refuse)
    scm.ok("agenda", "add", "1", "Neues")
    assert other.exists()
    monkeypatch.undo()
    with Files(scm.archive).lock():
        assert not other.exists()
    assert not (scm.archive / ".scm-writing").exists()


# clocks


@pytest.mark.parametrize("back", [timedelta(seconds=1), timedelta(days=1), timedelta(days=4_000)])
def test_a_clock_that_goes_back_breaks_nothing(scm: Scm, back: timedelta) -> None:
    given(scm.archive)
    lines = [
        *(CHANGES[name] for name in ("agenda", "session", "attendee", "attachment")),
        ["task", "add", "1:1", "Folien senden", "--due", "in 2 weeks"],
        ["task", "done", "A1-1"],
        CHANGES["finalize"],
        ["session", "reopen", "1", "--reason", "Nachtrag"],
        CHANGES["remove"],
    ]
    for line in lines:
        result = scm(*line)
        assert result.code == 0 or (line[1] in ("finalize", "reopen") and back.days > 9), result
        scm.now -= back
        future = scm.now.timestamp() + 10**9
        for path in scm.archive.rglob("*.toml"):
            os.utime(path, (future, future))
    assert "Traceback" not in scm("check").err
    for line in READS[:-2]:
        assert scm(*line).code == 0
    assert [name for name in tree(scm.archive) if ".scm-" in name] == []


# files that vanish while they are listed


LISTS = [["list"], ["agenda", "list"], ["attendee", "list"], ["task", "list"], ["attendance", "list"], ["show", "last"]]


@pytest.mark.parametrize("line", LISTS, ids=" ".join)
@pytest.mark.parametrize("name", ["sessions/smart-city-region/0003.toml", "attendees/gone.toml", "groups/gone.toml"])
def test_a_file_that_vanishes_while_listed_is_no_longer_there(
    scm: Scm, line: list[str], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(scm.archive)
    usual = scm(*line)
    path, listdir = scm.archive / name, os.listdir
    path.write_text("schema = 1\n")

    def gone(folder: str = ".") -> list[str]:
        found = listdir(folder)
        path.unlink(missing_ok=path.name not in found)
        return found

    monkeypatch.setattr(os, "listdir", gone)
    assert scm(*line) == usual


def test_what_is_listed_may_be_gone_a_moment_later(scm: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = [scm(*line) for line in READS]
    listed = Files.listed

    def more(files: Files, folder: Path) -> list[Path]:
        return [*listed(files, folder), folder / "9999.toml", folder / "zz.toml"]

    monkeypatch.setattr(Files, "listed", more)
    assert [scm(*line) for line in READS] == usual
