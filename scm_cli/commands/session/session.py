"""`scm session`: plan, look at and change meetings."""

from dataclasses import replace
from typing import Annotated

import typer

from scm_cli.archive.typed import apply, differences
from scm_cli.commands.complete import attendees, groups, sessions
from scm_cli.commands.desk import desk
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.numbers import whole_number
from scm_cli.commands.options import FieldOptions, InGroup, Writing, option_set, takes
from scm_cli.commands.saying import asked, discarded, edited, stays, told
from scm_cli.commands.session import approval, plan, record, sign
from scm_cli.commands.session.view import app as viewing
from scm_cli.errors import Conflict, UsageFault
from scm_cli.locale import attendance as here
from scm_cli.locale import changes as say
from scm_cli.locale import errors as wrong
from scm_cli.locale import help_session as help_
from scm_cli.locale import help_top, importing, merging, usage
from scm_cli.locale.words import code

app = noun(help_top.SESSION)
app.registered_commands += viewing.registered_commands


@option_set(frozen=True)
class SessionFields(FieldOptions):
    """The head of a session."""

    title: Annotated[str, typer.Option("--title", metavar="TEXT", help=help_.TITLE())] = ""
    kind: Annotated[str, typer.Option("--kind", metavar="ordinary|extraordinary|constitutive", help=help_.KIND())] = ""
    mode: Annotated[str, typer.Option("--mode", metavar="in-person|online|hybrid|written", help=help_.MODE())] = ""
    start: Annotated[str, typer.Option("--start", metavar="TIME", help=help_.START())] = ""
    end: Annotated[str, typer.Option("--end", metavar="TIME", help=help_.END())] = ""
    planned_end: Annotated[str, typer.Option("--planned-end", metavar="TIME", help=help_.PLANNED_END())] = ""
    place: Annotated[str, typer.Option("--place", metavar="TEXT", help=help_.PLACE())] = ""
    room: Annotated[str, typer.Option("--room", metavar="TEXT", help=help_.ROOM())] = ""
    host: Annotated[str, typer.Option("--host", metavar="TEXT", help=help_.HOST())] = ""
    link: Annotated[str, typer.Option("--link", metavar="URL", help=help_.LINK())] = ""
    reference: Annotated[str, typer.Option("--reference", metavar="TEXT", help=help_.REFERENCE())] = ""
    display_number: Annotated[str, typer.Option("--display-number", metavar="TEXT", help=help_.DISPLAY_NUMBER())] = ""
    chair: Annotated[str, typer.Option("--chair", metavar="NAME", help=help_.CHAIR(), autocompletion=attendees)] = ""
    minute_taker: Annotated[
        str,
        typer.Option("--minute-taker", metavar="NAME", help=help_.MINUTE_TAKER(), autocompletion=attendees),
    ] = ""
    quorum_stated: Annotated[
        str, typer.Option("--quorum-stated", metavar="present|lacking", help=here.QUORUM_STATED())
    ] = ""
    quorum_present: Annotated[str, typer.Option("--quorum-present", metavar="N", help=here.QUORUM_PRESENT())] = ""
    quorum_of: Annotated[str, typer.Option("--quorum-of", metavar="N", help=here.QUORUM_OF())] = ""

    def resolved(self, resolver: object) -> dict[str, object]:
        """Return what was typed, people by their keys."""
        found = self.given()
        for name in ("chair", "minute_taker"):
            if name in found:
                found[name] = resolver.attendee(found[name])  # type: ignore[attr-defined] # loaded late
        return found


Session = Annotated[str, typer.Argument(metavar="SESSION", help=help_.ARGUMENT(), autocompletion=sessions)]


@verb(
    app,
    "add",
    help_.ADD,
    'scm session add 2026-12-08 --start 10:00 --place Cottbus --title "Sondersitzung"\n'
    "scm session add --json sitzung.json",
)
@takes
def add(
    ctx: typer.Context,
    values: SessionFields,
    how: Writing,
    date: Annotated[str, typer.Argument(metavar="DATE", help=help_.DATE())] = "",
    group: Annotated[
        str, typer.Option("--group", "-g", metavar="NAME", help=help_.GROUP(), autocompletion=groups)
    ] = "",
    number: Annotated[str, typer.Option("--number", metavar="N", help=help_.NUMBER())] = "",
    json: Annotated[str, typer.Option("--json", metavar="FILE|-", help=importing.ADD_JSON())] = "",
) -> None:
    """Plan a session."""
    from scm_cli.commands.session.add import New, add_session

    if not (date or json):
        raise UsageFault(usage.MISSING_VALUE(name="DATE"))
    add_session(desk(ctx), how, New(date, number, group, values.resolved), json)


