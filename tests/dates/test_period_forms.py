"""Months, quarters, weeks and years written out."""

from datetime import date

import pytest

from scm_cli.dates import Span, read_span

TODAY = date(2022, 11, 23)


def span(first: str, last: str) -> Span:
    return date.fromisoformat(first), date.fromisoformat(last)


@pytest.mark.parametrize("past", [False, True])
@pytest.mark.parametrize(("typed", "first", "last"), [
    *((typed, "2022-11-01", "2022-11-30") for typed in (
        "2022-11", "11/2022", "11 / 2022", "11.2022", "November 2022", "november 2022", "Nov 2022",
        "Nov. 2022",
        "im November 2022")),
    *((typed, "2024-02-01", "2024-02-29") for typed in ("2024-2", "2/2024", "02/2024", "Feb 2024")),
    ("März 2023", "2023-03-01", "2023-03-31"),
    ("maerz 2023", "2023-03-01", "2023-03-31"),
    ("marz 2023", "2023-03-01", "2023-03-31"),
    ("2022", "2022-01-01", "2022-12-31"),
    ("9999", "9999-01-01", "9999-12-31"),
    ("0001", "0001-01-01", "0001-12-31"),
    *((typed, "2022-10-01", "2022-12-31") for typed in (
        "Q4 2022", "q4 2022", "Q4/2022", "Q4 22", "2022-Q4", "2022Q4", "2022 Q4", "4. Quartal 2022",
        "4.Quartal 2022", "Quartal 4/2022", "4th quarter 2022", "quarter 4 2022", "im 4. Quartal 2022")),
    ("Q1 2024", "2024-01-01", "2024-03-31"),
    ("Q2 2024", "2024-04-01", "2024-06-30"),
    *((typed, "2022-11-21", "2022-11-27") for typed in (
        "KW 47 2022", "KW47/2022", "kw47 2022", "KW 47/2022", "KW 47/22", "2022-W47", "2022W47", "2022-KW47",
        "week 47 2022", "Kalenderwoche 47 2022", "47. KW 2022", "47. Woche 2022", "W47 2022")),
    ("2020-W53", "2020-12-28", "2021-01-03"),
    ("2021-W1", "2021-01-04", "2021-01-10"),
])  # fmt: skip
def test_a_period_with_its_year(typed: str, first: str, last: str, past: bool) -> None:
    assert read_span(typed, TODAY, past=past) == span(first, last)


@pytest.mark.parametrize(("typed", "ahead", "back"), [
    ("November", span("2022-11-01", "2022-11-30"), span("2022-11-01", "2022-11-30")),
    ("Dezember", span("2022-12-01", "2022-12-31"), span("2021-12-01", "2021-12-31")),
    ("im Dezember", span("2022-12-01", "2022-12-31"), span("2021-12-01", "2021-12-31")),
    ("Oct.", span("2023-10-01", "2023-10-31"), span("2022-10-01", "2022-10-31")),
    ("Februar", span("2023-02-01", "2023-02-28"), span("2022-02-01", "2022-02-28")),
    ("Q4", span("2022-10-01", "2022-12-31"), span("2022-10-01", "2022-12-31")),
    ("1. Quartal", span("2023-01-01", "2023-03-31"), span("2022-01-01", "2022-03-31")),
    ("KW 47", span("2022-11-21", "2022-11-27"), span("2022-11-21", "2022-11-27")),
    ("KW 48", span("2022-11-28", "2022-12-04"), span("2021-11-29", "2021-12-05")),
    ("KW 53", span("2026-12-28", "2027-01-03"), span("2020-12-28", "2021-01-03")),
])  # fmt: skip
def test_a_period_without_its_year_is_the_nearest_one(typed: str, ahead: Span, back: Span) -> None:
    assert read_span(typed, TODAY, past=False) == ahead
    assert read_span(typed, TODAY, past=True) == back


@pytest.mark.parametrize("past", [False, True])
def test_a_week_across_the_turn_of_the_year_holds_today(past: bool) -> None:
    assert read_span("KW 53", date(2027, 1, 2), past=past) == span("2026-12-28", "2027-01-03")
    assert read_span("KW 1", date(2024, 12, 31), past=past) == span("2024-12-30", "2025-01-05")
