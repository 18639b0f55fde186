"""What cannot be installed is said and never measured: here pip and apt-get are stand-ins."""

import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from benchmarks import install, peers

WATSON = next(peer for peer in peers.PEERS if peer.name == "watson")
RECUTILS = replace(next(peer for peer in peers.PEERS if peer.name == "recutils"), binary="recsel-of-nowhere")


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Every command that was run; all of them fail."""
    run: list[list[str]] = []

    def failing(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        run.append(list(command))
        return subprocess.CompletedProcess(command, 1, "", "first\nno network\n")

    monkeypatch.setattr("subprocess.run", failing)
    monkeypatch.setattr("shutil.which", lambda name, path=None: None if path or "recsel" in name else name)
    return run


def test_a_failing_installation_is_a_sentence(
    commands: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    sentences = install.install([WATSON, RECUTILS], tmp_path)
    assert sentences == {"watson": "not installed: no network", "recutils": "not installed: no network"}
    assert [command[-1] for command in commands] == [str(tmp_path / "td-watson"), "recutils"]


def test_nobody_but_root_installs_packages_of_the_system(
    commands: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert "by the administrator" in install.install([RECUTILS], tmp_path)["recutils"]
    assert not commands


def test_what_is_there_is_not_installed_again(commands: list[list[str]], tmp_path: Path) -> None:
    assert install.install([replace(RECUTILS, binary="sh")], tmp_path) == {}
    assert not commands