@verb(app, "edit", help_.EDIT, "scm session edit 1 --place Forst\nscm session edit 1 --status held --clear room")
@takes
def edit(
    ctx: typer.Context,
    session: Session,
    values: SessionFields,
    how: Writing,
    group: InGroup,
    date: Annotated[str, typer.Option("--date", metavar="DATE", help=help_.DATE())] = "",
    status: Annotated[str, typer.Option("--status", metavar="planned|invited|held", help=help_.STATUS())] = "",
    clear: Annotated[list[str] | None, typer.Option("--clear", metavar="FIELD", help=help_.CLEAR())] = None,
) -> None:
    """Change a session's head; without options in the editor."""
    from scm_cli.commands.editor import edit_file
    from scm_cli.commands.session.planning import rescheduled
    from scm_cli.model.guard import ensure_open

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive, group.group)
    typed = values.resolved(resolver) | {n: v for n, v in (("date", date), ("status", status)) if v}
    if not typed and not clear:
        edit_file(own, archive, resolver.session(session), how)
        return
    if code(status, ("final", "approved", "cancelled")) in ("final", "approved", "cancelled"):
        raise UsageFault(wrong.STATUS_BY_COMMAND(status=status), wrong.STATUS_BY_COMMAND_REMEDY())
    with archive.lock():
        stored = resolver.session(session)
        ensure_open(stored.value, stored.ref)
        changed = rescheduled(stored.value, apply(stored.value, typed, own.today, clear or ()))
        archive.save(stored, changed)
    names = [name for name in differences(stored.value, changed) if name != "sequence"]
    edited(own, how, say.SESSION(ref=stored.ref), names, archive.files.name(stored.path))


@verb(app, "cancel", help_.CANCEL, "scm session cancel 2")
@takes
def cancel(ctx: typer.Context, session: Session, group: InGroup, how: Writing) -> None:
    """Cancel a session that has not taken place."""
    from scm_cli.model.guard import ensure_open

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    with archive.lock():
        stored = own.resolver(archive, group.group).session(session)
        ensure_open(stored.value, stored.ref)
        if stored.value.was_held:
            raise Conflict(wrong.WAS_HELD(ref=stored.ref), wrong.WAS_HELD_REMEDY())
        if stored.value.status == "cancelled":
            raise Conflict(wrong.ALREADY_CANCELLED(ref=stored.ref))
        archive.save(stored, replace(stored.value, status="cancelled", sequence=stored.value.sequence + 1))
    path = archive.files.name(stored.path)
    told(own, how, say.CANCELLED, what=say.SESSION(ref=stored.ref), path=path)


@verb(app, "remove", help_.REMOVE, "scm session remove 2 --yes")
@takes
def remove(
    ctx: typer.Context,
    session: Session,
    how: Writing,
    group: InGroup,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=help_.YES())] = False,
) -> None:
    """Move a session that has not taken place to the trash, with its attachments."""
    from scm_cli.archive.attaching import take_away
    from scm_cli.archive.beside import going
    from scm_cli.model.guard import ensure_open

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    stored = own.resolver(archive, group.group).session(session)
    ensure_open(stored.value, stored.ref)
    if stored.value.was_held:
        raise Conflict(wrong.WAS_HELD(ref=stored.ref), wrong.WAS_HELD_REMEDY())
    what = say.SESSION(ref=stored.ref)
    asked(own, say.REALLY_REMOVE(what=what), yes=yes or how.dry_run)
    files = [one.file for one in stored.value.attachments if one.file]
    with archive.lock(), going(archive, files):
        discarded(own, how, what, archive.files, stored.path, archive.discard(stored))
        for away in take_away(archive, stored, files, ()):
            file = archive.files.name(away.path)
            if away.trash is None:
                stays(own, how, file, sure=away.sure)
            else:
                discarded(own, how, file, archive.files, away.path, away.trash)


@verb(app, "renumber", merging.RENUMBER, "scm session renumber 2 --to 12")
@takes
def renumber(
    ctx: typer.Context,
    session: Session,
    how: Writing,
    group: InGroup,
    to: Annotated[str, typer.Option("--to", metavar="N", help=merging.TO())] = "",
    from_git: Annotated[bool, typer.Option("--from-git", help=merging.FROM_GIT())] = False,
) -> None:
    """Give a session another number."""
    from scm_cli.commands.session import renumber as numbers
    from scm_cli.model.kinds import LARGEST

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive, group.group)
    number = whole_number(to, "--to", high=LARGEST) if to else 0
    if from_git:
        numbers.renumber_theirs(own, how, archive, resolver.session_ref(session), number)
    else:
        numbers.renumber(own, how, archive, resolver, session, number)


for steps in (plan.app, record.app, approval.app, sign.app):
    app.registered_commands += steps.registered_commands
