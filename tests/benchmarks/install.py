"""Puts the other programs on the machine: from PyPI each into an environment of its own, from Debian by apt."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.peers import Peer, found


def install(peers: Iterable[Peer], tools: Path) -> dict[str, str]:
    """Install what is missing; return a sentence for each program that could not be had."""
    failed = {}
    for peer in peers:
        if not found(peer, tools):
            why = _apt(peer.package) if peer.debian else _pip(peer.package, tools / peer.package)
            if not why and not found(peer, tools):
                why = f"not installed: {peer.package} brought no command {peer.binary}"
            if why:
                failed[peer.name] = why
    return failed


def _apt(package: str) -> str:
    """Install a package of Debian; return why not, or nothing."""
    command = ("apt-get", "install", "-y", "-qq", package)
    if os.geteuid() or not shutil.which("apt-get"):
        return f"not installed: this needs „{' '.join(command)}“ by the administrator"
    print(" ".join(command), file=sys.stderr)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return _why(done) if done.returncode else ""


def _pip(package: str, place: Path) -> str:
    """Install a package into a new environment; return why not, or nothing."""
    print(f"pip install {package}", file=sys.stderr)
    for command in (
        (sys.executable, "-m", "venv", "--clear", str(place)),
        (str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", package),
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            shutil.rmtree(place, ignore_errors=True)
            return _why(done)
    return ""


def _why(done: subprocess.CompletedProcess[str]) -> str:
    last = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
    return f"not installed: {last[-1]}"
