"""What people type about time, in German and English, and how days are shown.

Every function is pure: the clock is passed in as `today`. The day stands before the month, always.
"""

from scm_cli.dates.clock import read_clock
from scm_cli.dates.length import read_minutes
from scm_cli.dates.occurrences import counted_from, occurrences, shifted
from scm_cli.dates.reader import read_day, read_span
from scm_cli.dates.recurrence import months_of
from scm_cli.dates.rhythm import check_rhythm
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
