"""A protocol's text, read back into a session."""

from dataclasses import replace

from scm_cli.model.session import Session
from scm_cli.notation.context import Printing
from scm_cli.notation.reading.context import Reader
from scm_cli.notation.reading.derived import derived, split
from scm_cli.notation.reading.document import document
from scm_cli.notation.reading.faults import Faults
from scm_cli.notation.reading.head import head
from scm_cli.notation.reading.items import agenda
from scm_cli.notation.reading.movements import moved


def read(text: str, printing: Printing, faults: Faults, sent: str = "") -> Session:
    """Return a session as a protocol's text has it.

    What is not printed stays as it is, and so does what is printed in the text's words already. Where the
    text is faulty, the session means nothing.

    Args:
        text: the whole protocol, or some of its sections.
        printing: the session the text was printed from.
        faults: takes what is wrong, line by line.
        sent: the text as it was printed, where it may have gone through mail programs since; else empty.
    """
    found = document(text, faults)
    reader = Reader(printing, faults, sent)
    items, parts = split(found.sections)
    session = head(found, reader)
    with_items, typed = agenda(items, reader)
    session = replace(
        session,
        agenda=with_items.agenda,
        last_decision=with_items.last_decision,
        last_election=with_items.last_election,
        last_task=with_items.last_task,
    )
    return derived(moved(session, typed, reader), parts, reader)
