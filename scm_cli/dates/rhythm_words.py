"""Rhythms as people type them, in German and English: `jeden zweiten Dienstag im Monat, nicht im Juli`."""

import re
from collections.abc import Sequence
from typing import Final

from scm_cli.dates.recurrence import YEAR, Rhythm, rhythm
from scm_cli.dates.rhythm import check_rhythm
from scm_cli.dates.words import find, plain, shown
from scm_cli.errors import UsageFault
from scm_cli.locale import Text
from scm_cli.locale import dates as names
from scm_cli.locale import rhythms as say

_LONGEST: Final = 200
_STARTS: Final[dict[say.Period, tuple[int, ...]]] = {"quarter": (1, 4, 7, 10), "half": (1, 7), "year": (1,)}
_ENDS: Final[dict[say.Period, tuple[int, ...]]] = {"quarter": (3, 6, 9, 12), "half": (6, 12), "year": (12,)}


def read_rhythm(text: str) -> str:
    """Return the recurrence rule (RFC 5545, 3.3.10) of a rhythm that was typed.

    Understood are rules such as `FREQ=MONTHLY;BYDAY=2TU`, and in German and English whatever the interface's
    language is: `jeden zweiten Dienstag im Monat, nicht im Juli und August`, `alle 14 Tage donnerstags`,
    `every other week on Thursday`, `jeden ersten Montag im Quartal`, `letzter Freitag im Monat`,
    `am 15. jedes Monats`, `dienstags, nur von September bis Juni`.

    Raises:
        UsageFault: it is not understood, leaves something open or never falls on a day.
    """
    rule = re.sub(r"\s", "", text).upper().removeprefix("RRULE:")
    if not rule.startswith("FREQ="):
        return _read(text).rule
    if problem := check_rhythm(rule, None):
        raise UsageFault(problem, say.EXAMPLES())
    return rule


