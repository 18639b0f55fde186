"""`scm template`: what documents are made from, the archive's own templates and the built-in ones."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import Showing, takes
from scm_cli.errors import NotFound
from scm_cli.locale import Lang, help_top, language
from scm_cli.locale import templating as say

if TYPE_CHECKING:
    from scm_cli.documents.templates import Template

app = noun(help_top.TEMPLATE)


@verb(app, "list", say.LIST, "scm template list\nscm template list --json")
@takes
def list_templates(ctx: typer.Context, how: Showing) -> None:
    """List the templates."""
    from scm_cli.documents.templates import known_templates
    from scm_cli.formats.rows import FORMATS
    from scm_cli.query.rows import Row
    from scm_cli.terminal import joined

    own = desk(ctx)
    found = list(known_templates(_folder(own)))
    if own.terminal.shows and not how.json:
        width = max(len(one.name) for one in found)
        lines = (f"{one.name:<{width}}  {(say.IS_OWN if one.own else say.IS_BUILT_IN)()}" for one in found)
        own.terminal.page(joined(lines))
        return
    fields = ("name", "document", "language", "own")
    rows = [
        Row(dict(zip(fields, (one.name, one.document, one.lang, one.own is not None), strict=True)), ())
        for one in found
    ]
    for piece in FORMATS["json" if how.json else "tsv"](rows, fields):
        own.terminal.write(piece)


@verb(app, "show", say.SHOW, "scm template show invitation\nscm template show beschlussauszug --lang de")
def show(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help=say.NAME())],
    lang: Annotated[str, typer.Option("--lang", metavar="de|en", help=say.LANG())] = "",
    built_in: Annotated[bool, typer.Option("--built-in", help=say.BUILT_IN())] = False,
) -> None:
    """Print a template."""
    from dataclasses import replace

    from scm_cli.commands.export.export import asked_language
    from scm_cli.documents.templates import source_of

    own = desk(ctx)
    folder = _folder(own)
    found = _named(folder, name, asked_language(lang))[0]
    if built_in and found.document:
        found = replace(found, own=None)
    own.terminal.write(source_of(found))
    if found.own is None and own.terminal.shows:
        own.terminal.say(say.WRITE_HERE(path=folder / found.name))


@verb(app, "check", say.CHECK, "scm template check\nscm template check invitation")
def check(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help=say.CHECK_NAME())] = "",
) -> int:
    """Fill in own templates with a sample and tell what is wrong."""
    from scm_cli.documents.confined import faults_apart
    from scm_cli.documents.samples import sample_values
    from scm_cli.documents.templates import known_templates
    from scm_cli.terminal import joined

    own = desk(ctx)
    folder = _folder(own)
    found = _named(folder, name, None) if name else list(known_templates(folder))
    mine = [one for one in found if one.own]
    if not mine:
        own.terminal.say(say.NOT_OWN(name=name) if name else say.NONE_OWN(path=folder))
        return 0
    faults: list[str] = []
    for one in mine:
        values = sample_values(one.document, one.lang) if one.document and one.lang else None
        faults += faults_apart(one.name, values, folder)
    own.terminal.write(joined(faults))
    own.terminal.say(say.CHECKED(len(mine)))
    return 1 if faults else 0


def _folder(own: Desk) -> Path:
    return own.folder() / "templates"


def _named(folder: Path, typed: str, lang: Lang | None) -> "list[Template]":
    """Return the templates meant by a file's name, or by a document's in one language or all.

    Raises:
        NotFound: there is none.
    """
    from scm_cli.documents.kinds import named
    from scm_cli.documents.templates import known_templates

    known = list(known_templates(folder))
    typed = typed.strip().removesuffix(".j2").removesuffix(".md")
    document, _, ending = typed.rpartition(".")
    spoken: Lang | None = lang
    if document and ending in ("de", "en"):
        spoken = "en" if ending == "en" else "de"
    else:
        document = typed
    kind = named(document)
    found = [one for one in known if one.document and one.document == kind and spoken in (None, one.lang)]
    found = found or [one for one in known if one.name.removesuffix(".j2").removesuffix(".md") == typed]
    if not found:
        names = ", ".join(dict.fromkeys(one.document for one in known if one.document))
        raise NotFound(say.NO_TEMPLATE(name=typed), say.NO_TEMPLATE_REMEDY(known=names))
    return sorted(found, key=lambda one: one.lang != language())
