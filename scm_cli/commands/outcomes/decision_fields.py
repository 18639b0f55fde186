"""The options of `scm decision add` and `edit`, and what they say about a decision."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scm_cli.archive.typed import apply
from scm_cli.commands.complete import attendees, decisions
from scm_cli.commands.options import FieldOptions, Options, option_set
from scm_cli.commands.outcomes.votework import People, Stated
from scm_cli.errors import UsageFault
from scm_cli.locale import help_decision as help_
from scm_cli.locale import outcomes as say
from scm_cli.locale import usage
from scm_cli.locale.words import code

if TYPE_CHECKING:
    from scm_cli.model.outcomes import Decision

METHOD = "consensus|hands|roll-call|secret|written"
RESULT = "carried|rejected|withdrawn|deferred|referred|noted"
Names = list[str] | None


def _names(name: str, text: str) -> Any:
    return typer.Option(name, metavar="NAME", help=text, autocompletion=attendees)


@option_set(frozen=True)
class VoteFields(Options):
    """How it was voted: in short, by counts, by names."""

    votes: Annotated[str, typer.Option("--votes", "-v", metavar="3/1/1", help=help_.VOTES())] = ""
    consensus: Annotated[bool, typer.Option("--consensus", "-c", help=help_.CONSENSUS())] = False
    unanimous: Annotated[bool, typer.Option("--unanimous", "-u", help=help_.UNANIMOUS())] = False
    open_: Annotated[bool, typer.Option("--open", help=help_.OPEN())] = False
    yes_by: Annotated[Names, _names("--yes-by", help_.YES_BY())] = None
    no_by: Annotated[Names, _names("--no-by", help_.NO_BY())] = None
    abstain_by: Annotated[Names, _names("--abstain-by", help_.ABSTAIN_BY())] = None

    @property
    def given(self) -> list[str]:
        """The names of the options that were typed."""
        known = ("votes", "consensus", "unanimous", "open_", "yes_by", "no_by", "abstain_by")
        return [name for name in known if getattr(self, name)]

    def stated(self, people: People, before: "Decision") -> dict[str, Any]:
        """Return the fields these options give; raises `UsageFault` where votes are not understood."""
        from scm_cli.model.outcomes import ByName

        found: dict[str, Any] = _votes(self.votes) if self.votes else {}
        if self.consensus:
            found["method"] = "consensus"
        if self.unanimous:
            found["unanimous"] = True
        sides = {"yes": self.yes_by, "no": self.no_by, "abstain": self.abstain_by}
        named = {side: people.many(typed) for side, typed in sides.items() if typed}
        if named:
            kept = {side: getattr(before.by_name, side) for side in sides}
            found["by_name"] = apply(ByName(), kept | named, people.resolver.today)
        return found


def _votes(typed: str) -> dict[str, Any]:
    from scm_cli.notation.reading.details import vote

    found = vote(typed.strip())
    if not found:
        raise UsageFault(say.NO_VOTES(value=typed), say.NO_VOTES_REMEDY())
    return found


@option_set(frozen=True)
class DecisionFields(FieldOptions):
    """What a session says of a decision besides the vote in short."""

    yes: Annotated[str, typer.Option("--yes", metavar="N", help=help_.YES())] = ""
    no: Annotated[str, typer.Option("--no", metavar="N", help=help_.NO())] = ""
    abstain: Annotated[str, typer.Option("--abstain", metavar="N", help=help_.ABSTAIN())] = ""
    invalid: Annotated[str, typer.Option("--invalid", metavar="N", help=help_.INVALID())] = ""
    method: Annotated[str, typer.Option("--method", metavar=METHOD, help=help_.METHOD())] = ""
    result: Annotated[str, typer.Option("--result", metavar=RESULT, help=help_.RESULT())] = ""
    majority: Annotated[
        str, typer.Option("--majority", metavar="simple|absolute|2/3|unanimous", help=help_.MAJORITY())
    ] = ""
    excluded: Annotated[Names, _names("--excluded", help_.EXCLUDED())] = None
    moved_by: Annotated[
        str, typer.Option("--moved-by", metavar="NAME", help=help_.MOVED_BY(), autocompletion=attendees)
    ] = ""
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help=help_.TITLE())] = ""
    motion: Annotated[str, typer.Option("--motion", metavar="TEXT", help=help_.MOTION())] = ""
    replaces: Annotated[
        str, typer.Option("--replaces", metavar="DECISION", help=help_.REPLACES(), autocompletion=decisions)
    ] = ""
    remark: Annotated[str, typer.Option("--remark", metavar="TEXT", help=help_.REMARK())] = ""

    def resolved(self, people: People) -> dict[str, Any]:
        """Return what was typed: people by key where the register has them, words as codes."""
        found = self.given()
        if "majority" in found:
            found["majority"] = code(found["majority"], ("simple", "absolute", "unanimous", "2/3", "3/4"))
        if "moved_by" in found:
            found["moved_by"] = people.one(found["moved_by"])
        if "excluded" in found:
            found["excluded"] = people.many(found["excluded"])
        return found


def stated(
    vote: VoteFields, rest: DecisionFields, people: People, before: "Decision", clear: Iterable[str] = ()
) -> Stated:
    """Return all that was typed of a decision.

    Raises:
        UsageFault: options contradict each other or are not understood.
        Ambiguous: several people could be meant.
    """
    _together(vote, rest)
    found = vote.stated(people, before) | rest.resolved(people)
    fields = {*found, *clear, *(["result"] if vote.open_ else [])}
    return Stated(found, frozenset(fields))


def _together(vote: VoteFields, rest: DecisionFields) -> None:
    """Raise `UsageFault` where two options say the same thing differently."""
    counts = [name for name in ("yes", "no", "abstain", "invalid") if getattr(rest, name)]
    others = (
        [name for name in vote.given if name != "open_"]
        + counts
        + [n for n in ("method", "result") if getattr(rest, n)]
    )
    named = {
        "votes": counts,
        "consensus": [*(["unanimous"] if vote.unanimous else []), *(["method"] if rest.method else [])],
        "open_": others,
    }
    for one, against in named.items():
        if getattr(vote, one) and against:
            first, second = (f"--{name.strip('_').replace('_', '-')}" for name in (one, against[0]))
            raise UsageFault(usage.TOGETHER(one=first, other=second), say.ALL_IN_VOTES() if one == "votes" else "")
