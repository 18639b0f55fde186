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
    missing = [peer for peer in peers if not found(peer, tools)]
    failed = dict(_apt([peer for peer in missing if peer.debian]))
    for peer in missing:
        if not peer.debian:
            failed[peer.name] = _pip(peer.package, tools / peer.package)
        if not failed.get(peer.name) and not found(peer, tools):
            failed[peer.name] = f"not installed: {peer.package} brought no command {peer.binary}"
    return {name: sentence for name, sentence in failed.items() if sentence}


def _apt(peers: list[Peer]) -> Iterable[tuple[str, str]]:
    if not peers:
        return
    command = ("apt-get", "install", "-y", "-qq", *(peer.package for peer in peers))
    sentence = f"not installed: this needs „{' '.join(command)}“ by the administrator"
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(" ".join(command), file=sys.stderr)
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        sentence = _why(done) if done.returncode else ""
    for peer in peers:
        yield peer.name, sentence


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
