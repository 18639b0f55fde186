"""One question about days: what was typed and from which day it is looked at."""

from collections.abc import Callable
from datetime import date
from re import Match
from typing import NamedTuple

from scm_cli.dates.spans import Span, nearest
from scm_cli.errors import UsageFault
from scm_cli.locale import Text


class Asked(NamedTuple):
    """What a form needs to know besides the text it matched.

    Args:
        shown: the typed text as an error names it.
        today: the clock.
        past: an open year, month or weekday means the last one, else the next one.
        examples: the remedy of every error.
    """

    shown: str
    today: date
    past: bool
    examples: Text

    def fault(self, sentence: Text, **values: object) -> UsageFault:
        """Return the error that says what is wrong with the typed text."""
        return UsageFault(sentence(text=self.shown, **values), self.examples())

    def nearest(self, make: Callable[[int], Span]) -> Span:
        """Return the next span, the last one for a question about the past; raises ValueError if none."""
        return nearest(make, self.today, past=self.past)


# A form is a pattern and a function that gives the meaning of what it matched, or None if a word in it is
# another one. It raises ValueError or OverflowError for what is not in the calendar, UsageFault otherwise.
Form = tuple[str, Callable[[Match[str], Asked], Span | None]]


def full_year(typed: str) -> int:
    """Return the year that was typed; two digits lie in this century: `22` is 2022, `99` is 2099."""
    return int(typed) + 2000 if len(typed) == 2 else int(typed)
