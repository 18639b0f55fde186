"""What a protocol's text is read with: the session it was printed from, and where mistakes are noted."""

from dataclasses import dataclass
from functools import cached_property

from scm_cli.model.session import Session
from scm_cli.notation.context import Printing
from scm_cli.notation.reading.faults import Faults
from scm_cli.notation.reading.mail import undone
from scm_cli.notation.reading.names import Names


@dataclass(frozen=True)
class Reader:
    """One text being read.

    Args:
        printing: the session the text is about, as it is printed; what the text repeats of it stays as it is.
        faults: takes what is wrong.
        sent: the text as it was printed, where it may have gone through mail programs since; else empty.
    """

    printing: Printing
    faults: Faults
    sent: str = ""

    @property
    def session(self) -> Session:
        """The session the text is about."""
        return self.printing.session

    def alike(self, printed: str, typed: str) -> bool:
        """Say whether what stands in the text is what was printed, but for what mail programs make of it."""
        return printed == typed or (bool(self.sent) and undone(printed) == undone(typed))

    @cached_property
    def names(self) -> Names:
        """Who is meant by a name."""
        return Names(self.printing, self.faults)

    @cached_property
    def ids(self) -> dict[str, str]:
        """The id of each item by its TOP."""
        return {top: item_id for item_id, top in self.printing.tops.items() if top}
