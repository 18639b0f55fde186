"""What is written reads back as what was meant, and a change leaves the rest of a file as it was."""

import random
import tomllib
from dataclasses import replace
from datetime import date, datetime, time, timezone
from functools import partial
from itertools import permutations
from math import nan
from typing import Any

import pytest
from handmade import BOM, Layout, changed_at, handmade, is_header, is_toml_1_0, places
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import FILES, all_tables, mended, of_key, sample, tables

from scm_cli.archive.canonical import long_text
from scm_cli.archive.codec import changed_file, new_file
from scm_cli.archive.format import Key, keys
from scm_cli.archive.lines import comments
from scm_cli.archive.reader import read
from scm_cli.errors import BadData, ScmError
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group, Public, Words
from scm_cli.model.outcomes import Decision
from scm_cli.model.session import Session
from scm_cli.model.settings import Settings
from scm_cli.model.table import Table
from scm_cli.model.validity import Where

some = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

HEAD = "schema = 1\nnumber = 1\ndate = 2022-11-25\n"
SESSION = Session(number=1, date=date(2022, 11, 25))

# values that other keys of the same file depend on, or that tell a row of a list from its neighbours
DEPENDENT = frozenset(
    [
        "id",
        "level",
        "top",
        "kind",
        "number",
        "items",
        "item",
        "file",
        "url",
        "attendee",
        "name",
        "organisation",
        "elected",
        "candidates",
        "key",
        "x",
    ]
)


def names(table: type[Table]) -> str:
    return table.__name__


def changed(text: str, how: Any, table: type[Table] = Session) -> str:
    before = read(text.encode(), table, "f")
    return changed_file(text.encode(), before, how(before), "f").decode()


# new files


@pytest.mark.parametrize("table", FILES, ids=names)
@pytest.mark.parametrize("second", [False, True])
def test_a_file_with_every_key_reads_back(table: type[Table], second: bool) -> None:
    value = sample(table, second=second)
    data = new_file(value, "f")
    assert read(data, table, "f") == value
    assert tomllib.loads(data.decode())["schema"] == 1
    assert all(getattr(value, key.field) is not None for key in keys(table).values())


@pytest.mark.parametrize("table", FILES, ids=names)
def test_every_new_file_reads_back(table: type[Table]) -> None:
    @some
    @given(tables(table))
    def check(value: Table) -> None:
        data = new_file(value, "f")
        assert read(data, table, "f") == value
        assert b"\r" not in data
        assert data.endswith(b"\n")
        assert data.startswith(b"schema = 1\n")
        assert tomllib.loads(data.decode())

    check()


def test_the_canonical_layout() -> None:
    session = Session(
        number=7,
        date=date(2024, 5, 14),
        start=time(10, 0),
        attendance=(Attendance(attendee="julia-binder", state="present"),),
        agenda=(
            Item(
                id="a",
                title='Titel „x“ "y"',
                notes="Eins\n\n- zwei \\",
                decisions=(Decision(number=1, text="Kurz"), Decision(number=2, text="lang " * 20)),
            ),
            Item(id="b", title="B"),
        ),
        x={"own": {"a": 1}},
    )
    assert new_file(session, "f").decode() == (
        "schema = 1\nnumber = 7\ndate = 2024-05-14\nstart = 10:00:00\n\n"
        '[[attendance]]\nattendee = "julia-binder"\nstate = "present"\n\n'
        '[[agenda]]\nid = "a"\ntitle = "Titel „x“ \\"y\\""\nnotes = """\nEins\n\n- zwei \\\\\n"""\n\n'
        '[[agenda.decisions]]\nnumber = 1\ntext = "Kurz"\n\n'
        f'[[agenda.decisions]]\nnumber = 2\ntext = """\n{"lang " * 20}\n"""\n\n'
        '[[agenda]]\nid = "b"\ntitle = "B"\n\n'
        "[x.own]\na = 1\n"
    )


def test_a_moment_is_written_as_the_format_shows_it() -> None:
    session = sample(Session)
    assert session.seal
    seal = replace(session.seal, at=datetime(2024, 9, 12, 9, tzinfo=timezone.utc))  # noqa: UP017 — its repr is the point
    assert b"\nat = 2024-09-12T09:00:00+00:00\n" in new_file(replace(session, seal=seal), "f")


