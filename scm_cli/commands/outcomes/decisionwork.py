"""What `scm decision` says and looks up: who is named, what is replaced, what changed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scm_cli.commands.desk import Desk
from scm_cli.commands.options import Writing
from scm_cli.commands.outcomes.decision_fields import VoteFields
from scm_cli.commands.saying import edited, told
from scm_cli.errors import Conflict
from scm_cli.locale import language
from scm_cli.locale import outcomes as say
from scm_cli.locale.keys import KEYS
from scm_cli.locale.words import VALUES

if TYPE_CHECKING:
    from scm_cli.archive.outcomes import Found
    from scm_cli.archive.resolve import Resolver
    from scm_cli.model.outcomes import Decision

_VOTE = frozenset({"yes", "no", "abstain", "invalid", "result", "method", "unanimous"})


def names_in(decision: "Decision") -> list[str]:
    """Return every key and name that a decision holds."""
    by_name = decision.by_name
    mover = [decision.moved_by] if decision.moved_by else []
    return [*decision.excluded, *mover, *by_name.yes, *by_name.no, *by_name.abstain]


def replaced(own: Desk, resolver: "Resolver", ref: str, typed: str | None) -> dict[str, str]:
    """Return the full reference of the decision that another one replaces; warn where that was not in force.

    Raises:
        NotFound: there is none.
        Conflict: the decision would replace itself in the end.
    """
    from scm_cli.archive.outcomes import DECISION, find_outcome
    from scm_cli.archive.replacing import all_replacements

    if not typed:
        return {}
    found, known = find_outcome(resolver, typed, DECISION), all_replacements(resolver.archive)
    if known.closes_circle(ref, found.ref):
        refused = say.REPLACES_ITSELF(ref=ref, other=found.ref)
        raise Conflict(refused, say.REPLACES_ITSELF_REMEDY(ref=found.ref))
    others = [one for one in known.replaced_by.get(found.ref, ()) if one != ref]
    if others:
        own.terminal.warn(say.ALREADY_REPLACED(ref=found.ref, by=", ".join(others)))
    elif found.value.result not in ("carried", None):
        own.terminal.warn(say.NOT_IN_FORCE(ref=found.ref, result=VALUES[found.value.result]()))
    return {"replaces": found.ref}


def fields_to_clear(typed: Iterable[str], vote: VoteFields) -> list[str]:
    """Return the fields to take away: `votes` means all counts, and `--open` means the result."""
    from scm_cli.model.deciding import COUNTS

    names = [name.replace("-", "_") for name in typed] + (["result"] if vote.open_ else [])
    return [one for name in names for one in (COUNTS if name == "votes" else [name])]


def tell_recorded(own: Desk, how: Writing, ref: str, made: "Decision", path: str) -> None:
    """Say that a decision was recorded, with its votes and result as far as there are any."""
    from scm_cli.notation.outcomes import vote_text

    vote = vote_text(made, language())
    told(own, how, say.RECORDED if vote else say.RECORDED_OPEN, what=say.DECISION(ref=ref), vote=vote, path=path)


def tell_edited(
    own: Desk, how: Writing, found: "Found[Decision]", made: "Decision", fields: list[str], path: str
) -> None:
    """Say which fields of a decision changed, and how it stands now where its vote did."""
    from scm_cli.notation.outcomes import vote_text

    what = say.DECISION(ref=found.ref)
    vote = vote_text(made, language()) if _VOTE & set(fields) else ""
    if vote:
        names = ", ".join(KEYS[name]() for name in fields)
        told(own, how, say.CHANGED, what=what, fields=names, vote=vote, path=path)
    else:
        edited(own, how, what, fields, path)
