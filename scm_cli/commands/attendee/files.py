"""`scm attendee import` and `export`: the register from and to files."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.filtering import SessionFilters
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import Listing, Writing, takes
from scm_cli.commands.saying import told
from scm_cli.errors import Ambiguous, UsageFault
from scm_cli.locale import changes, help_top, importing, usage
from scm_cli.locale import people as say

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.importers.people import Matched
    from scm_cli.importers.person_files import PeopleFormat
    from scm_cli.model.attendee import Membership
    from scm_cli.query.rows import Row

app = noun(help_top.ATTENDEE)

FormatOption = Annotated[str, typer.Option("--format", metavar="csv|xlsx|vcard", help=importing.IMPORT_FORMAT())]


@verb(app, "import", say.IMPORT, "scm attendee import personen.csv\nscm attendee import personen.csv --dry-run")
@takes
def import_people(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE|-", help=importing.IMPORT_FILE())],
    how: Writing,
    format_: FormatOption = "",
) -> None:
    """Take people from a file into the register."""
    from scm_cli.commands.infile import given_bytes
    from scm_cli.importers.people import COLUMNS, matched, people_of
    from scm_cli.importers.person_files import people_table

    kind = people_format(format_)
    own = desk(ctx)
    table = people_table(given_bytes(own, file), file, COLUMNS, kind)
    people = people_of(table, file, own.today)
    archive = own.archive(dry_run=how.dry_run)
    with archive.lock():
        found = matched(people, archive.register, file, own.resolver(archive).group)
        if how.dry_run:
            _shown(own, archive, found)
        if found.ambiguous and not how.dry_run:
            raise _doubt(found, file)
        _save(archive, found)
    if not how.dry_run:
        own.terminal.write("".join(f"{key}\n" for key in found.added))
    if table.unused and not how.quiet:
        own.terminal.say(importing.NOT_USED(names=", ".join(table.unused)))
    told(own, how, say.IMPORTED, counts=_counts(found), path=archive.files.name(Path("attendees")))


def people_format(typed: str) -> "PeopleFormat | None":
    """Return the format typed behind `--format`; raises `UsageFault` where there is no such one."""
    from scm_cli.importers.person_files import FORMATS

    known = next((one for one in FORMATS if one == typed), None)
    if typed and known is None:
        raise UsageFault(usage.UNKNOWN_FILTER(option="--format", value=typed), usage.KNOWN(values=", ".join(FORMATS)))
    return known


def _doubt(found: "Matched", file: str) -> Ambiguous:
    lines = [
        say.AMBIGUOUS(path=file, line=one.line, name=one.name, people=importing.OR().join(keys))
        for one, keys in found.ambiguous
    ]
    return Ambiguous("\n".join(lines), [key for _, keys in found.ambiguous for key in keys], say.AMBIGUOUS_REMEDY())


def _save(archive: "Archive", found: "Matched") -> None:
    """Write every person's file; a stop in between leaves whole files, and a second run does the rest."""
    from scm_cli.archive.layout import attendee_path

    for key, person in found.changed.items():
        archive.save(archive.attendee(key), person)
    for key, person in found.added.items():
        archive.create(attendee_path(key), person)


def _shown(own: Desk, archive: "Archive", found: "Matched") -> None:
    """Print what an import would do: `+` new, `~` changed and in which fields, `?` who could be several."""
    from scm_cli.importers.people import differing
    from scm_cli.locale.keys import KEYS

    for key, person in found.added.items():
        own.terminal.write(f"+ {key} {person.name}\n")
        own.terminal.write(_seats(person.memberships))
    for key, person in found.changed.items():
        fields = ", ".join(KEYS[name]() for name in differing(archive.register[key], person))
        own.terminal.write(f"~ {key} {person.name}: {fields}\n")
        before = archive.register[key].memberships
        own.terminal.write(_seats(seat for seat in person.memberships if seat not in before))
    for one, keys in found.ambiguous:
        own.terminal.write(f"? {one.name}: {', '.join(keys)}\n")


