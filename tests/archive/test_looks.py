"""Two processes see of many folders what one sees, whatever becomes of the second."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scm_cli.archive.index import looks
from scm_cli.archive.index.looks import look, looked_at

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process looks at all folders")
TEXT = "no answer"
SIZES = {f"g{n}": n for n in range(9)}


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """Folders of some files each, of which the last is missing; two cores, and no file is too few."""
    for name, files in SIZES.items():
        (tmp_path / name).mkdir()
        for n in range(files):
            (tmp_path / name / f"{n:04}.toml").write_text("x" * n)
    monkeypatch.setattr(looks, "ENOUGH", 0)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    return {name: tmp_path / name for name in (*SIZES, "missing")}


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that are started."""
    found: list[int] = []
    fork = os.fork

    def noted() -> int:
        found.append(fork())
        return found[-1]

    monkeypatch.setattr(os, "fork", noted)
    return found


def children() -> bool:
    """Say whether a child of this process was not waited for."""
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return False
    return True


def alone(folders: dict[str, Path]) -> dict[str, bytes]:
    return {name: look(folder) for name, folder in folders.items()}


@pytest.mark.parametrize("meanwhile", [None, bool])
def test_both_see_what_one_sees(
    folders: dict[str, Path], forked: list[int], meanwhile: Callable[[], object] | None
) -> None:
    found = looked_at(folders, SIZES, meanwhile)
    assert list(found.items()) == list(alone(folders).items())
    assert len(forked) == 1
    assert not children()


def test_each_looks_at_about_half_of_the_files() -> None:
    half = looks._half(SIZES, SIZES)
    assert sum(SIZES[name] for name in half) in (17, 18, 19)


def _dies(_: Path) -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def _fails(_: Path) -> bytes:
    raise OSError


@pytest.mark.parametrize("end", [_dies, _fails], ids=["killed", "failing"])
@pytest.mark.parametrize("meanwhile", [None, bool])
def test_where_the_second_gives_no_answer_the_first_looks_itself(
    folders: dict[str, Path],
    monkeypatch: pytest.MonkeyPatch,
    end: Callable[[Path], bytes],
    meanwhile: Callable[[], object] | None,
) -> None:
    expected, first = alone(folders), os.getpid()

    def one(folder: Path) -> bytes:
        return look(folder) if os.getpid() == first else end(folder)

    monkeypatch.setattr(looks, "look", one)
    assert looked_at(folders, SIZES, meanwhile) == expected
    assert not children()


def test_an_answer_that_is_cut_off_is_none(folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    expected = alone(folders)
    answer = looks._answer
    monkeypatch.setattr(looks, "_answer", lambda written: answer(written[:-3]))
    assert looked_at(folders, SIZES) == expected


def test_a_folder_that_cannot_be_listed_is_told_and_no_process_stays(folders: dict[str, Path]) -> None:
    folders["link"] = folders["g3"].with_name("link")
    folders["link"].symlink_to(folders["g3"])
    for meanwhile in (None, bool):
        with pytest.raises(OSError, match="link"):
            looked_at(folders, SIZES, meanwhile)
        assert not children()


def test_what_goes_wrong_meanwhile_leaves_no_process(folders: dict[str, Path], forked: list[int]) -> None:
    def meanwhile() -> None:
        raise ValueError(TEXT)

    with pytest.raises(ValueError, match=TEXT):
        looked_at(folders, SIZES, meanwhile)
    assert len(forked) == 1
    assert not children()


def test_a_process_whose_long_answer_nobody_takes_ends(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile() -> None:
        raise ValueError(TEXT)

    monkeypatch.setattr(looks, "look", lambda _: b"x" * 1_000_000)
    with pytest.raises(ValueError, match=TEXT):
        looked_at(folders, SIZES, meanwhile)
    assert not children()


def test_where_there_can_be_no_more_processes_one_looks_alone(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", full)
    before = len(list(Path("/proc/self/fd").iterdir()))
    assert looked_at(folders, SIZES) == alone(folders)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_no_process_is_started_for_few_files_one_core_or_beside_a_thread(
    folders: dict[str, Path], forked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = alone(folders)
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    assert looked_at(folders, SIZES) == expected
    ended.set()
    thread.join()
    monkeypatch.setattr(looks, "ENOUGH", 100_000)
    assert looked_at(folders, SIZES) == expected
    monkeypatch.setattr(looks, "ENOUGH", 0)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert looked_at(folders, SIZES) == expected
    assert forked == []


def test_the_second_ends_with_the_first(folders: dict[str, Path], tmp_path: Path) -> None:
    """A process that is killed while it waits leaves no other one behind."""
    note, fork = tmp_path / "second", os.fork
    process = fork()
    if not process:

        def noted() -> int:
            second = fork()
            if second:
                note.write_text(str(second))
            return second

        try:
            os.fork = noted
            looked_at(folders, SIZES, lambda: os.kill(os.getpid(), signal.SIGKILL))
        finally:
            os._exit(1)
    assert os.WTERMSIG(os.waitpid(process, 0)[1]) == signal.SIGKILL
    deadline = time.monotonic() + 10
    while runs(int(note.read_text())) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not runs(int(note.read_text()))


def runs(process: int) -> bool:
    """Say whether a process has not ended; one for whose end nobody waited has."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
