"""What somebody looks for, as it is typed: words, "phrases", !not, prefix*."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from scm_cli.errors import UsageFault
from scm_cli.locale import search as say
from scm_cli.query.search.keys import plain_key, spelled_key

# A phrase whose closing quote is missing goes on to the end; German quotation marks are as good as typewriter ones.
_PIECE: Final = re.compile(r'(!*)\s*(?:["„“”]([^"„“”]*)["„“”]?(\*?)|([^\s"„“”!][^\s"„“”]*))')

WHOLE, BEGINNING, INSIDE, ACCIDENT = 5, 3, 2, 1
"""How much a hit counts: a whole word, the beginning of one, a part of one, a few letters as `rat` in `Beratung`."""
_FEW: Final = 4


class Hit(NamedTuple):
    """A piece of a key: its first character, the one after its last, and how well it fits."""

    start: int
    end: int
    fit: int


@dataclass(frozen=True)
class Term:
    """One word or phrase.

    Args:
        text: as it was typed, without its signs.
        starts: it has to stand at the beginning of a word.
        ends: it has to stand at the end of a word.
    """

    text: str
    starts: bool = False
    ends: bool = False

    @cached_property
    def plain(self) -> str:
        """What it is in a folded text."""
        return plain_key(self.text)

    @cached_property
    def spelled(self) -> str:
        """What it is in a folded text with umlauts written out."""
        return spelled_key(self.text)

    @cached_property
    def spells(self) -> bool:
        """Whether it may stand in a text with umlauts written out and not in the plain one.

        That takes an `e` of its own which can be the one behind an umlaut: the plain text has all else.
        """
        written_out = any(pair in self.spelled for pair in ("ae", "oe", "ue"))
        return self.plain != self.spelled or written_out or self.spelled.startswith("e")

    @cached_property
    def spellings(self) -> tuple[bool, ...]:
        """The keys of a text in which it is to be looked for: the plain one, and the other where that says more."""
        return (False, True) if self.spells else (False,)

    def hits(self, key: str, *, spell: bool) -> Iterator[Hit]:
        """Yield where it stands in a key of a text: the one with umlauts written out, or the plain one.

        The former is passed over where it says nothing new.
        """
        if spell and not self.spells:
            return
        wanted = self.spelled if spell else self.plain
        inside = INSIDE if len(wanted) > _FEW else ACCIDENT
        at = key.find(wanted)
        while at >= 0:
            begins, ceases = _border(key, at), _border(key, at + len(wanted))
            if (begins or not self.starts) and (ceases or not self.ends):
                yield Hit(at, at + len(wanted), inside if not begins else WHOLE if ceases else BEGINNING)
            at = key.find(wanted, at + 1)


def _border(key: str, at: int) -> bool:
    """Say whether no word goes on at a place of a key."""
    return at in (0, len(key)) or not (key[at - 1].isalnum() and key[at].isalnum())


class Query(NamedTuple):
    """What is looked for.

    Args:
        wanted: all of them have to be found.
        unwanted: none of them may be found.
    """

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...] = ()


def read_query(typed: Sequence[str]) -> Query:
    """Return what was typed, several arguments as if in one.

    Raises:
        UsageFault: there is nothing to look for.
    """
    wanted: dict[Term, None] = {}
    unwanted: dict[Term, None] = {}
    for sign, phrase, star, word in _PIECE.findall(" ".join(typed)):
        term = _word(word) if word else _phrase(phrase, star)
        if term.plain:
            (unwanted if sign else wanted)[term] = None
    if not wanted:
        raise UsageFault(say.NOTHING_WANTED(), say.WANTED_REMEDY())
    return Query(tuple(wanted), tuple(unwanted))


def _word(typed: str) -> Term:
    """Return a word, which may stand anywhere inside another one; `halte*` begins a word, `*stelle` ends one."""
    text = typed.strip("*")
    return Term(text, starts=typed.endswith("*"), ends=typed.startswith("*") and not typed.endswith("*"))


def _phrase(typed: str, star: str) -> Term:
    """Return words that stand together exactly so; with a star behind the last one goes on."""
    return Term(typed.strip().rstrip("*"), starts=True, ends=not star and not typed.rstrip().endswith("*"))
