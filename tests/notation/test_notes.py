import re
from time import perf_counter
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from scm_cli.model.text import prose
from scm_cli.notation.notes import guard, line_kinds, looks_like_notation, normalise, unguard

MARKDOWN = MarkdownIt("commonmark", {"html": False})

STARTS = (
    """
|  |   |    |\t| \t|  \t|- |* |+ |-|-   |-     |-\t|1. |2. |1) |12. |1.|  1. |   - |> |>|> > |>\t|  >
- - |- > |1. - |\\|\\\\
""".strip("\n")
    .replace("\n", "|")
    .split("|")
)
CONTENTS = (
    """
```|````|~~~|~~~~|```py|``` a`b|~~~ x|`|`` ``|```x```|<!--|<script>|<div>|-->|</script>|# A|#|##\tx|#x
## TOP 3 Fake|### TOP 3.1 Fake|#### x|####### x|===|---|--|-|***|* * *|_ _ _|+++|===x|**b**|**
**Beschluss B1-1 (x):** y|Zeit: 10:00 Uhr|Time:|Zeit:|10:20 Uhr: Frau Kern kommt.|1:05: A joins.|Zeiten: x
[x]: /url|[x]:|[x]|\\[x]: /url|\\\\[x]: /url|[x\\]: /url|[a b]: </u> "t"|"title"|[x|y]: /url|]: /url|/url|'t'
[x](/url)|[x][y]|[x]: /u "|![x]: /u|^[x]: /u|+[x]: /u|`[x]: /u`|[x]: y](z)|[|]|(|\\[|*|_|a|b c|a  |a\\
&copy;|&amp;|\u00a0|\u00a0# x|é|text|wort wort|1986. Jahr|a: b
""".strip("\n")
    .replace("\n", "|")
    .split("|")
)
LINES = st.one_of(
    st.just(""),
    st.tuples(st.sampled_from(STARTS), st.sampled_from(STARTS), st.sampled_from(CONTENTS)).map("".join),
    st.tuples(st.sampled_from(STARTS), st.sampled_from(CONTENTS)).map("".join),
    st.sampled_from(CONTENTS),
    st.text(st.sampled_from(' \t`~#*-+>[]():\\"x1.=_&<a'), max_size=10),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=8),
)
NOTES = st.lists(LINES, max_size=9).map("\n".join)
thorough = settings(max_examples=500, deadline=None)


def parse(markdown: str) -> tuple[list[Token], dict[str, Any]]:
    """Return the tokens and the link definitions."""
    found: dict[str, Any] = {}
    tokens = MARKDOWN.parse(markdown, found)
    return tokens, found.get("references", {})


def shown(markdown: str) -> list[tuple[str, str, str]]:
    """Return what is rendered.

    Runs of white space count as one outside code blocks, as in HTML; blank lines that end a code block do not
    count, for an open one in a list goes on to the next block.
    """
    tokens, _ = parse(markdown)
    return [
        (
            token.type,
            token.tag,
            re.sub(r"\s+", " ", inline(token)) if token.type == "inline" else token.content.rstrip("\n"),
        )
        for token in tokens
    ]


def inline(token: Token) -> str:
    return str(MARKDOWN.renderer.render([token], MARKDOWN.options, {})).replace("<code>", "<code> ")


def in_code(lines: list[str]) -> list[bool]:
    return [kind == "code" for kind in line_kinds(lines)]


@thorough
@given(NOTES)
def test_what_follows_the_notes_is_read_as_it_stands(notes: str) -> None:
    printed = guard(normalise(notes))
    following = "**Beschluss B1-1 (angenommen):** Text.\n\n## TOP 2 Next\n\n> a\n\n### TOP 2.1 Last\n"
    assert shown(f"{printed}\n\n{following}") == shown(printed) + shown(following)


@thorough
@given(NOTES)
def test_the_stored_form_comes_back_and_no_line_reads_as_notation(notes: str) -> None:
    stored = normalise(notes)
    printed = guard(stored)
    lines = printed.split("\n")
    assert normalise(stored) == stored
    assert unguard(printed) == stored
    assert normalise(printed) == stored
    assert not any(looks_like_notation(line) for line, code in zip(lines, in_code(lines), strict=True) if not code)


