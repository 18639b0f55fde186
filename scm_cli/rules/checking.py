"""The check of sessions by profiles: what their protocols lack, with file, line, source and the command that mends."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scm_cli.archive.archive import Archive, Stored, StoredSession
from scm_cli.archive.field_paths import Place
from scm_cli.archive.lines import line_of
from scm_cli.archive.parsing import BOM
from scm_cli.archive.reader import dotted
from scm_cli.errors import Problem, UsageFault
from scm_cli.locale import rules as say
from scm_cli.locale import usage
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.group import Group, Status
from scm_cli.model.numbering import tops
from scm_cli.model.outcomes import Decision, Election, Task
from scm_cli.model.session import Session
from scm_cli.query.rows import Source, row_name
from scm_cli.rules.demands import lacking
from scm_cli.rules.laws import LAWS, PROFILES
from scm_cli.rules.mending import LETTERS, mending
from scm_cli.rules.own import own_profile
from scm_cli.rules.profile import OWN, Level, Profile


@dataclass(frozen=True)
class Lack:
    """One thing a protocol lacks.

    Args:
        problem: where, and what.
        command: that mends it.
        level: whether it is an error or a warning.
        profile: by whose rules.
        source: where the rule stands.
    """

    problem: Problem
    command: str
    level: Level
    profile: str
    source: str


def profile_names(typed: Iterable[str]) -> list[str]:
    """Return the names of the profiles typed, each once; raises `UsageFault` with the known ones."""
    names = dict.fromkeys(one.strip().casefold() for one in typed)
    for name in names:
        if name not in PROFILES:
            raise UsageFault(say.UNKNOWN_PROFILE(name=name), usage.KNOWN(values=", ".join(PROFILES)))
    return list(names)


def lacks(
    archive: Archive, names: Iterable[str], sessions: Iterable[StoredSession], groups: Iterable[Stored[Group]]
) -> list[Lack]:
    """Return what the protocols of sessions lack by profiles, by file and line.

    Args:
        archive: where they lie.
        names: of the profiles.
        sessions: to be checked; each rule looks at those whose status it names.
        groups: the groups that can be read; a session of another has no rules of its own.
    """
    groups = list(groups)
    own = {stored.key: own_profile(archive, stored) for stored in groups}
    wanted, known = list(names), {stored.key: stored.value for stored in groups}
    found: list[Lack] = []
    for stored in sessions:
        source = Source(stored.ref, stored.value, known.get(stored.ref.group), archive.register)
        for name in wanted:
            profile = own.get(stored.ref.group) if name == OWN else LAWS[name]
            if profile is not None:
                found += of_session(archive, stored, source, profile)
    return sorted(found, key=lambda one: (one.problem.path, one.problem.line))


def own_lacks(archive: Archive, stored: StoredSession, session: Session) -> list[Lack]:
    """Return what a session that is about to be final lacks by its group's own rules for sessions that were held.

    Args:
        archive: where it lies.
        stored: the session as it is on the disk.
        session: the session as it would be sealed.
    """
    group = archive.group(stored.ref.group)
    source = Source(stored.ref, session, group.value, archive.register)
    return list(of_session(archive, stored, source, own_profile(archive, group), "held"))


def of_session(
    archive: Archive, stored: StoredSession, source: Source, profile: Profile, status: Status | None = None
) -> Iterator[Lack]:
    """Yield what one session lacks by one profile.

    Args:
        archive: where it lies.
        stored: the session as it is on the disk.
        source: the session as it is to be checked, with its group and the register.
        profile: the rules.
        status: how far it counts as being; None for its own status.
    """
    session, text = source.session, stored.data.removeprefix(BOM).decode()
    for rule in profile.rules:
        if (status or session.status) in rule.status:
            for place in lacking(rule, source):
                line = line_of(text, place.where) or line_of(text, ("number",))
                found = rule.message(what=_what(place, source))
                problem = Problem(archive.files.name(stored.path), line, dotted(place.where), found)
                yield Lack(problem, mending(place, rule, session, stored.ref), rule.level, profile.name, rule.source)


def _what(place: Place, source: Source) -> str:
    """Return what a sentence says something is missing at: an item, decision, election, task or person."""
    for owner in reversed(place.owners):
        if isinstance(owner, (Decision, Election, Task)):
            return f"{LETTERS[type(owner)]}{source.session.number}-{owner.number}"
        if isinstance(owner, Item):
            return say.ITEM(top=tops(source.session.agenda)[owner.id], title=owner.title)
        if isinstance(owner, Attendance):
            return row_name(owner, source.register) or owner.who
    return str(source.ref)
