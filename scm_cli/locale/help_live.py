"""Help of `scm live`."""

from scm_cli.locale import Text

LIVE = Text(
    "Take minutes in short lines while the session runs, typed or from a script; each is saved at once. "
    "The line ? shows the words.",
    "Während der Sitzung in kurzen Zeilen mitschreiben, getippt oder aus einem Skript; jede ist sofort gesichert. "
    "Die Zeile ? zeigt die Wörter.",
)
SESSION = Text("The session; else today's.", "Die Sitzung; sonst die heutige.")
