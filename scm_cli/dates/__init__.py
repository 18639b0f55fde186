"""What people type about time, in German and English, and how days are shown.

Every function is pure: the clock is passed in as `today`. The day stands before the month, always.
Each is loaded when it is first asked for: few runs of the program read a rhythm.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from scm_cli.dates.clock import read_clock
    from scm_cli.dates.length import read_minutes
    from scm_cli.dates.reader import read_day, read_span
    from scm_cli.dates.recurrence import months_of
    from scm_cli.dates.rhythm import check_rhythm
    from scm_cli.dates.rhythm_days import counted_from, occurrences, shifted
    from scm_cli.dates.rhythm_shown import show_rhythm
    from scm_cli.dates.rhythm_words import read_rhythm
    from scm_cli.dates.show import show_clock, show_day, show_hours, show_since, show_until, show_weekday_day
    from scm_cli.dates.spans import Span
    from scm_cli.dates.within import read_within

__all__ = [
    "Span",
    "check_rhythm",
    "counted_from",
    "months_of",
    "occurrences",
    "read_clock",
    "read_day",
    "read_minutes",
    "read_rhythm",
    "read_span",
    "read_within",
    "shifted",
    "show_clock",
    "show_day",
    "show_hours",
    "show_rhythm",
    "show_since",
    "show_until",
    "show_weekday_day",
]

_MODULES: Final = {
    "clock": ("read_clock",),
    "length": ("read_minutes",),
    "reader": ("read_day", "read_span"),
    "recurrence": ("months_of",),
    "rhythm": ("check_rhythm",),
    "rhythm_days": ("counted_from", "occurrences", "shifted"),
    "rhythm_shown": ("show_rhythm",),
    "rhythm_words": ("read_rhythm",),
    "show": ("show_clock", "show_day", "show_hours", "show_since", "show_until", "show_weekday_day"),
    "spans": ("Span",),
    "within": ("read_within",),
}


def __getattr__(name: str) -> Any:
    for module, names in _MODULES.items():
        if name in names:
            found = globals()[name] = getattr(import_module(f"scm_cli.dates.{module}"), name)
            return found
    raise AttributeError(name)
