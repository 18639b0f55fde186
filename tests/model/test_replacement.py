"""Decisions that replace decisions, followed both ways."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_cli.model.agenda import Item
from scm_cli.model.outcomes import Decision, Result
from scm_cli.model.refs import SessionRef
from scm_cli.model.replacement import Replacements, replacements
from scm_cli.model.session import Session


def known(*pairs: tuple[str, str], result: Result | None = "carried") -> Replacements:
    """Return what is known where the first of each pair, such as `g/B7-1`, replaces the second."""
    found: list[tuple[SessionRef, Session]] = []
    for ref, other in pairs:
        group, _, name = ref.partition("/")
        number, _, own = name[1:].partition("-")
        decision = Decision(number=int(own), text="Neu.", replaces=other, result=result)
        session = Session(
            number=int(number), date=date(2024, 1, 1), agenda=(Item(id="a", title="A", decisions=(decision,)),)
        )
        found.append((SessionRef(group, int(number)), session))
    return replacements(found)


CHAIN = known(("g/B3-1", "g/B1-1"), ("h/B1-1", "g/B3-1"), ("h/B2-7", "g/B3-1"))


def test_a_chain_is_followed_both_ways_and_across_groups() -> None:
    assert CHAIN.earlier("h/B1-1") == ["g/B3-1", "g/B1-1"]
    assert CHAIN.later("g/B1-1") == ["g/B3-1", "h/B1-1", "h/B2-7"]
    assert CHAIN.earlier("g/B1-1") == CHAIN.later("h/B1-1") == []


@pytest.mark.parametrize(
    ("result", "force"),
    [("carried", "replaced"), ("rejected", None), ("noted", None), (None, "open")],
)
def test_only_what_was_carried_is_in_force(result: Result | None, force: str | None) -> None:
    decision = Decision(number=1, text="Alt.", result=result)
    assert CHAIN.force("g/B1-1", decision) == force
    assert CHAIN.force("h/B1-1", decision) == (force if result != "carried" else "in-force")


@pytest.mark.parametrize("result", ["rejected", "withdrawn", "deferred", None])
def test_what_was_not_carried_replaces_nothing(result: Result | None) -> None:
    tried = known(("g/B3-1", "g/B1-1"), result=result)
    assert tried.force("g/B1-1", Decision(number=1, text="Alt.", result="carried")) == "in-force"
    assert tried.earlier("g/B3-1") == ["g/B1-1"]


def test_a_circle_is_seen_from_each_of_its_members_and_not_from_beside_it() -> None:
    circle = known(("g/B1-1", "g/B2-1"), ("g/B2-1", "g/B3-1"), ("g/B3-1", "g/B1-1"), ("g/B4-1", "g/B1-1"))
    assert [circle.in_circle(f"g/B{n}-1") for n in (1, 2, 3, 4)] == [True, True, True, False]
    assert sorted(circle.later("g/B1-1")) == ["g/B1-1", "g/B2-1", "g/B3-1", "g/B4-1"]


REFS = st.sampled_from([f"g/B{n}-1" for n in range(1, 7)])


@given(st.dictionaries(REFS, REFS), REFS, REFS)
def test_no_circle_is_closed_unseen(pairs: dict[str, str], ref: str, other: str) -> None:
    before = Replacements({one: two for one, two in pairs.items() if one != ref}, {})
    after = Replacements({**before.replaces, ref: other}, {})
    assert after.in_circle(ref) == before.closes_circle(ref, other)