def _seats(seats: "Iterable[Membership]") -> str:
    """Return a line for each new or changed seat: its group, and what is said of it."""
    from scm_cli.dates import show_day
    from scm_cli.locale import language
    from scm_cli.locale.keys import KEYS
    from scm_cli.locale.words import VALUES

    lines = []
    for seat in seats:
        said = [VALUES[seat.role]()] if seat.role else []
        said += [KEYS["vote"]()] if seat.vote else []
        days = {name: show_day(day, language()) for name in ("since", "until") if (day := getattr(seat, name))}
        named = {"organisation": seat.organisation, "deputy_of": seat.deputy_of, **days}
        said += [f"{KEYS[name]()}: {value}" for name, value in named.items() if value]
        lines.append(f"  {seat.group}: {', '.join(said)}\n" if said else f"  {seat.group}\n")
    return "".join(lines)


def _counts(found: "Matched") -> str:
    parts = [
        *([say.ADDED(len(found.added))] if found.added else []),
        *([say.CHANGED(len(found.changed))] if found.changed else []),
        *([say.SAME(len(found.same))] if found.same else []),
        *([say.UNSURE(len(found.ambiguous))] if found.ambiguous else []),
    ]
    return ", ".join(parts) or importing.UNCHANGED()


@verb(
    app,
    "export",
    say.EXPORT,
    "scm attendee export\nscm attendee export --group SCR -o members.csv\n"
    "scm attendee export --organisation btu -o btu.vcf",
)
@takes
def export_people(
    ctx: typer.Context,
    filters: SessionFilters,
    how: Writing,
    format_: Annotated[str, typer.Option("--format", metavar="csv|vcard", help=say.EXPORT_FORMAT())] = "",
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE|-", help=say.EXPORT_OUTPUT())] = "-",
    force: Annotated[bool, typer.Option("--force", help=help_top.EXPORT_FORCE())] = False,
) -> int:
    """Print people as CSV or vCards, or write them to a file."""
    from scm_cli.archive.listed import facts_of_all
    from scm_cli.commands.listing import told as broken
    from scm_cli.delivery.files import to_file
    from scm_cli.formats.rows import comma_separated
    from scm_cli.importers.vcards import vcards
    from scm_cli.query.fields import ATTENDEE, EXPORTED_PEOPLE
    from scm_cli.query.order import ordered
    from scm_cli.query.register import attendee_rows, seat_rows

    if format_ not in ("", "csv", "vcard"):
        raise UsageFault(usage.UNKNOWN_FILTER(option="--format", value=format_), usage.KNOWN(values="csv, vcard"))
    as_contacts = format_ == "vcard" or (not format_ and Path(output).suffix.lower() in (".vcf", ".vcard"))
    own = desk(ctx)
    archive = own.archive()
    wanted = filters.filters(own.today)._replace(state=tuple(filters.state or ("active",))).checked(ATTENDEE)
    rows = attendee_rows(archive.register, facts_of_all(archive))
    kept = ordered([row for row in rows if wanted.hold_for(row)], ATTENDEE)
    pieces = comma_separated(list(seat_rows(kept, archive.register)), EXPORTED_PEOPLE)
    made = vcards(archive.register[row.values["key"]] for row in kept) if as_contacts else "".join(pieces)
    if output == "-":
        own.terminal.write(made)
    else:
        if not how.dry_run:
            to_file(Path(output), made.encode(), force=force)
        told(own, how, changes.WRITTEN, path=output)
    return broken(own, archive)


def show_emails(own: Desk, archive: "Archive", rows: "Sequence[Row]", how: Listing) -> int:
    """Print the addresses of people for the address line of a mail; say who has none. Return the exit code.

    They stand on one line, each after its name (RFC 5322, section 3.4), between semicolons as Outlook wants them.
    """
    from email.headerregistry import Address

    from scm_cli.commands.listing import limit_typed
    from scm_cli.commands.listing import told as broken
    from scm_cli.query.fields import ATTENDEE
    from scm_cli.query.order import Order, ordered

    order = Order(how.sort, how.reverse, limit_typed(how.limit))
    active = ordered([row for row in rows if row.state == "active"], ATTENDEE, order)
    written = [
        str(Address(row.values["name"], addr_spec=row.values["email"]))
        if row.values["email"].isascii()
        else row.values["email"]
        for row in active
        if row.values["email"]
    ]
    if written:
        own.terminal.write("; ".join(dict.fromkeys(written)) + "\n")
    if missing := [row.values["name"] for row in active if not row.values["email"]]:
        own.terminal.say(say.NO_EMAIL(names="; ".join(missing)))
    return broken(own, archive)
