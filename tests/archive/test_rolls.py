"""Who came is kept by the index until something it depends on changes: the session, the group, seats, names, seals."""

from collections.abc import Callable
from pathlib import Path

import pytest
from archive.test_index import aged, agree, sessions_read, settle, with_index  # noqa: F401 — a fixture
from support import Scm

LISTS = (
    ("attendance", "list", "--json"),
    ("attendance", "list", "--by-item", "--json"),
    ("attendance", "list", "--by-organisation", "--json"),
)


def edited(name: str, before: str, after: str) -> Callable[[Path], object]:
    """Return an edit of a file by hand."""

    def do(root: Path) -> None:
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")

    return do


def added(name: str, text: str) -> Callable[[Path], object]:
    """Return the adding of a text to a file, which may be new."""
    return lambda root: (root / name).write_text(
        ((root / name).read_text(encoding="utf-8") if (root / name).exists() else "schema = 1\n") + text,
        encoding="utf-8",
    )


SEAT = '\n[[memberships]]\ngroup = "beispielregion"\norganisation = "Neustadt"\nvote = true\n'
SEALED = """
[seal]
version = 1
at = 2024-01-01T00:00:00Z
head = "0000000000000000000000000000000000000000000000000000000000000000"
protocol = "0000000000000000000000000000000000000000000000000000000000000000"

[[seal.people]]
key = "alt-altmann"
name = "Alt Altmann"
vote = true
"""
CHANGES = {
    "a vote less": edited("attendees/anna-beispiel.toml", "vote = true", "vote = false"),
    "another name": edited("attendees/anna-beispiel.toml", 'name = "Anna Beispiel"', 'name = "Anna Neu"'),
    "a newcomer with a vote": added("attendees/neu-neuland.toml", f'name = "Neu Neuland"\n{SEAT}'),
    "somebody gone": lambda root: (root / "attendees/anna-beispiel.toml").unlink(),
    "somebody unreadable": added("attendees/anna-beispiel.toml", "broken = [\n"),
    "votes by organisation": added("groups/beispielregion.toml", 'vote_by = "organisation"\n'),
    "the group gone": lambda root: (root / "groups/beispielregion.toml").unlink(),
}


@pytest.fixture(params=list(CHANGES))
def change(request: pytest.FixtureRequest) -> Callable[[Path], object]:
    """Return a change of what attendance depends on."""
    return CHANGES[request.param]


def test_a_change_of_anything_it_depends_on_shows(
    aged: Scm,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Path], object],
) -> None:
    monkeypatch.setattr("scm_cli.archive.index.stamps.GRANULARITY", -(10**18))
    before = [with_index(aged, *typed) for typed in LISTS]
    change(aged.archive)
    agree(aged, LISTS)
    assert [with_index(aged, *typed) for typed in LISTS] != before


def test_somebody_sealed_who_comes_back_into_the_register_shows(
    aged: Scm,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("scm_cli.archive.index.stamps.GRANULARITY", -(10**18))
    first = min((aged.archive / "sessions/beispielregion").glob("*.toml"))
    added(str(first.relative_to(aged.archive)), SEALED)(aged.archive)
    before = [with_index(aged, *typed) for typed in LISTS]
    assert "alt-altmann" in before[1].out
    for text in ('name = "Anders Altmann"\n', 'email = "altmann@example.org"\n', 'title = "Dr."\n'):
        added("attendees/alt-altmann.toml", text)(aged.archive)
        agree(aged, LISTS)
    assert "Dr. Anders Altmann" in with_index(aged, *LISTS[1]).out


def test_somebody_who_has_nothing_to_do_with_it_changes_nothing(
    aged: Scm,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    added("attendees/fern-fremd.toml", 'name = "Fern Fremd"\n')(aged.archive)
    settle(aged, *LISTS[0])
    monkeypatch.setattr("scm_cli.archive.index.stamps.GRANULARITY", -(10**18))
    with_index(aged, *LISTS[0])
    read = sessions_read(monkeypatch)
    added("attendees/fern-fremd.toml", 'title = "Dr."\n')(aged.archive)
    with_index(aged, *LISTS[0])
    assert read == []
    edited("attendees/anna-beispiel.toml", "vote = true", "vote = false")(aged.archive)
    with_index(aged, *LISTS[0])
    assert read
