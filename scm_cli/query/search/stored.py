"""The passages of a session as an index keeps them, and which texts a search has no need to look at."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import groupby

from scm_cli.model.fold import coarse, coarse_part
from scm_cli.model.refs import SessionRef
from scm_cli.query.passages import Passage
from scm_cli.query.search.keys import one_line
from scm_cli.query.search.page import Page
from scm_cli.query.search.terms import Query


def written(session: SessionRef, passages: Iterable[Passage]) -> str:
    """Return the passages of a session as JSON: what neighbours share stands once."""
    shared = groupby(passages, lambda one: (one.item, one.top, one.ref, one.internal))
    places = [[*place, [part for one in same for part in (one.field, one_line(one.text))]] for place, same in shared]
    return _encoder()([session.group, session.number, places])


@cache
def _encoder() -> Callable[[object], str]:
    import json

    return json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def read(kept: str) -> list[Passage]:
    """Return passages as they were kept; raises `ValueError` where they were not."""
    import json

    group, number, places = json.loads(kept)
    session = SessionRef(group, number)
    return [
        Passage(session, item, top, field, ref, text, internal)
        for item, top, ref, internal, parts in places
        for field, text in zip(parts[::2], parts[1::2], strict=True)
    ]


def coarse_page(passages: Iterable[Passage]) -> str:
    """Return a key of passages, a line each, in which `coarse_terms` of any query that they answer are found."""
    return coarse(Page([one.text for one in passages]).plain)


def coarse_terms(query: Query) -> list[str]:
    """Return what the key of every session holds that answers a query; fewer than its words where any key may."""
    return [key for term in query.wanted if (key := coarse_part(term.plain))]
