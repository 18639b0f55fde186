"""Changes of a session's attachments: pure functions from a session to a session."""

from collections.abc import Collection
from dataclasses import replace

from scm_cli.errors import Conflict
from scm_cli.locale import attachments as say
from scm_cli.model.fold import fold
from scm_cli.model.record import Attachment
from scm_cli.model.session import Session


def add(session: Session, one: Attachment) -> tuple[Session, Attachment]:
    """Return the session with a new attachment, and the attachment with its number, which was never given before.

    Raises:
        Conflict: the same file or link belongs to the same item already.
    """
    for other in session.attachments:
        if (other.file, other.url, other.item) == (one.file, one.url, one.item):
            raise Conflict(say.IS_ATTACHED(number=other.number), say.IS_ATTACHED_REMEDY())
    number = max((session.last_attachment, *(other.number for other in session.attachments))) + 1
    numbered = replace(one, number=number)
    return replace(session, attachments=(*session.attachments, numbered), last_attachment=number), numbered


def remove(session: Session, numbers: Collection[int]) -> Session:
    """Return the session without some attachments; their numbers are not given again."""
    last = max((session.last_attachment, *(one.number for one in session.attachments)))
    kept = tuple(one for one in session.attachments if one.number not in numbers)
    return replace(session, attachments=kept, last_attachment=last)


def unused_title(session: Session, title: str) -> str:
    """Return a title that no attachment of the session has: the title itself, or with `(2)`, `(3)`, …."""
    taken = {fold(one.title) for one in session.attachments if one.title}
    made, count = title, 1
    while fold(made) in taken:
        count += 1
        made = f"{title} ({count})"
    return made
