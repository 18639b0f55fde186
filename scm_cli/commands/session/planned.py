"""What `scm session plan` says: the day and why, the agenda, and what a secretary should look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from scm_cli.commands.session.stepwork import shown
from scm_cli.errors import UsageFault
from scm_cli.locale import language
from scm_cli.locale import planning as say

if TYPE_CHECKING:
    from scm_cli.model.group import Group
    from scm_cli.model.refs import SessionRef
    from scm_cli.model.session import Session
    from scm_cli.planning.carrying import Sessions
    from scm_cli.planning.day import Proposal


@dataclass(frozen=True)
class Planned:
    """A new session, and what it was made from."""

    ref: "SessionRef"
    session: "Session"
    group: "Group"
    sessions: "Sessions"
    proposal: "Proposal | None"


def planned_lines(made: Planned, today: date) -> Iterator[str]:
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
    yield from item_lines(session)
    tasks = open_tasks(made.sessions, today)
    if tasks:
        late = sum(task.overdue for task in tasks)
        yield say.OPEN_TASKS(len(tasks), overdue=late, command="scm task list --open")


def item_lines(session: "Session", only: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the items of an agenda, or only those with some ids."""
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


def warnings(made: Planned, today: date) -> Iterator[str]:
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


def approved_meanwhile(session: "Session", ref: "SessionRef", known: "Sessions") -> Iterator[str]:
    """Yield which approvals on an agenda are no longer needed."""
    from scm_cli.model.numbering import tops

    approved = {str(other) for other, one in known.items() if one.status == "approved"}
    numbers = tops(session.agenda)
    for item in session.agenda:
        if item.purpose == "approval" and item.state == "open" and item.about in approved:
            top, command = numbers[item.id], f"scm agenda drop {ref.item(item.id)}"
            yield say.APPROVED_MEANWHILE(top=top, ref=item.about, command=command)
