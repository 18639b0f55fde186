"""Presenters of imported items: people of the register where it knows them for certain, else names."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from scm_cli.archive.resolve import Resolver, known_by
from scm_cli.importers.incoming import named
from scm_cli.locale import importing as say
from scm_cli.model.kinds import Unfit, shown
from scm_cli.model.outcomes import Party
from scm_cli.query.rows import party_name


class Presenters:
    """Finds people in one register, and remembers who was not in it.

    Args:
        resolver: of the archive.
        today: today.
    """

    def __init__(self, resolver: Resolver, today: date) -> None:
        self.resolver = resolver
        self.register = resolver.archive.register
        self.today = today
        self.unknown: dict[str, None] = {}
        self.ambiguous: dict[str, tuple[str, ...]] = {}

    def names(self, parties: Iterable[Party]) -> list[str]:
        """Return how lists call those who present."""
        return [party_name(one, self.register) for one in parties]

    def key(self, typed: str) -> Party:
        """Return a key of the register; else the text as a name."""
        return typed if typed in self.register else self._one(typed)

    def resolved(self, value: Any, *, exactly: bool = False) -> tuple[Party, ...]:
        """Return who is meant by a name, by several in one text, or by a table with name and organisation.

        Several names are separated by semicolons or line ends; by commas where the register knows every one.

        Args:
            value: a text or a table.
            exactly: take a table's name as it is, even where the register knows it.

        Raises:
            Unfit: it names nobody.
        """
        if isinstance(value, dict):
            one = named(value, self.today)
            found = [] if exactly or not one.name else known_by(one.name, self.register)
            return (found[0] if len(found) == 1 else one,)
        if not isinstance(value, str):
            raise Unfit(say.NO_PRESENTER(value=shown(value)), say.ALLOWED_PRESENTER())
        parts = [part.strip() for part in re.split(r"[;\n]", value) if part.strip()]
        return tuple(one for part in parts for one in self._with_commas(part))

    def is_known(self, typed: str) -> bool:
        """Say whether the register knows exactly one person by this name."""
        return len(known_by(typed, self.register)) == 1

    def _with_commas(self, text: str) -> tuple[Party, ...]:
        parts = [part.strip() for part in text.split(",") if part.strip()]
        if len(parts) > 1 and not self.is_known(text) and all(map(self.is_known, parts)):
            return tuple(map(self._one, parts))
        return (self._one(text),)

    def remember(self, name: str) -> None:
        """Note a name that stays one: nobody in the register is called so, or several people are."""
        if found := known_by(name, self.register):
            self.ambiguous[name] = tuple(found)
        else:
            self.unknown[name] = None

    def _one(self, typed: str) -> Party:
        found = known_by(typed, self.register)
        if len(found) == 1:
            return found[0]
        name = named({"name": " ".join(typed.split())}, self.today)
        self.remember(name.name or "")
        return name
