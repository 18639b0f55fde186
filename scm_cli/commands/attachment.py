"""`scm attachment`: files and links that belong to a protocol."""

import shlex
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.archive.typed import apply
from scm_cli.commands.complete import attachments, items, sessions
from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.filtering import InternalFilter, SessionFilters
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.numbers import any_whole
from scm_cli.commands.options import InGroup, Listing, Writing, takes
from scm_cli.commands.saying import asked, reference, stays, told
from scm_cli.errors import NotFound, UsageFault
from scm_cli.locale import attachments as say
from scm_cli.locale import help_attachment as help_
from scm_cli.locale import help_top

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, StoredSession
    from scm_cli.archive.attaching import Placed
    from scm_cli.archive.resolve import Resolver
    from scm_cli.model.agenda import Item
    from scm_cli.model.record import Attachment
    from scm_cli.model.refs import SessionRef
    from scm_cli.model.session import Session
    from scm_cli.query.rows import Row, Source

app = noun(help_top.ATTACHMENT)


@verb(app, "list", help_.LIST, "scm attachment list 2\nscm attachment list --missing --json")
@takes
def list_attachments(
    ctx: typer.Context,
    filters: SessionFilters,
    internal: InternalFilter,
    how: Listing,
    session: Annotated[str, typer.Argument(metavar="SESSION", help=help_.LIST_SESSION(), autocompletion=sessions)] = "",
    missing: Annotated[bool, typer.Option("--missing", help=help_.MISSING())] = False,
) -> int:
    """List attachments."""
    from scm_cli.commands.listing import show_rows
    from scm_cli.query.attachments import attachment_rows, found
    from scm_cli.query.fields import ATTACHMENT

    root = desk(ctx).folder()

    def exists(file: str) -> bool:
        return (root / file).is_file()

    def asked(row: "Row") -> "Row | None":
        return row if not missing or row.values["exists"] is False else None

    def rows(source: "Source") -> "list[Row]":
        return [row for row in attachment_rows(source, exists) if asked(row)]

    def finish(row: "Row") -> "Row | None":
        return asked(found(row, exists))

    return show_rows(ctx, session, filters, internal, how, ATTACHMENT, rows, kept="attachment", finish=finish)


@verb(
    app,
    "add",
    help_.ADD,
    'scm attachment add 2:1 konzept.pdf --title "Konzept Testfeld"\nscm attachment add 2 https://example.org/plan',
)
@takes
def add(
    ctx: typer.Context,
    place: Annotated[str, typer.Argument(metavar="SESSION[:ITEM]", help=help_.PLACE(), autocompletion=items)],
    sources: Annotated[list[str], typer.Argument(metavar="FILE|URL…", help=help_.SOURCE())],
    group: InGroup,
    how: Writing,
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help=help_.TITLE())] = "",
    internal: Annotated[bool, typer.Option("--internal", help=help_.INTERNAL())] = False,
) -> None:
    """Add files or links."""
    from scm_cli.archive.attaching import take_in
    from scm_cli.model.attachment_changes import add as added
    from scm_cli.model.guard import ensure_open
    from scm_cli.model.record import Attachment

    if title and len(sources) > 1:
        raise UsageFault(say.ONE_TITLE(), say.ONE_TITLE_REMEDY())
    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    with archive.lock():
        stored, item = _place(own.resolver(archive, group.group), place)
        ensure_open(stored.value, stored.ref)
        blank = Attachment(number=1, item=item.id if item else None, internal=internal)
        blank = apply(blank, {"title": title} if title else {}, own.today)
        session, made, files = stored.value, [], []
        for source in sources:
            one, placed = _attachment(own, archive, stored.ref, session, source, blank)
            session, one = added(session, one)
            made.append(one)
            files += [placed] if placed else []
        take_in(archive, stored, session, files)
    for one in made:
        reference(own, f"{stored.ref} {one.number}")
    for one in made:
        _tell_added(own, how, archive, stored, one)


def _attachment(
    own: Desk, archive: "Archive", ref: "SessionRef", session: "Session", source: str, blank: "Attachment"
) -> "tuple[Attachment, Placed | None]":
    """Return the attachment that a file or link becomes, and where a file goes; raises as `place` does."""
    from scm_cli.archive import attaching
    from scm_cli.model.attachment_changes import unused_title

    if not source.strip():
        raise NotFound(say.NO_FILE(path="„“"), say.NO_FILE_REMEDY())
    if link := _link(source):
        return apply(blank, {"url": link}, own.today), None
    placed = attaching.place(archive, ref, session, Path(source))
    title = blank.title or unused_title(session, attaching.title_of(Path(source)))
    return replace(blank, file=placed.file, title=title), placed


