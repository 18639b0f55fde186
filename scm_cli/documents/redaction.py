"""The public copy of a session: what is internal, contact data, tasks and most names left out.

Everything is built anew from what may be seen, so that a key the format gains later stays inside until it is named.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from scm_cli.documents.publicity import Publicity
from scm_cli.documents.redacted_record import open_amendment, open_approval, open_attachment, open_group, open_seal
from scm_cli.locale import Lang
from scm_cli.locale import publishing as word
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance, AttendanceState
from scm_cli.model.attendee import Attendee
from scm_cli.model.fold import fold
from scm_cli.model.numbering import tops
from scm_cli.model.outcomes import Candidate, Decision, Election, Party
from scm_cli.model.sealed_register import sealed_register
from scm_cli.model.session import Session
from scm_cli.model.table import Named
from scm_cli.model.text import unused
from scm_cli.query.rows import Source, row_organisation

_LISTED: Final[tuple[AttendanceState, ...]] = ("present", "excused", "absent")
"""Whom the protocol lists; who was only invited stands in no public document."""


def redacted(source: Source, lang: Lang) -> Source:
    """Return what the public may see of a session, its group and its people.

    A sealed session's people are called as they were sealed; who may be named is asked of today's register, which
    alone knows their roles.

    Args:
        source: the session with its group and the register.
        lang: the language of the words that stand in place of names.
    """
    seal, printed = source.session.seal, source
    if seal is not None:
        printed = replace(source, register=sealed_register(seal, source.ref.group, source.register))
    made = _Redaction(Publicity(source), printed, lang)
    return Source(source.ref, made.session(), open_group(source.group), made.register())


@dataclass(frozen=True)
class _Redaction:
    """One session to be redacted.

    Args:
        seen: who may be named, and what is internal.
        source: the session with its people as they are printed.
        lang: the language of the words that stand in place of names.
    """

    seen: Publicity
    source: Source
    lang: Lang

    def register(self) -> dict[str, Attendee]:
        """Return the people who may be named: name, title and for whom they sit there, and nothing else."""
        group, day = self.source.ref.group, self.source.session.date
        return {
            key: Attendee(name=one.name, title=one.title, organisation=one.organisation_in(group, day))
            for key, one in self.source.register.items()
            if self.seen.names(key)
        }

    def session(self) -> Session:
        """Return the session."""
        own = self.source.session
        return Session(
            number=own.number,
            date=own.date,
            title=own.title,
            kind=own.kind,
            mode=own.mode,
            status=own.status,
            start=own.start,
            end=own.end,
            planned_end=own.planned_end,
            place=own.place,
            room=own.room,
            host=own.host,
            reference=own.reference,
            display_number=own.display_number,
            invited_on=own.invited_on,
            chair=self._named(own.chair),
            minute_taker=self._named(own.minute_taker),
            quorum_stated=own.quorum_stated,
            quorum_present=own.quorum_present,
            quorum_of=own.quorum_of,
            breaks=tuple(replace(one, x=None) for one in own.breaks),
            uid=own.uid,
            sequence=own.sequence,
            attendance=tuple(self._attendance()),
            agenda=tuple(self._items()),
            attachments=tuple(open_attachment(one) for one in own.attachments if not self.seen.hides(one)),
            seal=open_seal(own.seal),
            approval=open_approval(own.approval),
            amendments=tuple(open_amendment(one) for one in own.amendments if one.item not in self.seen.internal),
        )

    def _named(self, who: str | None) -> str | None:
        return who if who and self.seen.names(who) else None

    # people

    def _attendance(self) -> Iterator[Attendance]:
        """Yield who may be named, then the organisations of the others, then how many they are."""
        rows = self.source.session.attendance
        persons = [row for row in rows if row.attendee or row.name]
        shown = [row for row in persons if self._shows(row)]
        hidden = [row for row in persons if row not in shown]
        groups = [row for row in rows if row not in persons]
        yield from (self._row(row) for row in (*shown, *groups))
        yield from self._organisations(hidden, [*shown, *groups])
        for state in _LISTED:
            for guest in (False, True):
                yield from self._count(state, shown, hidden, guest=guest)

    def _shows(self, row: Attendance) -> bool:
        """Say whether somebody is named; who came for internal items only is not."""
        return self.seen.names(row.attendee or row.name or "") and not self.seen.only_inside(row)

    def _row(self, row: Attendance) -> Attendance:
        return Attendance(
            attendee=row.attendee,
            name=row.name,
            organisation=row.organisation,
            state=row.state,
            capacity=row.capacity,
            via=row.via,
            presence=tuple(replace(one, x=None) for one in row.presence),
            represents=self._named(row.represents),
            votes_for=self._named(row.votes_for),
            items=tuple(item for item in row.items if item not in self.seen.internal),
        )

    def _organisations(self, hidden: Iterable[Attendance], shown: Iterable[Attendance]) -> Iterator[Attendance]:
        """Yield each organisation that only people came from who may not be named."""
        known = {fold(name) for row in shown if row.state == "present" and (name := self._organisation(row))}
        for row in hidden:
            name = self._organisation(row)
            if row.state == "present" and name and fold(name) not in known:
                known.add(fold(name))
                yield Attendance(organisation=name, state="present")

    def _organisation(self, row: Attendance) -> str | None:
        return row_organisation(row, self.source)

    def _count(
        self, state: AttendanceState, shown: Iterable[Attendance], hidden: Iterable[Attendance], *, guest: bool
    ) -> Iterator[Attendance]:
        """Yield how many people in one list may not be named."""

        def listed(row: Attendance) -> bool:
            return row.state == state and (row.capacity == "guest" and state == "present") == guest

        count = sum(listed(row) for row in hidden)
        if not count:
            return
        text = word.PEOPLE
        if any(listed(row) for row in shown):
            text = word.MORE_PRESENT if state == "present" and not guest else word.MORE
        name = text.to(self.lang, count)
        yield Attendance(name=name, state=state, capacity="guest" if guest else None)

    def _party(self, party: Party) -> Party | None:
        if isinstance(party, Named):
            if party.name and not self.seen.names(party.name):
                return Named(organisation=party.organisation) if party.organisation else None
            return replace(party, x=None)
        if self.seen.names(party):
            return party
        organisation = self._organisation_of(party)
        return Named(organisation=organisation) if organisation else None

    def _organisation_of(self, key: str) -> str | None:
        person = self.source.register.get(key)
        return person.organisation_in(self.source.ref.group, self.source.session.date) if person else None

    def _mover(self, who: str | None) -> str | None:
        """Return who moved something: by name, else the organisation they sit there for, else nobody."""
        if who is None or self.seen.names(who) or self.seen.is_organisation(who):
            return who
        return self._organisation_of(who)

    def _excluded(self, names: Iterable[str]) -> Iterator[str]:
        """Yield who took no part; that somebody did not belongs to the result."""
        others = 0
        for who in names:
            if self.seen.names(who):
                yield who
            else:
                yield (word.SOMEBODY_ELSE if others else word.SOMEBODY).to(self.lang)
                others += 1

    # the agenda

    def _items(self) -> Iterator[Item]:
        numbered = tops(self.source.session.agenda)
        taken = frozenset(item.id for item in self.source.session.agenda)
        for item in self.source.session.agenda:
            top = numbered[item.id] or None
            if item.id in self.seen.internal:
                name = unused("internal", taken)
                taken |= {name}
                yield self._internal(item, name, top)
            else:
                yield self._open(item, top)

    def _internal(self, item: Item, name: str, top: str | None) -> Item:
        """Return what stands in place of an internal item, whose id was made from its title."""
        title = item.public_title or word.UNTITLED.to(self.lang)
        kind = item.kind if item.is_break else None
        return Item(id=name, title=title, level=item.level, top=top, kind=kind, internal=True)

    def _open(self, item: Item, top: str | None) -> Item:
        return Item(
            id=item.id,
            title=item.title,
            level=item.level,
            top=top,
            kind=item.kind,
            purpose=item.purpose,
            about=item.about,
            presenters=tuple(found for party in item.presenters if (found := self._party(party))),
            minutes_planned=item.minutes_planned,
            began=item.began,
            ended=item.ended,
            state=item.state,
            notes=item.notes,
            decisions=tuple(self._decision(one) for one in item.decisions),
            elections=tuple(self._election(one) for one in item.elections),
        )

    def _decision(self, one: Decision) -> Decision:
        """Return a decision without what the protocol does not print: votes by name, first wording, remark."""
        return Decision(
            number=one.number,
            text=one.text,
            title=one.title,
            moved_by=self._mover(one.moved_by),
            method=one.method,
            yes=one.yes,
            no=one.no,
            abstain=one.abstain,
            invalid=one.invalid,
            unanimous=one.unanimous,
            excluded=tuple(self._excluded(one.excluded)),
            majority=one.majority,
            result=one.result,
            replaces=one.replaces,
        )

    def _election(self, one: Election) -> Election:
        called = {
            who.name: who.name if self.seen.names(who.name) else word.CANDIDACY.to(self.lang, n=n)
            for n, who in enumerate(one.candidates, 1)
        }
        elected = one.elected
        if elected and not self.seen.names(elected):
            elected = called.get(elected, word.SOMEBODY.to(self.lang))
        return Election(
            number=one.number,
            office=one.office,
            excluded=tuple(self._excluded(one.excluded)),
            candidates=tuple(Candidate(name=called[who.name], votes=who.votes) for who in one.candidates),
            invalid=one.invalid,
            elected=elected,
            accepted=one.accepted,
        )
