"""Those who present an item or do a task: people of the register, other names, organisations."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scm_cli.errors import NotFound

if TYPE_CHECKING:
    from scm_cli.archive.resolve import Resolver
    from scm_cli.model.outcomes import Party


def party(name: str, resolver: "Resolver") -> "Party":
    """Return the key of a person where the register has them, else the name as it was typed.

    Raises:
        Ambiguous: several people could be meant.
        UsageFault: the name cannot be one.
    """
    try:
        return resolver.attendee(name)
    except NotFound:
        return _named("name", name, resolver)


def parties(names: Iterable[str], organisations: Iterable[str], resolver: "Resolver") -> "tuple[Party, ...]":
    """Return people and then organisations, each once; raises as `party` does."""
    found: list[Party] = []
    for one in (
        *(party(name, resolver) for name in names),
        *(_named("organisation", name, resolver) for name in organisations),
    ):
        if one not in found:
            found.append(one)
    return tuple(found)


def _named(field: str, typed: str, resolver: "Resolver") -> "Party":
    from scm_cli.archive.typed import apply
    from scm_cli.model.table import Named

    return apply(Named(), {field: typed}, resolver.today)
