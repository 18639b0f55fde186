"""Who signs a protocol: the lines for signatures below it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scm_cli.locale.words import VALUES
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
    for office, key in (("chair", session.chair), ("minute_taker", session.minute_taker)):
        own = next((one for one in left if one.is_as(office, key)), None)
        if own:
            left.remove(own)
        signer = own.by if own else key
        name = name_of(signer, register) if signer else ""
        yield SignatureLine(unescape(chosen(printing, office)), name, own.on if own else None)
    for one in left:
        role = VALUES[one.role].to(printing.lang) if one.role in VALUES else one.role or ""
        yield SignatureLine(role, name_of(one.by, register), one.on)
