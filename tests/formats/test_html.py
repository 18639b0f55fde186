"""Documents as HTML."""

import re

import hypothesis
import pytest
from documented import NOTES, example
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pages import Page
from printable import LINES, PROSE, printings

from scm_cli.formats.html import body, page
from scm_cli.notation.context import Printing
from scm_cli.notation.inline import escape
from scm_cli.notation.protocol import protocol

relaxed = settings(deadline=None)
TAGS = {
    *("html", "head", "meta", "title", "body", "div", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li"),
    *("strong", "em", "a", "code", "pre", "blockquote", "hr", "br"),
}
ATTRIBUTES = {"style", "href", "lang", "charset", "name", "title", "content", "http-equiv", "start", "class"}


def checked(html: str) -> Page:
    """Return a page that holds nothing but text in harmless elements."""
    made = Page(html)
    assert {element.tag for element in made.elements} <= TAGS
    for element in made.elements:
        assert set(element.attrs) <= ATTRIBUTES, element
        assert "url(" not in (element.attrs.get("style") or "")
    for target in made.values("a", "href"):
        assert re.match(r"(?:https?://|mailto:)", target, re.IGNORECASE), target
    assert all(re.fullmatch(r"\[if mso\].*<!\[endif\]", comment) for comment in made.comments), made.comments
    return made


def test_a_page_stands_alone_and_says_its_language() -> None:
    made = checked(page(example(lang="en").markdown, "en"))
    assert list(made.values("html", "lang")) == ["en"]
    assert list(made.values("meta", "charset")) == ["utf-8"]
    assert list(made.values("meta", "content"))[-1].startswith("default-src 'none'")
    assert made.source.startswith("<!DOCTYPE html>\n")
    assert "<title>Minutes of session 7 of AG Beispielregion</title>" in made.source


def test_every_element_of_the_body_carries_its_own_style() -> None:
    made = checked(page(NOTES.read_text(), "de"))
    plain = {"html", "head", "meta", "title", "strong", "em", "br"}
    assert [one for one in made.elements if one.tag not in plain and "style" not in one.attrs] == [
        one for one in made.elements if one.attrs.get("class") == "language-python"
    ]
    styles = " ".join(element.attrs.get("style") or "" for element in made.elements)
    assert not re.search(r"flex|grid|position|float|var\(|calc\(", styles)


def test_outlook_alone_gets_a_table() -> None:
    made = checked(page("# x", "de"))
    assert [comment for comment in made.comments if "<table" in comment] == made.comments[:1]


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](data:text/html,x)", "[x](data:text/html,x)"),
        ("[x](/etc/passwd)", "[x](/etc/passwd)"),
        ("<ftp://example.org>", "&lt;ftp://example.org&gt;"),
        ("&lt;b&gt;", "&lt;b&gt;"),
    ],
)
def test_what_could_run_or_lead_astray_stays_text(markdown: str, html: str) -> None:
    assert f">{html}</p>" in body(markdown, "de")


@pytest.mark.parametrize(
    ("markdown", "target", "shown"),
    [
        ("Siehe https://example.org/a.", "https://example.org/a", "https://example.org/a"),
        ("(https://example.org/a_(b))", "https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("„https://example.org/ä“", "https://example.org/%C3%A4", "https://example.org/ä"),
        (escape("https://example.org/_a_*b"), "https://example.org/_a_*b", "https://example.org/_a_*b"),
        ("![Plan](https://example.org/p.png)", "https://example.org/p.png", "Plan"),
        ("[a](HTTPS://example.org)", "HTTPS://example.org", "a"),
        ("[a](mailto:a@example.org)", "mailto:a@example.org", "a"),
        ('[a](https://example.org "&quot; onclick=x")', "https://example.org", "a"),
    ],
)
def test_addresses_become_links(markdown: str, target: str, shown: str) -> None:
    made = checked(page(markdown, "de"))
    assert list(made.values("a", "href")) == [target]
    assert f">{shown}</a>" in made.source


@pytest.mark.parametrize("markdown", ["xhttps://example.org", "`https://example.org`", "    https://example.org"])
def test_what_is_no_address_of_its_own_is_no_link(markdown: str) -> None:
    assert "<a " not in body(markdown, "de")


def test_labels_of_the_head_stand_out_and_lose_nothing() -> None:
    html = body("# T\n\n- Ort: A: B\n- \\*x\\*: y\n- ohne\n- *z*: w\n\n## x\n\n- Ort: A", "de")
    assert re.findall(r"<strong style[^>]*>(.*?)</strong>(.*?)</li>", html) == [("Ort:", " A: B"), ("*x*:", " y")]


def test_outcomes_stand_out_with_their_wording() -> None:
    html = body("**Beschluss B7-1:**\n\n> a\n\n**Aufgabe A7-1:** b\n\n**fett** c", "de")
    boxed = re.findall(r"<(p|blockquote) style=\"[^\"]*border-left:4px", html)
    assert boxed == ["p", "blockquote", "p"]


@relaxed
@given(LINES, st.booleans())
def test_a_line_of_text_comes_back_as_it_was(line: str, start: bool) -> None:
    markdown = escape(line, start=True) if start else f"x {escape(line)}"
    assert checked(page(markdown, "de")).text.strip("\n") == (line if start else f"x {line}")


@relaxed
@given(PROSE)
@hypothesis.example("[x]: /u")
def test_notes_of_any_kind_show_what_markdown_says(notes: str) -> None:
    plain = MarkdownIt("commonmark", {"html": False, "maxNesting": 100})
    plain.validateLink = lambda url: url.lower().startswith(("http://", "https://", "mailto:"))  # type: ignore[method-assign] # what leads elsewhere stays text, definitions too
    stock = plain.render(notes)
    made = checked(page(notes, "de"))
    if "<a " not in stock and "<img" not in stock:
        assert made.text.split() == Page(f"<body>{stock}</body>").text.split()


@relaxed
@given(printings())
def test_protocols_of_any_text_are_safe(printing: Printing) -> None:
    made = checked(page(protocol(printing), printing.lang))
    for item in printing.session.agenda:
        if not item.is_break:
            assert item.title in made.text


def test_a_list_to_be_signed_is_a_table() -> None:
    html = body("# L\n\n- Ort: A\n\n## Gäste\n\n- **Eva** (A & B): ________\n- ________: ________\n", "de")
    assert html.count("<tr>") == 3
    assert html.count("</td>") == 4
    assert "Unterschrift</th>" in html
    assert "<strong>Eva</strong> (A &amp; B)</td>" in html
    assert "__" not in html


@pytest.mark.parametrize("item", ["Eva: ____", "Eva ________", "Eva: ________ nein", "Eva: ________\n\n  mehr"])
def test_other_lists_stay_lists(item: str) -> None:
    assert "<table" not in body(f"# L\n\n## x\n\n- Eva: ________\n- {item}\n", "de")
