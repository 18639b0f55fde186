"""`scm attendance import`: who came, from a file."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.archive.typed import apply
from scm_cli.commands.agenda.imported import doubts
from scm_cli.commands.attendee.files import FormatOption, people_format
from scm_cli.commands.complete import sessions
from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import InGroup, Writing, takes
from scm_cli.commands.saying import said
from scm_cli.locale import help_attendance, help_top, importing, language, words
from scm_cli.locale import people as say

if TYPE_CHECKING:
    from scm_cli.importers.attendance import Came
    from scm_cli.model.attendance import Attendance, Span
    from scm_cli.model.session import Session
    from scm_cli.query.rows import Register

app = noun(help_top.ATTENDANCE)


@verb(app, "import", say.IMPORT_ATTENDANCE, "scm attendance import 2 personen.csv --state invited\n"
      "scm attendance import 2 bericht.csv --dry-run")  # fmt: skip
@takes
def import_attendance(
    ctx: typer.Context,
    session: Annotated[str, typer.Argument(metavar="SESSION", help=help_attendance.SESSION(), autocompletion=sessions)],
    file: Annotated[str, typer.Argument(metavar="FILE|-", help=importing.IMPORT_FILE())],
    group: InGroup,
    how: Writing,
    format_: FormatOption = "",
    state: Annotated[
        str, typer.Option("--state", metavar="invited|accepted|declined|present|excused|absent", help=say.STATE())
    ] = "present",
) -> None:
    """Note who came from a file."""
    from scm_cli.commands.infile import given_bytes
    from scm_cli.importers.attendance import COLUMNS, attendance_of
    from scm_cli.importers.person_files import people_table
    from scm_cli.importers.presenters import Presenters
    from scm_cli.model.attendance import Attendance
    from scm_cli.model.guard import ensure_open

    kind = people_format(format_)
    own = desk(ctx)
    default = apply(Attendance(), {"state": state}, own.today).state or ""
    data = given_bytes(own, file)
    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive, group.group)
    with archive.lock():
        stored = resolver.session(session)
        ensure_open(stored.value, stored.ref)
        table = people_table(data, file, COLUMNS, kind)
        who = Presenters(resolver, own.today)
        came = attendance_of(table, file, who, default)
        changed = noted(stored.value, came)
        archive.save(stored, changed)
    if how.dry_run:
        _shown(own, stored.value, changed)
    doubts(own, how, who, table.unused)
    count = sum(row not in stored.value.attendance for row in changed.attendance)
    said(own, how, say.NOTED(count, ref=stored.ref, path=archive.files.name(stored.path)))


def noted(session: "Session", came: "tuple[Came, ...]") -> "Session":
    """Return a session with what a file says of those who came; a report that has times was taken online."""
    from scm_cli.importers.attendance import presence
    from scm_cli.model.attendance_changes import note

    for one in came:
        values = dict(one.values)
        if one.times and values["state"] == "present":
            values["presence"] = presence(one.times, session)
            if session.mode == "hybrid":
                values.setdefault("via", "online")
        session = note(session, one.row, partial(replace, **values))
    return session


def _shown(own: Desk, before: "Session", after: "Session") -> None:
    """Print what an import would note: `+` for those not named yet, `~` for those of whom something else is noted."""
    known = {row.identity: row for row in before.attendance}
    register = own.archive().register
    for row in after.attendance:
        if row != known.get(row.identity):
            mark = "~" if row.identity in known else "+"
            own.terminal.write(f"{mark} {'; '.join(_parts(row, register))}\n")


def _parts(row: "Attendance", register: "Register") -> list[str]:
    """Return a row of the attendance as text: name, organisation, state, times."""
    from scm_cli.query.rows import row_name

    times = [_span(span) for span in row.presence]
    name = row_name(row, register)
    state = words.VALUES[row.state]() if row.state else ""
    return [part for part in (name, row.organisation or "", state, *times) if part]


def _span(span: "Span") -> str:
    """Return `ab 10:20 Uhr`, `bis 11:45 Uhr` or both."""
    from scm_cli.dates import show_hours, show_since

    if span.from_ and not span.until:
        return show_since(span.from_, language())
    return show_hours(span.from_, span.until, language())
