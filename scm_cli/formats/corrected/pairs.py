"""Which block of a corrected document is which of the printed one."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, Final

from scm_cli.formats.corrected.blocks import LISTS, Block
from scm_cli.formats.corrected.labels import is_item, labelled, name_of

_ENOUGH: Final = 0.5  # how much of two texts must be the same for one to be the other, changed
_REACH: Final = 40  # how far ahead a changed text is looked for


def paired(known: Sequence[Block], came: Sequence[Block]) -> Iterator[tuple[Block, int | None, bool]]:
    """Yield each block that came with the index of the printed one it was, and whether it says and looks the same."""
    steps = SequenceMatcher(None, _keys(known), _keys(came), autojunk=False).get_opcodes()
    for step, i1, i2, j1, j2 in steps:
        if step == "equal":
            yield from ((came[j], i1 + j - j1, True) for j in range(j1, j2))
            continue
        at = i1
        for block in came[j1:j2]:
            index = _which(known[at : min(i2, at + _REACH)], block, alone=i2 - i1 == j2 - j1 == 1)
            yield block, None if index is None else at + index, False
            at += 0 if index is None else index + 1


def _keys(blocks: Sequence[Block]) -> list[Any]:
    """Return what each block must have in common with a printed one to be the same; looks matter in notes alone."""
    keys: list[Any] = []
    notes = True
    for block in blocks:
        if block.kind == "heading":
            notes = is_item(block)
        keys.append(_key(block, plain=not notes or block.kind == "heading" or labelled(block)))
    return keys


def _key(block: Block, *, plain: bool) -> Any:
    level = block.level if block.kind in LISTS or block.kind == "heading" else 0
    if block.kind == "code":
        return "code", level, "\n".join(line.rstrip() for line in block.text.split("\n"))
    return block.kind, level, block.said if plain else block.looks


def _which(known: Sequence[Block], block: Block, *, alone: bool) -> int | None:
    """Return which of some printed blocks a changed one was; None where it is none of them."""
    name = name_of(block.text)
    best, found = _ENOUGH, None
    for n, one in enumerate(known):
        if name and name_of(one.text) == name:
            return n
        if one.kind == "heading" and block.kind != "heading":
            continue
        score = SequenceMatcher(None, one.said.split(), block.said.split(), autojunk=False).ratio()
        if score > best:
            best, found = score, n
    return 0 if found is None and alone and known[0].kind == block.kind and not name else found
