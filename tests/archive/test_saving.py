"""Saving: whatever goes wrong, the old file or the new one is there, and nothing else."""

import errno
import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scm_cli.archive import files as files_module
from scm_cli.archive.disk import Disk
from scm_cli.archive.files import Files
from scm_cli.errors import BadData, Conflict, ScmError

OLD, NEW = b"schema = 1\n", b"schema = 1\n# new\n"
NAME = Path("sessions") / "g" / "0001.toml"


class Failing(Disk):
    """A disk on which one step goes wrong."""

    def __init__(self, step: str, fault: BaseException | Callable[[], None]) -> None:
        self.step = step
        self.fault = fault

    def _try(self, step: str) -> None:
        if step == self.step:
            if isinstance(self.fault, BaseException):
                raise self.fault
            self.fault()

    def create(self, path: Path) -> int:
        self._try("create")
        return super().create(path)

    def write(self, descriptor: int, data: bytes) -> None:
        super().write(descriptor, data[:5])
        self._try("write")
        super().write(descriptor, data[5:])

    def sync(self, descriptor: int) -> None:
        self._try("sync")
        super().sync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._try("replace")
        super().replace(source, target)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one session file of a mode of its own."""
    path = tmp_path / NAME
    path.parent.mkdir(parents=True)
    path.write_bytes(OLD)
    path.chmod(0o640)
    return tmp_path


def lying(folder: Path) -> list[str]:
    """Return the names of all files, the lock left out."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and path.name != ".scm.lock")


