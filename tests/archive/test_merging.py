"""Two versions of a file become one file: what it says by id, and how it is written from both."""

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import FILES, tables

from scm_cli.archive.codec import new_file
from scm_cli.archive.merging import MergedFile, kind, merged_file, placed
from scm_cli.archive.parsing import BOM
from scm_cli.archive.reader import read
from scm_cli.errors import BadData, ScmError
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group
from scm_cli.model.session import Session
from scm_cli.model.settings import Settings
from scm_cli.model.sides import Sides
from scm_cli.model.table import Table

PATH = "sessions/g/0007.toml"
NAMES = Sides("before", "ours", "theirs")

BASE = """\
# The file of a secretary.
schema = 1
date = 2024-09-10   # a Tuesday
number = 7
last_task = 0

[x]
mood = "good"

[[agenda]]
# the first
title = "Radwege"
id = "radwege"

[[agenda]]
id = "haushalt"
title = "Haushalt"

[x.deep]
key = 1
"""


def merged(base: str, ours: str, theirs: str, *, path: str = PATH) -> MergedFile:
    return merged_file(Sides(*(text.encode() for text in (base, ours, theirs))), NAMES, path)


def text(made: MergedFile) -> str:
    """Return what a merge without a conflict wrote."""
    assert made.merged.conflicts == ()
    return made.data.decode()


OURS = BASE.replace('title = "Haushalt"', 'title = "Haushalt 2025"  # said the mayor').replace("good", "better")
THEIRS = BASE.replace("# the first", "# the first and best\nkind = 'discussion'").replace(
    "number = 7", 'number = 7\nplace = "Musterstadt" # as always'
)
BOTH = (
    BASE.replace('title = "Haushalt"', 'title = "Haushalt 2025"  # said the mayor')
    .replace("good", "better")
    .replace("# the first", "# the first and best\nkind = 'discussion'")
    .replace("number = 7", 'number = 7\nplace = "Musterstadt" # as always')
)


@pytest.mark.parametrize("mark", [b"", BOM])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_comments_own_keys_order_line_ends_and_the_mark_survive(mark: bytes, end: str) -> None:
    files = Sides(*(mark + side.replace("\n", end).encode() for side in (BASE, OURS, THEIRS)))
    made = merged_file(files, NAMES, PATH)
    assert made.merged.conflicts == ()
    assert made.data == mark + BOTH.replace("\n", end).encode()
    assert merged_file(Sides(files.base, files.theirs, files.ours), NAMES, PATH).data == made.data


def test_line_ends_are_ours_where_theirs_has_others() -> None:
    made = merged_file(Sides(BASE.encode(), OURS.encode(), BOM + THEIRS.replace("\n", "\r\n").encode()), NAMES, PATH)
    assert made.data.decode() == BOTH


def test_mixed_line_ends_lose_nothing() -> None:
    ours = OURS.replace("\n", "\r\n", 3)
    made = merged(BASE, ours, THEIRS)
    assert text(made).startswith("# The file of a secretary.\r\nschema = 1\r\n")
    assert tomllib.loads(text(made)) == tomllib.loads(BOTH)
    assert "# said the mayor" in text(made)


def test_new_rows_of_both_with_their_comments() -> None:
    new = '\n[[agenda.tasks]]  # {who}\nnumber = 1\ntext = "{what}"\n'
    ours, theirs = (
        BASE.replace("\n[x.deep]", new.format(who=who, what=what) + "\n[x.deep]").replace("task = 0", "task = 1")
        for who, what in (("ours", "Plan"), ("theirs", "Karte"))
    )
    made = merged(BASE, ours, theirs)
    rows = tomllib.loads(text(made))["agenda"][1]["tasks"]
    assert rows == [{"number": 1, "text": "Plan"}, {"number": 2, "text": "Karte"}]
    assert tomllib.loads(text(made))["last_task"] == 2
    assert "[[agenda.tasks]]  # ours" in text(made)
    assert "[[agenda.tasks]]  # theirs" in text(made)


def test_the_same_field_changed_twice_leaves_ours_and_merges_the_rest() -> None:
    theirs = THEIRS.replace('"Haushalt"', '"Etat"')
    made = merged(BASE, OURS, theirs)
    assert [one.name for one in made.merged.conflicts] == ["agenda.haushalt.title"]
    assert made.data.decode() == BOTH


def test_what_one_side_left_alone_is_taken_byte_for_byte() -> None:
    odd = THEIRS.replace("\n", "\r\n", 2) + "\n\n# the end"
    assert merged(BASE, BASE, odd).data == odd.encode()
    assert merged(BASE, odd, BASE).data == odd.encode()
    assert merged(BASE, odd, odd).data == odd.encode()


