"""What `scm export` makes documents of: from what is typed to sessions, items, decisions and people."""

from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.complete import attendees, decisions
from scm_cli.commands.desk import Desk
from scm_cli.commands.filtering import SessionFilters
from scm_cli.commands.options import Options, option_set
from scm_cli.errors import NotFound, UsageFault
from scm_cli.locale import documents as word
from scm_cli.locale import errors as wrong
from scm_cli.locale import export as say
from scm_cli.locale import help_export as help_
from scm_cli.locale import usage

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.archive.resolve import Resolver
    from scm_cli.documents.kinds import DocumentKind, Subject
    from scm_cli.query.rows import Source


@option_set(frozen=True)
class What(Options):
    """Which document, and of what part of a session."""

    document: Annotated[str, typer.Option("--document", metavar="NAME", help=help_.DOCUMENT())] = ""
    decision: Annotated[
        str, typer.Option("--decision", metavar="DECISION", help=help_.DECISION(), autocompletion=decisions)
    ] = ""
    item: Annotated[str, typer.Option("--item", metavar="ITEM", help=help_.ITEM())] = ""
    person: Annotated[str, typer.Option("--person", metavar="NAME", help=help_.PERSON(), autocompletion=attendees)] = ""
    short: Annotated[bool, typer.Option("--short", help=help_.SHORT())] = False

    def kind(self) -> "DocumentKind | None":
        """Return the document asked for by its name or by what it is about; None where nothing says it.

        Raises:
            UsageFault: there is no such document, or the options ask for different ones.
        """
        from scm_cli.documents.kinds import EXPORTED, named

        asked: dict[str, DocumentKind] = {}
        if self.document:
            found = named(self.document)
            if found not in EXPORTED:
                unknown = usage.UNKNOWN_FILTER(option="--document", value=self.document)
                raise UsageFault(unknown, usage.KNOWN(values=", ".join(EXPORTED)))
            asked["--document"] = found
        implied: tuple[tuple[str, DocumentKind, object], ...] = (
            ("--short", "short", self.short),
            ("--decision", "decision-extract", self.decision),
            ("--item", "item-extract", self.item),
            ("--person", "personal-extract", self.person),
        )
        asked |= {option: kind for option, kind, given in implied if given}
        if len(set(asked.values())) > 1:
            one, other = list(asked)[:2]
            raise UsageFault(usage.TOGETHER(one=one, other=other))
        return next(iter(asked.values()), None)


def subjects(own: Desk, archive: "Archive", refs: list[str], filters: SessionFilters, what: What) -> "list[Subject]":
    """Return what documents are to be made of; one at least.

    Raises:
        UsageFault: something is missing or does not go together.
        NotFound: there is no such session, item, decision or person, or the filters leave nothing.
    """
    from scm_cli.documents.kinds import OF_SELECTION

    kind = what.kind()
    resolver = own.resolver(archive, (filters.group or [""])[0])
    if kind in OF_SELECTION:
        return [_register(own, archive, resolver, refs, filters, kind, what.person)]
    typed = [_decision(resolver, refs, what.decision)] if what.decision else refs
    if kind in (None, "decision-extract", "item-extract") and (parts := _parts(archive, resolver, typed, kind, what)):
        return parts
    found = _sessions(own, archive, resolver, refs, filters)
    return [_whole(source, kind) for source in (_signable(found, refs) if kind == "attendance-sheet" else found)]


def _signable(found: "list[Source]", refs: list[str]) -> "list[Source]":
    """Return the sessions at which people meet; raises `UsageFault` for one that was named, or where there is none."""
    from scm_cli.documents.attendance_sheet import ensure_signable

    kept = []
    for source in found:
        try:
            ensure_signable(source.ref, source.session)
            kept.append(source)
        except UsageFault:
            if refs or (source is found[-1] and not kept):
                raise
    return kept


def _whole(source: "Source", kind: "DocumentKind | None") -> "Subject":
    """Return a document of a whole session: what was asked for, else the protocol once held, the agenda before."""
    from scm_cli.documents.kinds import Subject

    return Subject(kind or ("protocol" if source.session.was_held else "agenda"), (source,))


def _sessions(
    own: Desk, archive: "Archive", resolver: "Resolver", refs: list[str], filters: SessionFilters, *, all_: bool = False
) -> "list[Source]":
    """Return the sessions named, or all that the filters leave; raises `NotFound` where there are none."""
    from scm_cli.archive.listed import chosen
    from scm_cli.archive.sources import sources
    from scm_cli.query.fields import SESSION

    wanted = filters.filters(own.today).checked(SESSION)
    narrowed = any(vars(filters).values())
    if not refs and not narrowed and not all_:
        raise UsageFault(usage.MISSING_VALUE(name="SESSION"), usage.SEE_HELP(command="scm export"))
    kept = list(sources(archive, map(resolver.session, refs)) if refs else chosen(archive, wanted))
    if not kept:
        raise NotFound(wrong.NO_MATCH(), wrong.NO_SESSION_REMEDY())
    return kept


