"""Lists as people write them, read as an agenda."""

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from scm_cli.archive.resolve import Resolver
from scm_cli.errors import BadData
from scm_cli.importers.agenda import AgendaReader
from scm_cli.model.attendee import Attendee

DAY = date(2026, 12, 8)
REGISTER = {"anna-beispiel": Attendee(name="Anna Beispiel", title="Dr.", aliases=("A. Beispiel",))}


def read(text: str) -> list[tuple[int, dict[str, Any]]]:
    """Return level and values of the items of a list."""
    resolver = Resolver(cast("Any", SimpleNamespace(register=REGISTER)), "", DAY)
    items = AgendaReader(resolver, None, DAY).read(text.encode(), "-", "markdown")
    return [(one.level, {n: v for n, v in one.values.items() if n != "level"}) for one in items]


def titles(text: str) -> list[tuple[int, str]]:
    return [(level, values["title"]) for level, values in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "- A\n- B\n  - B1\n  - B2\n- C",
        "* A\n* B\n    * B1\n    * B2\n* C",
        "1. A\n2. B\n   a) B1\n   b) B2\n3. C",
        "1. A\n2. B\na) B1\nb) B2\n3. C",
        "1) A\n2) B\n2.1) B1\n2.2) B2\n3) C",
        "1 . A".replace(" .", ".") + "\n2. B\n2.1 B1\n2.2. B2\n3. C",
        "TOP 1 A\nTOP 2: B\nTOP 2.1 B1\nTOP 2.2 – B2\nTOP 3) C",
        "Item 1 A\nItem 2 B\n  - Item 2.1 B1\n  - Item 2.2 B2\nItem 3 C",
        "## TOP 1 A\n\n## TOP 2 B\n\n### TOP 2.1 B1\n\n### TOP 2.2 B2\n\n## TOP 3 C",
        "Liebe alle,\n\nTagesordnung:\n\n• A\n• B\n\t• B1\n\t• B2\n\n---\n• C",
        "  - A\n  - B\n    - B1\n    - B2\n  - C",
        "- [ ] A\n- [x] **B**\n  - __B1__\n  - B2\n- C",
    ],
)
def test_forms_of_a_list(text: str) -> None:
    assert titles(text) == [(1, "A"), (1, "B"), (2, "B1"), (2, "B2"), (1, "C")]


def test_lines_without_any_bullet_are_items() -> None:
    assert titles("# Tagesordnung\n\nBegrüßung\nBericht (Lausitz)\n") == [(1, "Begrüßung"), (1, "Bericht (Lausitz)")]


def test_titles_go_on_and_paragraphs_are_notes() -> None:
    assert read("1. Ein langer\n   Titel\n\n   Ein Absatz\n   weiter\n\n   Noch einer\n2. B") == [
        (1, {"title": "Ein langer Titel", "notes": "Ein Absatz\nweiter\n\nNoch einer"}),
        (1, {"title": "B"}),
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A (Beratung)", {"title": "A", "kind": "discussion"}),
        ("A (20 Min.)", {"title": "A", "minutes_planned": 20}),
        ("A (1,5 h, internal)", {"title": "A", "minutes_planned": 90, "internal": True}),
        ("A (Anna Beispiel)", {"title": "A", "presenters": ("anna-beispiel",)}),
        ("A (Dr. Anna Beispiel, Wahl, vertagt)",
         {"title": "A", "presenters": ("anna-beispiel",), "kind": "election", "state": "postponed"}),
        ("A (10:00 Uhr, 20 Minuten)", {"title": "A", "minutes_planned": 20}),
        ("A (Lausitz)", {"title": "A (Lausitz)"}),
        ("A (Gerd Gast, Beratung)", {"title": "A (Gerd Gast, Beratung)"}),
        ("A (2024)", {"title": "A (2024)"}),
        ("A (Beratung, Wahl)", {"title": "A (Beratung, Wahl)"}),
        ("(Beratung)", {"title": "(Beratung)"}),
        ("A () (", {"title": "A () ("}),
        (r"A \(Beratung\)", {"title": "A (Beratung)"}),
    ],
)  # fmt: skip
def test_brackets_are_read_where_all_in_them_is_understood(title: str, expected: dict[str, Any]) -> None:
    assert read(f"- {title}") == [(1, expected)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- A\n  - B\n    - C", 3),
        ("1.1.1 A", 1),
        ("1. A\n\nWas ist das?\n2. B", 3),
        ("- A\n-\n- B", 2),
        ("  - A\n1.1 B\n- ", 3),
        ("a) B\n1. A", 1),
        ("# Tagesordnung: X\n\n- Ort: Y\n", 0),
    ],
)
def test_what_is_no_agenda_is_said_with_its_line(text: str, line: int) -> None:
    with pytest.raises(BadData) as error:
        read(text)
    assert [problem.line for problem in error.value.problems] == [line]
