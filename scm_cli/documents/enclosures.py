"""The attachments of a session that may leave the archive with a mail."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scm_cli.locale import letters as say
from scm_cli.locale import reading
from scm_cli.model.session import Session


@dataclass(frozen=True)
class Enclosure:
    """A file to be enclosed."""

    name: str
    data: bytes


def enclosures(root: Path, session: Session, warn: Callable[[str], None]) -> Iterator[Enclosure]:
    """Yield the files attached to a session, but for what is internal or belongs to an internal item.

    Args:
        root: the archive's folder.
        session: the session.
        warn: is told of a file that cannot be read or that leads out of the archive.
    """
    for one in session.attachments:
        if one.file is None or session.hides(one):
            continue
        try:
            yield Enclosure(Path(one.file).name, _inside(root, root / one.file).read_bytes())
        except OSError as error:
            reason = error.strerror or str(error)
            warn(say.ENCLOSURE_MISSING(number=one.number, path=one.file, reason=reason))


def _inside(root: Path, path: Path) -> Path:
    """Return the path; raises OSError where it leads out of the archive."""
    if not path.resolve().is_relative_to(root.resolve()):
        raise OSError(0, reading.A_LINK(), str(path))
    return path
