"""What a seal finds: which part of a final protocol is no longer as it was sealed."""

from collections.abc import Iterator

from scm_cli.archive.archive import Archive, StoredSession
from scm_cli.archive.lines import line_of
from scm_cli.archive.mending import editing
from scm_cli.archive.parsing import BOM
from scm_cli.archive.reader import dotted
from scm_cli.archive.sealed_text import restoring, text_path, text_problem
from scm_cli.errors import Problem
from scm_cli.locale import record as say
from scm_cli.model.numbering import tops
from scm_cli.model.record import Seal
from scm_cli.model.seal import VERSION, head_digest, item_digest
from scm_cli.model.session import Session
from scm_cli.model.validity import Where

Found = tuple[Problem, str]
Altered = tuple[Where, str]


def seal_faults(archive: Archive, stored: StoredSession) -> Iterator[Found]:
    """Yield what is wrong with the seal of a session, each with the command that mends it."""
    session = stored.value
    name = archive.files.name(stored.path)
    text = stored.data.removeprefix(BOM).decode()
    for where, found in alterations(session):
        yield Problem(name, line_of(text, where), dotted(where), found), restoring(name)
    if status := _status(session):
        yield Problem(name, line_of(text, ("status",)), "status", status), editing(name)
    path = text_path(stored.ref)
    if session.seal is not None and (problem := text_problem(archive, stored.ref, session)):
        yield problem, ""
    elif session.seal is None and (archive.files.root / path).is_file():
        left = say.LEFT_OVER_TEXT(ref=stored.ref)
        yield Problem(archive.files.name(path), 0, "", left), f"scm session reopen {stored.ref}"


def alterations(session: Session) -> Iterator[Altered]:
    """Yield which part of a sealed session was altered, and where it stands."""
    seal = session.seal
    if seal is None:
        return
    if seal.version != VERSION:
        found = f"{say.OTHER_SEAL(version=seal.version)}; {say.ALLOWED_SEAL(known=VERSION)}"
        yield ("seal", "version"), found
        return
    if head_digest(session, seal.people) != seal.head:
        yield ("number",), say.HEAD_ALTERED()
    yield from _items(session, seal)
    yield from _order(session, seal)


def _items(session: Session, seal: Seal) -> Iterator[Altered]:
    digests = {one.id: one.digest for one in seal.items}
    numbered = tops(session.agenda)
    for n, item in enumerate(session.agenda):
        if digests.get(item.id) != item_digest(item):
            text = say.ITEM_ALTERED if item.id in digests else say.ITEM_ADDED
            yield ("agenda", n), text(top=numbered[item.id], title=item.title)
    for n, one in enumerate(seal.items):
        if session.item(one.id) is None:
            yield ("seal", "items", n), say.ITEM_GONE(id=one.id)


def _order(session: Session, seal: Seal) -> Iterator[Altered]:
    """Yield the first item that stands elsewhere than when it was sealed, new and missing ones left aside."""
    sealed = [one.id for one in seal.items if session.item(one.id)]
    present = [item for item in session.agenda if item.id in sealed]
    for item, before in zip(present, sealed, strict=False):
        if item.id != before:
            place = session.agenda.index(item)
            title, top = item.title, tops(session.agenda)[item.id]
            yield ("agenda", place), say.ORDER_ALTERED(top=top, title=title)
            return


def _status(session: Session) -> str:
    final = session.status in ("final", "approved")
    if final and session.seal is None:
        return say.NO_SEAL(status=session.status)
    return say.OTHER_STATUS(status=session.status) if session.seal is not None and not final else ""
