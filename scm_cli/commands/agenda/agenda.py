"""`scm agenda`: what a session is about."""

from dataclasses import replace
from typing import Annotated

import typer

from scm_cli.archive.typed import apply, differences
from scm_cli.commands.agenda import imported as agenda_import
from scm_cli.commands.agenda.itemwork import ItemFields, PlaceOptions, change_item, named_item
from scm_cli.commands.agenda.overrun import warn_overrun
from scm_cli.commands.complete import items, sessions
from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.filtering import InternalFilter, SessionFilters
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import InGroup, Listing, Writing, takes
from scm_cli.commands.saying import asked, edited, reference, told
from scm_cli.locale import changes as say
from scm_cli.locale import help_agenda as help_
from scm_cli.locale import help_top

app = noun(help_top.AGENDA)

Item = Annotated[str, typer.Argument(metavar="SESSION:ITEM", help=help_.ITEM(), autocompletion=items)]


@verb(app, "list", help_.LIST, "scm agenda list 1\nscm agenda list --title haltestellen --json")
@takes
def list_items(
    ctx: typer.Context,
    filters: SessionFilters,
    internal: InternalFilter,
    how: Listing,
    session: Annotated[str, typer.Argument(metavar="SESSION", help=help_.LIST_SESSION(), autocompletion=sessions)] = "",
) -> int:
    """List agenda items; on a terminal those of one session with the times they are planned to begin."""
    from scm_cli.commands.listing import show_rows
    from scm_cli.model.timing import timing
    from scm_cli.query.fields import ITEM
    from scm_cli.query.items import item_rows

    if not session:
        return show_rows(ctx, session, filters, internal, how, ITEM, item_rows, kept="agenda")
    own = desk(ctx)
    stored = own.resolver(own.archive(), (filters.group or [""])[0]).session(session)
    timed = own.terminal.shows and bool(timing(stored.value).starts)
    shown = ITEM._replace(columns=("ref", "starts", "top", "title", "state", "presenters")) if timed else ITEM
    code = show_rows(ctx, session, filters, internal, how, shown, item_rows)
    if not (how.json or how.format):
        warn_overrun(own, stored.ref, stored.value)
    return code


@verb(app, "add", help_.ADD, 'scm agenda add 2 "Digitale Haltestellen" --presenter beispiel --minutes 20')
@takes
def add(
    ctx: typer.Context,
    session: Annotated[str, typer.Argument(metavar="SESSION", help=help_.SESSION(), autocompletion=sessions)],
    title: Annotated[str, typer.Argument(metavar="TITLE", help=help_.TITLE())],
    values: ItemFields,
    place: PlaceOptions,
    group: InGroup,
    how: Writing,
    id_: Annotated[str, typer.Option("--id", metavar="ID", help=help_.ID())] = "",
) -> None:
    """Add an agenda item."""
    from scm_cli.model.agenda import Item as ItemTable
    from scm_cli.model.agenda_changes import add as added
    from scm_cli.model.agenda_changes import new_id
    from scm_cli.model.guard import ensure_open

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive, group.group)
    with archive.lock():
        stored = resolver.session(session)
        ensure_open(stored.value, stored.ref)
        typed = {"title": title, **values.resolved(resolver), **({"id": id_} if id_ else {})}
        item = apply(ItemTable(id="", title=""), typed, own.today, asked={"title": "TITLE"})
        item = item if item.id else replace(item, id=new_id(stored.value, item.title))
        changed = added(stored.value, item, place.place(stored))
        archive.save(stored, changed)
    reference(own, stored.ref.item(item.id))
    what = named_item(changed, item.id)
    told(own, how, say.ADDED, what=what, path=archive.files.name(stored.path))
    if not how.quiet:
        warn_overrun(own, stored.ref, changed)


@verb(
    app,
    "edit",
    help_.EDIT,
    "scm agenda edit 1:2.1 --minutes 15\nscm agenda edit 1:cottbus-digital --kind information",
)
@takes
def edit(
    ctx: typer.Context,
    item: Item,
    values: ItemFields,
    group: InGroup,
    how: Writing,
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help=help_.TITLE())] = "",
    clear: Annotated[list[str] | None, typer.Option("--clear", metavar="FIELD", help=help_.CLEAR())] = None,
) -> None:
    """Change an agenda item; without options the session in the editor."""
    from scm_cli.commands.editor import edit_file
    from scm_cli.model.agenda_changes import change
    from scm_cli.model.guard import ensure_open

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive, group.group)
    typed = values.resolved(resolver) | ({"title": title} if title else {})
    if not typed and not clear:
        edit_file(own, archive, resolver.item(item)[0], how)
        return
    with archive.lock():
        stored, before = resolver.item(item)
        ensure_open(stored.value, stored.ref)
        after = apply(before, typed, own.today, clear or ())
        changed = change(stored.value, before.id, lambda _: after)
        archive.save(stored, changed)
    names = differences(before, after)
    edited(own, how, named_item(changed, before.id), names, archive.files.name(stored.path))
    if not how.quiet and "minutes_planned" in names:
        warn_overrun(own, stored.ref, changed)


@verb(
    app,
    "move",
    help_.MOVE,
    "scm agenda move 1:3 --first\nscm agenda move 1:2.2 --before digitale-haltestellen",
)
@takes
def move(ctx: typer.Context, item: Item, place: PlaceOptions, group: InGroup, how: Writing) -> None:
    """Put an agenda item at another place of its session."""
    from scm_cli.model.agenda_changes import move as moved

    own = desk(ctx)
    change_item(
        own,
        item,
        group,
        how,
        say.MOVED,
        lambda stored, one: moved(stored.value, one.id, place.required(stored)),
    )


@verb(app, "postpone", help_.POSTPONE, "scm agenda postpone 1:2.1")
@takes
def postpone(ctx: typer.Context, item: Item, group: InGroup, how: Writing) -> None:
    """Mark an agenda item to be carried over."""
    from scm_cli.model.agenda_changes import postpone as postponed

    change_item(desk(ctx), item, group, how, say.POSTPONED, lambda stored, one: postponed(stored.value, one.id))


@verb(app, "drop", help_.DROP, "scm agenda drop 1:2.2")
@takes
def drop(ctx: typer.Context, item: Item, group: InGroup, how: Writing) -> None:
    """Take an item off the agenda; it keeps its number."""
    from scm_cli.model.agenda_changes import drop as dropped

    change_item(desk(ctx), item, group, how, say.DROPPED, lambda stored, one: dropped(stored.value, one.id))


@verb(app, "remove", help_.REMOVE, "scm agenda remove 2:digitale-haltestellen --yes")
@takes
def remove(
    ctx: typer.Context,
    item: Item,
    group: InGroup,
    how: Writing,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=help_.YES())] = False,
) -> None:
    """Remove an item as if it had never been there."""
    from scm_cli.model.agenda_changes import remove as removed

    own = desk(ctx)
    _ask_first(own, item, group, yes=yes or how.dry_run)
    change_item(own, item, group, how, say.ITEM_REMOVED, lambda stored, one: removed(stored.value, one.id))


def _ask_first(own: Desk, item: str, group: InGroup, *, yes: bool) -> None:
    """Ask with the item's title before it goes; nothing is locked while somebody thinks."""
    if not yes:
        stored, found = own.resolver(own.archive(), group.group).item(item)
        asked(own, say.REALLY_REMOVE(what=named_item(stored.value, found.id)), yes=False)


app.registered_commands += agenda_import.app.registered_commands
