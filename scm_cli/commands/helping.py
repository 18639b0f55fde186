"""Help pages: usage, arguments, options, commands, examples, in the user's language."""

from typing import Any

import typer
from typer.core import TyperGroup

from scm_cli.commands.desk import desk
from scm_cli.locale import usage as say

WIDTH = 100
LONG = 20


def printing(option: Any) -> Any:
    """Return Typer's help option so that it prints through our terminal, which knows the console's encoding."""

    def show(ctx: Any, _param: Any, wanted: bool) -> None:
        if wanted and not ctx.resilient_parsing:
            desk(ctx).terminal.page(f"{ctx.get_help()}\n")
            raise typer.Exit

    option.callback = show
    return option


def write_help(command: Any, ctx: Any, formatter: Any) -> None:
    """Write a command's help page.

    Args:
        command: the Typer command or group.
        ctx: its context.
        formatter: Typer's formatter, which wraps and aligns.
    """
    formatter.width = min(ctx.terminal_width or desk(ctx).terminal.width, WIDTH)
    _usage(command, ctx, formatter)
    if command.help:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(command.help)
    _section(formatter, say.ARGUMENTS(), _arguments(command, ctx))
    _section(formatter, say.OPTIONS(), _options(command, ctx))
    if isinstance(command, TyperGroup):
        _section(formatter, say.COMMANDS(), _commands(command, ctx))
    if command.epilog:
        with formatter.section(say.EXAMPLES()):
            for line in command.epilog.splitlines():
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")


def _section(formatter: Any, title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows, col_max=min(30, formatter.width // 3))


def _usage(command: Any, ctx: Any, formatter: Any) -> None:
    pieces = [say.OPTIONS_METAVAR()]
    pieces += [_metavar(param, ctx) for param in command.get_params(ctx) if param.param_type_name == "argument"]
    if isinstance(command, TyperGroup):
        pieces.append(f"{say.COMMAND_METAVAR()} …")
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=f"{say.USAGE()}: ")


def _metavar(param: Any, ctx: Any) -> str:
    name = (param.metavar or param.make_metavar(ctx=ctx)).rstrip(".…")
    name = f"{name}…" if param.nargs != 1 else name
    return name if param.required else f"[{name}]"


def _arguments(command: Any, ctx: Any) -> list[tuple[str, str]]:
    return [
        (_metavar(param, ctx), param.help or "")
        for param in command.get_params(ctx)
        if param.param_type_name == "argument"
    ]


def _options(command: Any, ctx: Any) -> list[tuple[str, str]]:
    rows = [
        (_names(param, ctx), _explained(param))
        for param in command.get_params(ctx)
        if param.param_type_name == "option" and not param.hidden and param.name != "help"
    ]
    return [*rows, ("--data DIR", say.DATA_OPTION()), ("-h, --help", say.HELP_OPTION())]


def _names(param: Any, ctx: Any) -> str:
    names = ", ".join(sorted(param.opts, key=len))
    if param.secondary_opts:
        names = f"{names} / {', '.join(param.secondary_opts)}"
    if param.is_flag:
        return names
    return f"{names} {_placeholder(param) if _choices(param) else param.make_metavar(ctx=ctx)}"


def _placeholder(param: Any) -> str:
    """Return one word for the value of an option whose alternatives stand in the explanation."""
    return str(max(param.opts, key=len)).strip("-").split("-")[0].upper()


def _choices(param: Any) -> str:
    """Return the words a long list of alternatives in a metavar names; they stand in the explanation."""
    metavar = param.metavar or ""
    return metavar.replace("|", ", ") if "|" in metavar and len(metavar) > LONG else ""


def _explained(param: Any) -> str:
    extra = [say.REQUIRED()] if param.required else []
    extra += [choices] if (choices := _choices(param)) else []
    default = param.default
    if isinstance(default, str) and default:
        extra.append(say.DEFAULT(value=default))
    return f"{param.help or ''} [{', '.join(extra)}]".strip() if extra else param.help or ""


def _commands(command: Any, ctx: Any) -> list[tuple[str, str]]:
    places = getattr(command, "places", None)
    if places is not None:
        return [(name, text()) for name, (_, text) in places.items()]
    return [(name, command.get_command(ctx, name).help or "") for name in command.list_commands(ctx)]
