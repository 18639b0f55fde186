"""Another number for a session, and what that changes in every session that names it."""

from collections.abc import Callable
from dataclasses import replace

from scm_cli.model.agenda import Item
from scm_cli.model.outcomes import Decision
from scm_cli.model.record import Attachment
from scm_cli.model.refs import SessionRef, parse_decision, parse_session
from scm_cli.model.session import Session


def renumbered(session: Session, old: SessionRef, new: SessionRef, moved: Callable[[str], str]) -> Session:
    """Return the session with its new number.

    Args:
        session: the session.
        old: its reference.
        new: the one it gets.
        moved: gives the new path of an attachment's file.
    """

    def attached(one: Attachment) -> Attachment:
        return replace(one, file=moved(one.file)) if one.file else one

    attachments = tuple(map(attached, session.attachments))
    return following(replace(session, number=new.number, attachments=attachments), old, new)


def following(session: Session, old: SessionRef, new: SessionRef) -> Session:
    """Return a session in which every reference to the renumbered one, its items and decisions names it anew."""

    def named(ref: str | None) -> str | None:
        """Return a reference of a session or of an item in it."""
        part, mark, item = (ref or "").partition("#")
        return f"{new}{mark}{item}" if parse_session(part) == old else ref

    def replacing(decision: Decision) -> Decision:
        parsed = parse_decision(decision.replaces or "")
        if parsed is None or parsed[0] != old:
            return decision
        return replace(decision, replaces=new.outcome("B", parsed[1]))

    def changed(item: Item) -> Item:
        decisions = tuple(map(replacing, item.decisions))
        return replace(item, about=named(item.about), from_=named(item.from_), decisions=decisions)

    approval = session.approval
    if approval is not None:
        approval = replace(approval, session=named(approval.session))
    return replace(session, agenda=tuple(map(changed, session.agenda)), approval=approval)