@pytest.mark.parametrize("value", ['"""', '""""""', '"', '""', "\\", 'a"', '\\"""', "\\\\\n\\", "a\n", "\t", " a"])
def test_long_text_says_what_it_was_made_from(value: str) -> None:
    assert tomllib.loads(f"k = {long_text(value)}\n") == {"k": f"{value}\n"}


def test_what_would_not_read_back_is_not_written() -> None:
    for value in (replace(SESSION, title="a\x1bb"), replace(SESSION, title=" a"), replace(SESSION, place="")):
        with pytest.raises(ScmError, match="f"):
            new_file(value, "f")
        with pytest.raises(ScmError, match="f"):
            changed_file(HEAD.encode(), SESSION, value, "f")


# changed files


@pytest.mark.parametrize("table", FILES, ids=names)
def test_any_value_becomes_any_other(table: type[Table]) -> None:
    @some
    @given(tables(table), tables(table))
    def check(before: Table, after: Table) -> None:
        data = changed_file(new_file(before, "f"), before, after, "f")
        assert read(data, table, "f") == after
        assert tomllib.loads(data.decode())

    check()


@pytest.mark.parametrize("table", all_tables(), ids=names)
def test_every_key_can_be_changed_taken_away_and_given_again(table: type[Table]) -> None:
    kind, way = next((file, where) for file in FILES if (where := way_to(file, table)) is not None)
    first, second = sample(kind), sample(kind, second=True)
    data = new_file(first, "f")
    for key in keys(table).values():
        place = (*way, key.name)
        if key.name in DEPENDENT - {"x"}:
            continue
        other = changed_at(first, place, partial(_taken, at(second, place)))
        other = mended(other) if isinstance(other, Session) else other
        assert read(changed_file(data, first, other, "f"), kind, "f") == other
        assert changed_file(changed_file(data, first, other, "f"), other, other, "f") == changed_file(
            data, first, other, "f"
        )
        if not key.required:
            without = changed_at(first, place, partial(_taken, key.default))
            without = mended(without) if isinstance(without, Session) else without
            taken = changed_file(data, first, without, "f")
            assert read(changed_file(taken, without, first, "f"), kind, "f") == first


def way_to(file: type[Table], wanted: type[Table]) -> Where | None:
    """Return the way to the first table of a class in the sample of a file."""
    if file is wanted:
        return ()
    return next((where[:-1] for where, _, owner in places(sample(file)) if type(owner) is wanted), None)


def _taken(new: Any, _old: Any) -> Any:
    return new


def at(value: Any, where: Where) -> Any:
    for step in where:
        value = value[step] if isinstance(step, int) else getattr(value, keys(type(value))[step].field)
    return value


# files as people write them


@pytest.mark.parametrize("table", FILES, ids=names)
def test_any_layout_is_understood(table: type[Table]) -> None:
    @some
    @given(tables(table), st.randoms(use_true_random=False))
    def check(value: Table, rnd: random.Random) -> None:
        data = handmade(value, rnd).data
        assert read(data, table, "f") == value
        assert changed_file(data, value, value, "f") == data

    check()


@pytest.mark.parametrize("table", FILES, ids=names)
def test_one_change_leaves_every_other_line_as_it_was(table: type[Table]) -> None:
    @some
    @given(tables(table), st.randoms(use_true_random=False), st.data())
    def check(before: Table, rnd: random.Random, data: st.DataObject) -> None:
        layout = handmade(before, rnd)
        where, key = data.draw(st.sampled_from(changeable(before)))
        new = data.draw(of_key(key) if key.required else of_key(key) | st.just(key.default))
        after = changed_at(before, where, lambda _: new)
        made = changed_file(layout.data, before, after, "f")
        assert read(made, table, "f") == after
        assert is_toml_1_0(made) or not is_toml_1_0(layout.data)
        assert_rest_kept(layout, made, where, lost=key.shape.many or (not key.required and new == key.default))

    check()


