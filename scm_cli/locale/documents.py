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
}