@pytest.mark.parametrize("step", ["create", "write", "sync", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_a_step_that_fails_leaves_the_old_file(folder: Path, step: str, code: int) -> None:
    files = Files(folder, disk=Failing(step, OSError(code, os.strerror(code))))
    with pytest.raises(ScmError, match=os.strerror(code)) as caught:
        files.write(NAME, NEW)
    assert caught.value.exit_code == 1
    assert "0001.toml" in caught.value.message
    assert (folder / NAME).read_bytes() == OLD
    assert lying(folder) == ["0001.toml"]


class Guarded(Disk):
    """A disk on which a file may not be changed, as its user or another system says."""

    def writable(self, path: Path) -> bool:
        return path.name != NAME.name


def test_a_file_that_may_not_be_changed_stays_though_its_folder_would_take_another(folder: Path) -> None:
    files = Files(folder, disk=Guarded())
    with pytest.raises(ScmError, match="Permission denied"):
        files.write(NAME, NEW)
    assert (folder / NAME).read_bytes() == OLD
    assert lying(folder) == ["0001.toml"]
    files.write(NAME.with_name("0002.toml"), NEW)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_file_stays(folder: Path) -> None:
    (folder / NAME).chmod(0o440)
    with pytest.raises(ScmError, match="Permission denied"):
        Files(folder).write(NAME, NEW)
    assert (folder / NAME).read_bytes() == OLD


@pytest.mark.parametrize("step", ["create", "write", "sync", "replace"])
def test_ctrl_c_in_a_step_leaves_the_old_file(folder: Path, step: str) -> None:
    files = Files(folder, disk=Failing(step, KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        files.write(NAME, NEW)
    assert (folder / NAME).read_bytes() == OLD
    assert lying(folder) == ["0001.toml"]


@pytest.mark.parametrize("step", ["create", "write", "sync", "replace"])
def test_a_kill_in_a_step_leaves_one_file_and_the_next_run_clears_up(folder: Path, step: str) -> None:
    child = os.fork()
    if child == 0:
        killed = Failing(step, lambda: os.kill(os.getpid(), signal.SIGKILL))
        writer = Files(folder, disk=killed)
        with writer.lock():
            writer.write(NAME, NEW)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    assert (folder / NAME).read_bytes() == OLD
    files = Files(folder)
    with files.lock():
        files.write(NAME, NEW)
    assert (folder / NAME).read_bytes() == NEW
    assert lying(folder) == ["0001.toml"]


def test_the_mode_is_kept_and_new_files_get_the_users(folder: Path) -> None:
    files = Files(folder)
    files.write(NAME, NEW)
    assert stat.S_IMODE((folder / NAME).stat().st_mode) == 0o640
    mask = os.umask(0o027)
    try:
        files.write(NAME.with_name("0002.toml"), NEW)
    finally:
        os.umask(mask)
    assert stat.S_IMODE((folder / NAME).with_name("0002.toml").stat().st_mode) == 0o640


def test_a_link_inside_is_followed_and_stays_a_link(folder: Path) -> None:
    link = folder / "sessions" / "g" / "0002.toml"
    link.symlink_to("0001.toml")
    files = Files(folder)
    assert files.read(link.relative_to(folder)) == OLD
    files.write(link.relative_to(folder), NEW)
    assert link.is_symlink()
    assert (folder / NAME).read_bytes() == NEW


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_link_out_of_the_archive_is_refused(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, what: str
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "0001.toml").write_bytes(OLD)
    if what == "file":
        (folder / NAME).unlink()
        (folder / NAME).symlink_to(outside / "0001.toml")
    else:
        (folder / NAME).unlink()
        (folder / NAME).parent.rmdir()
        (folder / NAME).parent.symlink_to(outside)
    files = Files(folder)
    with pytest.raises(BadData, match="out of the archive"):
        files.read(NAME)
    with pytest.raises(BadData, match="out of the archive"):
        files.write(NAME, NEW)
    assert (outside / "0001.toml").read_bytes() == OLD
    assert [path.name for path in outside.iterdir()] == ["0001.toml"]


def test_what_is_no_file_is_named(folder: Path) -> None:
    group = folder / "sessions" / "g"
    (group / "0002.toml").mkdir()
    os.mkfifo(group / "0003.toml")
    with (group / "0004.toml").open("wb") as big:
        big.truncate(50_000_000)
    for number, sentence in ((2, "this is a folder"), (3, "not a regular file"), (4, "the file has 50 MB")):
        with pytest.raises(BadData, match=sentence):
            Files(folder).read(Path(f"sessions/g/{number:04}.toml"))


def test_the_lock_is_waited_for_and_then_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_module, "LOCK_SECONDS", 0.2)
    code = (
        "import filelock, sys, time\n"
        "lock = filelock.FileLock(sys.argv[1])\n"
        "lock.acquire()\n"
        "print(1, flush=True)\n"
        "time.sleep(60)\n"
    )
    holder = subprocess.Popen([sys.executable, "-c", code, str(folder / ".scm.lock")], stdout=subprocess.PIPE)
    try:
        assert holder.stdout
        assert holder.stdout.readline() == b"1\n"
        with pytest.raises(Conflict, match=r"\.scm\.lock") as caught, Files(folder).lock():
            pass
        assert caught.value.exit_code == 5
    finally:
        holder.kill()
        holder.communicate()
    with Files(folder).lock():  # a killed holder holds nothing
        assert (folder / ".scm.lock").exists()
    assert (folder / ".scm.lock").exists(), "the lock's file is kept"


@pytest.mark.parametrize("fault", [OSError(errno.ENOLCK, "none"), OSError(errno.ENOSYS, "no"), NotImplementedError()])
def test_a_file_system_without_locks_is_warned_about_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    import filelock

    def refuse(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(filelock.FileLock, "acquire", refuse)
    said: list[str] = []
    files = Files(folder, warn=said.append)
    with files.lock(), files.lock():
        files.write(NAME, NEW)
    assert len(said) == 1
    assert "locks" in said[0]
    assert (folder / NAME).read_bytes() == NEW


def test_the_trash_keeps_everything_under_its_own_name(folder: Path) -> None:
    files = Files(folder)
    assert files.discard(NAME) == Path(".trash") / NAME
    files.write(NAME, NEW)
    assert files.discard(NAME) == Path(".trash/sessions/g/0001-2.toml")
    assert (folder / ".trash" / NAME).read_bytes() == OLD
    assert (folder / ".trash/sessions/g/0001-2.toml").read_bytes() == NEW
    assert not (folder / NAME).exists()


def test_the_next_writer_clears_up_in_every_folder(folder: Path) -> None:
    left = [folder / name for name in (".scm-1-a", "groups/.scm-1-b.toml", "attachments/g/0001/plan/.scm-1-c.pdf")]
    kept = [folder / name for name in (".git/.scm-1-d", ".trash/.scm-1-e", "groups/a.toml")]
    for path in (*left, *kept):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(OLD)
    with Files(folder).lock():
        assert all(path.exists() for path in left), "nobody says that a writer was killed"
    (folder / ".scm-writing").write_bytes(b"")
    with Files(folder).lock():
        assert not any(path.exists() for path in left)
    assert all(path.exists() for path in kept)
    assert not (folder / ".scm-writing").exists()


@pytest.mark.parametrize("name", [".scm.lock", ".scm-writing"])
def test_a_folder_where_a_lock_or_a_mark_belongs_is_named(folder: Path, name: str) -> None:
    (folder / name).mkdir()
    with (
        pytest.raises(ScmError, match=f"/{re.escape(name)} could not be written: Is a directory$"),
        Files(folder).lock(),
    ):
        pass
    assert (folder / NAME).read_bytes() == OLD


def test_a_writer_is_marked_only_while_it_writes(folder: Path) -> None:
    mark = folder / ".scm-writing"
    files = Files(folder)
    with files.lock():
        assert not mark.exists()
        files.write(NAME, NEW)
        assert mark.exists()
        assert (folder / NAME).read_bytes() == NEW
    assert not mark.exists()
    stopped = Files(folder, disk=Failing("replace", KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt), stopped.lock():
        stopped.write(NAME, OLD)
    assert not mark.exists()
