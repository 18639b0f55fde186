"""The steps of a session's record: pure functions from a session to a session; each refuses out of turn."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Literal

from scm_cli.model.agenda import Item
from scm_cli.model.group import ApprovalMethod
from scm_cli.model.numbering import pinned
from scm_cli.model.record import Amendment, Approval, Objection, Reopening, Seal, Signature
from scm_cli.model.session import Session
from scm_cli.model.steps import ensure

Unreached = Literal["postponed", "dropped", "done"]


def invite(session: Session, ref: object, on: date | None, today: date) -> Session:
    """Return the session with the day of its invitation and the numbers of its items pinned.

    Args:
        session: planned or invited.
        ref: as sentences name it.
        on: the day; None keeps the first one, and stamps today where there is none.
        today: today.
    """
    ensure(session, ref, "invite")
    stamped = on or session.invited_on or today
    return replace(session, status="invited", invited_on=stamped, agenda=pinned(session.agenda))


def is_treated(item: Item) -> bool:
    """Say whether anything is recorded of an item, so that it was treated."""
    return bool(item.notes or item.decisions or item.elections or item.tasks or item.began or item.ended)


def anything_recorded(session: Session) -> bool:
    """Say whether a session holds anything of what happened in it."""
    came = any(row.state in ("present", "excused", "absent") for row in session.attendance)
    treated = any(is_treated(item) or item.state == "done" for item in session.agenda)
    return came or treated or session.end is not None or session.quorum_stated is not None


def treated(session: Session, approved: Collection[str] = ()) -> Session:
    """Return the session with every open item done that was treated.

    That is one of which something is recorded, or of a sub-item of it; what stands on every agenda needs no
    record; and the approval of a protocol was treated where that protocol is approved.

    Args:
        session: one that took place.
        approved: the full references of sessions whose protocols this one approved.
    """
    items = enumerate(session.agenda)
    agenda = [replace(item, state="done") if _done(session, n, approved) else item for n, item in items]
    return replace(session, agenda=tuple(agenda))


def waiting(session: Session) -> Iterator[Item]:
    """Yield the items that stay behind when a session is over: postponed, or open and not `treated`."""
    for place, item in enumerate(session.agenda):
        waits = item.state == "postponed" or (item.state == "open" and not _done(session, place))
        if waits and not item.is_break:
            yield item


def _done(session: Session, place: int, approved: Collection[str] = ()) -> bool:
    """Say whether an open item is done by what was treated."""
    item = session.agenda[place]
    if item.state != "open" or item.is_break:
        return False
    return (
        is_treated(item)
        or item.purpose in ("tasks", "other")
        or (item.purpose == "approval" and item.about in approved)
        or any(is_treated(sub) or sub.state == "done" for sub in _sub_items(session.agenda, place))
    )


def _sub_items(agenda: tuple[Item, ...], place: int) -> Iterable[Item]:
    if agenda[place].level == 1 and not agenda[place].is_break:
        for item in agenda[place + 1 :]:
            if item.level == 1 and not item.is_break:
                return
            yield item


def unreached(session: Session) -> list[Item]:
    """Return the items that are still open."""
    return [item for item in session.agenda if item.state == "open" and not item.is_break]


def settle_unreached(session: Session, state: Unreached) -> Session:
    """Return the session with all items that are still open in another state."""
    left = {item.id for item in unreached(session)}
    agenda = tuple(replace(item, state=state) if item.id in left else item for item in session.agenda)
    return replace(session, agenda=agenda)


def finalize(session: Session, ref: object, seal: Seal) -> Session:
    """Return the session sealed."""
    ensure(session, ref, "finalize")
    return replace(session, status="final", seal=seal)


def reopen(session: Session, ref: object, on: date, reason: str) -> Session:
    """Return the session as a draft again, with a trace of it.

    What was circulated is no longer what there is, so its days go; objections stay.
    """
    ensure(session, ref, "reopen")
    approval = session.approval
    if approval is not None:
        kept = replace(approval, circulated_on=None, until=None)
        approval = None if kept == Approval() else kept
    trace = (*session.reopened, Reopening(on=on, reason=reason))
    return replace(session, status="held", seal=None, reopened=trace, approval=approval)


def circulate(session: Session, ref: object, on: date, until: date) -> Session:
    """Return the session with its protocol sent round; sent round again, the last deadline counts."""
    ensure(session, ref, "circulate")
    return replace(session, approval=replace(session.approval or Approval(), circulated_on=on, until=until))


def object_to(session: Session, ref: object, objections: Iterable[Objection]) -> Session:
    """Return the session with objections to its protocol."""
    ensure(session, ref, "approve")
    approval = session.approval or Approval()
    return replace(session, approval=replace(approval, objections=(*approval.objections, *objections)))


def open_objections(session: Session) -> list[Objection]:
    """Return the objections that nobody dealt with: all but those raised before a reopened protocol was sealed anew."""
    objections = session.approval.objections if session.approval else ()
    if not session.reopened or session.seal is None:
        return list(objections)
    sealed = session.seal.at.date()
    return [one for one in objections if one.on is None or one.on >= sealed]


def approve(session: Session, ref: object, on: date, method: ApprovalMethod, in_session: str | None = None) -> Session:
    """Return the session with its protocol approved.

    Args:
        session: final.
        ref: as sentences name it.
        on: the day of the approval.
        method: how.
        in_session: the full reference of the session that approved it.
    """
    ensure(session, ref, "approve")
    approval = replace(session.approval or Approval(), method=method, on=on, session=in_session)
    return replace(session, status="approved", approval=approval)


def amend(session: Session, ref: object, on: date, text: str, item: str | None = None) -> tuple[Session, Amendment]:
    """Return the session with an addendum, and the addendum with its number."""
    ensure(session, ref, "amend")
    number = max((one.number for one in session.amendments), default=0) + 1
    made = Amendment(number=number, on=on, item=item, text=text)
    return replace(session, amendments=(*session.amendments, made)), made


def sign(session: Session, ref: object, signature: Signature) -> Session:
    """Return the final session with a signature, in place of an earlier one of the same person as the same."""
    ensure(session, ref, "sign")
    others = (one for one in session.signed if (one.by, one.role) != (signature.by, signature.role))
    return replace(session, signed=(*others, signature))
