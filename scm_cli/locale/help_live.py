"""Help of `scm live`."""

from scm_cli.locale import Text

LIVE_SHORT = Text(
    "Take minutes in short lines during the meeting.", "In kurzen Zeilen während der Sitzung mitschreiben."
)
LIVE = Text(
    "Take minutes in short lines while the session runs; each is saved at once.",
    "Während der Sitzung in kurzen Zeilen mitschreiben; jede ist sofort gesichert.",
)
SESSION = Text("The session; else today's.", "Die Sitzung; sonst die heutige.")
