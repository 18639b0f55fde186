"""`scm session plan`: the group's next session with its day and its agenda."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.complete import sessions
from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import InGroup, Writing, takes
from scm_cli.commands.saying import reference, told
from scm_cli.commands.session.planned import Planned, approved_meanwhile, item_lines, planned_lines, warnings
from scm_cli.commands.session.stepwork import shown
from scm_cli.errors import BadData, Conflict, UsageFault
from scm_cli.locale import changes, help_top, language, usage
from scm_cli.locale import help_plan as help_
from scm_cli.locale import planning as say

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.model.group import Group
    from scm_cli.model.refs import SessionRef
    from scm_cli.planning.carrying import Sessions
    from scm_cli.planning.day import Proposal

app = noun(help_top.SESSION)


@verb(
    app,
    "plan",
    help_.PLAN,
    "scm session plan\nscm session plan 13.12.2022 --dry-run\nscm session plan --if-missing --quiet\n"
    "scm session plan --into 2",
)
@takes
def plan(
    ctx: typer.Context,
    group: InGroup,
    how: Writing,
    day: Annotated[str, typer.Argument(metavar="DATE", help=help_.PLAN_DATE())] = "",
    if_missing: Annotated[bool, typer.Option("--if-missing", help=help_.IF_MISSING())] = False,
    into: Annotated[str, typer.Option("--into", metavar="SESSION", help=help_.INTO(), autocompletion=sessions)] = "",
) -> None:
    """Plan the group's next session."""
    own = desk(ctx)
    if into and (day or if_missing):
        raise UsageFault(usage.TOGETHER(one="--into", other="--if-missing" if if_missing else "DATE"))
    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive, group.group)
    if into:
        _fill(own, how, archive, resolver.session_ref(into))
    else:
        _plan(own, how, archive, resolver.group(), day, if_missing=if_missing)


def _plan(own: Desk, how: Writing, archive: "Archive", key: str, day: str, *, if_missing: bool) -> None:
    """Make the next session, or name the one there is."""
    from scm_cli.archive.layout import session_path
    from scm_cli.planning.status import upcoming

    with archive.lock():
        home = archive.group(key).value
        known = _sessions(archive, key)
        there = upcoming(known, own.today) if if_missing else None
        if there is not None:
            reference(own, str(there))
            told(own, how, say.ALREADY, ref=there, day=shown(known[there].date))
            return
        made = _planned(own, archive, key, home, known, day)
        path = session_path(key, made.ref.number)
        archive.create(path, made.session)
    reference(own, str(made.ref))
    if how.dry_run or not how.quiet:
        own.terminal.say("\n".join(planned_lines(made, own.today)))
    told(own, how, say.PLANNED, what=changes.SESSION(ref=made.ref), path=archive.files.name(path))
    for warning in warnings(made, own.today):
        own.terminal.warn(warning)


def _fill(own: Desk, how: Writing, archive: "Archive", ref: "SessionRef") -> None:
    """Put on the agenda of a session that is planned already what it is still missing."""
    from dataclasses import replace

    from scm_cli.model.steps import ensure
    from scm_cli.planning.agenda import filled_agenda

    with archive.lock():
        stored = own.resolver(archive).session(str(ref))
        ensure(stored.value, ref, "invite")
        if stored.value.date < own.today:
            raise Conflict(say.IN_THE_PAST(day=shown(stored.value.date)))
        known = _sessions(archive, ref.group)
        agenda, added = filled_agenda(archive.group(ref.group).value, known, ref, own.today)
        filled = replace(stored.value, agenda=agenda)
        archive.save(stored, filled)
    reference(own, str(ref))
    what = changes.SESSION(ref=ref)
    for warning in approved_meanwhile(filled, ref, known):
        own.terminal.warn(warning)
    if not added:
        told(own, how, say.NOTHING_MISSING, what=what)
        return
    if how.dry_run or not how.quiet:
        own.terminal.say("\n".join(item_lines(filled, frozenset(item.id for item in added))))
    told(own, how, say.FILLED, what=what, path=archive.files.name(stored.path))


def _sessions(archive: "Archive", key: str) -> "Sessions":
    """Return all sessions of a group; raises `BadData` where one cannot be read."""
    known = len(archive.problems)
    found = {stored.ref: stored.value for stored in archive.sessions([key])}
    if broken := archive.problems[known:]:
        raise BadData(broken, say.BROKEN_FILES())
    return found


def _planned(own: Desk, archive: "Archive", key: str, home: "Group", known: "Sessions", typed: str) -> Planned:
    from dataclasses import replace
    from uuid import uuid4

    from scm_cli.commands.session.planning import next_number
    from scm_cli.dates import read_day
    from scm_cli.planning.agenda import first_agenda
    from scm_cli.planning.carrying import left_for
    from scm_cli.planning.session import draft, ending

    ref = next_number(archive, key, "")
    proposal = None if typed else _proposal(key, home, known, own.today)
    day = proposal.day if proposal else read_day(typed, own.today, past=False)
    session = ending(draft(ref.number, day, home, str(uuid4())), home)
    left, _ = left_for(known, own.today, day)
    agenda = first_agenda(home, known, day, own.today, left)
    return Planned(ref, replace(session, agenda=agenda), home, known, proposal)


def _proposal(key: str, home: "Group", known: "Sessions", today: date) -> "Proposal":
    """Return the day the rhythm gives; raises `UsageFault` where it gives none."""
    from scm_cli.dates import check_rhythm, show_rhythm
    from scm_cli.planning.day import next_day
    from scm_cli.planning.holidays import Holidays

    if home.rhythm is None:
        raise UsageFault(say.NO_RHYTHM(group=key), say.NO_RHYTHM_REMEDY(group=key))
    if problem := check_rhythm(home.rhythm, home.rhythm_since):
        raise UsageFault(problem, say.BAD_RHYTHM_REMEDY(group=key))
    holiday = Holidays(home.region, language()).name
    found = next_day(home.rhythm, home.rhythm_since, known.values(), today, holiday)
    if found is None:
        ended = say.RHYTHM_ENDED(rhythm=show_rhythm(home.rhythm, language()))
        raise UsageFault(ended, say.BAD_RHYTHM_REMEDY(group=key))
    return found
