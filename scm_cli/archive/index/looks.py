"""Looks at the files of many folders at once, in a second process too where there are enough for that."""

import marshal
import os
import sys
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from scm_cli.archive.index.stamps import details, folder_stamp

ENOUGH: Final = 100_000
"""From how many bytes of stamps on a second process pays: some 60 a file."""


def look(folder: Path) -> bytes:
    """Return what changes with any file of a folder; raises `OSError` where it cannot be listed."""
    return folder_stamp(details(folder))


def looked_at(
    folders: Mapping[str, Path], sizes: Mapping[str, int], meanwhile: Callable[[], object] | None = None
) -> dict[str, bytes]:
    """Return of many folders what changes with any file of each, in their order.

    Args:
        folders: by name.
        sizes: how long that was the last time, by name.
        meanwhile: is called while a second process looks at all folders; without it this one looks at half of them.

    Raises:
        OSError: a folder cannot be listed.
    """
    theirs: Collection[str] = ()
    if sum(sizes.get(name, 0) for name in folders) >= ENOUGH and _may_fork():
        theirs = folders.keys() if meanwhile else _half(folders, sizes)
    with _second([folders[name] for name in theirs]) as answer:
        if meanwhile:
            meanwhile()
        found = {name: look(folder) for name, folder in folders.items() if name not in theirs}
        found |= zip(theirs, answer(), strict=False)
    return {name: found[name] if name in found else look(folder) for name, folder in folders.items()}


def _half(folders: Iterable[str], sizes: Mapping[str, int]) -> Collection[str]:
    """Return folders with about half of the files."""
    halves: tuple[dict[str, None], dict[str, None]] = {}, {}
    weights = [0, 0]
    for name in sorted(folders, key=lambda name: sizes.get(name, 0), reverse=True):
        lighter = weights.index(min(weights))
        halves[lighter][name] = None
        weights[lighter] += sizes.get(name, 0)
    return halves[1]


def _may_fork() -> bool:
    """Say whether a second process can be started at no cost, and has a core of its own."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


@contextmanager
def _second(folders: Sequence[Path]) -> Iterator[Callable[[], list[bytes]]]:
    """Let a second process look at folders; yields what waits for its answer, which is empty where it gives none."""
    started = _started(folders) if folders else None
    if started is None:
        yield list
        return
    process, pipe = started
    try:
        with pipe:  # closed before the process is waited for: it would not end while nobody takes its answer
            yield lambda: _answer(pipe.read())
    finally:
        with suppress(ChildProcessError):  # where nobody is told of the end of children
            os.waitpid(process, 0)


def _started(folders: Sequence[Path]) -> tuple[int, BinaryIO] | None:
    """Start a process that looks at folders; return its number and its answer, None where there can be no more."""
    ours, theirs = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(ours)
        os.close(theirs)
        return None
    if not process:
        try:
            os.close(ours)
            with os.fdopen(theirs, "wb") as pipe:
                marshal.dump([look(folder) for folder in folders], pipe)
        finally:
            os._exit(0)  # whatever is wrong, the other one finds out; nothing of what it began is finished here
    os.close(theirs)
    return process, os.fdopen(ours, "rb")


def _answer(written: bytes) -> list[bytes]:
    try:
        return list(marshal.loads(written))  # noqa: S302 — of our own process
    except (EOFError, ValueError, TypeError):
        return []