def changeable(value: Table) -> list[tuple[Where, Key]]:
    return [(where, key) for where, key, _ in places(value) if not key.shape.table and key.name not in DEPENDENT]


def assert_rest_kept(layout: Layout, made: bytes, where: Where, *, lost: bool) -> None:
    """Assert that all lines but the changed key's are there, in order, with their ends and the mark before them.

    Args:
        layout: the file before.
        made: the file after.
        where: what was changed.
        lost: something was taken away, and with it may go blank lines beside it.
    """
    text = made.decode()
    assert text.startswith(BOM) == layout.bom
    if layout.data.count(b"\n"):
        assert text.count("\n") == text.count("\r\n") * (layout.newline == "\r\n") or layout.newline == "\n"
        assert ("\r" in text) == (layout.newline == "\r\n" and "\n" in text)  # one line left may end without any
    owners = {owner for _, owner in layout.lines}
    own = next((where[:n] for n in range(len(where), 0, -1) if where[:n] in owners), None)
    kept = [line for line, owner in layout.lines if owner != own or own is None or is_header(line)]
    if lost:
        kept = [line for line in kept if line.strip()]
    rest = iter(text.removeprefix(BOM).replace("\r\n", "\n").split("\n"))
    missing = [line for line in kept if not any(line == other for other in rest)]
    assert not missing


@some
@given(tables(Session), st.randoms(use_true_random=False), st.randoms(use_true_random=False))
def test_agenda_moves_keep_every_comment(before: Session, rnd: random.Random, order: random.Random) -> None:
    items = [replace(item, level=1) for item in before.agenda]  # else a level, with its comment, would be taken out
    before = replace(before, agenda=tuple(items))
    layout = handmade(before, rnd)
    order.shuffle(items)
    after = replace(before, agenda=tuple(items))
    text = changed_file(layout.data, before, after, "f").decode()
    for comment in layout.comments:
        assert text.count(comment) == 1 or f"{comment}0" in text or text.count(comment) >= 1
    assert read(text.encode(), Session, "f") == after


