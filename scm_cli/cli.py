"""The root app: assembles the commands; nothing else."""

from typing import Annotated

import typer
from typer.main import get_group

from scm_cli import __version__
from scm_cli.commands.desk import desk
from scm_cli.commands.framework import Root
from scm_cli.locale import help_top as help_
from scm_cli.locale import usage

PLACES = {
    "init": ("group.init", help_.INIT),
    "list": ("session.view:list", help_.LIST),
    "show": ("session.view:show", help_.SHOW),
    "session": ("session.session", help_.SESSION),
    "attendee": ("attendee.attendee", help_.ATTENDEE),
    "attendance": ("attendance.attendance", help_.ATTENDANCE),
    "agenda": ("agenda.agenda", help_.AGENDA),
    "decision": ("outcomes.decision", help_.DECISION),
    "election": ("outcomes.election", help_.ELECTION),
    "task": ("task.task", help_.TASK),
    "attachment": ("attachment", help_.ATTACHMENT),
    "minutes": ("minutes.minutes", help_.MINUTES_SHORT),
    "live": ("live.live", help_.LIVE_SHORT),
    "group": ("group.group", help_.GROUP),
    "search": ("search", help_.SEARCH_SHORT),
    "status": ("status", help_.STATUS_SHORT),
    "export": ("export.export", help_.EXPORT),
    "template": ("template", help_.TEMPLATE),
    "check": ("check", help_.CHECK),
    "path": ("path", help_.PATH),
    "index": ("index", help_.INDEX_SHORT),
    "schema": ("schema", help_.SCHEMA),
    "merge-file": ("merge.merge_file", help_.MERGE_FILE_SHORT),
    "completion": ("completion", help_.COMPLETION),
}


def _version(ctx: typer.Context, wanted: bool) -> None:
    if wanted:
        desk(ctx).terminal.write(f"scm {__version__}\n")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=usage.VERSION_OPTION())
    ] = False,
) -> None:
    """Take the options of the program itself; `--data` is taken by the group."""


def root() -> Root:
    """Return the program."""
    app = typer.Typer(
        name="scm",
        cls=Root,
        help=help_.ROOT(),
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    made = get_group(app)
    if not isinstance(made, Root):
        raise TypeError(made)
    made.places = PLACES
    return made
