"""Where something is wrong the index knows: as much is found from it as by reading every file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support import Scm

from scm_cli.archive.archive import Archive

HOME = "sessions/beispielregion"


def problems(scm: Scm) -> int:
    """Return how many faults `status` knows of by the index; as many as a look at all files finds."""
    scm.indexed_from = 0
    args = ("status", "--json")
    found = scm(*args)
    scm.indexed_from = None
    assert found == scm(*args)
    checked = len(json.loads(scm("check", "--json").out))
    assert json.loads(found.out)["problems"] == checked
    return checked


@pytest.fixture
def sealed(region: Scm, monkeypatch: pytest.MonkeyPatch) -> Scm:
    """An archive in which nothing is wrong, with a sealed session and another one that says who was there."""
    monkeypatch.setattr("scm_cli.archive.index.stamps.GRANULARITY", -(10**18))
    region.ok("session", "edit", "8", "--quorum-of", "5")
    region.ok("attendance", "set", "8", "anna-beispiel", "--state", "present")
    region.ok("session", "finalize", "7", "--yes", "--unreached-as", "done")
    region.ok("attachment", "add", "8", str(_file(region.archive.parent / "plan.txt")))
    _added(f"{HOME}/0009.toml", "schema = 1\nnumber = 9\ndate = 2025-01-14\n")(region.archive)
    assert problems(region) == 0
    return region


def _file(path: Path) -> Path:
    path.write_text("Plan\n")
    return path


def test_nothing_is_read_where_nothing_can_be_wrong(sealed: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = sealed("status")

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Archive, "session", refuse)
    monkeypatch.setattr(Archive, "attendee", refuse)
    sealed.indexed_from = 0
    assert sealed("status") == expected


def _added(name: str, text: str) -> Callable[[Path], None]:
    def do(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((path.read_text() if path.exists() else "") + text)

    return do


def _replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def do(root: Path) -> None:
        text = (root / name).read_text()
        assert old in text
        (root / name).write_text(text.replace(old, new, 1))

    return do


def _gone(name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).unlink()


ITEM = '\n[[agenda]]\nid = "neu"\ntitle = "Neu"\n'


def _decided(number: int, replaced: str, result: str = "carried") -> Callable[[Path], None]:
    """Return what adds a session with one decision that is to replace another one."""
    head = f"schema = 1\nnumber = {number}\ndate = 2025-01-{number}\nlast_decision = 1\n"
    decision = f'[[agenda.decisions]]\nnumber = 1\ntext = "Ja."\nresult = "{result}"\nreplaces = "{replaced}"\n'
    return _added(f"{HOME}/{number:04}.toml", f"{head}{ITEM}{decision}")


def _all(*damages: Callable[[Path], None]) -> Callable[[Path], None]:
    def do(root: Path) -> None:
        for damage in damages:
            damage(root)

    return do


CIRCLES = {
    "two": _all(_decided(10, "beispielregion/B11-1"), _decided(11, "beispielregion/B10-1")),
    "two, one of which was rejected": _all(
        _decided(10, "beispielregion/B11-1"), _decided(11, "beispielregion/B10-1", "rejected")
    ),
    "two, and one that replaces one of them": _all(
        _decided(10, "beispielregion/B11-1"), _decided(11, "beispielregion/B10-1"), _decided(12, "beispielregion/B10-1")
    ),
}
DAMAGES: dict[str, Callable[[Path], None]] = {
    "a sealed text that was changed": _added(f"{HOME}/0007.md", "x"),
    "a sealed text that is gone": _gone(f"{HOME}/0007.md"),
    "a sealed session that was changed": _replaced(f"{HOME}/0007.toml", "end = 11:50", "end = 11:51"),
    "a text beside an open session": _added(f"{HOME}/0008.md", "x"),
    "a quorum that people contradict": _replaced("attendees/anna-beispiel.toml", "vote = true", "vote = false"),
    "somebody who is gone": _gone("attendees/dora-lang.toml"),
    "a person who cannot be read": _added("attendees/dora-lang.toml", "broken = [\n"),
    "a person merged into nobody": _replaced("attendees/frida-ohm.toml", "name = ", 'merged_into = "nobody"\nname = '),
    "a group that is gone": _gone("groups/beispielregion.toml"),
    "a rhythm nobody can follow": _added("groups/beispielregion.toml", '\n[[rules]]\nfield = "nonsense"\n'),
    "another default group": _added("scm.toml", 'default_group = "nobody"\n'),
    "settings that cannot be read": _added("scm.toml", "broken = [\n"),
    "an attachment that is gone": _gone("attachments/beispielregion/0008/plan.txt"),
    "an attachment nobody names": _added("attachments/beispielregion/0008/other.txt", "x"),
    "an attachment outside": _replaced(f"{HOME}/0008.toml", "attachments/beispielregion/0008/plan.txt", "../x"),
    "a stray name": _added(f"{HOME}/8.toml", "schema = 1\n"),
    "a conflicted copy": _added(f"{HOME}/0008 (conflicted copy).toml", "schema = 1\n"),
    "half a file": _added(f"{HOME}/.scm-1-0008.toml", "schema = 1\n"),
    "a folder without a group": _added("sessions/other/0001.toml", "schema = 1\nnumber = 1\ndate = 2024-01-01\n"),
    "a merge left unfinished in a note": _added(f"{HOME}/0009.toml", f'{ITEM}notes = """\n<<<<<<< HEAD\n"""\n'),
    "a merge left unfinished": _added(f"{HOME}/0008.toml", "<<<<<<< HEAD\n"),
    "another number": _replaced(f"{HOME}/0009.toml", "number = 9", "number = 7"),
    "an item of nowhere": _added(f"{HOME}/0009.toml", f'{ITEM}from = "beispielregion/7#nowhere"\n'),
    "a session of nowhere": _added(f"{HOME}/0009.toml", f'{ITEM}purpose = "approval"\nabout = "beispielregion/70"\n'),
    "somebody of nowhere": _replaced(f"{HOME}/0009.toml", "date", 'chair = "nobody"\ndate'),
    "a decision of nowhere": _added(
        f"{HOME}/0009.toml",
        f'{ITEM}[[agenda.decisions]]\nnumber = 9\ntext = "Ja."\nreplaces = "beispielregion/B7-9"\n',
    ),
    "a decision that replaces itself": _added(
        f"{HOME}/0009.toml",
        f'{ITEM}[[agenda.decisions]]\nnumber = 9\ntext = "Ja."\nreplaces = "beispielregion/B9-9"\n',
    ),
    **{f"decisions that replace each other: {name}": damage for name, damage in CIRCLES.items()},
    "copies that were cut off": _all(
        _added(".scm-beside", f"{'0' * 64} attachments/beispielregion/0008/other.txt\n"),
        _added("attachments/beispielregion/0008/other.txt", "x"),
    ),
    "an item carried twice": _added(
        f"{HOME}/0009.toml",
        f'{ITEM}from = "beispielregion/9#neu"\n{ITEM.replace("neu", "alt")}from = "beispielregion/9#neu"\n',
    ),
    "a status without a seal": _replaced(f"{HOME}/0009.toml", "date", 'status = "final"\ndate'),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_as_much_is_wrong_after_any_damage(sealed: Scm, damage: Callable[[Path], None]) -> None:
    damage(sealed.archive)
    first = problems(sealed)
    assert first
    assert problems(sealed) == first


LOOKS = [
    ("check",),
    ("check", "--json"),
    ("status",),
    ("status", "--json"),
    ("decision", "list"),
    ("decision", "list", "--json"),
    ("decision", "list", "--state", "in-force"),
    ("decision", "list", "--json", "--state", "in-force"),
    *(("decision", "show", ref, *how) for ref in ("B10-1", "B11-1") for how in ((), ("--json",))),
]


@pytest.mark.parametrize("circle", CIRCLES.values(), ids=CIRCLES)
def test_decisions_in_a_circle_look_the_same_without_the_index(sealed: Scm, circle: Callable[[Path], None]) -> None:
    circle(sealed.archive)
    sealed.indexed_from = 0
    found = {look: [sealed(*look, env=env) for env in ({}, {"SCM_NO_INDEX": "1"}, {})] for look in LOOKS}
    assert {look: results for look, results in found.items() if len(set(results)) != 1} == {}
    assert {look: results[0].code for look, results in found.items() if results[0].code} == {LOOKS[0]: 1, LOOKS[1]: 1}
    checked = json.loads(sealed("check", "--json").out)
    wrong = [(one["path"].rpartition("/")[2], one["found"]) for one in checked]
    assert wrong == [(f"00{n}.toml", "the decision replaces itself in the end") for n in (10, 11)]
