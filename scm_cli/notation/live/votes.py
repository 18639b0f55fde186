"""How a decision's line begins: votes and result, read as the protocol's own labels are."""

import re
from collections.abc import Iterator
from typing import Final

from scm_cli.errors import UsageFault
from scm_cli.locale import live as say
from scm_cli.locale import minutes
from scm_cli.locale import protocol as word
from scm_cli.model.kinds import LARGEST
from scm_cli.model.outcomes import Decision
from scm_cli.notation.inline import closing
from scm_cli.notation.live.room import Room
from scm_cli.notation.reading import details

_LONGEST: Final = 9
"""So many words can stand before a wording: `3 Ja, 1 Nein, 1 Enthaltung, 0 ungültig: angenommen`."""

_AGREED: Final = ("unan", "cons", *minutes.CONSENSUS, *minutes.UNANIMOUS, *word.BY_CONSENSUS.both())
_RESULTS: Final = frozenset(one.split()[0].casefold() for text in word.RESULTS.values() for one in text.both())
_WITHOUT: Final = _RESULTS | {one.split()[0].casefold() for one in _AGREED}
_SHORT: Final = {"unan": "unanimous", "cons": "consensus"}


def decision(rest: str, room: Room) -> Decision:
    """Return the decision a line describes, with the number 0.

    Args:
        rest: votes and wording, such as `3/1/1 WORTLAUT`, `einst angenommen: WORTLAUT`, or in parentheses
            everything a label of the protocol may say, `(3 Ja, 1 Nein; geheim) WORTLAUT`.
        room: the session.

    Raises:
        UsageFault: no votes stand before the wording, or nothing stands behind them.
    """
    made = _in_parentheses(rest, room) if rest.startswith("(") else _in_front(rest, room)
    if made is None:
        raise UsageFault(say.NO_VOTES(), say.NO_VOTES_REMEDY())
    most = max((made.yes or 0, made.no or 0, made.abstain or 0, made.invalid or 0))
    if most > LARGEST:
        raise UsageFault(say.TOO_MANY_VOTES(n=most))
    if not made.text:
        raise UsageFault(say.NO_WORDING(), say.NO_VOTES_REMEDY())
    return made


def _in_parentheses(rest: str, room: Room) -> Decision | None:
    """Return a decision whose label stands in parentheses; raises `UsageFault` with what is wrong in them."""
    close = closing(rest, 0)
    if close < 0:
        return None
    reader = room.reader
    made = details.decision(rest[1:close], Decision(number=0, text=_wording(rest[close + 1 :])), 0, reader)
    if reader.faults.problems:
        first = reader.faults.problems[0]
        raise UsageFault(f"{first.key} {first.found}", first.allowed)
    return made


def _in_front(rest: str, room: Room) -> Decision | None:
    """Return a decision with as many words before its wording as make sense as votes; None where none do."""
    for front, wording in _fronts(rest):
        reader = room.reader
        made = details.decision(front, Decision(number=0, text=_wording(wording)), 0, reader)
        if not reader.faults.problems and not made.excluded and not made.moved_by:
            return made
    return None


def _fronts(rest: str) -> Iterator[tuple[str, str]]:
    """Yield how a line may be divided into votes and wording, most words before it first.

    Votes begin with a number or a word such as `kons`. Wordings begin with a capital, so that `abgelehnt`
    belongs to the votes and `Abgelehnte Anträge …` to the wording.
    """
    tokens = list(re.finditer(r"\S+", rest))
    first = tokens[0][0].rstrip(":,").casefold() if tokens else ""
    if not (first[:1].isdigit() or first in _WITHOUT):
        return
    for count in range(min(len(tokens), _LONGEST), 0, -1):
        front = rest[: tokens[count - 1].end()]
        if ";" in front or (count > 1 and _begins_sentence(tokens[count - 1][0])):
            continue
        yield (
            re.sub(r"^\S+?(?=[:,]?(?:\s|$))", lambda _: _SHORT.get(first, first), front).rstrip(":,"),
            rest[tokens[count - 1].end() :],
        )


def _begins_sentence(token: str) -> bool:
    """Say whether a word is a result with a capital, which belongs to the wording."""
    return token[:1].isupper() and token.rstrip(":,").casefold() in _RESULTS


def _wording(text: str) -> str:
    return re.sub(r"^\s*:?\s*", "", text).strip()
