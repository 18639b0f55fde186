"""Help of `scm check`."""

from scm_cli.locale import Text

CHECK = Text(
    "Look for faults in all files and between them; by a profile also for what protocols lack. Whatever is found, "
    "warnings too, the exit code is 1.",
    "Alle Dateien und ihren Zusammenhang auf Fehler prüfen; mit einem Profil auch darauf, was Protokollen fehlt. "
    "Wird etwas gefunden, auch nur eine Warnung, ist der Exit-Code 1.",
)
SESSIONS = Text("Only these sessions; or choose them by filters.", "Nur diese Sitzungen; oder mit Filtern wählen.")
PROFILE = Text(
    "Also by these rules, for sessions that were held: vwvfg (VwVfG § 93), bbgkverf (BbgKVerf § 42), own (the "
    "[[rules]] in the group's file, with fields such as chair, item.notes, decision.result, task.due). Several are "
    "possible.",
    "Auch nach diesen Regeln, für durchgeführte Sitzungen: vwvfg (§ 93 VwVfG), bbgkverf (§ 42 BbgKVerf), own (die "
    "[[rules]] in der Datei des Gremiums, mit Feldern wie chair, item.notes, decision.result, task.due). Mehrere "
    "sind möglich.",
)
