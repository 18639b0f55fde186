"""One decision or election wholly: as a page for people, as JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from scm_cli.archive.archive import Archive
from scm_cli.archive.format import complete
from scm_cli.archive.outcomes import Found
from scm_cli.archive.sources import source
from scm_cli.dates import show_day
from scm_cli.errors import NotFound, ScmError
from scm_cli.formats.pages import text_of
from scm_cli.formats.rows import document, jsonable
from scm_cli.locale import language
from scm_cli.locale import outcomes as say
from scm_cli.locale.keys import KEYS
from scm_cli.locale.words import VALUES
from scm_cli.model.numbering import tops
from scm_cli.model.outcomes import Decision, Election
from scm_cli.model.refs import parse_decision
from scm_cli.model.replacement import Replacements
from scm_cli.model.votes import Ballot, oddities, sentence
from scm_cli.notation.outcomes import vote_text
from scm_cli.query.outcomes import Place
from scm_cli.query.rows import Register, name_of

Fact = tuple[str, str]
"""A label and what stands behind it."""


def decision_document(archive: Archive, found: Found[Decision], known: Replacements, there: Ballot) -> str:
    """Return a decision as JSON: every key of the format, where it comes from, what follows from it."""
    value = {
        **_place(archive, found).values("B", found.value.number),
        **complete(found.value),
        "state": known.force(found.ref, found.value),
        "replaced_by": list(known.replaced_by.get(found.ref, ())),
        "earlier": known.earlier(found.ref),
        "later": known.later(found.ref),
        "oddities": [one.kind for one in oddities(found.value, there)],
        "internal": found.item.internal,
    }
    return document({name: jsonable(one) for name, one in value.items()})


def election_document(archive: Archive, found: Found[Election], there: Ballot) -> str:
    """Return an election as JSON: every key of the format, where it comes from, what is odd about it."""
    value = {
        **_place(archive, found).values("W", found.value.number),
        **complete(found.value),
        "oddities": [one.kind for one in oddities(found.value, there)],
        "internal": found.item.internal,
    }
    return document({name: jsonable(one) for name, one in value.items()})


def _place(archive: Archive, found: Found[Any]) -> Place:
    return Place(source(archive, found.stored), found.item, tops(found.stored.value.agenda)[found.item.id])


def decision_page(archive: Archive, found: Found[Decision], known: Replacements, there: Ballot) -> list[str]:
    """Return the lines of a decision's page: where, wording, vote, who, what it replaces and is replaced by."""
    value, force = found.value, known.force(found.ref, found.value)
    facts = [
        (KEYS["item"](), _origin(found)),
        *_texts(value, ("title", "text", "motion")),
        (say.VOTE(), vote_text(value, language())),
        *_texts(value, ("method", "majority", "by_name", "excluded", "moved_by"), archive.register),
        (say.FORCE(), VALUES[force]() if force else ""),
        (KEYS["replaces"](), _chain(archive, known.earlier(found.ref))),
        (say.REPLACED_BY(), _chain(archive, known.later(found.ref))),
        *_texts(value, ("remark",)),
        (say.ODD(), _odd(value, there, archive.register)),
    ]
    return list(_aligned(facts))


def election_page(archive: Archive, found: Found[Election], there: Ballot) -> list[str]:
    """Return the lines of an election's page: where, office, candidates, who was elected."""
    names = ("office", "candidates", "invalid", "excluded", "elected", "accepted", "remark")
    facts = [
        (KEYS["item"](), _origin(found)),
        *_texts(found.value, names, archive.register),
        (say.ODD(), _odd(found.value, there, archive.register)),
    ]
    return list(_aligned(facts))


def _texts(value: Decision | Election, names: Iterable[str], register: Register | None = None) -> Iterator[Fact]:
    for name in names:
        yield KEYS[name](), text_of(value, name, register or {})


def _aligned(facts: Iterable[Fact]) -> Iterator[str]:
    """Yield a line for every fact that is known, further lines of its text below it."""
    known = [fact for fact in facts if fact[1]]
    width = max(len(label) for label, _ in known)
    for label, text in known:
        for n, line in enumerate(text.split("\n")):
            yield f"{'' if n else label:<{width}}  {line}".rstrip()


def _origin(found: Found[Any]) -> str:
    """Return the item an outcome came from, and its session."""
    session = found.stored.value
    top = tops(session.agenda)[found.item.id]
    item = f"{top} {found.item.title}".strip()
    return say.ITEM_OF(item=item, session=found.stored.ref, day=show_day(session.date, language()))


def _odd(value: Decision | Election, there: Ballot, register: Register) -> str:
    return "\n".join(sentence(one, lambda key: name_of(key, register)) for one in oddities(value, there))


def _chain(archive: Archive, refs: Iterable[str]) -> str:
    """Return decisions one a line, with day, result and title; one that cannot be read by its reference alone."""
    return "\n".join(_link(archive, ref) for ref in refs)


def _link(archive: Archive, ref: str) -> str:
    parsed = parse_decision(ref)
    try:
        session = archive.session(parsed[0]).value if parsed else None
    except (FileNotFoundError, NotFound, ScmError):
        return ref
    for one in (decision for item in session.agenda for decision in item.decisions) if session and parsed else ():
        if parsed and one.number == parsed[1] and session:
            subject = one.title or " ".join(one.text.split())
            result = VALUES[one.result]() if one.result else ""
            return ", ".join(filter(None, (f"{ref} ({show_day(session.date, language())})", result, subject)))
    return ref
