"""The warning that an agenda takes longer than its session."""

from typing import TYPE_CHECKING

from scm_cli.commands.desk import Desk
from scm_cli.locale import language
from scm_cli.locale import timing as say

if TYPE_CHECKING:
    from scm_cli.model.session import Session


def warn_overrun(own: Desk, ref: object, session: "Session") -> None:
    """Warn where the planned lengths of a session's items go beyond its planned end; not once it was held."""
    from scm_cli.dates import show_clock
    from scm_cli.model.timing import timing

    found = timing(session)
    if not found.overrun or session.planned_end is None or session.was_held or session.status == "cancelled":
        return
    planned = show_clock(session.planned_end, language())
    if found.end is None:
        own.terminal.warn(say.OVERRUN_AT_LEAST(found.overrun, ref=ref, planned=planned))
    else:
        end = show_clock(found.end, language())
        own.terminal.warn(say.OVERRUN(found.overrun, ref=ref, end=end, planned=planned))
