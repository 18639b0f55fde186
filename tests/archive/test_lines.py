"""Lines outside strings and arrays of several lines, whatever stands in those."""

import pytest

from scm_cli.archive.codec import changed_file
from scm_cli.archive.lines import line_of, logical_lines
from scm_cli.archive.reader import read
from scm_cli.model.group import Group, Rule


@pytest.mark.parametrize(
    "string",
    [
        "'''\n\"'''  # a \" and a [",
        "'''\n'a' \\'''",
        '"""\n\\""" # [ "\n"""',
        '"""\\\n  a"""',
        '""""a""""',
        '""""""',
        "''''''",
        '[ # ]\n \'a\', # """\n]',
    ],
)
def test_what_stands_after_a_string_or_array_is_seen(string: str) -> None:
    lines = [line for _, line in logical_lines(f"before = {string}\nafter = 1\n")]
    assert lines[1:] == ["after = 1", ""]
    assert line_of(f"before = {string}\nafter = 1\n", ("after",)) == string.count("\n") + 2


def test_a_comment_above_a_key_that_goes_stays_after_any_string() -> None:
    before = Group(name='"', rules=(Rule(field="a", status=("held",)),))
    head = "schema = 1\nname = '''\n\"'''  # a [ \"\n[[rules]]\nfield = 'a'\n"
    text = f"{head}\n  # mine\n  status = [\n  # inside\n  'held',\n]\n"
    assert read(text.encode(), Group, "f") == before
    made = changed_file(text.encode(), before, Group(name='"', rules=(Rule(field="a"),)), "f")
    assert "  # mine\n" in made.decode()
