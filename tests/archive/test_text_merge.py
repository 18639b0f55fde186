"""Lines of two texts become one text."""

import time

from hypothesis import given
from hypothesis import strategies as st

from scm_cli.archive.text_merge import matching_blocks, merged_lines

BASE = ["a", "b", "c", "d", "e"]


def merged(base: str, ours: str, theirs: str, *, theirs_first: bool = False) -> str:
    """Merge texts whose lines are their letters."""
    return "".join(merged_lines(list(base), list(ours), list(theirs), theirs_first=theirs_first))


def test_changes_at_different_places_are_all_there() -> None:
    assert merged("abcde", "aXbcde", "abcdYe") == "aXbcdYe"
    assert merged("abcde", "acde", "abcdeZ") == "acdeZ"
    assert merged("abcde", "abXde", "abcde") == "abXde"
    assert merged("abcde", "abcde", "abXde") == "abXde"


def test_what_both_added_at_one_place_stands_twice_in_the_order_asked_for() -> None:
    assert merged("ab", "aXb", "aYb") == "aXYb"
    assert merged("ab", "aXb", "aYb", theirs_first=True) == "aYXb"
    assert merged("", "X", "Y") == "XY"


def test_where_both_changed_a_line_ours_stands() -> None:
    assert merged("abc", "aXc", "aYc") == "aXc"
    assert merged("abc", "aXc", "ac") == "aXc"
    assert merged("abc", "ac", "aYc") == "ac"


def test_the_same_change_on_both_sides_is_made_once() -> None:
    assert merged("abc", "aXc", "aXc") == "aXc"
    assert merged("abc", "aXbc", "aXbcZ") == "aXbcZ"


texts = st.lists(st.sampled_from("abc"), max_size=12)


@given(texts, texts)
def test_what_one_side_alone_did_is_the_outcome(base: list[str], other: list[str]) -> None:
    assert merged_lines(base, other, base) == other
    assert merged_lines(base, base, other) == other
    assert merged_lines(base, other, other) == other


@given(st.lists(st.sampled_from("abcdefgh"), max_size=40), st.lists(st.sampled_from("abcdefgh"), max_size=40))
def test_blocks_are_common_rising_and_never_overlap(one: list[str], other: list[str]) -> None:
    at = (0, 0)
    for a, b, size in matching_blocks(one, other):
        assert a >= at[0]
        assert b >= at[1]
        assert size > 0
        assert one[a : a + size] == other[b : b + size]
        at = (a + size, b + size)


def many(count: int, *, changed: dict[int, str]) -> list[str]:
    """Return many lines, most of them like others and some once only."""
    return [changed.get(n, f"line {n}" if n % 10 == 0 else "the same") for n in range(count)]


def test_long_texts_are_merged_as_well_and_in_time() -> None:
    """SequenceMatcher alone would need minutes for so many lines that are alike."""
    count = 40_000
    base = many(count, changed={})
    ours, theirs = many(count, changed={105: "ours", 39_001: "ours"}), many(count, changed={20_005: "theirs"})
    began = time.monotonic()
    made = merged_lines(base, ours, theirs)
    assert time.monotonic() - began < 10
    assert made == many(count, changed={105: "ours", 39_001: "ours", 20_005: "theirs"})


def test_a_long_text_without_any_line_of_its_own_counts_as_rewritten() -> None:
    base, ours = ["x", "y"] * 2000, ["y", "z", "x"] * 2000
    assert merged_lines(base, ours, base) == ours
    assert merged_lines(base, ours, [*base, "new"]) == ours
