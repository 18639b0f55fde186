"""Sealing a session: its protocol as it is from now on, and the seal that fits it."""

from dataclasses import replace
from datetime import datetime

from scm_cli.archive.archive import Archive
from scm_cli.archive.mentions import named_in
from scm_cli.archive.sources import following
from scm_cli.model.attendance_changes import with_deputies
from scm_cli.model.record_changes import finalize
from scm_cli.model.refs import SessionRef
from scm_cli.model.seal import seal_of, sealed_people, text_digest
from scm_cli.model.session import Session
from scm_cli.model.voting import voting_seats
from scm_cli.notation.context import Printing
from scm_cli.notation.protocol import protocol
from scm_cli.query.rows import Source


def sealed(archive: Archive, ref: SessionRef, session: Session, at: datetime) -> tuple[Session, str]:
    """Return the sealed session and its protocol, in the group's language.

    Who filled whose seat as a deputy is said in it, so that a later change of the register leaves it as it was.

    Args:
        archive: with the session's group and people.
        ref: the session's reference.
        session: as it is to be sealed.
        at: when.
    """
    group = archive.group(ref.group).value
    session = with_deputies(session, voting_seats(ref.group, group, archive.register, session.date))
    people = sealed_people(session, set(named_in(session)), ref.group, group, archive.register)
    seal = seal_of(session, people, at, text_digest(b""))
    source = Source(ref, replace(session, seal=seal), group, archive.register)
    text = protocol(Printing(source, group.language, following(archive, source)))
    seal = replace(seal, protocol=text_digest(text.encode()))
    return finalize(session, ref, seal), text
