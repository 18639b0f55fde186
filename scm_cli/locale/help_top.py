"""Help of the program and of the commands at the top level."""

from scm_cli.locale import Text
from scm_cli.locale.help_agenda import AGENDA
from scm_cli.locale.help_attachment import ATTACHMENT
from scm_cli.locale.help_attendance import ATTENDANCE
from scm_cli.locale.help_attendee import ATTENDEE
from scm_cli.locale.help_decision import DECISION
from scm_cli.locale.help_election import ELECTION
from scm_cli.locale.help_group import GROUP
from scm_cli.locale.help_plan import STATUS_SHORT
from scm_cli.locale.help_session import LIST, SESSION, SHOW
from scm_cli.locale.help_task import TASK

ROOT = Text(
    "A minutes manager for working groups: sessions, agendas, attendance and protocols.",
    "Protokollverwaltung für Arbeitsgruppen: Sitzungen, Tagesordnungen, Anwesenheit und Protokolle.",
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
SCHEMA = Text("Print the file format as JSON Schema.", "Das Dateiformat als JSON Schema ausgeben.")
SCHEMA_KIND = Text("Which file.", "Welche Datei.")
COMPLETION = Text("Print the completion script of a shell.", "Das Skript ausgeben, mit dem eine Shell Befehle ergänzt.")
COMPLETION_SHELL = Text("Which shell.", "Welche Shell.")

__all__ = [
    "AGENDA",
    "ATTACHMENT",
    "ATTENDANCE",
    "ATTENDEE",
    "DECISION",
    "ELECTION",
    "GROUP",
    "LIST",
    "SESSION",
    "SHOW",
    "STATUS_SHORT",
    "TASK",
]
