"""Which changes a session allows: a final protocol no longer changes."""

from scm_cli.errors import Conflict
from scm_cli.locale import record as say
from scm_cli.model.session import Session
from scm_cli.model.steps import stage


def is_closed(session: Session) -> bool:
    """Say whether the protocol is sealed, final or approved."""
    return stage(session) in ("final", "approved")


def ensure_open(session: Session, ref: object) -> None:
    """Raise `Conflict` where the protocol is sealed, final or approved; the remedy names the way there is."""
    now = stage(session)
    if now == "final":
        raise Conflict(say.IS_FINAL(ref=ref), say.REOPEN_REMEDY(ref=ref))
    if now == "approved":
        raise Conflict(say.IS_APPROVED(ref=ref), say.AMEND_REMEDY(ref=ref))
