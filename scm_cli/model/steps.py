"""The steps of a session's life: planned, invited, held, final, approved; cancelled ends it."""

from typing import Final, Literal

from scm_cli.errors import Conflict
from scm_cli.locale import Text
from scm_cli.locale import record as say
from scm_cli.model.group import Status
from scm_cli.model.session import Session

Step = Literal["invite", "finalize", "reopen", "circulate", "approve", "amend", "sign"]
_Refusal = tuple[Text, Text]
MENDABLE: Final[tuple[Status, ...]] = ("planned", "invited", "held")
"""How far a session is whose protocol can still be changed."""

_CANCELLED: Final = (say.CANCELLED, say.CANCELLED_REMEDY)
_TOOK_PLACE: Final = (say.INVITE_TOO_LATE, say.INVITE_TOO_LATE_REMEDY)
_NOT_FINAL: Final = (say.NOT_FINAL, say.FINALIZE_FIRST)
_OPEN: Final = (say.NOT_FINAL, say.STILL_OPEN)
_FINAL: Final = (say.IS_FINAL, say.REOPEN_REMEDY)
_NOT_APPROVED: Final = (say.NOT_APPROVED, say.REOPEN_REMEDY)
_APPROVED: Final = (say.IS_APPROVED, say.AMEND_REMEDY)


def _draft(refusal: _Refusal) -> dict[Status, _Refusal]:
    return {"planned": refusal, "invited": refusal, "held": refusal}


_REFUSED: Final[dict[Step, dict[Status, _Refusal]]] = {
    "invite": {"held": _TOOK_PLACE, "final": _FINAL, "approved": _APPROVED},
    "finalize": {"final": _FINAL, "approved": _APPROVED},
    "reopen": {**_draft(_OPEN), "approved": _APPROVED},
    "circulate": {**_draft(_NOT_FINAL), "approved": _APPROVED},
    "approve": {**_draft(_NOT_FINAL), "approved": _APPROVED},
    "amend": {**_draft(_OPEN), "final": _NOT_APPROVED},
    "sign": _draft(_NOT_FINAL),
}


def stage(session: Session) -> Status:
    """Return how far a session is; a seal counts whatever the status says."""
    if session.seal is not None and session.status != "approved":
        return "final"
    return session.status


def ensure(session: Session, ref: object, step: Step) -> None:
    """Raise `Conflict` where a step does not follow from how far a session is."""
    now = stage(session)
    refusal = _CANCELLED if now == "cancelled" else _REFUSED[step].get(now)
    if refusal:
        message, remedy = refusal
        raise Conflict(message(ref=ref), remedy(ref=ref) if "{ref}" in remedy() else remedy())
