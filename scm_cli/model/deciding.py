"""What follows when a decision or election is recorded: counts of names, the result, nothing that nobody stated."""

from dataclasses import replace
from typing import Any, Final

from scm_cli.model.outcomes import Candidate, Decision, Election
from scm_cli.model.votes import SIDES, computed_elected, computed_result

COUNTS: Final = ("yes", "no", "abstain", "invalid")
_VOTE: Final = frozenset({"method", "unanimous", "by_name", "result", *COUNTS})
_DECIDES: Final = _VOTE | {"majority"}


def recorded(value: Decision, stated: frozenset[str], entitled: int) -> Decision:
    """Return a new decision with what follows from what was stated.

    Of whatever is recorded as decided without a word about a vote nobody voted: it was agreed by consensus.

    Args:
        value: the decision with what was stated.
        stated: the fields that were stated.
        entitled: how many votes there are in the group; 0 where that is not known.
    """
    if not stated & _VOTE:
        value = replace(value, method="consensus")
    return _with_result(_counted(value, stated), stated, entitled)


def changed(before: Decision, value: Decision, stated: frozenset[str], entitled: int) -> Decision:
    """Return a changed decision with what follows from what was stated of its vote.

    Counts that are stated later replace a consensus or unanimity that was stated without counts.

    Args:
        before: the decision as it was.
        value: the decision with what was stated.
        stated: the fields that were stated or taken away.
        entitled: how many votes there are in the group; 0 where that is not known.
    """
    if stated & set(COUNTS) and not before.counted and value.counted:
        gone: dict[str, Any] = {"unanimous": False} if "unanimous" not in stated else {}
        if value.method == "consensus" and "method" not in stated:
            gone["method"] = None
        value = replace(value, **gone)
    if not stated & _DECIDES:
        return value
    return _with_result(_counted(value, stated), stated, entitled)


def _counted(value: Decision, stated: frozenset[str]) -> Decision:
    """Return a decision whose votes by name are counted where nothing else counts them.

    Who only asked to be named against a decision is no roll call: that has somebody in favour, or is called one.
    """
    names = value.by_name
    if "by_name" not in stated or value.counted or not (names.yes or value.method == "roll-call"):
        return value
    counts: dict[str, Any] = {side: len(getattr(names, side)) for side in SIDES}
    method = value.method if "method" in stated else "roll-call"
    return replace(value, method=method, **counts)


def _with_result(value: Decision, stated: frozenset[str], entitled: int) -> Decision:
    """Return a decision with its computed result; what was stated, and what is neither of the two results, stays."""
    if "result" in stated or value.result not in (None, "carried", "rejected"):
        return value
    return replace(value, result=computed_result(value, entitled) or value.result)


def elected(value: Election, stated: frozenset[str]) -> Election:
    """Return an election with who is elected where the votes say so, and with that person among the candidates.

    Args:
        value: the election with what was stated.
        stated: the fields that were stated or taken away.
    """
    if value.elected is None and "elected" not in stated and "candidates" in stated:
        value = replace(value, elected=computed_elected(value))
    names = [one.name for one in value.candidates]
    if value.elected and names and value.elected not in names:
        value = replace(value, candidates=(*value.candidates, Candidate(name=value.elected)))
    return value
