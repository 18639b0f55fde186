"""Which decision replaces which, followed both ways over all sessions and groups."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from scm_cli.model import codes
from scm_cli.model.outcomes import Decision
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session

Force = codes.Force
Link = tuple[str, str, bool]
"""A decision, the one it is to replace, and whether it was carried."""
FORCES: Final = codes.FORCES


@dataclass(frozen=True)
class Replacements:
    """Decisions by their full references: what each replaces, and by which it is replaced.

    Args:
        replaces: the decision that a decision is to replace.
        replaced_by: the decisions that do replace one: those that were carried.
    """

    replaces: Mapping[str, str]
    replaced_by: Mapping[str, tuple[str, ...]]

    def earlier(self, ref: str) -> list[str]:
        """Return what a decision replaces, what that one replaced, and so on; a circle ends where it began."""
        found: list[str] = []
        while (ref := self.replaces.get(ref, "")) and ref not in found:
            found.append(ref)
        return found

    def later(self, ref: str) -> list[str]:
        """Return by what a decision is replaced, by what that one is, and so on; a circle ends where it began."""
        found: list[str] = []
        waiting = list(self.replaced_by.get(ref, ()))
        while waiting:
            one = waiting.pop(0)
            if one not in found:
                found.append(one)
                waiting += self.replaced_by.get(one, ())
        return found

    def in_circle(self, ref: str) -> bool:
        """Say whether a decision replaces itself in the end."""
        return ref in self.earlier(ref)

    def closes_circle(self, ref: str, replaced: str) -> bool:
        """Say whether a decision would replace itself in the end if it replaced another one."""
        return ref == replaced or ref in self.earlier(replaced)

    def force(self, ref: str, decision: Decision) -> Force | None:
        """Return whether a decision is in force: `open` without a result, None where it was not carried."""
        if decision.result is None:
            return "open"
        if decision.result != "carried":
            return None
        return "replaced" if self.replaced_by.get(ref) else "in-force"


def replacements(sessions: Iterable[tuple[SessionRef, Session]]) -> Replacements:
    """Return what the decisions of all sessions replace."""
    return linked(link for ref, session in sessions for link in links(ref, session))


def links(session_ref: SessionRef, session: Session) -> Iterator[Link]:
    """Yield which decisions of a session are to replace which, in order."""
    for decision in (one for item in session.agenda for one in item.decisions if one.replaces):
        yield session_ref.outcome("B", decision.number), decision.replaces or "", decision.result == "carried"


def linked(found: Iterable[Link]) -> Replacements:
    """Return what decisions replace, from the links of all sessions in order."""
    replaces: dict[str, str] = {}
    replaced_by: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for ref, other, carried in found:
        replaces[ref] = other
        if carried:
            replaced_by[other] += (ref,)
    return Replacements(replaces, dict(replaced_by))
