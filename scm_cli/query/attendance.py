"""Rows of who came to sessions: one a person, one an organisation, one an agenda item."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import time

from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.fold import fold
from scm_cli.model.sealed_register import sealed_register
from scm_cli.model.turnout import Turnout, stands_aside, turnout
from scm_cli.model.voting import Seats, vote_of, vote_to_fill, voting_seats
from scm_cli.query.rows import Facts, Own, Row, Source, facts, name_of, row_name, row_organisation


def seats_of(source: Source) -> Seats:
    """Return the votes of a session's group on its day; those of a sealed session as they were printed."""
    seal, register = source.session.seal, source.register
    known = sealed_register(seal, source.ref.group, register) if seal else register
    return voting_seats(source.ref.group, source.group, known, source.session.date)


def attendance_rows(source: Source) -> list[Row]:
    """Return the rows of those named at a session in order."""
    shared, seats = (facts(source),), seats_of(source)
    return [_attendance_row(row, source, shared, seats) for row in source.session.attendance]


def _attendance_row(row: Attendance, source: Source, shared: tuple[Facts, ...], seats: Seats) -> Row:
    values = {
        "session": str(source.ref),
        "date": source.session.date,
        "attendee": row.attendee,
        "name": row_name(row, source.register) or None,
        "organisation": row_organisation(row, source),
        "state": row.state,
        "capacity": row.capacity,
        "via": row.via,
        "presence": [f"{_clock(span.from_)}-{_clock(span.until)}" for span in row.presence],
        "represents": name_of(row.represents, source.register) if row.represents else None,
        "votes_for": name_of(row.votes_for, source.register) if row.votes_for else None,
        "items": list(row.items),
        "vote": may_vote(row, source, seats) if seats else None,
    }
    return Row(values, shared, kind=(row.capacity,) if row.capacity else (), state=row.state or "")


def may_vote(row: Attendance, source: Source, seats: Seats) -> bool:
    """Say whether somebody could cast a vote of the group, had they come: their own or that of another."""
    return vote_to_fill(row, seats) is not None and not stands_aside(row, source.session, seats)


def _clock(value: time | None) -> str:
    return value.isoformat("minutes") if value else ""


def organisation_rows(source: Source) -> list[Row]:
    """Return one row for each organisation that was named at a session or has a vote in its group.

    People without an organisation share a row of their own.
    """
    session, seats, shared = source.session, seats_of(source), (facts(source),)
    named: dict[str, list[Attendance]] = {}
    called: dict[str, str | None] = {}
    for row in session.attendance:
        own = row_organisation(row, source)
        called.setdefault(fold(own or ""), own)
        named.setdefault(fold(own or ""), []).append(row)
    votes: dict[str, set[str]] = {}
    for key, vote in seats.holders.items():
        holder = _organisation_of(key, vote, source, seats)
        called.setdefault(fold(holder or ""), holder)
        votes.setdefault(fold(holder or ""), set()).add(vote)
    cast = {filled for row in session.attendance if (filled := vote_of(row, seats))}
    rows, text = [], shared[0].text
    for key, name in called.items():
        own_votes = votes.get(key, set()) if seats else None
        values = _organisation(name, named.get(key, []), own_votes, cast, source)
        itself = Own(organisations=(name,) if name else (), text=text)
        rows.append(Row(values, shared, own=itself))
    return rows


def _organisation_of(key: str, vote: str, source: Source, seats: Seats) -> str | None:
    if vote in seats.organisations.values():
        return vote
    person = source.register.get(key)
    return person.organisation_in(source.ref.group, source.session.date) if person else None


def _organisation(
    name: str | None, rows: Sequence[Attendance], votes: set[str] | None, cast: set[str], source: Source
) -> Mapping[str, object]:
    came = [row for row in rows if row.state == "present"]
    return {
        "session": str(source.ref),
        "date": source.session.date,
        "organisation": name,
        "named": len(rows),
        "present": len(came),
        "votes": None if votes is None else len(votes),
        "votes_present": None if votes is None else len(votes & cast),
        "there": [called for row in came if (called := row_name(row, source.register))],
        "missing": _names((votes or set()) - cast, source),
    }


def turnout_rows(source: Source) -> list[Row]:
    """Return who of those entitled to vote was there: at a session's beginning and for each item treated."""
    session, seats, shared = source.session, seats_of(source), (facts(source),)
    numbered = source.tops
    rows = [Row(_turnout(None, None, source, turnout(session, None, source.group, seats)), shared)]
    for item in session.agenda:
        if not item.is_break and (item.began or item.state not in ("postponed", "dropped")):
            found = turnout(session, item, source.group, seats)
            values = _turnout(item, numbered[item.id] or None, source, found)
            kind = (item.kind,) if item.kind else ()
            rows.append(Row(values, shared, kind=kind, state=item.state, internal=item.internal))
    return rows


def _turnout(item: Item | None, top: str | None, source: Source, found: Turnout) -> Mapping[str, object]:
    known = bool(found.entitled)
    return {
        "ref": source.ref.item(item.id) if item else str(source.ref),
        "session": str(source.ref),
        "date": source.session.date,
        "at": "item" if item else "beginning",
        "id": item.id if item else None,
        "top": top,
        "title": item.title if item else None,
        "began": item.began if item else source.session.start,
        "ended": item.ended if item else None,
        "entitled": len(found.entitled) if known else None,
        "present": len(found.present) if known else None,
        "carried": len(found.carried) if known else None,
        "quorate": found.quorate,
        "there": _names(found.present, source),
        "by_proxy": _names(found.carried, source),
        "missing": _names(found.entitled - found.castable, source),
    }


def _names(votes: Iterable[str], source: Source) -> list[str]:
    """Return the names of votes: of people by the register, of organisations as they are."""
    return sorted((name_of(vote, source.register) for vote in votes), key=fold)
