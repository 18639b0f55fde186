"""Which agenda item each heading of a protocol's text stands for, by TOP and title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from scm_cli.locale import minutes as say
from scm_cli.locale import protocol as word
from scm_cli.model.agenda import Item, ItemState
from scm_cli.model.fold import same
from scm_cli.notation.inline import unescape
from scm_cli.notation.items import heading as printed_heading
from scm_cli.notation.items import internal_word
from scm_cli.notation.reading.context import Reader
from scm_cli.notation.reading.document import Section

_NAMES: Final = "|".join(text.partition(" ")[0] for text in word.ITEM.both())
_HEADING: Final = (
    rf"(?:{_NAMES})\b[:.]?(?:\s+(?P<top>[0-9]{{1,3}}[a-z]?(?:\.[0-9]{{1,3}}[a-z]?)?)[:.]?(?=\s|$))?\s*(?P<title>.*)"
)


@dataclass(frozen=True)
class Heading:
    """The heading of an item.

    Args:
        section: with the lines below it.
        top: the number typed; empty where there is none.
        title: without marks.
        internal: whether the mark says so.
        state: what the mark says; None where there is none.
        item: the item it stands for; None for a new one.
    """

    section: Section
    top: str
    title: str
    internal: bool
    state: ItemState | None
    item: Item | None = None

    @property
    def line(self) -> int:
        """Where it stands."""
        return self.section.line


def headings(sections: Sequence[Section], reader: Reader) -> list[Heading]:
    """Return the headings of items with the items they stand for."""
    found = [heading for section in sections if (heading := _heading(section, reader))]
    taken = [one.item for one in found if one.item]
    return [_matched(one, found, taken, reader) for one in found]


def _heading(section: Section, reader: Reader) -> Heading | None:
    printing = reader.printing
    for item in reader.session.agenda:
        if not item.is_break and printed_heading(item, printing) == f"{'#' * section.level} {section.text}":
            state = item.state if item.state in word.STATES else None
            return Heading(section, printing.tops[item.id], item.title, item.internal, state, item)
    read = re.fullmatch(_HEADING, section.text, re.IGNORECASE)
    if read is None:
        reader.faults.add(section.line, section.text, say.UNKNOWN_HEADING(), say.ALLOWED_HEADING())
        return None
    text, internal, state = _marks(read["title"], reader)
    if not text:
        reader.faults.add(section.line, section.text, say.NO_TITLE(), say.ALLOWED_HEADING())
        return None
    top, title = (read["top"] or "").lower(), unescape(text)
    numbered = reader.session.item(reader.ids.get(top, ""))
    return Heading(section, top, title, internal, state, numbered if numbered and numbered.title == title else None)


def _marks(text: str, reader: Reader) -> tuple[str, bool, ItemState | None]:
    r"""Split `Titel (nichtöffentlich, vertagt)` into title and marks; `\(` is part of the title."""
    found = re.fullmatch(r"(?P<title>.*?)\s*(?<!\\)\((?P<marks>[^()]*(?:\\[()][^()]*)*)\)", text)
    marks = [part.strip().casefold() for part in found["marks"].split(",")] if found else []
    internal_words = {internal_word(reader.printing).casefold(), *(one.casefold() for one in word.INTERNAL.both())}
    states: dict[str, ItemState] = {
        name.casefold(): code  # type: ignore[misc]
        for code, texts in word.STATES.items()
        for name in texts.both()
    }
    if found is None or not all(mark in internal_words or mark in states for mark in marks):
        return text.strip(), False, None
    state = next((states[mark] for mark in marks if mark in states), None)
    return found["title"].strip(), any(mark in internal_words for mark in marks), state


def _matched(one: Heading, found: list[Heading], taken: Sequence[Item], reader: Reader) -> Heading:
    """Return a heading with its item; a number and a title that name different items are a mistake."""
    if one.item is not None:
        if sum(other.item is one.item for other in found) > 1:
            reader.faults.add(one.line, one.section.text, say.TWICE(), say.ALLOWED_TOP())
        return one
    numbered = reader.session.item(reader.ids.get(one.top, ""))
    titled = [item for item in reader.session.agenda if not item.is_break and same(item.title, one.title)]
    free = [item for item in titled if item not in taken]
    if numbered is not None and (numbered in taken or (titled and numbered not in titled)):
        reader.faults.add(one.line, one.section.text, say.TOP_DISAGREES(other=numbered.title), say.ALLOWED_TOP())
    elif one.top and numbered is None and free:
        top = reader.printing.tops[free[0].id]
        reader.faults.add(one.line, one.section.text, say.TITLE_DISAGREES(top=top), say.ALLOWED_TOP())
    elif not one.top and len(free) > 1:
        reader.faults.add(one.line, one.section.text, say.SEVERAL_TITLES(), say.ALLOWED_TOP())
    else:
        item = numbered or (free[0] if free and not one.top else None)
        return Heading(one.section, one.top, one.title, one.internal, one.state, item)
    return one
