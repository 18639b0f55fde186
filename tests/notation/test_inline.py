from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from scm_cli.model.text import forbidden_in_line, line
from scm_cli.notation.inline import closing, escape, escape_parts, split_parts, unescape

MARKDOWN = MarkdownIt("commonmark", {"html": False})

NASTY = (
    """
\\ \\\\ ` `` ``` * ** *** _ __ ___ # ## ### ####### > >> - -- --- + = == === ~ ~~~ | ! ![ [ ] ]( ( ) [x](y) ![x](y)
[x]: [x][y] [1] [a]:/b < <a <a> </a> <!-- --> <? <!X <script> <b@c.de> <http://x.y> <5@c.de> & &amp; &amp &#38; &#x26;
&#38 &copy &nosuch; &; 1. 1) 0. 12) 123456789. 1234567890. =cmd() ; : , . / @ $ % ^ { } ' " [bold] [/bold] „ “ …
\u0301 \u00a0 \u202f \u3000 e\u0301 \U0001f600 \u2764\ufe0f \u05d0\u05d1 \u0645 \u0928\u093f \u00ad \u200d ß ä a b
Chief_Digital f(x) C# http://x.de/a_b a_b__c 3*4 \\* \\_ \\# \\[ \\( \\; x\\ Zeit: TOP 3 **B1-1:** https://example.org/?a=1&copy=2
""".strip("\n")
    .replace("\n", " ")
    .split(" ")
)
CHARS = st.characters(exclude_categories=["Cs", "Cc"])
PIECES = st.one_of(st.sampled_from([*NASTY, " ", " "]), st.text(CHARS, max_size=4), st.sampled_from(" *_\\`[]()<>&#-"))
TEXTS = (
    st.lists(PIECES, min_size=1, max_size=7)
    .map(lambda pieces: line("".join(pieces)))
    .filter(lambda text: text != "" and not forbidden_in_line(text))
)
thorough = settings(max_examples=500, deadline=None)


def rendered(markdown: str) -> tuple[list[str], str]:
    """Return the kinds of all tokens but plain text, and the text."""
    kinds: list[str] = []
    text = ""
    stack: list[Token] = MARKDOWN.parse(markdown)
    for token in stack:
        if token.type != "inline":
            kinds.append(token.type)
        for child in token.children or []:
            if child.type == "text":
                text += child.content
            else:
                kinds.append(child.type)
    return kinds, text


def nested(*kinds: str, inside: tuple[str, ...] = ()) -> list[str]:
    return [*(f"{kind}_open" for kind in kinds), *inside, *(f"{kind}_close" for kind in reversed(kinds))]


PARAGRAPH, HEADING, ITEM = nested("paragraph"), nested("heading"), nested("bullet_list", "list_item", "paragraph")
STRONG = nested("paragraph", "strong")


@thorough
@given(TEXTS)
def test_a_text_renders_as_itself(text: str) -> None:
    assert rendered(escape(text, start=True)) == (PARAGRAPH, text)
    assert rendered(f"# {escape(text)}") == (HEADING, text)
    assert rendered(f"## TOP 3 {escape(text)}") == (HEADING, f"TOP 3 {text}")
    assert rendered(f"### TOP 3.1 {escape(text)} (vertagt)") == (HEADING, f"TOP 3.1 {text} (vertagt)")
    assert rendered(f"- Ort: {escape(text)}") == (ITEM, f"Ort: {text}")
    assert rendered(f"- Ort: {escape(text)} (hybrid)") == (ITEM, f"Ort: {text} (hybrid)")
    assert rendered(f"**Beschluss B1-1 ({escape_parts(text)}):**") == (STRONG, f"Beschluss B1-1 ({text}):")


@thorough
@given(TEXTS, TEXTS, TEXTS)
def test_texts_on_one_line_do_not_touch_each_other(a: str, b: str, c: str) -> None:
    label = f"**Aufgabe A1-1 ({escape_parts(a)}; {escape(b)}; bis 08.10.2024):** {escape(c)}"
    assert rendered(label) == (STRONG, f"Aufgabe A1-1 ({a}; {b}; bis 08.10.2024): {c}")
    entries = f"- {escape(a, start=True)}; {escape_parts(b)} ({escape(c)}, online)"
    assert rendered(entries) == (ITEM, f"{a}; {b} ({c}, online)")


@thorough
@given(TEXTS, TEXTS)
def test_a_line_may_follow_another_line(a: str, b: str) -> None:
    quote = nested("blockquote", "paragraph", inside=("softbreak",))
    assert rendered(f"> {escape(a, start=True)}\n> {escape(b, start=True)}") == (quote, a + b)


@thorough
@given(TEXTS)
def test_unescape_gives_the_text_back(text: str) -> None:
    assert unescape(escape(text)) == text
    assert unescape(escape(text, start=True)) == text
    assert unescape(escape_parts(text)) == text


