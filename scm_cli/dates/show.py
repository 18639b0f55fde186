"""How days and times are shown in documents and on the terminal."""

from datetime import date, time

from scm_cli.locale import Lang
from scm_cli.locale import dates as say


def show_day(day: date, lang: Lang) -> str:
    """Return a day as `25.11.2022` or `25 November 2022`; `read_day` reads both."""
    return say.DAY.to(lang, day=day, month=say.MONTHS[day.month - 1].to(lang))


def show_weekday_day(day: date, lang: Lang) -> str:
    """Return a day as `Freitag, 25.11.2022` or `Friday, 25 November 2022`; `read_day` reads both."""
    weekday = say.WEEKDAYS[day.weekday()].to(lang)
    return say.WEEKDAY_DAY.to(lang, weekday=weekday, day=show_day(day, lang))


def show_clock(clock: time, lang: Lang) -> str:
    """Return a time as `10:20` of 24 hours, with seconds only where there are any."""
    return say.CLOCK_SECONDS.to(lang, clock=clock) if clock.second else say.CLOCK.to(lang, clock=clock)


def show_hours(start: time | None, end: time | None, lang: Lang) -> str:
    """Return `10:00 bis 11:50 Uhr`, `10:00 Uhr` or `bis 11:50 Uhr`; empty where neither is known."""
    if start and end:
        return say.FROM_TO.to(lang, start=show_clock(start, lang), end=show_clock(end, lang))
    if start:
        return say.AT.to(lang, start=show_clock(start, lang))
    return show_until(end, lang) if end else ""


def show_since(start: time, lang: Lang) -> str:
    """Return `ab 10:20 Uhr` or `from 10:20`."""
    return say.SINCE.to(lang, start=show_clock(start, lang))


def show_until(end: time, lang: Lang) -> str:
    """Return `bis 11:45 Uhr` or `until 11:45`."""
    return say.UNTIL.to(lang, end=show_clock(end, lang))
