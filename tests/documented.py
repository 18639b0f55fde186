"""Documents to be put into formats: of the fixture archive, of changed sessions, of arbitrary Markdown."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from support import PROJECT

from scm_cli import open_archive
from scm_cli.archive.sources import source
from scm_cli.documents.document import Document, DocumentKind, document
from scm_cli.locale import Lang
from scm_cli.model.refs import SessionRef
from scm_cli.notation.context import Printing

BEISPIELREGION = PROJECT / "tests" / "fixtures" / "beispielregion"
GOLDEN = PROJECT / "tests" / "golden"
MADE = datetime(2024, 9, 11, 8, 30, tzinfo=UTC)


def example(kind: DocumentKind = "protocol", lang: Lang | None = None, number: int = 7) -> Document:
    """Return a document of the fixture archive."""
    archive = open_archive(BEISPIELREGION)
    stored = archive.session(SessionRef("beispielregion", number))
    return document(archive, source(archive, stored), kind, lang, print)


def changed(of: Document, group: dict[str, Any] | None = None, **session: Any) -> Document:
    """Return a document of the same session with some of its keys, or its group's, changed; its Markdown stays."""
    known = of.printing.source
    assert known.group
    made = replace(known, session=replace(known.session, **session), group=replace(known.group, **(group or {})))
    return replace(of, printing=Printing(made, of.lang))


def known_as(of: Document, **emails: str) -> Document:
    """Return a document whose people have these e-mail addresses; `_` stands for the `-` in a key."""
    register = dict(of.printing.register)
    for key, email in emails.items():
        register[key.replace("_", "-")] = replace(register[key.replace("_", "-")], email=email)
    return replace(of, printing=Printing(replace(of.printing.source, register=register), of.lang))


def written(markdown: str, lang: Lang = "de") -> Document:
    """Return a document with this Markdown, and nothing below it."""
    return replace(example("agenda", lang=lang), markdown=markdown)


def golden(name: str) -> str:
    """Return an agreed document; its line ends are those in the file."""
    return (GOLDEN / name).read_bytes().decode()


NOTES = Path(__file__).parent / "formats" / "notes.md"
