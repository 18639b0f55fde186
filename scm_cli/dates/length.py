"""What people type as a length of time."""

import re
from typing import Final

from scm_cli.dates.words import LONGEST, one_of, plain, shown
from scm_cli.errors import UsageFault
from scm_cli.locale import Text
from scm_cli.locale import dates as say

LONGEST_LENGTH: Final = 24 * 60

_HOURS: Final = one_of(say.HOUR_WORDS)
_MINUTES: Final = one_of(say.MINUTE_WORDS)

_FORMS: Final = (
    rf"(?P<minutes>[0-9]{{1,4}})(?: ?{_MINUTES})?",
    rf"(?P<hours>[0-9]{{1,2}})(?:[.,](?P<decimals>[0-9]{{1,2}}))? ?{_HOURS}",
    rf"(?P<hours>[0-9]{{1,2}}):(?P<rest>[0-9]{{2}})(?: ?{_HOURS})?",
    rf"(?P<hours>[0-9]{{1,2}}) ?{_HOURS} ?(?P<rest>[0-9]{{1,2}})(?: ?{_MINUTES})?",
)


def read_minutes(text: str) -> int:
    """Return the length of time that was typed, in minutes from 1 to 1440.

    Understood: `20`, `20 Min.`, `90m`, `2 Stunden`, `1:30`, `1,5 h`, `1.5h`, `1 h 30`, `1h30m`. Parts of
    an hour are rounded to a whole minute.

    Raises:
        UsageFault: it is not understood, or it is shorter than a minute or longer than a day.
    """
    typed = plain(text)
    for pattern in _FORMS if len(typed) <= LONGEST else ():
        if match := re.fullmatch(pattern, typed):
            return _minutes(match.groupdict(), text)
    raise _fault(say.NO_LENGTH, text)


def _minutes(parts: dict[str, str | None], text: str) -> int:
    rest = int(parts.get("rest") or 0)
    if rest >= 60:
        raise _fault(say.NO_LENGTH, text)
    hours = int(parts.get("hours") or 0)
    minutes = int(parts.get("minutes") or 0) + 60 * hours + _part_of_hour(parts.get("decimals")) + rest
    if not 1 <= minutes <= LONGEST_LENGTH:
        raise _fault(say.LENGTH_RANGE, text)
    return minutes


def _part_of_hour(decimals: str | None) -> int:
    """Return the minutes that the digits behind the decimal point stand for: `5` is 30, `25` is 15."""
    return (60 * int((decimals or "0").ljust(2, "0")) + 50) // 100


def _fault(sentence: Text, text: str) -> UsageFault:
    return UsageFault(sentence(text=shown(text)), say.LENGTH_EXAMPLES())
