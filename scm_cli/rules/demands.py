"""Where a session lacks what a rule asks for: pure, from a rule and a session to the places of what is missing."""

from collections.abc import Iterator

from scm_cli.archive.field_paths import FieldPath, Place, field_path, places
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.fold import same
from scm_cli.model.session import Session
from scm_cli.query.rows import Source, row_organisation
from scm_cli.rules.profile import Office, Rule


def lacking(rule: Rule, source: Source) -> Iterator[Place]:
    """Yield every place at which a session lacks what a rule asks for; a field that does not exist is nowhere.

    An item's own fields are asked of items that were treated and, where an item has sub-items, of these; what
    somebody did is asked of those present; `attendance` itself asks for somebody present by name. Whether
    the rule's status fits is the caller's business.
    """
    session = source.session
    paths = [path for name in rule.fields if (path := field_path(name))]
    if not paths or (session.mode in rule.not_in):
        return
    first, *others = paths
    for place in places(session, first):
        if not _asked(place, rule, session) or _given(place, rule, source):
            continue
        if not any(_at_same(place, other, session) for other in others):
            yield place


def _at_same(place: Place, path: FieldPath, session: Session) -> bool:
    """Say whether another field of the same table, or of a table in it, is given."""
    owner = place.where[:-1]
    return any(one.given and one.where[: len(owner)] == owner for one in places(session, path))


def _asked(place: Place, rule: Rule, session: Session) -> bool:
    """Say whether a rule applies to the table whose field it is."""
    items = [one for one in place.owners if isinstance(one, Item)]
    if rule.kind and not any(item.kind == rule.kind for item in items):
        return False
    if isinstance(place.owner, Item):
        return _is_treated(place.owner, session)
    if isinstance(place.owner, Attendance) and place.key.name != "state":
        return place.owner.state == "present"
    return True


def _is_treated(item: Item, session: Session) -> bool:
    """Say whether an item was treated itself: no break, not put off, without sub-items."""
    if item.is_break or item.state in ("postponed", "dropped"):
        return False
    after = session.agenda[session.agenda.index(item) + 1 :]
    return not (item.level == 1 and after and after[0].level == 2)


def _given(place: Place, rule: Rule, source: Source) -> bool:
    """Say whether a field is given, in the file itself or by what the register says."""
    owner, name = place.owner, place.key.name
    if isinstance(owner, Attendance) and name == "organisation":
        return row_organisation(owner, source) is not None
    if isinstance(owner, Attendance) and name == "name":
        return bool(owner.attendee or owner.name) or _somebody_for(owner.organisation, source)
    if isinstance(owner, Session) and name == "attendance":
        return _somebody_for(None, source)
    if rule.signed_by:
        return _is_signed(source.session, rule.signed_by)
    return place.given


def _somebody_for(organisation: str | None, source: Source) -> bool:
    """Say whether somebody is present by name, for an organisation where one is named."""
    named = (row for row in source.session.attendance if row.state == "present" and (row.attendee or row.name))
    if organisation is None:
        return any(True for _ in named)
    return any(same(row_organisation(row, source) or "", organisation) for row in named)


def _is_signed(session: Session, office: Office) -> bool:
    """Say whether the holder of an office signed; without a minute taker nobody has to sign as one."""
    holder = getattr(session, office)
    if holder is None and office == "minute_taker":
        return True
    return any(one.is_as(office, holder) for one in session.signed)
