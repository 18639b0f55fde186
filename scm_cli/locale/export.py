"""Sentences of `scm export` about what is exported."""

from scm_cli.locale import Text

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
NEEDS_ONE_SESSION = Text("{option} needs one session", "{option} braucht genau eine Sitzung")
NEEDS_ONE_REMEDY = Text("Name it: scm export 7 --item 3", "Nennen Sie sie: scm export 7 --item 3")
