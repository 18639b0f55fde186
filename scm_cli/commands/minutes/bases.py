"""What a corrected protocol was made from: the session now, an earlier print of it, or a file the user names."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from scm_cli.commands import printed
from scm_cli.commands.infile import file_bytes
from scm_cli.commands.minutes.incoming import incoming
from scm_cli.errors import Conflict
from scm_cli.locale import LANGUAGES, Lang
from scm_cli.locale import taking as say

if TYPE_CHECKING:
    from scm_cli.model.session import Session
    from scm_cli.notation.context import Printing
    from scm_cli.notation.reading.applied import Base


def base_of(text: str, now: "Printing", named: str) -> "Base":
    """Return what a text was made from.

    Args:
        text: the corrected protocol.
        now: the session as it is.
        named: what `--base` names: a printed protocol, or a session's file; may be empty.

    Raises:
        Conflict: the text names no version, or one that is not known here.
        BadData: the file named cannot be read.
        NotFound: there is no such file.
    """
    from scm_cli.notation.fingerprint import fingerprint

    mark = fingerprint(text)
    if named:
        return _named(named, mark, now)
    if not mark:
        raise Conflict(say.NO_MARK(), say.NO_MARK_REMEDY())
    base = _known(mark, now)
    if base is None:
        raise Conflict(say.UNKNOWN_MARK(mark=mark), say.UNKNOWN_MARK_REMEDY())
    return base


def _known(mark: str, now: "Printing") -> "Base | None":
    """Return the session as it is now, or as it was printed before, if that has the mark."""
    from scm_cli.archive.reader import read
    from scm_cli.model.session import Session
    from scm_cli.notation.fingerprint import fingerprint
    from scm_cli.notation.reading.applied import Base

    for base in _prints(now, now.session):
        if fingerprint(base.text) == mark:
            return base
    version = printed.find(mark)
    if version is None:
        return None
    if version.ref != str(now.ref):
        raise Conflict(say.OTHER_SESSION(other=version.ref, ref=now.ref))
    if version.uid and now.session.uid and version.uid != now.session.uid:
        return None
    session = read(version.file.encode(), Session, version.mark)
    return Base(session, version.lang, version.text, version.mark)


def _prints(now: "Printing", session: "Session") -> "Iterator[Base]":
    """Yield what a session prints in each language, the group's first."""
    from dataclasses import replace

    from scm_cli.notation.context import Printing
    from scm_cli.notation.protocol import protocol
    from scm_cli.notation.reading.applied import Base

    langs: list[Lang] = sorted(LANGUAGES, key=lambda lang: lang != now.lang)
    for lang in langs:
        text = protocol(Printing(replace(now.source, session=session), lang, now.following))
        yield Base(session, lang, text, str(now.ref))


def _named(name: str, mark: str, now: "Printing") -> "Base":
    from scm_cli.archive.reader import read
    from scm_cli.model.session import Session
    from scm_cli.notation.fingerprint import fingerprint
    from scm_cli.notation.reading.applied import Base

    data = file_bytes(name)
    if PurePath(name).suffix == ".toml":
        session = read(data, Session, name)
        if session.number != now.ref.number:
            raise Conflict(say.BASE_NUMBER(path=name, number=session.number, ref=now.ref))
        prints = list(_prints(now, session))
        return next((base for base in prints if fingerprint(base.text) == mark), prints[0])
    text = incoming(data, name).text
    own = fingerprint(text)
    if own and mark and own != mark:
        raise Conflict(say.OTHER_BASE(mark=mark, path=name, other=own))
    known = _known(own, now) if own else None
    return known or Base(now.session, now.lang, text, name)
