"""What `scm status` says."""

from typing import Final

from scm_cli.locale import Plural, Text

# sections
NEXT = Text("Next session", "Nächste Sitzung")
DRAFTS = Text("Drafts", "Entwürfe")
APPROVALS = Text("Approvals", "Genehmigung")
TASKS = Text("Tasks", "Aufgaben")
CARRY_OVER = Text("To carry over", "Zu übertragen")
PROBLEMS = Text("Faults", "Fehler")
NOT_DUE = Text("{n} open, not due soon: {command}", "{n} offen, nicht bald fällig: {command}")
MORE = Text("and {n} more: {command}", "und {n} weitere: {command}")

# days
IN_DAYS = Plural(Text("in {n} day", "in {n} Tag"), Text("in {n} days", "in {n} Tagen"))
DAYS_AGO = Plural(Text("{n} day ago", "vor {n} Tag"), Text("{n} days ago", "vor {n} Tagen"))
TODAY = Text("today", "heute")

# rows
COMING = Text("{ref}: {day} ({days})", "{ref}: {day} ({days})")
NONE_PLANNED = Text("none planned: {command}", "keine geplant: {command}")
NONE_PLANNED_IN = Text("{group}: none planned: {command}", "{group}: keine geplant: {command}")
INVITE_BY = Text("invite by {day} ({days}): {command}", "Einladung bis {day} ({days}): {command}")
INVITE_OVERDUE = Plural(
    Text("invitations {n} day overdue: {command}", "Einladung seit {n} Tag überfällig: {command}"),
    Text("invitations {n} days overdue: {command}", "Einladung seit {n} Tagen überfällig: {command}"),
)
NOT_INVITED = Text("not invited yet: {command}", "noch nicht eingeladen: {command}")
DRAFT = Text("{ref} of {day}: not final: {command}", "{ref} vom {day}: nicht ausgefertigt: {command}")
UNSETTLED = Text("{ref} of {day}: neither held nor cancelled", "{ref} vom {day}: weder durchgeführt noch abgesagt")
PENDING: Final = {
    "circulate": Text(
        "{ref}: not circulated: {command} --until DATE", "{ref}: nicht versandt: {command} --until DATUM"
    ),
    "running": Text("{ref}: objections until {until} ({days})", "{ref}: Einwendungen bis {until} ({days})"),
    "passed": Text("{ref}: deadline passed: {command} --by-deadline", "{ref}: Frist vorbei: {command} --by-deadline"),
    "session": Text(
        "{ref}: to be approved: {command} --in SESSION", "{ref}: noch zu genehmigen: {command} --in SITZUNG"
    ),
}
OBJECTIONS = Plural(
    Text("{ref}: {n} open objection: {command} --in SESSION", "{ref}: {n} Einwendung offen: {command} --in SITZUNG"),
    Text("{ref}: {n} open objections: {command} --in SESSION", "{ref}: {n} Einwendungen offen: {command} --in SITZUNG"),
)
NOBODY = Text("nobody", "niemand zuständig")
OVERDUE = Text("{who}: {ref} overdue since {day}: {text}", "{who}: {ref} überfällig seit {day}: {text}")
DUE = Text("{who}: {ref} due {day} ({days}): {text}", "{who}: {ref} fällig {day} ({days}): {text}")
LEFT = Text("{ref} {title}", "{ref} {title}")
TAKE_OVER = Text("take over with: {command}", "übertragen mit: {command}")
FOUND = Plural(
    Text("{n} finding: {command}", "{n} Befund: {command}"), Text("{n} findings: {command}", "{n} Befunde: {command}")
)