def _parts(
    archive: "Archive", resolver: "Resolver", refs: list[str], kind: "DocumentKind | None", what: What
) -> "list[Subject]":
    """Return the extracts asked for: of decisions such as B7-1, of items such as 7:3; empty where whole sessions are.

    Raises:
        UsageFault: an extract is asked for, but not of what; or extracts and sessions are mixed.
    """
    if what.item:
        refs = [f"{_only(refs, '--item')}:{what.item}"]
    found = [part for ref in refs if (part := _part(archive, resolver, ref))]
    if found and len(found) < len(refs):
        raise UsageFault(say.MIXED(), say.MIXED_REMEDY())
    if kind is not None and not found:
        option, example = ("--decision", "B7-1") if kind == "decision-extract" else ("--item", "3")
        missing = say.PART_MISSING(document=word.DOCUMENTS[kind](), option=option)
        raise UsageFault(missing, say.PART_REMEDY(option=option, value=example))
    for part in found:
        if kind is not None and kind != part.kind:
            raise UsageFault(say.OTHER_PART(document=word.DOCUMENTS[kind]()), say.OTHER_PART_REMEDY())
    return found


def _decision(resolver: "Resolver", refs: list[str], typed: str) -> str:
    """Return the reference of a decision: as typed, or by its number in the one session named.

    Raises:
        UsageFault: it is of another session than the one named, or several are.
        NotFound: it is no such reference.
    """
    from scm_cli.archive.outcomes import DECISION, find_outcome, session_named
    from scm_cli.model.text import whole

    session = resolver.session(_only(refs, "--decision")).ref if refs else None
    number = whole(typed)
    if session and number is not None:
        return session.outcome("B", number)
    named = session_named(resolver, typed)
    if named is None and number is None:
        find_outcome(resolver, typed, DECISION)
    if session and named != session:
        raise UsageFault(say.OTHER_SESSION(decision=typed, ref=session), say.OTHER_SESSION_REMEDY(decision=typed))
    return typed


def _only(refs: list[str], option: str) -> str:
    if len(refs) != 1:
        raise UsageFault(say.NEEDS_ONE_SESSION(option=option), say.NEEDS_ONE_REMEDY(option=option))
    return refs[0]


def _part(archive: "Archive", resolver: "Resolver", ref: str) -> "Subject | None":
    """Return the extract that a reference of a decision or item asks for; None for a whole session."""
    from scm_cli.archive.outcomes import DECISION, find_outcome, session_named
    from scm_cli.archive.sources import source
    from scm_cli.documents.kinds import Subject
    from scm_cli.model.refs import split_item

    if session_named(resolver, ref) is not None:
        found = find_outcome(resolver, ref, DECISION)
        made = source(archive, found.stored)
        return Subject("decision-extract", (made,), found.item, found.value)
    if not split_item(ref)[1]:
        return None
    stored, item = resolver.item(ref)
    return Subject("item-extract", (source(archive, stored),), item)


def _register(
    own: Desk,
    archive: "Archive",
    resolver: "Resolver",
    refs: list[str],
    filters: SessionFilters,
    kind: "DocumentKind | None",
    person: str,
) -> "Subject":
    """Return a register over the sessions named or left by the filters, over all where there is neither.

    Filters mean here what they mean to the list of decisions or tasks: `--state` and `--text` ask these themselves.
    """
    from dataclasses import replace

    from scm_cli.documents.kinds import Subject

    if kind == "personal-extract" and not person:
        found = say.PART_MISSING(document=word.DOCUMENTS[kind](), option="--person")
        raise UsageFault(found, say.PART_REMEDY(option="--person", value="NAME"))
    key = resolver.attendee(person) if person else ""
    outer = replace(filters, state=None, kind=None, text=None, title=None)
    sources = tuple(_sessions(own, archive, resolver, refs, outer, all_=True))
    kept = _kept(own, archive, sources, filters, decisions=kind == "decision-register")
    return Subject(kind or "task-list", sources, person=key, kept=kept)


def _kept(
    own: Desk, archive: "Archive", sources: "tuple[Source, ...]", filters: SessionFilters, *, decisions: bool
) -> frozenset[str]:
    """Return the references of the decisions or tasks that the filters leave."""
    from scm_cli.archive.replacing import all_replacements
    from scm_cli.query.fields import DECISION, TASK
    from scm_cli.query.outcomes import decision_rows
    from scm_cli.query.tasks import listed_tasks

    wanted = filters.filters(own.today).checked(DECISION if decisions else TASK)
    if decisions:
        known = all_replacements(archive)
        rows = [row for source in sources for row in decision_rows(source, known)]
    else:
        rows = [one.row for one in listed_tasks(sources, own.today)]
    return frozenset(str(row.values["ref"]) for row in rows if wanted.hold_for(row))
