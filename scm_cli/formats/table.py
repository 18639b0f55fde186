"""Rows for people: aligned columns without borders, fitted to the window."""

from collections.abc import Callable, Iterator, Sequence

GAP = 2
NARROW = 6
DAY = 10
"""How wide a day is: what is no wider is of no use when cut."""


def table(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: int,
    measure: Callable[[str], int],
    cut: Callable[[str, int], str],
) -> Iterator[str]:
    """Yield the lines of a table, the header first.

    Args:
        header: the columns' names.
        rows: one text a cell.
        width: how many cells the window has.
        measure: how many cells a text takes.
        cut: shortens a text to a number of cells.
    """
    columns = list(zip(header, *rows, strict=True))
    widths = fitted([max(map(measure, column)) for column in columns], width)
    for line in (header, *rows):
        cells = [cut(text, room) for text, room in zip(line, widths, strict=True)]
        padded = [text + " " * (room - measure(text)) for text, room in zip(cells, widths, strict=True)]
        yield (" " * GAP).join(padded).rstrip()


def fitted(wanted: Sequence[int], width: int) -> list[int]:
    """Return column widths that fit: the widest columns give way first, none below a few cells, days last of all."""
    room = width - GAP * (len(wanted) - 1)
    prose = [n for n, cells in enumerate(wanted) if cells > DAY]
    widths = _narrowed(_narrowed(list(wanted), prose, room), range(len(wanted)), room)
    return widths if sum(widths) <= room else _cramped(widths, room)


def _narrowed(widths: list[int], giving: Sequence[int], room: int) -> list[int]:
    """Return widths of which some give way until all fit or none of them can."""
    while sum(widths) > room and giving:
        widest = max(giving, key=widths.__getitem__)
        if widths[widest] <= NARROW:
            break
        widths[widest] -= 1
    return widths


def _cramped(widths: list[int], room: int) -> list[int]:
    """Return widths for a window too narrow for all columns: every column still gets a cell."""
    each = max(room // len(widths), 1)
    return [min(width, each) for width in widths]
