"""Which changes a session allows: a final protocol no longer changes."""

from scm_cli.errors import Conflict
from scm_cli.locale import errors as say
from scm_cli.model.session import Session


def ensure_open(session: Session, ref: object) -> None:
    """Raise `Conflict` where the protocol is sealed, final or approved."""
    if session.seal is not None or session.status in ("final", "approved"):
        raise Conflict(say.SEALED(ref=ref), say.SEALED_REMEDY())
