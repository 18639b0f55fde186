"""Help of the options several commands share."""

from scm_cli.locale import Text

DRY_RUN = Text("Say what would change and write nothing.", "Nur sagen, was sich ändern würde, und nichts schreiben.")
QUIET = Text("Do not say what changed.", "Nicht sagen, was sich geändert hat.")
YES = Text("Do not ask.", "Nicht nachfragen.")
GROUP = Text("The group a short reference means.", "Das Gremium, das kurze Angaben meinen.")
JSON = Text("Write JSON.", "JSON schreiben.")
SORT = Text("Sort by these fields instead of newest first.", "Nach diesen Feldern sortieren statt neueste zuerst.")
REVERSE = Text("The other way round.", "Umgekehrt.")
LIMIT = Text("At most so many.", "Höchstens so viele.")
FORMAT = Text("A machine format.", "Ein Format für Programme.")
FIELDS = Text("Exactly these fields.", "Genau diese Felder.")
FILTER_GROUP = Text("Only this group.", "Nur dieses Gremium.")
FILTER_FROM = Text(
    "From this day on; a month or year means its first day.",
    "Ab diesem Tag; ein Monat oder Jahr meint den ersten Tag.",
)
FILTER_TO = Text(
    "Up to this day; a month or year means its last day.",
    "Bis zu diesem Tag; ein Monat oder Jahr meint den letzten Tag.",
)
FILTER_ON = Text(
    "On this day, or in this week, month or year.",
    "An diesem Tag oder in dieser Woche, diesem Monat oder Jahr.",
)
FILTER_YEAR = Text("In this year.", "In diesem Jahr.")
FILTER_STATUS = Text(
    "Sessions with this status: planned, invited, held, final, approved, cancelled.",
    "Sitzungen mit diesem Stand: planned, invited, held, final, approved, cancelled.",
)
FILTER_PLACE = Text("Sessions whose place or room contains this.", "Sitzungen, deren Ort oder Raum das enthält.")
FILTER_ATTENDEE = Text("Sessions that name this person.", "Sitzungen, die diese Person nennen.")
FILTER_ATTENDED = Text("Count only who was really present.", "Nur zählen, wer wirklich anwesend war.")
FILTER_ORGANISATION = Text(
    "Sessions at which this organisation took part.", "Sitzungen, an denen diese Organisation teilnahm."
)
FILTER_TITLE = Text(
    "Sessions whose title or agenda contains this.", "Sitzungen, deren Titel oder Tagesordnung das enthält."
)
FILTER_TEXT = Text("Sessions in which this stands anywhere.", "Sitzungen, in denen das irgendwo steht.")
FILTER_KIND = Text("Rows of this kind.", "Zeilen dieser Art.")
FILTER_STATE = Text("Rows with this state.", "Zeilen mit diesem Stand.")
FILTER_INTERNAL = Text("Only internal rows, or none.", "Nur nichtöffentliche Zeilen oder keine.")
