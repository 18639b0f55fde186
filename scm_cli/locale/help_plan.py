"""Help of planning: `scm session plan`, the rhythm of a group, `scm status`."""

from scm_cli.locale import Text

PLAN = Text(
    "Plan the group's next session: its day by the rhythm, not on a public holiday (then a week later, or the rhythm's "
    "next day), its agenda from standing items, protocols to approve and what earlier sessions left over. "
    "Prints its reference.",
    "Die nächste Sitzung planen: den Tag nach dem Turnus, nicht an einem Feiertag (dann eine Woche später oder am "
    "nächsten Tag des Turnus), die Tagesordnung aus ständigen TOP, zu genehmigenden Protokollen und dem, was frühere "
    "Sitzungen übrig ließen. Gibt ihre Angabe aus.",
)
PLAN_DATE = Text("The day; else by the group's rhythm.", "Der Tag; sonst nach dem Turnus des Gremiums.")
IF_MISSING = Text(
    "Plan only if no session is planned from today on; else print the one there is.",
    "Nur planen, wenn ab heute keine Sitzung geplant ist; sonst die vorhandene ausgeben.",
)
INTO = Text(
    "Plan no new session, but put on this one's agenda what it is missing: protocols to approve, what was left over.",
    "Keine neue Sitzung planen, sondern diese um das ergänzen, was ihr fehlt: zu genehmigende Protokolle, übrige TOP.",
)
RHYTHM = Text(
    "How often it meets: „every second Tuesday of the month, not in July“, „every 2 weeks on Thursday“, or an RRULE.",
    "Wie oft es tagt: „jeden zweiten Dienstag im Monat, nicht im Juli“, „alle 14 Tage donnerstags“ oder eine RRULE.",
)
RHYTHM_SINCE = Text(
    "The day from which the rhythm counts; else the last session, or today.",
    "Der Tag, ab dem der Turnus zählt; sonst die letzte Sitzung oder heute.",
)
STANDING_FIRST = Text(
    "An item every agenda begins with; several are possible, an empty one takes them away. TITLE=approval is for "
    "protocols, TITLE=tasks for tasks.",
    "Ein TOP, mit dem jede Tagesordnung beginnt; mehrere sind möglich, ein leerer nimmt sie weg. TITEL=approval ist "
    "für Protokolle, TITEL=tasks für Aufgaben.",
)
STANDING_LAST = Text(
    "An item every agenda ends with; several are possible.",
    "Ein TOP, mit dem jede Tagesordnung endet; mehrere sind möglich.",
)
STATUS = Text(
    "Show on one screen what is to be done: next session, drafts, approvals, tasks, what to carry over, faults.",
    "Auf einer Seite zeigen, was zu tun ist: nächste Sitzung, Entwürfe, Genehmigungen, Aufgaben, übrige TOP, Fehler.",
)
STATUS_GROUP = Text("Only this group; else all.", "Nur dieses Gremium; sonst alle.")
