"""Everything that is wrong with an archive: what a reader finds in each file, and faults between files."""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scm_cli.archive.archive import Archive, StoredSession
from scm_cli.archive.mending import mending
from scm_cli.errors import BadData, Problem
from scm_cli.model.refs import SessionRef

if TYPE_CHECKING:
    from scm_cli.archive.session_faults import Around

Found = tuple[Problem, str]
One = Callable[[SessionRef], StoredSession | None]
"""Gives a session; None where it has no file, or one that cannot be read."""


@dataclass(frozen=True)
class Finding:
    """One thing wrong with the archive and the command that mends it; the command may be empty."""

    problem: Problem
    command: str = ""


def findings(archive: Archive) -> list[Finding]:
    """Return everything wrong with an archive, by file and line."""
    from scm_cli.archive.attaching import unnamed
    from scm_cli.archive.register_faults import register_faults, settings_faults
    from scm_cli.archive.session_faults import faults_across, own_faults
    from scm_cli.archive.strays import meant, merge_markers, strays
    from scm_cli.model.replacement import replacements

    found = [*strays(archive.files), *merge_markers(archive.files, meant(archive.files)), *settings_faults(archive)]
    found += register_faults(archive)
    sessions = {stored.ref: stored for stored in archive.sessions()}
    refs = {ref for group in archive.group_keys() for ref in archive.session_refs(group)}
    around = surroundings(archive, sessions.get, refs)
    for stored in sessions.values():
        found += own_faults(around, stored)
    known = replacements((ref, stored.value) for ref, stored in sessions.items())
    found += faults_across(archive, list(sessions.values()), known)
    if refs == sessions.keys():  # else a session that cannot be read may name what seems unnamed
        named = {one.file for stored in sessions.values() for one in stored.value.attachments if one.file}
        found += unnamed(archive, named, sessions.get)
    return told(archive, found)


def told(archive: Archive, found: Iterable[Found]) -> list[Finding]:
    """Return each fault once, by file and line, with those that the archive remembers of broken files."""
    found = list(found)
    known = {(one.path, one.line) for one, _ in found}
    for problem in archive.problems:
        if (problem.path, problem.line) not in known:
            found.append((problem, mending(problem.path)))
    unique = dict.fromkeys(found)
    ordered = sorted(unique, key=lambda pair: (pair[0].path, pair[0].line, pair[0].key))
    return [Finding(problem, command) for problem, command in ordered]


def session_findings(archive: Archive, stored: StoredSession) -> list[Finding]:
    """Return what is wrong between one session and the other files."""
    from scm_cli.archive.session_faults import between

    refs = {ref for group in archive.group_keys() for ref in archive.session_refs(group)}
    around = surroundings(archive, one_by_one(archive, refs), refs)
    return [Finding(problem, command) for problem, command in between(around, stored)]


def surroundings(archive: Archive, session: One, refs: Container[SessionRef]) -> "Around":
    """Return what an archive's sessions are compared with; of groups and people what is asked for is read."""
    from scm_cli.archive.session_faults import Around
    from scm_cli.archive.sources import groups_by_key

    people = frozenset(archive.attendee_keys())
    register = archive.register
    complete = len(register) == len(people)
    return Around(archive, session, refs, people, groups_by_key(archive), register, complete)


def one_by_one(archive: Archive, refs: Container[SessionRef]) -> One:
    """Return what reads a session when it is asked for, once; None where it has no file, or one nobody can read.

    Args:
        archive: where the sessions lie.
        refs: those that have a file.
    """
    known: dict[SessionRef, StoredSession | None] = {}

    def session(ref: SessionRef) -> StoredSession | None:
        if ref not in refs:
            return None
        if ref not in known:
            try:
                known[ref] = archive.session(ref)
            except (BadData, FileNotFoundError) as error:
                known[ref] = None
                if isinstance(error, BadData):
                    archive.remember(error)
        return known[ref]

    return session
