"""`scm export`: the protocol or the agenda of sessions as documents."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.complete import sessions
from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.filtering import SessionFilters
from scm_cli.commands.framework import single, verb
from scm_cli.commands.options import Writing, takes
from scm_cli.commands.saying import told as said
from scm_cli.errors import BadData, NotFound, UsageFault
from scm_cli.locale import LANGUAGES, Lang, documents, usage
from scm_cli.locale import changes as say
from scm_cli.locale import errors as wrong
from scm_cli.locale import help_top as help_

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.query.rows import Source

app = single()


@verb(
    app,
    "export",
    help_.EXPORT,
    "scm export 1\nscm export 1 --document agenda --lang en\nscm export --year 2022 -o exported",
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
    lang: Annotated[str, typer.Option("--lang", metavar="de|en", help=help_.EXPORT_LANG())] = "",
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE|DIR|-", help=help_.EXPORT_OUTPUT())] = "-",
    force: Annotated[bool, typer.Option("--force", help=help_.EXPORT_FORCE())] = False,
    public: Annotated[bool, typer.Option("--public", help=help_.EXPORT_PUBLIC())] = False,
) -> int:
    """Print documents or write them to files."""
    from scm_cli import delivery
    from scm_cli.commands.listing import told

    own = desk(ctx)
    if public:
        raise UsageFault(usage.NO_PUBLIC(), usage.NO_PUBLIC_REMEDY())
    _known("--document", document, ("protocol", "agenda"))
    _known("--lang", lang, LANGUAGES)
    archive = own.archive(dry_run=how.dry_run)
    chosen = _chosen(own, archive, refs or [], filters)
    made = list(_made(archive, chosen, document, lang))
    if output == "-":
        if len(chosen) > 1:
            raise UsageFault(wrong.SEVERAL_NEED_FOLDER(), wrong.SEVERAL_NEED_FOLDER_REMEDY())
        own.terminal.write(made[0][1])
        return told(own, archive)
    for path, text in _places(made, output, document, lang, several=len(chosen) > 1):
        if not how.dry_run:
            delivery.to_file(path, text, force=force)
        said(own, how, say.WRITTEN, path=path)
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


def _lang(source: "Source", typed: str) -> Lang:
    return _wanted(typed) or (source.group.language if source.group else "de")


def _wanted(typed: str) -> Lang | None:
    return None if not typed else "en" if typed == "en" else "de"


def _kind(source: "Source", typed: str) -> str:
    """Return which document is meant: as typed, else the protocol once held, the agenda before."""
    return typed or ("protocol" if source.session.was_held else "agenda")


def _made(archive: "Archive", chosen: "list[Source]", document: str, lang: str) -> "Iterable[tuple[Source, str]]":
    """Yield each document; one of several that cannot be made hides no other."""
    for source in chosen:
        try:
            yield source, _document(archive, source, document, lang)
        except BadData as error:
            if len(chosen) == 1:
                raise
            archive.remember(error)


def _document(archive: "Archive", source: "Source", typed: str, typed_lang: str) -> str:
    from scm_cli.notation.context import Printing

    if _kind(source, typed) == "agenda":
        from scm_cli.documents.agenda import agenda

        return agenda(Printing(source, _lang(source, typed_lang)), archive.files.root / "templates")
    from scm_cli.commands.printed import keep_source
    from scm_cli.documents.protocol import protocol_document

    text = protocol_document(archive, source, _wanted(typed_lang), archive.files.warn)
    keep_source(archive, source, _lang(source, typed_lang), text)
    return text


def _places(
    made: "list[tuple[Source, str]]", output: str, document: str, lang: str, *, several: bool
) -> Iterable[tuple[Path, str]]:
    """Yield where each document goes: one to a file, several into a folder by group, number and date."""
    target = Path(output)
    if not several and not target.is_dir() and not output.endswith("/"):
        return [(target, made[0][1])]
    if target.exists() and not target.is_dir():
        raise UsageFault(wrong.SEVERAL_NEED_FOLDER(), wrong.SEVERAL_NEED_FOLDER_REMEDY())
    return [(target / _name(source, _kind(source, document), _lang(source, lang)), text) for source, text in made]


def _name(source: "Source", kind: str, lang: Lang) -> str:
    ref = source.ref
    return f"{ref.group}-{ref.number:04}-{source.session.date}-{documents.DOCUMENTS[kind].to(lang)}.md"
