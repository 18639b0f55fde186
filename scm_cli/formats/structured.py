"""Sessions and documents as JSON."""

from typing import TYPE_CHECKING, Any

from scm_cli.archive.format import complete
from scm_cli.formats import rows
from scm_cli.model.numbering import tops
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session

if TYPE_CHECKING:
    from scm_cli.documents.document import Document


def session_object(ref: SessionRef, session: Session) -> dict[str, Any]:
    """Return a session with every key the format knows; items have their references and TOPs."""
    shown: dict[str, Any] = {"ref": str(ref), "group": ref.group, **complete(session)}
    numbered = tops(session.agenda)
    shown["agenda"] = [
        {"ref": ref.item(item["id"]), **item, "top": numbered[item["id"]] or None} for item in shown["agenda"]
    ]
    return shown


def document_object(document: "Document") -> str:
    """Return a document as JSON: what it is, its Markdown, and of what it was made.

    A document of a whole session has that session as `scm show --json` does, any other only the references.
    """
    from scm_cli.formats.markdown import title

    printing = document.printing
    made_of: dict[str, Any] = {"session": session_object(printing.ref, printing.session)}
    if not document.is_whole:
        sources = document.subject.sources if document.subject else ()
        made_of = {"sessions": [str(source.ref) for source in sources]}
    return rows.document(
        {
            "ref": _ref(document),
            "document": document.kind,
            "language": document.lang,
            "title": title(document.markdown),
            "markdown": document.markdown,
            **made_of,
        }
    )


def _ref(document: "Document") -> str | None:
    """Return the full reference of what a document is about; None for a register."""
    ref, subject = document.printing.ref, document.subject
    if subject is None:
        return str(ref)
    if subject.decision is not None:
        return ref.outcome("B", subject.decision.number)
    return ref.item(subject.item.id) if subject.item else subject.person or None
