"""Lengths of time as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_cli.dates import read_minutes
from scm_cli.errors import UsageFault


@pytest.mark.parametrize(("typed", "meant"), [
    ("20", 20), (" 20 ", 20), ("20min", 20), ("20 min", 20), ("20 Min.", 20), ("20 MIN", 20), ("20 Minuten",
    20),
    ("1 Minute", 1), ("20 minutes", 20), ("20 mins", 20), ("90m", 90), ("90 m", 90), ("1440", 1440), ("020",
    20),
    ("1:30", 90), ("0:45", 45), ("01:30", 90), ("24:00", 1440), ("1:30 h", 90), ("1:30 Std.", 90),
    ("1,5 h", 90), ("1.5h", 90), ("1.5 hours", 90), ("0,25 h", 15), ("1,75 Stunden", 105), ("0.33 h", 20),
    ("2 Stunden", 120), ("1 Stunde", 60), ("2h", 120), ("2 hrs", 120), ("1 hour", 60), ("24 h", 1440),
    ("1 h 30", 90), ("1h30m", 90), ("1h30", 90), ("1 h 30 min", 90), ("1 Stunde 30 Minuten", 90), ("2h5",
    125),
    ("1 Std. 5 Min.", 65), ("0 h 5", 5), ("0,02 h", 1),
])  # fmt: skip
def test_a_length_is_read(typed: str, meant: int) -> None:
    assert read_minutes(typed) == meant


@pytest.mark.parametrize("typed", ["", "h", "min", "1,5", "1.5", "-20", "1:5", "1:60", "1 h 60", "1:30:00",
    "20 foo",
                                   "12345", "eine Weile", "1,5 min", "1.234 h", "2 Tage",
          "20 " + "x" * 500])  # fmt: skip
@pytest.mark.parametrize(("lang", "message", "example"), [
    ("de", "ist keine Dauer", "„1,5 h“"), ("en", "is not a length of time", "„1.5 h“")])  # fmt: skip
def test_anything_else_is_no_length(
    typed: str, lang: str, message: str, example: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCM_LANG", lang)
    with pytest.raises(UsageFault) as caught:
        read_minutes(typed)
    assert caught.value.message.startswith(f"„{typed[:70]}")
    assert caught.value.message.endswith(f"“ {message}")
    assert example in caught.value.remedy


@pytest.mark.parametrize(
    "typed", ["0", "0 h", "0:00", "0,00 h", "1441", "9999 min", "24:01", "24 h 1", "25 h", "99:59"]
)
@pytest.mark.parametrize(("lang", "message"), [
    ("de", "liegt nicht zwischen 1 Minute und 24 Stunden"),
    ("en", "does not lie between 1 minute and 24 hours")])  # fmt: skip
def test_a_length_lies_between_a_minute_and_a_day(
    typed: str, lang: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCM_LANG", lang)
    with pytest.raises(UsageFault) as caught:
        read_minutes(typed)
    assert caught.value.message == f"„{typed}“ {message}"


@given(st.integers(1, 1440))
def test_every_length_is_read_back_from_each_form(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)
    for typed in (
        f"{minutes}",
        f"{minutes} Min.",
        f"{hours}:{rest:02d}",
        f"{hours} h {rest}",
        f"{hours}h{rest}m",
    ):
        assert read_minutes(typed) == minutes


def outcome(typed: str) -> int | UsageFault:
    try:
        return read_minutes(typed)
    except UsageFault as fault:
        return fault


@given(st.text() | st.text("0123456789:., hminst"))
def test_no_text_raises_anything_else(typed: str) -> None:
    found = outcome(typed)
    assert found.message if isinstance(found, UsageFault) else 1 <= found <= 1440
