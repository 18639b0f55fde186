"""Faults between the files of an archive."""

from scm_cli.locale import Text

UNKNOWN_PERSON = Text("nobody in the register has the key {value}", "im Verzeichnis hat niemand den Schlüssel {value}")
UNKNOWN_GROUP = Text("there is no group {value}", "es gibt kein Gremium {value}")
UNKNOWN_SESSION = Text("there is no session {value}", "es gibt keine Sitzung {value}")
UNKNOWN_ITEM = Text("there is no agenda item {value}", "es gibt keinen TOP {value}")
UNKNOWN_DECISION = Text("there is no decision {value}", "es gibt keinen Beschluss {value}")
OTHER_NUMBER = Text("the file {name} says number {value}", "die Datei {name} nennt die Nummer {value}")
NUMBER_TWICE = Text("number {value} is also in {other}", "die Nummer {value} steht auch in {other}")
STRAY = Text("no file of an archive is named so", "so heißt keine Datei einer Ablage")
CONFLICTED_COPY = Text("a conflicted copy of a file service", "eine Konfliktkopie eines Dateidienstes")
LEFT_OVER = Text("left over from a writer that was killed", "Rest eines abgebrochenen Schreibvorgangs")
MERGE_MARKER = Text("a merge conflict that was not resolved", "ein nicht aufgelöster Konflikt beim Zusammenführen")
MISSING_FILE = Text("the file {value} does not exist", "die Datei {value} gibt es nicht")
OUTSIDE = Text("the file {value} leads out of the archive", "die Datei {value} führt aus der Ablage hinaus")
BAD_RHYTHM = Text("the rhythm cannot be: {reason}", "der Turnus kann nicht sein: {reason}")
WORD_TAKEN = Text(
    "„{value}“ stands for something else in a protocol, which then cannot be read back",
    "„{value}“ steht im Protokoll schon für etwas anderes; so lässt es sich nicht zurücklesen",
)
MERGED_IN_CIRCLE = Text(
    "the entry is merged into itself in the end", "der Eintrag ist am Ende mit sich selbst zusammengeführt"
)
REPLACED_IN_CIRCLE = Text("the decision replaces itself in the end", "der Beschluss ersetzt am Ende sich selbst")
SAME_NAME = Text("{other} has the same name and organisation", "{other} hat denselben Namen und dieselbe Organisation")
CARRIED_TWICE = Text("{value} is carried over by {other} already", "{value} wird schon von {other} übernommen")
NO_GROUP_FOLDER = Text("there is no group file for this folder", "zu diesem Ordner gibt es keine Gremiumsdatei")

REMEDY = Text("mend it with: {command}", "beheben mit: {command}")
