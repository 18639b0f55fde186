"""What merging says: two versions of a file, and a session that takes another number."""

from scm_cli.locale import Text

# help
MERGE_FILE = Text(
    "Merge two versions of a file of an archive by id: ours takes in what theirs changed. What both changed stays as "
    "in ours, is named field by field, and the exit code is 1. For git, once in each clone: "
    "git config merge.scm.driver 'scm merge-file %O %A %B --path %P' and "
    "git config merge.scm.recursive binary",
    "Zwei Fassungen einer Datei der Ablage nach Kennungen zusammenführen: Unsere nimmt auf, was die andere geändert "
    "hat. Was beide geändert haben, bleibt wie in unserer, wird Feld für Feld genannt, und der Rückgabewert ist 1. "
    "Für git, einmal in jedem Klon: git config merge.scm.driver 'scm merge-file %O %A %B --path %P' und "
    "git config merge.scm.recursive binary",
)
BASE = Text(
    "What both were made from; an empty file if both added it.",
    "Woraus beide entstanden sind; eine leere Datei, wenn beide sie angelegt haben.",
)
OURS = Text("Our version; it is changed.", "Unsere Fassung; sie wird geändert.")
THEIRS = Text("The other version.", "Die andere Fassung.")
WHERE = Text(
    "The file's place in the archive, if OURS lies elsewhere.",
    "Der Platz der Datei in der Ablage, wenn OURS anderswo liegt.",
)
STDOUT = Text("Print the merged file and leave OURS.", "Das Ergebnis ausgeben und OURS lassen.")
QUIET = Text("Do not say what was renumbered.", "Nicht sagen, was neu nummeriert wurde.")
RENUMBER = Text(
    "Give a session another number; what names it in other files follows.",
    "Einer Sitzung eine andere Nummer geben; was sie in anderen Dateien nennt, folgt.",
)
TO = Text("The new number; else the next free one.", "Die neue Nummer; sonst die nächste freie.")
FROM_GIT = Text(
    "In a merge of git in which both sides added the session: save theirs under the new number, keep ours.",
    "Wenn beim Zusammenführen mit git beide Seiten die Sitzung angelegt haben: die andere unter der neuen Nummer "
    "speichern, unsere behalten.",
)

# for git, in a new archive
GIT_MERGES = Text(
    "„scm merge-file“ merges these by id, once git knows it: see „scm merge-file --help“",
    "„scm merge-file“ führt diese nach Kennungen zusammen, sobald git es kennt: siehe „scm merge-file --help“",
)
GIT_SEALED = Text(
    "a sealed protocol is never a mixture of two", "ein ausgefertigtes Protokoll ist nie eine Mischung aus zweien"
)

# a merge of files
TWO_SESSIONS = Text(
    "both sides planned a session of their own with the number {number}",
    "beide Seiten haben eine eigene Sitzung mit der Nummer {number} angelegt",
)
TWO_SESSIONS_REMEDY = Text(
    "„scm session renumber {ref} --from-git“ gives theirs the next free number.",
    "„scm session renumber {ref} --from-git“ gibt der anderen die nächste freie Nummer.",
)
CONFLICT = Text(
    "conflict: {name}: before {base}, ours {ours}, theirs {theirs}",
    "Konflikt: {name}: vorher {base}, bei uns {ours}, bei den anderen {theirs}",
)
OURS_STAYS = Text(
    "{path}: ours stands in these fields, everything else is merged.",
    "{path}: In diesen Feldern steht unser Wert, alles andere ist zusammengeführt.",
)
GIT_NEXT = Text(
    "„git show {theirs}“ shows theirs; mend the file where theirs is right, then „git add {path}“.",
    "„git show {theirs}“ zeigt die andere Fassung; bessern Sie die Datei aus, wo diese recht hat, dann "
    "„git add {path}“.",
)
SIDE_BASE = Text("{path} (before)", "{path} (vorher)")
SIDE_OURS = Text("{path} (ours)", "{path} (bei uns)")
SIDE_THEIRS = Text("{path} (theirs)", "{path} (bei den anderen)")
NOTHING = Text("nothing", "nichts")
SEVERAL = Text("{first} and {n} more", "{first} und {n} weitere")
NEW_ID = Text(
    "{path}: their new item „{before}“ is now „{after}“", "{path}: deren neuer TOP „{before}“ heißt jetzt „{after}“"
)
NEW_NUMBER = Text("{path}: their new {before} is now {after}", "{path}: deren {before} ist jetzt {after}")
NAMED_ELSEWHERE = Text(
    "In other files {before} is ours now; where theirs is meant, put {after}: „{command}“ shows them.",
    "In anderen Dateien ist {before} jetzt unseres; wo deren gemeint ist, gehört {after} hin: „{command}“ zeigt sie.",
)
ATTACHMENT = Text("attachment {n}", "Anlage {n}")
AMENDMENT = Text("addendum {n}", "Nachtrag {n}")
NO_SUCH_FILE = Text("there is no file {path}", "es gibt keine Datei {path}")

