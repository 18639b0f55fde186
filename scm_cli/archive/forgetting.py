"""Forgetting a person: every file in an order in which each state between is valid, and repeating finishes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from scm_cli.archive import layout
from scm_cli.archive.archive import Archive, Stored, StoredSession
from scm_cli.archive.codec import new_file
from scm_cli.archive.mentions import mentions, named_in
from scm_cli.errors import BadData
from scm_cli.locale import Lang
from scm_cli.model.attendee import Attendee
from scm_cli.model.forgetting import NEUTRAL_KEY, seats_left, seats_waiting, stub, without_person
from scm_cli.model.guard import is_closed
from scm_cli.model.person_places import places, with_key
from scm_cli.model.text import unused
from scm_cli.model.voting import merged_key


@dataclass(frozen=True)
class Forgetting:
    """What forgetting a person takes.

    Args:
        people: the entries of the person by key: their own, and those that were merged into it.
        main: the key of the entry that holds the seats; empty where only the neutral one does by now.
        new: the key of who stands in their place.
        exists: whether the neutral entry is there already, since an earlier run did not finish.
        open: the sessions that can change.
        sealed: the sessions that cannot.
    """

    people: dict[str, Attendee]
    main: str
    new: str
    exists: bool
    open: tuple[StoredSession, ...]
    sealed: tuple[StoredSession, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the person's entries."""
        return frozenset(self.people)

    @property
    def needed(self) -> frozenset[str]:
        """The keys of all people whom a sealed session names: their emptied entries stay."""
        return frozenset(name for stored in self.sealed for name in named_in(stored.value))

    @property
    def done(self) -> bool:
        """Whether nothing is left to do: an emptied entry that nobody needs is still to go, its key tells the name."""
        emptied = all(one.forgotten and one.merged_into for one in self.people.values())
        return not self.open and emptied and self.keys <= self.needed


def planned(archive: Archive, key: str) -> Forgetting:
    """Return what is to be done to forget a person, whichever of their entries the key is of.

    Raises:
        BadData: a file cannot be read, which might name the person.
    """
    sessions = list(archive.sessions())
    register = archive.register
    if archive.problems:
        raise BadData(archive.problems)
    into = merged_key(key, register)
    cluster = {other: one for other, one in register.items() if merged_key(other, register) == into}
    started = register[into].forgotten is not None
    people = {other: one for other, one in cluster.items() if not (started and other == into)}
    main = next((other for other, one in people.items() if one.merged_into == into and one.memberships), "")
    new = into if started else _neutral(archive, into)
    naming = [stored for stored in sessions if any(places(stored.value, frozenset(people)))]
    return Forgetting(
        people,
        main if started else into,
        new,
        started or new in register,
        tuple(stored for stored in naming if not is_closed(stored.value)),
        tuple(stored for stored in naming if is_closed(stored.value)),
    )


def _neutral(archive: Archive, main: str) -> str:
    """Return a key for a neutral entry; the one that an interrupted run made and nothing names yet is taken again."""
    person = archive.register[main]
    for key, one in archive.register.items():
        day = one.forgotten if key.startswith(NEUTRAL_KEY) and not mentions(archive, key) else None
        if day and one.memberships == seats_waiting(person, main, day):
            return key
    return unused(NEUTRAL_KEY, frozenset(archive.attendee_keys()))


def forget(archive: Archive, plan: Forgetting, lang: Lang, today: date) -> Iterator[str]:
    """Take a person out of all files that can change; yield the name of each file once it is done.

    First somebody neutral is there, as a deputy who adds no vote; then the person's main entry points to them, which
    makes them one person with one vote. From then on it does not matter which of both a session names. The
    person's own entries come last, so that the name finds them until all else is done.

    Args:
        archive: locked by the caller.
        plan: as `planned` gave it.
        lang: the language of the neutral name.
        today: the day it is done.
    """
    neutral, main = layout.attendee_path(plan.new), plan.people.get(plan.main)
    if not plan.exists:
        waiting = seats_waiting(main, plan.main, today) if main else ()
        archive.create(neutral, replace(stub(lang, today), memberships=waiting))
    if main is not None:
        stored = archive.attendee(plan.main)
        archive.save(stored, replace(stored.value, merged_into=plan.new))
        if not archive.dry_run:
            made = archive.attendee(plan.new)
            archive.save(made, replace(made.value, memberships=seats_left(main, made.value.forgotten or today)))
    yield archive.files.name(neutral)
    for session in plan.open:
        archive.save(session, without_person(session.value, plan.keys, plan.new))
        yield archive.files.name(session.path)
    yield from _others(archive, plan)
    yield from _entries(archive, plan, lang, today)


def _others(archive: Archive, plan: Forgetting) -> Iterator[str]:
    """Let people who sat in for the person do so for who stands in their place."""
    for other in archive.register:
        if other not in plan.people and other != plan.new:
            stored = archive.attendee(other)
            if archive.save(stored, with_key(stored.value, plan.keys, plan.new)):
                yield archive.files.name(stored.path)


def _entries(archive: Archive, plan: Forgetting, lang: Lang, today: date) -> Iterator[str]:
    """Empty the person's own entries, comments too; those that no sealed session names go to the trash, empty."""
    needed = plan.needed
    for key in sorted(plan.people, key=lambda one: one == plan.main):
        stored = archive.attendee(key)
        day = stored.value.forgotten or today
        archive.replace(stored, new_file(stub(lang, day, plan.new), archive.files.name(stored.path)))
        if key not in needed:
            archive.discard(_again(archive, stored))
        yield archive.files.name(stored.path)


def _again(archive: Archive, stored: Stored[Attendee]) -> Stored[Attendee]:
    return stored if archive.dry_run else archive.attendee(stored.key)
