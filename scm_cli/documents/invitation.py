"""The invitation: what its template is given."""

from collections.abc import Sequence
from datetime import date

from scm_cli.dates import show_day
from scm_cli.documents.agenda import agenda_values
from scm_cli.documents.values import Values
from scm_cli.locale import documents as word
from scm_cli.locale import letters
from scm_cli.model.session import Session
from scm_cli.notation.context import Printing
from scm_cli.notation.inline import escape
from scm_cli.planning.session import invitation_due
from scm_cli.planning.tasks import OpenTask
from scm_cli.query.rows import name_of


def invitation_values(printing: Printing, today: date, tasks: Sequence[OpenTask] = ()) -> Values:
    """Return what the template of an invitation is given.

    Args:
        printing: the session with its group, people and language.
        today: when it goes out, unless the session says when it did.
        tasks: the open ones of the group, as for the agenda.
    """
    session, lang = printing.session, printing.lang
    text = word.INVITED_WRITTEN if session.mode == "written" else word.INVITED
    text = word.INVITED_CANCELLED if session.status == "cancelled" else text
    return {
        **agenda_values(printing, tasks),
        "salutation": letters.SALUTATION.to(lang),
        "opening": text.to(lang, day=show_day(session.date, lang)),
        "notice": _notice(printing, today),
        "closing": letters.CLOSING.to(lang),
        "sender": escape(name_of(session.chair, printing.register)) if session.chair else "",
    }


def _notice(printing: Printing, today: date) -> str:
    """Return whether the notice period is kept; empty where none is set or the day it went out is not known."""
    session, group, lang = printing.session, printing.group, printing.lang
    due = invitation_due(session.date, group) if group else None
    day = _goes_out(session, today)
    if group is None or group.notice_days is None or due is None or day is None:
        return ""
    text = word.NOTICE_KEPT if day <= due else word.NOTICE_SHORT
    return text.to(lang, group.notice_days, due=show_day(due, lang))


def _goes_out(session: Session, today: date) -> date | None:
    """Return the day of the invitation: as it was noted, else today where the session is still to come."""
    if session.invited_on or session.status == "cancelled":
        return session.invited_on
    return today if today <= session.date and not session.was_held else None
