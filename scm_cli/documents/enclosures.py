"""The attachments of a session that may leave the archive with a mail."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scm_cli.archive.files import Files
from scm_cli.errors import ScmError
from scm_cli.locale import letters as say
from scm_cli.model.session import Session


@dataclass(frozen=True)
class Enclosure:
    """A file to be enclosed."""

    name: str
    data: bytes


def enclosures(files: Files, session: Session, warn: Callable[[str], None]) -> Iterator[Enclosure]:
    """Yield the files attached to a session, but for what is internal or belongs to an internal item.

    Args:
        files: the archive's files.
        session: the session.
        warn: is told of a file that cannot be read or that leads out of the archive.
    """
    for one in session.attachments:
        if one.file is None or session.hides(one):
            continue
        path = Path(one.file)
        try:
            yield Enclosure(path.name, b"".join(files.pieces(path)))
        except FileNotFoundError:
            warn(say.ENCLOSURE_MISSING(number=one.number, reason=say.NOT_THERE(path=one.file)))
        except ScmError as error:
            warn(say.ENCLOSURE_MISSING(number=one.number, reason=error.message))
