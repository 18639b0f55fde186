"""What a command says it did."""

from scm_cli.locale import Plural, Text

DRY_RUN = Text("dry run, nothing written: {what}", "Probelauf, nichts geschrieben: {what}")
UNCHANGED = Text("{what}: nothing to change", "{what}: nichts zu ändern")
EDITED = Text("{what}: {fields} changed in {path}", "{what}: {fields} geändert in {path}")
ADDED = Text("{what} added in {path}", "{what} angelegt in {path}")
REMOVED = Text(
    "{what} moved to {path}; bring it back with: {command}",
    "{what} verschoben nach {path}; zurückholen mit: {command}",
)
CANCELLED = Text("{what} cancelled in {path}", "{what} abgesagt in {path}")
ARCHIVE_MADE = Text("archive made in {path}", "Ablage angelegt in {path}")
SESSION = Text("session {ref}", "Sitzung {ref}")
GROUP = Text("group {key}", "Gremium {key}")
PERSON = Text("{name} ({key})", "{name} ({key})")
ITEM = Text("item {top} {title}", "TOP {top} {title}")
RENAMED = Text("{old} is now called {new}, in {path}", "{old} heißt jetzt {new}, in {path}")
MERGED = Text("{old} is now {new}, in {path}", "{old} ist jetzt {new}, in {path}")
ATTENDANCE = Text("{names}: {state}, in {path}", "{names}: {state}, in {path}")
ATTENDANCE_NOTED = Text("noted", "vermerkt")
ATTENDANCE_REMOVED = Text("{names} taken off, in {path}", "{names} gestrichen, in {path}")
MOVED = Text("{what} moved, in {path}", "{what} verschoben, in {path}")
POSTPONED = Text(
    "{what} postponed, in {path}; it stays here and is to be carried over",
    "{what} vertagt, in {path}; bleibt hier stehen und ist zu übertragen",
)
DROPPED = Text("{what} dropped, in {path}; it keeps its number", "{what} abgesetzt, in {path}; die Nummer bleibt")
ITEM_REMOVED = Text("{what} removed, in {path}", "{what} entfernt, in {path}")
WRITTEN = Text("written: {path}", "geschrieben: {path}")
KEPT_ASIDE = Text("What you wrote is kept in {path}", "Was Sie geschrieben haben, liegt in {path}")
EDIT_AGAIN = Text("Open the editor again?", "Den Editor noch einmal öffnen?")
FINDINGS = Plural(Text("{n} finding", "{n} Befund"), Text("{n} findings", "{n} Befunde"))
NO_FINDINGS = Text("nothing wrong", "nichts zu beanstanden")
REALLY_REMOVE = Text("Remove {what}?", "{what} entfernen?")
