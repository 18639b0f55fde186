"""What the commands about decisions and elections have in common: wordings, names, and what is odd."""

import re
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scm_cli.commands.desk import Desk
from scm_cli.commands.options import InGroup, Writing
from scm_cli.commands.saying import asked, told
from scm_cli.errors import Ambiguous, Conflict, NotFound
from scm_cli.locale import Text, changes
from scm_cli.locale import outcomes as say

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, StoredSession
    from scm_cli.archive.outcomes import Found, Kind
    from scm_cli.archive.resolve import Resolver
    from scm_cli.model.agenda import Item
    from scm_cli.model.outcomes import Decision, Election
    from scm_cli.model.votes import Ballot


@dataclass(frozen=True)
class Stated:
    """What was typed of a decision or election.

    Args:
        values: the model's values or texts, by field.
        fields: the fields that something was said of, those taken away included.
    """

    values: Mapping[str, Any]
    fields: frozenset[str]


def typed_text(own: Desk, typed: str, what: str, name: str) -> str:
    """Return a text as typed, from standard input for `-`; asks where it is missing.

    Raises:
        UsageFault: it is missing and nobody can be asked.
    """
    if typed == "-":
        return own.terminal.stdin.read() if own.terminal.stdin else ""
    return typed or own.terminal.ask(what, name)


class People:
    """Finds the people of a decision or election: in the register, else among those the session names.

    Args:
        resolver: the register.
        stored: the session.
    """

    def __init__(self, resolver: "Resolver", stored: "StoredSession") -> None:
        self.resolver = resolver
        self.stored = stored
        rows = stored.value.attendance
        self.outside = tuple(dict.fromkeys(row.name for row in rows if row.name and not row.attendee))

    def one(self, typed: str) -> str:
        """Return the key of a person, else the name the session has, else the one typed; raises `Ambiguous`.

        Nothing stays nothing, which no field takes.
        """
        from scm_cli.model.fold import contains

        if not typed.strip():
            return ""
        try:
            return self.resolver.attendee(typed)
        except NotFound:
            guests = [name for name in self.outside if contains(name, typed)]
            return guests[0] if len(guests) == 1 else typed.strip()

    def many(self, typed: Iterable[str]) -> tuple[str, ...]:
        """Return several people as `one` does; a text that names nobody may hold several, divided by `,` or `;`."""
        found: list[str] = []
        for text in typed:
            parts = [part for part in re.split("[,;]", text) if part.strip()]
            if len(parts) == 1 or self.knows(text) or text in self.outside:
                parts = [text]
            found += [self.one(part) for part in parts or [""]]
        return tuple(found)

    def knows(self, typed: str) -> bool:
        """Say whether somebody of the register is called so."""
        try:
            self.resolver.attendee(typed)
        except NotFound:
            return False
        except Ambiguous:
            return True
        return True


def warn_of_names(own: Desk, names: Iterable[str], people: People, there: "Ballot") -> None:
    """Warn of names that neither the register nor the session knows: perhaps they were mistyped."""
    rows = people.stored.value.attendance
    known = {name for row in rows for name in (row.attendee, row.name, row.organisation) if name}
    known |= {*there.seats.values(), *people.resolver.archive.attendee_keys()}
    for name in dict.fromkeys(names):
        if name not in known:
            own.terminal.warn(say.NOT_IN_REGISTER(name=name))


def warn_of_votes(own: Desk, archive: "Archive", ref: str, value: "Decision | Election", there: "Ballot") -> None:
    """Warn of what is odd about a vote and not explained, with the command that explains it."""
    from scm_cli.model.outcomes import Decision
    from scm_cli.model.votes import sentence, unexplained
    from scm_cli.query.rows import name_of

    odd = unexplained(value, there)
    for one in odd:
        own.terminal.warn(sentence(one, lambda key: name_of(key, archive.register)))
    kinds = {one.kind for one in odd}
    if "nobody-there" in kinds:
        session = re.sub(r"/[BW]([0-9]+)-[0-9]+$", r"/\1", ref)
        own.terminal.say(say.NOTE_PRESENCE(command=f"scm attendance set {session} … --state present"))
    if kinds - {"nobody-there"}:
        noun = "decision" if isinstance(value, Decision) else "election"
        own.terminal.say(say.EXPLAIN(command=shlex.join(["scm", noun, "edit", ref, "--remark", "TEXT"])))


def other_item(found: "Found[Any]", typed: str, resolver: "Resolver") -> "Item":
    """Return the item of the outcome's own session that is named as `4`, `id` or `7:4`.

    Raises:
        NotFound: there is no such item.
        Conflict: it belongs to another session.
    """
    from scm_cli.archive.resolve import find_item
    from scm_cli.model.refs import split_item

    session, item = split_item(typed)
    if item and resolver.session_ref(session) != found.stored.ref:
        refused = say.OTHER_SESSION(ref=found.ref, session=found.stored.ref)
        raise Conflict(refused, say.OTHER_SESSION_REMEDY())
    return find_item(found.stored, item or session)


def remove_outcome(
    own: Desk, typed: str, kind: "Kind[Any]", text: Text, group: InGroup, how: Writing, *, yes: bool
) -> None:
    """Remove a decision or election of an open session; raises `Conflict` where another decision replaces it."""
    from scm_cli.archive.outcomes import find_outcome
    from scm_cli.model.guard import ensure_open
    from scm_cli.model.outcome_changes import remove

    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive, group.group)
    found = find_outcome(resolver, typed, kind)
    ensure_open(found.stored.value, found.stored.ref)
    _ensure_kept(archive, found.ref)
    what = text(ref=found.ref)
    asked(own, changes.REALLY_REMOVE(what=what), yes=yes or how.dry_run)
    with archive.lock():
        found = find_outcome(resolver, typed, kind)
        ensure_open(found.stored.value, found.stored.ref)
        archive.save(found.stored, remove(found.stored.value, found.value))
    told(own, how, say.REMOVED, what=what, path=archive.files.name(found.stored.path))


def _ensure_kept(archive: "Archive", ref: str) -> None:
    from scm_cli.archive.replacing import all_replacements
    from scm_cli.model.refs import parse_decision

    if parse_decision(ref) is None:
        return  # only decisions replace each other
    known = all_replacements(archive)
    for by in (one for one, other in known.replaces.items() if other == ref):
        raise Conflict(say.IS_REPLACED(ref=ref, by=by), say.IS_REPLACED_REMEDY(by=by))
