"""What stands in the way of finalizing a session: one list of checks, each with the command that mends it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from scm_cli.archive.archive import Archive, StoredSession
from scm_cli.archive.faults import Finding, session_findings
from scm_cli.archive.layout import attendee_path
from scm_cli.archive.mending import editing
from scm_cli.archive.mentions import named_in
from scm_cli.archive.placed import placed
from scm_cli.archive.sealed_text import text_path
from scm_cli.errors import Problem
from scm_cli.locale import language
from scm_cli.locale import record as say
from scm_cli.model.group import Group
from scm_cli.model.numbering import tops
from scm_cli.model.record_changes import anything_recorded, unreached
from scm_cli.model.session import Session
from scm_cli.model.validity import Where
from scm_cli.model.votes import Oddity, ballot, sentence, unexplained
from scm_cli.model.voting import voting_seats
from scm_cli.query.rows import name_of


@dataclass(frozen=True)
class Case:
    """A session that somebody wants to finalize.

    Args:
        archive: where it lies.
        stored: the session as it is on the disk.
        session: the session as it would be sealed.
        group: its group.
        today: today.
    """

    archive: Archive
    stored: StoredSession
    session: Session
    group: Group
    today: date

    @cached_property
    def seats(self) -> Mapping[str, str]:
        """The votes of the group on the session's day, by who holds them."""
        return voting_seats(self.stored.ref.group, self.group, self.archive.register, self.session.date)

    @property
    def to_come(self) -> bool:
        """Whether the session has not taken place yet."""
        return self.session.date > self.today

    def finding(self, where: Where, found: str, command: str) -> Finding:
        """Return a finding in the session's file."""
        return Finding(placed(self.archive, self.stored, where, found), command)


def unready(case: Case) -> list[Finding]:
    """Return everything that stands in the way of finalizing a session."""
    return [finding for check in CHECKS for finding in check(case)]


def _references(case: Case) -> Iterator[Finding]:
    """Find what is wrong between the session and other files; a text left by an interrupted run is none of it."""
    left = case.archive.files.name(text_path(case.stored.ref))
    yield from (one for one in session_findings(case.archive, case.stored) if one.problem.path != left)


def _people(case: Case) -> Iterator[Finding]:
    """Find people whose names cannot be read; a key that nobody has is a wrong reference already."""
    known = frozenset(case.archive.attendee_keys())
    for key in sorted(set(named_in(case.session)) & known - case.archive.register.keys()):
        path = case.archive.files.name(attendee_path(key))
        yield Finding(Problem(path, 0, "", say.UNREADABLE_PERSON(key=key)), editing(path))


def _date(case: Case) -> Iterator[Finding]:
    from scm_cli.dates import show_day

    if case.to_come:
        found = say.TO_COME(day=show_day(case.session.date, language()))
        yield case.finding(("date",), found, f"scm session edit {case.stored.ref} --date …")


def _recorded(case: Case) -> Iterator[Finding]:
    """Find a session that nobody said was held, and that holds nothing of what happened."""
    before = case.stored.value
    if not case.to_come and before.status != "held" and not anything_recorded(before):
        yield case.finding(
            ("status",), say.NOTHING_RECORDED(), f"scm attendance set {case.stored.ref} … --state present"
        )


def _unreached(case: Case) -> Iterator[Finding]:
    numbered = tops(case.session.agenda)
    places = {item.id: n for n, item in enumerate(case.session.agenda)}
    for item in [] if case.to_come else unreached(case.session):
        found = say.UNREACHED(top=numbered[item.id], title=item.title)
        command = f"scm agenda postpone {case.stored.ref.item(item.id)}"
        yield case.finding(("agenda", places[item.id]), found, command)


def _votes(case: Case) -> Iterator[Finding]:
    """Find decisions and elections whose votes are odd and not explained."""
    for n, item in enumerate(case.session.agenda):
        there = ballot(case.session, item, case.group, case.seats)
        for m, decision in enumerate(item.decisions):
            edit = f"scm decision edit {case.stored.ref.outcome('B', decision.number)}"
            yield from _odd(case, ("agenda", n, "decisions", m), unexplained(decision, there), edit)
        for m, election in enumerate(item.elections):
            edit = f"scm election edit {case.stored.ref.outcome('W', election.number)}"
            yield from _odd(case, ("agenda", n, "elections", m), unexplained(election, there), edit)


def _odd(case: Case, where: Where, odd: Iterable[Oddity], edit: str) -> Iterator[Finding]:
    for one in odd:
        absent = one.kind == "nobody-there"
        command = f"scm attendance set {case.stored.ref} … --state present" if absent else f"{edit} --remark …"
        yield case.finding(where, sentence(one, lambda key: name_of(key, case.archive.register)), command)


CHECKS: Final[tuple[Callable[[Case], Iterator[Finding]], ...]] = (
    _references,
    _people,
    _date,
    _recorded,
    _unreached,
    _votes,
)
"""Every check there is; a new one is a function of a case, added here."""
