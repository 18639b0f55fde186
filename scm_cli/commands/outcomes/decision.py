"""`scm decision`: what was decided, by which votes, and what of it is in force."""

import shlex
from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.archive.typed import apply, differences
from scm_cli.commands.complete import decisions, items, sessions
from scm_cli.commands.desk import desk
from scm_cli.commands.filtering import InternalFilter, SessionFilters
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import InGroup, Listing, Showing, Writing, takes
from scm_cli.commands.outcomes.decision_fields import RESULT, DecisionFields, VoteFields, stated
from scm_cli.commands.outcomes.decisionwork import (
    fields_to_clear,
    names_in,
    replaced,
    tell_edited,
    tell_recorded,
)
from scm_cli.commands.outcomes.votework import (
    People,
    other_item,
    remove_outcome,
    typed_text,
    warn_of_names,
    warn_of_votes,
)
from scm_cli.commands.saying import reference
from scm_cli.errors import UsageFault
from scm_cli.locale import help_decision as help_
from scm_cli.locale import help_top, usage
from scm_cli.locale import outcomes as say
from scm_cli.locale.words import code

if TYPE_CHECKING:
    from collections.abc import Iterable

app = noun(help_top.DECISION)

Ref = Annotated[str, typer.Argument(metavar="DECISION", help=help_.REF(), autocompletion=decisions)]


@verb(
    app,
    "add",
    help_.ADD,
    'scm decision add 1:3 "Die AG begleitet das Modellprojekt."\n'
    'scm decision add 1:3 "Die AG richtet ein Testfeld ein." --votes 3/1/1 --title Testfeld\n'
    'scm decision add 1:3 "Die AG tagt künftig online." --yes-by "binder, rohr" --majority 2/3',
)
@takes
def add(
    ctx: typer.Context,
    item: Annotated[str, typer.Argument(metavar="SESSION:ITEM", help=help_.ITEM(), autocompletion=items)],
    vote: VoteFields,
    values: DecisionFields,
    group: InGroup,
    how: Writing,
    text: Annotated[str, typer.Argument(metavar="TEXT", help=help_.TEXT())] = "",
) -> None:
    """Record a decision."""
    from scm_cli.archive.ballots import ballot_for
    from scm_cli.model.deciding import recorded
    from scm_cli.model.guard import ensure_open
    from scm_cli.model.outcome_changes import add as added
    from scm_cli.model.outcome_changes import next_number
    from scm_cli.model.outcomes import Decision

    own = desk(ctx)
    wording = typed_text(own, text, say.WORDING(), "TEXT")
    archive = own.archive(dry_run=how.dry_run)
    with archive.lock():
        stored, found = own.resolver(archive, group.group).item(item)
        ensure_open(stored.value, stored.ref)
        here = own.resolver(archive, stored.ref.group)
        ref = stored.ref.outcome("B", next_number(stored.value, Decision))
        new = Decision(number=1, text=wording)
        people = People(here, stored)
        typed = stated(vote, values, people, new)
        given = {"text": wording, **typed.values, **replaced(own, here, ref, typed.values.get("replaces"))}
        there = ballot_for(archive, stored, found)
        decision = recorded(apply(new, given, own.today, asked={"text": "TEXT"}), typed.fields, there.entitled)
        changed, made = added(stored.value, found.id, decision)
        archive.save(stored, changed)
    reference(own, ref)
    tell_recorded(own, how, ref, made, archive.files.name(stored.path))
    if not (made.result or how.quiet or "result" in typed.fields):
        own.terminal.say(say.NO_RESULT(command=shlex.join(["scm", "decision", "edit", ref, "--result"]) + " …"))
    warn_of_names(own, names_in(made), people, there)
    warn_of_votes(own, archive, ref, made, there)


@verb(app, "list", help_.LIST, "scm decision list 1\nscm decision list --state in-force --text haltestellen --json")
@takes
def list_decisions(
    ctx: typer.Context,
    filters: SessionFilters,
    internal: InternalFilter,
    how: Listing,
    session: Annotated[str, typer.Argument(metavar="SESSION", help=help_.LIST_SESSION(), autocompletion=sessions)] = "",
    result: Annotated[list[str] | None, typer.Option("--result", metavar=RESULT, help=help_.LIST_RESULT())] = None,
) -> int:
    """List decisions."""
    from scm_cli.archive.listed import Decisions
    from scm_cli.archive.replacing import all_replacements
    from scm_cli.archive.sources import sources
    from scm_cli.commands.listing import sessions_named, show_list
    from scm_cli.query.fields import DECISION
    from scm_cli.query.outcomes import decision_rows

    own = desk(ctx)
    archive = own.archive()
    results = _results(result or [])
    wanted = filters.filters(own.today)._replace(internal=internal.internal)
    if not session:
        return show_list(ctx, archive, Decisions(archive, results), DECISION, wanted, how)
    named = sessions_named(own, archive, session, filters.group)
    known = all_replacements(archive)
    rows = (row for source in sources(archive, named) for row in decision_rows(source, known))
    kept = (row for row in rows if not results or row.values["result"] in results)
    return show_list(ctx, archive, kept, DECISION, wanted, how)


