"""Sessions and documents as JSON."""

from typing import Any

from scm_cli.archive.format import complete
from scm_cli.documents.document import Document
from scm_cli.formats import rows
from scm_cli.model.numbering import tops
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session


def session_object(ref: SessionRef, session: Session) -> dict[str, Any]:
    """Return a session with every key the format knows; items have their references and TOPs."""
    shown: dict[str, Any] = {"ref": str(ref), "group": ref.group, **complete(session)}
    numbered = tops(session.agenda)
    shown["agenda"] = [
        {"ref": ref.item(item["id"]), **item, "top": numbered[item["id"]] or None} for item in shown["agenda"]
    ]
    return shown


def document_object(document: Document) -> str:
    """Return a document as JSON: what it is, its Markdown, and the session as `scm show --json` has it."""
    from scm_cli.formats.markdown import title

    printing = document.printing
    return rows.document(
        {
            "ref": str(printing.ref),
            "document": document.kind,
            "language": document.lang,
            "title": title(document.markdown),
            "markdown": document.markdown,
            "session": session_object(printing.ref, printing.session),
        }
    )
