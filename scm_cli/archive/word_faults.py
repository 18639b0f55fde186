"""Words of a group's own that stand for something else in a protocol already, so that it could not be read back."""

from collections.abc import Iterator
from typing import Final

from scm_cli.locale import Text
from scm_cli.locale import minutes as typed
from scm_cli.locale import protocol as word
from scm_cli.model.group import Words

_USUAL: Final[dict[str, Text]] = {"chair": word.CHAIR, "minute_taker": word.MINUTE_TAKER, "host": word.HOST}
_OTHERS: Final = (
    *(word.DATE, word.BREAKS, word.PLACE, word.ROOM, word.REFERENCE, word.QUORUM, word.STANDING),
    *(word.VOTERS, word.OTHERS, word.PARTICIPANTS, word.REPRESENTED, word.EXCUSED, word.ABSENT, word.GUESTS),
)
_TAKEN: Final = frozenset(
    one.casefold()
    for one in (*(one.partition(" (")[0] for text in _OTHERS for one in text.both()), *typed.PRESENT, *typed.ABSENT)
)
_MARKS: Final = frozenset(one.casefold() for text in word.STATES.values() for one in text.both())


def taken_words(words: Words) -> Iterator[tuple[str, str]]:
    """Yield each of a group's words that a protocol uses for something else, and the key it is chosen for."""
    labels = {name: _labels(words, name) for name in _USUAL}
    for name in _USUAL:
        own = getattr(words, name)
        others = {label for other, both in labels.items() if other != name for label in both}
        if own and own.casefold() in _TAKEN | others:
            yield name, own
    if words.internal and words.internal.casefold() in _MARKS:
        yield "internal", words.internal


def _labels(words: Words, name: str) -> set[str]:
    """Return what may stand for an entry of the head: the group's word, else the usual ones."""
    own = getattr(words, name)
    return {one.casefold() for one in ((own,) if own else _USUAL[name].both())}
