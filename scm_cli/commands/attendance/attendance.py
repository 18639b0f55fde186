"""`scm attendance`: who came, who did not, and how."""

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scm_cli.archive.typed import apply
from scm_cli.commands.attendance import imported as attendance_import
from scm_cli.commands.complete import attendees, sessions
from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.filtering import InternalFilter, SessionFilters
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import InGroup, Listing, Options, Writing, option_set, takes
from scm_cli.commands.saying import told
from scm_cli.errors import UsageFault
from scm_cli.locale import attendance as here
from scm_cli.locale import changes as say
from scm_cli.locale import errors as wrong
from scm_cli.locale import help_attendance as help_
from scm_cli.locale import help_top, people, usage, words

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, StoredSession
    from scm_cli.archive.resolve import Resolver
    from scm_cli.model.attendance import Attendance
    from scm_cli.model.session import Session

app = noun(help_top.ATTENDANCE)


@option_set(frozen=True)
class Noting(Options):
    """What is noted of somebody."""

    state: Annotated[
        str,
        typer.Option("--state", metavar="invited|accepted|declined|present|excused|absent", help=help_.STATE()),
    ] = ""
    capacity: Annotated[
        str, typer.Option("--capacity", metavar="member|deputy|advisory|guest", help=help_.CAPACITY())
    ] = ""
    via: Annotated[str, typer.Option("--via", metavar="in-person|online|phone", help=help_.VIA())] = ""
    from_: Annotated[list[str] | None, typer.Option("--from", metavar="TIME", help=help_.FROM())] = None
    until: Annotated[list[str] | None, typer.Option("--until", metavar="TIME", help=help_.UNTIL())] = None
    represents: Annotated[
        str, typer.Option("--represents", metavar="NAME", help=help_.REPRESENTS(), autocompletion=attendees)
    ] = ""
    votes_for: Annotated[
        str, typer.Option("--votes-for", metavar="NAME", help=help_.VOTES_FOR(), autocompletion=attendees)
    ] = ""
    items: Annotated[list[str] | None, typer.Option("--item", metavar="ITEM", help=help_.ITEM())] = None
    organisation: Annotated[
        list[str] | None, typer.Option("--organisation", metavar="TEXT", help=help_.ORGANISATION())
    ] = None

    def typed(self, stored: "StoredSession", resolver: "Resolver") -> dict[str, Any]:
        """Return what was typed, by the row's fields; people and items by key and id."""
        from scm_cli.archive.resolve import find_item
        from scm_cli.dates import read_clock
        from scm_cli.model.attendance_changes import stretches

        people = {"represents": self.represents, "votes_for": self.votes_for}
        found: dict[str, Any] = {"state": self.state, "capacity": self.capacity, "via": self.via}
        found |= {name: resolver.attendee(typed) for name, typed in people.items() if typed}
        if self.items:
            found["items"] = tuple(find_item(stored, typed).id for typed in self.items)
        if self.from_ or self.until:
            came, left = map(read_clock, self.from_ or ()), map(read_clock, self.until or ())
            found["presence"] = stretches(came, left, stored.value)
        return {name: value for name, value in found.items() if value}


@verb(
    app,
    "list",
    help_.LIST,
    "scm attendance list 1\nscm attendance list 1 --by-item\nscm attendance list --by-organisation --year 2022 --json\n"
    "scm attendance list --year 2022 --matrix",
)
@takes
def list_attendance(
    ctx: typer.Context,
    filters: SessionFilters,
    internal: InternalFilter,
    how: Listing,
    session: Annotated[str, typer.Argument(metavar="SESSION", help=help_.LIST_SESSION(), autocompletion=sessions)] = "",
    by_item: Annotated[bool, typer.Option("--by-item", help=help_.BY_ITEM())] = False,
    by_organisation: Annotated[bool, typer.Option("--by-organisation", help=help_.BY_ORGANISATION())] = False,
    as_matrix: Annotated[bool, typer.Option("--matrix", help=people.MATRIX())] = False,
) -> int:
    """List who was named at sessions, by person, organisation or agenda item."""
    from scm_cli.archive.attended import Attended
    from scm_cli.commands.listing import show_rows
    from scm_cli.query.attendance import attendance_rows, organisation_rows, turnout_rows
    from scm_cli.query.fields import NOUNS

    views = {"--by-item": by_item, "--by-organisation": by_organisation, "--matrix": as_matrix}
    asked = [name for name, given in views.items() if given]
    if len(asked) > 1:
        raise UsageFault(usage.TOGETHER(one=asked[0], other=asked[1]))
    if as_matrix:
        from scm_cli.commands.attendance.matrix import show_matrix

        return show_matrix(ctx, session, filters, how)
    votes = by_item or by_organisation
    name, rows_of = ("turnout", turnout_rows) if by_item else ("organisation", organisation_rows)
    if not votes:
        name, rows_of = "attendance", attendance_rows
    listed = partial(Attended, noun=name, of_session=rows_of)
    code = show_rows(ctx, session, filters, internal, how, NOUNS[name], rows_of, listed=listed)
    if session and desk(ctx).terminal.shows and not (how.json or how.format):
        _summary(desk(ctx), session, filters, votes=votes)
    return code


