"""What follows from votes: the result where it can be computed, and what is odd about a vote as it was recorded."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from scm_cli.locale import protocol as word
from scm_cli.locale import votes as say
from scm_cli.model.agenda import Item
from scm_cli.model.group import Group
from scm_cli.model.outcomes import Decision, Election, Result
from scm_cli.model.session import Session
from scm_cli.model.turnout import Turnout, carries, is_there, turnout
from scm_cli.model.voting import vote_of

Side = Literal["yes", "no", "abstain"]
SIDES: Final[tuple[Side, ...]] = ("yes", "no", "abstain")

OddityKind = Literal[
    "too-many", "nobody-there", "no-quorum", "contradiction", "names-differ", "named-twice", "shared-vote",
    "excluded-voted", "not-there", "no-vote", "not-unanimous", "no-consensus", "lost", "tie", "no-votes",
    "stands-twice",
]  # fmt: skip


@dataclass(frozen=True)
class Ballot:
    """Whose votes there are for an agenda item.

    Args:
        turnout: the votes that were there; where nobody is entitled, nothing can be compared.
        voters: the vote that somebody there could cast, by key or name; a carried one by the key of its holder.
        seats: all votes of the group, by who holds them.
    """

    turnout: Turnout
    voters: Mapping[str, str]
    seats: Mapping[str, str]

    @property
    def entitled(self) -> int:
        """How many votes the group has; 0 where the register knows none."""
        return len(self.turnout.entitled)

    def castable(self, excluded: Iterable[str] = ()) -> int:
        """Return how many votes could be cast without those who took no part."""
        left_out = frozenset(excluded)
        return len({vote for name, vote in self.voters.items() if name not in left_out})

    def in_writing(self) -> "Ballot":
        """Return the ballot of a vote in writing: everybody entitled can vote, and a quorum asks who is present."""
        there = replace(self.turnout, present=self.turnout.entitled, carried=frozenset(), quorate=None)
        return Ballot(there, self.seats, self.seats)


def ballot(session: Session, item: Item | None, group: Group | None, seats: Mapping[str, str]) -> Ballot:
    """Return whose votes there are for an agenda item; in a written procedure those of all who are entitled.

    Args:
        session: with its attendance.
        item: the agenda item; None for the beginning of the session.
        group: with its quorum rule; None where its file cannot be read.
        seats: the votes of the group on the session's day (`voting_seats`).
    """
    there = [row for row in session.attendance if row.state == "present" and is_there(row, item, session)]
    voters = {key: seats[key] for row in there for key in carries(row) if key in seats}
    voters |= {row.who: vote for row in there if (vote := vote_of(row, seats))}
    made = Ballot(turnout(session, item, group, seats), voters, seats)
    return made.in_writing() if session.mode == "written" else made


def computed_result(decision: Decision, entitled: int = 0) -> Result | None:
    """Return whether a decision was carried by its votes; None where that cannot be computed.

    `simple` (also where nothing is said) is more yes than no: abstentions and invalid votes count for neither
    side, and a tie rejects (Rules of Procedure of the Bundestag § 48 (2); BGB § 32 (1) sentence 3 as read by the
    Federal Court of Justice, judgment of 25 January 1982, II ZR 164/81). A fraction such as 2/3 asks for that
    share of the same base, the yes and no votes: so the court reads the three quarters of „votes cast“ of
    BGB § 33 (1), and most rules of working groups follow it. `absolute` is more than half of all who are
    entitled, present or not (Basic Law Art. 121). `unanimous` is a yes without a no.

    Without counts only a vote that was stated to be unanimous or by consensus is carried, and not where an
    absolute majority is needed: how many agreed is not known then.

    Args:
        decision: with its votes and the majority it needs.
        entitled: how many votes there are in the group; 0 where that is not known.
    """
    if not decision.counted:
        agreed = decision.unanimous or decision.method == "consensus"
        return "carried" if agreed and decision.majority != "absolute" else None
    carried = _carried(decision.yes, decision.no, decision.majority or "simple", entitled)
    return None if carried is None else "carried" if carried else "rejected"


def _carried(yes: int | None, no: int | None, majority: str | int, entitled: int) -> bool | None:
    if majority == "absolute":
        return 2 * yes > entitled if yes is not None and entitled else None
    if yes is None or no is None:
        return None
    if majority == "simple":
        return yes > no
    if majority == "unanimous":
        return yes > 0 == no
    from fractions import Fraction

    return yes > 0 and yes >= Fraction(majority) * (yes + no)


def computed_elected(election: Election) -> str | None:
    """Return who is elected by more than half of the valid votes; None where nobody is, or that is not known.

    Whatever an election needs, more than half of the votes for two or more candidates is enough for it. Against a
    single candidate people vote no, which an election does not record: who won must be stated there.
    """
    votes = {one.name: one.votes for one in election.candidates}
    known = [count for count in votes.values() if count is not None]
    if len(votes) < 2 or len(known) < len(election.candidates):
        return None
    return next((name for name, count in votes.items() if 2 * (count or 0) > sum(known)), None)


@dataclass(frozen=True)
class Oddity:
    """One thing that is odd about a vote; `locale.votes.ODDITIES` has the sentence for its kind.

    Args:
        kind: what is odd.
        who: the key or name of the person it is about.
        other: the second person, or the result that was recorded.
        word: the result that was computed, or the side of a vote by name.
        rule: the majority that was needed, where it was stated.
        n: a number found.
        of: the number it is compared with.
    """

    kind: OddityKind
    who: str = ""
    other: str = ""
    word: str = ""
    rule: str = ""
    n: int = 0
    of: int = 0


def unexplained(value: Decision | Election, there: Ballot) -> list[Oddity]:
    """Return what is odd about a decision or election and not explained: any remark explains all of it."""
    return [] if value.remark else oddities(value, there)


def oddities(value: Decision | Election, there: Ballot) -> list[Oddity]:
    """Return everything that is odd about a decision or election as it was recorded."""
    if isinstance(value, Election):
        return [*_election(value, there)]
    return [*_decision(value, there.in_writing() if value.method == "written" else there)]


def _decision(value: Decision, there: Ballot) -> Iterator[Oddity]:
    votes = [count for count in (value.yes, value.no, value.abstain, value.invalid) if count is not None]
    decided = value.result in ("carried", "rejected") or (value.result is None and bool(votes))
    names = sum(len(getattr(value.by_name, side)) for side in SIDES)
    yield from _turnout(max(sum(votes), names), value.excluded, there, needs_quorum=decided)
    computed = computed_result(value, there.entitled)
    if value.counted and computed and value.result in ("carried", "rejected") and value.result != computed:
        yield Oddity("contradiction", word=computed, other=value.result, rule=str(value.majority or ""))
    against, agreed = _votes_of(value, "no"), _votes_of(value, "yes")
    if value.unanimous and against and (agreed or value.result != "rejected"):
        yield Oddity("not-unanimous", n=against)
    if value.method == "consensus" and against:
        yield Oddity("no-consensus", n=against)
    yield from _by_name(value, there)


def _votes_of(value: Decision, side: Side) -> int:
    """Return how many votes a side got, by its count or its names, whichever is more."""
    return max(getattr(value, side) or 0, len(getattr(value.by_name, side)))


def _turnout(votes: int, excluded: Iterable[str], there: Ballot, *, needs_quorum: bool) -> Iterator[Oddity]:
    """Find more votes than could be cast, and a vote without quorum."""
    if not there.entitled:
        return
    quorum_lacks = needs_quorum and there.turnout.quorate is False
    castable = there.castable(excluded)
    if not there.voters:
        if votes or quorum_lacks:
            yield Oddity("nobody-there")
        return
    if votes > castable:
        yield Oddity("too-many", n=votes, of=castable)
    if quorum_lacks:
        yield Oddity("no-quorum", n=len(there.turnout.present), of=there.entitled)


def _by_name(value: Decision, there: Ballot) -> Iterator[Oddity]:
    """Find what is odd about a vote by name; who only asked to be named leaves the other sides empty."""
    names = [name for side in SIDES for name in getattr(value.by_name, side)]
    for side in SIDES:
        named, count = len(getattr(value.by_name, side)), getattr(value, side)
        asked = named or (names and value.method == "roll-call")
        if asked and count is not None and named != count:
            yield Oddity("names-differ", word=side, n=named, of=count)
    for name, times in Counter(names).items():
        if times > 1:
            yield Oddity("named-twice", who=name)
    for name in dict.fromkeys(names):
        if name in value.excluded:
            yield Oddity("excluded-voted", who=name)
    if there.entitled:
        yield from _entitled(dict.fromkeys(names), there)


def _entitled(names: Iterable[str], there: Ballot) -> Iterator[Oddity]:
    """Find people who voted without being there, without a vote, or with a vote that somebody else cast."""
    cast: dict[str, str] = {}
    for name in names:
        vote = there.voters.get(name) or (name if name in there.turnout.castable else None)
        if vote is None:
            has_one = name in there.seats or name in there.turnout.entitled
            if there.voters or not has_one:
                yield Oddity("not-there" if has_one else "no-vote", who=name)
        elif vote in cast:
            yield Oddity("shared-vote", who=cast[vote], other=name)
        else:
            cast[vote] = name


def _election(value: Election, there: Ballot) -> Iterator[Oddity]:
    """Find what is odd about an election: one vote each, and most votes win, as far as they are known."""
    votes = [one.votes for one in value.candidates if one.votes is not None]
    cast = sum(votes) + (value.invalid or 0)
    yield from _turnout(cast, value.excluded, there, needs_quorum=bool(votes or value.elected))
    for name, times in Counter(one.name for one in value.candidates).items():
        if times > 1:
            yield Oddity("stands-twice", who=name)
    if value.elected and votes:
        yield from _won(value, value.elected)


def _won(value: Election, elected: str) -> Iterator[Oddity]:
    own = max((one.votes or 0 for one in value.candidates if one.name == elected), default=0)
    others = [one for one in value.candidates if one.name != elected and one.votes is not None]
    best = max(others, key=lambda one: one.votes or 0, default=None)
    if not own:
        yield Oddity("no-votes", who=elected)
    elif best and (best.votes or 0) >= own:
        yield Oddity("lost" if (best.votes or 0) > own else "tie", who=elected, other=best.name)


def sentence(oddity: Oddity, called: Callable[[str], str] = str) -> str:
    """Return in the interface's language what is odd; `called` gives the printed name of a key."""
    rule = word.MAJORITIES[oddity.rule]() if oddity.rule in word.MAJORITIES else word.MAJORITY(share=oddity.rule)
    return say.ODDITIES[oddity.kind](
        who=called(oddity.who),
        other=called(oddity.other),
        result=word.RESULTS[oddity.other]() if oddity.kind == "contradiction" else "",
        computed=word.RESULTS[oddity.word]() if oddity.kind == "contradiction" else "",
        side=say.SIDES[oddity.word]() if oddity.word in say.SIDES else "",
        rule=f" ({rule})" if oddity.rule else "",
        n=oddity.n,
        of=oddity.of,
    )
