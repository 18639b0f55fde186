"""The result of a vote where it can be computed, and what is odd about votes."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.group import Group
from scm_cli.model.outcomes import ByName, Candidate, Decision, Election
from scm_cli.model.session import Session
from scm_cli.model.votes import Ballot, ballot, computed_result, oddities, sentence, unexplained

SEATS = {name: name for name in ("anna", "bernd", "clara", "dora", "emil")}
GROUP = Group(name="AG Beispiel", quorum="majority")
ITEM = Item(id="punkt", title="Punkt", began=time(10, 15), ended=time(10, 40))
HERE = Session(
    number=7,
    date=date(2024, 9, 10),
    attendance=(
        Attendance(attendee="anna", state="present"),
        Attendance(attendee="bernd", state="present"),
        Attendance(attendee="clara", state="present", presence=(Span(from_=time(10, 20)),)),
        Attendance(attendee="frida", state="present", capacity="deputy", represents="dora"),
        Attendance(attendee="emil", state="excused"),
        Attendance(name="Gerd Gast", state="present", capacity="guest"),
    ),
    agenda=(ITEM,),
)


def there(session: Session = HERE, item: Item | None = ITEM, seats: dict[str, str] = SEATS) -> Ballot:
    """Return whose votes there are: four of five, one by a deputy."""
    return ballot(session, item, GROUP, seats)


def decided(**values: Any) -> Decision:
    return Decision(number=1, text="So sei es.", **values)


def votes(yes: int | None, no: int | None = None, abstain: int | None = None, **values: Any) -> Decision:
    return decided(yes=yes, no=no, abstain=abstain, **values)


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (votes(3, 1, 1), "carried"),
        (votes(2, 2, 1), "rejected"),
        (votes(1, 0, 9), "carried"),
        (votes(0, 0, 5), "rejected"),
        (votes(3, 2), "carried"),
        (votes(3), None),
        (votes(None, 2), None),
        (votes(None, None, 2), None),
        (votes(3, 2, 0, majority="absolute"), "carried"),
        (votes(2, 0, 3, majority="absolute"), "rejected"),
        (votes(3, majority="absolute"), "carried"),
        (votes(4, 2, 9, majority="2/3"), "carried"),
        (votes(3, 2, 0, majority="2/3"), "rejected"),
        (votes(0, 0, 3, majority="2/3"), "rejected"),
        (votes(6, 3, majority="2/3"), "carried"),
        (votes(4, 0, 1, majority="unanimous"), "carried"),
        (votes(4, 1, majority="unanimous"), "rejected"),
        (votes(0, 0, 1, majority="unanimous"), "rejected"),
        (decided(unanimous=True), "carried"),
        (decided(method="consensus"), "carried"),
        (decided(unanimous=True, majority="2/3"), "carried"),
        (decided(unanimous=True, majority="absolute"), None),
        (decided(), None),
        (decided(method="hands"), None),
        (votes(1, 2, unanimous=True), "rejected"),
    ],
)
def test_the_result_follows_from_the_votes(decision: Decision, expected: str | None) -> None:
    assert computed_result(decision, 5) == expected


def test_an_absolute_majority_needs_to_know_of_how_many() -> None:
    assert computed_result(votes(3, 0, 0, majority="absolute")) is None


@given(st.integers(0, 99), st.integers(0, 99), st.sampled_from(["simple", "1/2", "2/3", "3/4", "1/1", "unanimous"]))
def test_one_more_yes_never_rejects(yes: int, no: int, majority: str) -> None:
    if computed_result(votes(yes, no, majority=majority)) == "carried":
        assert computed_result(votes(yes + 1, no, majority=majority)) == "carried"


def kinds(value: Decision | Election, where: Ballot | None = None) -> list[str]:
    return [one.kind for one in oddities(value, where or there())]


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (votes(3, 1, 0, result="carried"), []),
        (votes(3, 1, 1, result="carried"), ["too-many"]),
        (votes(3, 1, 0, invalid=1, result="carried"), ["too-many"]),
        (votes(3, 1, 0, excluded=("anna",), result="carried"), ["too-many"]),
        (votes(3, 0, 0, excluded=("anna",), result="carried"), []),
        (votes(3, 1, 0, excluded=("emil", "Gerd Gast"), result="carried"), []),
        (votes(1, 3, 0, result="carried"), ["contradiction"]),
        (votes(2, 2, 0, result="carried"), ["contradiction"]),
        (votes(4, 0, 0, result="rejected"), ["contradiction"]),
        (votes(4, 0, 0, result="deferred"), []),
        (votes(1, 3, 0), []),
        (votes(2, 1, 0, majority="absolute", result="carried"), ["contradiction"]),
        (votes(3, 1, unanimous=True, result="carried"), ["not-unanimous"]),
        (votes(0, 4, unanimous=True, result="rejected"), []),
        (votes(3, 0, 1, unanimous=True, result="carried"), []),
        (decided(unanimous=True, by_name=ByName(no=("anna",))), ["not-unanimous"]),
        (decided(method="consensus", by_name=ByName(no=("anna",)), result="carried"), ["no-consensus"]),
        (decided(method="consensus", result="rejected"), []),
        (decided(unanimous=True, result="rejected"), []),
        (votes(9, 0, 0, method="written", result="carried"), ["too-many"]),
        (votes(5, 0, 0, method="written", result="carried"), []),
        (votes(5, 0, 0, result="carried", remark="So verkündet."), ["too-many"]),
    ],
)
def test_odd_votes(decision: Decision, expected: list[str]) -> None:
    assert kinds(decision) == expected


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (votes(1, 1, by_name=ByName(yes=("anna",), no=("bernd",))), []),
        (votes(2, 1, by_name=ByName(yes=("anna",), no=("bernd",))), ["names-differ"]),
        (votes(3, 1, by_name=ByName(no=("bernd",))), []),
        (votes(3, 1, method="roll-call", by_name=ByName(no=("bernd",))), ["names-differ"]),
        (decided(by_name=ByName(yes=("anna",), no=("anna",))), ["named-twice"]),
        (decided(by_name=ByName(yes=("anna", "anna"))), ["named-twice"]),
        (decided(excluded=("anna",), by_name=ByName(yes=("anna",))), ["excluded-voted"]),
        (decided(by_name=ByName(abstain=("emil",))), ["not-there"]),
        (decided(by_name=ByName(yes=("Gerd Gast",))), ["no-vote"]),
        (decided(by_name=ByName(yes=("frida",))), []),
        (decided(by_name=ByName(yes=("dora",))), []),
        (decided(by_name=ByName(yes=("frida", "dora"))), ["shared-vote"]),
    ],
)
def test_odd_votes_by_name(decision: Decision, expected: list[str]) -> None:
    assert kinds(decision) == expected


def test_whoever_comes_late_has_no_vote_before() -> None:
    early = replace(ITEM, began=time(10, 0), ended=time(10, 10))
    by_clara = decided(by_name=ByName(yes=("clara",)))
    assert kinds(by_clara, there(item=early)) == ["not-there"]
    assert kinds(by_clara) == []


def test_a_carried_vote_can_be_cast() -> None:
    carrying = replace(HERE.attendance[0], votes_for="emil")
    session = replace(HERE, attendance=(carrying, *HERE.attendance[1:]))
    assert kinds(votes(5, 0, 0, by_name=ByName(yes=("anna", "bernd", "clara", "frida", "emil"))), there(session)) == []


def test_organisations_have_one_vote() -> None:
    seats = {"anna": "Altdorf", "bernd": "Altdorf", "clara": "Neudorf", "emil": "Bergau"}
    where = there(seats=seats)
    assert kinds(votes(3, 0, 0, result="carried"), where) == ["too-many"]
    assert kinds(votes(2, 0, 0, excluded=("anna",), result="carried"), where) == []
    assert kinds(decided(by_name=ByName(yes=("anna", "bernd"))), where) == ["shared-vote"]
    assert kinds(decided(by_name=ByName(yes=("Altdorf",), no=("Bergau",))), where) == ["not-there"]


def few(*names: str) -> Session:
    return replace(HERE, attendance=tuple(row for row in HERE.attendance if row.who in names))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (decided(method="consensus", result="carried"), ["no-quorum"]),
        (votes(2, 0, 0, result="carried"), ["no-quorum"]),
        (votes(2, 0, 0), ["no-quorum"]),
        (votes(2, 0, 0, method="written", result="carried"), []),
        (decided(result="deferred"), []),
        (decided(result="noted"), []),
        (decided(), []),
        (Election(number=1, elected="anna"), ["no-quorum"]),
        (Election(number=1, office="Vorsitz"), []),
    ],
)
def test_only_what_is_decided_needs_a_quorum(value: Decision | Election, expected: list[str]) -> None:
    assert kinds(value, there(few("anna", "bernd"))) == expected


def test_where_nobody_is_noted_that_is_all_there_is_to_say() -> None:
    nobody = there(few())
    assert kinds(votes(3, 0, 0, by_name=ByName(yes=("anna", "bernd", "clara"))), nobody) == ["nobody-there"]
    assert kinds(decided(method="consensus", result="carried"), nobody) == ["nobody-there"]
    assert kinds(decided(result="noted"), nobody) == []


def test_where_nobody_is_entitled_nothing_can_be_compared() -> None:
    where = there(seats={})
    assert kinds(votes(30, 0, 0, by_name=ByName(yes=("Gerd Gast",)), result="carried"), where) == ["names-differ"]
    assert kinds(votes(1, 2, 0, result="carried"), where) == ["contradiction"]


def test_a_written_procedure_asks_everybody() -> None:
    session = replace(few(), mode="written")
    assert kinds(votes(5, 0, 0, result="carried"), there(session)) == []
    assert kinds(votes(6, 0, 0, result="carried"), there(session)) == ["too-many"]


def stood(*votes_: int | None, elected: str | None = None, invalid: int | None = None) -> Election:
    names = ("anna", "bernd", "clara")
    candidates = tuple(Candidate(name=name, votes=n) for name, n in zip(names, votes_, strict=False))
    return Election(number=1, office="Vorsitz", candidates=candidates, elected=elected, invalid=invalid)


@pytest.mark.parametrize(
    ("election", "expected"),
    [
        (stood(3, 1, elected="anna"), []),
        (stood(1, 3, elected="anna"), ["lost"]),
        (stood(2, 2, elected="anna"), ["tie"]),
        (stood(None, 2, elected="anna"), ["no-votes"]),
        (stood(0, elected="anna"), ["no-votes"]),
        (stood(None, None, elected="anna"), []),
        (stood(4, elected="anna", invalid=1), ["too-many"]),
        (stood(2, 2), []),
        (Election(number=1, candidates=(Candidate(name="anna"), Candidate(name="anna"))), ["stands-twice"]),
    ],
)
def test_odd_elections(election: Election, expected: list[str]) -> None:
    assert kinds(election) == expected


@pytest.mark.parametrize("value", [votes(9, 0, 0), stood(2, 2, elected="anna")])
def test_a_remark_explains(value: Any) -> None:
    assert unexplained(value, there())
    assert unexplained(replace(value, remark="Das Los entschied."), there()) == []


def test_every_oddity_has_a_sentence() -> None:
    values: list[Decision | Election] = [
        votes(9, 0, 0, result="rejected", by_name=ByName(yes=("anna", "anna", "Gerd Gast"), no=("emil",))),
        decided(unanimous=True, method="consensus", excluded=("dora",), by_name=ByName(no=("dora", "frida"))),
        stood(1, 3, elected="anna"),
    ]
    said = [sentence(one, str.title) for value in values for one in oddities(value, there())]
    assert "9 votes, but only 4 could be cast" in said
    assert "recorded as „rejected“, but by the votes it is „carried“" in said
    assert "yes: 3 by name, but 9 counted" in said
    assert "Anna is elected, but Bernd has more votes" in said
    assert all(said)
    assert not any("{" in one for one in said)


@pytest.mark.parametrize(
    ("majority", "rule"),
    [
        (None, ""),
        ("absolute", " (absolute majority)"),
        ("3/4", " (3/4 majority)"),
        ("unanimous", " (unanimity required)"),
    ],
)
def test_a_contradiction_names_the_majority_that_was_needed(majority: str | None, rule: str) -> None:
    (odd,) = oddities(votes(1, 2, 0, majority=majority, result="carried"), there())
    assert sentence(odd) == f"recorded as „carried“, but by the votes it is „rejected“{rule}"


@given(st.lists(st.sampled_from(["represents", "votes_for", "guest", "excused", "plain"]), min_size=5, max_size=5))
def test_the_votes_of_a_ballot_are_those_of_the_turnout(roles: list[str]) -> None:
    rows = []
    for name, role in zip(SEATS, roles, strict=True):
        told: dict[str, Any] = {"state": "excused" if role == "excused" else "present"}
        if role == "guest":
            told["capacity"] = "guest"
        other = {"represents": "dora", "votes_for": "emil"}.get(role, name)
        if other != name:
            told[role] = other
        rows.append(Attendance(attendee=name, **told))
    made = there(replace(HERE, attendance=tuple(rows)))
    assert frozenset(made.voters.values()) == made.turnout.castable
    assert made.castable() == len(made.turnout.castable)
