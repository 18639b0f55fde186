"""The codes that filters know, apart from the tables that use them: lists need no more of the model."""

from typing import Final, Literal

ItemState = Literal["open", "done", "postponed", "dropped"]
AttendanceState = Literal["invited", "accepted", "declined", "present", "excused", "absent"]
Capacity = Literal["member", "deputy", "advisory", "guest"]
Status = Literal["planned", "invited", "held", "final", "approved", "cancelled"]
ItemKind = Literal["information", "discussion", "decision", "election", "break"]
Role = Literal["chair", "minute-taker", "member", "deputy", "advisory", "guest"]
TaskState = Literal["open", "in-progress", "waiting", "done", "dropped"]
SessionKind = Literal["ordinary", "extraordinary", "constitutive"]
Force = Literal["in-force", "replaced", "open"]
FORCES: Final[tuple[Force, ...]] = ("in-force", "replaced", "open")
