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
NOTES = st.sampled_from(["e", "<<<<<<< HEAD", "x <<<<<<< HEAD"])
GROUPS = ("rat", "rat-bau")
ATTACHED = ("attachments/rat/0001/a.txt", "attachments/rat/0001/b.txt")
SEAL = ["[seal]", "version = 1", "at = 2024-01-01T00:00:00Z", f'head = "{"0" * 64}"', f'protocol = "{"0" * 64}"']
LISTS = (
    ("list",),
    ("list", "--json", "--sort", "chair"),
    ("list", "--attendee", "mueller", "--attendee", "é", "--reverse"),
    ("list", "--text", "strasse", "--text", "e"),
    ("list", "--group", "bau", "--limit", "2", "--json"),
    ("agenda", "list", "--json", "--title", "haltestelle"),
    ("decision", "list", "--json", "--state", "replaced"),
    ("decision", "list"),
    ("decision", "list", "--limit", "2", "--json"),
    ("decision", "list", "--result", "carried", "--reverse"),
    ("agenda", "list", "--limit", "3", "--reverse"),
    ("attachment", "list", "--limit", "1"),
    ("election", "list", "--json", "--text", "muell"),
    ("task", "list", "--json"),
    ("attendee", "list", "--json", "--attended"),
    ("group", "list", "--json"),
    ("attachment", "list", "--json"),
    ("attachment", "list", "--missing"),
    ("attendance", "list", "--matrix", "--json", "--title", "haltestelle"),
    ("attendance", "list", "--json", "--text", "haltestelle", "--attendee", "anna"),
    ("attendance", "list", "--title", "strasse", "--state", "present"),
    ("attendance", "list", "--by-organisation", "--json", "--place", "x", "--from", "2000"),
    ("export", "--document", "decision-register", "--status", "held"),
)
STATUS = (("status", "--json"),)
ATTENDED = (
    ("attendance", "list", "--json"),
    ("attendance", "list", "--by-item", "--json"),
    ("attendance", "list", "--by-organisation", "--json"),
    ("attendance", "list", "--by-organisation", "--organisation", "e", "--text", "e"),
    ("attendance", "list", "--state", "present", "--limit", "2", "--reverse"),
)


@st.composite
def _carried(draw: st.DrawFn) -> list[str]:
    """Return what says how an item stands, whose protocol it approves, and where it comes from."""
    session = f"{draw(st.sampled_from(GROUPS))}/{draw(st.integers(1, 3))}"
    lines = [f'state = "{draw(st.sampled_from(["open", "done", "postponed"]))}"']
    lines += draw(st.sampled_from([[], ['purpose = "approval"', f'about = "{session}"']]))
    return lines + draw(st.sampled_from([[], [f'from = "{session}#a"'], [f'from = "{session}#b"']]))


@st.composite
def session(draw: st.DrawFn, number: int) -> str:
    """Return the text of a session's file; now and then one that cannot be read."""
    who = st.sampled_from([*PEOPLE, "nobody"])
    lines = [
        "schema = 1",
        f"number = {draw(st.sampled_from([number, number, 1]))}",
        f"date = {draw(st.dates())}",
        f'status = "{draw(st.sampled_from(["planned", "held", "held", "final", "cancelled"]))}"',
        f'title = "{draw(WORDS)}"',
        f'chair = "{draw(who)}"',
    ]
    if draw(st.booleans()):
        lines += ["quorum_of = 1"]
    for one in draw(st.lists(who, max_size=2, unique=True)):
        lines += ["[[attendance]]", f'attendee = "{one}"', f'state = "{draw(st.sampled_from(["present", "absent"]))}"']
        lines += draw(st.sampled_from([[], [], ['represents = "berta"'], ['votes_for = "anna"']]))
    lines += draw(
        st.sampled_from([[], ["[[attachments]]", "number = 1", f'file = "{ATTACHED[draw(st.integers(0, 1))]}"']])
    )
    lines += draw(st.sampled_from([[], [], SEAL, [*SEAL, *_sealed(draw(st.sampled_from(PEOPLE)))]]))
    lines += ["[[agenda]]", 'id = "a"', f'title = "{draw(WORDS)}"', f'notes = """\n{draw(NOTES)}\n"""']
    lines += draw(_carried())
    lines += ["[[agenda.decisions]]", "number = 1", f'text = "{draw(WORDS)}"']
    lines += [f'result = "{draw(st.sampled_from(["carried", "rejected"]))}"']
    if draw(st.booleans()):
        lines += [f'replaces = "{draw(st.sampled_from(GROUPS))}/B{draw(st.integers(1, 3))}-1"']
    lines += ["[[agenda.elections]]", "number = 1", f'candidates = [{{ name = "{draw(who)}", votes = 1 }}]']
    lines += ["[[agenda.tasks]]", "number = 1", f'text = "{draw(WORDS)}"', f'assignees = ["{draw(who)}"]']
    lines += draw(st.sampled_from([[], [], [], ["broken = ["], ["unknown = 1"]]))
    return "\n".join(lines) + "\n"


