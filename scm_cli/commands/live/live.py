"""`scm live`: short lines during the meeting, each saved at once."""

from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.complete import sessions
from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.framework import single, verb
from scm_cli.commands.options import InGroup, Writing, takes
from scm_cli.errors import Conflict
from scm_cli.locale import changes, record
from scm_cli.locale import help_live as help_
from scm_cli.locale import live as say

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, StoredSession
    from scm_cli.commands.live.run import Run

app = single()


@verb(app, "live", help_.LIVE, "scm live 1\nscm live next --quiet")
@takes
def live(
    ctx: typer.Context,
    group: InGroup,
    how: Writing,
    session: Annotated[str, typer.Argument(metavar="SESSION", help=help_.SESSION(), autocompletion=sessions)] = "",
) -> int:
    """Take minutes in short lines while the session runs."""
    from scm_cli.archive.today import session_of_today
    from scm_cli.commands.live.run import Run
    from scm_cli.commands.live.typing import typed_lines

    own = desk(ctx)
    archive = own.archive(dry_run=how.dry_run)
    resolver = own.resolver(archive, group.group)
    stored = resolver.session(session) if session else session_of_today(resolver)
    _ensure_running(stored)
    run = Run(own, archive, stored, how)
    _greet(own, archive, stored, run)
    for line in typed_lines(own, run.prompt, run.offered):
        if not run.take(line):
            break
    return run.close()


def _ensure_running(stored: "StoredSession") -> None:
    """Raise `Conflict` where a session cannot take place any more: final, or called off."""
    from scm_cli.model.guard import ensure_open

    ensure_open(stored.value, stored.ref)
    if stored.value.status == "cancelled":
        raise Conflict(record.CANCELLED(ref=stored.ref), record.CANCELLED_REMEDY(ref=stored.ref))


def _greet(own: Desk, archive: "Archive", stored: "StoredSession", run: "Run") -> None:
    """Say which session it is, and what there is to know before the first line."""
    from scm_cli.commands.live.aside import left_over
    from scm_cli.commands.session.stepwork import shown

    what, day = changes.SESSION(ref=stored.ref), shown(stored.value.date)
    if not run.how.quiet:
        own.terminal.say(say.STARTED(what=what, day=day, path=archive.files.name(stored.path)))
        if not run.clock():
            own.terminal.say(say.NOT_TODAY())
    for path, command in left_over(stored.ref):
        own.terminal.warn(say.LEFT_OVER(path=path, command=command))
    if own.terminal.asks:
        own.terminal.say(say.HINT())
