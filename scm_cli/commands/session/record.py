"""`scm session invite`, `finalize`, `reopen`: from the invitation to the sealed protocol, and back."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from scm_cli.commands.complete import sessions
from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import InGroup, Writing, takes
from scm_cli.commands.saying import asked, told
from scm_cli.commands.session.stepwork import day_of_step, shown, take_step
from scm_cli.errors import BadData, ScmError, UsageFault
from scm_cli.locale import attendance, changes, faults, help_session, help_top, usage
from scm_cli.locale import help_record as help_
from scm_cli.locale import record as say
from scm_cli.locale.words import VALUES, code

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, StoredSession
    from scm_cli.archive.resolve import Resolver
    from scm_cli.commands.session.stepwork import Changed
    from scm_cli.model.group import Group
    from scm_cli.model.session import Session as SessionTable

app = noun(help_top.SESSION)

Session = Annotated[str, typer.Argument(metavar="SESSION", help=help_session.ARGUMENT(), autocompletion=sessions)]


@verb(app, "invite", help_.INVITE, "scm session invite 2\nscm session invite 2 --on 28.11.2022")
@takes
def invite(
    ctx: typer.Context,
    session: Session,
    group: InGroup,
    how: Writing,
    on: Annotated[str, typer.Option("--on", metavar="DATE", help=help_.INVITE_ON())] = "",
) -> None:
    """Note that the invitation went out, and pin the TOP numbers."""
    from scm_cli.dates import read_day
    from scm_cli.model.record_changes import invite as invited

    own = desk(ctx)
    day = read_day(on, own.today, past=True) if on else None

    def change(stored: "StoredSession", resolver: "Resolver") -> "Changed":
        after = invited(stored.value, stored.ref, day, own.today)
        stamped = after.invited_on or own.today
        if stamped > after.date:
            found = say.NOT_A_SESSION_TO_COME(day=shown(stamped), date=shown(after.date))
            raise UsageFault(found, "" if on else say.INVITED_BEFORE())
        _warn(own, after, resolver.archive.group(stored.ref.group).value)
        return after, {"day": shown(stamped)}

    take_step(own, session, group, how, say.INVITED, change)


def _warn(own: Desk, session: "SessionTable", group: "Group") -> None:
    from datetime import timedelta

    if not session.agenda:
        own.terminal.warn(say.NO_ITEMS())
    days = group.notice_days
    if days is not None and session.invited_on is not None:
        due = session.date - timedelta(days=days)
        if session.invited_on > due:
            own.terminal.warn(say.NOTICE_SHORT(days=days, due=shown(due)))


@verb(app, "finalize", help_.FINALIZE, "scm session finalize 1 --yes\nscm session finalize 1 --dry-run")
@takes
def finalize(
    ctx: typer.Context,
    session: Session,
    group: InGroup,
    how: Writing,
    on: Annotated[str, typer.Option("--on", metavar="DATE", help=help_.FINALIZE_ON())] = "",
    unreached_as: Annotated[
        str, typer.Option("--unreached-as", metavar="postponed|dropped|done", help=help_.UNREACHED_AS())
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help=help_session.YES())] = False,
) -> None:
    """Check a session's protocol and seal it."""
    from scm_cli.archive.sealed_text import save_sealed, text_path
    from scm_cli.documents.sealing import sealed
    from scm_cli.model.steps import ensure

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    stored = own.resolver(archive, group.group).session(session)
    ensure(stored.value, stored.ref, "finalize")
    home = archive.group(stored.ref.group).value
    at = _moment(own, home, day_of_step(on, "--on", own, stored.value))
    ready = _settled(stored.value, unreached_as, _approved_in(archive, stored))
    _check(own, archive, stored, ready, home)
    asked(own, say.REALLY_FINALIZE(ref=stored.ref), yes=yes or how.dry_run)
    made, text = sealed(archive, stored.ref, ready, at)
    save_sealed(archive, stored, made, text)
    _tell_items(own, how, stored.value, made)
    _tell_deputies(own, how, archive, ready, made)
    what, path = changes.SESSION(ref=stored.ref), archive.files.name(text_path(stored.ref))
    told(own, how, say.FINALIZED, what=what, path=path)


def _moment(own: Desk, group: "Group", day: date | None) -> datetime:
    """Return now in the group's time zone, on another day where one is named."""
    from zoneinfo import ZoneInfo

    now = own.clock().astimezone(ZoneInfo(group.timezone)).replace(microsecond=0)
    return now if day is None else datetime.combine(day, now.time(), now.tzinfo)


def _approved_in(archive: "Archive", stored: "StoredSession") -> frozenset[str]:
    """Return the sessions on a session's agenda whose protocols it has approved."""
    from scm_cli.model.refs import parse_session

    found = set()
    for about in (item.about for item in stored.value.agenda if item.purpose == "approval" and item.about):
        ref = parse_session(about)
        try:
            approval = archive.session(ref).value.approval if ref else None
        except (FileNotFoundError, BadData):
            continue  # told by `check`; whether it was approved here is then not known
        if approval is not None and approval.session == str(stored.ref):
            found.add(about)
    return frozenset(found)


