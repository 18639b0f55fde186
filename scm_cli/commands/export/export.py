"""`scm export`: the documents of sessions in their formats, to wherever they go."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.complete import sessions
from scm_cli.commands.desk import desk
from scm_cli.commands.export.choosing import What, subjects
from scm_cli.commands.export.exporting import (
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
from scm_cli.errors import UsageFault
from scm_cli.locale import LANGUAGES, Lang, formats, publishing, usage
from scm_cli.locale import help_export as export_help
from scm_cli.locale import help_top as help_

if TYPE_CHECKING:
    from scm_cli.commands.export.publishing import Publishing

app = single()


@verb(
    app,
    "export",
    help_.EXPORT,
    "scm export 1\nscm export 1 --document agenda --lang en\nscm export 1 --format text\n"
    "scm export 2 --document invitation --format eml -o invitation.eml\n"
    "scm export 2 --document attendance-sheet -o sheet.docx\n"
    "scm export B2-1 -o beschluss.docx\nscm export 2 --item 2\nscm export 1 --short\n"
    "scm export --document decision-register --year 2026\nscm export --person muster --format text\n"
    "scm export 1 -o protocol.docx\nscm export 1 -o draft.eml\n"
    "scm export 1 --public\nscm export 1 --public --allow Forst\n"
    "scm export --year 2022 --format ics\nscm export --year 2022 --format html -o exported",
)
@takes
def export(
    ctx: typer.Context,
    what: What,
    filters: SessionFilters,
    how: Writing,
    refs: Annotated[
        list[str] | None,
        typer.Argument(metavar="SESSION", help=help_.EXPORT_SESSIONS(), autocompletion=sessions),
    ] = None,
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
    leak_test = _leak_test(allow or ()) if public else None
    wanted, given = wanted_format(format_, output, copies=copy, opens=open_)
    any_number = not (refs or what.decision)
    asked = Asked(asked_language(lang), wanted, output, copy, open_, given, any_number, leak_test)
    archive = own.archive(dry_run=how.dry_run)
    chosen = subjects(own, archive, refs or [], filters, what)
    _one_at_a_time(asked, len(chosen))
    making = Export(own, archive, asked)
    if leak_test:
        making.clear(chosen)
        leak_test.remember(own, archive, how, (subject.last.ref.group for subject in chosen))
    written = [] if output == "-" else write_files(making, how, chosen, force=force)
    if copy:
        copy_one(making, how, chosen[0])
    if open_:
        open_one(making, how, chosen[0], written)
    if output == "-" and not (copy or open_):
        print_one(making, chosen)
    return told(own, archive)


def _leak_test(allowed: Iterable[str]) -> "Publishing":
    from scm_cli.commands.export.publishing import Publishing

    return Publishing(tuple(allowed))


def _known(option: str, value: str, known: Iterable[str]) -> None:
    names = tuple(known)
    if value and value not in names:
        raise UsageFault(usage.UNKNOWN_FILTER(option=option, value=value), usage.KNOWN(values=", ".join(names)))


def asked_language(typed: str) -> Lang | None:
    """Return the language typed, None where none was; raises `UsageFault` for any other."""
    _known("--lang", typed, LANGUAGES)
    return None if not typed else "en" if typed == "en" else "de"


def _one_at_a_time(asked: Asked, count: int) -> None:
    """Check that what goes to the clipboard or a program can; raises `UsageFault` where not."""
    if count > 1 and (asked.copy or asked.open):
        option = "--copy" if asked.copy else "--open"
        raise UsageFault(formats.ONE_AT_A_TIME(option=option), formats.ONE_REMEDY())
    if asked.copy and asked.format not in COPYABLE:
        raise UsageFault(formats.NOT_COPIED(format=asked.format), usage.KNOWN(values=", ".join(COPYABLE)))