PLANNED = 'schema = 1\nnumber = 2\ndate = 2024-10-{day}\nuid = "{uid}"\n'


def test_two_new_sessions_in_one_file() -> None:
    ours, theirs = PLANNED.format(day="08", uid="eins"), PLANNED.format(day="15", uid="zwei")
    with pytest.raises(ScmError, match="number 2") as caught:
        merged("", ours, theirs, path="sessions/ag-test/0002.toml")
    assert caught.value.exit_code == 1
    assert "scm session renumber ag-test/2 --from-git" in caught.value.remedy
    with pytest.raises(ScmError) as caught:
        merged("", ours, theirs, path="")
    assert "scm session renumber 2 --from-git" in caught.value.remedy


def test_one_new_session_that_both_have_is_merged() -> None:
    ours = PLANNED.format(day="08", uid="eins") + 'place = "Musterstadt"\n'
    theirs = PLANNED.format(day="08", uid="eins") + "start = 10:00:00\n"
    assert tomllib.loads(text(merged("", ours, theirs))) == tomllib.loads(ours + "start = 10:00:00\n")
    by_hand = ours.replace('uid = "eins"\n', "")
    assert text(merged("\n", by_hand, theirs)).startswith("schema = 1\nnumber = 2")


@pytest.mark.parametrize(
    ("side", "content", "found"),
    [
        ("base", b"schema = ", "before"),
        ("ours", BASE.encode() + b"<<<<<<< HEAD\n", "ours:21"),
        ("theirs", b"schema = 2\nnumber = 7\ndate = 2024-09-10\n", "theirs:1: schema"),
        ("theirs", b"schema = 1\nnumber = 7\ndate = 2024-02-30\n", "theirs:3"),
        ("theirs", b"schema = 1\nnumber = 7\ndate = 2024-09-10\ntitle = '\xff'\n", "theirs:4"),
        ("theirs", b"", "theirs: "),
        ("ours", b"\x00\x01\x02", "ours"),
        ("theirs", b"schema = 1\nname = 'Anna Beispiel'\n", "theirs"),
    ],
)
def test_a_side_that_cannot_be_read_is_named(side: str, content: bytes, found: str) -> None:
    files = replace(Sides(BASE.encode(), OURS.encode(), THEIRS.encode()), **{side: content})
    with pytest.raises(BadData) as caught:
        merged_file(files, NAMES, PATH)
    assert str(caught.value.problems[0]).startswith(found)


@pytest.mark.parametrize(
    ("path", "table"),
    [
        ("scm.toml", Settings),
        ("/srv/archive/scm.toml", Settings),
        ("data/groups/g.toml", Group),
        ("attendees/anna.toml", Attendee),
        ("sessions/g/0001.toml", Session),
        ("über uns/sessions/g/0001.toml", Session),
        (r"data\sessions\g\0001.toml", Session),
        ("sessions/0001.toml", None),
        ("groups/g/x.toml", None),
        ("x.toml", None),
        ("", None),
    ],
)
def test_a_place_says_what_a_file_is(path: str, table: type[Table] | None) -> None:
    assert placed(path) is table


@given(st.sampled_from(FILES).flatmap(lambda table: st.tuples(tables(table), tables(table))))
@settings(max_examples=60, deadline=None)
def test_a_file_without_a_place_is_known_by_what_it_says(versions: tuple[Table, Table]) -> None:
    # own tables say nothing: every kind of file may have them
    ours, theirs = (new_file(replace(value, x=None), "x.toml") for value in versions)
    table = kind("", ours, theirs)
    read(ours, table, "ours")
    read(theirs, table, "theirs")
    assert table is type(versions[0]) or b"\n[" not in ours + theirs


@given(st.sampled_from(FILES).flatmap(lambda table: st.tuples(*[tables(table)] * 3)))
@settings(max_examples=60, deadline=None)
def test_the_bytes_always_say_what_was_meant(versions: tuple[Table, Table, Table]) -> None:
    base, ours, theirs = versions
    if isinstance(base, Session) and isinstance(ours, Session) and isinstance(theirs, Session):
        ours, theirs = replace(ours, number=base.number), replace(theirs, number=base.number)
    files = Sides(*(new_file(side, "x.toml") for side in (base, ours, theirs)))
    path = {Session: PATH, Group: "groups/g.toml", Attendee: "attendees/a.toml"}.get(type(base), "scm.toml")
    made = merged_file(files, NAMES, path)
    assert read(made.data, type(base), "made") == made.merged.value
