"""Short runs of the fuzzing, and what long ones have found."""

import random
from dataclasses import replace
from time import process_time

import pytest
from fuzz.run import run
from handmade import handmade, places
from strategies import FILES, sample

from scm_cli.archive.codec import changed_file
from scm_cli.archive.lines import _places, lines_of
from scm_cli.archive.reader import MOST, read
from scm_cli.errors import BadData
from scm_cli.model.attendee import Attendee
from scm_cli.model.session import Session
from scm_cli.model.settings import Settings
from scm_cli.model.table import Table
from scm_cli.model.validity import Where

HEAD = "schema = 1\nnumber = 1\ndate = 2022-11-25\n"


@pytest.mark.parametrize(("part", "count"), [("reader", 600), ("writer", 200)])
def test_a_short_run_finds_nothing(part: str, count: int) -> None:
    outcome = run(part, seed=0, first=0, count=count, children=1)
    assert outcome.findings == []
    assert outcome.counts.total() == count
    assert len(outcome.counts) == 2, "some files are read and some refused, some edited and some have nothing to edit"


def refused(text: str, table: type[Table]) -> list[str]:
    """Return what is wrong with a file, which must take no time to be told."""
    begin = process_time()
    with pytest.raises(BadData) as caught:
        read(text.encode(), table, "f")
    assert process_time() - begin < 2
    return [str(problem.found) for problem in caught.value.problems]


LONG = "0x" + "f" * 5_000


@pytest.mark.parametrize("value", [LONG, f"[{LONG}]", f"{{ a = {LONG} }}", f"[[{LONG}], 1]"])
def test_a_number_that_python_does_not_print_is_told(value: str) -> None:
    assert refused(f"{HEAD}title = {value}\n", Session) == ["… is not text"]
    assert refused(f"{HEAD}last_task = {value}\n", Session)
    assert refused(f"{HEAD}[x]\na = {value}\n", Session) == ["…"]
    assert refused(f"schema = {value}\n", Settings)


@pytest.mark.parametrize(
    ("number", "fits"), [(2**63 - 1, True), (-(2**63), True), (2**63, False), (-(2**63) - 1, False)]
)
def test_own_numbers_have_64_bits_as_toml_says(number: int, *, fits: bool) -> None:
    text = f"schema = 1\nx.a = {number}\n"
    if fits:
        assert read(text.encode(), Settings, "f").x == {"a": number}
    else:
        assert refused(text, Settings) == [str(number)]


def test_an_elected_candidate_beside_a_nameless_one() -> None:
    item = '[[agenda]]\nid = "a"\ntitle = "A"\n[[agenda.elections]]\nnumber = 1\nelected = "Anna"\n'
    found = refused(f"{HEAD}{item}candidates = [{{ name = 1 }}, {{ name = 'Bernd' }}]\n", Session)
    assert "1 is not text" in found


def test_so_much_is_wrong_that_not_all_is_told() -> None:
    found = refused(HEAD + "[[agenda]]\n" * 40_000, Session)
    assert len(found) == MOST + 1
    assert found[-1] == "more is wrong in this file; these are the first 1000"


def test_many_unknown_keys_take_no_time() -> None:
    assert len(refused(HEAD + "".join(f"titel{n} = 1\n" for n in range(20_000)), Session)) == MOST + 1


def test_many_items_and_many_that_name_none() -> None:
    items = "".join(f'[[agenda]]\nid = "p{n}"\ntitle = "P"\n' for n in range(5_000))
    rows = "".join(f'[[attendance]]\nname = "N{n}"\nitems = ["q{n}"]\n' for n in range(5_000))
    found = refused(HEAD + rows + items, Session)
    assert found[0] == "no agenda item has the id q0"
    assert 900 < len(found) <= MOST


@pytest.mark.parametrize("header", ['["a{}b"]', '[x."a{}b"]', '[ "a"{} ]', "[x{}]", '[x."a]{}b"]'])
def test_a_header_of_any_width_takes_no_time(header: str) -> None:
    refused(HEAD + header.format(" " * 100_000) + "\nfalsch = 1\n[falsch]\n", Session)


def one_by_one(text: str, where: Where) -> int:
    """Return the line of a value as `lines_of` should, looking through the whole file for each."""
    found = list(_places(text))
    ways = [where[:length] for length in range(len(where), 0, -1)]
    return next((line for way in ways for place, line in found if place[: len(way)] == way), 0)


@pytest.mark.parametrize("table", FILES, ids=lambda table: table.__name__)
@pytest.mark.parametrize("seed", range(4))
def test_lines_are_those_of_keys_found_one_by_one(table: type[Table], seed: int) -> None:
    value = sample(table, second=bool(seed % 2))
    text = handmade(value, random.Random(seed)).data.decode()  # noqa: S311
    wheres: list[Where] = [where for where, _, _ in places(value)]
    wheres += [("agenda", 7), ("agenda", 0, "falsch"), ("falsch",), ()]
    assert lines_of(text, wheres) == [one_by_one(text, where) for where in wheres]
    assert len(set(lines_of(text, wheres))) > 1


def test_a_comment_that_stays_is_not_put_into_the_text_beside_it() -> None:
    text = 'schema = 1\nname = "A"\nphone = """\\\n   1 2"""\n# bleibt\nfamily_name = """\\\n   1 2"""\nrole = "R"\n'
    before = read(text.encode(), Attendee, "f")
    made = changed_file(text.encode(), before, replace(before, family_name=None), "f").decode()
    assert made == 'schema = 1\nname = "A"\nphone = """\\\n   1 2"""\n# bleibt\nrole = "R"\n'


def test_a_row_whose_name_was_corrected_keeps_its_comments_and_layout() -> None:
    text = f"{HEAD}[[attendance]]  # Gast\nstate = 'present'\n# ruft zurück\nname = \"Gast\"\norganisation = 'Alt'\n"
    before = read(text.encode(), Session, "f")
    after = replace(before, attendance=(replace(before.attendance[0], organisation="Neu"),))
    assert changed_file(text.encode(), before, after, "f").decode() == text.replace("'Alt'", '"Neu"')


def test_rows_of_one_identity_stay_two() -> None:
    people = "".join(f'[[seal.people]]\nkey = "a"\nname = "A"  # {n}\n' for n in (1, 2))
    digest = "0" * 64
    seal = f'[seal]\nversion = 1\nat = 2024-09-12T09:00:00+02:00\nhead = "{digest}"\nprotocol = "{digest}"\n'
    text = HEAD + 'place = "P"\n' + seal + people
    before = read(text.encode(), Session, "f")
    assert before.seal
    after = replace(before, seal=replace(before.seal, version=2))
    assert changed_file(text.encode(), before, after, "f").decode() == text.replace("version = 1", "version = 2")
    first = before.seal.people[0]
    twice = replace(before, seal=replace(before.seal, people=(first, replace(first, organisation="O"))))
    made = changed_file(text.encode(), before, twice, "f").decode()
    assert [line for line in made.split("\n") if "# " in line] == ['name = "A"  # 1', 'name = "A"  # 2']
