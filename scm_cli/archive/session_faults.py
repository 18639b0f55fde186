"""What is wrong in the files of sessions, between them, and between them and all other files."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shlex import join
from typing import Final

from scm_cli.archive.archive import Archive, StoredSession
from scm_cli.archive.attendance_faults import attendance_faults
from scm_cli.archive.carried_faults import carried_faults
from scm_cli.archive.files import leads_inside
from scm_cli.archive.mending import editing
from scm_cli.archive.placed import placed
from scm_cli.archive.seal_faults import seal_faults
from scm_cli.archive.sealed_text import restoring
from scm_cli.errors import Problem
from scm_cli.locale import faults as say
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group
from scm_cli.model.guard import is_closed
from scm_cli.model.references import Reference, references
from scm_cli.model.refs import SessionRef, parse_decision, parse_session
from scm_cli.model.replacement import Replacements
from scm_cli.model.validity import Where

Found = tuple[Problem, str]


@dataclass(frozen=True)
class Around:
    """What sessions are compared with.

    Args:
        archive: where they lie.
        session: gives a session; None where its file cannot be read.
        refs: the sessions that have a file, even one that cannot be read.
        people: the keys of the people who have one.
        groups: those that can be read, by key.
        register: the people that can be read, by key.
        complete: whether these are all.
    """

    archive: Archive
    session: Callable[[SessionRef], StoredSession | None]
    refs: Container[SessionRef]
    people: Container[str]
    groups: Mapping[str, Group]
    register: Mapping[str, Attendee]
    complete: bool


def own_faults(around: Around, stored: StoredSession) -> Iterator[Found]:
    """Yield what is wrong between one session and the other files, with its seal, and with its attendance."""
    yield from between(around, stored)
    if around.complete:
        yield from attendance_faults(around.archive, stored, around.groups.get(stored.ref.group), around.register)


def between(around: Around, stored: StoredSession) -> Iterator[Found]:
    """Yield what is wrong between one session and the other files, and with its seal."""
    if stored.value.number != stored.ref.number:
        found = say.OTHER_NUMBER(name=stored.path.name, value=stored.value.number)
        yield _fault(around.archive, stored, ("number",), found, editing(around.archive.files.name(stored.path)))
    for reference in references(stored.value):
        if found := _TESTS[reference.kind](around, reference):
            mend = _mending(around.archive, stored, reference)
            yield _fault(around.archive, stored, reference.where, found, mend)
    yield from seal_faults(around.archive, stored)


def faults_across(archive: Archive, sessions: Sequence[StoredSession], known: Replacements) -> Iterator[Found]:
    """Yield what is wrong between sessions.

    Args:
        archive: where they lie.
        sessions: in the archive's order.
        known: which decisions replace which, of all sessions.
    """
    yield from _numbers(archive, sessions)
    yield from _circles(archive, sessions, known)
    yield from carried_faults(archive, sessions)


def _fault(archive: Archive, stored: StoredSession, where: Where, found: str, command: str) -> Found:
    return placed(archive, stored, where, found), command


def _mending(archive: Archive, stored: StoredSession, reference: Reference) -> str:
    """Return the command that mends a reference; a file that a final protocol names can only come back."""
    if reference.kind == "file" and is_closed(stored.value):
        return restoring(archive.files.name(Path(reference.value)))
    return reference.command(stored.ref)


def _numbers(archive: Archive, sessions: Iterable[StoredSession]) -> Iterator[Found]:
    same: dict[SessionRef, list[StoredSession]] = defaultdict(list)
    for stored in sessions:
        same[SessionRef(stored.ref.group, stored.value.number)].append(stored)
    for several in same.values():
        first, *others = several
        for stored in others:
            other = archive.files.name(first.path)
            found = say.NUMBER_TWICE(value=stored.value.number, other=other)
            yield _fault(archive, stored, ("number",), found, editing(archive.files.name(stored.path)))


def _circles(archive: Archive, sessions: Iterable[StoredSession], known: Replacements) -> Iterator[Found]:
    """Yield the decisions that replace themselves in the end."""
    for stored in sessions:
        for n, item in enumerate(stored.value.agenda):
            for m, decision in enumerate(item.decisions):
                ref = stored.ref.outcome("B", decision.number)
                if decision.replaces and known.in_circle(ref):
                    where: Where = ("agenda", n, "decisions", m, "replaces")
                    mend = join(["scm", "decision", "edit", ref, "--clear", "replaces"])
                    yield _fault(archive, stored, where, say.REPLACED_IN_CIRCLE(), mend)


def _person(around: Around, reference: Reference) -> str:
    return "" if reference.value in around.people else say.UNKNOWN_PERSON(value=reference.value)


def _session(around: Around, reference: Reference) -> str:
    ref = parse_session(reference.value)
    return "" if ref in around.refs else say.UNKNOWN_SESSION(value=reference.value)


def _item(around: Around, reference: Reference) -> str:
    ref = parse_session(reference.value.partition("#")[0])
    stored = around.session(ref) if ref else None
    if ref in around.refs and stored is None:
        return ""  # its file is broken, which is told on its own
    known = stored is not None and stored.value.item(reference.value.partition("#")[2]) is not None
    return "" if known else say.UNKNOWN_ITEM(value=reference.value)


def _decision(around: Around, reference: Reference) -> str:
    parsed = parse_decision(reference.value)
    stored = around.session(parsed[0]) if parsed else None
    if parsed and parsed[0] in around.refs and stored is None:
        return ""
    numbers = {one.number for item in stored.value.agenda for one in item.decisions} if stored else set()
    return "" if parsed and parsed[1] in numbers else say.UNKNOWN_DECISION(value=reference.value)


def _file(around: Around, reference: Reference) -> str:
    root = around.archive.files.root
    full = root / reference.value
    if not leads_inside(root, reference.value):
        return say.OUTSIDE(value=reference.value)
    return "" if full.is_file() else say.MISSING_FILE(value=reference.value)


_TESTS: Final[Mapping[str, Callable[[Around, Reference], str]]] = {
    "person": _person,
    "session": _session,
    "item": _item,
    "decision": _decision,
    "file": _file,
}
"""Each returns what is wrong with a reference, or an empty string."""
