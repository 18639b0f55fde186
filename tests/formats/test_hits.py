"""What people see of a search: where, and the passage with the hits standing out, never wider than the window."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from strategies import lines, proses

from scm_cli.formats.hits import Look, hit_lines, marked, wrapped
from scm_cli.model.text import visible
from scm_cli.query.rows import Row
from scm_cli.terminal import cells, cut


def look(width: int = 40) -> Look:
    """Return a window in which a place is `7:1` and hits stand in brackets."""
    return Look(width, cells, cut, lambda text: f"[{text}]", lambda _: "7:1  ", "internal")


def hit(**values: Any) -> Row:
    """Return a row of a search."""
    usual = {"title": "Bus", "found_in": ["notes"], "snippet": "die Halte", "ranges": [], "internal": False}
    return Row({"date": date(2024, 1, 2), **usual, **values}, ())


def test_a_passage_stands_below_its_title() -> None:
    row = hit(ranges=[{"start": 4, "end": 9}])
    assert list(hit_lines(row, look())) == ["7:1  Bus", "    die [Halte]"]


def test_a_title_shows_the_hit_itself() -> None:
    row = hit(snippet="Bus", ranges=[{"start": 0, "end": 2}], found_in=["title"], internal=True)
    assert list(hit_lines(row, look())) == ["7:1  [Bu]s (internal)"]


def test_a_title_wider_than_the_window_stands_below_as_well() -> None:
    title = "Ein Titel mit vielen Worten"
    row = hit(title=title, snippet=title, ranges=[{"start": 14, "end": 20}], found_in=["title"])
    assert list(hit_lines(row, look(20))) == ["7:1  Ein Titel mit …", "    Ein Titel mit", "    [vielen] Worten"]


def test_a_hit_over_two_lines_is_marked_on_both() -> None:
    row = hit(snippet="eins zwei drei vier", ranges=[{"start": 5, "end": 14}])
    assert list(hit_lines(row, look(14))) == ["7:1  Bus", "    eins [zwei]", "    [drei] vier"]


def test_nothing_is_sent_to_the_terminal_unseen() -> None:
    row = hit(title="\x1b[2J", snippet="\x1b[31mrot", ranges=[{"start": 0, "end": 1}])
    assert list(hit_lines(row, look())) == ["7:1  \\x1b[2J", "    [\\x1b][31mrot"]


@given(lines | proses.map(lambda text: " ".join(text.split())), st.integers(1, 60))
def test_lines_hold_all_words_and_fit(text: str, width: int) -> None:
    pieces = list(wrapped(text, width, cells))
    assert [word for start, end in pieces for word in text[start:end].split(" ")] == (text.split(" ") if text else [])
    assert all(cells(text[start:end]) <= width or " " not in text[start:end].strip(" ") for start, end in pieces)


@given(st.text("ab ", max_size=20), st.data())
def test_marks_are_all_that_is_added(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    ranges = list(zip(places[::2], places[1::2], strict=False))
    shown = marked(text, (0, len(text)), ranges, lambda piece: f"[{piece}]")
    assert shown.replace("[", "").replace("]", "") == visible(text)
    assert [piece.split("]")[0] for piece in shown.split("[")[1:]] == [text[low:high] for low, high in ranges]