def _summary(own: Desk, typed: str, filters: SessionFilters, *, votes: bool) -> None:
    """Say below a session's list how many of those named came, and how many votes were there at the beginning.

    Where votes are asked for and the register knows none, that is said with the way to mend it.
    """
    from scm_cli.archive.sources import source
    from scm_cli.model.turnout import turnout
    from scm_cli.query.attendance import seats_of

    archive = own.archive()
    found = source(archive, own.resolver(archive, (filters.group or [""])[0]).session(typed))
    rows = found.session.attendance
    own.terminal.say(here.SUMMARY(present=sum(row.state == "present" for row in rows), named=len(rows)))
    there = turnout(found.session, None, found.group, seats_of(found))
    if there.entitled:
        quorum = {None: "", True: here.QUORUM_HELD(), False: here.QUORUM_LACKED()}[there.quorate]
        counts = {"present": len(there.present), "entitled": len(there.entitled)}
        own.terminal.say(here.SUMMARY_VOTES(**counts, quorum=quorum))
    elif votes:
        own.terminal.say(here.NO_VOTES(group=found.ref.group))


@verb(app, "set", help_.SET, "scm attendance set 2 beispiel --state present --via online --from 10:20")
@takes
def set_attendance(
    ctx: typer.Context,
    session: Annotated[str, typer.Argument(metavar="SESSION", help=help_.SESSION(), autocompletion=sessions)],
    noting: Noting,
    group: InGroup,
    how: Writing,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help=help_.NAMES(), autocompletion=attendees)
    ] = None,
    unregistered: Annotated[bool, typer.Option("--unregistered", help=help_.UNREGISTERED())] = False,
    remove: Annotated[bool, typer.Option("--remove", help=help_.REMOVE())] = False,
    clear: Annotated[list[str] | None, typer.Option("--clear", metavar="FIELD", help=help_.CLEAR())] = None,
) -> None:
    """Note for people or organisations what they did at a session."""
    from scm_cli.model.attendance_changes import note, take_off
    from scm_cli.model.guard import ensure_open
    from scm_cli.query.fields import ATTENDANCE

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive, group.group)
    with archive.lock():
        stored = resolver.session(session)
        ensure_open(stored.value, stored.ref)
        rows = _rows(names or [], noting.organisation or [], resolver, unregistered=unregistered)
        typed = noting.typed(stored, resolver)
        if names and noting.organisation:
            typed["organisation"] = noting.organisation[0]
        changed = stored.value
        for row in rows:
            if remove:
                changed = take_off(changed, row)
            else:
                changed = note(changed, row, lambda one: apply(one, typed, own.today, clear or ()))
        archive.save(stored, changed)
    _warn(own, archive, stored, changed, rows)
    code = words.code(noting.state, ATTENDANCE.states)
    state = words.VALUES[code]() if code else say.ATTENDANCE_NOTED()
    called = "; ".join(_called(row, resolver) for row in rows)
    text = say.ATTENDANCE_REMOVED if remove else say.ATTENDANCE
    told(own, how, text, names=called, state=state, path=archive.files.name(stored.path))


def _warn(
    own: Desk, archive: "Archive", stored: "StoredSession", after: "Session", touched: "list[Attendance]"
) -> None:
    """Warn where one of those just noted sits in, or votes, for somebody in a way that cannot be."""
    from scm_cli.archive.ballots import seats_for
    from scm_cli.model.attendance_oddities import odd_stand_ins
    from scm_cli.query.rows import plain_name

    seats = seats_for(archive, stored)
    called = partial(plain_name, register=archive.register)
    people = {row.who for row in touched}
    for row, _, found in odd_stand_ins(after, seats, called):
        if people & {row.who, row.represents, row.votes_for}:
            own.terminal.warn(found)


def _rows(
    names: list[str], organisations: list[str], resolver: "Resolver", *, unregistered: bool
) -> "list[Attendance]":
    """Return an empty row for each of those named.

    Raises:
        UsageFault: nobody is named, or one name comes with several organisations.
        NotFound: somebody is not in the register, and `--unregistered` is not given.
    """
    from scm_cli.commands.people import registered
    from scm_cli.model.attendance import Attendance

    if not names and not organisations:
        raise UsageFault(wrong.NEEDS_PERSON(), wrong.NEEDS_PERSON_REMEDY())
    if not names:
        return [apply(Attendance(), {"organisation": name}, resolver.today) for name in organisations]
    if len(organisations) > 1:
        raise UsageFault(wrong.ONE_ORGANISATION())
    if unregistered:
        own = {"organisation": organisations[0]} if organisations else {}
        return [apply(Attendance(), {"name": name, **own}, resolver.today, asked={"name": "NAME"}) for name in names]
    return [Attendance(attendee=registered(name, resolver)) for name in names]


def _called(row: "Attendance", resolver: "Resolver") -> str:
    person = resolver.archive.register.get(row.attendee or "")
    return person.name if person else row.who


app.registered_commands += attendance_import.app.registered_commands
