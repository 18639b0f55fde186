"""What follows when a decision or election is recorded or changed, and what does not."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_cli.model.deciding import changed, elected, recorded
from scm_cli.model.outcomes import ByName, Candidate, Decision, Election


def decision(**values: Any) -> Decision:
    return Decision(number=1, text="So sei es.", **values)


NAMES = ByName(yes=("anna", "bernd"), no=("clara",))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, {"method": "consensus", "result": "carried"}),
        ({"title": "Titel", "remark": "Nanu.", "majority": "2/3"}, {"method": "consensus", "result": "carried"}),
        ({"excluded": ("anna",)}, {"method": "consensus", "result": "carried"}),
        ({"result": "rejected"}, {}),
        ({"result": "deferred"}, {}),
        ({"method": "secret"}, {}),
        ({"method": "consensus"}, {"result": "carried"}),
        ({"unanimous": True}, {"result": "carried"}),
        ({"yes": 3, "no": 1}, {"result": "carried"}),
        ({"yes": 1, "no": 3, "result": "carried"}, {}),
        ({"yes": 2, "no": 0, "abstain": 3, "majority": "absolute"}, {"result": "rejected"}),
        ({"by_name": NAMES}, {"method": "roll-call", "yes": 2, "no": 1, "abstain": 0, "result": "carried"}),
        ({"by_name": NAMES, "method": "hands"}, {"yes": 2, "no": 1, "abstain": 0, "result": "carried"}),
        ({"by_name": NAMES, "yes": 5, "no": 1}, {"result": "carried"}),
        ({"by_name": ByName(no=("clara",))}, {}),
        (
            {"by_name": ByName(no=("clara",)), "method": "roll-call"},
            {"yes": 0, "no": 1, "abstain": 0, "result": "rejected"},
        ),
    ],
)
def test_a_new_decision_says_what_was_stated_and_what_follows(values: Any, expected: Any) -> None:
    made = recorded(decision(**values), frozenset(values), 5)
    assert made == decision(**(values | expected))


def test_a_decision_left_open_waits_for_its_vote() -> None:
    assert recorded(decision(), frozenset({"result"}), 5) == decision()


@pytest.mark.parametrize(
    ("before", "typed", "expected"),
    [
        ({}, {"yes": 3, "no": 1}, {"result": "carried"}),
        ({"yes": 3, "no": 1, "result": "carried"}, {"yes": 1, "no": 3}, {"result": "rejected"}),
        ({"yes": 3, "no": 1, "result": "carried"}, {"yes": 1, "no": 3, "result": "carried"}, {}),
        ({"yes": 3, "no": 1, "result": "carried"}, {"majority": "unanimous"}, {"result": "rejected"}),
        ({"yes": 3, "no": 1, "result": "deferred"}, {"yes": 1, "no": 3}, {}),
        ({"method": "consensus", "result": "carried"}, {"yes": 3, "no": 1}, {"method": None}),
        ({"method": "consensus", "result": "carried"}, {"yes": 3, "no": 1, "method": "consensus"}, {}),
        ({"unanimous": True, "result": "carried"}, {"yes": 3, "no": 1}, {"unanimous": False}),
        ({"method": "consensus", "result": "carried"}, {"by_name": NAMES}, {"method": "roll-call", "yes": 2, "no": 1,
                                                                           "abstain": 0}),
        ({"yes": 3, "no": 1, "result": "rejected", "remark": "Nanu."}, {"title": "Titel"}, {}),
        ({"yes": 3, "no": 1, "result": "carried"}, {"yes": None, "no": None}, {}),
        ({"yes": 3, "no": 1, "result": "carried"}, {"result": None}, {}),
        ({"method": "consensus"}, {"unanimous": True}, {"result": "carried"}),
    ],
)  # fmt: skip
def test_a_new_vote_brings_its_result(before: Any, typed: Any, expected: Any) -> None:
    made = changed(decision(**before), decision(**(before | typed)), frozenset(typed), 5)
    assert made == decision(**(before | typed | expected))


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_recorded_at_once_or_later_the_vote_is_the_same(yes: int, no: int, abstain: int) -> None:
    counts = {"yes": yes, "no": no, "abstain": abstain}
    at_once = recorded(decision(**counts), frozenset(counts), 5)
    later = changed(decision(), decision(**counts), frozenset(counts), 5)
    replaced = changed(
        recorded(decision(), frozenset(), 5), decision(method="consensus", **counts), frozenset(counts), 5
    )
    assert at_once == later == replaced


def stood(*votes: int | None, **values: Any) -> Election:
    names = ("anna", "bernd", "clara")
    candidates = tuple(Candidate(name=name, votes=count) for name, count in zip(names, votes, strict=False))
    return Election(number=1, candidates=candidates, **values)


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ((3, 2), "anna"),
        ((1, 4), "bernd"),
        ((3, 2, 2), None),
        ((2, 2), None),
        ((0, 0), None),
        ((3,), None),
        ((3, None), None),
        ((None, None), None),
        ((), None),
    ],
)
def test_more_than_half_of_the_votes_elects(votes: Any, expected: str | None) -> None:
    assert elected(stood(*votes), frozenset({"candidates"})).elected == expected


def test_who_is_said_to_be_elected_is() -> None:
    said = stood(1, 3, elected="anna")
    assert elected(said, frozenset({"candidates", "elected"})) == said
    assert elected(stood(1, 3), frozenset({"candidates", "elected"})).elected is None
    assert elected(stood(1, 3), frozenset({"remark"})).elected is None


def test_who_is_elected_stood() -> None:
    made = elected(stood(1, 3, elected="dora"), frozenset({"elected"}))
    assert [one.name for one in made.candidates] == ["anna", "bernd", "dora"]
    assert elected(Election(number=1, elected="dora"), frozenset({"elected"})).candidates == ()