MOVED = """\
# über allem
schema = 1
number = 1
date = 2022-11-25  # ein Freitag

# Block A
[[agenda]]  # a
id = "a"
title = "A"  # der erste

# Block B
[[agenda]]  # b
id = "b"
title = "B"
# mitten in B
notes = '''
wörtlich
'''

[[agenda.decisions]]
number = 1
text = "Ja"  # Beschluss

# Schluss
[[agenda]]
id = "c"
title = "C"
# am Ende
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("order", ["abc", "acb", "bac", "bca", "cab", "cba"])
def test_moved_items_take_their_lines_and_comments_along(order: str, newline: str) -> None:
    text = MOVED.replace("\n", newline)
    made = changed(text, lambda s: replace(s, agenda=tuple(s.item(name) for name in order)))
    assert sorted(filter(None, made.split(newline))) == sorted(filter(None, text.split(newline)))
    assert made.count("\n") == made.count(newline)
    assert [line[6] for line in made.split(newline) if line.startswith("id = ")] == list(order)
    block = made[made.index("[[agenda]]  # b") :]
    assert [line for line in block.split(newline) if line][1:6] == [
        'id = "b"', 'title = "B"', "# mitten in B", "notes = '''", "wörtlich",
    ]  # fmt: skip


def test_a_row_that_becomes_like_another_keeps_its_place_and_comment() -> None:
    seats = '[[memberships]]  # eins\ngroup = "a"  # e\n\n[[memberships]]  # zwei\ngroup = "b"  # z\n'
    text = f'schema = 1\nname = "Anna"\n\n{seats}'.encode()
    before = read(text, Attendee, "f")
    first, second = before.memberships
    after = replace(before, memberships=(replace(first, group="b"), second))
    made = changed_file(text, before, after, "f").decode()
    assert made == text.decode().replace('"a"  # e', '"b"  # e')


def test_an_item_that_moves_and_changes_keeps_its_other_lines() -> None:
    def how(session: Session) -> Session:
        a, b, c = session.agenda
        return replace(session, agenda=(c, replace(b, title="Neu"), a))

    made = changed(MOVED, how)
    assert sorted(made.replace('"Neu"', '"B"').split()) == sorted(MOVED.split())


def test_a_new_row_follows_the_layout_of_a_new_file_and_the_line_ends_of_the_old_one() -> None:
    text = MOVED.replace("\n", "\r\n")
    item = Item(id="d", title="D", notes="Eins\nzwei", decisions=(Decision(number=2, text="Nein\nnie"),))
    made = changed(text, lambda s: replace(s, agenda=(*s.agenda, item)))
    assert made.startswith(text.removesuffix("# am Ende\r\n"))
    assert made.count("\n") == made.count("\r\n")
    assert (
        '[[agenda]]\nid = "d"\ntitle = "D"\nnotes = """\nEins\nzwei\n"""\n\n'
        '[[agenda.decisions]]\nnumber = 2\ntext = """\nNein\nnie\n"""\n'
    ) in made.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("text", "how", "made"),
    [
        (HEAD[:-1], lambda s: replace(s, place="A"), HEAD + 'place = "A"\n'),
        (
            HEAD + "start = 10:00 # fest\n",
            lambda s: replace(s, end=time(11)),
            HEAD + "start = 10:00 # fest\nend = 11:00:00\n",
        ),
        (HEAD + "start = 10:00 # fest\n", lambda s: replace(s, start=time(11)), HEAD + "start = 11:00:00 # fest\n"),
        (HEAD + "place = 'A'\n", lambda s: replace(s, place="B"), HEAD + 'place = "B"\n'),
        (HEAD + "[x]\na = 1\n", lambda s: replace(s, place="A"), HEAD + 'place = "A"\n[x]\na = 1\n'),
        (HEAD + "x.a = nan\n", lambda s: replace(s, place="A"), HEAD + 'x.a = nan\nplace = "A"\n'),
        (HEAD + "breaks = []\n", lambda s: s, HEAD + "breaks = []\n"),
    ],
)  # fmt: skip
def test_small_changes(text: str, how: Any, made: str) -> None:
    assert changed(text, how) == made


def test_long_text_is_put_in_as_lines_and_never_mistaken_for_another() -> None:
    text = HEAD + '[[agenda]]\nid = "a"\ntitle = "scm-long-text-0"\nnotes = "kurz"  # dazu\n'
    made = changed(text, lambda s: replace(s, agenda=(replace(s.agenda[0], notes='Eins\n"""zwei'),)))
    assert made == text.replace('"kurz"', '"""\nEins\n""\\"zwei\n"""')


def test_tables_on_one_line_stay_on_one_line() -> None:
    text = 'schema = 1\nname = "A"\nwords = {chair="Leitung"} # so heißt es\npublic.roles = ["chair"]\n'
    made = changed(
        text,
        lambda g: replace(
            g, words=Words(chair="Vorsitz", host="Wirtin"), public=Public(roles=("chair",), allow=("B",))
        ),
        Group,
    )
    assert made.splitlines()[2].startswith("words = {")
    assert made.splitlines()[2].endswith(" # so heißt es")
    assert made.splitlines()[3:] == ['public.roles = ["chair"]', 'public.allow = ["B"]']


def test_a_comment_that_quotes_a_value_is_not_touched() -> None:
    text = '# name = "A"\nschema = 1\nname = "A" # war "A"\n#name="A"\n'
    assert changed(text, lambda p: replace(p, name="B"), Attendee) == text.replace('\nname = "A"', '\nname = "B"')


def test_a_change_of_a_file_that_says_something_else_is_refused() -> None:
    with pytest.raises(ScmError):
        changed_file(b'schema = 1\ndefault_group = "b"\nx = 3\n', Settings(), Settings(default_group="c"), "f")
    with pytest.raises(BadData):
        changed_file(b"\xff", Settings(), Settings(default_group="c"), "f")


def test_not_a_number_equals_itself_when_read_again() -> None:
    text = "schema = 1\n[x]\na = [nan, {b = -nan}]\n"
    assert read(text.encode(), Settings, "f") == read(text.encode(), Settings, "f")
    assert read(b"schema = 1\nx.a = nan\n", Settings, "f") == Settings(x={"a": nan})


