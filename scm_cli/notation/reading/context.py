"""What a protocol's text is read with: the session it was printed from, and where mistakes are noted."""

from dataclasses import dataclass
from functools import cached_property

from scm_cli.model.session import Session
from scm_cli.notation.context import Printing
from scm_cli.notation.reading.faults import Faults
from scm_cli.notation.reading.names import Names


@dataclass(frozen=True)
class Reader:
    """One text being read.

    Args:
        printing: the session the text is about, as it is printed; what the text repeats of it stays as it is.
        faults: takes what is wrong.
    """

    printing: Printing
    faults: Faults

    @property
    def session(self) -> Session:
        """The session the text is about."""
        return self.printing.session

    @cached_property
    def names(self) -> Names:
        """Who is meant by a name."""
        return Names(self.printing, self.faults)

    @cached_property
    def ids(self) -> dict[str, str]:
        """The id of each item by its TOP."""
        return {top: item_id for item_id, top in self.printing.tops.items() if top}
