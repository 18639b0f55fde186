"""What is read of the register: with an index only those people whom a document needs."""

import pytest
from support import Scm

from scm_cli.archive.archive import Archive, Stored
from scm_cli.model.attendee import Attendee

SEAT = '\n[[memberships]]\ngroup = "{}"\nvote = true\n'


@pytest.fixture
def crowded(region: Scm) -> Scm:
    """An archive in which some people have nothing to do with the group."""
    region.indexed_from = 0
    people = {"gerd-fern": SEAT.format("anderswo"), "hanna-neu": SEAT.format("beispielregion")}
    people["ina-alt"] = 'merged_into = "hanna-neu"\n'
    for key, rest in people.items():
        (region.archive / "attendees" / f"{key}.toml").write_text(f'schema = 1\nname = "{key.title()}"\n{rest}')
    return region


def read_by(scm: Scm, monkeypatch: pytest.MonkeyPatch, *args: str) -> set[str]:
    """Return whose files a command reads, the index being up to date; the answer is that of the files alone."""
    env = {"XDG_CACHE_HOME": str(scm.archive.parent / "cache")}
    scm.indexed_from = 10_000
    expected = scm(*args)
    scm.indexed_from = 0
    monkeypatch.setattr("scm_cli.archive.index.stamps.GRANULARITY", -(10**18))
    scm("list", env=env)
    read: set[str] = set()
    load = Archive.attendee

    def counted(self: Archive, key: str) -> Stored[Attendee]:
        read.add(key)
        return load(self, key)

    monkeypatch.setattr(Archive, "attendee", counted)
    assert scm(*args, env=env) == expected
    return read


@pytest.mark.parametrize("args", [("export", "7"), ("export", "8", "--document", "attendance-sheet")])
def test_a_document_reads_nobody_from_elsewhere(
    crowded: Scm, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...]
) -> None:
    read = read_by(crowded, monkeypatch, *args)
    assert {"anna-beispiel", "hanna-neu", "ina-alt"} <= read
    assert "gerd-fern" not in read


def test_a_new_seat_is_seen(crowded: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    read_by(crowded, monkeypatch, "export", "7")
    monkeypatch.undo()
    with (crowded.archive / "attendees" / "gerd-fern.toml").open("a") as file:
        file.write(SEAT.format("beispielregion"))
    assert "gerd-fern" in read_by(crowded, monkeypatch, "export", "7")
