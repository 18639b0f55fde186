"""What tests of the search share: texts of every difficulty, and a word in one text."""

from typing import Final

from hypothesis import strategies as st
from strategies import PIECES

from scm_cli.query.search.keys import key
from scm_cli.query.search.terms import Term

_FOLDING: Final = (*"äöüßÄẞﬃǰłęøæŒ´", "ae", "ss", "\u00ad", "\u0308", "\u200d", " ", "\n", "\u0085", "\u2028")
LETTERS: Final = st.lists(st.sampled_from((*PIECES, *_FOLDING)), max_size=8).map("".join)
"""Letters that become several, none, or another one when they are folded."""


def quality(term: Term, text: str) -> int:
    """Return how well the best hit in one text fits; 0 where there is none."""
    hits = (hit for spell in (False, True) for hit in term.hits(key(text, spell=spell), spell=spell))
    return max((hit.fit for hit in hits), default=0)
