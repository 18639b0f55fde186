"""`scm attendee`: the register of people."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from scm_cli.archive.typed import apply, differences
from scm_cli.commands.attendee import files as attendee_files
from scm_cli.commands.attendee import person_data
from scm_cli.commands.complete import attendees, groups
from scm_cli.commands.desk import desk
from scm_cli.commands.filtering import InternalFilter, SessionFilters
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import FieldOptions, Listing, Options, Showing, Writing, option_set, takes
from scm_cli.commands.saying import asked, discarded, edited, reference, told
from scm_cli.errors import Conflict, UsageFault
from scm_cli.locale import changes as say
from scm_cli.locale import errors as wrong
from scm_cli.locale import help_attendee as help_
from scm_cli.locale import help_top, people, usage

app = noun(help_top.ATTENDEE)


@option_set(frozen=True)
class PersonFields(FieldOptions):
    """What the register says of a person."""

    family_name: Annotated[str, typer.Option("--family-name", metavar="TEXT", help=help_.FAMILY_NAME())] = ""
    given_name: Annotated[str, typer.Option("--given-name", metavar="TEXT", help=help_.GIVEN_NAME())] = ""
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help=help_.TITLE())] = ""
    salutation: Annotated[str, typer.Option("--salutation", metavar="TEXT", help=help_.SALUTATION())] = ""
    organisation: Annotated[str, typer.Option("--organisation", metavar="TEXT", help=help_.ORGANISATION())] = ""
    role: Annotated[str, typer.Option("--role", metavar="TEXT", help=help_.ROLE())] = ""
    email: Annotated[str, typer.Option("--email", metavar="ADDRESS", help=help_.EMAIL())] = ""
    phone: Annotated[str, typer.Option("--phone", metavar="NUMBER", help=help_.PHONE())] = ""
    aliases: Annotated[list[str] | None, typer.Option("--alias", metavar="NAME", help=help_.ALIAS())] = None


@option_set(frozen=True)
class Seat(Options):
    """A person's seat in a group."""

    group: Annotated[
        str, typer.Option("--group", "-g", metavar="NAME", help=help_.SEAT_GROUP(), autocompletion=groups)
    ] = ""
    seat: Annotated[
        str,
        typer.Option("--seat", metavar="chair|minute-taker|member|deputy|advisory|guest", help=help_.SEAT()),
    ] = ""
    seat_for: Annotated[str, typer.Option("--seat-for", metavar="TEXT", help=help_.SEAT_FOR())] = ""
    vote: Annotated[bool | None, typer.Option("--vote/--no-vote", help=help_.VOTE())] = None
    deputy_of: Annotated[
        str, typer.Option("--deputy-of", metavar="NAME", help=help_.DEPUTY_OF(), autocompletion=attendees)
    ] = ""
    since: Annotated[str, typer.Option("--since", metavar="DATE", help=help_.SINCE())] = ""
    until: Annotated[str, typer.Option("--until", metavar="DATE", help=help_.UNTIL())] = ""

    def typed(self) -> dict[str, Any]:
        """Return what was typed about the seat, by the membership's fields."""
        found = {
            "role": self.seat,
            "organisation": self.seat_for,
            "deputy_of": self.deputy_of,
            "since": self.since,
            "until": self.until,
        }
        given: dict[str, Any] = {name: value for name, value in found.items() if value}
        return given if self.vote is None else given | {"vote": self.vote}


Person = Annotated[str, typer.Argument(metavar="PERSON", help=help_.ARGUMENT(), autocompletion=attendees)]


@verb(
    app,
    "list",
    help_.LIST,
    "scm attendee list\nscm attendee list --organisation btu --json\n"
    "scm attendee list --group SCR --emails --sort organisation",
)
@takes
def list_attendees(
    ctx: typer.Context,
    filters: SessionFilters,
    internal: InternalFilter,
    how: Listing,
    emails: Annotated[bool, typer.Option("--emails", help=people.EMAILS())] = False,
) -> int:
    """List people."""
    from scm_cli.archive.listed import facts_of_all
    from scm_cli.commands.listing import show_list
    from scm_cli.query.fields import ATTENDEE
    from scm_cli.query.register import attendee_rows

    own = desk(ctx)
    archive = own.archive()
    wanted = filters.filters(own.today)._replace(internal=internal.internal)
    rows = attendee_rows(archive.register, facts_of_all(archive))
    if emails:
        from scm_cli.commands.attendee.files import show_emails

        if how.json or how.format or how.fields:
            raise UsageFault(usage.TOGETHER(one="--emails", other="--json, --format, --fields"))
        return show_emails(own, archive, [row for row in rows if wanted.checked(ATTENDEE).hold_for(row)], how)
    return show_list(ctx, archive, rows, ATTENDEE, wanted, how)


@verb(app, "show", help_.SHOW, "scm attendee show binder\nscm attendee show julia-binder --json")
@takes
def show(ctx: typer.Context, person: Person, how: Showing) -> int:
    """Show a person."""
    from scm_cli.commands.showing import show_one

    own = desk(ctx)
    archive = own.archive()
    return show_one(own, archive, own.resolver(archive).stored_attendee(person), json=how.json)


