"""Words of the documents made from templates."""

from typing import Final

from scm_cli.locale import Plural, Text

SESSION: Final = Text("Session {number} of {group}", "{number}. Sitzung {group}")
SESSION_KIND: Final = Text("{kind} session {number} of {group}", "{number}. ({kind}) Sitzung {group}")
SESSION_WRITTEN: Final = Text("Written procedure {number} of {group}", "{number}. Umlaufverfahren {group}")
SESSION_DISPLAY: Final = Text("Session {number} of {group}", "Sitzung {number} {group}")
SESSION_KIND_DISPLAY: Final = Text("{kind} session {number} of {group}", "{kind} Sitzung {number} {group}")
SESSION_WRITTEN_DISPLAY: Final = Text("Written procedure {number} of {group}", "Umlaufverfahren {number} {group}")
SESSION_KINDS: Final = {
    "extraordinary": Text("Extraordinary", "außerordentliche"),
    "constitutive": Text("Constitutive", "konstituierende"),
}
LINK: Final = Text("Link", "Link")
MINUTES: Final = Plural(Text("{n} minute", "{n} Minute"), Text("{n} minutes", "{n} Minuten"))
CANCELLED: Final = Text("cancelled", "abgesagt")
STATUS: Final = Text("Status", "Stand")
CALENDAR_ENTRY: Final = Text("calendar", "termin")
DOCUMENTS: Final = {
    "protocol": Text("minutes", "protokoll"),
    "agenda": Text("agenda", "tagesordnung"),
    "invitation": Text("invitation", "einladung"),
    "attendance-sheet": Text("attendance-sheet", "anwesenheitsliste"),
    "short": Text("short-minutes", "kurzprotokoll"),
    "decision-extract": Text("decision-extract", "beschlussauszug"),
    "item-extract": Text("extract", "protokollauszug"),
    "decision-register": Text("decisions", "beschlussregister"),
    "task-list": Text("tasks", "aufgabenliste"),
    "personal-extract": Text("tasks", "aufgaben"),
    "reminder": Text("reminder", "erinnerung"),
}
"""What files are called; these names can be typed too."""

ALSO: Final = {
    "attendance-sheet": (
        "attendance list",
        "sign-in sheet",
        "teilnehmerliste",
        "teilnahmeliste",
        "unterschriftenliste",
    ),
    "short": ("short", "ergebnisprotokoll", "ergebnisse"),
    "item-extract": ("auszug", "minutes-extract", "protocol-extract"),
    "decision-register": ("beschlüsse", "beschlussverzeichnis", "beschlussbuch"),
    "task-list": ("task list", "aufgabe"),
    "personal-extract": ("personenauszug", "personal-tasks", "aufgabenauszug"),
}
"""What else is typed for them."""

# invitation
NOTICE_KEPT: Final = Plural(
    Text("The notice period of {n} day is kept.", "Die Einladungsfrist von {n} Tag ist eingehalten."),
    Text("The notice period of {n} days is kept.", "Die Einladungsfrist von {n} Tagen ist eingehalten."),
)
NOTICE_SHORT: Final = Plural(
    Text(
        "The notice period of {n} day is not kept: the invitation was due by {due}.",
        "Die Einladungsfrist von {n} Tag ist nicht eingehalten: die Einladung war bis zum {due} fällig.",
    ),
    Text(
        "The notice period of {n} days is not kept: the invitation was due by {due}.",
        "Die Einladungsfrist von {n} Tagen ist nicht eingehalten: die Einladung war bis zum {due} fällig.",
    ),
)
INVITED: Final = Text(
    "You are invited to our session on {day}.", "hiermit lade ich Sie zu unserer Sitzung am {day} ein."
)
INVITED_WRITTEN: Final = Text(
    "You are asked to take part in our written procedure of {day}.",
    "hiermit bitte ich Sie um Ihre Beteiligung an unserem Umlaufverfahren vom {day}.",
)
INVITED_CANCELLED: Final = Text("Our session on {day} is cancelled.", "unsere Sitzung am {day} ist abgesagt.")

# attendance sheet
VOTERS: Final = Text("Entitled to vote", "Stimmberechtigt")
OTHERS_EXPECTED: Final = Text("Others", "Weitere Teilnehmende")
NO_SHEET_CANCELLED: Final = Text(
    "session {ref} is cancelled, nobody signs an attendance sheet",
    "Sitzung {ref} ist abgesagt, eine Anwesenheitsliste unterschreibt niemand",
)
NO_SHEET_WRITTEN: Final = Text(
    "session {ref} is a written procedure, nobody signs an attendance sheet",
    "Sitzung {ref} ist ein Umlaufverfahren, eine Anwesenheitsliste unterschreibt niemand",
)
NO_SHEET_REMEDY: Final = Text(
    "An attendance sheet is made for a session at which people meet.",
    "Eine Anwesenheitsliste gibt es für eine Sitzung, zu der man zusammenkommt.",
)

# extracts and registers
GROUP: Final = Text("Group", "Gremium")
SESSION_LABEL: Final = Text("Session", "Sitzung")
ITEM_LABEL: Final = Text("Item", "Tagesordnungspunkt")
PERIOD_LABEL: Final = Text("Period", "Zeitraum")
PERIOD: Final = Text("{first} to {last}", "{first} bis {last}")
REPLACED_BY: Final = Text("Replaced by {refs}.", "Ersetzt durch {refs}.")
ORIGIN: Final = Text("{session} on {day}, {item}", "{session} am {day}, {item}")
TASK_SECTIONS: Final = {
    "overdue": Text("Overdue", "Überfällig"),
    "open": Text("Open", "Offen"),
    "aside": Text("Put aside until later", "Zurückgestellt"),
    "finished": Text("Finished", "Abgeschlossen"),
}
