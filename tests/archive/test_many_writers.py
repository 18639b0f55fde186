"""Twenty processes that write to one session at once: every item is there, once."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

from support import Installed


def test_twenty_processes_add_to_one_session(archive: Path, installed: Installed) -> None:
    titles = [f"Punkt {number}" for number in range(20)]
    command = [sys.executable, "-m", "scm_cli", "agenda", "add", "1"]
    environ = {**installed.environ, "PYTHONDONTWRITEBYTECODE": os.environ.get("PYTHONDONTWRITEBYTECODE", "")}
    running = [
        subprocess.Popen([*command, title], env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for title in titles
    ]
    for process in running:
        _, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
    items = tomllib.loads((archive / "sessions/smart-city-region/0001.toml").read_text())["agenda"]
    assert sorted(item["title"] for item in items[5:]) == sorted(titles)
    assert len({item["id"] for item in items}) == 25
    assert [path.name for path in (archive / "sessions/smart-city-region").iterdir()] == ["0001.toml"]
