"""The tables of the locale: each word has one meaning and is found in every spelling."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from scm_cli.dates.words import find, plain, shown
from scm_cli.locale import dates as say

TABLES: list[Mapping[Any, Iterable[str]]] = [
    say.MONTH_WORDS,
    say.WEEKDAY_WORDS,
    say.DAY_WORDS,
    say.NUMBER_WORDS,
    say.UNIT_WORDS,
    say.COUNTED_WORDS,
    say.WHICH_WORDS,
    say.SIGN_WORDS,
    say.LAST_SIGN_WORDS,
]


@pytest.mark.parametrize("table", TABLES)
def test_each_word_has_one_meaning_and_is_found(table: Mapping[Any, Iterable[str]]) -> None:
    counted = Counter(word for row in table.values() for word in row)
    assert not [word for word, times in counted.items() if times > 1]
    for meaning, row in table.items():
        for word in row:
            assert word == plain(word)
            for spelling in (
                word,
                word.upper(),
                word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"),
            ):
                assert find(spelling, table) == meaning


def test_no_word_is_both_a_month_and_a_weekday() -> None:
    months = {word for row in say.MONTH_WORDS.values() for word in row}
    weekdays = {word for row in say.WEEKDAY_WORDS.values() for word in row}
    assert not months & weekdays


def test_every_shown_name_is_understood() -> None:
    for number, month in enumerate(say.MONTHS, start=1):
        assert [find(name, say.MONTH_WORDS) for name in month.both()] == [number, number]
    for number, weekday in enumerate(say.WEEKDAYS):
        assert [find(name, say.WEEKDAY_WORDS) for name in weekday.both()] == [number, number]


def test_an_unknown_word_is_not_found() -> None:
    assert find("foo", say.MONTH_WORDS) is None
    assert find("", say.WEEKDAY_WORDS) is None


def test_typed_text_is_shown_on_one_line() -> None:
    assert shown(" a\n\tb ") == "a b"
    assert shown("\x1b") == r"\x1b"
    assert len(shown("x" * 1000)) == 80
