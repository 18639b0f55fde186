"""Sentences around a command's own words: prompts, warnings, counts."""

from scm_cli.locale import Plural, Text

WARNING = Text("warning", "Warnung")
NO_STDOUT = Text("standard output is closed", "die Standardausgabe ist geschlossen")
NO_STDIN = Text("standard input is closed", "die Standardeingabe ist geschlossen")
YES_NO = Text("y/N", "j/N")
NOBODY_ANSWERS = Text("nobody is there to answer „{question}“", "niemand kann „{question}“ beantworten")
SAY_YES = Text("Add --yes to answer it.", "Mit --yes beantworten Sie die Frage.")
MISSING = Text("missing: {what}", "es fehlt: {what}")
MISSING_REMEDY = Text("Give it with {option}.", "Geben Sie es an mit {option}.")
ROWS = Plural(Text("{n} entry", "{n} Eintrag"), Text("{n} entries", "{n} Einträge"))
INTERRUPTED = Text("interrupted", "abgebrochen")