def _sealed(key: str) -> list[str]:
    """Return somebody as a seal keeps them."""
    return ["[[seal.people]]", f'key = "{key}"', f'name = "{key}"', 'organisation = "Gesiegelt"', "vote = true"]


@st.composite
def change(draw: st.DrawFn) -> Callable[[Path], None]:
    """Return something somebody does to an archive from outside."""
    group, number = draw(st.sampled_from(GROUPS)), draw(st.integers(1, 3))
    path = f"sessions/{group}/{number:04}.toml"
    person = f"attendees/{draw(st.sampled_from(PEOPLE))}.toml"
    word, text = draw(WORDS), draw(session(number))
    seated = f'[[memberships]]\ngroup = "{group}"\nvote = true\n'
    seats = [
        "",
        seated,
        f'{seated}organisation = "{word}"\n',
        f'{seated}deputy_of = "anna"\n',
        'merged_into = "berta"\n',
    ]
    seat, by = draw(st.sampled_from(seats)), draw(st.sampled_from(["person", "organisation"]))
    beside = draw(st.sampled_from([*ATTACHED, f"sessions/{group}/{number:04}.md", f"sessions/{group}/1.toml"]))
    known: dict[str, Callable[[Path], None]] = {
        "write": lambda root: put(root / path, text),
        "same": lambda root: _edited_in_secret(root / path),
        "remove": lambda root: (root / path).unlink(missing_ok=True),
        "rename": lambda root: _renamed(root / path),
        "person": lambda root: put(root / person, f'schema = 1\nname = "{word} {word}"\naliases = ["{word}"]\n{seat}'),
        "gone": lambda root: (root / person).unlink(missing_ok=True),
        "group": lambda root: put(root / f"groups/{group}.toml", f'schema = 1\nname = "{word}"\nvote_by = "{by}"\n'),
        "no-group": lambda root: (root / f"groups/{group}.toml").unlink(missing_ok=True),
        "beside": lambda root: put(root / beside, word),
    }
    return known[draw(st.sampled_from(["write", *known]))]


def put(path: Path, text: str) -> None:
    """Write a file, its folder too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def _renamed(path: Path) -> None:
    if path.exists():
        path.rename(path.with_name("0009.toml"))


def _edited_in_secret(path: Path) -> None:
    """Change a file, but neither its size nor its time of change."""
    if not path.exists():
        return
    before = path.stat()
    path.write_text(path.read_text().replace("held", "HELD").swapcase().replace("Schema", "schema"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.fixture(params=[2_000_000_000, -(10**18)], ids=["racy", "settled"])
def any_time(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let files be read again because they were just touched, or not."""
    monkeypatch.setattr("scm_cli.archive.index.stamps.GRANULARITY", request.param)
    monkeypatch.setattr("scm_cli.archive.index.looks.ENOUGH", 0)  # as with many files, a second process looks at some
    return monkeypatch


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_rows_are_the_same_with_and_without_the_index(any_time: pytest.MonkeyPatch, data: st.DataObject) -> None:
    _agree_after_changes(any_time, data, LISTS)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_as_much_is_wrong_with_and_without_the_index(any_time: pytest.MonkeyPatch, data: st.DataObject) -> None:
    _agree_after_changes(any_time, data, STATUS)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_same_people_came_with_and_without_the_index(any_time: pytest.MonkeyPatch, data: st.DataObject) -> None:
    _agree_after_changes(any_time, data, ATTENDED)


def _agree_after_changes(
    monkeypatch: pytest.MonkeyPatch, data: st.DataObject, lists: tuple[tuple[str, ...], ...]
) -> None:
    """Assert that lists are the same with and without the index, before and after changes of any kind."""
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
        agree(scm, lists)
        for do in data.draw(st.lists(change(), min_size=1, max_size=4)):
            do(root)
            agree(scm, lists)