@thorough
@given(NOTES)
def test_printing_renders_the_same_but_for_link_definitions(notes: str) -> None:
    stored = normalise(notes)
    printed = guard(stored)
    assert parse(printed)[1] == {}
    if not parse(stored)[1]:
        assert shown(printed) == shown(stored)


@thorough
@given(NOTES)
def test_storing_changes_no_rendering_but_of_link_definitions(notes: str) -> None:
    text, stored = prose(notes), normalise(notes)
    parsers_agree = stored.startswith(unguard(text))
    if parsers_agree and not parse(text)[1] and not parse(stored)[1]:
        assert shown(stored) == shown(text)


@thorough
@given(NOTES)
@example(">```\n>")
def test_lines_of_code_and_paragraphs_are_found(notes: str) -> None:
    lines = guard(normalise(notes)).split("\n")
    tokens, _ = parse("\n".join(lines) + "\n")  # as in a protocol, which never ends within its notes
    code: set[int] = set()
    starts: set[int] = set()
    for token in tokens:
        if token.map and token.type == "fence":
            code |= set(range(*token.map))
        elif token.map and token.type == "paragraph_open":
            starts.add(token.map[0])
    kinds = line_kinds(lines)
    filled = [number for number, line in enumerate(lines) if line.strip(" \t")]
    assert [number for number in filled if kinds[number] == "code"] == [each for each in filled if each in code]
    assert starts <= {number for number in filled if kinds[number] == "start"}


@pytest.mark.parametrize(
    ("notes", "printed"),
    [
        ("", ""),
        ("\n \nText  \nmehr.\n\n", "Text  \nmehr."),
        ("# Protokoll", " # Protokoll"),
        ("## TOP 3 Fake", " ## TOP 3 Fake"),
        ("###", " ###"),
        (" ## TOP 3 Fake", " ## TOP 3 Fake"),
        ("  ## Titel", "  ## Titel"),
        ("#### Titel", "#### Titel"),
        ("#Cottbus", "#Cottbus"),
        ("**Beschluss B1-1 (x):** y", " **Beschluss B1-1 (x):** y"),
        ("Text\nZeit: 10:00 Uhr", "Text\n Zeit: 10:00 Uhr"),
        ("Time: 10:00", " Time: 10:00"),
        ("Zeitplan: x", "Zeitplan: x"),
        ("10:20 Uhr: Frau Kern kommt hinzu.", " 10:20 Uhr: Frau Kern kommt hinzu."),
        ("10:20: Ms Kern joins.", " 10:20: Ms Kern joins."),
        ("10:20 Uhr Beginn", "10:20 Uhr Beginn"),
        ("```\n# x\n[x]: /url", "```\n# x\n[x]: /url\n```"),
        ("   ~~~~~ py\n~~~\n```", "   ~~~~~ py\n~~~\n```\n~~~~~"),
        ("```\n# x\n```\n# y", "```\n# x\n```\n # y"),
        ("``` a`b\n# x", "``` a`b\n # x"),
        ("- ```\n  code\n# x", "- ```\n  code\n # x"),
        ("- a\n\n  ```\n  code", "- a\n\n  ```\n  code"),
        ("- ```\nfoo\n  ```", "- ```\nfoo\n  ```\n```"),
        ("> ```\n> code", "> ```\n> code"),
        ("[x]: /url", r"\[x]: /url"),
        (r"\[x]: /url", r"\[x]: /url"),
        ("> - [x]: /url", r"> - \[x]: /url"),
        ("[x\ny]: /url", "\\[x\ny]: /url"),
        ("Text\n[x]: /url", "Text\n[x]: /url"),
        ("    [x]: /url", "    [x]: /url"),
        ("[x](y) und [z]", "[x](y) und [z]"),
        ("-    - a\n    -\nb", "-    - a\n           -\nb"),
    ],
)
def test_notes_are_printed(notes: str, printed: str) -> None:
    assert guard(normalise(notes)) == printed
    assert normalise(printed) == normalise(notes)


@pytest.mark.parametrize("part", ["[", "> ", "- ", "`", "- ```\n", "[x\n", "a\n", "1. [a\\]\n", "#\n", "\t"])
def test_long_notes_take_no_time(part: str) -> None:
    notes = part * 2000
    before = perf_counter()
    unguard(guard(normalise(notes)))
    assert perf_counter() - before < 2