ARRAY = """\
schema = 1
number = 1
date = 2022-11-25
agenda = [ # open
  { id = "a", title = "A" }, # one
  # before b
  { id = "b", title = "B" }, # two
  { id = "c", title = "C" } # three
  # end
]
"""


@pytest.mark.parametrize("order", [*permutations("abc"), tuple("cXab"), tuple("bX")], ids="".join)
def test_rows_of_an_array_of_several_lines_keep_their_comments(order: tuple[str, ...]) -> None:
    before = read(ARRAY.encode(), Session, "f")
    items = {item.id: item for item in before.agenda} | {"X": Item(id="x", title="X")}
    after = replace(before, agenda=tuple(items[name] for name in order))
    text = changed_file(ARRAY.encode(), before, after, "f").decode()
    own = {"a": ["# one"], "b": ["# before b", "# two"], "c": ["# three"], "X": []}
    for comment in ("# open", "# end", *(comment for name in order for comment in own[name])):
        assert text.count(comment) == 1
    places = [text.index(comment) for name in order for comment in own[name]]
    assert places == sorted(places)


PRESENTERS = """\
schema = 1
number = 1
date = 2022-11-25

[[agenda]]
id = "a"
title = "A"

  #above ada
  [[agenda.presenters]] # beside ada
  name = "Ada Fiktiv" # her name
  # where she works
  organisation = "Musterwerk"
# above bo

# right above bo
[[agenda.presenters]] # beside bo
name = "Bo Fiktiv"
# end of bo

# task
[[agenda.tasks]]
number = 1
text = "T"
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_presenters_under_headers_become_a_list_with_their_comments_where_one_is_named_by_key(newline: str) -> None:
    text = PRESENTERS.replace("\n", newline)

    def how(session: Session) -> Session:
        item = session.agenda[0]
        ada, bo = item.presenters
        return replace(session, agenda=(replace(item, presenters=(bo, "cy", ada)),))

    made = changed(text, how)
    rows = '[{ name = "Bo Fiktiv" }, "cy", { name = "Ada Fiktiv", organisation = "Musterwerk" }]'
    assert f"presenters = {rows}" in made.replace(newline, "\n").splitlines()
    words = ["above ada", "beside ada", "her name", "where she works", "above bo", "right above bo", "beside bo"]
    for word in (*words, "end of bo", "task"):
        assert [line.strip("# ") for line in made.splitlines()].count(word) == 1, word
    assert made.endswith(text[text.index("[[agenda.tasks]]") :])
    assert made.startswith(text[: text.index('title = "A"')])


@pytest.mark.parametrize(
    "own",
    [
        "# 1\n[agenda.presenters.x] # 2\n# 3\na = 1 # 4\n",
        "# 1\nx.e = [ # 2\n1, # 3\n# 4\n2 # 5\n# 6\n]\n",
        'x = {a = 1, # 1\nb = "#" # 2\n}\n',
        "# 1\nx.y = 1 # 2\n# 3\nx.z = '''\n# no\n''' # 4\n",
        "[[agenda.presenters.x.y]] # 1\nq = 1\n# 1\n[[agenda.presenters.x.y]] # 2\n",
        "# 1\nx.y = 1\n# 1\nx.z = 1\n",
    ],
)
def test_comments_in_own_tables_of_presenters_stay_too(own: str) -> None:
    text = PRESENTERS.replace("# above bo\n", own)

    def how(session: Session) -> Session:
        item = session.agenda[0]
        return replace(session, agenda=(replace(item, presenters=(*item.presenters, "cy")),))

    made = changed(text, how)
    assert sorted(comments(made)) == sorted(comments(text))
    assert len(list(comments(text))) > 8


def test_the_comments_of_a_presenter_go_with_him_where_a_key_takes_his_place() -> None:
    def how(session: Session) -> Session:
        item = session.agenda[0]
        return replace(session, agenda=(replace(item, presenters=("cy", item.presenters[1])),))

    made = changed(PRESENTERS, how)
    assert 'presenters = ["cy", { name = "Bo Fiktiv" }]' in made
    assert "her name" not in made
    assert [made.count(word) for word in ("#above ada", "right above bo", "beside bo")] == [1, 1, 1]
