"""Reads many sessions for the index, on all cores where there are enough of them."""

import os
import sys
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from scm_cli.archive.collecting import uncollected
from scm_cli.archive.strays import holds_marker
from scm_cli.errors import BadData
from scm_cli.model.group import Group
from scm_cli.model.refs import SessionRef
from scm_cli.query.entries import Entry, entry
from scm_cli.query.rows import Register, Source

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from queue import SimpleQueue

    from scm_cli.archive.archive import Archive, StoredSession

CHUNK: Final = 20
"""How many sessions are read at once."""
MANY: Final = 400
"""From how many sessions on it pays to start processes."""
_MOST: Final = 4
"""How many processes take part at most: the one that writes cannot serve more."""
_AHEAD: Final = 8
"""How many chunks a process is given in advance, so that it never waits while this one reads or writes."""


class Reading(NamedTuple):
    """What came of reading a session's file: an entry, an error, or neither where it is no longer there."""

    ref: SessionRef
    entry: Entry | None
    error: BadData | None


class Surroundings(NamedTuple):
    """What every session is read with."""

    groups: Mapping[str, Group]
    register: Register


def read_all(archive: "Archive", refs: Sequence[SessionRef], known: Surroundings) -> Iterator[list[Reading]]:
    """Yield what came of reading sessions, chunk by chunk, in any order."""
    with uncollected():  # a tenth of the time would go into looking for circles, of which sessions have none
        yield from _shared(archive, refs, known)


def _shared(archive: "Archive", refs: Sequence[SessionRef], known: Surroundings) -> Iterator[list[Reading]]:
    chunks = deque(refs[start : start + CHUNK] for start in range(0, len(refs), CHUNK))
    with _helpers(archive, known, _cores() - 1 if len(refs) >= MANY else 0) as helpers:
        given: dict[Any, deque[Sequence[SessionRef]]] = {one: deque() for one in helpers}
        while chunks or any(given.values()):
            for helper, waiting in given.items():
                _give(helper, waiting, chunks)
            if chunks:
                yield read_some(archive, chunks.popleft(), known)
            for helper, waiting in list(given.items()):
                try:
                    while waiting and (not chunks or helper.poll()):
                        yield helper.recv()
                        waiting.popleft()
                except (EOFError, OSError):  # it was killed: what it was given is read here
                    chunks.extend(given.pop(helper))


def _give(helper: "Connection", waiting: deque[Sequence[SessionRef]], chunks: deque[Sequence[SessionRef]]) -> None:
    """Give a process chunks in advance, fewer towards the end so that nobody has to wait for it then."""
    while len(waiting) < min(_AHEAD, len(chunks) - 1):
        waiting.append(chunks.popleft())
        try:
            helper.send(waiting[-1])
        except OSError:  # it was killed, which shows when its answer is waited for
            return


def read_some(archive: "Archive", refs: Sequence[SessionRef], known: Surroundings) -> list[Reading]:
    """Return what came of reading a few sessions.

    All files are read before rows are made of any: a processor does many times the same faster than two in turn.
    """
    return [_reading(ref, found, known) for ref, found in [(ref, _found(archive, ref)) for ref in refs]]


def _found(archive: "Archive", ref: SessionRef) -> "StoredSession | BadData | None":
    try:
        return archive.session(ref)
    except BadData as error:
        return error
    except FileNotFoundError:
        return None


def _reading(ref: SessionRef, found: "StoredSession | BadData | None", known: Surroundings) -> Reading:
    if found is None or isinstance(found, BadData):
        return Reading(ref, None, found)
    source = Source(ref, found.value, known.groups.get(ref.group), known.register)
    return Reading(ref, entry(source, marked=holds_marker(found.data)), None)


def _cores() -> int:
    known = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(known, _MOST)


@contextmanager
def _helpers(archive: "Archive", known: Surroundings, count: int) -> "Iterator[list[Connection]]":
    """Start processes that read sessions; they end when this one does, even if it is killed."""
    if count < 1:
        yield []
        return
    import multiprocessing

    context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    ends: list[Connection] = []
    processes = []
    try:
        for _ in range(count):
            ours, theirs = context.Pipe()
            ends.append(ours)
            inherited = list(ends) if sys.platform == "linux" else []
            process = context.Process(target=_help, args=(theirs, inherited, archive.files.root, known), daemon=True)
            process.start()
            theirs.close()
            processes.append(process)
        yield ends
    finally:
        for end in ends:
            end.close()
        for process in processes:
            process.terminate()
            process.join()


def _help(end: "Connection", inherited: "list[Connection]", root: Any, known: Surroundings) -> None:
    """Read what is asked for until nobody asks any more.

    A pipe takes less than one answer before the other side looks at it, so reading goes on in a thread while
    an answer waits to be taken.
    """
    import gc
    import signal
    from queue import SimpleQueue
    from threading import Thread

    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for one in inherited:  # else the end of the asking process would not be seen here
        one.close()
    answers: SimpleQueue[list[Reading] | None] = SimpleQueue()
    Thread(target=_answer, args=(end, answers, root, known), daemon=True).start()
    with suppress(OSError):  # nobody is there any more
        for answer in iter(answers.get, None):
            end.send(answer)


def _answer(end: "Connection", answers: "SimpleQueue[list[Reading] | None]", root: Any, known: Surroundings) -> None:
    """Read what is asked for; None is the last answer, whatever happens."""
    from scm_cli.archive.archive import Archive
    from scm_cli.archive.files import Files

    archive = Archive(Files(root))
    try:
        with suppress(EOFError, OSError):
            while True:
                answers.put(read_some(archive, end.recv(), known))
    finally:
        answers.put(None)
