"""Tables for people: every line fits, every column lines up, no column vanishes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_cli.formats.table import GAP, fitted, table
from scm_cli.terminal import cells, cut

TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf")), max_size=60)


def made(header: list[str], rows: list[list[str]], width: int) -> list[str]:
    """Return the lines of a table measured in cells of a terminal."""
    return list(table(header, rows, width, cells, cut))


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    assert made(["A", "Bee", "C"], [["1", "2", "3"], ["long", "", "x"]], 80) == [
        "A     Bee  C",
        "1     2    3",
        "long       x",
    ]


def test_the_widest_column_gives_way_first() -> None:
    assert fitted([4, 40, 10], 40) == [4, 22, 10]
    assert made(["A", "B"], [["kurz", "x" * 40]], 20) == ["A     B", "kurz  xxxxxxxxxxxxx…"]


def test_a_day_is_whole_as_long_as_prose_can_give_way() -> None:
    assert fitted([4, 10, 12, 13, 40], 44) == [4, 10, 7, 7, 8]
    assert fitted([10, 30], 15) == [7, 6]


@pytest.mark.parametrize("width", [20, 21, 40])
def test_no_column_vanishes_in_a_narrow_window(width: int) -> None:
    widths = fitted([30, 30, 30, 30, 30], width)
    assert min(widths) >= 1
    assert sum(widths) + 4 * GAP <= width


def test_wide_letters_are_cut_by_their_cells() -> None:
    assert cut("漢字漢字", 5) == "漢字…"
    assert cut("漢字漢字", 4) == "漢…"
    assert cut("漢", 1) == "…"
    assert cells(cut("漢字" * 100, 20)) <= 20


@given(
    st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=6),
    st.integers(20, 120),
)
def test_every_line_fits_and_lines_up(rows: list[tuple[str, str, str]], width: int) -> None:
    lines = made(["Eins", "Zwei", "Drei"], [list(row) for row in rows], width)
    assert len(lines) == len(rows) + 1
    assert all(cells(line) <= width for line in lines)
    assert all(line == line.rstrip() for line in lines)


@given(st.lists(st.integers(0, 200), min_size=1, max_size=6), st.integers(20, 300))
def test_widths_never_grow_and_fit(wanted: list[int], width: int) -> None:
    widths = fitted(wanted, width)
    assert all(given <= asked for given, asked in zip(widths, wanted, strict=True))
    assert sum(widths) + GAP * (len(widths) - 1) <= width
    if sum(wanted) + GAP * (len(wanted) - 1) <= width:
        assert widths == wanted
