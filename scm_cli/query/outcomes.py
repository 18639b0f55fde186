"""Rows of decisions and elections: the register over all sessions."""

from collections.abc import Iterator
from typing import NamedTuple

from scm_cli.model.agenda import Item
from scm_cli.model.outcomes import Candidate, Decision, Election
from scm_cli.model.replacement import Replacements
from scm_cli.query.rows import Facts, Register, Row, Source, facts, name_of


class Place(NamedTuple):
    """The agenda item that something came out of.

    Args:
        source: its session.
        item: the item.
        top: its number.
    """

    source: Source
    item: Item
    top: str

    def values(self, letter: str, number: int) -> dict[str, object]:
        """Return where an outcome comes from, by field."""
        return {
            "ref": self.source.ref.outcome(letter, number),
            "session": str(self.source.ref),
            "date": self.source.session.date,
            "number": number,
            "item": self.source.ref.item(self.item.id),
            "top": self.top or None,
            "item_title": self.item.title,
        }

    def facts(self, shared: Facts, title: str | None, texts: tuple[str | None, ...]) -> Facts:
        """Return what filters look at: titles and texts are the outcome's own, not those of the whole session."""
        titles = (self.source.session.title, self.item.title, title)
        text = "\n".join(filter(None, (self.item.title, title, *texts)))
        return shared.about(tuple(filter(None, titles)), text)


def places(source: Source) -> Iterator[Place]:
    """Yield the agenda items of a session in order."""
    numbered = source.tops
    for item in source.session.agenda:
        yield Place(source, item, numbered[item.id])


def decision_rows(source: Source, known: Replacements) -> list[Row]:
    """Return the rows of a session's decisions in order.

    Args:
        source: the session.
        known: what the decisions of all sessions replace.
    """
    if not any(item.decisions for item in source.session.agenda):
        return []
    shared = facts(source)
    return [
        _decision_row(place, decision, shared, known) for place in places(source) for decision in place.item.decisions
    ]


def _decision_row(place: Place, decision: Decision, shared: Facts, known: Replacements) -> Row:
    values = decision_values(place, decision, known)
    own = place.facts(shared, decision.title, (decision.text, decision.motion, decision.remark))
    return Row(values, (own,), state=str(values["state"] or ""), internal=place.item.internal)


def decision_values(place: Place, decision: Decision, known: Replacements) -> dict[str, object]:
    """Return what lists and pages show of a decision, by field."""
    register = place.source.register
    ref = place.source.ref.outcome("B", decision.number)
    return {
        **place.values("B", decision.number),
        "subject": decision.title or " ".join(decision.text.split()),
        "title": decision.title,
        "text": decision.text,
        "motion": decision.motion,
        "moved_by": name_of(decision.moved_by, register) if decision.moved_by else None,
        "method": decision.method,
        "votes": short_votes(decision),
        "yes": decision.yes,
        "no": decision.no,
        "abstain": decision.abstain,
        "invalid": decision.invalid,
        "unanimous": decision.unanimous,
        "yes_by": [name_of(name, register) for name in decision.by_name.yes],
        "no_by": [name_of(name, register) for name in decision.by_name.no],
        "abstain_by": [name_of(name, register) for name in decision.by_name.abstain],
        "majority": decision.majority,
        "excluded": [name_of(name, register) for name in decision.excluded],
        "result": decision.result,
        "state": known.force(ref, decision),
        "replaces": decision.replaces,
        "replaced_by": list(known.replaced_by.get(ref, ())),
        "remark": decision.remark,
        "internal": place.item.internal,
    }


def related(row: Row, known: Replacements) -> Row:
    """Return a decision's row with what the decisions of all sessions say of it.

    Args:
        row: made without knowing other sessions.
        known: what the decisions of all sessions replace.
    """
    ref, decision = row.values["ref"], Decision(number=row.values["number"], text="", result=row.values["result"])
    state = known.force(ref, decision)
    values = {**row.values, "state": state, "replaced_by": list(known.replaced_by.get(ref, ()))}
    return row._replace(values=values, state=state or "")


def short_votes(decision: Decision) -> str | None:
    """Return votes as they are typed, `3/1/1`: yes, no, abstentions, invalid; None where none were counted."""
    if not decision.counted:
        return None
    counts = [decision.yes, decision.no, decision.abstain, decision.invalid]
    while counts and counts[-1] is None:
        counts.pop()
    return "/".join("–" if count is None else str(count) for count in counts)


def election_rows(source: Source) -> list[Row]:
    """Return the rows of a session's elections in order."""
    if not any(item.elections for item in source.session.agenda):
        return []
    shared = facts(source)
    return [_election_row(place, election, shared) for place in places(source) for election in place.item.elections]


def _election_row(place: Place, election: Election, shared: Facts) -> Row:
    values = election_values(place, election)
    names = tuple(name_of(one.name, place.source.register) for one in election.candidates)
    own = place.facts(shared, election.office, (*names, election.remark))
    return Row(values, (own,), state=str(values["state"]), internal=place.item.internal)


def election_values(place: Place, election: Election) -> dict[str, object]:
    """Return what lists and pages show of an election, by field."""
    register = place.source.register
    return {
        **place.values("W", election.number),
        "office": election.office,
        "candidates": [candidate_text(one, register) for one in election.candidates],
        "invalid": election.invalid,
        "excluded": [name_of(name, register) for name in election.excluded],
        "elected": name_of(election.elected, register) if election.elected else None,
        "accepted": election.accepted,
        "state": "elected" if election.elected else "open",
        "remark": election.remark,
        "internal": place.item.internal,
    }


def candidate_text(candidate: Candidate, register: Register) -> str:
    """Return a candidate with the votes: `Anna Beispiel 5`."""
    name = name_of(candidate.name, register)
    return name if candidate.votes is None else f"{name} {candidate.votes}"
