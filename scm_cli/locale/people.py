"""Importing and exporting people and attendance."""

from scm_cli.locale import Plural, Text

# what is wrong with a file
NOBODY_IN_IT = Text("nobody is named in it", "es ist niemand darin genannt")
NO_NAME = Text("the name is missing", "der Name fehlt")
NO_VCARD = Text("this is no vCard that can be read", "das ist keine lesbare vCard")
ALLOWED_VCARD = Text(
    "needed are contacts between BEGIN:VCARD and END:VCARD", "nötig sind Kontakte zwischen BEGIN:VCARD und END:VCARD"
)
AMBIGUOUS = Text("{path}:{line}: „{name}“ could be {people}", "{path}:{line}: „{name}“ könnte {people} sein")
COULD_BE = Text("„{name}“ could be {people}", "„{name}“ könnte {people} sein")
ALLOWED_KEY = Text(
    "name the key, the e-mail address or the whole name", "nennen Sie Schlüssel, E-Mail-Adresse oder ganzen Namen"
)
ALLOWED_GROUP = Text("name its key in the column „group“", "nennen Sie seinen Schlüssel in der Spalte „Gremium“")
AMBIGUOUS_REMEDY = Text(
    "Say whom you mean with a column „key“; nothing was imported.",
    "Sagen Sie in einer Spalte „Schlüssel“, wer gemeint ist; übernommen wurde nichts.",
)
NO_TIME = Text("{value} holds no time", "{value} enthält keine Uhrzeit")
ALLOWED_TIME = Text("allowed is for example 10:02", "erlaubt ist zum Beispiel 10:02")

# what an import did
ADDED = Plural(Text("{n} person added", "{n} Person aufgenommen"), Text("{n} people added", "{n} Personen aufgenommen"))
CHANGED = Plural(Text("{n} changed", "{n} geändert"), Text("{n} changed", "{n} geändert"))
SAME = Plural(Text("{n} unchanged", "{n} unverändert"), Text("{n} unchanged", "{n} unverändert"))
UNSURE = Plural(Text("{n} ambiguous", "{n} mehrdeutig"), Text("{n} ambiguous", "{n} mehrdeutig"))
IMPORTED = Text("{counts}, in {path}", "{counts}, in {path}")
NOTED = Plural(
    Text("session {ref}: {n} person noted, in {path}", "Sitzung {ref}: {n} Person vermerkt, in {path}"),
    Text("session {ref}: {n} people noted, in {path}", "Sitzung {ref}: {n} Personen vermerkt, in {path}"),
)
NO_EMAIL = Text("without an e-mail address: {names}", "ohne E-Mail-Adresse: {names}")

# help
IMPORT = Text(
    "Take people from Excel, CSV or vCards into the register. Somebody is known by key, e-mail address or whole name; "
    "what the file leaves empty stays. A row that names a group is a membership; somebody with several has several "
    "rows. All or nothing is taken.",
    "Personen aus Excel, CSV oder vCards ins Verzeichnis übernehmen. Erkannt wird jemand an Schlüssel, E-Mail-Adresse "
    "oder ganzem Namen; was die Datei leer lässt, bleibt. Eine Zeile, die ein Gremium nennt, ist eine "
    "Mitgliedschaft; wer mehrere hat, hat mehrere Zeilen. Übernommen wird alles oder nichts.",
)
IMPORT_ATTENDANCE = Text(
    "Note who came from Excel, CSV, vCards or the attendance report of a meeting tool. Who came up to five minutes "
    "late or left up to five minutes early was there the whole time.",
    "Aus Excel, CSV, vCards oder dem Teilnahmebericht eines Videodienstes vermerken, wer kam. Wer bis zu fünf Minuten "
    "später kam oder früher ging, war die ganze Zeit da.",
)
STATE = Text(
    "What those did of whom the file does not say it; present if nothing is said.",
    "Was diejenigen taten, von denen die Datei es nicht sagt; ohne Angabe anwesend.",
)
EXPORT = Text(
    "Print people as CSV or vCards, or write them to a file. CSV has a row for each membership, and „scm attendee "
    "import“ takes it in again.",
    "Personen als CSV oder vCards ausgeben oder in eine Datei schreiben. CSV hat je Mitgliedschaft eine Zeile, und "
    "„scm attendee import“ liest sie wieder ein.",
)
EXPORT_FORMAT = Text(
    "The format; else by the file's ending, else CSV.", "Das Format; sonst nach der Endung der Datei, sonst CSV."
)
EXPORT_OUTPUT = Text("A file, or - for standard output.", "Eine Datei oder - für die Standardausgabe.")
EMAILS = Text(
    "Print the e-mail addresses alone, for the address line of a mail.",
    "Nur die E-Mail-Adressen ausgeben, für die Adresszeile einer Mail.",
)
MATRIX = Text("One row for each person, one column for each session.", "Eine Zeile je Person, eine Spalte je Sitzung.")
