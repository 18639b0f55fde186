"""How days and times are shown in both languages."""

from datetime import date, time

import pytest

from scm_cli.dates import show_clock, show_day, show_hours, show_since, show_until, show_weekday_day
from scm_cli.locale import Lang

TEN = time(10)
LATE = time(11, 50)


@pytest.mark.parametrize(("day", "german", "english"), [
    (date(2022, 11, 25), "25.11.2022", "25 November 2022"),
    (date(2024, 3, 5), "05.03.2024", "5 March 2024"),
    (date(1, 1, 1), "01.01.0001", "1 January 0001"),
    (date(9999, 12, 31), "31.12.9999", "31 December 9999"),
])  # fmt: skip
def test_a_day(day: date, german: str, english: str) -> None:
    assert show_day(day, "de") == german
    assert show_day(day, "en") == english


@pytest.mark.parametrize(("day", "german", "english"), [
    (date(2024, 9, 9), "Montag, 09.09.2024", "Monday, 9 September 2024"),
    (date(2024, 9, 10), "Dienstag, 10.09.2024", "Tuesday, 10 September 2024"),
    (date(2022, 11, 25), "Freitag, 25.11.2022", "Friday, 25 November 2022"),
    (date(2024, 9, 14), "Samstag, 14.09.2024", "Saturday, 14 September 2024"),
    (date(2024, 9, 15), "Sonntag, 15.09.2024", "Sunday, 15 September 2024"),
])  # fmt: skip
def test_a_day_with_its_weekday(day: date, german: str, english: str) -> None:
    assert show_weekday_day(day, "de") == german
    assert show_weekday_day(day, "en") == english


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_time_of_day_shows_seconds_only_where_there_are_any(lang: Lang) -> None:
    assert show_clock(time(10, 20), lang) == "10:20"
    assert show_clock(time(9, 5, 7), lang) == "09:05:07"
    assert show_clock(time(0), lang) == "00:00"


@pytest.mark.parametrize(("start", "end", "german", "english"), [
    (TEN, LATE, "10:00 bis 11:50 Uhr", "10:00 to 11:50"),
    (TEN, None, "10:00 Uhr", "10:00"),
    (None, LATE, "bis 11:50 Uhr", "until 11:50"),
    (None, None, "", ""),
    (time(22), time(0), "22:00 bis 00:00 Uhr", "22:00 to 00:00"),
])  # fmt: skip
def test_from_when_to_when(start: time | None, end: time | None, german: str, english: str) -> None:
    assert show_hours(start, end, "de") == german
    assert show_hours(start, end, "en") == english


def test_since_and_until() -> None:
    assert show_since(time(10, 20), "de") == "ab 10:20 Uhr"
    assert show_since(time(10, 20), "en") == "from 10:20"
    assert show_until(time(11, 45), "de") == "bis 11:45 Uhr"
    assert show_until(time(11, 45), "en") == "until 11:45"
