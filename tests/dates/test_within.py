"""How far a number of days, weeks or months reaches from today."""

from datetime import date

import pytest

from scm_cli.dates import read_within
from scm_cli.errors import UsageFault

TODAY = date(2024, 1, 31)


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("2w", date(2024, 2, 14)),
        ("2 Wochen", date(2024, 2, 14)),
        ("two weeks", date(2024, 2, 14)),
        ("10 Tage", date(2024, 2, 10)),
        ("10T", date(2024, 2, 10)),
        ("10d", date(2024, 2, 10)),
        ("0 d", TODAY),
        ("ein Monat", date(2024, 2, 29)),
        ("1m", date(2024, 2, 29)),
        ("1 Quartal", date(2024, 4, 30)),
        ("1 j", date(2025, 1, 31)),
        ("1y", date(2025, 1, 31)),
    ],
)
def test_what_is_understood(typed: str, last: date) -> None:
    assert read_within(typed, TODAY) == last


@pytest.mark.parametrize("typed", ["", "bald", "2", "w", "2 x", "-1 Woche", "1,5 Wochen", "9999y", "2w" * 60, "zwo w"])
def test_what_is_not(typed: str) -> None:
    with pytest.raises(UsageFault) as caught:
        read_within(typed, TODAY)
    assert "2w" in caught.value.remedy
