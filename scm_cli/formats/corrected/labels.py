"""Where the label of a decision, an election or a task ends in a corrected paragraph."""

import re
from itertools import takewhile
from typing import Final

from scm_cli.formats.corrected.blocks import Block
from scm_cli.locale import protocol as word
from scm_cli.notation.inline import closing

_WORDS: Final = "|".join(
    text.partition(" ")[0] for one in (word.DECISION, word.ELECTION, word.TASK) for text in one.both()
)
_ITEMS: Final = "|".join(text.partition(" ")[0] for text in word.ITEM.both())
_LABEL: Final = rf"(?:{_WORDS})(?:\s+(?P<ref>[A-Z]?[0-9]+-[0-9]+))?\s*(?=[(:])"


def labelled(block: Block) -> bool:
    """Say whether a paragraph is an outcome: it begins with a label in bold, or with one that has a number."""
    found = re.match(_LABEL, block.text, re.IGNORECASE)
    return found is not None and (found["ref"] is not None or block.pieces[0].bold) and label_end(block) > 0


def label_end(block: Block) -> int:
    """Return where a label with its colon ends: with the bold text, else after its parentheses; else 0."""
    text = block.text
    bold = "".join(piece.text for piece in takewhile(lambda piece: piece.bold, block.pieces))
    if bold.rstrip().endswith(":"):
        return len(bold.rstrip())
    found = re.match(_LABEL, text, re.IGNORECASE)
    at = found.end() if found else 0
    if text[at : at + 1] == "(":
        at = closing(text, at) + 1
    end = re.compile(r"\s*:").match(text, at) if at else None
    return end.end() if end else 0


def is_item(heading: Block) -> bool:
    """Say whether a heading is one of an agenda item."""
    return re.match(rf"(?:{_ITEMS})\b", heading.text, re.IGNORECASE) is not None


def name_of(text: str) -> str:
    """Return what tells an outcome or an item from all others: its number with the word before it; may be empty."""
    numbers = rf"(?:{_WORDS})\s+[A-Z]?[0-9]+-[0-9]+|(?:{_ITEMS})\s+[0-9]+(?:\.[0-9]+)?[a-z]?(?=\s)"
    found = re.match(numbers, text, re.IGNORECASE)
    return found[0] if found else ""