# another number
RENUMBERED = Text("session {old} is now {new}, in {path}", "Sitzung {old} ist jetzt {new}, in {path}")
FOLLOWED = Text("{path} follows", "{path} folgt")
OLD_IN_TRASH = Text("the old file is in {path}", "die alte Datei liegt in {path}")
FINISHED = Text(
    "finished what was cut off: session {old} is now {new}",
    "Abgebrochenes zu Ende geführt: Sitzung {old} ist jetzt {new}",
)
UNFINISHED = Text(
    "session {old} was to become {new}, was cut off, and cannot be finished yet: {reason}",
    "Sitzung {old} sollte {new} werden, das wurde abgebrochen und lässt sich noch nicht zu Ende führen: {reason}",
)
BOTH_STAY = Text(
    "session {old} was to become {new} and was changed before that was finished: both stay, remove one of them",
    "Sitzung {old} sollte {new} werden und wurde geändert, bevor das zu Ende war: beide bleiben, entfernen Sie eine",
)
CUT_OFF = Text(
    "session {old} was to become {new}, and was cut off; the next change sets it right",
    "Sitzung {old} sollte {new} werden, das wurde abgebrochen; die nächste Änderung bringt es in Ordnung",
)
SAME_NUMBER = Text("session {ref} has that number already", "Sitzung {ref} hat diese Nummer schon")
NUMBER_TAKEN_REMEDY = Text("Without --to it becomes {number}.", "Ohne --to wird es die {number}.")
SEALED_NAMES_IT = Text(
    "session {ref} is named by the final protocol of {names}, which no longer changes",
    "Sitzung {ref} wird im ausgefertigten Protokoll von {names} genannt, das sich nicht mehr ändert",
)
FROM_GIT_DONE = Text(
    "theirs is now session {new}, in {path}; session {old} stays ours",
    "die andere ist jetzt Sitzung {new}, in {path}; Sitzung {old} bleibt unsere",
)
FROM_GIT_NEXT = Text("Next: {command}", "Als Nächstes: {command}")
LOOK_AT = Text(
    "These name session {old}; where theirs is meant, put {new}: {names}",
    "Diese nennen Sitzung {old}; wo die andere gemeint ist, gehört {new} hin: {names}",
)
NO_GIT = Text("the command „git“ was not found", "der Befehl „git“ wurde nicht gefunden")
NO_GIT_REMEDY = Text("Install git, or leave --from-git out.", "Installieren Sie git oder lassen Sie --from-git weg.")
NO_GIT_CONFLICT = Text(
    "git reports no merge in which both sides added session {ref}",
    "git meldet kein Zusammenführen, bei dem beide Seiten die Sitzung {ref} angelegt haben",
)
NO_GIT_CONFLICT_REMEDY = Text("„git status“ shows what is unmerged.", "„git status“ zeigt, was offen ist.")
