"""`scm completion`: the script that teaches a shell to complete scm's command lines."""

from typing import Annotated

import typer

from scm_cli.commands.desk import desk
from scm_cli.commands.framework import single, verb
from scm_cli.errors import UsageFault
from scm_cli.locale import help_top as help_
from scm_cli.locale import usage

app = single()

SHELLS = ("bash", "zsh", "fish", "powershell")
COLONS = "COMP_WORDBREAKS=${COMP_WORDBREAKS//:}\n"
"""Bash splits words at colons, and items are named SESSION:ITEM."""


@verb(app, "completion", help_.COMPLETION, "scm completion bash")
def completion(
    ctx: typer.Context,
    shell: Annotated[str, typer.Argument(metavar="bash|zsh|fish|powershell", help=help_.COMPLETION_SHELL())],
) -> None:
    """Print the completion script of a shell."""
    from typer._completion_shared import get_completion_script

    if shell not in SHELLS:
        raise UsageFault(usage.UNKNOWN_FILTER(option="SHELL", value=shell), usage.KNOWN(values=", ".join(SHELLS)))
    script = get_completion_script(prog_name="scm", complete_var="_SCM_COMPLETE", shell=shell)
    desk(ctx).terminal.write(f"{script}\n{COLONS if shell == 'bash' else ''}")
