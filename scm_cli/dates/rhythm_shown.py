"""Rhythms in words: `jeden zweiten Dienstag im Monat, nicht im Juli und August`."""

from collections.abc import Iterable, Sequence
from typing import Final

from scm_cli.dates.recurrence import YEAR, Rhythm, taken_apart
from scm_cli.dates.rhythm import check_rhythm
from scm_cli.locale import Lang
from scm_cli.locale import dates as names
from scm_cli.locale import rhythms as say

_CALLED: Final[dict[tuple[tuple[int, ...], bool], say.Period]] = {
    ((1, 4, 7, 10), True): "quarter",
    ((3, 6, 9, 12), False): "quarter",
    ((1, 7), True): "half",
    ((6, 12), False): "half",
}
"""Months, and whether days are counted from their start, where people speak of a quarter or a half-year."""


def show_rhythm(rule: str, lang: Lang) -> str:
    """Return a recurrence rule in words that `read_rhythm` reads; the rule itself where words do not do."""
    parts = None if check_rhythm(rule, None) else taken_apart(rule)
    return rule if parts is None else _said(parts, lang)


def _said(parts: Rhythm, lang: Lang) -> str:
    if parts.days and parts.interval == 1:
        return _in_months(parts, lang)
    return _narrowed(_often(parts, lang), parts, lang)


def _in_months(parts: Rhythm, lang: Lang) -> str:
    """Return a rhythm of days counted in every month, or in some of them."""
    days = _counted(parts, lang)
    from_start = {nth > 0 for nth, _ in parts.days}
    period = _CALLED.get((parts.months, from_start == {True})) if len(from_start) == 1 else None
    if period and all(abs(nth) < 5 for nth, _ in parts.days):
        return say.PERIODS[period].to(lang, days=days)
    if 0 < len(parts.months) <= 6:
        return say.EVERY_IN_MONTHS.to(lang, days=days, months=_months(parts.months, lang))
    return _narrowed(say.PERIODS["month"].to(lang, days=days), parts, lang)


def _often(parts: Rhythm, lang: Lang) -> str:
    """Return how often, without the months."""
    if parts.weekdays and parts.interval == 1:
        return say.EVERY.to(lang, days=_listed((names.WEEKDAYS[day].to(lang) for day in parts.weekdays), lang))
    if parts.weekdays:
        days = _listed((say.ON_WEEKDAYS[day].to(lang) for day in parts.weekdays), lang)
        text = say.FORTNIGHT if parts.interval == 2 else say.WEEKS
        return text.to(lang, n=parts.interval, days=days)
    days = _counted(parts, lang) if parts.days else _listed((_date(day, lang) for day in parts.dates), lang)
    text = say.MONTHS_APART if parts.interval > 1 else say.DATES
    return text.to(lang, n=parts.interval, days=days)


def _counted(parts: Rhythm, lang: Lang) -> str:
    """Return `ersten und dritten Montag und zweiten Mittwoch`."""
    counts = {day: [say.ORDINALS[nth].to(lang) for nth, other in parts.days if other == day] for _, day in parts.days}
    return _listed((f"{_listed(counts[day], lang)} {names.WEEKDAYS[day].to(lang)}" for day in counts), lang)


def _date(day: int, lang: Lang) -> str:
    return say.LAST_DAY.to(lang) if day < 0 else say.DAYS_OF_MONTH.get(day, say.DAY_OF_MONTH).to(lang, n=day)


def _narrowed(text: str, parts: Rhythm, lang: Lang) -> str:
    """Return a rhythm with the months it holds in: those left out where these are fewer."""
    if not parts.months:
        return text
    missing = [month for month in YEAR if month not in parts.months]
    if len(missing) < len(parts.months):
        return say.NOT_IN.to(lang, rhythm=text, months=_months(missing, lang))
    return say.ONLY_IN.to(lang, rhythm=text, months=_months(parts.months, lang))


def _months(months: Sequence[int], lang: Lang) -> str:
    return _listed((names.MONTHS[month - 1].to(lang) for month in months), lang)


def _listed(words: Iterable[str], lang: Lang) -> str:
    *first, last = words
    return say.AND.to(lang, first=", ".join(first), last=last) if first else last
