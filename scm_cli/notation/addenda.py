"""What was added to an approved protocol: numbered addenda after its text."""

from collections.abc import Iterator

from scm_cli.dates import show_day
from scm_cli.locale import record as word
from scm_cli.model.record import Amendment
from scm_cli.notation.context import Printing
from scm_cli.notation.derived import place
from scm_cli.notation.inline import escape
from scm_cli.notation.outcomes import quoted


def with_addenda(text: str, printing: Printing) -> str:
    """Return a protocol's text, not a byte of it changed, with the session's addenda after it."""
    blocks = list(_addenda(printing))
    return "\n\n".join([text.removesuffix("\n"), *blocks]) + "\n" if blocks else text


def _addenda(printing: Printing) -> Iterator[str]:
    if printing.session.amendments:
        yield f"## {word.ADDENDA.to(printing.lang)}"
    for one in printing.session.amendments:
        yield addendum(one, printing)


def addendum(one: Amendment, printing: Printing) -> str:
    """Return `Nachtrag 1 vom 12.11.2024 (TOP 3): text`; a text of several lines stands in a block quote."""
    label = word.ADDENDUM.to(printing.lang, number=one.number, day=show_day(one.on, printing.lang))
    item = printing.session.item(one.item) if one.item else None
    if item is not None:
        label = f"{label} ({place(item, printing)})"
    if "\n" not in one.text:
        return f"{label}: {escape(one.text.strip())}"
    return f"{label}:\n\n{quoted(one.text)}"