def _results(typed: "Iterable[str]") -> list[str]:
    """Return the results meant; raises `UsageFault` with the known ones where one is unknown."""
    known = RESULT.split("|")
    found = [code(one, known) for one in typed]
    for one in found:
        if one not in known:
            raise UsageFault(usage.UNKNOWN_FILTER(option="--result", value=one), usage.KNOWN(values=", ".join(known)))
    return found


@verb(app, "show", help_.SHOW, "scm decision show B2-1\nscm decision show D2-1 --json")
@takes
def show(ctx: typer.Context, decision: Ref, group: InGroup, how: Showing) -> int:
    """Show a decision."""
    from scm_cli.archive.ballots import ballot_for
    from scm_cli.archive.outcomes import DECISION, find_outcome
    from scm_cli.archive.replacing import all_replacements
    from scm_cli.commands.showing import show_outcome
    from scm_cli.formats.outcome_pages import decision_document, decision_page

    own = desk(ctx)
    archive = own.archive()
    found = find_outcome(own.resolver(archive, group.group), decision, DECISION)
    there = ballot_for(archive, found.stored, found.item)
    known = all_replacements(archive)
    if how.json:
        return show_outcome(own, archive, found, document=decision_document(archive, found, known, there))
    return show_outcome(own, archive, found, page=decision_page(archive, found, known, there))


@verb(
    app,
    "edit",
    help_.EDIT,
    "scm decision edit B2-1 --votes 4/1/0\n"
    'scm decision edit B2-1 --replaces B2-2 --remark "Eine Stimme wurde doppelt gezählt."\n'
    "scm decision edit B2-1 --clear votes --consensus",
)
@takes
def edit(
    ctx: typer.Context,
    decision: Ref,
    vote: VoteFields,
    values: DecisionFields,
    group: InGroup,
    how: Writing,
    text: Annotated[str, typer.Option("--text", metavar="TEXT", help=help_.EDIT_TEXT())] = "",
    item: Annotated[str, typer.Option("--item", metavar="ITEM", help=help_.EDIT_ITEM(), autocompletion=items)] = "",
    clear: Annotated[list[str] | None, typer.Option("--clear", metavar="FIELD", help=help_.CLEAR())] = None,
) -> None:
    """Change a decision; without options the session in the editor."""
    from scm_cli.archive.ballots import ballot_for
    from scm_cli.archive.outcomes import DECISION, find_outcome
    from scm_cli.commands.editor import edit_file
    from scm_cli.model.deciding import changed
    from scm_cli.model.guard import ensure_open
    from scm_cli.model.outcome_changes import change, move

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive, group.group)
    if not (vote.given or values.given() or text or item or clear):
        edit_file(own, archive, find_outcome(resolver, decision, DECISION).stored, how)
        return
    wording = {"text": typed_text(own, text, say.WORDING(), "--text")} if text else {}
    cleared = fields_to_clear(clear or [], vote)
    with archive.lock():
        found = find_outcome(resolver, decision, DECISION)
        ensure_open(found.stored.value, found.stored.ref)
        here = own.resolver(archive, found.stored.ref.group)
        people = People(here, found.stored)
        before = apply(found.value, {}, own.today, cleared)
        typed = stated(vote, values, people, before, cleared)
        given = {**wording, **typed.values, **replaced(own, here, found.ref, typed.values.get("replaces"))}
        under = other_item(found, item, here) if item else found.item
        there = ballot_for(archive, found.stored, under)
        made = changed(found.value, apply(before, given, own.today), typed.fields, there.entitled)
        session = move(change(found.stored.value, found.value, lambda _: made), made, under.id)
        archive.save(found.stored, session)
    fields = [*differences(found.value, made), *(["item"] if under.id != found.item.id else [])]
    tell_edited(own, how, found, made, fields, archive.files.name(found.stored.path))
    new = [name for name in names_in(made) if name not in names_in(found.value)]
    warn_of_names(own, new, people, there)
    warn_of_votes(own, archive, found.ref, made, there)


@verb(app, "remove", help_.REMOVE, "scm decision remove B2-2 --yes")
@takes
def remove(
    ctx: typer.Context,
    decision: Ref,
    group: InGroup,
    how: Writing,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=help_.YES_REMOVE())] = False,
) -> None:
    """Remove a decision that was recorded by mistake."""
    from scm_cli.archive.outcomes import DECISION

    remove_outcome(desk(ctx), decision, DECISION, say.DECISION, group, how, yes=yes)
