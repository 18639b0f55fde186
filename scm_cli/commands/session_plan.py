"""`scm session plan`: the group's next session with its day and its agenda."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.complete import sessions
from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import InGroup, Writing, takes
from scm_cli.commands.saying import reference, told
from scm_cli.commands.stepwork import shown
from scm_cli.errors import BadData, Conflict, UsageFault
from scm_cli.locale import changes, help_session, language, usage
from scm_cli.locale import help_plan as help_
from scm_cli.locale import planning as say

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.model.group import Group
    from scm_cli.model.refs import SessionRef
    from scm_cli.model.session import Session
    from scm_cli.planning.carrying import Sessions
    from scm_cli.planning.day import Proposal

app = noun(help_session.SESSION)


@dataclass(frozen=True)
class _Made:
    """A new session, and what it was made from."""

    ref: "SessionRef"
    session: "Session"
    group: "Group"
    sessions: "Sessions"
    proposal: "Proposal | None"


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
        own.terminal.say("\n".join(_lines(made, own.today)))
    told(own, how, say.PLANNED, what=changes.SESSION(ref=made.ref), path=archive.files.name(path))
    for warning in _warnings(made, own.today):
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
        agenda, added = filled_agenda(archive.group(ref.group).value, _sessions(archive, ref.group), ref, own.today)
        filled = replace(stored.value, agenda=agenda)
        archive.save(stored, filled)
    reference(own, str(ref))
    what = changes.SESSION(ref=ref)
    if not added:
        told(own, how, say.NOTHING_MISSING, what=what)
        return
    if how.dry_run or not how.quiet:
        own.terminal.say("\n".join(_item_lines(filled, frozenset(item.id for item in added))))
    told(own, how, say.FILLED, what=what, path=archive.files.name(stored.path))


def _sessions(archive: "Archive", key: str) -> "Sessions":
    """Return all sessions of a group; raises `BadData` where one cannot be read."""
    known = len(archive.problems)
    found = {stored.ref: stored.value for stored in archive.sessions([key])}
    if broken := archive.problems[known:]:
        raise BadData(broken, say.BROKEN_FILES())
    return found


def _planned(own: Desk, archive: "Archive", key: str, home: "Group", known: "Sessions", typed: str) -> _Made:
    from dataclasses import replace
    from uuid import uuid4

    from scm_cli.commands.planning import next_number
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
    return _Made(ref, replace(session, agenda=agenda), home, known, proposal)


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


def _lines(made: _Made, today: date) -> Iterator[str]:
    """Yield what is planned and why."""
    from scm_cli.dates import show_hours, show_rhythm, show_weekday_day
    from scm_cli.planning.session import invitation_due
    from scm_cli.planning.tasks import open_tasks

    lang, session = language(), made.session
    hours = show_hours(session.start, session.planned_end, lang)
    yield ", ".join(filter(None, (show_weekday_day(session.date, lang), hours, session.place)))
    if made.proposal is not None and made.group.rhythm is not None:
        yield say.RHYTHM(rhythm=show_rhythm(made.group.rhythm, lang))
        for one in made.proposal.avoided:
            text = {"day": show_weekday_day(one.day, lang), "holiday": one.holiday}
            yield say.WEEKS_LATER(one.later, **text) if one.later else say.NEXT_OF_RHYTHM(**text)
    due = invitation_due(session.date, made.group)
    if due is not None:
        yield say.INVITE_BY((session.date - due).days, day=show_weekday_day(due, lang))
    yield from _item_lines(session)
    tasks = open_tasks(made.sessions, today)
    if tasks:
        late = sum(task.overdue for task in tasks)
        yield say.OPEN_TASKS(len(tasks), overdue=late, command="scm task list --open")


def _item_lines(session: "Session", only: frozenset[str] = frozenset()) -> Iterator[str]:
    from scm_cli.model.numbering import tops

    numbers = tops(session.agenda)
    for item in session.agenda:
        if only and item.id not in only:
            continue
        text = say.BREAK if item.is_break else say.SUB_ITEM if item.level == 2 else say.ITEM
        line = text(top=numbers[item.id], title=item.title)
        yield say.CARRIED_FROM(item=line, ref=item.from_.partition("#")[0]) if item.from_ else line
    if not session.agenda:
        yield say.NO_ITEMS()


def _warnings(made: _Made, today: date) -> Iterator[str]:
    """Yield what a secretary should look at: the day that was named, the invitation, sessions nobody settled."""
    from scm_cli.planning.carrying import in_order, left_for, took_place
    from scm_cli.planning.session import invitation_due
    from scm_cli.planning.status import upcoming

    day = made.session.date
    for ref, session in in_order(made.sessions):
        if session.date == day and session.status != "cancelled":
            yield say.ANOTHER_THAT_DAY(ref=ref)
        if session.date < today and session.status != "cancelled" and not took_place(session, today):
            yield say.NOT_SETTLED(ref=ref, day=shown(session.date))
    if made.proposal is None:
        yield from _about_day(day, made.group, today)
    _, waiting = left_for(made.sessions, today, day)
    first = upcoming(made.sessions, today)
    if waiting and first is not None:
        yield say.LEFT_FOR_ANOTHER(len(waiting), ref=first, command=f"scm session plan --into {first}")
    due = invitation_due(day, made.group)
    if due is not None and due < today <= day:
        yield say.INVITE_LATE(day=shown(due))


def _about_day(day: date, home: "Group", today: date) -> Iterator[str]:
    """Yield what is odd about a day that was named."""
    from scm_cli.planning.holidays import Holidays

    if day < today:
        yield say.IN_THE_PAST(day=shown(day))
    try:
        holiday = Holidays(home.region, language()).name(day)
    except UsageFault as error:
        yield error.message
        return
    if holiday:
        yield say.ON_HOLIDAY(day=shown(day), holiday=holiday)