@verb(
    app,
    "add",
    help_.ADD,
    'scm attendee add "Jana Beispiel" --organisation "Stadt Musterstadt" --group SCR --vote',
)
@takes
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help=help_.NAME())],
    values: PersonFields,
    seat: Seat,
    how: Writing,
    key: Annotated[str, typer.Option("--key", metavar="KEY", help=help_.KEY())] = "",
) -> None:
    """Take a person into the register."""
    from scm_cli.archive.layout import attendee_path
    from scm_cli.commands.people import key_for, seated
    from scm_cli.model.attendee import Attendee

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    made = apply(Attendee(name=""), {"name": name, **values.given()}, own.today, asked={"name": "NAME"})
    with archive.lock():
        made = seated(made, seat.group, seat.typed(), own.resolver(archive), own.today)
        chosen = key_for(archive, made, key)
        archive.create(attendee_path(chosen), made)
    reference(own, chosen)
    path = archive.files.name(attendee_path(chosen))
    told(own, how, say.ADDED, what=say.PERSON(name=made.name, key=chosen), path=path)


@verb(app, "edit", help_.EDIT, 'scm attendee edit beispiel --email jana@example.org --alias "J. Beispiel"')
@takes
def edit(
    ctx: typer.Context,
    person: Person,
    values: PersonFields,
    seat: Seat,
    how: Writing,
    clear: Annotated[list[str] | None, typer.Option("--clear", metavar="FIELD", help=help_.CLEAR())] = None,
) -> None:
    """Change what the register says of a person; without options in the editor."""
    from scm_cli.commands.editor import edit_file
    from scm_cli.commands.people import seated

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive)
    if not (values.given() or seat.typed() or seat.group or clear):
        edit_file(own, archive, resolver.stored_attendee(person), how)
        return
    with archive.lock():
        stored = resolver.stored_attendee(person)
        changed = apply(stored.value, values.given(), own.today, clear or ())
        changed = seated(changed, seat.group, seat.typed(), resolver, own.today)
        archive.save(stored, changed)
    names = differences(stored.value, changed)
    edited(own, how, say.PERSON(name=changed.name, key=stored.key), names, archive.files.name(stored.path))


@verb(app, "rename", help_.RENAME, 'scm attendee rename beispiel "Jana Muster"')
@takes
def rename(
    ctx: typer.Context,
    person: Person,
    name: Annotated[str, typer.Argument(metavar="NAME", help=help_.NEW_NAME())],
    how: Writing,
    family_name: Annotated[str, typer.Option("--family-name", metavar="TEXT", help=help_.FAMILY_NAME())] = "",
    given_name: Annotated[str, typer.Option("--given-name", metavar="TEXT", help=help_.GIVEN_NAME())] = "",
) -> None:
    """Give a person another name; the key stays, the old name becomes an alias."""
    from scm_cli.model.register_changes import renamed

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    with archive.lock():
        stored = own.resolver(archive).stored_attendee(person)
        typed = {n: v for n, v in (("family_name", family_name), ("given_name", given_name)) if v}
        fresh = apply(stored.value, {"name": name}, own.today, asked={"name": "NAME"})
        changed = apply(renamed(stored.value, fresh.name), typed, own.today)
        archive.save(stored, changed)
    path = archive.files.name(stored.path)
    told(own, how, say.RENAMED, old=stored.value.name, new=changed.name, path=path)


@verb(app, "merge", help_.MERGE, "scm attendee merge jana-beispiel jana-muster")
@takes
def merge(
    ctx: typer.Context,
    person: Annotated[str, typer.Argument(metavar="DUPLICATE", help=help_.DUPLICATE(), autocompletion=attendees)],
    into: Annotated[str, typer.Argument(metavar="PERSON", help=help_.INTO(), autocompletion=attendees)],
    how: Writing,
) -> None:
    """Join two entries of one person: the first stays and points to the second."""
    from scm_cli.archive.resolve import survivor

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive)
    with archive.lock():
        old, new = resolver.stored_attendee(person), resolver.stored_attendee(into)
        if old.key == new.key:
            raise UsageFault(wrong.MERGE_INTO_ITSELF(name=old.value.name))
        if survivor(new.key, archive.register) == old.key:
            found = wrong.MERGED_THE_OTHER_WAY(name=f"{new.value.name} ({new.key})", into=old.key)
            raise Conflict(found, wrong.MERGED_THE_OTHER_WAY_REMEDY(key=new.key))
        archive.save(old, replace(old.value, merged_into=new.key))
    path = archive.files.name(old.path)
    told(
        own,
        how,
        say.MERGED,
        old=f"{old.value.name} ({old.key})",
        new=f"{new.value.name} ({new.key})",
        path=path,
    )


@verb(app, "remove", help_.REMOVE, "scm attendee remove jana-beispiel --yes")
@takes
def remove(
    ctx: typer.Context,
    person: Person,
    how: Writing,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=help_.YES())] = False,
) -> int:
    """Move a person whom no session names to the trash."""
    from scm_cli.archive.mentions import mentions

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    stored = own.resolver(archive).stored_attendee(person)
    asked(own, say.REALLY_REMOVE(what=stored.value.name), yes=yes or how.dry_run)
    with archive.lock():
        places = mentions(archive, stored.key)
        if places:
            named = wrong.IS_NAMED(name=stored.value.name, places=", ".join(places))
            raise Conflict(named, wrong.IS_NAMED_REMEDY())
        if archive.problems:
            from scm_cli.errors import BadData

            raise BadData(archive.problems)
        trash = archive.discard(stored)
    discarded(own, how, say.PERSON(name=stored.value.name, key=stored.key), archive.files, stored.path, trash)
    return 0


for more in (attendee_files.app, person_data.app):
    app.registered_commands += more.registered_commands
