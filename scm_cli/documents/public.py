"""A session's documents for the public: the ordinary ones, printed from redacted data."""

from dataclasses import replace

from scm_cli.archive.archive import Archive
from scm_cli.archive.sources import following
from scm_cli.documents.agenda import agenda
from scm_cli.documents.document import Document, DocumentKind
from scm_cli.documents.protocol import own_language
from scm_cli.documents.redaction import redacted
from scm_cli.locale import Lang
from scm_cli.notation.addenda import with_addenda
from scm_cli.notation.context import Printing
from scm_cli.notation.protocol import protocol
from scm_cli.query.rows import Source


def public_document(archive: Archive, source: Source, kind: DocumentKind, lang: Lang | None) -> Document:
    """Return a document of a session for the public.

    A sealed session's copy is printed anew, for its sealed text holds what the public must not see; it has the
    sealed names and says that it is a public copy.

    Args:
        archive: where the session lies.
        source: the session with its group and the register.
        kind: which document.
        lang: the language asked for; None takes that of the sealed text, else the group's.

    Raises:
        BadData: the sealed text is missing or was changed.
        ScmError: a template is faulty.
    """
    spoken = own_language(archive, source)
    printing = Printing(redacted(source, lang or spoken), lang or spoken, following(archive, source), public=True)
    if kind == "agenda":
        text = agenda(printing, archive.files.root / "templates")
    else:
        text = with_addenda(protocol(printing), printing)
    return Document(kind, text, _unsealed(printing))


def _unsealed(printing: Printing) -> Printing:
    """Return the session without the seal, whose digests are not those of a public copy."""
    session = replace(printing.session, seal=None)
    return replace(printing, source=replace(printing.source, session=session))
