"""Which recurrence rules can be a rhythm."""

from datetime import date
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scm_cli.dates import check_rhythm, occurrences

SINCE = date(2022, 11, 25)


@pytest.mark.parametrize("since", [SINCE, None, date(2024, 2, 29), date.min, date(9998, 1, 1)])
@pytest.mark.parametrize("rule", [
    "FREQ=MONTHLY;BYDAY=2TU;BYMONTH=1,2,3,4,5,6,9,10,11,12", "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    "freq=daily", "RRULE:FREQ=YEARLY", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "FREQ=WEEKLY;COUNT=3",
    " FREQ=DAILY ",
])  # fmt: skip
def test_a_rule_with_dates_is_a_rhythm(rule: str, since: date | None) -> None:
    assert check_rhythm(rule, since) == ""


def test_a_rule_may_end_and_may_follow_easter() -> None:
    assert check_rhythm("FREQ=WEEKLY;UNTIL=20221231", SINCE) == ""
    as_calendars_write_it = "FREQ=WEEKLY;UNTIL=20221209T225959Z"
    assert check_rhythm(as_calendars_write_it, SINCE) == ""
    days = [date(2022, 11, 25), date(2022, 12, 2), date(2022, 12, 9)]
    assert list(occurrences(as_calendars_write_it, SINCE, date(2022, 11, 1))) == days
    assert check_rhythm("FREQ=YEARLY;BYEASTER=1", SINCE) == ""
    assert check_rhythm("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", SINCE) == ""


FAULTS = [
    *((rule, "ist keine Regel wie „FREQ=MONTHLY;BYDAY=2TU“", "is no rule such as „FREQ=MONTHLY;BYDAY=2TU“")
      for rule in ("", "jeden Dienstag", "FREQ", "FREQ=", "FREQ=DAILY;", "=DAILY", "FREQ=DAILY; COUNT=1",
                   "DTSTART:20220101")),
    *((rule, "braucht ein FREQ aus DAILY, WEEKLY, MONTHLY, YEARLY",
       "needs a FREQ out of DAILY, WEEKLY, MONTHLY, YEARLY")
      for rule in ("INTERVAL=2", "FREQ=FOO", "FREQ=HOURLY", "FREQ=SECONDLY;BYMONTH=13")),
    ("FREQ=DAILY;COUNT=1;UNTIL=20300101", "hat COUNT und UNTIL, erlaubt ist eines davon",
     "has both COUNT and UNTIL, allowed is one of them"),
    *((rule, "fällt nie auf einen Tag", "never falls on a day")
      for rule in ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;COUNT=0",
      "FREQ=WEEKLY;UNTIL=20200101")),
    ("FREQ=DAILY;BYDAY=XX", "wird nicht angenommen (invalid 'BYDAY': XX)",
    "is refused (invalid 'BYDAY': XX)"),
    ("FREQ=DAILY;FOO=1", "wird nicht angenommen (unknown parameter 'FOO')",
    "is refused (unknown parameter 'FOO')"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "german", "english"), FAULTS)
def test_the_sentence_names_the_rule_and_the_reason(
    rule: str, german: str, english: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCM_LANG", "de")
    assert check_rhythm(rule, SINCE) == f"der Turnus „{rule}“ {german}"
    monkeypatch.setenv("SCM_LANG", "en")
    assert check_rhythm(rule, SINCE) == f"the rhythm „{rule}“ {english}"


@pytest.mark.parametrize("interval", ["0", "00", "-1", "x", "1.5", "²"])
def test_the_interval_counts_from_one(interval: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCM_LANG", "de")
    rule = f"FREQ=DAILY;INTERVAL={interval};BYMONTH=2"
    assert check_rhythm(rule, SINCE) == f"das INTERVAL des Turnus „{rule}“ ist keine ganze Zahl ab 1"


@pytest.mark.parametrize("rule", [
    "FREQ=MONTHLY;BYDAY=99TU", "FREQ=DAILY;BYEASTER=9999", "FREQ=DAILY;BYSETPOS=0", "FREQ=DAILY;UNTIL=x",
    "FREQ=DAILY;UNTIL=20301331T000000Z", "FREQ=DAILY;BYHOUR=25", "FREQ=WEEKLY;WKST=9"])  # fmt: skip
def test_what_the_library_refuses_is_no_rhythm(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCM_LANG", "en")
    assert check_rhythm(rule, SINCE).startswith(f"the rhythm „{rule}“ is refused (")


@pytest.mark.parametrize("rule", ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=1;BYEASTER=1"])
def test_a_vain_search_ends_soon(rule: str) -> None:
    began = monotonic()
    assert rule in check_rhythm(rule, SINCE)
    assert monotonic() - began < 4


_PARTS = st.tuples(
    st.sampled_from(["INTERVAL", "COUNT", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "BYWEEKNO", "WKST",
    "UNTIL"]),
    st.sampled_from(["1", "2", "-1", "0", "12", "31", "53", "99999999999999999999", "MO", "2TU", "-1FR",
    "1,2", "20301231", ","]),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["WEEKLY", "MONTHLY", "YEARLY"]), st.lists(_PARTS, max_size=3))
def test_any_rule_gets_an_answer(freq: str, parts: list[tuple[str, str]]) -> None:
    rule = ";".join([f"FREQ={freq}", *(f"{key}={value}" for key, value in parts)])
    answer = check_rhythm(rule, SINCE)
    assert answer == "" or rule[:79] in answer


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    assert check_rhythm(text, None)
