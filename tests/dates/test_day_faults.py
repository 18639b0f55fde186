"""What is no day: every error names what was typed and shows how to write it."""

from datetime import date

import pytest

from scm_cli.dates import read_day, read_span
from scm_cli.errors import UsageFault

TODAY = date(2022, 11, 23)
GERMAN = {
    "kind": "lässt sich nicht als Datum lesen",
    "calendar": "gibt es im Kalender nicht",
    "slashes": "lässt offen, welche Zahl der Tag und welche der Monat ist",
    "year": "lässt offen, ob die Zahl ein Tag oder ein Jahr ist",
}
ENGLISH = {
    "kind": "cannot be read as a date",
    "calendar": "is not in the calendar",
    "slashes": "does not say which number is the day and which the month",
    "year": "does not say whether the number is a day or a year",
}
FAULTS = [
    *((typed, "kind") for typed in (
        "gestern morgen", "heute gestern", "+14", "14", "next", "letzte", "next foo", "foo tuesday", "foo",
        "this tuesday", "diesen Dienstag", "last day", "in 2", "in foo Wochen", "in 2 foo", "ago 2 weeks",
        "2 weeks", "vor -2 Wochen", "in dreizehn Tagen", "25.11.202", "25.11.12022", "12022", "10000-01-01",
        "12022-11-25", "25-11-2022", "20221125", "2022-11-25T10:00", "25.11.2022 10:00", "Friday, November",
        "25. Foo 2022", "Foo, 25.11.2022", "Q4 Q4", "KW", "Q", "KW 1234", "2022-", "25..11", "a" * 70,
        "٢٥.١١.٢٠٢٢",
    )),
    *((typed, "calendar") for typed in (
        "31.02.2022", "2022-02-31", "29.2.2022", "31.11.2022", "0.11.2022", "25.0.2022", "25.13.2022",
        "32.1.",
        "31.2.", "30. Februar", "31. April 2022", "February 30, 2022", "Freitag, 31.02.2022", "2022-13-01",
        "13/2022", "0/2022", "2022-13", "2022-00", "0000", "0000-01-01", "1.1.0000", "Januar 0000",
        "Q5 2022", "Q5", "Q0 2022", "2022-Q5", "5. Quartal 2022", "KW 60", "KW 60 2022", "KW 53 2022",
        "KW 0 2022",
        "2022-W54", "9999-W52", "in 99999 Jahren", "in 99999 Monaten", "vor 3000 Jahren",
    )),
    *((typed, "slashes") for typed in (
        "11/25/2022", "25/11/2022", "03/04/2025", "3/4/25", "25/11", "2022/11/25", "2022/11", "Fr 3/4/2025")),
    *((typed, "year") for typed in ("November 25", "Nov 22", "Mai 22", "may 1")),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "kind"), FAULTS)
@pytest.mark.parametrize("past", [False, True])
def test_the_error_names_what_was_typed_in_german(
    typed: str, kind: str, past: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCM_LANG", "de")
    with pytest.raises(UsageFault) as caught:
        read_span(typed, TODAY, past=past)
    assert caught.value.message == f"„{typed}“ {GERMAN[kind]}"
    assert "„25.11.2022“" in caught.value.remedy
    assert "„nächsten Dienstag“" in caught.value.remedy
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(("typed", "kind"), FAULTS)
def test_the_error_names_what_was_typed_in_english(typed: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCM_LANG", "en")
    with pytest.raises(UsageFault) as caught:
        read_day(typed, TODAY, past=False)
    assert caught.value.message == f"„{typed}“ {ENGLISH[kind]}"
    assert "„next tuesday“" in caught.value.remedy
    assert "Q4" not in caught.value.remedy


@pytest.mark.parametrize("typed", ["", " ", "\t\n", "\u00a0"])
@pytest.mark.parametrize(("lang", "message"), [
    ("de", "wo ein Datum nötig ist, steht nichts"), ("en",
    "nothing was typed where a date is needed")])  # fmt: skip
def test_nothing_is_no_date(typed: str, lang: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCM_LANG", lang)
    with pytest.raises(UsageFault) as caught:
        read_span(typed, TODAY, past=False)
    assert caught.value.message == message


@pytest.mark.parametrize(("lang", "message"), [
    ("de", "„Do, 25.11.2022“ stimmt nicht: 25.11.2022 ist ein Freitag"),
    ("en", "„Do, 25.11.2022“ is wrong: 25 November 2022 is a Friday"),
])  # fmt: skip
def test_a_wrong_weekday_is_named(lang: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCM_LANG", lang)
    with pytest.raises(UsageFault) as caught:
        read_span("Do, 25.11.2022", TODAY, past=False)
    assert caught.value.message == message


@pytest.mark.parametrize("typed", ["Donnerstag, 25. November", "Mon November 25, 2022", "so 2022-11-25"])
def test_a_weekday_must_fit_every_form_of_day(typed: str) -> None:
    with pytest.raises(UsageFault, match=r"Friday|Freitag"):
        read_day(typed, TODAY, past=False)


@pytest.mark.parametrize("typed", ["November 2022", "11/2022", "im November 2022"])
@pytest.mark.parametrize(("lang", "rest"), [
    ("de", "ist kein einzelner Tag, sondern dauert vom 01.11.2022 bis zum 30.11.2022"),
    ("en", "is not a single day, it lasts from 1 November 2022 to 30 November 2022"),
])  # fmt: skip
def test_a_period_is_no_single_day(typed: str, lang: str, rest: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCM_LANG", lang)
    with pytest.raises(UsageFault) as caught:
        read_day(typed, TODAY, past=False)
    assert caught.value.message == f"„{typed}“ {rest}"


@pytest.mark.parametrize("typed", ["2022", "Q4 2022", "KW 47 2022", "last week", "nächstes Jahr", "November"])
def test_no_period_is_taken_for_a_day(typed: str) -> None:
    with pytest.raises(UsageFault, match=r"single day|einzelner Tag"):
        read_day(typed, TODAY, past=True)


def test_the_error_shows_what_is_hidden_and_stays_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCM_LANG", "en")
    with pytest.raises(UsageFault) as caught:
        read_span("\x1b[31m\u202e25" + "x" * 5000, TODAY, past=False)
    assert caught.value.message.startswith(r"„\x1b[31m\u202e25xxx")
    assert caught.value.message.endswith("x…“ cannot be read as a date")
    assert len(caught.value.message) < 120


@pytest.mark.parametrize(("typed", "today", "past"), [
    ("morgen", date.max, False), ("gestern", date.min, True), ("nächsten Montag", date.max, False),
    ("next year", date.max, False), ("last month", date.min, True), ("1.1.", date.max, False),
    ("31.12.", date.min, True), ("Montag", date(9999, 12, 31), False), ("this week", date.max, False),
])  # fmt: skip
def test_the_calendar_ends_with_an_error(typed: str, today: date, past: bool) -> None:
    with pytest.raises(UsageFault, match=r"calendar|Kalender"):
        read_span(typed, today, past=past)
