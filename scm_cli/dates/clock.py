"""What people type as a time of day."""

import re
from datetime import time
from typing import Final

from scm_cli.dates.words import LONGEST, one_of, plain, shown
from scm_cli.errors import UsageFault
from scm_cli.locale import dates as say

_HOUR: Final = "(?P<hour>[0-9]{1,2})"
_MINUTE: Final = "(?P<minute>[0-9]{2})"
_WORD: Final = rf"(?: ?{one_of(say.CLOCK_WORDS)})?"
_HALF: Final = one_of((*say.MORNING_WORDS, *say.AFTERNOON_WORDS))

_FORMS: Final = (
    rf"{_HOUR}(?:[:.]{_MINUTE})?{_WORD}",
    rf"{_HOUR}:{_MINUTE}:(?P<second>[0-9]{{2}}){_WORD}",
    rf"(?P<hour>[0-9]{{2}}){_MINUTE}{_WORD}",
    rf"{_HOUR} ?{one_of(say.CLOCK_WORDS)} ?(?P<minute>[0-9]{{1,2}})",
    rf"{_HOUR}(?:[:.]{_MINUTE})? ?(?P<half>{_HALF})",
)


def read_clock(text: str) -> time:
    """Return the time of day that was typed.

    Understood: `10`, `10:20`, `10.20`, `10:20:30`, `1020`, each also with `Uhr`, `h` or `o'clock`,
    `10 Uhr 20`, `2 pm`, `10:20am`.

    Raises:
        UsageFault: it is not understood or not between 0:00 and 23:59:59.
    """
    typed = plain(text)
    for pattern in _FORMS if len(typed) <= LONGEST else ():
        if match := re.fullmatch(pattern, typed):
            return _time(match.groupdict(), text)
    raise _fault(text)


def _time(parts: dict[str, str | None], text: str) -> time:
    try:
        hour = _hour(int(parts["hour"] or 0), parts.get("half"))
        return time(hour, int(parts.get("minute") or 0), int(parts.get("second") or 0))
    except ValueError as error:
        raise _fault(text) from error


def _hour(hour: int, half: str | None) -> int:
    """Return the hour of 24; raises ValueError for an hour that no half of the day has."""
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError
    return hour % 12 + (12 if half in say.AFTERNOON_WORDS else 0)


def _fault(text: str) -> UsageFault:
    return UsageFault(say.NO_CLOCK(text=shown(text)), say.CLOCK_EXAMPLES())
