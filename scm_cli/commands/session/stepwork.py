"""What the steps of a session's record have in common: days, and the way a change is made."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from scm_cli.commands.desk import Desk
from scm_cli.commands.options import InGroup, Writing
from scm_cli.commands.saying import told
from scm_cli.errors import UsageFault
from scm_cli.locale import Text, language
from scm_cli.locale import changes as changed
from scm_cli.locale import record as say

if TYPE_CHECKING:
    from scm_cli.archive.archive import StoredSession
    from scm_cli.archive.resolve import Resolver
    from scm_cli.model.session import Session

Changed = tuple["Session", dict[str, object]]
"""A session after its step, and what the sentence about it says."""


def shown(day: date) -> str:
    """Return a day as sentences name it."""
    from scm_cli.dates import show_day

    return show_day(day, language())


def day_of_step(typed: str, option: str, own: Desk, session: "Session") -> date | None:
    """Return the day typed behind an option, None where nothing was; raises `UsageFault` where it cannot be.

    A step of the record was taken already, and after the session.
    """
    from scm_cli.dates import read_day

    if not typed:
        return None
    day = read_day(typed, own.today, past=True)
    if day > own.today:
        raise UsageFault(say.IN_THE_FUTURE(option=option, day=shown(day)))
    if day < session.date:
        raise UsageFault(say.BEFORE_SESSION(option=option, date=shown(session.date)))
    return day


def take_step(
    own: Desk,
    typed: str,
    group: InGroup,
    how: Writing,
    text: Text,
    change: "Callable[[StoredSession, Resolver], Changed]",
) -> None:
    """Change a session under the lock, and say so with what the change gives for the sentence."""
    archive = own.archive(dry_run=how.dry_run)
    with archive.lock():
        resolver = own.resolver(archive, group.group)
        stored = resolver.session(typed)
        after, values = change(stored, resolver)
        written = archive.save(stored, after)
    what = changed.SESSION(ref=stored.ref)
    if written:
        told(own, how, text, what=what, path=archive.files.name(stored.path), **values)
    else:
        told(own, how, changed.UNCHANGED, what=what)
