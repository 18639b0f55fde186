"""Help of `scm export`'s formats and of where documents go."""

from scm_cli.locale import Text

FORMAT = Text(
    "The format; else by the file's ending, else Markdown. eml is a draft for the mail program, ics for calendars.",
    "Das Format; sonst nach der Endung der Datei, sonst Markdown. eml ist ein Mailentwurf, ics für Kalender.",
)
COPY = Text(
    "Copy it to the clipboard, to be pasted into a mail.",
    "In die Zwischenablage kopieren, zum Einfügen in eine Mail.",
)
OPEN = Text(
    "Open it: without --format as a draft in the mail program.",
    "Öffnen: ohne --format als Entwurf im Mailprogramm.",
)
