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
DOCUMENT = Text(
    "protocol, agenda, invitation, attendance-sheet, short, decision-extract, item-extract, decision-register, "
    "task-list or personal-extract; else the protocol once a session was held, the agenda before.",
    "protokoll, tagesordnung, einladung, anwesenheitsliste, kurzprotokoll, beschlussauszug, protokollauszug, "
    "beschlussregister, aufgabenliste oder personenauszug; sonst nach der Sitzung das Protokoll, davor die "
    "Tagesordnung.",
)
DECISION = Text("The extract of one decision, such as B7-1.", "Der Auszug eines Beschlusses, etwa B7-1.")
ITEM = Text("The extract of one item of the session.", "Der Auszug eines TOP der Sitzung.")
PERSON = Text(
    "One person's tasks with the items they come from.", "Die Aufgaben einer Person mit den TOP, aus denen sie kommen."
)
SHORT = Text("Decisions and tasks only.", "Nur Beschlüsse und Aufgaben.")
