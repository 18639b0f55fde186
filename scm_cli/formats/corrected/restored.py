"""A corrected document as Markdown: what it says as before stands there as it was printed, what is new is put so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from scm_cli.formats.corrected.blocks import LISTS, Block, Piece, tidy
from scm_cli.formats.corrected.inline import markdown, worded
from scm_cli.formats.corrected.labels import is_item, label_end, labelled, name_of
from scm_cli.formats.corrected.pairs import paired
from scm_cli.formats.corrected.printed import Printed, printed, rest_of
from scm_cli.notation.notes import looks_like_notation

_NUMBER: Final = r"[0-9]+(?=[.)]\s*$)"
_MARK: Final = r"[-*+]|[0-9]+[.)]"


def restored(blocks: Sequence[Block], text: str) -> str:
    """Return the Markdown of a corrected document.

    Args:
        blocks: the document as it came.
        text: the Markdown it was made from; empty where that is not known.
    """
    came, known = _in_head(blocks), printed(text)
    writer = _Writer(text.split("\n"), known)
    for block, index, same in paired([one.block for one in known], came):
        writer.add(block, index, same=same)
    return writer.text()


def _in_head(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, each between the title and the next heading as a fact of the head, whatever its style."""
    headings = [n for n, block in enumerate(blocks) if block.kind == "heading"]
    if not headings or blocks[headings[0]].level != 1:
        return list(blocks)
    start, end = headings[0] + 1, [*headings, len(blocks)][1]
    facts = [replace(block, kind="bullet", level=0) for block in blocks[start:end]]
    return [*blocks[:start], *facts, *blocks[end:]]


@dataclass(frozen=True)
class _Written:
    """A block that was written: its lines, the prefix of its first one, and which printed block it was."""

    block: Block
    lines: tuple[str, ...]
    prefix: str
    index: int | None

    @property
    def rest(self) -> str:
        return rest_of(self.prefix)


