"""The options for a group's standing items: what every agenda begins and ends with."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from scm_cli.commands.options import Options, option_set
from scm_cli.locale import help_plan as help_

if TYPE_CHECKING:
    from scm_cli.model.group import Standing

_PURPOSES: tuple[Literal["approval", "tasks", "other"], ...] = ("approval", "tasks", "other")


@option_set(frozen=True)
class StandingOptions(Options):
    """The standing items of a group, by the end of the agenda they stand at."""

    standing_first: Annotated[
        list[str] | None,
        typer.Option("--standing-first", metavar="TITLE[=approval|tasks]", help=help_.STANDING_FIRST()),
    ] = None
    standing_last: Annotated[
        list[str] | None,
        typer.Option("--standing-last", metavar="TITLE[=approval|tasks]", help=help_.STANDING_LAST()),
    ] = None

    @property
    def typed(self) -> bool:
        """Whether anything was typed."""
        return self.standing_first is not None or self.standing_last is not None

    def given(self, before: "tuple[Standing, ...]", today: date) -> "dict[str, tuple[Standing, ...]]":
        """Return the standing items by their field, nothing where none were typed.

        The items of an end that was typed replace all of that end, an empty one stands for none; what is known of
        one with the same title stays.

        Args:
            before: the items there were.
            today: today.

        Raises:
            UsageFault: a title cannot be one.
        """
        if not self.typed:
            return {}
        first = self._end("first", self.standing_first, before, today)
        return {"standing": (*first, *self._end("last", self.standing_last, before, today))}

    def _end(
        self, place: Literal["first", "last"], typed: list[str] | None, before: "tuple[Standing, ...]", today: date
    ) -> "tuple[Standing, ...]":
        if typed is None:
            return tuple(one for one in before if one.place == place)
        return tuple(replace(_read(text, before, today), place=place) for text in typed if text)


def _read(text: str, before: "tuple[Standing, ...]", today: date) -> "Standing":
    from scm_cli.archive.typed import apply
    from scm_cli.model.group import Standing

    title, _, said = text.rpartition("=")
    purpose = next((one for one in _PURPOSES if title and one == said.strip()), None)
    made = apply(Standing(title=""), {"title": title if purpose else text}, today)
    known = next((one for one in before if one.title == made.title), made)
    return replace(known, purpose=purpose) if purpose else known