def _settled(session: "SessionTable", typed: str, approved: frozenset[str]) -> "SessionTable":
    """Return the session with its open items settled; raises `UsageFault` for an unknown state."""
    from scm_cli.model.record_changes import Unreached, settle_unreached, treated

    known: tuple[Unreached, ...] = get_args(Unreached)
    after = treated(session, approved)
    if not typed:
        return after
    meant = code(typed, known)
    for state in known:
        if meant == state:
            return settle_unreached(after, state)
    found = usage.UNKNOWN_FILTER(option="--unreached-as", value=typed)
    raise UsageFault(found, usage.KNOWN(values=", ".join(known)))


def _check(own: Desk, archive: "Archive", stored: "StoredSession", ready: "SessionTable", group: "Group") -> None:
    """Warn of what is odd; raise `ScmError` with all that stands in the way."""
    from scm_cli.archive.attendance_faults import attendance_faults
    from scm_cli.archive.faults import Finding
    from scm_cli.archive.readiness import Case, unready
    from scm_cli.model.record_changes import unreached
    from scm_cli.query.rows import row_name
    from scm_cli.rules.checking import own_lacks

    found = unready(Case(archive, stored, ready, group, own.today))
    lacks = own_lacks(archive, stored, ready)
    found += [Finding(one.problem, one.command) for one in lacks if one.level == "error"]
    for one in lacks:
        if one.level == "warning":
            own.terminal.warn(one.problem.found)
    if found:
        remedy = say.UNREACHED_REMEDY if unreached(ready) else say.NOT_READY_REMEDY
        raise ScmError("\n".join(f"{one.problem}; {faults.REMEDY(command=one.command)}" for one in found), remedy())
    if len(archive.register) == len(archive.attendee_keys()):
        for problem, _ in attendance_faults(archive, stored, group, archive.register):
            own.terminal.warn(problem.found)
    left = [row for row in ready.attendance if row.state in ("invited", "accepted", "declined")]
    if left:
        names = [row_name(row, archive.register) or row.who for row in left]
        command = f"scm attendance set {stored.ref} … --state excused"
        own.terminal.warn(say.NOT_SAID(names="; ".join(names), command=command))


def _tell_items(own: Desk, how: Writing, before: "SessionTable", after: "SessionTable") -> None:
    """Say what became of open items by finalizing."""
    from scm_cli.commands.agenda.itemwork import named_item

    for item in after.agenda:
        old = before.item(item.id)
        if old is not None and old.state != item.state:
            told(own, how, say.ITEM_SET, what=named_item(after, item.id), state=VALUES[item.state]())


def _tell_deputies(own: Desk, how: Writing, archive: "Archive", before: "SessionTable", after: "SessionTable") -> None:
    """Say of whom finalizing noted for whom they sat in."""
    from scm_cli.query.rows import name_of

    for old, row in zip(before.attendance, after.attendance, strict=True):
        if row.represents and row.represents != old.represents:
            names = {"name": name_of(row.who, archive.register), "other": name_of(row.represents, archive.register)}
            told(own, how, attendance.SITS_IN, **names)


@verb(app, "reopen", help_.REOPEN, 'scm session reopen 3 --reason "Zahlen in TOP 1 falsch"')
@takes
def reopen(
    ctx: typer.Context,
    session: Session,
    group: InGroup,
    how: Writing,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help=help_.REASON())] = "",
) -> None:
    """Make a final protocol a draft again."""
    from scm_cli.archive.beside import going
    from scm_cli.archive.sealed_text import text_path
    from scm_cli.archive.typed import apply
    from scm_cli.model.record import Reopening
    from scm_cli.model.steps import stage

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    why = apply(Reopening(on=own.today), {"reason": reason} if reason else {}, own.today)
    with archive.lock():
        stored = own.resolver(archive, group.group).session(session)
        path = text_path(stored.ref)
        final = stage(stored.value) in ("final", "approved")
        if path.as_posix() in archive.cleared and not final:
            return  # an earlier run was cut off, which is finished now
        there = (archive.files.root / path).is_file()
        with going(archive, [path.as_posix()] if there else []):
            if final or not there:
                _reopen(ctx, how, archive, stored, why.reason)
            if there:
                trash = archive.trash(path)
                told(own, how, say.LEFT_OVER_TRASHED, path=archive.files.name(path), trash=archive.files.name(trash))


def _reopen(ctx: typer.Context, how: Writing, archive: "Archive", stored: "StoredSession", reason: str | None) -> None:
    from scm_cli.model.record_changes import reopen
    from scm_cli.model.steps import ensure

    own = desk(ctx)
    ensure(stored.value, stored.ref, "reopen")
    if not reason:
        raise UsageFault(usage.MISSING_VALUE(name="--reason"), usage.SEE_HELP(command=ctx.command_path))
    archive.save(stored, reopen(stored.value, stored.ref, own.today, reason))
    told(own, how, say.REOPENED, what=changes.SESSION(ref=stored.ref), path=archive.files.name(stored.path))
