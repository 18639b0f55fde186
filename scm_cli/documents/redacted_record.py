"""What the public may see of a session's record and of its group."""

from dataclasses import replace

from scm_cli.model.group import Group, Public
from scm_cli.model.record import Amendment, Approval, Attachment, Seal
from scm_cli.model.seal import text_digest


def open_group(group: Group | None) -> Group | None:
    """Return a group without addresses and without what only its own work needs."""
    if group is None:
        return None
    return replace(group, recipients=(), public=Public(), rules=(), standing=(), x=None)


def open_attachment(one: Attachment) -> Attachment:
    """Return an attachment as the public sees it."""
    return Attachment(number=one.number, title=one.title, file=one.file, url=one.url, item=one.item)


def open_amendment(one: Amendment) -> Amendment:
    """Return an addendum as the public sees it."""
    return Amendment(number=one.number, on=one.on, item=one.item, text=one.text)


def open_approval(one: Approval | None) -> Approval | None:
    """Return how and when a protocol was approved, without objections and the time for them."""
    return Approval(method=one.method, on=one.on, session=one.session) if one and one.on else None


def open_seal(seal: Seal | None) -> Seal | None:
    """Return when a session was sealed; its digests are of what the public does not see."""
    if seal is None:
        return None
    nothing = text_digest(b"")
    return Seal(version=seal.version, at=seal.at, head=nothing, protocol=nothing)
