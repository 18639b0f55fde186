"""What holds for every day and every text."""

from datetime import date, timedelta
from time import monotonic

from hypothesis import example, given, settings
from hypothesis import strategies as st

from scm_cli.dates import Span, read_day, read_span, show_day, show_weekday_day
from scm_cli.errors import UsageFault
from scm_cli.locale import LANGUAGES, Lang, Text
from scm_cli.locale import dates as say

NOW = date(2022, 11, 23)

days = st.dates()
near = st.dates(date(2000, 1, 1), date(2099, 12, 31))
words = st.sampled_from(
    [
        *(word for row in say.MONTH_WORDS.values() for word in row),
        *(word for row in say.WEEKDAY_WORDS.values() for word in row),
        *(word for row in say.DAY_WORDS.values() for word in row),
        *(word for row in say.WHICH_WORDS.values() for word in row),
        *(word for row in say.UNIT_WORDS.values() for word in row),
        *(word for row in say.COUNTED_WORDS.values() for word in row),
        *(word for row in say.NUMBER_WORDS.values() for word in row),
        *say.FILLER_WORDS, "in", "vor", "ago", ".", "/", "-", ",", "1", "29", "31", "02", "2022", "0000",
        "99999",
    ]
)  # fmt: skip
sentences = st.lists(words, max_size=6).map(" ".join) | st.lists(words, max_size=4).map("".join)
soup = st.text("0123456789./-, qQkwKWäth", max_size=200)


def names(texts: tuple[Text, ...], number: int) -> tuple[str, str]:
    return texts[number].both()


@given(days, days, st.booleans())
def test_every_day_is_read_back_from_each_absolute_form(day: date, today: date, past: bool) -> None:
    weekday = names(say.WEEKDAYS, day.weekday())
    for month, weekday_name in zip(names(say.MONTHS, day.month - 1), weekday, strict=True):
        for typed in (
            f"{day.day}.{day.month}.{day.year:04d}", f"{day.day:02d}.{day.month:02d}.{day.year:04d}",
          day.isoformat(),
            f"{day.day}. {month} {day.year:04d}", f"{day.day} {month} {day.year:04d}",
            f"{day.day}. {month[:3]}. {day.year:04d}", f"{month} {day.day}, {day.year:04d}",
            f"{weekday_name}, {day.day}.{day.month}.{day.year:04d}", f"{weekday_name} {day.isoformat()}",
        ):  # fmt: skip
            assert read_span(typed, today, past=past) == (day, day)


@given(near, days)
def test_every_day_of_this_century_is_read_back_from_two_digits(day: date, today: date) -> None:
    assert read_day(f"{day:%d.%m.%y}", today, past=True) == day


@given(days, st.sampled_from(LANGUAGES), st.booleans())
def test_every_day_shown_is_read_back(day: date, lang: Lang, past: bool) -> None:
    assert read_day(show_day(day, lang), NOW, past=past) == day
    assert read_day(show_weekday_day(day, lang), NOW, past=past) == day


@given(near, near)
def test_a_day_without_a_year_is_the_nearest_on_its_side(day: date, today: date) -> None:
    typed = f"{day.day}.{day.month}."
    ahead, back = read_day(typed, today, past=False), read_day(typed, today, past=True)
    assert back <= today <= ahead
    assert (ahead.day, ahead.month) == (back.day, back.month) == (day.day, day.month)
    assert ahead - back <= timedelta(days=8 * 366)


@given(near)
def test_every_week_month_quarter_and_year_holds_its_days(day: date) -> None:
    year, week, _ = day.isocalendar()
    quarter = (day.month + 2) // 3
    for typed, longest in (
        (f"KW {week} {year}", 7), (f"{year}-W{week:02d}", 7), (f"{day:%Y-%m}", 31), (f"{day:%m/%Y}", 31),
        (f"Q{quarter} {day.year}", 92), (f"{quarter}. Quartal {day.year}", 92), (f"{day.year}", 366),
    ):  # fmt: skip
        first, last = read_span(typed, NOW, past=False)
        assert first <= day <= last
        assert (last - first).days < longest


@given(near, st.sampled_from(["week", "month", "quarter", "year"]))
def test_last_this_and_next_follow_each_other(today: date, unit: str) -> None:
    last, this, following = (read_span(f"{which} {unit}", today, past=True) for which in ("last", "this", "next"))
    assert this[0] <= today <= this[1]
    assert last[1] + timedelta(days=1) == this[0]
    assert this[1] + timedelta(days=1) == following[0]


def outcome(typed: str, today: date, *, past: bool) -> Span | UsageFault:
    try:
        return read_span(typed, today, past=past)
    except UsageFault as fault:
        return fault


@settings(max_examples=500)
@given(typed=st.text() | soup | sentences, today=days, past=st.booleans())
@example(typed="\ud800", today=NOW, past=False)
@example(typed="1" * 5000, today=NOW, past=False)
@example(typed="in " * 30, today=NOW, past=False)
def test_any_text_is_a_span_or_a_usage_fault(typed: str, today: date, past: bool) -> None:
    found = outcome(typed, today, past=past)
    if isinstance(found, UsageFault):
        assert found.message.encode()
        assert found.remedy
    else:
        assert found[0] <= found[1]


def test_long_text_is_refused_quickly() -> None:
    began = monotonic()
    for piece in ("am ", "1", "1.", "a ", "a", "12/", "q4 ", " ", "ä", "\x1b", "am am am am 1"):
        assert isinstance(outcome((piece * 100_000)[:100_000] + "!", NOW, past=False), UsageFault)
    assert monotonic() - began < 5


def test_text_of_the_longest_length_is_refused_quickly() -> None:
    began = monotonic()
    for piece in ("am ", "1", "1. ", "a ", "a", "12/", "q4 ", "den der am im ", "fr, "):
        assert isinstance(outcome((piece * 80)[:79] + "!", NOW, past=False), UsageFault)
    assert monotonic() - began < 1
