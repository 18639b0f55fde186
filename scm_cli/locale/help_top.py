"""Help of the program and of the commands at the top level."""

from scm_cli.locale import Text

ROOT = Text(
    "A minutes manager for working groups: sessions, agendas, attendance and protocols.",
    "Protokollverwaltung für Arbeitsgruppen: Sitzungen, Tagesordnungen, Anwesenheit und Protokolle.",
)
LIST = Text("List sessions, newest first.", "Sitzungen auflisten, neueste zuerst.")
SHOW = Text("Show everything about a session.", "Alles zu einer Sitzung zeigen.")
SESSION = Text("Sessions: plan, look at, change.", "Sitzungen: planen, ansehen, ändern.")
ATTENDEE = Text("The register of people.", "Das Verzeichnis der Personen.")
ATTENDANCE = Text("Who came to a session, and how.", "Wer zu einer Sitzung kam und wie.")
AGENDA = Text("What a session is about.", "Worum es in einer Sitzung geht.")
DECISION = Text("What was decided, over all sessions.", "Was beschlossen wurde, über alle Sitzungen.")
ELECTION = Text("Who was elected, over all sessions.", "Wer gewählt wurde, über alle Sitzungen.")
TASK = Text("Who does what by when.", "Wer bis wann was tut.")
ATTACHMENT = Text("Files and links that belong to a protocol.", "Dateien und Verweise, die zu einem Protokoll gehören.")
MINUTES_SHORT = Text("Take the minutes of a session in the editor.", "Das Protokoll einer Sitzung im Editor schreiben.")
LIVE_SHORT = Text(
    "Take minutes in short lines during the meeting.", "In kurzen Zeilen während der Sitzung mitschreiben."
)
TEMPLATE = Text("The templates documents are made from.", "Die Vorlagen, aus denen Dokumente entstehen.")
GROUP = Text("The groups of the archive.", "Die Gremien der Ablage.")
SEARCH_SHORT = Text("Find words anywhere in the sessions.", "Wörter überall in den Sitzungen finden.")
STATUS_SHORT = Text("Show on one screen what is to be done.", "Auf einer Seite zeigen, was zu tun ist.")
MERGE_FILE_SHORT = Text(
    "Merge two versions of a file, by hand or for git.",
    "Zwei Fassungen einer Datei zusammenführen, von Hand oder für git.",
)
INIT = Text("Make an archive with its first group.", "Eine Ablage mit ihrem ersten Gremium anlegen.")
INIT_DIR = Text("Where; the current folder if nothing is said.", "Wo; ohne Angabe im aktuellen Ordner.")
INIT_NAME = Text("The group's name", "Name des Gremiums")
INIT_KEY = Text("The group's key; else made from the name.", "Schlüssel des Gremiums; sonst aus dem Namen.")
EXPORT = Text(
    "Print protocols, agendas, invitations, extracts and registers, or write them to files.",
    "Protokolle, Tagesordnungen, Einladungen, Auszüge und Register ausgeben oder in Dateien schreiben.",
)
EXPORT_SESSIONS = Text(
    "The sessions, a decision such as B7-1 or an item such as 7:3; or choose sessions by filters.",
    "Die Sitzungen, ein Beschluss wie B7-1 oder ein TOP wie 7:3; oder Sitzungen mit Filtern wählen.",
)
EXPORT_LANG = Text("The document's language; else the group's.", "Sprache des Dokuments; sonst die des Gremiums.")
EXPORT_OUTPUT = Text(
    "A file, a folder for several, or - for standard output.",
    "Eine Datei, ein Ordner für mehrere oder - für die Standardausgabe.",
)
EXPORT_FORCE = Text("Overwrite files.", "Dateien überschreiben.")
CHECK = Text("Look for faults in all files and between them.", "Alle Dateien und ihren Zusammenhang auf Fehler prüfen.")
CHECK_QUIET = Text("Do not count the findings.", "Die Befunde nicht zählen.")
PATH = Text("Print the path of the file behind a reference.", "Den Pfad der Datei zu einer Angabe ausgeben.")
PATH_REF = Text(
    "A session, task, person or group; the archive if nothing is said.",
    "Eine Sitzung, Aufgabe, Person oder ein Gremium; ohne Angabe die Ablage.",
)
INDEX_SHORT = Text("Look after the index of a large archive.", "Den Index einer großen Ablage pflegen.")
SCHEMA = Text("Print the file format as JSON Schema.", "Das Dateiformat als JSON Schema ausgeben.")
SCHEMA_KIND = Text("Which file.", "Welche Datei.")
COMPLETION = Text("Print the completion script of a shell.", "Das Skript ausgeben, mit dem eine Shell Befehle ergänzt.")
COMPLETION_SHELL = Text("Which shell.", "Welche Shell.")
