"""Where in a session something was found: the smallest places in which all words stand, as rows with a rank."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from scm_cli.query.passages import Passage
from scm_cli.query.rows import Facts, Row
from scm_cli.query.search.page import Page
from scm_cli.query.search.snippets import Snippet, snippet, together, uncut
from scm_cli.query.search.terms import Query, Term

WEIGHTS: Final = {"title": 3, "public_title": 3, "decision": 2, "motion": 2, "election": 2, "task": 2, "amendment": 2}
"""How much a hit in a field counts; in all others 1."""
NEARER: Final = 1000
"""How much more a place counts than the next larger one: more than any sum of hits."""
_KINDS: Final = {"B": "decision", "W": "election", "A": "task"}
_KIND: Final = {kind: (kind,) for kind in ("session", "item", *_KINDS.values())}
Shown = tuple[tuple[str, tuple[Term, ...]], ...]
"""Texts, each with the terms that it shows."""


class Text(NamedTuple):
    """A passage as a query sees it.

    Args:
        passage: the passage.
        points: how well each wanted word is met, in the query's order; 0 where it is not.
        unwanted: whether it holds a word that may not be found.
    """

    passage: Passage
    points: tuple[int, ...]
    unwanted: bool


class Place(NamedTuple):
    """Some texts of a session in which all words stand.

    Args:
        of: the first passage of the place itself.
        texts: all in which a word stands.
        nearness: 3 for one outcome, title and notes of an item, or the head; 2 for an item with its outcomes; 1 for
            an item with the session's head; 0 for texts all over the session.
    """

    of: Passage
    texts: tuple[Text, ...]
    nearness: int

    @property
    def best(self) -> tuple[Text, ...]:
        """For each word the text that shows it best, the first of several."""
        words = range(len(self.texts[0].points))
        return tuple([max(self.texts, key=lambda text: text.points[n]) for n in words])

    def score(self, best: tuple[Text, ...]) -> int:
        """Return the rank by the best texts; higher is better, and says something within one search only."""
        return self.nearness * NEARER + sum([text.points[n] for n, text in enumerate(best)])


def rows(page: Page, facts: Callable[[], Facts], query: Query) -> list[Row]:
    """Return a row for each place of a session that answers a query, in reading order.

    Args:
        page: the session's passages.
        facts: makes what the filters look at, where there is a row.
        query: what is looked for.
    """
    answering = places(page, query)
    shared = facts() if answering else None
    return [_row(place, page, shared, query) for place in answering] if shared else []


def places(page: Page, query: Query) -> list[Place]:
    """Return the smallest places of a session in which all wanted words stand and no unwanted one.

    Those are an outcome, title and notes of an item, or the head; else an item as a whole; else an item with the
    head of its session, which says where and with whom; else the session.
    """
    texts = _texts(page, query)
    if not texts:
        return []
    head = [text for text in texts if text.passage.item is None]
    items: dict[str, list[Text]] = {}
    for text in texts:
        if text.passage.item is not None:
            items.setdefault(text.passage.item, []).append(text)
    of_head = _near(head, texts, 3)
    around = [] if _all_met(head) else head
    near = [*of_head, *(place for item in items.values() for place in _of_item(item, head, around))]
    return near or _near(texts, texts, 0)


def _of_item(item: list[Text], head: list[Text], around: list[Text]) -> list[Place]:
    """Return the places of an item.

    Args:
        item: its texts.
        head: those of its session's head.
        around: those of them that may give the words the item lacks; none where the head answers by itself.
    """
    by_ref: dict[str, list[Text]] = {}
    for text in item:
        by_ref.setdefault(text.passage.ref, []).append(text)
    judged = [*item, *head]
    found = [place for texts in by_ref.values() for place in _near(texts, judged, 3)]
    if found or not any(any(text.points) for text in item):
        return found
    return _near(item, judged, 2) or _near([*item, *around], judged, 1)


def _near(texts: list[Text], judged: list[Text], nearness: int) -> list[Place]:
    """Return some texts as a place if all wanted words stand in them, and no unwanted one in those judged."""
    held = tuple(text for text in texts if any(text.points))
    if not _all_met(held) or any(text.unwanted for text in judged):
        return []
    of = texts[0].passage
    if not nearness:
        of = of._replace(item=None, top="", ref=str(of.session), internal=False)
    elif nearness < 3 and of.item:
        of = of._replace(ref=of.session.item(of.item))
    return [Place(of, held, nearness)]


def _all_met(texts: Sequence[Text]) -> bool:
    """Say whether every wanted word stands in one of the texts."""
    return bool(texts) and all(map(any, zip(*(text.points for text in texts), strict=True)))


def _texts(page: Page, query: Query) -> list[Text]:
    """Return the passages that a query has something to say about; none where a wanted word is nowhere."""
    fits = []
    for term in query.wanted:
        fits.append(page.fits(term))
        if not fits[-1]:
            return []
    unwanted = {number for term in query.unwanted for number in page.fits(term)}
    found = []
    for number in sorted(unwanted.union(*fits)):
        passage = page.passage(number)
        weight = WEIGHTS.get(passage.field, 1)
        found.append(Text(passage, tuple([weight * fit.get(number, 0) for fit in fits]), number in unwanted))
    return found


def _row(place: Place, page: Page, facts: Facts, query: Query) -> Row:
    of, best = place.of, place.best
    internal = of.internal or any(text.passage.internal for text in best)
    kind = kind_of(of)
    values = {
        "ref": of.ref,
        "kind": kind,
        "session": str(of.session),
        "date": facts.date,
        "item": of.session.item(of.item) if of.item else None,
        "top": of.top or None,
        "title": page.title(of.item),
        "found_in": list(dict.fromkeys(text.passage.field for text in best)),
        "score": place.score(best),
        "internal": internal,
    }
    return Row(_Values(values, _shown(best, query.wanted)), (facts,), kind=_KIND[kind], internal=internal)


def _shown(best: tuple[Text, ...], terms: Sequence[Term]) -> Shown:
    """Return the texts that show the terms best, each once, with the terms it shows."""
    shown: dict[Text, tuple[Term, ...]] = {}
    for text, term in zip(best, terms, strict=True):
        shown[text] = (*shown.get(text, ()), term)
    return tuple([(text.passage.text, some) for text, some in shown.items()])


def kind_of(passage: Passage) -> str:
    """Return what a passage's reference means: `session`, `item`, `decision`, `election` or `task`."""
    if passage.item is None:
        return "session"
    return "item" if "#" in passage.ref else _KINDS[passage.ref.removeprefix(f"{passage.session.group}/")[0]]


class _Values(dict[str, Any]):
    """The values of a row; the snippet is cut when it is asked for, as only what is shown needs one.

    It is not kept: of a word that stands everywhere there are hundreds of thousands.

    Args:
        values: all others.
        shown: what the snippet is cut from.
    """

    __slots__ = ("_shown",)

    def __init__(self, values: dict[str, Any], shown: Shown) -> None:
        super().__init__(values)
        self._shown = shown

    def __missing__(self, name: str) -> Any:
        """Return the snippet or its ranges; raises `KeyError` for everything else."""
        if name == "ranges":
            return [{"start": start, "end": end} for start, end in _cut(self._shown).ranges]
        if name == "snippet":
            whole = uncut(text for text, _ in self._shown)
            return _cut(self._shown).text if whole is None else whole
        raise KeyError(name)


@lru_cache(2)  # for what is shown: text and ranges of a hit are asked for one after the other
def _cut(shown: Shown) -> Snippet:
    """Return the snippet with the ranges of its hits, which costs ten times as much as a text that is not cut."""
    return together(snippet(text, terms) for text, terms in shown)
