"""`scm check`: everything wrong with an archive, with file, line and the command that mends it."""

from typing import Annotated

import typer

from scm_cli.commands.desk import desk
from scm_cli.commands.framework import single, verb
from scm_cli.commands.options import Showing, takes
from scm_cli.locale import changes as say
from scm_cli.locale import faults
from scm_cli.locale import help_top as help_

app = single()


@verb(app, "check", help_.CHECK, "scm check\nscm check --json")
@takes
def check(
    ctx: typer.Context,
    how: Showing,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=help_.CHECK_QUIET())] = False,
) -> int:
    """Look for faults in all files and between them."""
    from scm_cli.archive.faults import findings
    from scm_cli.model.text import visible

    own = desk(ctx)
    found = findings(own.archive())
    if how.json:
        import json

        rows = [{**vars(one.problem), "command": one.command or None} for one in found]
        own.terminal.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    else:
        for one in found:
            remedy = f"; {faults.REMEDY(command=one.command)}" if one.command else ""
            own.terminal.write(visible(f"{one.problem}{remedy}") + "\n")
    if not quiet:
        own.terminal.say(say.FINDINGS(len(found)) if found else say.NO_FINDINGS())
    return 1 if found else 0
