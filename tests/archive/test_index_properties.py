"""Whatever is done to the files of any archive, the rows are the same with and without the index."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from archive.test_index import agree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import Scm

WORDS = st.sampled_from(["Straße", "Müller", "Mueller", "Chóśebuz", "Haltestelle", "é e", "aëe", "Makkabäer", "E", "x"])
PEOPLE = ("anna", "anna-b", "berta")
GROUPS = ("rat", "rat-bau")
LISTS = (
    ("list",),
    ("list", "--json", "--sort", "chair"),
    ("list", "--attendee", "mueller", "--attendee", "é", "--reverse"),
    ("list", "--text", "strasse", "--text", "e"),
    ("list", "--group", "bau", "--limit", "2", "--json"),
    ("agenda", "list", "--json", "--title", "haltestelle"),
    ("decision", "list", "--json", "--state", "replaced"),
    ("decision", "list"),
    ("election", "list", "--json", "--text", "muell"),
    ("task", "list", "--json"),
    ("attendee", "list", "--json", "--attended"),
    ("group", "list", "--json"),
)


@st.composite
def session(draw: st.DrawFn, number: int) -> str:
    """Return the text of a session's file; now and then one that cannot be read."""
    who = st.sampled_from([*PEOPLE, "nobody"])
    lines = [
        "schema = 1",
        f"number = {draw(st.sampled_from([number, number, 1]))}",
        f"date = {draw(st.dates())}",
        f'status = "{draw(st.sampled_from(["planned", "held", "cancelled"]))}"',
        f'title = "{draw(WORDS)}"',
        f'chair = "{draw(who)}"',
    ]
    for one in draw(st.lists(who, max_size=2, unique=True)):
        lines += ["[[attendance]]", f'attendee = "{one}"', f'state = "{draw(st.sampled_from(["present", "absent"]))}"']
    lines += ["[[agenda]]", 'id = "a"', f'title = "{draw(WORDS)}"', f'notes = "{draw(WORDS)}"']
    lines += ["[[agenda.decisions]]", "number = 1", f'text = "{draw(WORDS)}"']
    lines += [f'result = "{draw(st.sampled_from(["carried", "rejected"]))}"']
    if draw(st.booleans()):
        lines += [f'replaces = "{draw(st.sampled_from(GROUPS))}/B{draw(st.integers(1, 3))}-1"']
    lines += ["[[agenda.elections]]", "number = 1", f'candidates = [{{ name = "{draw(who)}", votes = 1 }}]']
    lines += ["[[agenda.tasks]]", "number = 1", f'text = "{draw(WORDS)}"', f'assignees = ["{draw(who)}"]']
    lines += draw(st.sampled_from([[], [], [], ["broken = ["], ["unknown = 1"]]))
    return "\n".join(lines) + "\n"


@st.composite
def change(draw: st.DrawFn) -> Callable[[Path], None]:
    """Return something somebody does to an archive from outside."""
    group, number = draw(st.sampled_from(GROUPS)), draw(st.integers(1, 3))
    path = f"sessions/{group}/{number:04}.toml"
    kind = draw(st.sampled_from(["write", "write", "same", "remove", "rename", "person", "gone", "group", "no-group"]))
    word, text = draw(WORDS), draw(session(number))
    person = f"attendees/{draw(st.sampled_from(PEOPLE))}.toml"

    def do(root: Path) -> None:
        target = root / path
        if kind == "write":
            put(target, text)
        elif kind == "same" and target.exists():
            _edited_in_secret(target)
        elif kind == "remove":
            target.unlink(missing_ok=True)
        elif kind == "rename" and target.exists():
            target.rename(target.with_name("0009.toml"))
        elif kind == "person":
            put(root / person, f'schema = 1\nname = "{word} {word}"\naliases = ["{word}"]\n')
        elif kind == "gone":
            (root / person).unlink(missing_ok=True)
        elif kind == "group":
            put(root / f"groups/{group}.toml", f'schema = 1\nname = "{word}"\n')
        elif kind == "no-group":
            (root / f"groups/{group}.toml").unlink(missing_ok=True)

    return do


def put(path: Path, text: str) -> None:
    """Write a file, its folder too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def _edited_in_secret(path: Path) -> None:
    """Change a file, but neither its size nor its time of change."""
    before = path.stat()
    path.write_text(path.read_text().replace("held", "HELD").swapcase().replace("Schema", "schema"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("granularity", [2_000_000_000, -(10**18)], ids=["racy", "settled"])
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_rows_are_the_same_with_and_without_the_index(
    monkeypatch: pytest.MonkeyPatch, granularity: int, data: st.DataObject
) -> None:
    monkeypatch.setattr("scm_cli.archive.index.stamps.GRANULARITY", granularity)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "archive"
        put(root / "scm.toml", "schema = 1\n")
        for group in GROUPS:
            put(root / f"groups/{group}.toml", f'schema = 1\nname = "{group}"\n')
            for number in (1, 2):
                put(root / f"sessions/{group}/{number:04}.toml", data.draw(session(number)))
        for person in PEOPLE:
            put(root / f"attendees/{person}.toml", f'schema = 1\nname = "{data.draw(WORDS)}"\n')
        scm = Scm(root, monkeypatch)
        agree(scm, LISTS)
        for do in data.draw(st.lists(change(), min_size=1, max_size=4)):
            do(root)
            agree(scm, LISTS)
