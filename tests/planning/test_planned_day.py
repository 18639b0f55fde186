"""The day of the next session."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_cli.errors import UsageFault
from scm_cli.model.session import Session
from scm_cli.planning.day import Avoided, Proposal, latest_regular, next_day
from scm_cli.planning.holidays import Holidays

MONTHLY = "FREQ=MONTHLY;BYDAY=2TU"
FIRST_FRIDAY = "FREQ=MONTHLY;BYDAY=1FR"
TODAY = date(2026, 1, 5)
NOBODY = Holidays(None, "de").name
BRANDENBURG = Holidays("DE-BB", "de").name


def session(number: int, day: date) -> Session:
    return Session(number=number, date=day)


def test_the_next_day_follows_the_last_session_and_is_not_past() -> None:
    known = [session(1, date(2025, 9, 9))]
    assert next_day(MONTHLY, None, known, TODAY, NOBODY) == Proposal(date(2026, 1, 13))
    assert next_day(MONTHLY, None, known, date(2026, 1, 13), NOBODY) == Proposal(date(2026, 1, 13))
    ahead = [*known, session(2, date(2026, 1, 13)), session(3, date(2026, 2, 10))]
    assert next_day(MONTHLY, None, ahead, TODAY, NOBODY) == Proposal(date(2026, 3, 10))
    assert next_day(MONTHLY, None, [], TODAY, NOBODY) == Proposal(date(2026, 1, 13))


def test_an_extraordinary_written_or_cancelled_session_does_not_shift_the_rhythm() -> None:
    known = [session(1, date(2025, 12, 9))]
    later = session(2, date(2026, 5, 20))
    for odd in (
        replace(later, kind="extraordinary"),
        replace(later, mode="written"),
        replace(later, status="cancelled"),
    ):
        assert latest_regular([*known, odd]) == date(2025, 12, 9)
        assert next_day(MONTHLY, None, [*known, odd], TODAY, NOBODY) == Proposal(date(2026, 1, 13))


def test_a_day_on_which_there_is_a_session_is_not_taken_again_even_a_cancelled_one() -> None:
    cancelled = replace(session(2, date(2026, 1, 13)), status="cancelled")
    assert next_day(MONTHLY, None, [cancelled], TODAY, NOBODY) == Proposal(date(2026, 2, 10))


def test_on_a_holiday_the_group_meets_a_week_later() -> None:
    found = next_day(FIRST_FRIDAY, None, [session(1, date(2026, 4, 10))], date(2026, 4, 11), BRANDENBURG)
    assert found == Proposal(date(2026, 5, 8), (Avoided(date(2026, 5, 1), "Erster Mai", 1),))


def test_a_weekly_rhythm_just_goes_on() -> None:
    found = next_day("FREQ=WEEKLY;BYDAY=FR", None, [session(1, date(2026, 4, 24))], date(2026, 4, 25), BRANDENBURG)
    assert found == Proposal(date(2026, 5, 8), (Avoided(date(2026, 5, 1), "Erster Mai", 0),))


def test_a_week_later_must_be_free_and_in_a_month_of_the_rhythm() -> None:
    known = [session(1, date(2026, 4, 10)), replace(session(2, date(2026, 5, 8)), kind="extraordinary")]
    found = next_day(FIRST_FRIDAY, None, known, date(2026, 4, 11), BRANDENBURG)
    assert found == Proposal(date(2026, 5, 15), (Avoided(date(2026, 5, 1), "Erster Mai", 2),))
    last = "FREQ=MONTHLY;BYDAY=-1TH;BYMONTH=5,9"
    ascension = next_day(last, None, [], date(2026, 5, 1), lambda day: "x" if day == date(2026, 5, 28) else "")
    assert ascension == Proposal(date(2026, 9, 24), (Avoided(date(2026, 5, 28), "x", 0),))


def test_two_weeks_are_counted_from_the_day_the_rhythm_began() -> None:
    every_other = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
    known = [session(1, date(2026, 1, 14))]
    assert next_day(every_other, date(2026, 1, 6), known, TODAY, NOBODY) == Proposal(date(2026, 1, 20))
    assert next_day(every_other, date(2026, 1, 13), known, TODAY, NOBODY) == Proposal(date(2026, 1, 27))


def test_a_rhythm_may_be_over() -> None:
    assert next_day("FREQ=WEEKLY;BYDAY=TU;UNTIL=20251231", date(2025, 1, 1), [], TODAY, NOBODY) is None
    last = next_day("FREQ=WEEKLY;BYDAY=TU;COUNT=1", date(2026, 1, 6), [], TODAY, NOBODY)
    assert last == Proposal(date(2026, 1, 6))


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY;BYDAY=TU", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25"])
def test_a_rhythm_of_holidays_is_refused_and_no_day_of_the_next_century_found(rule: str) -> None:
    named = BRANDENBURG if "YEARLY" in rule else lambda _day: "x"
    with pytest.raises(UsageFault, match=r"\((Erster Weihnachtstag|x)\)"):
        next_day(rule, None, [], TODAY, named)


@given(
    st.sampled_from([MONTHLY, FIRST_FRIDAY, "FREQ=WEEKLY;BYDAY=FR", "FREQ=MONTHLY;BYMONTHDAY=1", "FREQ=DAILY"]),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(1, 8),
)
def test_a_year_of_sessions_has_no_holiday_and_no_day_twice(rule: str, today: date, count: int) -> None:
    known: list[Session] = []
    for number in range(1, count + 1):
        found = next_day(rule, today, known, today, BRANDENBURG)
        assert found is not None
        assert not BRANDENBURG(found.day)
        assert found.day >= today
        assert all(found.day > one.date for one in known)
        known.append(session(number, found.day))


def test_holidays_are_those_of_the_region_in_the_language_asked_for() -> None:
    assert BRANDENBURG(date(2026, 10, 31)) == "Reformationstag"
    assert Holidays("DE", "de").name(date(2026, 10, 31)) == ""
    assert Holidays("DE-BB", "en").name(date(2026, 10, 31)) == "Reformation Day"
    assert Holidays("AT", "de").name(date(2026, 10, 26)) == "Nationalfeiertag"
    assert Holidays("CH-ZH", "de").name(date(2026, 8, 1)) == "Nationalfeiertag"
    assert Holidays("PL", "de").name(date(2026, 5, 3))
    assert Holidays(None, "de").name(date(2026, 1, 1)) == ""


@pytest.mark.parametrize("region", ["XX", "DE-XX", "XX-BB"])
def test_an_unknown_region_is_said_in_one_sentence(region: str) -> None:
    with pytest.raises(UsageFault) as caught:
        Holidays(region, "de")
    assert region in caught.value.message
    assert "DE-BB" in caught.value.remedy
