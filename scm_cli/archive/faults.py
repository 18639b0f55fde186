"""Everything that is wrong with an archive: what a reader finds in each file, and faults between files."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import join

from scm_cli.archive import layout
from scm_cli.archive.archive import Archive, Stored, StoredSession
from scm_cli.archive.attaching import unnamed
from scm_cli.archive.attendance_faults import attendance_faults
from scm_cli.archive.carried_faults import carried_faults
from scm_cli.archive.field_paths import field_path, near_field
from scm_cli.archive.files import leads_inside
from scm_cli.archive.mending import editing, mending
from scm_cli.archive.placed import placed
from scm_cli.archive.references import Reference, references
from scm_cli.archive.resolve import survivor
from scm_cli.archive.seal_faults import seal_faults
from scm_cli.archive.sealed_text import restoring
from scm_cli.archive.strays import strays
from scm_cli.archive.word_faults import taken_words
from scm_cli.errors import BadData, Problem
from scm_cli.locale import faults as say
from scm_cli.locale import rules
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group
from scm_cli.model.guard import is_closed
from scm_cli.model.refs import SessionRef, parse_decision, parse_session
from scm_cli.model.replacement import replacements
from scm_cli.model.validity import Where


@dataclass(frozen=True)
class Finding:
    """One thing wrong with the archive and the command that mends it; the command may be empty."""

    problem: Problem
    command: str = ""


def findings(archive: Archive) -> list[Finding]:
    """Return everything wrong with an archive, by file and line."""
    found = list(strays(archive.files))
    inspection = _Inspection(archive)
    found += inspection.all()
    known = {(one.path, one.line) for one, _ in found}
    for problem in archive.problems:
        if (problem.path, problem.line) not in known:
            found.append((problem, mending(problem.path)))
    unique = dict.fromkeys(found)
    ordered = sorted(unique, key=lambda pair: (pair[0].path, pair[0].line, pair[0].key))
    return [Finding(problem, command) for problem, command in ordered]


def session_findings(archive: Archive, stored: StoredSession) -> list[Finding]:
    """Return what is wrong between one session and the other files."""
    return [Finding(problem, command) for problem, command in _Inspection(archive).of_session(stored)]


Found = tuple[Problem, str]


class _Inspection:
    """One pass over an archive that can be read; broken files end up in the archive's own problems."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.groups = {stored.key: stored for stored in archive.groups()}
        self.people = {stored.key: stored for stored in archive.attendees()}
        self.register = {key: stored.value for key, stored in self.people.items()}
        self.person_keys = frozenset(archive.attendee_keys())
        self.group_keys = frozenset(archive.group_keys())
        self.sessions = {stored.ref: stored for stored in archive.sessions()}
        self.refs = {ref for group in archive.group_keys() for ref in archive.session_refs(group)}

    def all(self) -> Iterator[Found]:
        """Yield everything that is wrong between files."""
        yield from self._settings()
        for group in self.groups.values():
            yield from self._rhythm(group)
            yield from self._rules(group)
            yield from self._words(group)
        for person in self.people.values():
            yield from self._person(person)
        yield from self._same_names()
        for session in self.sessions.values():
            yield from self.of_session(session)
            if len(self.register) == len(self.person_keys):
                yield from attendance_faults(self.archive, session, self.groups.get(session.ref.group), self.register)
        yield from self._numbers()
        yield from self._circles()
        yield from carried_faults(self.archive, self.sessions.values())
        if self.refs == self.sessions.keys():  # else a session that cannot be read may name what seems unnamed
            yield from unnamed(self.archive, self.sessions.values())

    def _fault(
        self, stored: Stored[Group] | Stored[Attendee] | StoredSession, where: Where, found: str, command: str
    ) -> Found:
        return placed(self.archive, stored, where, found), command

    def _settings(self) -> Iterator[Found]:
        try:
            default = self.archive.settings().value.default_group
        except BadData as error:
            self.archive.remember(error)
            return
        if default and default not in self.group_keys:
            name = self.archive.files.name(Path(layout.MARKER))
            yield (
                Problem(name, 0, "default_group", say.UNKNOWN_GROUP(value=default)),
                f"scm group add {default}",
            )

    def _rhythm(self, stored: Stored[Group]) -> Iterator[Found]:
        from scm_cli.dates import check_rhythm

        if stored.value.rhythm and (reason := check_rhythm(stored.value.rhythm, stored.value.rhythm_since)):
            found = say.BAD_RHYTHM(reason=reason)
            yield self._fault(stored, ("rhythm",), found, f"scm group edit {stored.key}")

    def _rules(self, stored: Stored[Group]) -> Iterator[Found]:
        """Yield the rules of a group's own that ask for a field no session can have."""
        for n, rule in enumerate(stored.value.rules):
            if field_path(rule.field) is None:
                near = near_field(rule.field)
                found = rules.NO_FIELD_NEAR(field=rule.field, near=near) if near else rules.NO_FIELD(field=rule.field)
                yield self._fault(stored, ("rules", n, "field"), found, f"scm group edit {stored.key}")

    def _words(self, stored: Stored[Group]) -> Iterator[Found]:
        for name, value in taken_words(stored.value.words):
            yield self._fault(stored, ("words", name), say.WORD_TAKEN(value=value), f"scm group edit {stored.key}")

    def _person(self, stored: Stored[Attendee]) -> Iterator[Found]:
        edit = f"scm attendee edit {stored.key}"
        into = stored.value.merged_into
        if into and into not in self.person_keys:
            yield self._fault(stored, ("merged_into",), say.UNKNOWN_PERSON(value=into), edit)
        elif into and survivor(stored.key, self.register) == stored.key:
            yield self._fault(stored, ("merged_into",), say.MERGED_IN_CIRCLE(), edit)
        for n, seat in enumerate(stored.value.memberships):
            if seat.group not in self.group_keys:
                where: Where = ("memberships", n, "group")
                yield self._fault(stored, where, say.UNKNOWN_GROUP(value=seat.group), edit)
            if seat.deputy_of and seat.deputy_of not in self.person_keys:
                where = ("memberships", n, "deputy_of")
                yield self._fault(stored, where, say.UNKNOWN_PERSON(value=seat.deputy_of), edit)

    def _same_names(self) -> Iterator[Found]:
        from scm_cli.model.fold import fold

        called: dict[tuple[str, str], str] = {}
        for key, stored in self.people.items():
            if stored.value.merged_into or stored.value.forgotten:
                continue
            person = fold(stored.value.name), fold(stored.value.organisation or "")
            other = called.setdefault(person, key)
            if other != key:
                command = f"scm attendee merge {key} {other}"
                yield self._fault(stored, ("name",), say.SAME_NAME(other=other), command)

    def of_session(self, stored: StoredSession) -> Iterator[Found]:
        """Yield what is wrong between one session and the other files, and with its seal."""
        if stored.value.number != stored.ref.number:
            found = say.OTHER_NUMBER(name=stored.path.name, value=stored.value.number)
            yield self._fault(stored, ("number",), found, editing(self.archive.files.name(stored.path)))
        for reference in references(stored.value):
            if found := _TESTS[reference.kind](self, reference):
                yield self._fault(stored, reference.where, found, self._mending(stored, reference))
        yield from seal_faults(self.archive, stored)

    def _mending(self, stored: StoredSession, reference: Reference) -> str:
        """Return the command that mends a reference; a file that a final protocol names can only come back."""
        if reference.kind == "file" and is_closed(stored.value):
            return restoring(self.archive.files.name(Path(reference.value)))
        return reference.command(stored.ref)

    def _numbers(self) -> Iterator[Found]:
        same: dict[SessionRef, list[StoredSession]] = defaultdict(list)
        for stored in self.sessions.values():
            same[SessionRef(stored.ref.group, stored.value.number)].append(stored)
        for several in same.values():
            first, *others = several
            for stored in others:
                other = self.archive.files.name(first.path)
                found = say.NUMBER_TWICE(value=stored.value.number, other=other)
                yield self._fault(stored, ("number",), found, editing(self.archive.files.name(stored.path)))

    def _circles(self) -> Iterator[Found]:
        """Yield the decisions that replace themselves in the end."""
        known = replacements((ref, stored.value) for ref, stored in self.sessions.items())
        for stored in self.sessions.values():
            for n, item in enumerate(stored.value.agenda):
                for m, decision in enumerate(item.decisions):
                    ref = stored.ref.outcome("B", decision.number)
                    if decision.replaces and known.in_circle(ref):
                        where: Where = ("agenda", n, "decisions", m, "replaces")
                        mend = join(["scm", "decision", "edit", ref, "--clear", "replaces"])
                        yield self._fault(stored, where, say.REPLACED_IN_CIRCLE(), mend)

    def person(self, reference: Reference) -> str:
        """Return what is wrong with the key of a person, or an empty string."""
        known = reference.value in self.person_keys
        return "" if known else say.UNKNOWN_PERSON(value=reference.value)

    def session(self, reference: Reference) -> str:
        """Return what is wrong with the reference of a session, or an empty string."""
        ref = parse_session(reference.value)
        return "" if ref in self.refs else say.UNKNOWN_SESSION(value=reference.value)

    def item(self, reference: Reference) -> str:
        """Return what is wrong with the reference of an agenda item, or an empty string."""
        ref = parse_session(reference.value.partition("#")[0])
        stored = self.sessions.get(ref) if ref else None
        if ref in self.refs and stored is None:
            return ""  # its file is broken, which is told on its own
        known = stored is not None and stored.value.item(reference.value.partition("#")[2]) is not None
        return "" if known else say.UNKNOWN_ITEM(value=reference.value)

    def decision(self, reference: Reference) -> str:
        """Return what is wrong with the reference of a decision, or an empty string."""
        parsed = parse_decision(reference.value)
        stored = self.sessions.get(parsed[0]) if parsed else None
        if parsed and parsed[0] in self.refs and stored is None:
            return ""
        numbers = {one.number for item in stored.value.agenda for one in item.decisions} if stored else set()
        return "" if parsed and parsed[1] in numbers else say.UNKNOWN_DECISION(value=reference.value)

    def file(self, reference: Reference) -> str:
        """Return what is wrong with the path of an attachment, or an empty string."""
        root = self.archive.files.root
        full = root / reference.value
        if not leads_inside(root, reference.value):
            return say.OUTSIDE(value=reference.value)
        return "" if full.is_file() else say.MISSING_FILE(value=reference.value)


_TESTS: dict[str, Callable[[_Inspection, Reference], str]] = {
    "person": _Inspection.person,
    "session": _Inspection.session,
    "item": _Inspection.item,
    "decision": _Inspection.decision,
    "file": _Inspection.file,
}