class _Writer:
    """Writes blocks one after the other.

    Args:
        lines: what was printed.
        known: its blocks.
    """

    def __init__(self, lines: Sequence[str], known: Sequence[Printed]) -> None:
        self.lines = lines
        self.known = known
        self.done: list[_Written] = []
        self.plain = True  # whether paragraphs are no notes: in the head and in derived parts

    def text(self) -> str:
        """Return what was written."""
        made: list[str] = []
        before: _Written | None = None
        for one in self.done:
            made += [*self._between(before, one), *one.lines]
            before = one
        ends = self.known and before and before.index == len(self.known) - 1
        return "\n".join([*made, *(self.lines[self.known[-1].after :] if ends else [""])])

    def add(self, block: Block, index: int | None, *, same: bool) -> None:
        """Write a block.

        Args:
            block: as it came.
            index: of the printed block it was; None for a new one.
            same: whether it says and looks the same.
        """
        known = self.known[index] if index is not None else None
        block = self._meant(block, known.block if known else None)
        kept = known is not None and block.kind != "code" and _alike(known.block, block)
        prefix = known.prefix if known and kept else self._prefix(block)
        first = self.lines[known.first] if known and not prefix else prefix
        if block.kind == "heading" and first.startswith("#"):  # others, even underlined ones, stand in notes
            self.plain = not is_item(block)
        if known and index is not None and same and self._stands_alone(known, index):
            lines = list(self.lines[known.first : known.after])
        else:
            made = self._made(block, known).split("\n")
            if prefix.isspace() and block.kind in ("text", "heading"):
                prefix = " " if looks_like_notation(made[0]) else ""
            rest = rest_of(prefix)
            lines = [f"{rest if n else prefix}{line}".rstrip() for n, line in enumerate(made)]
        self.done.append(self._numbered(_Written(block, tuple(lines), prefix, index)))

    def _meant(self, block: Block, known: Block | None) -> Block:
        """Return a block as what it was printed where only its style was lost, or as what must stand there."""
        if known and known.kind == "heading" and name_of(block.text) == name_of(known.text) != "":
            return replace(block, kind="heading", level=known.level)
        last = self.done[-1] if self.done else None
        if last is None or block.kind != "text":
            return block
        goes_on = known is not None and known.kind == "quote" and last.prefix.startswith(">")
        return replace(block, kind="quote", level=1) if goes_on or last.lines[-1].endswith(":**") else block

    def _stands_alone(self, known: Printed, index: int) -> bool:
        """Say whether a printed block is the same after another one than it was: indented, it would join a list."""
        follows = (self.done[-1].index if self.done else -1) == index - 1
        own = known.block.kind in ("text", "code", "heading")
        return follows or not own or not self.lines[known.first].startswith(("  ", "\t", " \t"))

    def _made(self, block: Block, known: Printed | None) -> str:
        """Return a block's Markdown without its prefix."""
        source = self._source(known) if known else ""
        if block.kind == "code":
            fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`{3,}", block.text))])
            return f"{fence}\n{block.text}\n{fence}"
        if block.kind == "heading" or self.plain:
            return worded(block.text, source)
        if block.kind == "text" and (source.startswith("**") if known else True) and labelled(block):
            return _outcome(block, source)
        return _guarded(markdown(block.pieces))

    def _source(self, known: Printed) -> str:
        return " ".join(self.lines[known.first : known.after]).removeprefix(known.prefix).strip()

    def _prefix(self, block: Block) -> str:
        """Return what stands before the text of a block that is new here: as before one like it, else the usual."""
        if block.kind == "heading":
            return f"{'#' * block.level} "
        if block.kind in LISTS:
            return self._item_prefix(block)
        if block.kind in ("more", "code") and block.level:
            parent = self._last(block.level - 1)
            return parent.rest if parent else ""
        if block.kind == "quote":
            last = self.done[-1] if self.done else None
            return last.prefix if last and last.block.kind == "quote" else "> " * block.level
        return ""

    def _item_prefix(self, block: Block) -> str:
        mark = "- " if block.kind == "bullet" else "1. "
        like = self._last(block.level)
        if like and not re.search(_MARK, like.prefix):  # its mark stands alone on the line above
            return f"{like.prefix[: max(0, len(like.prefix) - len(mark))]}{mark}"
        if like and like.block.kind == block.kind:
            return re.sub(_NUMBER, lambda found: str(int(found[0]) + 1), like.prefix)
        if like:
            return f"{like.prefix[: _mark_at(like.prefix)]}{mark}"
        parent = self._last(block.level - 1) if block.level else None
        return f"{parent.rest if parent else ''}{mark}"

    def _last(self, level: int) -> _Written | None:
        """Return the last item on a level of the list that is being written; None where there is none."""
        for one in reversed(self.done):
            if one.block.kind in LISTS and one.block.level == level:
                return one
            if one.block.kind in ("heading", "text", "quote") or (one.block.kind in LISTS and one.block.level < level):
                return None
        return None

    def _numbered(self, one: _Written) -> _Written:
        """Return a printed item of a numbered list with the number it has now that others came or went before it."""
        like = self._last(one.block.level)
        if one.block.kind != "number" or not like or like.block.kind != "number" or one.index is None:
            return one
        if self.done[-1].index == one.index - 1 and not self._differs(like):
            return one
        number = re.search(_NUMBER, like.prefix.rstrip())
        if number is None:
            return one
        prefix = re.sub(_NUMBER, str(int(number[0]) + 1), one.prefix)
        return replace(one, prefix=prefix, lines=(prefix + one.lines[0].removeprefix(one.prefix), *one.lines[1:]))

    def _differs(self, one: _Written) -> bool:
        """Say whether a block begins otherwise than it was printed, where it was written anew."""
        if one.index is None:
            return True
        known = self.known[one.index]
        return one.prefix != known.prefix and list(one.lines) != list(self.lines[known.first : known.after])

    def _between(self, before: _Written | None, one: _Written) -> Sequence[str]:
        """Return the lines between two blocks: those that were printed there, else as many as Markdown needs."""
        if one.index is not None:
            start = self.known[one.index - 1].after if one.index else 0
            gap = self.lines[start : self.known[one.index].first]
            follows = (before.index if before else -1) == one.index - 1
            alike = not self._differs(one) and not (before and self._differs(before))
            if follows and (gap or alike):
                return gap
            if any(line.strip("> ") for line in gap):  # an empty item or a rule, which must not join another paragraph
                return gap if not gap[0].strip("> ") else ("", *gap)
        if before is None or (before.block.kind in LISTS and one.block.kind in LISTS):
            return ()
        quoted = before.rest.startswith(">") and one.prefix.startswith(">")
        return (">",) if quoted else ("",)


def _mark_at(prefix: str) -> int:
    """Return where the mark of an item begins in its prefix."""
    found = re.search(_MARK, prefix)
    return found.start() if found else 0


def _alike(known: Block, block: Block) -> bool:
    return (known.kind, known.level) == (block.kind, block.level) or known.kind == block.kind not in (
        *LISTS,
        "heading",
    )


def _outcome(block: Block, source: str) -> str:
    """Return a decision, an election or a task: its label, and behind it or in a quote its wording."""
    end = label_end(block)
    label, wording = block.text[:end].rstrip().removesuffix(":"), block.text[end:].strip()
    printed_label, _, printed_wording = source.partition(":**")
    made = f"**{worded(label, printed_label.removeprefix('**'))}:**"
    if "\n" in wording:
        lines = "\n".join(f"> {line}" for line in markdown(tidy([Piece(wording)])).split("\n"))
        return f"{made}\n\n{lines}"
    return f"{made} {worded(wording, printed_wording.strip())}".rstrip()


def _guarded(made: str) -> str:
    """Return a paragraph of notes none of whose further lines reads as something else."""
    first, *others = made.split("\n")
    return "\n".join([first, *(f" {line}" if looks_like_notation(line) else line for line in others)])
