"""Three versions of one thing: what it was, ours and theirs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Sides:
    """The three versions of a value in a merge; None where one has none.

    Args:
        base: what both were made from.
        ours: the version that decides where both changed one thing.
        theirs: the other version.
    """

    base: Any
    ours: Any
    theirs: Any

    def of(self, how: Callable[[Any], Any]) -> "Sides":
        """Return what a function makes of each version."""
        return Sides(how(self.base), how(self.ours), how(self.theirs))

    def __iter__(self) -> Iterator[Any]:
        return iter((self.base, self.ours, self.theirs))

    @property
    def settled(self) -> bool:
        """Whether at most one side changed it, or both the same way."""
        return any(
            one == other for one, other in ((self.ours, self.theirs), (self.theirs, self.base), (self.ours, self.base))
        )

    @property
    def outcome(self) -> Any:
        """What stands where it is settled: the changed version, else ours."""
        return self.theirs if self.ours == self.base else self.ours
