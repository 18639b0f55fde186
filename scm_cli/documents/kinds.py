"""Which documents there are, what they are called, and what each of them is about."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from scm_cli.locale import documents as word
from scm_cli.model.agenda import Item
from scm_cli.model.fold import same
from scm_cli.model.outcomes import Decision
from scm_cli.query.rows import Source

DocumentKind = Literal[
    "protocol",
    "agenda",
    "invitation",
    "attendance-sheet",
    "short",
    "decision-extract",
    "item-extract",
    "decision-register",
    "task-list",
    "personal-extract",
    "reminder",
]
KINDS: Final[tuple[DocumentKind, ...]] = get_args(DocumentKind)
EXPORTED: Final[tuple[DocumentKind, ...]] = tuple(kind for kind in KINDS if kind != "reminder")
"""What `scm export` makes."""

OF_SELECTION: Final[frozenset[DocumentKind]] = frozenset(
    ["decision-register", "task-list", "personal-extract", "reminder"]
)
"""Made once over all the sessions chosen; every other document is made of one session."""

EXTRACTS: Final[frozenset[DocumentKind]] = frozenset(["decision-extract", "item-extract"])
"""A part of a protocol, which says nothing of the rest."""


def named(typed: str) -> DocumentKind | None:
    """Return the document with this name, in German or English, or None."""
    wanted = typed.strip()
    return next(
        (kind for kind in KINDS if any(same(wanted, name) for name in (kind, *word.DOCUMENTS[kind].both()))),
        next((kind for kind in KINDS if any(same(wanted, name) for name in word.ALSO.get(kind, ()))), None),
    )


@dataclass(frozen=True)
class Subject:
    """What one document is about.

    Args:
        kind: which document.
        sources: its session, or all sessions of a selection; one at least.
        item: of an extract.
        decision: of a decision's extract.
        person: the key of somebody whose tasks are listed.
        kept: the references of the outcomes that a register lists; None for all.
    """

    kind: DocumentKind
    sources: tuple[Source, ...]
    item: Item | None = None
    decision: Decision | None = None
    person: str = ""
    kept: frozenset[str] | None = None

    @property
    def last(self) -> Source:
        """The session, or the latest of several."""
        return max(self.sources, key=lambda one: (one.session.date, one.session.number))

    @property
    def part(self) -> str:
        """What tells this document from others of its kind and session, for the name of a file."""
        source = self.last
        if self.decision is not None:
            return f"b{source.session.number}-{self.decision.number}"
        return self.item.id if self.item is not None else self.person

    def lists(self, ref: str) -> bool:
        """Say whether an outcome belongs into a register."""
        return self.kept is None or ref in self.kept
