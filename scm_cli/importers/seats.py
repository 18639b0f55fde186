"""Seats in groups from tables: a row of a person that names a group is one of their memberships."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from scm_cli.archive.format import keys
from scm_cli.archive.resolve import known_by
from scm_cli.archive.typed import clause, imported_value
from scm_cli.errors import Ambiguous, BadData, Problem, ScmError
from scm_cli.importers.records import Record
from scm_cli.locale import errors as wrong
from scm_cli.locale import importing
from scm_cli.locale import people as say
from scm_cli.model.attendee import Attendee, Membership
from scm_cli.model.kinds import Unfit
from scm_cli.query.register import SEAT

_NAMES: Final = ("group", "deputy_of")


@dataclass(frozen=True)
class Seat:
    """One seat as a file speaks of it.

    Args:
        line: where.
        group: how the group is called; empty where the file does not say.
        deputy_of: how the person they stand in for is called; empty where nobody is.
        values: all else, by the fields of `Membership`.
        called: what the file calls its columns.
    """

    line: int
    group: str
    deputy_of: str
    values: Mapping[str, Any]
    called: Mapping[str, str]

    def problem(self, path: str, name: str, found: str, allowed: str) -> Problem:
        """Return what is wrong with a cell of this row."""
        return Problem(path, self.line, self.called.get(name, name), found, allowed)


def seat_of(record: Record, path: str, today: date) -> Seat | None:
    """Return the seat a record speaks of, None where it speaks of none; raises `BadData` with what is wrong."""
    said = {name: " ".join(str(record.values[name]).split()) for name in SEAT if record.values.get(name)}
    if not said:
        return None
    values: dict[str, Any] = {}
    problems = []
    for name in said.keys() - set(_NAMES):
        key = keys(Membership)[SEAT[name]]
        try:
            values[key.field] = imported_value(key, said[name], today)
        except Unfit as error:
            called = record.called.get(name, name)
            problems.append(Problem(path, record.line, called, error.found, error.allowed))
    if problems:
        raise BadData(problems)
    return Seat(record.line, said.get("group", ""), said.get("deputy_of", ""), values, record.called)


def seated(
    people: Mapping[str, Attendee],
    seats: Iterable[tuple[str, Seat]],
    path: str,
    group: Callable[[str], str],
    said: Mapping[str, str],
) -> dict[str, Attendee]:
    """Return people with the seats that a file gives them.

    A row means the seat of the same group and beginning, else the one that has no end; every seat is meant once,
    so that several rows of a person are several seats.

    Args:
        people: all there are, with the new ones, by key.
        seats: with the key of the person who has them.
        path: the file.
        group: finds the key of a group by what it is called, or raises `ScmError`.
        said: for the keys that the file uses, those of the people they stand for.

    Raises:
        BadData: a group or a person is not known, or several could be meant; every such row is told.
    """
    now = dict(people)
    meant: dict[str, set[int]] = {}
    problems: list[Problem] = []
    for key, seat in seats:
        values = dict(seat.values)
        try:
            values["group"] = _group(seat, path, group)
            if seat.deputy_of:
                values["deputy_of"] = said.get(seat.deputy_of) or _principal(seat, people, path)
        except BadData as error:
            problems += error.problems
            continue
        if "seat" not in seat.called and "role" not in values:
            values["role"] = "deputy" if seat.deputy_of else "member"
        now[key] = _with(now[key], values, meant.setdefault(key, set()), new_role="seat" not in seat.called)
    if problems:
        raise BadData(problems)
    return now


def _group(seat: Seat, path: str, group: Callable[[str], str]) -> str:
    try:
        return group(seat.group)
    except Ambiguous as error:
        found = say.COULD_BE(name=seat.group, people=importing.OR().join(error.candidates))
        found = found if seat.group else error.message
        raise BadData([seat.problem(path, "group", found, say.ALLOWED_GROUP())]) from error
    except ScmError as error:
        raise BadData([seat.problem(path, "group", error.message, clause(error.remedy))]) from error


def _principal(seat: Seat, people: Mapping[str, Attendee], path: str) -> str:
    found = known_by(seat.deputy_of, people)
    if len(found) == 1:
        return found[0]
    text = say.COULD_BE(name=seat.deputy_of, people=importing.OR().join(found)) if found else ""
    text = text or wrong.NO_ATTENDEE(name=seat.deputy_of)
    raise BadData([seat.problem(path, "deputy_of", text, say.ALLOWED_KEY())])


def _with(person: Attendee, values: Mapping[str, Any], meant: set[int], *, new_role: bool) -> Attendee:
    """Return a person with one more seat, or with one of theirs changed; its place is noted as meant."""
    seats = list(person.memberships)
    place = _place(seats, values, meant)
    if place is None:
        meant.add(len(seats))
        return replace(person, memberships=(*seats, Membership(**values)))
    meant.add(place)
    kept = {name: value for name, value in values.items() if not (new_role and name == "role" and seats[place].role)}
    seats[place] = replace(seats[place], **kept)
    return replace(person, memberships=tuple(seats))


def _place(seats: list[Membership], values: Mapping[str, Any], meant: set[int]) -> int | None:
    """Return which seat is meant; None for a new one."""
    free = [n for n, seat in enumerate(seats) if n not in meant and seat.group == values["group"]]
    tests: tuple[Callable[[Membership], bool], ...] = (
        lambda seat: replace(seat, **values) == seat and seat.since == values.get("since"),
        lambda seat: seat.since == values.get("since"),
        lambda seat: seat.until is None and (seat.since is None or "since" not in values),
    )
    return next((n for test in tests for n in free if test(seats[n])), None)
