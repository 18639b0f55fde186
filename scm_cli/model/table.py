"""What every table of the archive has in common."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from scm_cli.locale import reading as say
from scm_cli.model.kinds import Kind, Line, Unfit, shown


class FreeKind(Kind):
    """The user's own table: anything TOML can hold."""

    schema: Any = {"type": "object"}

    def read(self, value: Any) -> Mapping[str, Any]:
        """Return the table unchanged."""
        if not isinstance(value, dict):
            raise Unfit(say.NO_TABLE(value=shown(value)), say.ALLOWED_TABLE(keys="[x]"))
        return value


Free = Annotated[Mapping[str, Any], FreeKind()]

SCHEMA = 1
"""The highest version of the file format this program reads, and the one it writes."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Table:
    """A table of the file format; the classes below it describe the format by their annotations.

    A field without a default is required, `None` is an absent key, and `from_` stands for `from`.
    """

    inline: ClassVar[bool] = False
    """Whether the writer puts the table on one line, `{ … }`, instead of under a header."""

    x: Free | None = None
    """The user's own keys: never read by scm, never lost."""

    # Comparing and showing are written once here: generated for each class they doubled the start-up time.
    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        raise TypeError(type(self))

    @property
    def identity(self) -> object:
        """What tells this table from its neighbours in a list; None where only its whole content does."""
        return None

    def __repr__(self) -> str:
        given = (f"{name}={value!r}" for name, value in self.__dict__.items() if value not in (None, (), False))
        return f"{type(self).__name__}({', '.join(given)})"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Named(Table):
    """Somebody or something that is not in the register."""

    inline = True

    name: Line | None = None
    organisation: Line | None = None