class _Heard:
    """What the words said so far; `fault` makes the error that names them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.every: tuple[int, say.Period] | None = None  # every so many periods
        self.period: say.Period | None = None  # in which days are counted („im Monat“)
        self.counts: list[int] = []  # the last ordinals, used once a weekday follows them
        self.counts_used = False
        self.days: list[tuple[int, int]] = []  # weekdays with the ordinals before them
        self.weekdays: list[int] = []  # those without
        self.only: set[int] = set()  # months that hold
        self.without: set[int] = set()  # months that do not
        self.leaving_out = False  # whether the next months do not hold
        self.before = ""  # the word before the next one

    def fault(self, sentence: Text, **values: object) -> UsageFault:
        return UsageFault(sentence(text=shown(self.text), **values), say.EXAMPLES())


def _read(text: str) -> Rhythm:
    heard = _Heard(text)
    words = _words(text)
    if not words or len(text) > _LONGEST:
        raise heard.fault(say.NO_RHYTHM)
    place = 0
    while place < len(words):
        place += _take(heard, words[place:])
        heard.before = words[place - 1]
    return _meant(heard)


def _words(text: str) -> list[str]:
    """Return the words without full stops, but for those of `15.`; a range of months is two words."""
    found = []
    for word in re.sub("[,;()/&]", " ", plain(text).replace("–", "-")).split():
        first, hyphen, last = word.partition("-")
        if hyphen and all(find(name, names.MONTH_WORDS) is not None for name in (first, last)):
            found += [first, hyphen, last]
        else:
            found.append(word if re.fullmatch(r"[0-9]+\.", word) else word.rstrip("."))
    return [word for word in found if word]


def _take(heard: _Heard, words: Sequence[str]) -> int:
    """Take in the next words; return how many. Raises `UsageFault` for one that is not understood."""
    word, following = words[0], words[1] if len(words) > 1 else ""
    if taken := _take_often(heard, word, following) or _take_months(heard, words):
        return taken
    if (day := _weekday(word)) is not None:
        heard.days += [(nth, day) for nth in heard.counts]
        heard.weekdays += [] if heard.counts else [day]
        heard.counts_used = bool(heard.counts)
    elif (period := find(word, say.PERIOD_WORDS)) is not None:
        heard.period = period if period != "day" else heard.period
    elif (nth := _ordinal(word)) is not None:
        if heard.counts_used:
            heard.counts, heard.counts_used = [], False
        heard.counts.append(nth)
    elif _is(word, say.WITHOUT_WORDS + say.ONLY_WORDS):
        heard.leaving_out = _is(word, say.WITHOUT_WORDS)
    elif not _is(word, say.UNSAID_WORDS + say.EVERY_WORDS):
        raise heard.fault(say.UNKNOWN_WORD, word=shown(word))
    return 1


def _take_often(heard: _Heard, word: str, following: str) -> int:
    """Take in how often: `monatlich`, `14 Tage`, `zweite Woche`, `other Thursday`."""
    if often := find(word, say.OFTEN_WORDS):
        heard.every = often
        return 1
    period = find(following, say.PERIOD_WORDS)
    if _is(word, say.OTHER_WORDS) and (period or _weekday(following) is not None):
        heard.every = (2, period or "week")
        return 2 if period else 1
    number = (
        int(word) if re.fullmatch("[0-9]{1,3}", word) else find(word, {**names.NUMBER_WORDS, **say.FORTNIGHT_WORDS})
    )
    if number is None and _is(heard.before, say.EVERY_WORDS) and period != "day":
        number = _ordinal(word)
    if period is None or number is None or number < 1:
        return 0
    heard.every = (number, period)
    return 2


def _take_months(heard: _Heard, words: Sequence[str]) -> int:
    """Take in a month, or the months from one to another."""
    first = find(words[0], names.MONTH_WORDS)
    if first is None:
        return 0
    kept = heard.without if heard.leaving_out else heard.only
    last = find(words[2], names.MONTH_WORDS) if len(words) > 2 and _is(words[1], say.UP_TO_WORDS) else None
    if last is None:
        kept.add(first)
        return 1
    kept |= {(first - 1 + n) % 12 + 1 for n in range((last - first) % 12 + 1)}
    return 3


def _is(word: str, known: Sequence[str]) -> bool:
    return find(word, {word: known}) is not None


def _ordinal(word: str) -> int | None:
    """Return `zweiten` and `2.` as 2, `letzter` as -1."""
    written = re.fullmatch(r"([0-9]{1,2})(?:\.|st|nd|rd|th)", word)
    number = int(written[1]) if written else find(word, say.ORDINAL_WORDS)
    return number if number and number <= 31 else None


def _weekday(word: str) -> int | None:
    """Return the day of `Dienstag`, `dienstags`, `Di` or `Tuesdays`, Monday as 0."""
    found = find(word, names.WEEKDAY_WORDS)
    return found if found is not None or len(word) < 5 else find(word.removesuffix("s"), names.WEEKDAY_WORDS)


def _meant(heard: _Heard) -> Rhythm:
    every, counted_in = _counted_in(heard)
    if heard.days:
        return _in_month(heard, every, counted_in)
    if heard.counts and not heard.weekdays:
        dates = heard.counts
        if counted_in != "month" or any(day < -1 for day in dates):
            raise heard.fault(say.NO_RHYTHM)
        return rhythm(interval=every, dates=dates, months=_months(heard, YEAR))
    if not heard.weekdays:
        raise heard.fault(say.NO_DAY)
    if counted_in not in (None, "week"):
        raise heard.fault(say.WEEKS_OR_MONTH)
    return rhythm(interval=every, weekdays=heard.weekdays, months=_months(heard, YEAR))


def _counted_in(heard: _Heard) -> tuple[int, say.Period | None]:
    """Return every how many of which period; raises `UsageFault` where two are named that do not go together."""
    if heard.every is None:
        return 1, heard.period
    number, period = heard.every
    if period == "day" and number % 7 == 0:
        number, period = number // 7, "week"
    if period == "day" or heard.period not in (None, period):
        raise heard.fault(say.NO_RHYTHM)
    if number > 1 and period not in ("week", "month"):
        raise heard.fault(say.NO_RHYTHM)
    return number, period


def _in_month(heard: _Heard, every: int, counted_in: say.Period | None) -> Rhythm:
    """Return the rhythm of counted weekdays; raises `UsageFault` where it is not clear what they count."""
    counts = {nth for nth, _ in heard.days}
    if heard.weekdays or not heard.counts_used or any(nth > 5 for nth in counts):
        raise heard.fault(say.NO_RHYTHM)
    if counted_in == "week" or (counted_in is None and not heard.only and not counts <= {1, -1, -2}):
        raise heard.fault(say.WEEKS_OR_MONTH)
    if counted_in in (None, "month"):
        return rhythm(interval=every, days=heard.days, months=_months(heard, YEAR))
    if len({nth > 0 for nth in counts}) > 1 or any(abs(nth) > 4 for nth in counts):
        raise heard.fault(say.NO_RHYTHM)
    within = (_STARTS if min(counts) > 0 else _ENDS)[counted_in]
    return rhythm(days=heard.days, months=_months(heard, within))


def _months(heard: _Heard, within: Sequence[int]) -> list[int]:
    months = [month for month in within if month in (heard.only or within) and month not in heard.without]
    if not months:
        raise heard.fault(say.NO_MONTH)
    return months
