"""Whole protocols of arbitrary sessions, read by a CommonMark parser: nothing in a text becomes markup."""

import re
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from printable import printings

from scm_cli.archive.format import plain as written
from scm_cli.locale import Lang
from scm_cli.model.agenda import Item
from scm_cli.model.table import Named
from scm_cli.notation.context import Printing
from scm_cli.notation.head import bullets
from scm_cli.notation.inline import unescape
from scm_cli.notation.notes import guard, normalise
from scm_cli.notation.protocol import protocol

MARKDOWN = MarkdownIt("commonmark", {"html": False})
thorough = settings(max_examples=100, deadline=None)


def said(lang: Lang, de: str, en: str) -> str:
    return de if lang == "de" else en


def plain(token: Token) -> str:
    """Return the text of an inline token; anything but text in it is a fault."""
    children = token.children or []
    assert {child.type for child in children} <= {"text", "strong_open", "strong_close"}, token.content
    return "".join(child.content for child in children)


class Read:
    """A protocol as a parser sees it, without what stands inside quotes and the notes' own blocks."""

    def __init__(self, markdown: str) -> None:
        self.lines = markdown.split("\n")
        environment: dict[str, Any] = {}
        self.tokens = MARKDOWN.parse(markdown, environment)
        assert "references" not in environment or environment["references"] == {}

    def line(self, token: Token) -> str:
        assert token.map is not None
        return self.lines[token.map[0]]

    def headings(self) -> list[tuple[str, str]]:
        """Return level and text of each heading that begins at the very start of its line."""
        return [
            (token.tag, plain(self.tokens[number + 1]))
            for number, token in enumerate(self.tokens)
            if token.type == "heading_open" and token.tag in ("h1", "h2", "h3") and self.line(token).startswith("#")
        ]

    def labelled(self) -> list[tuple[str, str, bool]]:
        """Return bold text, text behind it, and whether a quote follows, of each paragraph that begins bold."""
        found = []
        for number, token in enumerate(self.tokens):
            if token.type != "paragraph_open" or token.level or not self.line(token).startswith("**"):
                continue
            content = self.tokens[number + 1]
            kinds = [child.type for child in content.children or []]
            assert kinds.count("strong_open") == 1, content.content
            opened, closed = kinds.index("strong_open"), kinds.index("strong_close")
            texts = [child.content for child in content.children or []]
            follows = number + 3 < len(self.tokens) and self.tokens[number + 3].type == "blockquote_open"
            found.append(("".join(texts[opened:closed]), "".join(texts[closed:]), follows))
        return found

    def bullets_after(self, heading: str) -> list[str]:
        """Return the text of each item of the list that stands right below a heading."""
        start = next(
            n for n, token in enumerate(self.tokens) if token.type == "heading_open" and self.line(token) == heading
        )
        assert self.tokens[start + 3].type == "bullet_list_open"
        end = next(n for n, token in enumerate(self.tokens) if n > start and token.type == "bullet_list_close")
        inside = self.tokens[start + 3 : end]
        assert {token.type for token in inside} == {
            "bullet_list_open",
            "list_item_open",
            "paragraph_open",
            "inline",
            "paragraph_close",
            "list_item_close",
        }
        return [plain(token) for token in inside if token.type == "inline"]


def marks(value: Item, printing: Printing) -> str:
    lang, group = printing.lang, printing.group
    own = group.words.internal if group and lang == "de" else None
    states = {"postponed": said(lang, "vertagt", "postponed"), "dropped": said(lang, "abgesetzt", "dropped")}
    found = [own or said(lang, "nichtöffentlich", "internal")] if value.internal else []
    found += [states[value.state]] if value.state in states else []
    return f" ({', '.join(found)})" if found else ""


def expected_title(printing: Printing) -> str:
    session, group, lang = printing.session, printing.group, printing.lang
    if session.title:
        return said(lang, f"Protokoll: {session.title}", f"Minutes: {session.title}")
    name = group.name if group else "muster"
    of = group.genitive if group and group.genitive else f"({name})"
    if session.display_number:
        number = session.display_number
        return said(lang, f"Protokoll der Sitzung {number} {of}", f"Minutes of session {number} of {name}")
    return said(lang, f"Protokoll der 7. Sitzung {of}", f"Minutes of session 7 of {name}")


def expected_headings(printing: Printing) -> list[tuple[str, str]]:
    session, lang = printing.session, printing.lang
    items = [value for value in session.agenda if not value.is_break]
    found = [("h1", expected_title(printing))]
    if any(value.decisions or value.tasks for value in items):
        found.append(("h2", said(lang, "Auf einen Blick", "At a glance")))
    name = said(lang, "TOP", "Item")
    found += [
        (f"h{value.level + 1}", f"{name} {printing.tops[value.id]} {value.title}{marks(value, printing)}")
        for value in items
    ]
    found += [("h2", said(lang, "Anlagen", "Attachments"))] * bool(session.attachments)
    found += [("h2", said(lang, "Nächste Sitzung", "Next session"))] * bool(printing.following)
    return found


