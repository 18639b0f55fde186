"""Where what is wrong with sessions can be: what an index keeps of each, so that only few have to be looked at."""

import json
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from scm_cli.model.attendance_oddities import says_anything
from scm_cli.model.references import references
from scm_cli.model.refs import parse_decision, parse_session
from scm_cli.model.replacement import Link, linked
from scm_cli.query.compact import compact
from scm_cli.query.rows import Source

WRONG: Final = 1
"""Something in its own file is wrong: it names nobody in the register, lacks a seal, or a merge was left unfinished."""
SEALED: Final = 2
"""It is to be compared with its seal."""
ATTENDED: Final = 4
"""What it says of attendance is to be compared with the register."""
_KINDS: Final = ("session", "item", "decision", "file")


class Lead(NamedTuple):
    """What of a session may be wrong.

    Args:
        flags: what may be wrong by itself.
        ids: of its agenda items, with blanks between them.
        decisions: the numbers of its decisions.
        session, item, decision, file: the references it makes to each of these.
    """

    flags: int
    ids: str
    decisions: list[int]
    session: list[str]
    item: list[str]
    decision: list[str]
    file: list[str]


def written(source: Source, *, marked: bool) -> str:
    """Return what is kept of a session.

    Args:
        source: the session; whom it names is looked up in the register.
        marked: whether a merge left its marks in the file.
    """
    session, register = source.session, source.register
    named: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    wrong = marked or (session.seal is None and session.status in ("final", "approved"))
    for reference in references(session):
        if reference.kind == "person":
            wrong = reference.value not in register or wrong
        else:
            named[reference.kind].append(reference.value)
    flags = WRONG * wrong | SEALED * (session.seal is not None) | ATTENDED * says_anything(session)
    numbers = [one.number for item in session.agenda for one in item.decisions]
    ids = " ".join(item.id for item in session.agenda)
    return compact([flags, ids, numbers, *named.values()])


def read(rows: Iterable[tuple[str, str]]) -> dict[str, Lead]:
    """Return what was kept by the references of sessions; raises `ValueError` where it was not."""
    found = list(rows)
    kept: Iterable[Any] = json.loads(f"[{','.join(written for _, written in found)}]")
    return {ref: Lead(*parts) for (ref, _), parts in zip(found, kept, strict=True)}


def suspects(
    leads: Mapping[str, Lead], refs: Container[str], links: Iterable[Link], is_there: Callable[[str], bool]
) -> Iterator[str]:
    """Yield the references of all sessions with which something is wrong, and of some others.

    Not of those whose seal or attendance may be wrong, nor of those whose number is.

    Args:
        leads: what is kept of all sessions, by reference.
        refs: the references of all sessions that have a file.
        links: which decisions are to replace which.
        is_there: says whether the archive has the file of an attachment.
    """
    carried = Counter(item for lead in leads.values() if lead.item for item in lead.item)
    for ref, lead in leads.items():
        if (
            lead.flags & WRONG
            or (lead.session and not all(one in refs for one in lead.session))
            or (lead.item and not all(carried[one] == 1 and _holds(leads, one) for one in lead.item))
            or (lead.decision and not all(_decided(leads, one) for one in lead.decision))
            or (lead.file and not all(map(is_there, lead.file)))
        ):
            yield ref
    known = linked(links)
    for one in filter(known.in_circle, known.replaces):
        if found := parse_decision(one):
            yield str(found[0])


def _holds(leads: Mapping[str, Lead], item: str) -> bool:
    session, _, name = item.partition("#")
    found = leads.get(session) if parse_session(session) else None
    return found is not None and name in found.ids.split(" ")


def _decided(leads: Mapping[str, Lead], decision: str) -> bool:
    found = parse_decision(decision)
    lead = leads.get(str(found[0])) if found else None
    return found is not None and lead is not None and found[1] in lead.decisions