PLAIN = (
    """
Chief_Digital|Lausitz (Forst)|C#|a & b|R&D|B&B;|3 * 4|f(x)|„…“|[1]|A - B|5 < 6|x <= y|x > y|~
Cottbus/Chóśebuz|#Cottbus|-5 Grad|+49 355 1234|1.000 Euro|2022-11-25|1.|=cmd()
https://example.org/a_b?x=1&y=2|C:\\Daten|100 %|„Ja“ / 'nein'|[entwurf]|snake__case|a _ b|Nr. 3
Müller & Söhne GmbH & Co. KG|§ 5 (2)|!|x!|e-mail@example.org|a\\b|x = y|[a][b]|(a) b|# 3 und #4|1) und 2)
""".strip("\n")
    .replace("\n", "|")
    .split("|")
)


@pytest.mark.parametrize("text", PLAIN)
def test_ordinary_text_needs_no_backslash(text: str) -> None:
    assert escape(text) == text
    assert unescape(text) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("*wichtig*", r"\*wichtig\*"),
        ("2*3", r"2\*3"),
        ("_neu_", r"\_neu\_"),
        ("`code`", r"\`code\`"),
        ("[x](y)", r"[x\](y)"),
        ("<b>", r"\<b>"),
        ("<a@b.de>", r"\<a@b.de>"),
        ("&amp;", r"\&amp;"),
        ("A &amp", r"A \&amp"),
        ("Firma&Co", "Firma&Co"),
        ("C ##", r"C \##"),
        ("C:\\", "C:\\\\"),
        ("\\*", r"\\\*"),
    ],
)
def test_what_markdown_would_read_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("# 3 und #4", r"\# 3 und #4"),
        ("- 3", r"\- 3"),
        ("+ 3", r"\+ 3"),
        ("* 3", r"\* 3"),
        ("> 3", r"\> 3"),
        ("1. Mai", r"1\. Mai"),
        ("1) und 2)", r"1\) und 2)"),
        ("---", r"\---"),
        ("===", r"\==="),
        ("~~~", r"\~~~"),
        ("[x]: y", r"\[x]: y"),
        ("[1] Beginn", "[1] Beginn"),
        ("=cmd()", "=cmd()"),
        ("-5 Grad", "-5 Grad"),
        ("1.000 Euro", "1.000 Euro"),
        ("#Cottbus", "#Cottbus"),
    ],
)
def test_what_would_begin_a_block_is_escaped(text: str, escaped: str) -> None:
    assert escape(text, start=True) == escaped


@pytest.mark.parametrize(
    "text", [part * (2000 // len(part)) for part in ["[", "](", "*a ", "_", "\\", "<", "&a", "# ", "`", "1. "]]
)
def test_long_texts_take_no_time(text: str) -> None:
    stored = line(text)
    before = perf_counter()
    escaped = [escape(stored), escape(stored, start=True), escape_parts(stored)]
    split_parts(escaped[2], ";")
    assert perf_counter() - before < 0.2
    assert [unescape(each) for each in escaped] == [stored] * 3
    assert rendered(escaped[1]) == (PARAGRAPH, stored)


@thorough
@given(st.lists(TEXTS, min_size=1, max_size=3), st.sampled_from(";,"))
def test_joined_parts_split_again(texts: list[str], separator: str) -> None:
    parts = [escape_parts(text) for text in texts]
    assert split_parts(f"{separator} ".join(parts), separator) == parts
    assert split_parts(separator.join(parts), separator) == parts


@thorough
@given(st.lists(st.tuples(TEXTS, st.lists(TEXTS, min_size=1, max_size=2)), min_size=1, max_size=3))
def test_entries_with_details_split_again(entries: list[tuple[str, list[str]]]) -> None:
    printed = [(escape_parts(name), [escape_parts(each) for each in details]) for name, details in entries]
    joined = "; ".join(f"{name} ({', '.join(details)})" for name, details in printed)
    found = split_parts(joined, ";")
    assert len(found) == len(printed)
    for entry, (name, details) in zip(found, printed, strict=True):
        begin = len(name) + 1
        assert (entry[:begin], closing(entry, begin)) == (f"{name} ", len(entry) - 1)
        assert split_parts(entry[begin + 1 : -1], ",") == details


@pytest.mark.parametrize(
    ("line_", "separators", "parts"),
    [
        ("", ";", [""]),
        ("a;b ;  c", ";", ["a", "b", "c"]),
        ("a;; b", ";", ["a", "", "b"]),
        ("a (b; c); d", ";", ["a (b; c)", "d"]),
        ("a (b (c; d); e); f", ";", ["a (b (c; d); e)", "f"]),
        (r"a\; b; c", ";", [r"a\; b", "c"]),
        (r"a \(b; c", ";", [r"a \(b", "c"]),
        ("a) b; c", ";", ["a) b", "c"]),
        ("a (b; c", ";", ["a (b; c"]),
        ("a, b; c", ";,", ["a", "b", "c"]),
    ],
)
def test_split_parts(line_: str, separators: str, parts: list[str]) -> None:
    assert split_parts(line_, separators) == parts


@pytest.mark.parametrize(
    ("line_", "start", "end"), [("a (b) c", 2, 4), ("(a (b) c)", 0, 8), (r"(a \) c)", 0, 7), ("(a", 0, -1)]
)
def test_closing(line_: str, start: int, end: int) -> None:
    assert closing(line_, start) == end
