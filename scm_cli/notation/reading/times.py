"""Times of day in a protocol's text: from when to when."""

import re
from datetime import time
from typing import Final

from scm_cli.dates import read_clock
from scm_cli.errors import UsageFault
from scm_cli.locale import minutes as words
from scm_cli.model.attendance import Span


def _any(options: tuple[str, ...]) -> str:
    return "(?:" + "|".join(map(re.escape, options)) + ")"


_FORMS: Final = (
    rf"(?:{_any(words.SINCE)}\s+)?(?P<start>\S.*?)\s*{_any(words.TO)}\s*(?P<end>\S.*)",
    rf"{_any(words.SINCE)}\s+(?P<start>.+)",
    rf"{_any(words.UNTIL)}\s+(?P<end>.+)",
    r"(?P<start>.+)",
)


def hours(text: str) -> Span | None:
    """Return the span meant by `10:15 bis 10:40 Uhr`, `ab 10:15`, `bis 11:45 Uhr` or `10 Uhr`; None for other text."""
    for form in _FORMS:
        if found := re.fullmatch(form, text.strip(), re.IGNORECASE):
            try:
                times = {name: read_clock(typed) for name, typed in found.groupdict().items()}
            except UsageFault:
                continue
            return Span(from_=times.get("start"), until=times.get("end"))
    return None


def spans(text: str) -> tuple[Span, ...] | None:
    """Return what `10:00 bis 10:30 Uhr und ab 11:00 Uhr` means; None for other text."""
    parts = re.split(rf"\s+{_any(words.AND)}\s+|\s*;\s*", text)
    found = [hours(part) for part in parts]
    return tuple(one for one in found if one) if all(found) else None


def kept(read: time | None, before: time | None) -> time | None:
    """Return a time as it was read, but with the fractions of a second that are never printed."""
    if read and before and before.replace(microsecond=0) == read:
        return before
    return read
