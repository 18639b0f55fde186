"""Days and periods named from today, in German and English."""

from datetime import date

import pytest

from scm_cli.dates import read_day, read_span

WEDNESDAY = date(2022, 11, 23)


@pytest.mark.parametrize("past", [False, True])
@pytest.mark.parametrize(("typed", "meant"), [
    ("heute", "2022-11-23"), ("today", "2022-11-23"), ("HEUTE", "2022-11-23"), (" Heute ", "2022-11-23"),
    ("gestern", "2022-11-22"), ("yesterday", "2022-11-22"), ("vorgestern", "2022-11-21"),
    ("day before yesterday", "2022-11-21"), ("the day before  yesterday", "2022-11-21"),
    ("morgen", "2022-11-24"), ("tomorrow", "2022-11-24"), ("übermorgen", "2022-11-25"),
    ("uebermorgen", "2022-11-25"), ("ubermorgen", "2022-11-25"), ("U\u0308bermorgen", "2022-11-25"),
    ("the day after tomorrow", "2022-11-25"),
    ("in 2 Wochen", "2022-12-07"), ("in zwei Wochen", "2022-12-07"), ("in two weeks", "2022-12-07"),
    ("in einer Woche", "2022-11-30"), ("in a week", "2022-11-30"), ("in 3 Tagen", "2022-11-26"),
    ("in 0 days", "2022-11-23"), ("in 1 month", "2022-12-23"), ("in einem Monat", "2022-12-23"),
    ("in 2 Monaten", "2023-01-23"), ("in 14 Monaten", "2024-01-23"), ("in einem Jahr", "2023-11-23"),
    ("in 2 Quartalen", "2023-05-23"), ("in fünf Tagen", "2022-11-28"), ("in fuenf Tagen", "2022-11-28"),
    ("in zwölf Tagen", "2022-12-05"), ("in twelve days", "2022-12-05"), ("in elf Tagen", "2022-12-04"),
    ("vor 2 Wochen", "2022-11-09"), ("vor zwei Wochen", "2022-11-09"), ("2 weeks ago", "2022-11-09"),
    ("two weeks ago", "2022-11-09"), ("a week ago", "2022-11-16"), ("vor einem Tag", "2022-11-22"),
    ("vor 11 Monaten", "2021-12-23"), ("one year ago", "2021-11-23"), ("vor drei Jahren", "2019-11-23"),
])  # fmt: skip
def test_a_day_counted_from_today(typed: str, meant: str, past: bool) -> None:
    assert read_day(typed, WEDNESDAY, past=past) == date.fromisoformat(meant)


@pytest.mark.parametrize(("typed", "today", "meant"), [
    ("in 1 month", "2023-01-31", "2023-02-28"), ("in einem Monat", "2024-01-31", "2024-02-29"),
    ("vor 1 Monat", "2024-03-31", "2024-02-29"), ("in einem Jahr", "2024-02-29", "2025-02-28"),
    ("vor einem Jahr", "2024-02-29", "2023-02-28"), ("in 1 Quartal", "2022-11-30", "2023-02-28"),
    ("in 1 month", "2022-12-15", "2023-01-15"), ("1 month ago", "2023-01-15", "2022-12-15"),
])  # fmt: skip
def test_months_are_clipped_to_their_last_day(typed: str, today: str, meant: str) -> None:
    assert read_day(typed, date.fromisoformat(today), past=False) == date.fromisoformat(meant)


