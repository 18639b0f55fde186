"""The one place where errors become sentences on standard error and an exit code."""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import IO, Any

from typer._click import exceptions as usage
from typer.exceptions import Abort, Exit

from scm_cli.errors import ScmError, UsageFault
from scm_cli.locale import errors as text
from scm_cli.locale import terminal as words
from scm_cli.locale import usage as say
from scm_cli.terminal import Terminal

INTERRUPTED = 130


def guarded(run: Callable[[], Any], terminal: Terminal) -> int:
    """Run the program; return its exit code, whatever happened.

    A reader that stops listening (`| head -1`) is no failure: the rest is not written, the code is 0.
    """
    try:
        return _code(run, terminal)
    finally:
        if terminal.stderr is None:
            _silence(sys.stderr)


def _code(run: Callable[[], Any], terminal: Terminal) -> int:
    try:
        code = _outcome(run, terminal)
        terminal.flush()
    except BrokenPipeError:
        _silence(sys.stdout, sys.stderr)
        return 0
    except KeyboardInterrupt:
        terminal.say(words.INTERRUPTED())
        return INTERRUPTED
    except OSError as error:
        _silence(sys.stdout)
        terminal.error(ScmError(text.SYSTEM(reason=error.strerror or error)))
        return 1
    return code


def _outcome(run: Callable[[], Any], terminal: Terminal) -> int:
    try:
        result = run()
    except ScmError as error:
        terminal.error(error)
        return error.exit_code
    except usage.ClickException as error:
        fault = translated(error)
        terminal.error(fault)
        return fault.exit_code
    except Exit as error:
        return error.exit_code
    except Abort as error:
        raise KeyboardInterrupt from error
    except RuntimeError as error:
        if isinstance(error.__cause__, KeyboardInterrupt):  # it fell into `__set_name__`, as Python 3.11 tells of it
            raise KeyboardInterrupt from error
        raise
    except SystemExit as error:
        if isinstance(error.__context__, BrokenPipeError):  # Typer leaves with 1 where nobody listens any more
            raise error.__context__ from None
        raise
    if result == INTERRUPTED:  # Typer's own answer to Ctrl-C
        raise KeyboardInterrupt
    return result if isinstance(result, int) else 0


def translated(error: usage.ClickException) -> ScmError:
    """Return Typer's complaint about the command line in our words."""
    ctx = getattr(error, "ctx", None)
    remedy = say.SEE_HELP(command=ctx.command_path if ctx else "scm")
    if isinstance(error, usage.NoSuchOption):
        remedy = meant(error.option_name, error.possibilities or ()) or remedy
        return UsageFault(say.NO_SUCH_OPTION(name=error.option_name), remedy)
    if isinstance(error, usage.MissingParameter):
        named = error.param.param_type_name == "argument" if error.param else False
        name = error.param.make_metavar(ctx=ctx) if error.param and ctx and named else _parameter(error)
        return UsageFault(say.MISSING_VALUE(name=name), remedy)
    if isinstance(error, usage.BadOptionUsage):
        needs = say.OPTION_VALUE if "requires" in error.message else say.OPTION_NO_VALUE
        return UsageFault(needs(name=error.option_name), remedy)
    if isinstance(error, usage.BadParameter):
        return UsageFault(say.BAD_VALUE(name=_parameter(error), reason=error.message), remedy)
    return UsageFault(_plain(error.message), remedy)


def meant(typed: str, known: Iterable[str]) -> str:
    """Return the question whether one of the known names was meant; empty where none is near.

    A name that begins as it was typed, or whose last word was typed alone, is nearer than one that shares letters.
    """
    from difflib import get_close_matches

    bare, names = typed.strip("-"), {name.strip("-"): name for name in known}
    near = [name for name in names if bare and (name.startswith(bare) or name.endswith(f"-{bare}"))]
    near = [names[name] for name in near or get_close_matches(bare, names)]
    return say.DID_YOU_MEAN(names=say.OR().join(f"„{name}“" for name in sorted(near))) if near else ""


def _parameter(error: usage.BadParameter) -> str:
    param = error.param
    return "" if param is None else (max(param.opts, key=len) if param.opts else param.name or "")


def _plain(message: str) -> str:
    """Return one of the two sentences that have no class of their own."""
    if message.startswith("Missing command"):
        return say.MISSING_COMMAND()
    head, _, values = message.partition("(s) (")
    return say.TOO_MANY(values=values.removesuffix(")")) if head.endswith("argument") else message


def _silence(*streams: IO[str] | None) -> None:
    """Send what is still to be written to nowhere, so that closing the streams raises nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        if stream is not None:
            with suppress(OSError):  # a stream without a file has nothing to close
                os.dup2(nowhere, stream.fileno())
