"""What a line is carried out on: the session in the room, and what a line makes of it."""

from dataclasses import dataclass, field, replace
from datetime import time

from scm_cli.dates import show_clock
from scm_cli.errors import ScmError, UsageFault
from scm_cli.locale import language
from scm_cli.locale import live as say
from scm_cli.model.agenda import Item
from scm_cli.model.numbering import tops
from scm_cli.model.session import Session
from scm_cli.notation.context import Printing
from scm_cli.notation.reading.context import Reader
from scm_cli.notation.reading.faults import Faults


@dataclass(frozen=True)
class Room:
    """The session as it is when a line is typed.

    Args:
        printing: the session with its group and the register, in the interface's language.
        current: the id of the item being treated; empty where none is.
        at: the time that counts; None where none is known.
        exact: whether that time was typed rather than taken from the clock.
    """

    printing: Printing
    current: str = ""
    at: time | None = None
    exact: bool = False

    @property
    def session(self) -> Session:
        """The session."""
        return self.printing.session

    @property
    def reader(self) -> Reader:
        """What reads names and votes, with faults of its own."""
        return Reader(self.printing, Faults(""))

    def time(self) -> time:
        """Return the time; raises `UsageFault` where none is known."""
        if self.at is None:
            raise UsageFault(say.NO_TIME(), say.TYPE_THE_TIME())
        return self.at

    def done(self, session: Session, said: str, **more: object) -> "Done":
        """Return what a line made of the session; nothing changes about the item being treated."""
        return Done(session, self.current, said, **more)  # type: ignore[arg-type] # the fields of Done

    def stamped(self, sentence: str) -> str:
        """Return a sentence with the time before it, where one is known."""
        return f"{show_clock(self.at, language())} {sentence}" if self.at else sentence


@dataclass(frozen=True)
class Done:
    """What a line made of the session.

    Args:
        session: with the change.
        current: the item that is treated from now on, by id.
        said: what was done, in one sentence.
        warnings: what is odd about it.
        fault: why it could not be done as typed and was kept as a note; None where it was understood.
    """

    session: Session
    current: str
    said: str
    warnings: tuple[str, ...] = field(default=())
    fault: ScmError | None = None

    def warning(self, *sentences: str) -> "Done":
        """Return it with more that is odd."""
        return replace(self, warnings=(*self.warnings, *filter(None, sentences)))


def item_name(session: Session, item: Item, *, title: bool = False) -> str:
    """Return an item as messages name it: `TOP 3`, with its title where that is new; a break by its title."""
    top = tops(session.agenda).get(item.id, "")
    name = say.ITEM(top=top) if top else ""
    return " ".join(filter(None, (name, item.title if title or not top else "")))
