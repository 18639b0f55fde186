"""Sentences of errors and their remedies."""

from scm_cli.locale import Text

# files
LOCKED = Text(
    "another process is writing to the archive ({path})",
    "ein anderer Vorgang schreibt gerade in die Ablage ({path})",
)
NOT_SYNCED = Text(
    "the folder {path} could not be synced ({reason}); after a power cut the old file may be back",
    "der Ordner {path} ließ sich nicht sichern ({reason}); nach einem Stromausfall kann die alte Datei wieder da sein",
)
LOCKED_REMEDY = Text("Try again in a moment.", "Versuchen Sie es gleich noch einmal.")
NO_LOCKS = Text(
    "this file system knows no locks; do not write to {path} from two places at once",
    "dieses Dateisystem kennt keine Sperren; schreiben Sie nicht von zwei Stellen zugleich in {path}",
)
NOT_WRITABLE = Text("{path} could not be written: {reason}", "{path} ließ sich nicht schreiben: {reason}")
NOTHING_CHANGED = Text("The old file is untouched.", "Die alte Datei ist unverändert.")
NOT_WRITTEN = Text(
    "the change to {path} was not made: {reason}", "die Änderung an {path} wurde nicht vorgenommen: {reason}"
)
WRITTEN_OTHERWISE = Text(
    "the change to {path} was not made: it would not read back as meant",
    "die Änderung an {path} wurde nicht vorgenommen: sie würde nicht so gelesen wie gemeint",
)
CHANGED_MEANWHILE = Text("{path} was changed meanwhile", "{path} wurde inzwischen geändert")
CHANGED_MEANWHILE_REMEDY = Text("Look at it and try again.", "Sehen Sie nach und versuchen Sie es noch einmal.")
EXISTS = Text("{path} exists already", "{path} gibt es schon")

# the archive and what is in it
NO_ARCHIVE = Text("there is no archive here", "hier ist keine Ablage")
NO_ARCHIVE_AT = Text("{path} is no archive: it has no scm.toml", "{path} ist keine Ablage: es fehlt scm.toml")
NO_ARCHIVE_REMEDY = Text(
    "Make one with „scm init“, or name one with --data DIR or SCM_DATA.",
    "Legen Sie eine an mit „scm init“ oder nennen Sie eine mit --data DIR oder SCM_DATA.",
)
NO_GROUP = Text("there is no group „{name}“", "es gibt kein Gremium „{name}“")
NO_GROUP_REMEDY = Text("Known: {names}.", "Bekannt sind: {names}.")
NO_GROUPS_REMEDY = Text("Add one with „scm group add NAME“.", "Legen Sie eines an mit „scm group add NAME“.")
WHICH_GROUP = Text("several groups could be meant", "mehrere Gremien könnten gemeint sein")
WHICH_GROUP_REMEDY = Text("Name one with --group: {names}.", "Nennen Sie eines mit --group: {names}.")
NO_SESSION = Text("there is no session {ref}", "es gibt keine Sitzung {ref}")
NO_SESSION_REMEDY = Text("„scm list“ shows them all.", "„scm list“ zeigt alle.")
NO_LAST_SESSION = Text("no session lies before {day}", "vor dem {day} liegt keine Sitzung")
NO_NEXT_SESSION = Text("no session is planned from {day}", "ab dem {day} ist keine Sitzung geplant")
WHICH_SESSION = Text("several sessions take place on {day}", "am {day} sind mehrere Sitzungen")
BAD_SESSION_REF = Text("„{ref}“ names no session", "„{ref}“ bezeichnet keine Sitzung")
SESSION_REF_REMEDY = Text(
    "Name it by number (7), date (2022-11-25), „last“, „next“, or in full (smart-city-region/7).",
    "Nennen Sie sie mit Nummer (7), Datum (2022-11-25), „last“, „next“ oder vollständig (smart-city-region/7).",
)
NO_ITEM = Text("session {session} has no agenda item „{item}“", "Sitzung {session} hat keinen TOP „{item}“")
NO_ITEM_REMEDY = Text("Its items: {items}.", "Ihre TOP: {items}.")
ITEM_NEEDED = Text("„{ref}“ names no agenda item", "„{ref}“ bezeichnet keinen Tagesordnungspunkt")
ITEM_REF_REMEDY = Text(
    "Name it as SESSION:TOP or SESSION:ID, such as 7:3.2.",
    "Nennen Sie ihn als SITZUNG:TOP oder SITZUNG:KENNUNG, etwa 7:3.2.",
)
NO_ATTENDEE = Text("nobody in the register is called „{name}“", "im Verzeichnis heißt niemand „{name}“")
NO_ATTENDEE_REMEDY = Text(
    "Add them with „scm attendee add NAME“.", "Nehmen Sie die Person auf mit „scm attendee add NAME“."
)
WHICH_ATTENDEE = Text("several people could be meant by „{name}“", "mit „{name}“ könnten mehrere Personen gemeint sein")
CANDIDATES = Text("Name one of them: {names}.", "Nennen Sie eine davon: {names}.")

