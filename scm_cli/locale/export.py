"""Sentences of `scm export` about what is exported."""

from scm_cli.locale import Plural, Text

MIXED = Text(
    "extracts and whole sessions cannot be exported together",
    "Auszüge und ganze Sitzungen lassen sich nicht zusammen ausgeben",
)
MIXED_REMEDY = Text("Export them one after the other.", "Geben Sie sie nacheinander aus.")
PART_MISSING = Text("the {document} needs {option}", "zum Dokument {document} gehört {option}")
PART_REMEDY = Text("Say of what: {option} {value}", "Sagen Sie, wovon: {option} {value}")
OTHER_PART = Text("that is nothing for the {document}", "daraus wird kein {document}")
OTHER_PART_REMEDY = Text(
    "A decision is named like B7-1, an item like 7:3.", "Ein Beschluss heißt wie B7-1, ein TOP wie 7:3."
)
OTHER_SESSION = Text("{decision} is not of session {ref}", "{decision} gehört nicht zur Sitzung {ref}")
OTHER_SESSION_REMEDY = Text(
    "The decision alone is enough: scm export {decision}", "Der Beschluss allein genügt: scm export {decision}"
)
NEEDS_ONE_SESSION = Text("{option} needs one session", "{option} braucht genau eine Sitzung")
NEEDS_ONE_REMEDY = Text("Name one: scm export 7 {option} 3", "Nennen Sie eine: scm export 7 {option} 3")

# many at once
INDEX = Text("Documents", "Dokumente")
INDEX_OF = Text("Documents of {group}", "Dokumente {group}")
ENTRY = Text("{title} ({day})", "{title} ({day})")
STOPPED = Plural(
    Text(
        "{done} of {n} file was written, whole; the rest is missing",
        "{done} von {n} Datei ist geschrieben, und zwar ganz; der Rest fehlt",
    ),
    Text(
        "{done} of {n} files were written, each of them whole; the rest is missing",
        "{done} von {n} Dateien sind geschrieben, jede davon ganz; der Rest fehlt",
    ),
)
EXISTING = Plural(
    Text(
        "{n} of the files exists already, nothing was written: {path}",
        "{n} der Dateien gibt es schon, nichts wurde geschrieben: {path}",
    ),
    Text(
        "{n} of the files exist already, nothing was written: {path}, …",
        "{n} der Dateien gibt es schon, nichts wurde geschrieben: {path}, …",
    ),
)
