"""Options several commands share: declared once as a class, added to a command by `takes`."""

import inspect
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, fields
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scm_cli.locale import options as help_

__all__ = ["FieldOptions", "InGroup", "Listing", "Options", "Showing", "Writing", "option_set", "takes"]

if TYPE_CHECKING:
    from dataclasses import dataclass as option_set
else:

    def option_set(**_options: bool) -> Any:
        """Make a class a frozen dataclass that nobody compares or prints, with the constructor of `Options`.

        Type checkers see `dataclass` itself. Methods that are made anew for each class take milliseconds at every
        start.
        """
        return dataclass(init=False, repr=False, eq=False)


@option_set(frozen=True)
class Options:
    """A set of options; a command that has a parameter of such a class gets them all."""

    if not TYPE_CHECKING:

        def __init__(self, **values: Any) -> None:
            self.__dict__.update({one.name: one.default for one in fields(self)} | values)

        def __setattr__(self, name: str, value: object) -> None:
            raise FrozenInstanceError(name)


@option_set(frozen=True)
class FieldOptions(Options):
    """Options that stand for keys of a file, each named as its field; an empty one was not given."""

    def given(self) -> dict[str, Any]:
        """Return what was typed, by field."""
        found = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in found.items() if value not in (None, "", [], ())}


def takes(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command whose parameters of an `Options` class are replaced by that class's own options."""
    signature = inspect.signature(command)
    sets = {
        name: param.annotation
        for name, param in signature.parameters.items()
        if isinstance(param.annotation, type) and issubclass(param.annotation, Options)
    }
    own = [param for name, param in signature.parameters.items() if name not in sets]
    shared = [_parameter(field) for kind in sets.values() for field in fields(kind)]

    @wraps(command)
    def call(**values: Any) -> Any:
        for name, kind in sets.items():
            values[name] = kind(**{field.name: values.pop(field.name) for field in fields(kind)})
        return command(**values)

    parameters = [param.replace(kind=inspect.Parameter.KEYWORD_ONLY) for param in (*own, *shared)]
    call.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined] # read by inspect
    call.__annotations__ = {param.name: param.annotation for param in parameters}
    return call


def _parameter(field: Any) -> inspect.Parameter:
    return inspect.Parameter(field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=field.type)


@option_set(frozen=True)
class Writing(Options):
    """What every command that changes something understands."""

    dry_run: Annotated[bool, typer.Option("--dry-run", help=help_.DRY_RUN())] = False
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=help_.QUIET())] = False


@option_set(frozen=True)
class InGroup(Options):
    """Which group a short reference means."""

    group: Annotated[str, typer.Option("--group", "-g", metavar="NAME", help=help_.GROUP())] = ""


@option_set(frozen=True)
class Showing(Options):
    """How one thing is shown."""

    json: Annotated[bool, typer.Option("--json", help=help_.JSON())] = False


@option_set(frozen=True)
class Listing(Options):
    """How a list is sorted, cut off and written."""

    sort: Annotated[str, typer.Option("--sort", metavar="FIELD[,FIELD]", help=help_.SORT())] = ""
    reverse: Annotated[bool, typer.Option("--reverse", help=help_.REVERSE())] = False
    limit: Annotated[str, typer.Option("--limit", metavar="N", help=help_.LIMIT())] = ""
    json: Annotated[bool, typer.Option("--json", help=help_.JSON())] = False
    format: Annotated[str, typer.Option("--format", metavar="tsv|csv|json|jsonl", help=help_.FORMAT())] = ""
    fields: Annotated[str, typer.Option("--fields", metavar="FIELD[,FIELD]", help=help_.FIELDS())] = ""