# changes that cannot be
SYSTEM = Text("the system says: {reason}", "das System meldet: {reason}")
ID_TAKEN = Text("an item with the id {id} is already there", "einen TOP mit der Kennung {id} gibt es schon")
ITEM_INTO_ITSELF = Text("an item cannot stand next to itself", "ein TOP kann nicht neben sich selbst stehen")
TOO_DEEP = Text(
    "an item with sub-items cannot become a sub-item", "ein TOP mit Unterpunkten kann kein Unterpunkt werden"
)
TOO_DEEP_REMEDY = Text("Move its sub-items first.", "Verschieben Sie zuerst die Unterpunkte.")
NO_PARENT = Text("a sub-item cannot stand before the first item", "ein Unterpunkt kann nicht vor dem ersten TOP stehen")
NO_PARENT_REMEDY = Text("Give it another place.", "Geben Sie ihm einen anderen Platz.")
HAS_SUB_ITEMS = Text("it has sub-items", "er hat Unterpunkte")
HAS_OUTCOMES = Text("it has decisions, elections or tasks", "er hat Beschlüsse, Wahlen oder Aufgaben")
HAS_GUESTS = Text("guests came for it", "Gäste kamen seinetwegen")
HAS_ATTACHMENTS = Text("attachments belong to it", "Anlagen gehören zu ihm")
HAS_AMENDMENTS = Text("addenda belong to it", "Nachträge gehören zu ihm")
WAS_INVITED = Text("the invitation named it", "die Einladung hat ihn genannt")
ITEM_IN_USE = Text("„{title}“ cannot be removed: {why}", "„{title}“ lässt sich nicht entfernen: {why}")
ITEM_IN_USE_REMEDY = Text(
    "„scm agenda drop“ takes it off the agenda and keeps its number.",
    "„scm agenda drop“ setzt ihn ab und lässt ihm die Nummer.",
)
NOT_NAMED = Text("{name} is not named at this session", "{name} ist bei dieser Sitzung nicht genannt")
SITS_IN_FOR_THEMSELVES = Text("{name} cannot sit in for themselves", "{name} kann sich nicht selbst vertreten")
NO_TIME_AT_ALL = Text("{name} would leave on arriving", "{name} ginge im Augenblick der Ankunft")
ALREADY_CANCELLED = Text("session {ref} is already cancelled", "Sitzung {ref} ist schon abgesagt")
WAS_HELD = Text("session {ref} has taken place", "Sitzung {ref} hat stattgefunden")
WAS_HELD_REMEDY = Text(
    "Only a session that has not taken place can be cancelled or removed.",
    "Absagen oder entfernen lässt sich nur eine Sitzung, die nicht stattgefunden hat.",
)
NUMBER_TAKEN = Text("session {ref} exists already", "Sitzung {ref} gibt es schon")
NUMBER_TAKEN_REMEDY = Text("Without --number it becomes {number}.", "Ohne --number wird es die {number}.")
STATUS_BY_COMMAND = Text("the status {status} is not set by hand", "den Stand {status} setzt man nicht von Hand")
STATUS_BY_COMMAND_REMEDY = Text("By hand: planned, invited, held.", "Von Hand: planned, invited, held.")
BAD_KEY = Text("„{key}“ cannot be a key", "„{key}“ kann kein Schlüssel sein")
PERSON_EXISTS = Text("{name} is already in the register ({key})", "{name} steht schon im Verzeichnis ({key})")
PERSON_EXISTS_REMEDY = Text("Add --key KEY if it is somebody else.", "Ist es jemand anderes, geben Sie --key KEY an.")
MERGE_INTO_ITSELF = Text(
    "{name} cannot be merged into themselves", "{name} lässt sich nicht mit sich selbst zusammenführen"
)
MERGED_THE_OTHER_WAY = Text(
    "{name} was merged into {into} already, and cannot be what {into} is merged into",
    "{name} wurde schon mit {into} zusammengeführt, umgekehrt geht es nicht auch noch",
)
MERGED_THE_OTHER_WAY_REMEDY = Text(
    "To turn it round, take merged_into out first: scm attendee edit {key}",
    "Um es umzukehren, nehmen Sie zuerst merged_into heraus: scm attendee edit {key}",
)
IS_NAMED = Text("{name} cannot be removed: named in {places}", "{name} lässt sich nicht entfernen: genannt in {places}")
IS_NAMED_REMEDY = Text(
    "„scm attendee merge“ joins two entries of one person.",
    "„scm attendee merge“ führt zwei Einträge einer Person zusammen.",
)
GROUP_EXISTS = Text("there is a group {key} already", "ein Gremium {key} gibt es schon")
NO_EDITOR = Text(
    "nothing says what to change, and there is no editor",
    "nichts sagt, was zu ändern ist, und es gibt keinen Editor",
)
NO_EDITOR_REMEDY = Text(
    "Give options, or set VISUAL or EDITOR.", "Geben Sie Optionen an oder setzen Sie VISUAL oder EDITOR."
)
EDITOR_FAILED = Text("the editor „{command}“ failed: {reason}", "der Editor „{command}“ ist gescheitert: {reason}")
IS_ARCHIVE = Text("{path} is an archive already", "{path} ist schon eine Ablage")
NEEDS_PERSON = Text("nobody is named", "niemand ist genannt")
NEEDS_PERSON_REMEDY = Text(
    "Name people, or an organisation with --organisation.",
    "Nennen Sie Personen oder eine Organisation mit --organisation.",
)
NOTHING_FOUND = Text(
    "„{ref}“ is neither a session nor a person nor a group",
    "„{ref}“ ist weder Sitzung noch Person noch Gremium",
)
NO_MATCH = Text("no session matches", "keine Sitzung passt")
SEVERAL_NEED_FOLDER = Text("several documents need a folder", "mehrere Dokumente brauchen einen Ordner")
SEVERAL_NEED_FOLDER_REMEDY = Text("Name one with -o DIR.", "Nennen Sie einen mit -o DIR.")
FILE_EXISTS_REMEDY = Text("Add --force to overwrite it.", "Mit --force wird überschrieben.")
TEMPLATE = Text("template {path}:{line}: {reason}", "Vorlage {path}:{line}: {reason}")
TEMPLATE_FILE = Text("template {path}: {reason}", "Vorlage {path}: {reason}")
TEMPLATE_MISSING = Text("there is no template „{name}“", "es gibt keine Vorlage „{name}“")
TEMPLATE_REMEDY = Text(
    "Mend the template, or remove it to use the built-in one.",
    "Berichtigen Sie die Vorlage oder entfernen Sie sie, dann gilt die eingebaute.",
)
ONE_ORGANISATION = Text(
    "people can be noted for one organisation at a time",
    "Personen lassen sich nur für eine Organisation zugleich vermerken",
)
NO_ATTENDEE_AT_SESSION = Text(
    "Add them with „scm attendee add NAME“, or note the name as it is with --unregistered.",
    "Nehmen Sie sie auf mit „scm attendee add NAME“ oder vermerken Sie den Namen, wie er ist, mit --unregistered.",
)
NO_OUTCOME = Text("there is no „{ref}“", "„{ref}“ gibt es nicht")
NO_OUTCOME_REMEDY = Text("The session has {refs}.", "Die Sitzung hat {refs}.")
NO_OUTCOME_NONE = Text("Session {session} has none.", "Sitzung {session} hat keine.")
BAD_OUTCOME_REF = Text("„{ref}“ is no such reference", "„{ref}“ ist keine solche Angabe")
OUTCOME_REF_REMEDY = Text(
    "Name it by session and number, such as {example}.", "Nennen Sie Sitzung und Nummer, etwa {example}."
)
