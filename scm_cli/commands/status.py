"""`scm status`: on one screen what is to be done."""

from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.complete import groups
from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.framework import single, verb
from scm_cli.commands.options import Showing, takes
from scm_cli.errors import BadData
from scm_cli.locale import help_plan as help_

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.planning.carrying import Sessions
    from scm_cli.planning.status import Status

app = single()


@verb(app, "status", help_.STATUS, "scm status\nscm status --json")
@takes
def show_status(
    ctx: typer.Context,
    how: Showing,
    group: Annotated[
        str, typer.Option("--group", "-g", metavar="NAME", help=help_.STATUS_GROUP(), autocompletion=groups)
    ] = "",
) -> int:
    """Show what is to be done."""
    from scm_cli.archive.collecting import uncollected
    from scm_cli.archive.standings import standings
    from scm_cli.commands.listing import told

    own = desk(ctx)
    archive = own.archive()
    keys = [own.resolver(archive, group).group()] if group else archive.group_keys()
    with uncollected():
        outlines, problems = standings(archive, keys)
        statuses = [_status(archive, key, outlines[key], own) for key in keys]
        _tell(own, archive, statuses, problems, how)
    return told(own, archive)


def _tell(own: Desk, archive: "Archive", statuses: "list[Status]", problems: int, how: Showing) -> None:
    if how.json:
        from scm_cli.formats.rows import document
        from scm_cli.formats.status_object import status_object

        own.terminal.write(document(status_object(statuses, problems, {}, own.today)))
    else:
        _show(own, archive, statuses, problems)


def _status(archive: "Archive", key: str, sessions: "Sessions", own: Desk) -> "Status":
    """Return how a group stands; one whose file cannot be read still has its sessions."""
    from scm_cli.model.group import Group
    from scm_cli.planning.status import status

    try:
        group = archive.group(key).value
    except BadData as error:
        archive.remember(error)
        group = Group(name=key)
    return status(key, group, sessions, own.today)


def _show(own: Desk, archive: "Archive", statuses: "list[Status]", problems: int) -> None:
    """Write the screen; where it is read by no person nothing is cut off and references are full."""
    from scm_cli.formats.status_screen import Names, screen
    from scm_cli.terminal import cells, cut, joined

    terminal = own.terminal
    names = Names({}, _home(archive), full=not terminal.shows)
    lines = screen(statuses, problems, names, terminal.height - 1 if terminal.shows else 0)
    width = max((cells(label) for label, _ in lines), default=0)
    room = terminal.width - width - 2 if terminal.shows else 0
    blank = " " * (width + 2)
    shown = []
    for label, line in lines:
        before = f"{terminal.bold(label)}{'':{width - cells(label)}}  " if label else blank
        shown.append(before + (cut(line, room) if room else line))
    terminal.write(joined(shown))


def _home(archive: "Archive") -> str:
    """Return the group a bare number means; empty where none does or the settings cannot be read."""
    from scm_cli.commands.listing import home_group

    try:
        return home_group(archive)
    except BadData as error:
        archive.remember(error)
        return ""
