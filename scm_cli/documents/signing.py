"""Who signs a protocol: the lines for signatures below it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scm_cli.notation.context import Printing
from scm_cli.notation.head import chosen
from scm_cli.notation.inline import unescape
from scm_cli.query.rows import name_of


@dataclass(frozen=True)
class SignatureLine:
    """One line: as what somebody signs, who (empty where nobody is named), and when they did."""

    role: str
    name: str
    on: date | None


def signature_lines(printing: Printing) -> Iterator[SignatureLine]:
    """Yield the lines of a protocol: chair and minute taker, then whoever else signed it."""
    session, register = printing.session, printing.register
    left = list(session.signed)
    for role, key in (("chair", session.chair), ("minute_taker", session.minute_taker)):
        name = name_of(key, register) if key else ""
        own = next((one for one in left if name and one.by in (key, name)), None)
        if own:
            left.remove(own)
        yield SignatureLine(unescape(chosen(printing, role)), name, own.on if own else None)
    for one in left:
        yield SignatureLine(one.role or "", name_of(one.by, register), one.on)
