"""`scm group`: the groups of the archive and how they work."""

from typing import Annotated

import typer

from scm_cli.archive.typed import apply, differences
from scm_cli.commands.complete import groups
from scm_cli.commands.desk import desk
from scm_cli.commands.export.publishing import PublicOptions
from scm_cli.commands.filtering import InternalFilter, SessionFilters
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.group.rhythms import tell_rhythm, with_rhythm
from scm_cli.commands.group.standing import StandingOptions
from scm_cli.commands.options import FieldOptions, Listing, Showing, Writing, option_set, takes
from scm_cli.commands.saying import edited, reference, told
from scm_cli.errors import Conflict
from scm_cli.locale import changes as say
from scm_cli.locale import errors as wrong
from scm_cli.locale import help_group as help_
from scm_cli.locale import help_plan, help_top

app = noun(help_top.GROUP)


@option_set(frozen=True)
class GroupFields(FieldOptions):
    """What an archive says of a group."""

    organisation: Annotated[str, typer.Option("--organisation", metavar="TEXT", help=help_.ORGANISATION())] = ""
    short: Annotated[str, typer.Option("--short", metavar="TEXT", help=help_.SHORT())] = ""
    language: Annotated[str, typer.Option("--language", metavar="de|en", help=help_.LANGUAGE())] = ""
    timezone: Annotated[str, typer.Option("--timezone", metavar="ZONE", help=help_.TIMEZONE())] = ""
    region: Annotated[str, typer.Option("--region", metavar="CODE", help=help_.REGION())] = ""
    place: Annotated[str, typer.Option("--place", metavar="TEXT", help=help_.PLACE())] = ""
    rhythm: Annotated[str, typer.Option("--rhythm", metavar="TEXT|RRULE", help=help_plan.RHYTHM())] = ""
    rhythm_since: Annotated[str, typer.Option("--rhythm-since", metavar="DATE", help=help_plan.RHYTHM_SINCE())] = ""
    start: Annotated[str, typer.Option("--start", metavar="TIME", help=help_.START())] = ""
    duration: Annotated[str, typer.Option("--duration", metavar="MINUTES", help=help_.DURATION())] = ""
    notice_days: Annotated[str, typer.Option("--notice-days", metavar="N", help=help_.NOTICE_DAYS())] = ""
    vote_by: Annotated[str, typer.Option("--vote-by", metavar="person|organisation", help=help_.VOTE_BY())] = ""
    quorum: Annotated[str, typer.Option("--quorum", metavar="none|majority|2/3|N", help=help_.QUORUM())] = ""
    approval: Annotated[str, typer.Option("--approval", metavar="vote|objections|deadline", help=help_.APPROVAL())] = ""
    genitive: Annotated[str, typer.Option("--genitive", metavar="TEXT", help=help_.GENITIVE())] = ""
    recipients: Annotated[list[str] | None, typer.Option("--recipient", metavar="ADDRESS", help=help_.RECIPIENT())] = (
        None
    )


Group = Annotated[str, typer.Argument(metavar="GROUP", help=help_.ARGUMENT(), autocompletion=groups)]


@verb(app, "list", help_.LIST, "scm group list\nscm group list --json")
@takes
def list_groups(ctx: typer.Context, filters: SessionFilters, internal: InternalFilter, how: Listing) -> int:
    """List groups."""
    from scm_cli.archive.listed import facts_of_all
    from scm_cli.commands.listing import show_list
    from scm_cli.query.fields import GROUP
    from scm_cli.query.register import group_rows

    own = desk(ctx)
    archive = own.archive()
    wanted = filters.filters(own.today)._replace(internal=internal.internal)
    known = {stored.key: stored.value for stored in archive.groups()}
    rows = group_rows(known, facts_of_all(archive))
    return show_list(ctx, archive, rows, GROUP, wanted, how)


@verb(app, "show", help_.SHOW, "scm group show\nscm group show smart-city-region --json")
@takes
def show(ctx: typer.Context, how: Showing, group: Group = "") -> int:
    """Show a group."""
    from scm_cli.commands.showing import show_one

    own = desk(ctx)
    archive = own.archive()
    return show_one(own, archive, own.resolver(archive).stored_group(group), json=how.json)


@verb(app, "add", help_.ADD, 'scm group add "Steuerungsgruppe Beispielregion" --short SG --place Musterstadt')
@takes
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help=help_.NAME())],
    values: GroupFields,
    standing: StandingOptions,
    public: PublicOptions,
    how: Writing,
    key: Annotated[str, typer.Option("--key", metavar="KEY", help=help_.KEY())] = "",
) -> None:
    """Add a group."""
    from scm_cli.archive.layout import group_path
    from scm_cli.commands.group.founding import group_key
    from scm_cli.model.group import Group as GroupTable
    from scm_cli.model.group import Public

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    typed = values.given() | standing.given((), own.today) | public.given(Public(), own.today)
    made = apply(GroupTable(name=""), {"name": name, **typed}, own.today, asked={"name": "NAME"})
    chosen = group_key(made.name, key)
    made = with_rhythm(archive, chosen, None, made, typed, own.today)
    with archive.lock():
        if chosen in archive.group_keys():
            raise Conflict(wrong.GROUP_EXISTS(key=chosen))
        archive.create(group_path(chosen), made)
    reference(own, chosen)
    path = archive.files.name(group_path(chosen))
    told(own, how, say.ADDED, what=say.GROUP(key=chosen), path=path)
    tell_rhythm(own, how, made, typed)


@verb(
    app,
    "edit",
    help_.EDIT,
    "scm group edit --place Cottbus --start 10:00 --duration 120\n"
    'scm group edit --rhythm "jeden zweiten Dienstag im Monat, nicht im Juli und August"\n'
    'scm group edit --standing-first "Eröffnung" --standing-last "Verschiedenes"\n'
    "scm group edit --public-role chair --public-role presenter",
)
@takes
def edit(
    ctx: typer.Context,
    values: GroupFields,
    standing: StandingOptions,
    public: PublicOptions,
    how: Writing,
    group: Group = "",
    name: Annotated[str, typer.Option("--name", metavar="TEXT", help=help_.NAME())] = "",
    clear: Annotated[list[str] | None, typer.Option("--clear", metavar="FIELD", help=help_.CLEAR())] = None,
) -> None:
    """Change a group; without options in the editor."""
    from scm_cli.commands.editor import edit_file

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive)
    typed = values.given() | ({"name": name} if name else {})
    if not (typed or clear or standing.typed or public.public_role is not None):
        edit_file(own, archive, resolver.stored_group(group), how)
        return
    with archive.lock():
        stored = resolver.stored_group(group)
        typed |= standing.given(stored.value.standing, own.today) | public.given(stored.value.public, own.today)
        changed = apply(stored.value, typed, own.today, clear or ())
        changed = with_rhythm(archive, stored.key, stored.value, changed, typed, own.today)
        archive.save(stored, changed)
    names = differences(stored.value, changed)
    edited(own, how, say.GROUP(key=stored.key), names, archive.files.name(stored.path))
    tell_rhythm(own, how, changed, typed)
