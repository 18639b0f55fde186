"""scm: a minutes manager for working groups.

The public Python API; everything is loaded when it is first asked for:

    import scm_cli

    archive = scm_cli.open_archive("data")
    for stored in archive.sessions():
        print(stored.ref, stored.value.date)
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # nothing is imported before Ctrl-C is taken care of, not even `typing`

if TYPE_CHECKING:
    from scm_cli.api import open_archive, print_protocol
    from scm_cli.archive.archive import Archive, Stored, StoredSession
    from scm_cli.errors import Ambiguous, BadData, Conflict, NotFound, Problem, ScmError, UsageFault
    from scm_cli.model.agenda import Item
    from scm_cli.model.attendance import Attendance
    from scm_cli.model.attendee import Attendee
    from scm_cli.model.group import Group
    from scm_cli.model.outcomes import Decision, Election, Task
    from scm_cli.model.refs import SessionRef
    from scm_cli.model.session import Session

__all__ = [
    "Ambiguous",
    "Archive",
    "Attendance",
    "Attendee",
    "BadData",
    "Conflict",
    "Decision",
    "Election",
    "Group",
    "Item",
    "NotFound",
    "Problem",
    "ScmError",
    "Session",
    "SessionRef",
    "Stored",
    "StoredSession",
    "Task",
    "UsageFault",
    "__version__",
    "open_archive",
    "print_protocol",
]

_ROOMS = {
    "api": ("open_archive", "print_protocol"),
    "archive.archive": ("Archive", "Stored", "StoredSession"),
    "errors": ("Ambiguous", "BadData", "Conflict", "NotFound", "Problem", "ScmError", "UsageFault"),
    "model.agenda": ("Item",),
    "model.attendance": ("Attendance",),
    "model.attendee": ("Attendee",),
    "model.group": ("Group",),
    "model.outcomes": ("Decision", "Election", "Task"),
    "model.refs": ("SessionRef",),
    "model.session": ("Session",),
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    for room, names in _ROOMS.items():
        if name in names:
            return getattr(import_module(f"scm_cli.{room}"), name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
