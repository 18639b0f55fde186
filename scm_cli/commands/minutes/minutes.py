"""`scm minutes`: the protocol in the editor, printed, or taken back corrected."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.complete import sessions
from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.framework import single, verb
from scm_cli.commands.options import InGroup, Writing, takes
from scm_cli.errors import UsageFault
from scm_cli.locale import LANGUAGES, Lang, help_session, usage
from scm_cli.locale import options as shared
from scm_cli.locale import taking as say

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, StoredSession

app = single()


@verb(
    app,
    "minutes",
    say.MINUTES,
    "scm minutes 1 --print\n"
    "scm minutes 1 --apply corrected.md --yes\n"
    "scm minutes 1 --apply corrected.md --dry-run\n"
    "scm minutes 1 --apply protokoll.docx --yes",
)
@takes
def minutes(
    ctx: typer.Context,
    session: Annotated[str, typer.Argument(metavar="SESSION", help=help_session.ARGUMENT(), autocompletion=sessions)],
    group: InGroup,
    how: Writing,
    print_: Annotated[bool, typer.Option("--print", help=say.PRINT())] = False,
    apply: Annotated[str, typer.Option("--apply", metavar="FILE|-", help=say.APPLY())] = "",
    prune: Annotated[bool, typer.Option("--prune", help=say.PRUNE())] = False,
    base: Annotated[str, typer.Option("--base", metavar="FILE", help=say.BASE())] = "",
    lang: Annotated[str, typer.Option("--lang", metavar="de|en", help=say.LANG())] = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help=shared.YES())] = False,
) -> int:
    """Take minutes; return the exit code."""
    _consistent(print_=print_, apply=apply, prune=prune, base=base, lang=lang)
    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    stored = own.resolver(archive, group.group).session(session)
    if print_:
        from scm_cli.commands.listing import told

        own.terminal.page(_printed(own, how, archive, stored, _lang(lang)))
        return told(own, archive)
    if apply:
        _apply(own, stored, how, apply, base, prune=prune, yes=yes)
    else:
        _edit(own, archive, stored, how, _lang(lang), yes=yes)
    return 0


def _consistent(*, print_: bool, apply: str, prune: bool, base: str, lang: str) -> None:
    """Raise `UsageFault` where options do not go together."""
    if print_ and apply:
        raise UsageFault(usage.TOGETHER(one="--print", other="--apply"))
    for name, given in (("--prune", prune), ("--base", bool(base))):
        if given and not apply:
            raise UsageFault(usage.NEEDS(one=name, other="--apply"))
    if lang and apply:
        raise UsageFault(usage.TOGETHER(one="--lang", other="--apply"))
    if lang and lang not in LANGUAGES:
        raise UsageFault(usage.UNKNOWN_FILTER(option="--lang", value=lang), usage.KNOWN(values=", ".join(LANGUAGES)))


def _lang(typed: str) -> Lang | None:
    return None if not typed else "en" if typed == "en" else "de"


def _printed(own: Desk, how: Writing, archive: "Archive", stored: "StoredSession", lang: Lang | None) -> str:
    """Return a session's protocol, kept for what may come back of it unless nothing is to be written."""
    from scm_cli.archive.sources import source
    from scm_cli.commands.minutes.taking import printing_of
    from scm_cli.commands.printed import keep
    from scm_cli.documents.protocol import protocol_document

    text = protocol_document(archive, source(archive, stored), lang, archive.files.warn)
    problem = "" if how.dry_run else keep(stored, printing_of(archive, stored, lang).lang, text)
    if problem and not how.quiet:
        own.terminal.warn(say.NOT_KEPT(reason=problem))
    return text


def _apply(own: Desk, stored: "StoredSession", how: Writing, apply: str, base: str, *, prune: bool, yes: bool) -> None:
    """Take a text back; one from standard input, which is nowhere else, is kept aside where that fails."""
    from contextlib import nullcontext

    from scm_cli.commands.aside import kept_unless_done
    from scm_cli.commands.infile import file_bytes
    from scm_cli.commands.minutes.bases import base_of
    from scm_cli.commands.minutes.incoming import incoming
    from scm_cli.commands.minutes.taking import Taking
    from scm_cli.formats.corrected.package import is_word

    typed = apply == "-"
    data = own.terminal.read() if typed else file_bytes(apply)
    name = "-" if typed else apply
    taking = Taking(own, stored.ref, how, lambda text, now: base_of(text, now, base), yes=yes, prune=prune)
    ending = ".docx" if is_word(data) else ".md"
    aside = (
        kept_unless_done(own, data, _stem(stored), ending, written=True) if typed and data.strip() else nullcontext()
    )
    with aside:
        incoming(data, name).into(taking)


def _edit(
    own: Desk, archive: "Archive", stored: "StoredSession", how: Writing, lang: Lang | None, *, yes: bool
) -> None:
    """Let the user edit the protocol, again where it is faulty and they want to, and put it in."""
    from scm_cli.commands.aside import kept_unless_done
    from scm_cli.commands.editor import edited, editor_command
    from scm_cli.commands.minutes.incoming import incoming
    from scm_cli.commands.minutes.taking import Made, Taking, printing_of
    from scm_cli.model.guard import ensure_open
    from scm_cli.notation.reading.applied import Base

    ensure_open(stored.value, stored.ref)
    command = editor_command(own)
    printed = _printed(own, how, archive, stored, lang)
    base = Base(stored.value, printing_of(archive, stored, lang).lang, printed, str(stored.ref), mailed=False)
    taking = Taking(own, stored.ref, how, lambda _text, _now: base, yes=yes, prune=True)

    def made(path: Path) -> tuple[Made, str]:
        text = incoming(path.read_bytes(), str(path)).text
        return taking.made(text, str(path)), text

    with kept_unless_done(own, printed.encode(), _stem(stored), ".md") as copy:
        found, text = edited(own, command, copy, made)
        taking.put(found, text, str(copy))


def _stem(stored: "StoredSession") -> str:
    return f"{stored.ref.group}-{stored.ref.number:04}"
