"""`scm export`: the documents of sessions in their formats, to wherever they go."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.complete import sessions
from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.exporting import (
    COPYABLE,
    Asked,
    Export,
    copy_one,
    open_one,
    print_one,
    wanted_format,
    write_files,
)
from scm_cli.commands.filtering import SessionFilters
from scm_cli.commands.framework import single, verb
from scm_cli.commands.options import Writing, takes
from scm_cli.commands.publishing import Publishing
from scm_cli.errors import NotFound, UsageFault
from scm_cli.locale import LANGUAGES, Lang, formats, publishing, usage
from scm_cli.locale import errors as wrong
from scm_cli.locale import help_export as export_help
from scm_cli.locale import help_top as help_

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.query.rows import Source

app = single()


@verb(
    app,
    "export",
    help_.EXPORT,
    "scm export 1\nscm export 1 --document agenda --lang en\nscm export 1 --format text\n"
    "scm export 1 -o protocol.docx\nscm export 1 -o draft.eml\n"
    "scm export 1 --public\nscm export 1 --public --allow Forst\n"
    "scm export --year 2022 --format ics\nscm export --year 2022 --format html -o exported",
)
@takes
def export(
    ctx: typer.Context,
    filters: SessionFilters,
    how: Writing,
    refs: Annotated[
        list[str] | None,
        typer.Argument(metavar="SESSION", help=help_.EXPORT_SESSIONS(), autocompletion=sessions),
    ] = None,
    document: Annotated[str, typer.Option("--document", metavar="protocol|agenda", help=help_.EXPORT_DOCUMENT())] = "",
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="md|text|html|eml|docx|json|ics", help=export_help.FORMAT())
    ] = "",
    lang: Annotated[str, typer.Option("--lang", metavar="de|en", help=help_.EXPORT_LANG())] = "",
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE|DIR|-", help=help_.EXPORT_OUTPUT())] = "-",
    force: Annotated[bool, typer.Option("--force", help=help_.EXPORT_FORCE())] = False,
    copy: Annotated[bool, typer.Option("--copy", help=export_help.COPY())] = False,
    open_: Annotated[bool, typer.Option("--open", help=export_help.OPEN())] = False,
    public: Annotated[bool, typer.Option("--public", help=publishing.HELP())] = False,
    allow: Annotated[list[str] | None, typer.Option("--allow", metavar="NAME", help=publishing.ALLOW())] = None,
) -> int:
    """Print documents, write them to files, copy or open them."""
    from scm_cli.commands.listing import told

    own = desk(ctx)
    if allow and not public:
        raise UsageFault(usage.NEEDS(one="--allow", other="--public"))
    leak_test = Publishing(tuple(allow or ())) if public else None
    _known("--document", document, ("protocol", "agenda"))
    _known("--lang", lang, LANGUAGES)
    wanted, given = wanted_format(format_, output, copies=copy, opens=open_)
    asked = Asked(document, _language(lang), wanted, output, copy, open_, given, leak_test)
    archive = own.archive(dry_run=how.dry_run)
    chosen = _chosen(own, archive, refs or [], filters)
    _one_at_a_time(asked, len(chosen))
    making = Export(own, archive, asked)
    making.clear(chosen)
    if leak_test:
        leak_test.remember(own, archive, how, (source.ref.group for source in chosen))
    written = [] if output == "-" else write_files(making, how, making.files(chosen), force=force)
    if copy:
        copy_one(making, how, chosen[0])
    if open_:
        open_one(making, how, chosen[0], written)
    if output == "-" and not (copy or open_):
        print_one(making, chosen)
    return told(own, archive)


def _known(option: str, value: str, known: Iterable[str]) -> None:
    names = tuple(known)
    if value and value not in names:
        raise UsageFault(usage.UNKNOWN_FILTER(option=option, value=value), usage.KNOWN(values=", ".join(names)))


def _chosen(own: Desk, archive: "Archive", refs: list[str], filters: SessionFilters) -> "list[Source]":
    """Return the sessions named, or all that the filters leave; raises `NotFound` where there are none."""
    from scm_cli.archive.archive import StoredSession
    from scm_cli.archive.sources import sources
    from scm_cli.query.fields import SESSION
    from scm_cli.query.rows import session_row

    resolver = own.resolver(archive, (filters.group or [""])[0])
    wanted = filters.filters(own.today).checked(SESSION)
    narrowed = any(vars(filters).values())
    if not refs and not narrowed:
        raise UsageFault(usage.MISSING_VALUE(name="SESSION"), usage.SEE_HELP(command="scm export"))
    found: Iterable[StoredSession] = [resolver.session(ref) for ref in refs] if refs else archive.sessions()
    kept = [source for source in sources(archive, found) if refs or wanted.hold_for(session_row(source))]
    if not kept:
        raise NotFound(wrong.NO_MATCH(), wrong.NO_SESSION_REMEDY())
    return kept


def _language(typed: str) -> Lang | None:
    return None if not typed else "en" if typed == "en" else "de"


def _one_at_a_time(asked: Asked, count: int) -> None:
    """Check that what goes to the clipboard or a program can; raises `UsageFault` where not."""
    if count > 1 and (asked.copy or asked.open):
        option = "--copy" if asked.copy else "--open"
        raise UsageFault(formats.ONE_AT_A_TIME(option=option), formats.ONE_REMEDY())
    if asked.copy and asked.format not in COPYABLE:
        raise UsageFault(formats.NOT_COPIED(format=asked.format), usage.KNOWN(values=", ".join(COPYABLE)))
