"""Documents as plain text."""

import re

import pytest
from documented import NOTES
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from printable import LINES, printings

from scm_cli.formats.markdown import plain, tokens, tree
from scm_cli.formats.text import WIDTH, cells, text
from scm_cli.notation.context import Printing
from scm_cli.notation.inline import escape
from scm_cli.notation.protocol import protocol

relaxed = settings(deadline=None)


def test_notes_of_every_kind() -> None:
    assert text(NOTES.read_text()) == NOTES.with_suffix(".txt").read_text()


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("Siehe https://example.org/a im Netz.", ["Siehe", "https://example.org/a", "im Netz."]),
        ("- Link: https://example.org/a", ["- Link:", "  https://example.org/a"]),
        ("[Konzept](https://example.org/k)", ["Konzept", "https://example.org/k"]),
        ("<https://example.org/k>", ["https://example.org/k"]),
        ("![Lageplan](https://example.org/p.png)", ["Lageplan", "https://example.org/p.png"]),
        ("[Anna](mailto:anna@example.org)", ["Anna (anna@example.org)"]),
        ("<anna@example.org>", ["anna@example.org"]),
        ("[x](javascript:alert(1))", ["[x](javascript:alert(1))"]),
        ("[x](//example.org)", ["[x](//example.org)"]),
        ("a\\\nb", ["a", "b"]),
        ("a\nb", ["a b"]),
        ("# Titel", ["Titel", "====="]),
        ("## Titel", ["Titel", "-----"]),
        ("### Titel", ["Titel"]),
        ("9. a\n10. b", ["9.  a", "10. b"]),
        ("- a\n\n  b\n- c", ["- a", "", "  b", "", "- c"]),
        ("-", ["-"]),
        ("> a\n>\n> - b", ["    a", "", "    - b"]),
        ("\\*a\\* \\_b\\_ &amp; `c`", ["*a* _b_ & c"]),
        ("", [""]),
    ],
)
def test_each_kind_of_block(markdown: str, lines: list[str]) -> None:
    assert text(markdown) == "\n".join(lines) + "\n"


def test_wide_characters_take_two_cells() -> None:
    lines = text("漢字 " * 40).splitlines()
    assert max(map(cells, lines)) == 69
    assert cells("Cho\u0301s\u0301ebuz") == 8


def fits(line: str) -> bool:
    """Say whether a line keeps the width, or is one long word behind the marks of its lists."""
    rest = re.sub(r"^(?:(?:-|\d+\.)? +)*", "", line)
    return cells(line) <= WIDTH or " " not in rest or cells(rest) <= 20


@relaxed
@given(st.lists(LINES, min_size=1, max_size=4))
def test_escaped_text_comes_back_word_by_word_and_keeps_the_width(lines: list[str]) -> None:
    printed = text("\n\n".join(escape(line, start=True) for line in lines))
    assert [line for line in printed.splitlines() if not fits(line)] == []
    assert re.findall(r"[^ \t\n]+", printed) == re.findall(r"[^ \t\n]+", " ".join(lines))


@relaxed
@given(printings())
def test_protocols_keep_the_width_and_lose_no_word(printing: Printing) -> None:
    markdown = protocol(printing)
    assume(not any(token.type in ("fence", "code_block") for token in tokens(markdown)))
    printed = text(markdown)
    assert [line for line in printed.splitlines() if not fits(line)] == []
    assert not [line for line in printed.splitlines() if line != line.rstrip(" ")]
    squeezed = re.sub(r"[ \t\n]+", "", printed)
    for block in tree(markdown).children:
        if block.type == "heading":
            assert re.sub(r"[ \t\n]+", "", plain(block)) in squeezed
