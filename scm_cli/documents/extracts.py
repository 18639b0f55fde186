"""Extracts of a protocol and its short form: what their templates are given."""

from collections.abc import Iterator

from scm_cli.documents.values import (
    Values,
    decision_values,
    head_values,
    item_line,
    item_values,
    session_values,
    sign_values,
    treated,
)
from scm_cli.locale import protocol
from scm_cli.model.agenda import Item
from scm_cli.model.agenda_changes import family
from scm_cli.model.outcomes import Decision
from scm_cli.model.replacement import Replacements
from scm_cli.notation import items, outcomes
from scm_cli.notation.addenda import addendum
from scm_cli.notation.context import Printing
from scm_cli.notation.head import bullets, standing


def decision_extract_values(decision: Decision, item: Item, printing: Printing, known: Replacements) -> Values:
    """Return what the extract of one decision is made of; arguments are those of `decision_values`."""
    return {
        "head": head_values(printing, item),
        "decision": decision_values(decision, item, printing, known),
        "session": session_values(printing),
        "signatures": sign_values(printing),
    }


def item_extract_values(item: Item, printing: Printing) -> Values:
    """Return what the extract of one item is made of: the whole head, the item with its sub-items, addenda."""
    parts = list(treated(family(printing.session, item.id)))
    ids = {part.id for part in parts}
    blocks = [block for part in parts for block in items.item(part, printing)]
    return {
        "head": _head(printing),
        "item": item_values(item, printing),
        "body": "\n\n".join(blocks),
        "addenda": [addendum(one, printing) for one in printing.session.amendments if one.item in ids],
        "session": session_values(printing),
        "signatures": sign_values(printing),
    }


def short_values(printing: Printing) -> Values:
    """Return what the short form is made of: the items out of which something came, and that."""
    entries = [
        {"line": item_line(item, printing), "blocks": blocks}
        for item in treated(printing.session.agenda)
        if (blocks := list(_outcomes(item, printing)))
    ]
    return {
        "head": _head(printing),
        "items": entries,
        "addenda": [addendum(one, printing) for one in printing.session.amendments],
        "session": session_values(printing),
    }


def _outcomes(item: Item, printing: Printing) -> Iterator[str]:
    yield from (outcomes.decision(one, printing) for one in item.decisions)
    yield from (outcomes.election(one, printing) for one in item.elections)
    yield from (outcomes.task(one, printing) for one in item.tasks)


def _head(printing: Printing) -> list[list[str]]:
    """Return the head of the protocol, and last how far that is."""
    facts = [*bullets(printing), (protocol.STANDING.to(printing.lang), standing(printing))]
    return [[label, value] for label, value in facts]
