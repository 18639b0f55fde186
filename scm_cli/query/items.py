"""Rows of agenda items: what a list shows of them, and all that an import takes back."""

from datetime import time
from typing import Any

from scm_cli.model.agenda import Item
from scm_cli.model.outcomes import Party
from scm_cli.model.table import Named
from scm_cli.model.timing import timing
from scm_cli.query.rows import Facts, Row, Source, facts, party_name


def item_rows(source: Source) -> list[Row]:
    """Return the rows of a session's agenda items in order."""
    session, shared = source.session, (facts(source),)
    numbered, starts = source.tops, timing(session).starts
    return [_item_row(item, numbered[item.id], starts.get(item.id), source, shared) for item in session.agenda]


def _item_row(item: Item, top: str, starts: time | None, source: Source, shared: tuple[Facts, ...]) -> Row:
    values = {
        "ref": source.ref.item(item.id),
        "session": str(source.ref),
        "date": source.session.date,
        "id": item.id,
        "top": top or None,
        "level": item.level,
        "title": item.title,
        "kind": item.kind,
        "state": item.state,
        "presenters": [party_name(party, source.register) for party in item.presenters],
        "presented_by": [_party(party) for party in item.presenters],
        "minutes_planned": item.minutes_planned,
        "starts": starts,
        "began": item.began,
        "ended": item.ended,
        "internal": item.internal,
        "public_title": item.public_title,
        "purpose": item.purpose,
        "about": item.about,
        "from": item.from_,
        "notes": item.notes,
        "decisions": len(item.decisions),
        "tasks": len(item.tasks),
    }
    kind = (item.kind,) if item.kind else ()
    return Row(values, shared, kind=kind, state=item.state, internal=item.internal)


def _party(party: Party) -> Any:
    """Return somebody exactly as a file names them: by key, or with name and organisation."""
    if not isinstance(party, Named):
        return party
    named = {"name": party.name, "organisation": party.organisation}
    return {name: value for name, value in named.items() if value}
