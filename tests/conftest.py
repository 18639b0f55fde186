"""Fixtures: a copy of the sample archive, and the program on it."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings
from support import PROJECT, SAMPLE, Installed, Scm

from scm_cli.archive.disk import Disk

# CI tries the same examples every time, so that a red run means a change; everybody else explores.
settings.register_profile("ci", derandomize=True, database=None)
if os.environ.get("CI"):
    settings.load_profile("ci")


# A shell in the background keeps Ctrl-C from what it starts, and scm leaves it so; the tests of Ctrl-C must not notice.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what scm remembers away from the user's own folders, whatever archive a test uses."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.mktemp("state"))


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample archive, with the state folder aside and paths shown relative to it."""
    folder = tmp_path / "archive"
    shutil.copytree(SAMPLE, folder)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def scm(archive: Path, monkeypatch: pytest.MonkeyPatch) -> Scm:
    """The program on a copy of the sample archive."""
    return Scm(archive, monkeypatch)


@pytest.fixture(scope="session")
def preparation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the archive is kept that `prepared` copies: it takes a second to make."""
    return tmp_path_factory.mktemp("preparation") / "made"


@pytest.fixture
def prepared(scm: Scm, preparation: Path) -> Scm:
    """The program on an archive in which every example of the help pages has something to work on."""
    from docs.test_readme import prepare

    surroundings = scm.archive.parent
    if preparation.exists():
        shutil.copytree(preparation, surroundings, dirs_exist_ok=True)
    else:
        prepare(scm)
        shutil.copytree(surroundings, preparation)
    return scm


@pytest.fixture
def installed(archive: Path, tmp_path: Path) -> Installed:
    """The program as a process of its own, on a copy of the sample archive."""
    return Installed(archive, tmp_path)


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scm:
    """The program on a copy of the fixture archive, some weeks after its session."""
    folder = tmp_path / "region"
    shutil.copytree(PROJECT / "tests" / "fixtures" / "beispielregion", folder)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(folder)
    scm = Scm(folder, monkeypatch)
    scm.now = datetime.fromisoformat("2024-10-20T11:00:00+02:00")
    return scm


class Stopping(Disk):
    """A disk on which the replacement with this number goes wrong."""

    def __init__(self, stop: int, fault: BaseException) -> None:
        self.left = stop
        self.fault = fault

    def replace(self, source: Path, target: Path) -> None:
        self.left -= 1
        if not self.left:
            raise self.fault
        super().replace(source, target)


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int, BaseException], None]]:
    """Let the archive's disk fail at one replacement; 0 mends it."""

    def use(stop: int, fault: BaseException) -> None:
        monkeypatch.setattr("scm_cli.archive.files.Disk", lambda: Stopping(stop, fault))

    yield use
    monkeypatch.undo()
