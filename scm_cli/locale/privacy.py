"""Sentences about what is stored of a person, and about taking it out."""

from typing import Final

from scm_cli.locale import Plural, Text

NEUTRAL: Final = Text("Removed person", "Entfernte Person")

# the options
REPORT = Text(
    "Everything stored about a person, in all files: for a request under Art. 15 GDPR.",
    "Alles, was in allen Dateien über eine Person steht: für eine Auskunft nach Art. 15 DSGVO.",
)
FORGET = Text(
    "Take a person out of the register and of all sessions that are not sealed (Art. 17 GDPR). Somebody without a "
    "name stands in their place, so that votes still count. What this cannot change is listed.",
    "Eine Person aus dem Verzeichnis und allen nicht festgeschriebenen Sitzungen entfernen (Art. 17 DSGVO). An ihrer "
    "Stelle steht jemand ohne Namen, damit Stimmen weiter zählen. Was sich so nicht ändern lässt, wird aufgezählt.",
)

# the report
TITLE: Final = Text("Data stored about {name}", "Gespeicherte Daten zu {name}")
AS_OF: Final = Text("Found on {day}.", "Ermittelt am {day}.")
ENTRIES: Final = Text("Register", "Verzeichnis")
PLACES: Final = Text("Sessions and other files that name the person", "Sitzungen und andere Dateien mit der Person")
TEXTS: Final = Text("Texts in which a name or address stands", "Texte, in denen ein Name oder eine Adresse steht")
NOTHING: Final = Text("Nothing.", "Nichts.")
SESSION: Final = Text("Session {ref} of {day}", "Sitzung {ref} vom {day}")
ENTRY: Final = Text("Entry {key}", "Eintrag {key}")
LIMITS: Final = Text("Not searched", "Nicht durchsucht")
NOT_SEARCHED: Final = (
    Text("the contents of attachments", "der Inhalt von Anlagen"),
    Text("the trash of the archive", "der Papierkorb der Ablage"),
    Text("prints kept for corrections that come back", "aufbewahrte Ausdrucke für zurückkommende Korrekturen"),
    Text("the history in git, backups, and what was sent", "der Verlauf in git, Sicherungen und Versandtes"),
)

# forgetting
REALLY = Text("Forget {name}? This cannot be taken back.", "{name} entfernen? Das lässt sich nicht zurücknehmen.")
FORGOTTEN = Plural(
    Text("{name} taken out of {n} file; in their place stands {new}",
         "{name} aus {n} Datei entfernt; an ihrer Stelle steht {new}"),
    Text("{name} taken out of {n} files; in their place stands {new}",
         "{name} aus {n} Dateien entfernt; an ihrer Stelle steht {new}"),
)  # fmt: skip
FILE = Text("  {path}", "  {path}")
NOTHING_LEFT = Text("{name} was forgotten already: nothing to change", "{name} ist schon entfernt: nichts zu ändern")
SEALED = Plural(
    Text("{n} sealed session still names the person and cannot change:",
         "{n} festgeschriebene Sitzung nennt die Person weiter und lässt sich nicht ändern:"),
    Text("{n} sealed sessions still name the person and cannot change:",
         "{n} festgeschriebene Sitzungen nennen die Person weiter und lassen sich nicht ändern:"),
)  # fmt: skip
STANDS = Plural(
    Text("{n} place where a name or address stands, to be changed by hand:",
         "{n} Stelle, an der ein Name oder eine Adresse steht, von Hand zu ändern:"),
    Text("{n} places where a name or address stands, to be changed by hand:",
         "{n} Stellen, an denen ein Name oder eine Adresse steht, von Hand zu ändern:"),
)  # fmt: skip
UNTOUCHED = Text("Untouched: {what}.", "Unberührt: {what}.")
