"""Attachments: what their commands say, and what stands in the way."""

from scm_cli.locale import Text

ATTACHMENT = Text("attachment {number} {title}", "Anlage {number} {title}")
ADDED_FILE = Text("{what} added in {path}, file {file}", "{what} angelegt in {path}, Datei {file}")
ADDED_LINK = Text("{what} added in {path}", "{what} angelegt in {path}")
REMOVED = Text("{what} removed, in {path}", "{what} entfernt, in {path}")
TRASHED = Text(
    "{file} moved to {trash}; add it again with: {command}",
    "{file} verschoben nach {trash}; wieder hinzufügen mit: {command}",
)
FILE_STAYS = Text("{file} stays: attachments name it", "{file} bleibt: Anlagen nennen es")
FILE_STAYS_UNSURE = Text(
    "{file} stays: not every session can be read, so one may name it",
    "{file} bleibt: nicht jede Sitzung lässt sich lesen, eine könnte es nennen",
)
REALLY_REMOVE = Text("Take out {what}?", "{what} herausnehmen?")

# what cannot be
IS_ATTACHED = Text("attachment {number} is that already", "Anlage {number} ist das schon")
IS_ATTACHED_REMEDY = Text(
    "Take it out first to add it anew, or name another item.",
    "Nehmen Sie sie zuerst heraus, um sie neu hinzuzufügen, oder nennen Sie einen anderen TOP.",
)
NO_FILE = Text("there is no file {path}", "es gibt keine Datei {path}")
NO_FILE_REMEDY = Text(
    "Name a file, or a link with http:// or https://.",
    "Nennen Sie eine Datei oder einen Verweis mit http:// oder https://.",
)
A_FOLDER = Text("{path} is a folder", "{path} ist ein Ordner")
A_FOLDER_REMEDY = Text(
    "Name one file at a time, or pack the folder into one.",
    "Nennen Sie einzelne Dateien, oder packen Sie den Ordner in eine.",
)
NO_REGULAR = Text("{path} is no regular file", "{path} ist keine gewöhnliche Datei")
ONE_TITLE = Text("one title cannot stand for several attachments", "ein Titel kann nicht für mehrere Anlagen stehen")
ONE_TITLE_REMEDY = Text("Without --title each file gives its name.", "Ohne --title gibt jede Datei ihren Namen her.")
OTHER_SCHEME = Text("„{url}“ is neither http nor https", "„{url}“ ist weder http noch https")
NO_ATTACHMENT = Text("session {ref} has no attachment {number}", "Sitzung {ref} hat keine Anlage {number}")
NO_ATTACHMENT_REMEDY = Text("Its attachments: {known}.", "Ihre Anlagen: {known}.")
CLEARED = Text(
    "a change was cut off and left {file}, which no session needs: it is in the trash now, as {trash}",
    "Eine Änderung wurde abgebrochen und ließ {file} zurück, das keine Sitzung braucht: Die Datei liegt jetzt als "
    "{trash} im Papierkorb",
)
NOT_CLEARED = Text(
    "a change was cut off, and what it left cannot be cleared away yet: {reason}",
    "Eine Änderung wurde abgebrochen, und was sie zurückließ, lässt sich noch nicht wegräumen: {reason}",
)
CUT_OFF = Text(
    "a change of session {ref} was cut off; the next change clears away what it left",
    "Eine Änderung der Sitzung {ref} wurde abgebrochen; die nächste Änderung räumt weg, was sie zurückließ",
)
UNNAMED = Text("no session names this file", "keine Sitzung nennt diese Datei")
