"""`scm election`: who stood for an office and who was elected."""

import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scm_cli.archive.typed import apply, differences
from scm_cli.commands.complete import attendees, elections, items, sessions
from scm_cli.commands.desk import desk
from scm_cli.commands.filtering import InternalFilter, SessionFilters
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import FieldOptions, InGroup, Listing, Showing, Writing, option_set, takes
from scm_cli.commands.outcomes.votework import (
    People,
    Stated,
    other_item,
    remove_outcome,
    warn_of_names,
    warn_of_votes,
)
from scm_cli.commands.saying import edited, reference, told
from scm_cli.errors import UsageFault
from scm_cli.locale import help_decision, help_top, usage
from scm_cli.locale import help_election as help_
from scm_cli.locale import outcomes as say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scm_cli.archive.resolve import Resolver
    from scm_cli.model.outcomes import Candidate, Election

app = noun(help_top.ELECTION)

Ref = Annotated[str, typer.Argument(metavar="ELECTION", help=help_.REF(), autocompletion=elections)]
Names = list[str] | None


def _names(name: str, text: str) -> Any:
    return typer.Option(name, metavar="NAME", help=text, autocompletion=attendees)


@option_set(frozen=True)
class ElectionFields(FieldOptions):
    """What a session says of an election."""

    candidates: Annotated[Names, _names("--candidate", help_.CANDIDATE())] = None
    invalid: Annotated[str, typer.Option("--invalid", metavar="N", help=help_.INVALID())] = ""
    excluded: Annotated[Names, _names("--excluded", help_.EXCLUDED())] = None
    elected: Annotated[str, _names("--elected", help_.ELECTED())] = ""
    accepted: Annotated[bool | None, typer.Option("--accepts/--declines", help=help_.ACCEPTED())] = None
    remark: Annotated[str, typer.Option("--remark", metavar="TEXT", help=help_.REMARK())] = ""

    def stated(self, people: People, clear: "Iterable[str]" = ()) -> Stated:
        """Return all that was typed; raises `UsageFault` where it is not understood, `Ambiguous` for a name."""
        found = self.given()
        if "candidates" in found:
            found["candidates"] = tuple(
                candidate(one, people) for typed in found["candidates"] for one in _split(typed)
            )
        if "excluded" in found:
            found["excluded"] = people.many(found["excluded"])
        if "elected" in found:
            found["elected"] = people.one(found["elected"])
        return Stated(found, frozenset({*found, *clear}))


_COUNTED = re.compile(r"(?P<name>.*?\S)(?:\s*[=:]\s*|\s+)(?P<votes>[0-9]+)")


def _split(typed: str) -> list[str]:
    """Return the candidates of one text: several divided by `,` or `;` where each has votes, else the text."""
    parts = [part.strip() for part in re.split("[,;]", typed)]
    return parts if all(_COUNTED.fullmatch(part) for part in parts) else [typed.strip()]


def candidate(typed: str, people: People) -> "Candidate":
    """Return a candidate from `NAME`, `NAME 5`, `NAME=5` or `NAME: 5`.

    A name that the register knows as it stands has no votes behind it, whatever it ends in.

    Raises:
        UsageFault: there is no name.
        Ambiguous: several people could be meant.
    """
    from scm_cli.model.outcomes import Candidate

    if not typed:
        raise UsageFault(usage.OPTION_VALUE(name="--candidate"))
    counted = None if people.knows(typed) else _COUNTED.fullmatch(typed)
    name = people.one(counted["name"] if counted else typed)
    values = {"name": name, "votes": counted["votes"]} if counted else {"name": name}
    return apply(Candidate(name=""), values, people.resolver.today)


@verb(
    app,
    "add",
    help_.ADD,
    'scm election add 1:3 "Leitung" --candidate "binder 5" --candidate "rohr 2" --accepts\n'
    'scm election add 1:3 "Protokollführung" --elected binder',
)
@takes
def add(
    ctx: typer.Context,
    item: Annotated[str, typer.Argument(metavar="SESSION:ITEM", help=help_decision.ITEM(), autocompletion=items)],
    values: ElectionFields,
    group: InGroup,
    how: Writing,
    office: Annotated[str, typer.Argument(metavar="OFFICE", help=help_.OFFICE())] = "",
) -> None:
    """Record an election."""
    from scm_cli.archive.ballots import ballot_for
    from scm_cli.model.deciding import elected
    from scm_cli.model.guard import ensure_open
    from scm_cli.model.outcome_changes import add as added
    from scm_cli.model.outcomes import Election

    own = desk(ctx)
    called = office or own.terminal.ask(say.OFFICE(), "OFFICE")
    archive = own.archive(dry_run=how.dry_run)
    with archive.lock():
        stored, found = own.resolver(archive, group.group).item(item)
        ensure_open(stored.value, stored.ref)
        here = own.resolver(archive, stored.ref.group)
        people = People(here, stored)
        typed = values.stated(people)
        there = ballot_for(archive, stored, found)
        new = apply(Election(number=1), {"office": called, **typed.values}, own.today, asked={"office": "OFFICE"})
        changed, made = added(stored.value, found.id, elected(new, typed.fields))
        archive.save(stored, changed)
    ref = stored.ref.outcome("W", made.number)
    reference(own, ref)
    path = archive.files.name(stored.path)
    text = say.RECORDED if made.elected else say.RECORDED_OPEN
    told(own, how, text, what=say.ELECTION(ref=ref), vote=_winner(made, here), path=path)
    warn_of_names(own, _people_in(made), people, there)
    warn_of_votes(own, archive, ref, made, there)


