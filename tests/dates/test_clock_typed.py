"""Times of day as they are typed."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_cli.dates import read_clock, show_clock
from scm_cli.errors import UsageFault
from scm_cli.locale import LANGUAGES, Lang


@pytest.mark.parametrize(("typed", "meant"), [
    ("10", "10:00"), ("0", "00:00"), ("00:00", "00:00"), ("9", "09:00"), ("09", "09:00"), ("23:59", "23:59"),
    ("10:20", "10:20"), ("9:05", "09:05"), ("10.20", "10:20"), (" 10:20 ", "10:20"), ("10:20:30", "10:20:30"),
    ("10:20:30 Uhr", "10:20:30"), ("1020", "10:20"), ("0905", "09:05"), ("1020 Uhr", "10:20"),
    ("10 Uhr", "10:00"), ("10uhr", "10:00"), ("10 UHR", "10:00"), ("10:20 Uhr", "10:20"), ("10.20 Uhr",
    "10:20"),
    ("10h", "10:00"), ("10 h", "10:00"), ("10:20 h", "10:20"), ("10h20", "10:20"), ("10 Uhr 20", "10:20"),
    ("10 uhr 5", "10:05"), ("10 o'clock", "10:00"), ("10 o’clock", "10:00"),
    ("10:20am", "10:20"), ("10:20 AM", "10:20"), ("2 pm", "14:00"), ("2pm", "14:00"), ("2:05 p.m.", "14:05"),
    ("12 am", "00:00"), ("12:30 am", "00:30"), ("12 pm", "12:00"), ("11.59 pm", "23:59"), ("1 a.m.", "01:00"),
])  # fmt: skip
def test_a_time_is_read(typed: str, meant: str) -> None:
    assert read_clock(typed) == time.fromisoformat(meant)


FAULTS = ["", " ", "24", "24:00", "10:60", "10:20:60", "2460", "10:2", "930", "10:", ":20", "10:20:3",
          "10,20",
          "10 Uhr 60", "13 pm", "0 am", "noon", "halb elf", "-1", "10-20", "Uhr", "pm", "10:20 foo",
          "25.11.2022",
          "10 Uhr Uhr", "１０:２０", "10:20" * 50]  # fmt: skip


@pytest.mark.parametrize("typed", FAULTS)
@pytest.mark.parametrize(("lang", "message", "example"), [
    ("de", "ist keine Uhrzeit", "„10 Uhr 20“"), ("en", "is not a time of day", "„2 pm“")])  # fmt: skip
def test_anything_else_is_no_time(
    typed: str, lang: str, message: str, example: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCM_LANG", lang)
    with pytest.raises(UsageFault) as caught:
        read_clock(typed)
    assert caught.value.message.startswith(f"„{typed.strip()[:70]}")
    assert caught.value.message.endswith(f"“ {message}")
    assert example in caught.value.remedy


@given(st.times().map(lambda clock: clock.replace(microsecond=0)), st.sampled_from(LANGUAGES))
def test_every_time_shown_is_read_back(clock: time, lang: Lang) -> None:
    assert read_clock(show_clock(clock, lang)) == clock


def outcome(typed: str) -> time | UsageFault:
    try:
        return read_clock(typed)
    except UsageFault as fault:
        return fault


@given(st.text() | st.text("0123456789:. uhrampm"))
def test_no_text_raises_anything_else(typed: str) -> None:
    found = outcome(typed)
    assert found.message if isinstance(found, UsageFault) else found.microsecond == 0
