"""Days written out: every absolute form, with and without a year, with a weekday before it."""

from datetime import date

import pytest

from scm_cli.dates import read_day, read_span

TODAY = date(2022, 11, 23)
MEANT = date(2022, 11, 25)


@pytest.mark.parametrize("past", [False, True])
@pytest.mark.parametrize("typed", [
    "25.11.2022", "25.11.22", "25. 11. 2022", "25.11. 2022", "  25.11.2022\t", "2022-11-25",
    "25. November 2022", "25 November 2022", "25. november 2022", "25. NOVEMBER 2022", "25.November 2022",
    "25. Nov. 2022", "25 Nov 2022", "25. Nov 22", "25th November 2022", "25 November, 2022",
    "November 25, 2022", "November 25 2022", "Nov. 25, 2022", "nov 25th, 2022", "November 25th 2022",
    "Freitag, 25.11.2022", "Freitag 25.11.2022", "Fr. 25.11.2022", "Fr, 25.11.22", "friday, 2022-11-25",
    "Friday, 25 November 2022", "Fri November 25, 2022", "Freitag, den 25. November 2022",
    "am 25.11.2022", "am Freitag, dem 25. November 2022", "on Friday, the 25th November 2022",
])  # fmt: skip
def test_a_full_day_means_itself_whatever_the_clock_says(typed: str, past: bool) -> None:
    assert read_span(typed, TODAY, past=past) == (MEANT, MEANT)
    assert read_day(typed, date(1999, 1, 1), past=past) == MEANT


@pytest.mark.parametrize("typed", ["1.3.2023", "01.03.2023", "2023-3-1", "1. März 2023", "1. Maerz 2023",
                                   "1. marz 2023", "1. Mrz. 2023", "1 March 2023", "1st mar 2023",
                                   "1. Ma\u0308rz 2023", "1. M\u00c4RZ 23"])  # fmt: skip
def test_march_has_many_spellings(typed: str) -> None:
    assert read_day(typed, TODAY, past=True) == date(2023, 3, 1)


@pytest.mark.parametrize(("german", "english", "month"), [
    ("Januar", "January", 1), ("Jänner", "Jan", 1), ("Februar", "February", 2), ("April", "Apr", 4),
    ("Mai", "May", 5), ("Juni", "June", 6), ("Juli", "July", 7), ("August", "Aug.", 8),
    ("September", "Sept.", 9), ("Oktober", "October", 10), ("Okt.", "Oct.", 10), ("November", "Nov.", 11),
    ("Dezember", "December", 12), ("Dez.", "Dec", 12),
])  # fmt: skip
def test_months_are_named_in_both_languages(german: str, english: str, month: int) -> None:
    assert read_day(f"3. {german} 2024", TODAY, past=False) == date(2024, month, 3)
    assert read_day(f"3 {english} 2024", TODAY, past=False) == date(2024, month, 3)


def test_the_day_stands_before_the_month() -> None:
    assert read_day("03.04.2025", TODAY, past=False) == date(2025, 4, 3)


@pytest.mark.parametrize(("typed", "year"), [("1.1.00", 2000), ("1.1.79", 2079), ("1.1.99", 2099)])
def test_two_digits_lie_in_this_century(typed: str, year: int) -> None:
    assert read_day(typed, TODAY, past=True) == date(year, 1, 1)


@pytest.mark.parametrize(("typed", "ahead", "back"), [
    ("25.11.", date(2022, 11, 25), date(2021, 11, 25)),
    ("25.11", date(2022, 11, 25), date(2021, 11, 25)),
    ("25. 11.", date(2022, 11, 25), date(2021, 11, 25)),
    ("25. November", date(2022, 11, 25), date(2021, 11, 25)),
    ("25 nov", date(2022, 11, 25), date(2021, 11, 25)),
    ("November 25th", date(2022, 11, 25), date(2021, 11, 25)),
    ("am 25.11.", date(2022, 11, 25), date(2021, 11, 25)),
    ("22.11.", date(2023, 11, 22), date(2022, 11, 22)),
    ("23.11.", TODAY, TODAY),
    ("24.11.", date(2022, 11, 24), date(2021, 11, 24)),
    ("1.1.", date(2023, 1, 1), date(2022, 1, 1)),
    ("31.12.", date(2022, 12, 31), date(2021, 12, 31)),
    ("29.2.", date(2024, 2, 29), date(2020, 2, 29)),
    ("29. Februar", date(2024, 2, 29), date(2020, 2, 29)),
])  # fmt: skip
def test_without_a_year_it_is_the_next_or_the_last_one(typed: str, ahead: date, back: date) -> None:
    assert read_day(typed, TODAY, past=False) == ahead
    assert read_day(typed, TODAY, past=True) == back


def test_a_leap_day_is_found_across_a_century_without_one() -> None:
    assert read_day("29.2.", date(1896, 3, 1), past=False) == date(1904, 2, 29)
    assert read_day("29.2.", date(1904, 2, 28), past=True) == date(1896, 2, 29)


def test_a_weekday_is_checked_against_the_year_that_is_meant() -> None:
    assert read_day("Freitag, 25.11.", TODAY, past=False) == date(2022, 11, 25)
    assert read_day("Donnerstag, 25.11.", TODAY, past=True) == date(2021, 11, 25)