def _winner(election: "Election", resolver: "Resolver") -> str:
    from scm_cli.query.rows import name_of

    return say.ELECTED(name=name_of(election.elected, resolver.archive.register)) if election.elected else ""


def _people_in(election: "Election") -> list[str]:
    """Return every key and name that an election holds."""
    chosen = [election.elected] if election.elected else []
    return [*(one.name for one in election.candidates), *chosen, *election.excluded]


@verb(app, "list", help_.LIST, "scm election list 1\nscm election list --state elected --json")
@takes
def list_elections(
    ctx: typer.Context,
    filters: SessionFilters,
    internal: InternalFilter,
    how: Listing,
    session: Annotated[
        str, typer.Argument(metavar="SESSION", help=help_decision.LIST_SESSION(), autocompletion=sessions)
    ] = "",
) -> int:
    """List elections."""
    from scm_cli.commands.listing import show_rows
    from scm_cli.query.fields import ELECTION
    from scm_cli.query.outcomes import election_rows

    return show_rows(ctx, session, filters, internal, how, ELECTION, election_rows, kept="election")


@verb(app, "show", help_.SHOW, "scm election show W2-1\nscm election show W2-1 --json")
@takes
def show(ctx: typer.Context, election: Ref, group: InGroup, how: Showing) -> int:
    """Show an election."""
    from scm_cli.archive.ballots import ballot_for
    from scm_cli.archive.outcomes import ELECTION, find_outcome
    from scm_cli.commands.showing import show_outcome
    from scm_cli.formats.outcome_pages import election_document, election_page

    own = desk(ctx)
    archive = own.archive()
    found = find_outcome(own.resolver(archive, group.group), election, ELECTION)
    there = ballot_for(archive, found.stored, found.item)
    if how.json:
        return show_outcome(own, archive, found, document=election_document(archive, found, there))
    return show_outcome(own, archive, found, page=election_page(archive, found, there))


@verb(
    app,
    "edit",
    help_.EDIT,
    'scm election edit W2-1 --elected rohr --remark "Das Los entschied."\n'
    'scm election edit W2-1 --candidate "binder 3" --candidate "rohr 3" --clear accepted',
)
@takes
def edit(
    ctx: typer.Context,
    election: Ref,
    values: ElectionFields,
    group: InGroup,
    how: Writing,
    office: Annotated[str, typer.Option("--office", metavar="TEXT", help=help_.EDIT_OFFICE())] = "",
    item: Annotated[
        str, typer.Option("--item", metavar="ITEM", help=help_decision.EDIT_ITEM(), autocompletion=items)
    ] = "",
    clear: Annotated[list[str] | None, typer.Option("--clear", metavar="FIELD", help=help_decision.CLEAR())] = None,
) -> None:
    """Change an election; without options the session in the editor."""
    from scm_cli.archive.ballots import ballot_for
    from scm_cli.archive.outcomes import ELECTION, find_outcome
    from scm_cli.commands.editor import edit_file
    from scm_cli.model.deciding import elected
    from scm_cli.model.guard import ensure_open
    from scm_cli.model.outcome_changes import change, move

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive, group.group)
    if not (values.given() or office or item or clear):
        edit_file(own, archive, find_outcome(resolver, election, ELECTION).stored, how)
        return
    with archive.lock():
        found = find_outcome(resolver, election, ELECTION)
        ensure_open(found.stored.value, found.stored.ref)
        here = own.resolver(archive, found.stored.ref.group)
        people = People(here, found.stored)
        typed = values.stated(people, clear or ())
        given = typed.values if not office else {"office": office, **typed.values}
        before = apply(found.value, {}, own.today, clear or ())
        made = elected(apply(before, given, own.today), typed.fields)
        under = other_item(found, item, here) if item else found.item
        session = move(change(found.stored.value, found.value, lambda _: made), made, under.id)
        archive.save(found.stored, session)
    fields = [*differences(found.value, made), *(["item"] if under.id != found.item.id else [])]
    edited(own, how, say.ELECTION(ref=found.ref), fields, archive.files.name(found.stored.path))
    there = ballot_for(archive, found.stored, under)
    new = [name for name in _people_in(made) if name not in _people_in(found.value)]
    warn_of_names(own, new, people, there)
    warn_of_votes(own, archive, found.ref, made, there)


@verb(app, "remove", help_.REMOVE, "scm election remove W2-2 --yes")
@takes
def remove(
    ctx: typer.Context,
    election: Ref,
    group: InGroup,
    how: Writing,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=help_decision.YES_REMOVE())] = False,
) -> None:
    """Remove an election that was recorded by mistake."""
    from scm_cli.archive.outcomes import ELECTION

    remove_outcome(desk(ctx), election, ELECTION, say.ELECTION, group, how, yes=yes)
