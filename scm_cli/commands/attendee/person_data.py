"""`scm attendee report` and `forget`: what is stored of a person, and taking it out."""

from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.complete import attendees
from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import Showing, Writing, takes
from scm_cli.commands.saying import asked, said, told
from scm_cli.locale import Lang, help_attendee, help_top, language
from scm_cli.locale import privacy as say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scm_cli.archive.archive import Archive
    from scm_cli.archive.forgetting import Forgetting
    from scm_cli.formats.person_report import Naming

app = noun(help_top.ATTENDEE)

Person = Annotated[str, typer.Argument(metavar="PERSON", help=help_attendee.ARGUMENT(), autocompletion=attendees)]


@verb(app, "report", say.REPORT, "scm attendee report binder\nscm attendee report julia-binder --json")
@takes
def report(ctx: typer.Context, person: Person, how: Showing) -> int:
    """Print everything stored about a person; return the exit code."""
    from scm_cli.archive.layout import attendee_path
    from scm_cli.archive.traces import traces
    from scm_cli.commands.listing import told as problems_told
    from scm_cli.formats import person_report as made
    from scm_cli.formats.rows import document
    from scm_cli.model.voting import merged_key

    own = desk(ctx)
    archive = own.archive()
    into = merged_key(own.resolver(archive).stored_attendee(person).key, archive.register)
    keys = [key for key in archive.register if merged_key(key, archive.register) == into]
    entries = {key: archive.register[key] for key in sorted(keys, key=lambda key: key != into)}
    known = made.Known(
        entries,
        {key: archive.files.name(attendee_path(key)) for key in entries},
        list(_namings(archive, frozenset(entries))),
        list(traces(archive, entries.values(), frozenset(entries))),
        archive.register,
        own.today,
    )
    own.terminal.write(document(made.report_object(known)) if how.json else made.report(known))
    return problems_told(own, archive)


def _namings(archive: "Archive", keys: frozenset[str]) -> "Iterator[Naming]":
    """Yield every place that names somebody, sessions by date and then other people's entries."""
    from scm_cli.archive.placed import placed
    from scm_cli.formats.person_report import Naming
    from scm_cli.model.person_places import places

    for stored in sorted(archive.sessions(), key=lambda one: (one.value.date, one.ref)):
        for place in places(stored.value, keys):
            problem = placed(archive, stored, place.where, "")
            yield Naming(str(stored.ref), stored.value.date, problem.path, problem.line, place)
    for person in archive.attendees():
        for place in places(person.value, keys) if person.key not in keys else ():
            problem = placed(archive, person, place.where, "")
            yield Naming("", None, problem.path, problem.line, place)


@verb(
    app,
    "forget",
    say.FORGET,
    "scm attendee forget binder --dry-run\nscm attendee forget jana-beispiel --yes",
)
@takes
def forget(
    ctx: typer.Context,
    person: Person,
    how: Writing,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=help_attendee.YES())] = False,
) -> None:
    """Take a person out of everything that can change, and list what cannot."""
    from scm_cli.archive.forgetting import forget as forgotten
    from scm_cli.archive.forgetting import planned

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    typed = own.resolver(archive).stored_attendee(person)
    name = f"{typed.value.name} ({typed.key})"
    plan = planned(archive, typed.key)
    if plan.done:
        told(own, how, say.NOTHING_LEFT, name=name)
        _left(own, archive, plan)
        return
    asked(own, say.REALLY(name=name), yes=yes or how.dry_run)
    archive = own.archive(dry_run=how.dry_run)  # all is read anew under the lock
    with archive.lock():
        plan = planned(archive, typed.key)
        files = list(forgotten(archive, plan, _language(archive, plan), own.today))
    said(own, how, say.FORGOTTEN(len(files), name=name, new=plan.new))
    if how.dry_run or not how.quiet:
        for path in files:
            own.terminal.say(say.FILE(path=path))
    _left(own, archive, plan)


def _language(archive: "Archive", plan: "Forgetting") -> Lang:
    """Return the language of the neutral name: that of the first group the person sits in, else of the first group."""
    groups = {stored.key: stored.value for stored in archive.groups()}
    seats = [seat.group for one in plan.people.values() for seat in one.memberships]
    known = [groups[key] for key in (*seats, *groups) if key in groups]
    return known[0].language if known else language()


def _left(own: Desk, archive: "Archive", plan: "Forgetting") -> None:
    """Say what still names the person: it is asked for by law, so `--quiet` does not hide it."""
    from scm_cli.archive.traces import traces

    named = [one for one in plan.people.values() if not one.forgotten]
    places = list(traces(archive, named, plan.keys))
    closed = dict(_closed(archive))
    sealed = {str(stored.ref) for stored in plan.sealed} | {closed[one.path] for one in places if one.path in closed}
    by_hand = [f"{one.path}:{one.line}: {one.text}" for one in places if one.path not in closed]
    for text, lines in ((say.SEALED, sorted(sealed)), (say.STANDS, by_hand)):
        if lines:
            own.terminal.say("\n".join([text(len(lines)), *(say.FILE(path=line) for line in lines)]))
    own.terminal.say(say.UNTOUCHED(what="; ".join(text() for text in say.NOT_SEARCHED)))


def _closed(archive: "Archive") -> "Iterator[tuple[str, str]]":
    """Yield the files of sealed sessions, their sealed texts too, each with the session's reference."""
    from scm_cli.archive.sealed_text import text_path
    from scm_cli.model.guard import is_closed

    for stored in archive.sessions():
        if is_closed(stored.value):
            for path in (stored.path, text_path(stored.ref)):
                yield archive.files.name(path), str(stored.ref)
