"""The order of a list that two sides changed."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_cli.model.merge_order import Order, merged_order, rising
from scm_cli.model.sides import Sides


def order(base: str, ours: str, theirs: str, kept: str = "") -> str:
    """Merge orders of letters; what both have stays, and what is new, unless it is said what is kept."""
    made = merged_order(Sides(list(base), list(ours), list(theirs)), kept or set(ours) | set(theirs))
    return "".join(made.keys) + (" clash" if made.clash else "")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "made"),
    [
        ("abc", "abc", "abc", "abc"),
        ("abc", "cab", "abc", "cab"),
        ("abc", "abc", "cab", "cab"),
        ("abcde", "bacde", "abced", "baced"),
        ("ab", "abX", "abY", "abXY"),
        ("ab", "Xab", "Yab", "XYab"),
        ("ab", "aXb", "aYZb", "aXYZb"),
        ("ab", "ba", "abX", "baX"),
        ("", "XY", "Z", "XYZ"),
        ("", "", "", ""),
    ],
)
def test_moves_and_additions_of_both(base: str, ours: str, theirs: str, made: str) -> None:
    assert order(base, ours, theirs) == made


def test_what_both_moved_stays_where_ours_put_it_and_is_a_clash() -> None:
    assert order("abcd", "dabc", "adbc") == "dabc clash"


def test_what_is_not_kept_leaves_no_gap() -> None:
    assert order("abc", "abc", "acX", kept="acX") == "acX"


def test_a_key_may_not_pass_what_it_may_not_pass() -> None:
    sides = Sides(["a"], ["a", "o", "p"], ["a", "t"])
    assert merged_order(sides, "aopt") == Order(("a", "o", "p", "t"), clash=False)
    assert merged_order(sides, "aopt", lambda _, passed: passed != "p") == Order(("a", "o", "t", "p"), clash=False)


@given(st.permutations("abcde"), st.permutations("abcde"), st.permutations("abcde"))
def test_nothing_is_lost_or_there_twice(base: list[str], ours: list[str], theirs: list[str]) -> None:
    made = merged_order(Sides(base, [*ours, "X"], [*theirs, "Y"]), "abcdeXY")
    assert sorted(made.keys) == sorted("abcdeXY")
    assert list(merged_order(Sides(base, ours, base), "abcde").keys) == ours
    assert list(merged_order(Sides(base, base, theirs), "abcde").keys) == theirs


def test_a_rising_subsequence_is_the_longest() -> None:
    for values in permutations(range(6)):
        found = [values[at] for at in rising(values)]
        assert found == sorted(found)
        longest = max(
            (n for n in range(64) if is_rising([values[at] for at in range(6) if n >> at & 1])),
            key=lambda n: n.bit_count(),
        )
        assert len(found) == longest.bit_count()
    assert rising([]) == []


def is_rising(values: list[int]) -> bool:
    return values == sorted(values)
