"""`scm agenda import`: an agenda from a file."""

from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.agenda.overrun import warn_overrun
from scm_cli.commands.complete import sessions
from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import InGroup, Writing, takes
from scm_cli.commands.saying import told
from scm_cli.errors import UsageFault
from scm_cli.locale import help_agenda, help_top, usage
from scm_cli.locale import importing as say

if TYPE_CHECKING:
    from scm_cli.archive.archive import StoredSession
    from scm_cli.importers.detect import Format
    from scm_cli.importers.placing import Placed, Way
    from scm_cli.importers.presenters import Presenters

app = noun(help_top.AGENDA)


@verb(
    app,
    "import",
    say.IMPORT,
    "scm agenda import 2 tagesordnung.csv\nscm agenda import 2 tagesordnung.json --merge --dry-run",
)
@takes
def import_agenda(
    ctx: typer.Context,
    session: Annotated[str, typer.Argument(metavar="SESSION", help=help_agenda.SESSION(), autocompletion=sessions)],
    file: Annotated[str, typer.Argument(metavar="FILE|-", help=say.IMPORT_FILE())],
    group: InGroup,
    how: Writing,
    format_: Annotated[
        str, typer.Option("--format", metavar="json|jsonl|csv|xlsx|toml|markdown", help=say.IMPORT_FORMAT())
    ] = "",
    append: Annotated[bool, typer.Option("--append", help=say.APPEND())] = False,
    merge: Annotated[bool, typer.Option("--merge", help=say.MERGE())] = False,
    replace: Annotated[bool, typer.Option("--replace", help=say.REPLACE())] = False,
    force: Annotated[bool, typer.Option("--force", help=say.FORCE())] = False,
) -> None:
    """Take items from a file into a session's agenda."""
    from scm_cli.archive.sources import source
    from scm_cli.commands.infile import given_bytes
    from scm_cli.importers.agenda import AgendaReader
    from scm_cli.importers.placing import placed
    from scm_cli.model.guard import ensure_open

    way, kind = _way(append=append, merge=merge, replace=replace, force=force), _format(format_)
    own = desk(ctx)
    data = given_bytes(own, file)
    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive, group.group)
    with archive.lock():
        stored = resolver.session(session)
        ensure_open(stored.value, stored.ref)
        reader = AgendaReader(resolver, source(archive, stored).group, own.today)
        items = reader.read(data, file, kind)
        made = placed(stored.value, items, way, force=force)
        archive.save(stored, made.session)
    _result(own, how, stored, made)
    doubts(own, how, reader.who, reader.unused)
    told(own, how, say.IMPORTED, ref=stored.ref, counts=_counts(made), path=archive.files.name(stored.path))
    if not how.quiet:
        warn_overrun(own, stored.ref, made.session)


def _way(*, append: bool, merge: bool, replace: bool, force: bool) -> "Way":
    """Return how items enter the agenda; raises `UsageFault` where options do not go together."""
    named = [name for name, given in (("append", append), ("merge", merge), ("replace", replace)) if given]
    if len(named) > 1:
        raise UsageFault(usage.TOGETHER(one=f"--{named[0]}", other=f"--{named[1]}"))
    if force and not replace:
        raise UsageFault(usage.NEEDS(one="--force", other="--replace"))
    return "merge" if merge else "replace" if replace else "append"


def _format(typed: str) -> "Format | None":
    from scm_cli.importers.detect import FORMATS

    known = next((one for one in FORMATS if one == typed), None)
    if typed and known is None:
        raise UsageFault(usage.UNKNOWN_FILTER(option="--format", value=typed), usage.KNOWN(values=", ".join(FORMATS)))
    return known


def _result(own: Desk, how: Writing, stored: "StoredSession", made: "Placed") -> None:
    """Print the references of what is new; in a dry run the agenda as it would be, with `+` and `~` at changes."""
    from scm_cli.model.numbering import tops

    if not how.dry_run:
        for item_id in made.added:
            own.terminal.write(f"{stored.ref.item(item_id)}\n")
        return
    numbered = tops(made.session.agenda)
    for item in made.session.agenda:
        mark = "+" if item.id in made.added else "~" if item.id in made.changed else " "
        own.terminal.write(f"{mark} {'  ' * (item.level - 1)}{numbered[item.id] or '–'} {item.title}\n")
    for item in made.removed:
        own.terminal.write(f"- {'  ' * (item.level - 1)}{item.title}\n")


def doubts(own: Desk, how: Writing, who: "Presenters", unused: tuple[str, ...]) -> None:
    """Say what of a file was not used, and who of those named is nobody of the register for certain."""
    if how.quiet:
        return
    if unused:
        own.terminal.say(say.NOT_USED(names=", ".join(unused)))
    for name, people in who.ambiguous.items():
        own.terminal.say(say.COULD_BE(name=name, people=say.OR().join(people)))
    if who.unknown:
        own.terminal.say(say.KEPT_AS_NAMES(names="; ".join(who.unknown)))


def _counts(made: "Placed") -> str:
    """Return how many items are new, changed and gone."""
    parts = [
        *([say.ADDED(len(made.added))] if made.added else []),
        *([say.CHANGED(len(made.changed))] if made.changed else []),
        *([_gone(made)] if made.removed else []),
    ]
    return ", ".join(parts) or say.UNCHANGED()


def _gone(made: "Placed") -> str:
    return say.REMOVED(len(made.removed), names="; ".join(item.title for item in made.removed))
