"""The register of people, read one by one when they are asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from scm_cli.archive.archive import Archive, Stored
from scm_cli.errors import BadData
from scm_cli.model.attendee import Attendee
from scm_cli.model.register import ANY, Roll
from scm_cli.model.table import Table

T = TypeVar("T", bound=Table)


class OnDemand(Mapping[str, T]):
    """Values by key, of which it is known that their files can be read.

    Args:
        archive: whose files they are; it remembers what is wrong with one that has changed since.
        keys: in the archive's order.
        load: reads one.
    """

    def __init__(self, archive: Archive, keys: Sequence[str], load: Callable[[str], Stored[T]]) -> None:
        self._archive = archive
        self._load = load
        self._read: dict[str, T | None] = dict.fromkeys(keys)

    def __getitem__(self, key: str) -> T:
        known = self._read[key]
        if known is None:
            try:
                known = self._read[key] = self._load(key).value
            except (BadData, FileNotFoundError) as error:  # since a moment ago
                if isinstance(error, BadData):
                    self._archive.remember(error)
                del self._read[key]
                raise KeyError(key) from error
        return known

    def __contains__(self, key: object) -> bool:
        return key in self._read

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._read))

    def __len__(self) -> int:
        return len(self._read)


class People(OnDemand[Attendee], Roll):
    """The people of an archive, of whom it is known where they sit before they are read.

    Args:
        archive: whose people they are.
        groups: by key, the groups whose votes may depend on each (`groups_of`), in the archive's order.
    """

    def __init__(self, archive: Archive, groups: Mapping[str, Sequence[str]]) -> None:
        super().__init__(archive, list(groups), archive.attendee)
        self._groups = groups

    def of_group(self, group: str) -> list[str]:
        """Return the keys of all on whom a group's votes may depend."""
        return [key for key in self if group in self._groups[key] or ANY in self._groups[key]]
