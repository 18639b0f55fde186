"""The text of finished documents: nothing that a reader could find stays unseen."""

from datetime import UTC, datetime
from typing import get_args

import pytest
from protocols import printing

from scm_cli.documents.document import Document
from scm_cli.formats.document_formats import DocumentFormat, rendered
from scm_cli.formats.unpacked import unpacked
from scm_cli.model.agenda import Item
from scm_cli.model.leaks import Secret, leaks
from scm_cli.notation.protocol import protocol

NOW = datetime(2024, 9, 11, 9, 0, tzinfo=UTC)
PLACES = {
    "title": Item(id="a", title="Bericht von Zora Zufall & Söhne"),
    "notes": Item(id="a", title="Bericht", notes=f"Es sprach **Zora** *Zufall*.\n\n> Lang {'x ' * 40} Zora Zufall"),
    "link": Item(id="a", title="Bericht", notes="[hier](https://example.org/zora-zufall)"),
    "code": Item(id="a", title="Bericht", notes="```\nZora Zufall\n```"),
}  # fmt: skip


@pytest.mark.parametrize("wanted", get_args(DocumentFormat))
@pytest.mark.parametrize("place", PLACES)
def test_a_name_is_found_in_every_format(place: str, wanted: DocumentFormat) -> None:
    shown = printing(PLACES[place])
    document = Document("protocol", protocol(shown), shown)
    told = PLACES[place].notes or PLACES[place].title
    agenda = Document("agenda", f"# Sitzung\n\n- Ort: hier\n\n## Punkte\n\n{told}\n", shown)
    data = rendered(document, wanted, NOW, lambda: agenda, lambda: ())
    secret = Secret("Zora Zufall", "name", "Zora Zufall")
    hits = [hit for part in unpacked(data, wanted) for hit in leaks(part.text, [secret], ())]
    assert hits


def test_parts_of_a_mail_and_of_json_have_names() -> None:
    shown = printing(PLACES["title"])
    document = Document("protocol", protocol(shown), shown)
    mail = unpacked(rendered(document, "eml", NOW, lambda: document, lambda: ()), "eml")
    assert {"Subject", "text/plain", "text/html", "text/calendar"} <= {part.name for part in mail}
    made = unpacked(rendered(document, "json", NOW, lambda: document, lambda: ()), "json")
    assert ("session.agenda[0].title", "Bericht von Zora Zufall & Söhne") in made
