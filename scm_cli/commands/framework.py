"""How commands are put together: lazy nouns, one boundary for errors, help in both languages."""

import importlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn

import typer
from typer._click.exceptions import UsageError
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command as built

from scm_cli.commands.boundary import guarded, meant
from scm_cli.commands.desk import Desk
from scm_cli.commands.helping import printing, write_help
from scm_cli.errors import UsageFault
from scm_cli.locale import Text
from scm_cli.locale import usage as say


class Command(TyperCommand):
    """A command whose help speaks the user's language."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option that prints the help page."""
        return printing(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        write_help(self, ctx, formatter)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; a complaint about them knows whose they are."""
        try:
            return super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx
            raise


class Noun(TyperGroup):
    """A group of commands; a wrong name is answered with the nearest ones."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option that prints the help page."""
        return printing(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        write_help(self, ctx, formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command meant; raises `UsageFault` where there is none."""
        command = self.get_command(ctx, args[0])
        if command is None and not ctx.resilient_parsing:
            remedy = meant(args[0], self.list_commands(ctx)) or say.SEE_HELP(command=ctx.command_path)
            raise UsageFault(say.NO_SUCH_COMMAND(name=args[0]), remedy)
        return args[0] if command else None, command, args[1:]


class Root(Noun):
    """The program: loads a noun's module when it is asked for and turns errors into sentences and codes."""

    places: Mapping[str, tuple[str, Text]] = {}
    """Where each command is made, `module` or `module:command` below `scm_cli.commands`, and its short help."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 — Typer's signature
        """Return all names in the order of the help page."""
        return list(self.places)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 — Typer's signature
        """Return a command, its module imported now; None where there is none."""
        if cmd_name not in self.places:
            return None
        if cmd_name not in self.commands:
            module, _, verb = self.places[cmd_name][0].partition(":")
            app = importlib.import_module(f"scm_cli.commands.{module}").app
            found = built(_alone(app, verb) if verb else app)
            found.name = cmd_name
            self.commands[cmd_name] = found
        return self.commands[cmd_name]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take `--data` out of the arguments wherever it stands before `--`."""
        rest, data = hoisted(args)
        if ctx.obj is None:
            ctx.obj = Desk()
        if data is not None:
            ctx.obj.data = data
        return super().parse_args(ctx, rest)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: ARG002 — the program always leaves with its own code
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> NoReturn:
        """Run the program and leave with its exit code."""
        if "_SCM_COMPLETE" in os.environ:
            from typer._completion_classes import completion_init

            completion_init()
        own = extra.setdefault("obj", Desk())

        if args is None and os.name == "posix":  # arguments are UTF-8 whatever the locale
            args = [os.fsencode(arg).decode("utf-8", "surrogateescape") for arg in sys.argv[1:]]

        def run() -> Any:
            return super(Root, self).main(
                args,
                prog_name or "scm",
                complete_var,
                standalone_mode=False,
                windows_expand_args=windows_expand_args,
                **extra,
            )

        try:
            code = guarded(run, own.terminal)
        finally:
            own.close()
        sys.exit(code)


def hoisted(args: Sequence[str]) -> tuple[list[str], str | None]:
    """Return the arguments without `--data DIR` and the folder it names, or None.

    Raises:
        UsageFault: `--data` without a folder.
    """
    rest: list[str] = []
    data: str | None = None
    remaining = iter(args)
    for arg in remaining:
        if arg == "--":
            return [*rest, arg, *remaining], data
        name, equals, value = arg.partition("=")
        if name != "--data":
            rest.append(arg)
            continue
        data = value if equals else next(remaining, None)
        if not data:
            raise UsageFault(say.OPTION_VALUE(name="--data"), say.SEE_HELP(command="scm"))
    return rest, data


def noun(text: Text) -> typer.Typer:
    """Return an empty sub-app for a noun."""
    app = typer.Typer(
        cls=Noun,
        help=text(),
        no_args_is_help=False,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_nothing)
    return app


def _nothing() -> None:
    """Make a sub-app with one command a group all the same."""


def single() -> typer.Typer:
    """Return an empty app for one command at the top level."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def _alone(app: typer.Typer, verb: str) -> typer.Typer:
    """Return an app of one command of a noun: its other commands take time to build."""
    alone = single()
    alone.registered_commands = [one for one in app.registered_commands if one.name == verb]
    return alone


def verb(
    app: typer.Typer, name: str, text: Text, examples: str = ""
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add a command to a sub-app.

    Args:
        app: the noun.
        name: the verb.
        text: its help.
        examples: command lines for its help page, one a line; a test runs each.
    """
    return app.command(
        name,
        cls=Command,
        help=text(),
        epilog=examples,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
