"""A protocol's text, read back into a session."""

import re
from dataclasses import replace

from scm_cli.locale import protocol as word
from scm_cli.locale import publishing
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


def fingerprint(text: str) -> str:
    """Return the Fassung that a protocol's text names; empty where it names none."""
    names = "|".join(re.escape(one.partition(" ")[0]) for one in word.FINGERPRINT.both())
    labels = "|".join(word.STANDING.both())
    found = re.search(rf"^[>\s]*[-*+•]\s+(?:{labels}):.*\((?:{names})\s+([0-9a-f]{{8}})\)", text, re.MULTILINE)
    return found[1] if found else ""


def is_public_copy(text: str) -> bool:
    """Say whether a protocol's text is a copy for the public, by its head, whatever mail programs did to it."""
    head = re.split(r"^[>\s]*##", text, maxsplit=1, flags=re.MULTILINE)[0]
    labels = "|".join(word.STANDING.both())
    copies = "|".join(re.escape(one) for one in publishing.COPY.both())
    return re.search(rf"[-*+•] (?:{labels}): [^:]*(?:{copies})", re.sub(r"[>\s]+", " ", head)) is not None