def _tell_added(own: Desk, how: Writing, archive: "Archive", stored: "StoredSession", one: "Attachment") -> None:
    path = archive.files.name(stored.path)
    if one.file:
        told(own, how, say.ADDED_FILE, what=_named(one), path=path, file=archive.files.name(Path(one.file)))
    else:
        told(own, how, say.ADDED_LINK, what=_named(one), path=path)


def _place(resolver: "Resolver", typed: str) -> "tuple[StoredSession, Item | None]":
    """Return the session meant, and the item where one is named; raises as a reference does."""
    from scm_cli.model.refs import split_item

    return resolver.item(typed) if split_item(typed)[1] else (resolver.session(typed), None)


def _link(typed: str) -> str:
    """Return a link, its scheme in small letters; empty for a file; raises `UsageFault` for any other scheme."""
    scheme, colon, rest = typed.partition("://")
    if not colon or not scheme.isalnum() or Path(typed).exists():
        return ""
    if scheme.lower() not in ("http", "https"):
        raise UsageFault(say.OTHER_SCHEME(url=typed), say.NO_FILE_REMEDY())
    return f"{scheme.lower()}://{rest}"


def _named(one: "Attachment") -> str:
    return say.ATTACHMENT(number=one.number, title=one.title or one.url or one.file or "").strip()


@verb(app, "remove", help_.REMOVE, "scm attachment remove 2 1 --yes")
@takes
def remove(
    ctx: typer.Context,
    session: Annotated[str, typer.Argument(metavar="SESSION", help=help_.SESSION(), autocompletion=sessions)],
    numbers: Annotated[list[str], typer.Argument(metavar="NUMBER…", help=help_.NUMBERS(), autocompletion=attachments)],
    group: InGroup,
    how: Writing,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=help_.YES())] = False,
) -> None:
    """Take attachments out."""
    from scm_cli.archive.attaching import take_away
    from scm_cli.archive.beside import going
    from scm_cli.model.attachment_changes import remove as removed
    from scm_cli.model.guard import ensure_open

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive, group.group)
    stored = resolver.session(session)
    ensure_open(stored.value, stored.ref)
    asked(own, _question(stored, numbers), yes=yes or how.dry_run)
    with archive.lock():
        stored = resolver.session(session)
        ensure_open(stored.value, stored.ref)
        gone = _meant(stored, numbers)
        after = removed(stored.value, [one.number for one in gone])
        files = {one.file: one for one in gone if one.file}
        with going(archive, files):
            archive.save(stored, after)
            for one in gone:
                told(own, how, say.REMOVED, what=_named(one), path=archive.files.name(stored.path))
            for away in take_away(archive, stored, files, {one.file or "" for one in after.attachments}):
                file = archive.files.name(away.path)
                if away.trash is None:
                    stays(own, how, file, sure=away.sure)
                else:
                    trash = archive.files.name(away.trash)
                    command = _again(stored, files[away.path.as_posix()], trash)
                    told(own, how, say.TRASHED, file=file, trash=trash, command=command)


def _question(stored: "StoredSession", numbers: list[str]) -> str:
    return say.REALLY_REMOVE(what=", ".join(map(_named, _meant(stored, numbers))))


def _meant(stored: "StoredSession", numbers: list[str]) -> "list[Attachment]":
    """Return the attachments with the numbers typed, each once; raises `UsageFault` or `NotFound`."""
    known = {one.number: one for one in stored.value.attachments}
    found: dict[int, Attachment] = {}
    for typed in numbers:
        number = any_whole(typed, "NUMBER")
        if number not in known:
            names = ", ".join(map(str, known)) or "–"
            raise NotFound(say.NO_ATTACHMENT(ref=stored.ref, number=typed), say.NO_ATTACHMENT_REMEDY(known=names))
        found[number] = known[number]
    return list(found.values())


def _again(stored: "StoredSession", one: "Attachment", trash: str) -> str:
    """Return the command that adds an attachment again."""
    place = stored.ref.item(one.item) if one.item else str(stored.ref)
    title = ["--title", one.title] if one.title else []
    return shlex.join(["scm", "attachment", "add", place, trash, *title, *(["--internal"] if one.internal else [])])
