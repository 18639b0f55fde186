"""`scm task`: who does what by when, and how it went on."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from scm_cli.archive.typed import apply
from scm_cli.commands.complete import items, sessions, tasks, unfinished_tasks
from scm_cli.commands.desk import desk
from scm_cli.commands.filtering import InternalFilter
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import InGroup, Showing, Writing, takes
from scm_cli.commands.saying import reference, told
from scm_cli.commands.task.reminding import Reminding
from scm_cli.commands.task.reminding import remind as write_drafts
from scm_cli.commands.task.taskwork import (
    Noting,
    TaskEdits,
    TaskFields,
    TaskFilters,
    TaskListing,
    details,
    named_task,
    take_steps,
    warn_of_oddities,
)
from scm_cli.locale import help_task as help_
from scm_cli.locale import help_top, reminders
from scm_cli.locale import tasks as say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scm_cli.model.outcomes import Task, TaskState
    from scm_cli.query.rows import Row

app = noun(help_top.TASK)

Reference = Annotated[str, typer.Argument(metavar="TASK", help=help_.ARGUMENT(), autocompletion=tasks)]
Every = Annotated[list[str], typer.Argument(metavar="TASK…", help=help_.ARGUMENTS(), autocompletion=tasks)]
Unfinished = Annotated[
    list[str], typer.Argument(metavar="TASK…", help=help_.ARGUMENTS(), autocompletion=unfinished_tasks)
]


@verb(app, "list", help_.LIST, "scm task list --open\nscm task list --overdue --to beispiel\nscm task list 2 --json")
@takes
def list_tasks(
    ctx: typer.Context,
    filters: TaskFilters,
    internal: InternalFilter,
    how: TaskListing,
    session: Annotated[str, typer.Argument(metavar="SESSION", help=help_.LIST_SESSION(), autocompletion=sessions)] = "",
) -> int:
    """List tasks."""
    from scm_cli.archive.listed import Tasks
    from scm_cli.archive.sources import sources as with_groups
    from scm_cli.commands.listing import sessions_named, show_list
    from scm_cli.query.fields import TASK
    from scm_cli.query.tasks import listed_tasks

    own = desk(ctx)
    archive = own.archive()
    wanted = filters.filters(own.today)._replace(internal=internal.internal).checked(TASK)
    found = Tasks(archive, filters.question(own.today), own.today)
    rows: Iterable[Row] | Tasks = found
    if session:
        sources = with_groups(archive, sessions_named(own, archive, session, filters.group))
        rows = found.answers(one for one in listed_tasks(sources, own.today) if wanted.hold_for(one.row))
    code = show_list(ctx, archive, rows, TASK, wanted, how)
    if found.put_aside and own.terminal.shows and not (how.json or how.format):
        own.terminal.say(say.HIDDEN(found.put_aside))
    return code


@verb(app, "show", help_.SHOW, "scm task show A2-1\nscm task show A2-1 --json")
@takes
def show(ctx: typer.Context, task: Reference, group: InGroup, how: Showing) -> int:
    """Show a task."""
    from scm_cli.archive.outcomes import TASK, find_outcome
    from scm_cli.commands.listing import told as told_problems
    from scm_cli.commands.task.page import as_json, as_page

    own = desk(ctx)
    archive = own.archive()
    found = find_outcome(own.resolver(archive, group.group), task, TASK)
    if how.json:
        own.terminal.write(as_json(found, own.today))
        return 0
    own.terminal.page(as_page(own, archive, found))
    return told_problems(own, archive)


@verb(
    app,
    "add",
    help_.ADD,
    'scm task add 2:1 "Kostenplan vorlegen" --to beispiel --due 8.1.2027\n'
    'scm task add 2:1 "Angebot einholen" --to-organisation "Stadt Musterstadt" --due "in 2 Wochen"',
)
@takes
def add(
    ctx: typer.Context,
    item: Annotated[str, typer.Argument(metavar="SESSION:ITEM", help=help_.ITEM(), autocompletion=items)],
    text: Annotated[str, typer.Argument(metavar="TEXT", help=help_.TEXT())],
    values: TaskFields,
    group: InGroup,
    how: Writing,
) -> None:
    """Add a task."""
    from scm_cli.model.guard import ensure_open
    from scm_cli.model.outcome_changes import add as added
    from scm_cli.model.outcomes import Task

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive, group.group)
    with archive.lock():
        stored, place = resolver.item(item)
        ensure_open(stored.value, stored.ref)
        typed = {"text": text, **values.resolved(resolver)}
        session, task = added(
            stored.value, place.id, apply(Task(number=1, text=""), typed, own.today, asked={"text": "TEXT"})
        )
        archive.save(stored, session)
    ref = stored.ref.outcome("A", task.number)
    reference(own, ref)
    warn_of_oddities(own, session, None, task)
    what, path = named_task(session, place.id, ref), archive.files.name(stored.path)
    told(own, how, say.ADDED, what=what, path=path, details=details(task, resolver))


@verb(
    app,
    "edit",
    help_.EDIT,
    'scm task edit A2-1 --due 1.2.2027 --note "Zahlen fehlen noch"\nscm task edit A2-1 --state wartet --to muster',
)
@takes
def edit(
    ctx: typer.Context,
    task: Reference,
    values: TaskEdits,
    noting: Noting,
    group: InGroup,
    how: Writing,
    text: Annotated[str, typer.Option("--text", metavar="TEXT", help=help_.TEXT())] = "",
    clear: Annotated[list[str] | None, typer.Option("--clear", metavar="FIELD", help=help_.CLEAR())] = None,
) -> None:
    """Change a task; without options the session in the editor."""
    from scm_cli.archive.outcomes import TASK, find_outcome
    from scm_cli.commands.editor import edit_file

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive, group.group)
    typed = ({"text": text} if text else {}) | values.resolved(resolver)

    def wanted(now: "Task") -> "dict[str, Any]":
        names = [*typed, *(name.replace("-", "_") for name in clear or ())]
        after = apply(now, typed, own.today, clear or ())
        return {name: getattr(after, name) for name in names}

    if typed or clear or noting.given:
        take_steps(own, resolver, [task], noting, how, wanted)
    else:
        edit_file(own, archive, find_outcome(resolver, task, TASK).stored, how)


@verb(app, "done", help_.DONE, 'scm task done A2-1 A2-2\nscm task done A1-1 --on gestern --note "liegt vor"')
@takes
def done(ctx: typer.Context, refs: Unfinished, noting: Noting, group: InGroup, how: Writing) -> None:
    """Note that tasks are done."""
    _set(ctx, refs, noting, group, how, "done")


@verb(app, "drop", help_.DROP, 'scm task drop A2-1 --note "hat sich erübrigt"')
@takes
def drop(ctx: typer.Context, refs: Unfinished, noting: Noting, group: InGroup, how: Writing) -> None:
    """Note that tasks are no longer needed."""
    _set(ctx, refs, noting, group, how, "dropped")


@verb(app, "reopen", help_.REOPEN, "scm task reopen A2-2")
@takes
def reopen(ctx: typer.Context, refs: Every, noting: Noting, group: InGroup, how: Writing) -> None:
    """Note that tasks are open again."""
    _set(ctx, refs, noting, group, how, "open")


def _set(ctx: typer.Context, refs: list[str], noting: Noting, group: InGroup, how: Writing, state: "TaskState") -> None:
    """Give tasks a state; „open“ leaves those as they are that never were done or dropped."""

    def wanted(now: "Task") -> "dict[str, Any]":
        return {} if state == "open" and now.unfinished else {"state": state}

    own = desk(ctx)
    resolver = own.resolver(own.archive(dry_run=how.dry_run), group.group)
    take_steps(own, resolver, refs, noting, how, wanted)


@verb(
    app,
    "remind",
    reminders.REMIND,
    'scm task remind\nscm task remind --due-within 2w -o erinnerungen\nscm task remind --to "Jana Muster" --lang en',
)
@takes
def remind(ctx: typer.Context, wanted: Reminding, how: Writing) -> int:
    """Write the drafts of reminders."""
    from scm_cli.commands.export.export import asked_language
    from scm_cli.commands.listing import told as told_problems

    own = desk(ctx)
    lang = asked_language(wanted.lang)
    archive = own.archive(dry_run=how.dry_run)
    write_drafts(own, archive, wanted, how, lang)
    return told_problems(own, archive)
