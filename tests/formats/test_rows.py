"""Machine formats give back what went in."""

import csv
import io
import json
import re

from hypothesis import given
from hypothesis import strategies as st

from scm_cli.formats.rows import FORMATS
from scm_cli.query.rows import Row

TEXT = st.text(st.characters(codec="utf-8"))


def rows(texts: list[tuple[str, str]]) -> list[Row]:
    """Return rows of two text fields."""
    return [Row({"a": one, "b": two}, ()) for one, two in texts]


def unescaped(cell: str) -> str:
    """Take the TSV escapes off again."""
    return re.sub(r"\\(.)", lambda match: {"t": "\t", "n": "\n", "r": "\r"}.get(match[1], match[1]), cell)


@given(st.lists(st.tuples(TEXT, TEXT)))
def test_tsv_gives_every_text_back(texts: list[tuple[str, str]]) -> None:
    lines = "".join(FORMATS["tsv"](rows(texts), ("a", "b"))).split("\n")[:-1]
    assert [tuple(map(unescaped, line.split("\t"))) for line in lines] == texts


@given(st.lists(st.tuples(TEXT, TEXT)))
def test_csv_gives_every_text_back_and_no_formula(texts: list[tuple[str, str]]) -> None:
    written = "".join(FORMATS["csv"](rows(texts), ("a", "b")))
    head, *body = csv.reader(io.StringIO(written, newline=""))
    assert head == ["a", "b"]
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for line in body for cell in line)
    assert [tuple(cell.removeprefix("'") for cell in line) for line in body] == texts


@given(st.lists(st.tuples(TEXT, TEXT)))
def test_json_is_an_array_and_json_lines_are_objects(texts: list[tuple[str, str]]) -> None:
    expected = [{"a": one, "b": two} for one, two in texts]
    assert json.loads("".join(FORMATS["json"](rows(texts), ("a", "b")))) == expected
    lines = "".join(FORMATS["jsonl"](rows(texts), ("a", "b"))).split("\n")[:-1]
    assert [json.loads(line) for line in lines] == expected


def test_nothing_is_an_empty_array_and_absent_is_null_or_empty() -> None:
    assert list(FORMATS["json"]([], ("a",))) == ["[]\n"]
    row = Row({"a": None, "b": ["x", "y"], "c": True}, ())
    assert "".join(FORMATS["tsv"]([row], ("a", "b", "c"))) == "\tx; y\ttrue\n"
    assert json.loads("".join(FORMATS["jsonl"]([row], ("a", "b", "c")))) == {"a": None, "b": ["x", "y"], "c": True}
