"""The sealed protocol beside a session's file: written with the seal, read back only if it is still the same."""

from pathlib import Path

from scm_cli.archive import layout
from scm_cli.archive.archive import Archive, StoredSession
from scm_cli.archive.beside import coming
from scm_cli.errors import BadData, Problem
from scm_cli.locale import record as say
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session


def text_path(ref: SessionRef) -> Path:
    """Return where the sealed protocol of a session lies, relative to the archive."""
    return layout.protocol_path(ref.group, ref.number)


def save_sealed(archive: Archive, stored: StoredSession, session: Session, text: str) -> None:
    """Write a sealed protocol beside a session's file, then the sealed session; a stop in between leaves neither.

    What lay there before goes to the trash, unless it is the same text.

    Raises:
        Conflict: the session's file is no longer as it was read.
        ScmError: the change could not be verified or written.
    """
    path, data = text_path(stored.ref), text.encode()
    with archive.lock():
        archive.verify(stored, session)
        before = _there(archive, path)
        with coming(archive, {path.as_posix(): [data]} if before != data else {}):
            if not archive.dry_run and before != data:
                if before is not None:
                    archive.trash(path)
                archive.files.write(path, data)
            archive.save(stored, session)


def _there(archive: Archive, path: Path) -> bytes | None:
    try:
        return archive.files.read(path)
    except FileNotFoundError:
        return None


def sealed_text(archive: Archive, ref: SessionRef, session: Session) -> str:
    """Return the protocol of a sealed session as it was sealed.

    Raises:
        BadData: it is missing or was changed.
    """
    problem = text_problem(archive, ref, session)
    if problem is not None:
        raise BadData([problem])
    return archive.files.read(text_path(ref)).decode("utf-8")


def text_problem(archive: Archive, ref: SessionRef, session: Session) -> Problem | None:
    """Return what is wrong with the sealed protocol of a session, with the ways to mend it; None if nothing."""
    from scm_cli.model.seal import text_digest

    name = archive.files.name(text_path(ref))
    try:
        text = archive.files.read(text_path(ref))
    except FileNotFoundError:
        return Problem(name, 0, "", say.NO_TEXT(), _remedy(name, ref, session))
    except BadData as error:
        return error.problems[0]
    if session.seal is not None and text_digest(text) == session.seal.protocol:
        return None
    return Problem(name, 0, "", say.OTHER_TEXT(), _remedy(name, ref, session))


def restoring(name: str) -> str:
    """Return the command that brings back a file that git knows."""
    import shlex

    return shlex.join(["git", "restore", name])


def _remedy(name: str, ref: SessionRef, session: Session) -> str:
    if session.status == "approved":
        return say.BRING_BACK(command=restoring(name))
    return say.BRING_BACK_OR_REOPEN(command=restoring(name), ref=ref)