@pytest.mark.parametrize("past", [False, True])
@pytest.mark.parametrize(("typed", "first", "last"), [
    *((typed, "2022-11-14", "2022-11-20") for typed in (
        "letzte Woche", "Letzter Woche", "letzten Woche", "vorige Woche", "vergangene Woche", "last week",
        "previous week")),
    *((typed, "2022-11-21", "2022-11-27") for typed in ("diese Woche", "dieser Woche", "this week")),
    *((typed, "2022-11-28", "2022-12-04") for typed in (
        "nächste Woche", "naechste Woche", "nachste woche", "nächster Woche", "kommende Woche", "next week")),
    *((typed, "2022-10-01", "2022-10-31") for typed in ("letzten Monat", "letzter Monat", "last month")),
    *((typed, "2022-11-01", "2022-11-30") for typed in ("dieser Monat", "diesen Monat", "this month")),
    *((typed, "2022-12-01", "2022-12-31") for typed in ("nächsten Monat", "kommenden Monat", "next month")),
    *((typed, "2022-07-01", "2022-09-30") for typed in ("letztes Quartal", "last quarter")),
    *((typed, "2022-10-01", "2022-12-31") for typed in ("dieses Quartal", "this quarter")),
    *((typed, "2023-01-01", "2023-03-31") for typed in ("nächstes Quartal", "next quarter")),
    *((typed, "2021-01-01", "2021-12-31") for typed in ("letztes Jahr", "voriges Jahr", "last year")),
    *((typed, "2022-01-01", "2022-12-31") for typed in ("dieses Jahr", "this year")),
    *((typed, "2023-01-01", "2023-12-31") for typed in ("nächstes Jahr", "im nächsten Jahr", "next year")),
])  # fmt: skip
def test_a_period_beside_today(typed: str, first: str, last: str, past: bool) -> None:
    meant = date.fromisoformat(first), date.fromisoformat(last)
    assert read_span(typed, WEDNESDAY, past=past) == meant


def test_last_month_is_whole_on_the_last_day_of_a_longer_one() -> None:
    assert read_span("last month", date(2023, 3, 31), past=True) == (date(2023, 2, 1), date(2023, 2, 28))
    assert read_span("next month", date(2023, 12, 31), past=True) == (date(2024, 1, 1), date(2024, 1, 31))


@pytest.mark.parametrize(("typed", "ahead", "back"), [
    ("Montag", "2022-11-28", "2022-11-21"), ("monday", "2022-11-28", "2022-11-21"),
    ("Dienstag", "2022-11-29", "2022-11-22"), ("Di", "2022-11-29", "2022-11-22"),
    ("Mittwoch", "2022-11-23", "2022-11-23"), ("wed", "2022-11-23", "2022-11-23"),
    ("Donnerstag", "2022-11-24", "2022-11-17"), ("Thu.", "2022-11-24", "2022-11-17"),
    ("am Freitag", "2022-11-25", "2022-11-18"), ("on friday", "2022-11-25", "2022-11-18"),
    ("Samstag", "2022-11-26", "2022-11-19"), ("Sonnabend", "2022-11-26", "2022-11-19"),
    ("Sonntag", "2022-11-27", "2022-11-20"), ("sunday", "2022-11-27", "2022-11-20"),
])  # fmt: skip
def test_a_weekday_is_the_next_or_the_last_one_including_today(typed: str, ahead: str, back: str) -> None:
    assert read_day(typed, WEDNESDAY, past=False) == date.fromisoformat(ahead)
    assert read_day(typed, WEDNESDAY, past=True) == date.fromisoformat(back)


@pytest.mark.parametrize("past", [False, True])
@pytest.mark.parametrize(("typed", "meant"), [
    ("nächsten Dienstag", "2022-11-29"), ("naechsten Dienstag", "2022-11-29"), ("next tuesday", "2022-11-29"),
    ("am nächsten Dienstag", "2022-11-29"), ("kommenden Donnerstag", "2022-11-24"),
    ("next thursday", "2022-11-24"), ("nächsten Mittwoch", "2022-11-30"), ("next wednesday", "2022-11-30"),
    ("letzten Dienstag", "2022-11-22"), ("last tuesday", "2022-11-22"), ("vergangenen Donnerstag",
    "2022-11-17"),
    ("last thursday", "2022-11-17"), ("letzten Mittwoch", "2022-11-16"), ("last wednesday", "2022-11-16"),
])  # fmt: skip
def test_next_and_last_weekday_are_never_today(typed: str, meant: str, past: bool) -> None:
    assert read_day(typed, WEDNESDAY, past=past) == date.fromisoformat(meant)
