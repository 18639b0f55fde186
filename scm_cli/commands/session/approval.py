"""`scm session circulate`, `approve`, `amend`: from the sealed protocol to the approved one and its addenda."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.complete import attendees, sessions
from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import InGroup, Writing, takes
from scm_cli.commands.session.stepwork import day_of_step, shown, take_step
from scm_cli.errors import Conflict, NotFound, UsageFault
from scm_cli.locale import help_record as help_
from scm_cli.locale import help_session, help_top, usage
from scm_cli.locale import record as say

if TYPE_CHECKING:
    from scm_cli.archive.archive import StoredSession
    from scm_cli.archive.resolve import Resolver
    from scm_cli.commands.session.stepwork import Changed
    from scm_cli.model.group import ApprovalMethod
    from scm_cli.model.record import Objection
    from scm_cli.model.session import Session as SessionTable

app = noun(help_top.SESSION)

Session = Annotated[str, typer.Argument(metavar="SESSION", help=help_session.ARGUMENT(), autocompletion=sessions)]


@verb(app, "circulate", help_.CIRCULATE, "scm session circulate 3 --until 15.12.2022")
@takes
def circulate(
    ctx: typer.Context,
    session: Session,
    group: InGroup,
    how: Writing,
    until: Annotated[str, typer.Option("--until", metavar="DATE", help=help_.UNTIL())],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help=help_.CIRCULATED_ON())] = "",
) -> None:
    """Note that the final protocol was sent round, and the deadline for objections."""
    from scm_cli.dates import read_day
    from scm_cli.model.record_changes import circulate as circulated
    from scm_cli.model.steps import ensure

    own = desk(ctx)
    last = read_day(until, own.today, past=False)

    def change(stored: "StoredSession", _resolver: "Resolver") -> "Changed":
        ensure(stored.value, stored.ref, "circulate")
        sent = day_of_step(on, "--on", own, stored.value) or own.today
        if last <= sent:
            raise UsageFault(say.NO_DEADLINE_BEFORE(until=shown(last), on=shown(sent)))
        return circulated(stored.value, stored.ref, sent, last), {"on": shown(sent), "until": shown(last)}

    take_step(own, session, group, how, say.CIRCULATED, change)


@verb(
    app,
    "approve",
    help_.APPROVE,
    'scm session approve 3 --in 1\nscm session approve 3 --objections "TOP 1: Zahl falsch" --by binder\n'
    "scm session approve 4 --by-deadline",
)
@takes
def approve(
    ctx: typer.Context,
    session: Session,
    group: InGroup,
    how: Writing,
    in_session: Annotated[
        str, typer.Option("--in", metavar="SESSION", help=help_.IN_SESSION(), autocompletion=sessions)
    ] = "",
    objections: Annotated[
        list[str] | None, typer.Option("--objections", metavar="TEXT", help=help_.OBJECTIONS())
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help=help_.BY(), autocompletion=attendees)] = "",
    on: Annotated[str, typer.Option("--on", metavar="DATE", help=help_.ON())] = "",
    by_deadline: Annotated[bool, typer.Option("--by-deadline", help=help_.BY_DEADLINE())] = False,
    settled: Annotated[bool, typer.Option("--settled", help=help_.SETTLED())] = False,
) -> None:
    """Approve a final protocol, or record objections to it."""
    own = desk(ctx)
    _sensible(in_session, objections or [], by, by_deadline=by_deadline, settled=settled)

    def change(stored: "StoredSession", any_group: "Resolver") -> "Changed":
        from scm_cli.model.record_changes import object_to
        from scm_cli.model.steps import ensure

        ensure(stored.value, stored.ref, "approve")
        resolver = own.resolver(any_group.archive, stored.ref.group)
        day = day_of_step(on, "--on", own, stored.value)
        made = _objections(own, resolver, objections or [], by, day or own.today)
        after = object_to(stored.value, stored.ref, made) if made else stored.value
        if by_deadline:
            return _by_deadline(own, stored, day, settled=settled)
        if in_session:
            return _in_session(own, resolver, stored, after, in_session, day)
        return after, _objected(own, after, day)

    take_step(own, session, group, how, say.APPROVED if in_session or by_deadline else say.OBJECTED, change)


def _sensible(in_session: str, objections: list[str], by: str, *, by_deadline: bool, settled: bool) -> None:
    """Raise `UsageFault` where options are missing or contradict each other."""
    if not (in_session or objections or by_deadline):
        raise UsageFault(say.HOW_APPROVED(), say.HOW_APPROVED_REMEDY())
    if by_deadline and (in_session or objections):
        raise UsageFault(usage.TOGETHER(one="--by-deadline", other="--in" if in_session else "--objections"))
    if by and not objections:
        raise UsageFault(usage.NEEDS(one="--by", other="--objections"))
    if settled and not by_deadline:
        raise UsageFault(usage.NEEDS(one="--settled", other="--by-deadline"))


def _objections(own: Desk, resolver: "Resolver", texts: list[str], by: str, day: date) -> "list[Objection]":
    from scm_cli.archive.typed import apply
    from scm_cli.model.record import Objection

    typed = {"on": day, **({"by": _somebody(by, resolver)} if by else {})}
    return [
        apply(Objection(text=""), {**typed, "text": text}, own.today, asked={"text": "--objections"}) for text in texts
    ]


def _somebody(typed: str, resolver: "Resolver") -> str:
    """Return the key of a person in the register, else the name as it was typed."""
    try:
        return resolver.attendee(typed)
    except NotFound:
        return typed


def _objected(own: Desk, after: "SessionTable", day: date | None) -> dict[str, object]:
    """Warn of an objection after the deadline; return what the sentence says of all objections."""
    approval = after.approval
    if approval and approval.until and (day or own.today) > approval.until:
        own.terminal.warn(say.OBJECTED_LATE(until=shown(approval.until)))
    return {"n": len(approval.objections) if approval else 0}


def _in_session(
    own: Desk, resolver: "Resolver", stored: "StoredSession", after: "SessionTable", typed: str, day: date | None
) -> "Changed":
    """Return the session approved in another one, by vote or because nobody objected, as the group does it.

    Raises:
        UsageFault: it is the session itself, or one before it.
        Conflict: the other one was cancelled or is still to come.
    """
    from scm_cli.model.record_changes import approve as approved

    other = resolver.session(typed)
    if other.ref == stored.ref:
        raise UsageFault(say.APPROVES_ITSELF())
    if other.value.status == "cancelled":
        raise Conflict(say.CANCELLED(ref=other.ref))
    if other.value.date < after.date:
        raise UsageFault(say.OTHER_EARLIER(ref=other.ref))
    if other.value.date > own.today:
        raise Conflict(say.OTHER_TO_COME(ref=other.ref, day=shown(other.value.date)))
    usual = resolver.archive.group(stored.ref.group).value.approval
    on = day or other.value.date
    method: ApprovalMethod = "objections" if usual == "objections" else "vote"
    return approved(after, stored.ref, on, method, str(other.ref)), {"on": shown(on)}


def _by_deadline(own: Desk, stored: "StoredSession", day: date | None, *, settled: bool) -> "Changed":
    """Return the session approved because nobody objected in time; raises `Conflict` where that is not so."""
    from scm_cli.model.record_changes import approve as approved
    from scm_cli.model.record_changes import open_objections

    ref, approval = stored.ref, stored.value.approval
    if approval is None or approval.until is None:
        raise Conflict(say.NO_DEADLINE(ref=ref), say.NO_DEADLINE_REMEDY(ref=ref))
    if own.today <= approval.until:
        first = approval.until + timedelta(days=1)
        raise Conflict(say.DEADLINE_RUNS(until=shown(approval.until)), say.DEADLINE_RUNS_REMEDY(day=shown(first)))
    left = [] if settled else open_objections(stored.value)
    if left:
        who = ", ".join(one.by or "–" for one in left)
        raise Conflict(say.OBJECTIONS_OPEN(len(left), who=who), say.OBJECTIONS_OPEN_REMEDY(ref=ref))
    on = day or approval.until
    return approved(stored.value, ref, on, "deadline"), {"on": shown(on)}


@verb(app, "amend", help_.AMEND, 'scm session amend 5 "In TOP 1 muss es 12 Haltestellen heißen." --item 1')
@takes
def amend(
    ctx: typer.Context,
    session: Session,
    text: Annotated[str, typer.Argument(metavar="TEXT", help=help_.TEXT())],
    group: InGroup,
    how: Writing,
    item: Annotated[str, typer.Option("--item", metavar="ITEM", help=help_.ITEM())] = "",
    on: Annotated[str, typer.Option("--on", metavar="DATE", help=help_.AMENDED_ON())] = "",
) -> None:
    """Add a numbered addendum to an approved protocol."""
    from scm_cli.archive.resolve import find_item
    from scm_cli.archive.typed import apply
    from scm_cli.model.record import Amendment
    from scm_cli.model.record_changes import amend as amended
    from scm_cli.model.steps import ensure

    own = desk(ctx)

    def change(stored: "StoredSession", _resolver: "Resolver") -> "Changed":
        ensure(stored.value, stored.ref, "amend")
        day = day_of_step(on, "--on", own, stored.value) or own.today
        typed = apply(Amendment(number=1, on=day, text=""), {"text": text}, own.today, asked={"text": "TEXT"})
        about = find_item(stored, item).id if item else None
        after, made = amended(stored.value, stored.ref, day, typed.text, about)
        return after, {"number": made.number}

    take_step(own, session, group, how, say.AMENDED, change)
