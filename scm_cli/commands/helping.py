"""Help pages: usage, arguments, options, commands, examples, in the user's language."""

from typing import Any

from typer.core import TyperGroup

from scm_cli.locale import usage as say

WIDTH = 100


def write_help(command: Any, ctx: Any, formatter: Any) -> None:
    """Write a command's help page.

    Args:
        command: the Typer command or group.
        ctx: its context.
        formatter: Typer's formatter, which wraps and aligns.
    """
    formatter.width = min(formatter.width, WIDTH)
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
            formatter.write_dl(rows)


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
    return names if param.is_flag else f"{names} {param.make_metavar(ctx=ctx)}"


def _explained(param: Any) -> str:
    extra = [say.REQUIRED()] if param.required else []
    default = param.default
    if isinstance(default, str) and default:
        extra.append(say.DEFAULT(value=default))
    return f"{param.help or ''} [{', '.join(extra)}]".strip() if extra else param.help or ""


def _commands(command: Any, ctx: Any) -> list[tuple[str, str]]:
    places = getattr(command, "places", None)
    if places is not None:
        return [(name, text()) for name, (_, text) in places.items()]
    return [(name, command.get_command(ctx, name).help or "") for name in command.list_commands(ctx)]