def expected_labels(printing: Printing) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return the name of each label, the wording behind it, and the names inside it."""
    lang, found = printing.lang, list[tuple[str, str, tuple[str, ...]]]()
    for value in printing.session.agenda:
        if value.is_break:
            continue
        for decision in value.decisions:
            name = f"{said(lang, 'Beschluss', 'Decision')} B7-{decision.number}"
            people = filter(None, (*decision.excluded, decision.moved_by))
            found.append((name, decision.text, tuple(map(printed(printing), people))))
        for election in value.elections:
            name = f"{said(lang, 'Wahl', 'Election')} W7-{election.number}"
            people = filter(None, (*(one.name for one in election.candidates), election.elected))
            found.append((name, election.office or "", tuple(map(printed(printing), people))))
        for task in value.tasks:
            name = f"{said(lang, 'Aufgabe', 'Task')} A7-{task.number}"
            parties = (one.name or one.organisation if isinstance(one, Named) else one for one in task.assignees)
            found.append((name, task.text, tuple(map(printed(printing), filter(None, parties)))))
    return found


def printed(printing: Printing) -> Callable[[str], str]:
    return lambda name: printing.register[name].printed if name in printing.register else name


def headings_are_those_of_the_session(printing: Printing, read: Read) -> None:
    assert read.headings() == expected_headings(printing)


def each_outcome_has_its_bold_label_once_and_in_order(printing: Printing, read: Read) -> None:
    found, expected = read.labelled(), expected_labels(printing)
    assert [re.split(r" \(|:", bold)[0] for bold, _, _ in found] == [name for name, _, _ in expected]
    for (bold, behind, quoted), (_, wording, people) in zip(found, expected, strict=True):
        assert bold.endswith(":")
        assert quoted == ("\n" in wording)
        assert behind == ("" if quoted else f" {wording.strip()}".rstrip())
        assert all(name in bold for name in people)


def the_head_says_what_the_session_says(printing: Printing, read: Read) -> None:
    shown = read.bullets_after(read.lines[0])
    *expected, status = [f"{unescape(label)}: {unescape(value)}" for label, value in bullets(printing)] + [shown[-1]]
    assert shown == [*expected, status]
    assert re.fullmatch(r"(Stand: Entwurf \(Fassung|Status: draft \(version) [0-9a-f]{8}\)", status)
    session, name = printing.session, printed(printing)
    values = [*filter(None, (session.place, session.room, session.host, session.reference))]
    values += [name(key) for key in (session.chair, session.minute_taker) if key]
    for row in session.attendance:
        if row.state:
            values.append(name(row.attendee or row.name or row.organisation or ""))
            values += [name(key) for key in (row.represents, row.votes_for) if key]
    assert all(any(value in line for line in shown) for value in values)
    assert all(label and value for label, value in bullets(printing))


def overview_and_attachments_are_lists_of_plain_text(printing: Printing, read: Read) -> None:
    session, lang = printing.session, printing.lang
    outcomes = sum(len(value.decisions) + len(value.tasks) for value in session.agenda if not value.is_break)
    if outcomes:
        assert len(read.bullets_after(said(lang, "## Auf einen Blick", "## At a glance"))) == outcomes
    if session.attachments:
        (shown,) = read.bullets_after(said(lang, "## Anlagen", "## Attachments"))
        assert shown == f"{said(lang, 'Anlage', 'Attachment')} 1: {session.attachments[0].title}"


def lines_are_clean(printing: Printing, text: str) -> None:
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    for value in printing.session.agenda:
        if value.notes and not value.is_break and normalise(value.notes):
            notes = guard(normalise(value.notes))
            assert f"\n\n{notes}\n" in text
            text = text.replace(f"\n\n{notes}\n", "\n", 1)
    assert [line for line in text.split("\n") if line.endswith((" ", "\t"))] == []
    assert "\n\n\n" not in text
    tables = [printing.session, *([printing.group] if printing.group else []), *printing.register.values()]
    if "None" not in str([written(table) for table in tables]):  # nobody wrote it, so nobody may read it
        assert not re.search(r"\bNone\b", text)


@thorough
@given(printings())
def test_whole_protocols_render_as_what_the_session_says(printing: Printing) -> None:
    text = protocol(printing)
    read = Read(text)
    headings_are_those_of_the_session(printing, read)
    each_outcome_has_its_bold_label_once_and_in_order(printing, read)
    the_head_says_what_the_session_says(printing, read)
    overview_and_attachments_are_lists_of_plain_text(printing, read)
    lines_are_clean(printing, text)
    assert protocol(Printing(printing.source, printing.lang, printing.following)) == text
