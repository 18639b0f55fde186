"""What the commands about tasks have in common: their options, their sentences, the way a change is made."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scm_cli.archive.typed import apply, differences
from scm_cli.commands.complete import attendees
from scm_cli.commands.desk import Desk
from scm_cli.commands.filtering import SessionFilters, many
from scm_cli.commands.options import FieldOptions, Listing, Options, Writing, option_set
from scm_cli.commands.parties import parties
from scm_cli.commands.saying import edited, told
from scm_cli.commands.session.stepwork import day_of_step, shown
from scm_cli.errors import UsageFault
from scm_cli.locale import changes, options, usage, words
from scm_cli.locale import help_task as help_
from scm_cli.locale import tasks as say
from scm_cli.locale.keys import KEYS

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, StoredSession
    from scm_cli.archive.outcomes import Found
    from scm_cli.archive.resolve import Resolver
    from scm_cli.model.outcomes import Task
    from scm_cli.model.session import Session
    from scm_cli.query.filters import Filters
    from scm_cli.query.tasks import Question

STATES = "open|in-progress|waiting|done|dropped"


@option_set(frozen=True)
class TaskFields(FieldOptions):
    """What a session says of a task."""

    assignees: Annotated[
        list[str] | None, typer.Option("--to", metavar="NAME", help=help_.TO(), autocompletion=attendees)
    ] = None
    organisations: Annotated[
        list[str] | None, typer.Option("--to-organisation", metavar="TEXT", help=help_.TO_ORGANISATION())
    ] = None
    due: Annotated[str, typer.Option("--due", metavar="DATE", help=help_.DUE())] = ""
    not_before: Annotated[str, typer.Option("--not-before", metavar="DATE", help=help_.NOT_BEFORE())] = ""
    state: Annotated[str, typer.Option("--state", metavar=STATES, help=help_.STATE())] = ""

    def resolved(self, resolver: "Resolver") -> dict[str, Any]:
        """Return what was typed, assignees by key where the register has them, else by name."""
        found = self.given()
        people, organisations = found.pop("assignees", ()), found.pop("organisations", ())
        if people or organisations:
            found["assignees"] = parties(people, organisations, resolver)
        return found


@option_set(frozen=True)
class TaskEdits(TaskFields):
    """What changes of a task; those named with `--to` take the place of all so far."""

    assignees: Annotated[
        list[str] | None, typer.Option("--to", metavar="NAME", help=help_.TO_EDIT(), autocompletion=attendees)
    ] = None


@option_set(frozen=True)
class TaskListing(Listing):
    """How a list of tasks is sorted, cut off and written."""

    sort: Annotated[str, typer.Option("--sort", metavar="FIELD[,FIELD]", help=help_.SORT())] = ""


@option_set(frozen=True)
class Noting(Options):
    """What the history says besides the change itself."""

    note: Annotated[str, typer.Option("--note", metavar="TEXT", help=help_.NOTE())] = ""
    on: Annotated[str, typer.Option("--on", metavar="DATE", help=help_.ON())] = ""

    @property
    def given(self) -> bool:
        """Whether anything was typed."""
        return bool(self.note or self.on)

    def noted(self, today: date) -> str | None:
        """Return the note as it is stored; raises `UsageFault` where it cannot be one."""
        from scm_cli.model.outcomes import TaskChange

        return apply(TaskChange(on=today), {"note": self.note}, today).note if self.note else None


@option_set(frozen=True)
class TaskFilters(SessionFilters):
    """The filters about sessions, and those about tasks; `--to` names people here."""

    to: Annotated[str, typer.Option("--until", metavar="DATE", help=options.FILTER_TO())] = ""
    text: Annotated[list[str] | None, many("--text", metavar="TEXT", text=help_.FILTER_TEXT)] = None
    state: Annotated[list[str] | None, many("--state", metavar=STATES, text=help_.FILTER_STATE)] = None
    unfinished: Annotated[bool, typer.Option("--open", help=help_.OPEN())] = False
    overdue: Annotated[bool, typer.Option("--overdue", help=help_.OVERDUE())] = False
    due_before: Annotated[str, typer.Option("--due-before", metavar="DATE", help=help_.DUE_BEFORE())] = ""
    due_within: Annotated[str, typer.Option("--due-within", metavar="TIME", help=help_.DUE_WITHIN())] = ""
    assignees: Annotated[
        list[str] | None, typer.Option("--to", metavar="NAME", help=help_.FILTER_TO(), autocompletion=attendees)
    ] = None
    hidden: Annotated[bool, typer.Option("--hidden", help=help_.HIDDEN())] = False

    def filters(self, today: date) -> "Filters":
        """Return what the options about sessions narrow a list to; raises `UsageFault` for a wrong date."""
        return super().filters(today)._replace(text=())

    def question(self, today: date) -> "Question":
        """Return what the options about tasks ask; raises `UsageFault` for a wrong date or length of time."""
        from scm_cli.query.tasks import Question

        before = self._before(today)
        for name in self.assignees or ():
            if not any(letter.isalpha() for letter in name):
                raise UsageFault(say.TO_IS_NAME(value=name), say.TO_IS_NAME_REMEDY())
        return Question(
            unfinished=self.unfinished or (before is not None and not self.state),
            overdue=self.overdue,
            due_before=before,
            to=tuple(self.assignees or ()),
            text=tuple(self.text or ()),
            hidden=self.hidden,
        )

    def _before(self, today: date) -> date | None:
        from scm_cli.dates import read_day, read_within

        if self.due_before and self.due_within:
            raise UsageFault(usage.TOGETHER(one="--due-before", other="--due-within"))
        if self.due_within:
            return read_within(self.due_within, today) + timedelta(days=1)
        return read_day(self.due_before, today, past=False) if self.due_before else None


def take_steps(
    own: Desk,
    resolver: "Resolver",
    refs: list[str],
    noting: Noting,
    how: Writing,
    wanted: "Callable[[Task], Mapping[str, Any]]",
) -> None:
    """Change tasks under the lock, all or none, and say so.

    Args:
        own: the surroundings.
        resolver: of the archive.
        refs: the tasks as typed.
        noting: note and day.
        how: what is written and said.
        wanted: gives what a task is to have from now on from how it stands now.
    """
    from scm_cli.model.task_changes import Step, progressed

    archive, note = resolver.archive, noting.noted(own.today)

    def change(stored: "StoredSession", task: "Task") -> "Task":
        day = day_of_step(noting.on, "--on", own, stored.value) or own.today
        return progressed(stored.value, stored.ref, task, Step(wanted(task.present), day, note))

    with archive.lock():
        sessions, made = _changed(resolver, refs, change)
        for stored, value in sessions if len(sessions) > 1 else ():
            own.archive(dry_run=True).save(stored, value)  # every change is verified before the first is written
        for stored, value in sessions:
            archive.save(stored, value)
    for found, became in made:
        _tell(own, how, archive, found, became)


def _changed(
    resolver: "Resolver", refs: list[str], change: "Callable[[StoredSession, Task], Task]"
) -> "tuple[list[tuple[StoredSession, Session]], list[tuple[Found[Task], Task]]]":
    """Return the sessions of tasks with all changes made, and each task with what became of it.

    Raises:
        NotFound: one of the tasks does not exist; whatever else is wrong with one is raised too.
    """
    from scm_cli.archive.outcomes import TASK, find_outcome
    from scm_cli.model.outcome_changes import change as change_outcome

    found = {one.ref: one for one in (find_outcome(resolver, ref, TASK) for ref in refs)}
    made = [(one, change(one.stored, one.value)) for one in found.values()]
    stored = {str(one.stored.ref): one.stored for one, _ in made}
    after = {key: one.value for key, one in stored.items()}
    for one, became in made:
        key = str(one.stored.ref)
        after[key] = change_outcome(after[key], one.value, _into(became))
    return [(stored[key], value) for key, value in after.items()], made


def _into(became: "Task") -> "Callable[[Task], Task]":
    return lambda _: became


def _tell(own: Desk, how: Writing, archive: "Archive", found: "Found[Task]", became: "Task") -> None:
    """Say what changed of a task, and that a final protocol stays as it is."""
    from scm_cli.model.guard import is_closed

    session, before, after = found.stored.value, found.value.present, became.present
    what, path = named_task(session, found.item.id, found.ref), archive.files.name(found.stored.path)
    if became == found.value:
        told(own, how, changes.UNCHANGED, what=what)
        return
    warn_of_oddities(own, session, before, after)
    changed = {*differences(before, after), *differences(found.value, became)}
    names = [one.name for one in fields(after) if one.name in changed - {"history"}] or ["note"]
    closed = is_closed(session)
    if names == ["note"]:
        told(own, how, say.NOTED, what=what, path=path)
    elif names == ["state"]:
        text, state = (say.SET_CLOSED if closed else say.SET), words.TASK_VALUES[after.state]
        told(own, how, text, what=what, state=state(), path=path)
    elif closed:
        labels = ", ".join(KEYS[name]() for name in names)
        told(own, how, say.EDITED_CLOSED, what=what, fields=labels, path=path)
    else:
        edited(own, how, what, names, path)


def named_task(session: "Session", item_id: str, ref: str) -> str:
    """Return a task as messages name it: with the item it came from."""
    from scm_cli.model.numbering import tops

    item, top = session.item(item_id), tops(session.agenda).get(item_id, "")
    title = item.title if item else item_id
    return say.TASK(ref=ref, top=top, title=title) if top else say.TASK_NO_TOP(ref=ref, title=title)


def details(task: "Task", resolver: "Resolver") -> str:
    """Return who does it from when and until when, in words."""
    from scm_cli.query.rows import party_name

    who = ", ".join(party_name(party, resolver.archive.register) for party in task.assignees)
    parts = [
        who or say.NOBODY(),
        say.NOT_BEFORE(day=shown(task.not_before)) if task.not_before else "",
        say.DUE(day=shown(task.due)) if task.due else "",
    ]
    return "; ".join(filter(None, parts))


def warn_of_oddities(own: Desk, session: "Session", before: "Task | None", after: "Task") -> None:
    """Warn of names that are not in the register and of days that can hardly be meant, where they are new."""
    from scm_cli.model.table import Named

    old = before.assignees if before else ()
    for party in after.assignees:
        if isinstance(party, Named) and party.name and party not in old:
            own.terminal.warn(say.UNREGISTERED(name=party.name))
    days = (after.due, after.not_before)
    if before and days == (before.due, before.not_before):
        return
    if after.due and after.due < session.date:
        own.terminal.warn(say.DUE_BEFORE_SESSION(day=shown(after.due), date=shown(session.date)))
    if after.due and after.not_before and after.not_before > after.due:
        own.terminal.warn(say.NOT_BEFORE_AFTER_DUE(day=shown(after.not_before), due=shown(after.due)))
