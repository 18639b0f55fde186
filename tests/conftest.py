"""Fixtures: a copy of the sample archive, and the program on it."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from support import SAMPLE, Installed, Scm

# CI tries the same examples every time, so that a red run means a change; everybody else explores.
settings.register_profile("ci", derandomize=True, database=None)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(scope="session", autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what scm remembers away from the user's own state folder, whatever archive a test uses."""
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


@pytest.fixture
def installed(archive: Path, tmp_path: Path) -> Installed:
    """The program as a process of its own, on a copy of the sample archive."""
    return Installed(archive, tmp_path)
