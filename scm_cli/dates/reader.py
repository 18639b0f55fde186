"""What people type about days: every form in turn, and one error for what is none of them."""

import re
from datetime import date
from typing import Final

from scm_cli.dates.asked import Asked, Form
from scm_cli.dates.days import DAY_FORMS
from scm_cli.dates.periods import PERIOD_FORMS
from scm_cli.dates.relative import RELATIVE_FORMS
from scm_cli.dates.show import show_day
from scm_cli.dates.spans import Span
from scm_cli.dates.words import LONGEST, WORD, find, one_of, plain, shown
from scm_cli.locale import dates as say
from scm_cli.locale import language

_FORMS: Final = (*DAY_FORMS, *PERIOD_FORMS, *RELATIVE_FORMS)
_FILLERS: Final = rf"(?:{one_of(say.FILLER_WORDS)} )*"


def read_span(text: str, today: date, *, past: bool) -> Span:
    """Return the first and the last day of what was typed.

    Understood in German and English, whatever the interface's language: `25.11.2022`, `25.11.`,
    `25. November 2022`, `Friday, 25.11.2022`, `2022-11-25`, `November 2022`, `11/2022`, `2022-11`, `2022`,
    `Q4 2022`, `KW 47 2022`, `heute`, `last week`, `nächsten Dienstag`, `in 2 Wochen`, `2 weeks ago`. The day
    stands before the month; a year of two digits lies in this century; weeks are those of ISO 8601.

    Args:
        text: what was typed.
        today: the clock.
        past: a missing year, a month or a weekday alone mean the last one (filtering), else the next one
            (planning); one that holds today counts for both.

    Raises:
        UsageFault: it is not understood, ambiguous or not in the calendar.
    """
    return _read(text, Asked(shown(text), today, past, say.SPAN_EXAMPLES))


def read_day(text: str, today: date, *, past: bool) -> date:
    """Return the single day that was typed; the arguments are those of `read_span`.

    Raises:
        UsageFault: as `read_span`, and where it is a week, a month, a quarter or a year.
    """
    asked = Asked(shown(text), today, past, say.DAY_EXAMPLES)
    first, last = _read(text, asked)
    if first != last:
        lang = language()
        raise asked.fault(say.NO_SINGLE_DAY, first=show_day(first, lang), last=show_day(last, lang))
    return first


def _read(text: str, asked: Asked) -> Span:
    typed = plain(text)
    if not typed:
        raise asked.fault(say.EMPTY)
    try:
        span = _meaning(typed, asked) if len(typed) <= LONGEST else None
    except (ValueError, OverflowError) as error:
        raise asked.fault(say.NO_SUCH_DATE) from error
    if span is None:
        raise asked.fault(say.NO_DATE)
    return span


def _meaning(typed: str, asked: Asked) -> Span | None:
    typed = re.sub(f"^{_FILLERS}", "", typed)
    return _with_weekday(typed, asked) or _first_match(_FORMS, typed, asked)


def _with_weekday(typed: str, asked: Asked) -> Span | None:
    """Read a written day after its weekday, which must be the right one."""
    match = re.fullmatch(rf"(?P<weekday>{WORD})\.?,? {_FILLERS}(?P<day>.+)", typed)
    weekday = find(match["weekday"], say.WEEKDAY_WORDS) if match else None
    if match is None or weekday is None:
        return None
    span = _first_match(DAY_FORMS, match["day"], asked)
    if span and span[0].weekday() != weekday:
        name = say.WEEKDAYS[span[0].weekday()]()
        raise asked.fault(say.OTHER_WEEKDAY, day=show_day(span[0], language()), weekday=name)
    return span


def _first_match(forms: tuple[Form, ...], typed: str, asked: Asked) -> Span | None:
    for pattern, meaning in forms:
        match = re.fullmatch(pattern, typed)
        if match and (span := meaning(match, asked)):
            return span
    return None
