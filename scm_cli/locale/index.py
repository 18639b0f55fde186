"""Sentences about the index of an archive."""

from scm_cli.locale import Text

REBUILD = Text(
    "Read all files and make the index anew.",
    "Alle Dateien lesen und den Index neu anlegen.",
)
CLEAR = Text(
    "Throw the index away; the next list makes it again.",
    "Den Index wegwerfen; die nächste Liste legt ihn wieder an.",
)
STATUS = Text(
    "Say where the index is, how big it is and whether it is up to date.",
    "Sagen, wo der Index liegt, wie groß er ist und ob er aktuell ist.",
)

REBUILT = Text("indexed {n} sessions", "{n} Sitzungen erfasst")
REBUILT_ONE = Text("indexed 1 session", "1 Sitzung erfasst")
CLEARED = Text("index removed: {path}", "Index entfernt: {path}")
NOTHING = Text("there was no index", "es gab keinen Index")

PATH = Text("Index", "Index")
STATE = Text("State", "Stand")
SESSIONS = Text("Sessions", "Sitzungen")
SIZE = Text("Size", "Größe")
MEGABYTES = Text("{n} MB", "{n} MB")
STATES = {
    "off": Text("switched off by SCM_NO_INDEX", "abgeschaltet durch SCM_NO_INDEX"),
    "homeless": Text("there is no folder for it", "es gibt keinen Ordner dafür"),
    "small": Text(
        "not needed: with fewer than {n} sessions the files are read",
        "nicht nötig: bei weniger als {n} Sitzungen werden die Dateien gelesen",
    ),
    "missing": Text("not there yet; the next list makes it", "noch nicht da; die nächste Liste legt ihn an"),
    "fresh": Text("up to date", "aktuell"),
    "stale": Text("the next list reads some files again", "die nächste Liste liest einige Dateien neu"),
    "unusable": Text("cannot be used; the files are read instead", "nicht benutzbar; die Dateien werden gelesen"),
}
OFF = Text("there is no index: SCM_NO_INDEX is set", "es gibt keinen Index: SCM_NO_INDEX ist gesetzt")
OFF_REMEDY = Text("Run the command without SCM_NO_INDEX.", "Rufen Sie den Befehl ohne SCM_NO_INDEX auf.")
NO_FOLDER = Text("there is no folder for the index", "es gibt keinen Ordner für den Index")
NO_FOLDER_REMEDY = Text("Set HOME or XDG_CACHE_HOME.", "Setzen Sie HOME oder XDG_CACHE_HOME.")
UNUSABLE = Text("the index cannot be written: {path}", "der Index lässt sich nicht schreiben: {path}")
UNUSABLE_REMEDY = Text("Everything works without it, only slower.", "Ohne ihn funktioniert alles, nur langsamer.")
