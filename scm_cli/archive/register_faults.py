"""What is wrong in the files of an archive's settings, groups and people, and between them."""

from collections.abc import Iterator
from pathlib import Path

from scm_cli.archive import layout
from scm_cli.archive.archive import Archive, Stored
from scm_cli.archive.field_paths import field_path, near_field
from scm_cli.archive.placed import placed
from scm_cli.archive.resolve import survivor
from scm_cli.archive.word_faults import taken_words
from scm_cli.errors import BadData, Problem
from scm_cli.locale import faults as say
from scm_cli.locale import rules
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group
from scm_cli.model.validity import Where

Found = tuple[Problem, str]


def settings_faults(archive: Archive) -> Iterator[Found]:
    """Yield what is wrong with the settings, with the command that mends it."""
    try:
        default = archive.settings().value.default_group
    except BadData as error:
        archive.remember(error)
        return
    if default and default not in archive.group_keys():
        name = archive.files.name(Path(layout.MARKER))
        yield Problem(name, 0, "default_group", say.UNKNOWN_GROUP(value=default)), f"scm group add {default}"


def register_faults(archive: Archive) -> Iterator[Found]:
    """Yield what is wrong with the groups and people that can be read, each with the command that mends it."""
    yield from _Registers(archive).all()


class _Registers:
    """One pass over groups and people; broken files end up in the archive's own problems."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.groups = archive.groups()
        self.people = {stored.key: stored for stored in archive.attendees()}
        self.register = {key: stored.value for key, stored in self.people.items()}
        self.person_keys = frozenset(archive.attendee_keys())
        self.group_keys = frozenset(archive.group_keys())

    def all(self) -> Iterator[Found]:
        """Yield everything that is wrong."""
        for group in self.groups:
            yield from self._rhythm(group)
            yield from self._rules(group)
            yield from self._words(group)
        for person in self.people.values():
            yield from self._person(person)
        yield from self._same_names()

    def _fault(self, stored: Stored[Group] | Stored[Attendee], where: Where, found: str, command: str) -> Found:
        return placed(self.archive, stored, where, found), command

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
