"""Importing agendas and people: the headings that are understood, and what is wrong with a file."""

from collections.abc import Mapping
from typing import Final

from scm_cli.locale import Plural, Text

HEADINGS: Final[Mapping[str, tuple[str, ...]]] = {
    # agenda items
    "title": ("Titel", "Thema", "Bezeichnung", "Betreff", "Gegenstand", "Tagesordnungspunkt", "Topic", "Subject"),
    "id": ("Kennung",),
    "level": ("Ebene", "Gliederungsebene"),
    "kind": ("Art", "Type", "Typ", "Behandlung"),
    "purpose": ("Zweck",),
    "about": ("Betrifft",),
    "presenters": (
        "Vortragende", "Vortragender", "Vortragende Person", "Vortrag", "Referent", "Referentin", "Referenten",
        "Referierende", "Berichterstatter", "Berichterstatterin", "Berichterstattung", "Wer", "Presenter", "Speaker",
        "Speakers", "Presented by name",
    ),
    "presented_by": (),
    "minutes_planned": (
        "Dauer", "Minuten", "Geplante Minuten", "Zeitbedarf", "Redezeit", "Minutes", "Duration", "Length",
    ),
    "began": ("Begonnen",),
    "ended": ("Beendet",),
    "state": ("Stand", "Status"),
    "internal": ("Nichtöffentlich", "Nicht öffentlich", "Intern", "Vertraulich", "Confidential", "Non-public"),
    "public_title": ("Öffentlicher Titel",),
    "from": ("Übertragen aus",),
    "notes": ("Notizen", "Bemerkung", "Bemerkungen", "Anmerkung", "Anmerkungen", "Erläuterung", "Beschreibung",
              "Note", "Description", "Remarks"),
    "items": ("Unterpunkte", "Sub-items", "Children"),
    "agenda": ("Tagesordnung", "Items"),
    # sessions
    "number": ("Nr", "Nummer"),
    "group": ("Gremium", "Gruppe", "Arbeitsgruppe"),
    "mode": ("Form",),
    "start": ("Beginn",),
    "end": ("Ende",),
    "planned_end": ("Geplantes Ende",),
    "place": ("Ort",),
    "room": ("Raum",),
    "host": ("Veranstalterin", "Veranstalter"),
    "link": ("Verweis", "URL"),
    "reference": ("Aktenzeichen",),
    "display_number": ("Gezeigte Nummer",),
    "chair": ("Leitung", "Vorsitz"),
    "minute_taker": ("Protokollführung", "Schriftführung"),
    "breaks": ("Pausen",),
    # people
    "key": ("Schlüssel",),
    "name": ("Name", "Vollständiger Name", "Full name", "Display name", "Anzeigename", "Teilnehmer", "Teilnehmerin",
             "Teilnehmende", "Participant", "Attendee", "Person", "Benutzername", "Original name"),
    "family_name": ("Nachname", "Familienname", "Zuname", "Last name", "Surname"),
    "given_name": ("Vorname", "Rufname", "First name", "Forename"),
    "salutation": ("Briefanrede",),
    "organisation": ("Organisation", "Einrichtung", "Institution", "Firma", "Company", "Organization", "Behörde"),
    "role": ("Funktion", "Position", "Rolle", "Stelle", "Job title"),
    "email": ("E-Mail", "E-Mail-Adresse", "Mail", "E-mail address", "Email address", "User email"),
    "phone": ("Telefon", "Telefonnummer", "Tel", "Mobil", "Handy", "Telephone", "Mobile", "Phone number"),
    "aliases": ("Weitere Namen", "Spitzname", "Nickname"),
    "groups": ("Gremien",),
    "seat": ("Rolle im Gremium", "Funktion im Gremium", "Sitz", "Sitz als", "Mitglied als", "Role in group",
             "Membership"),
    "seat_for": ("Sitz für", "Entsandt von", "Entsendet von", "Entsendende Organisation", "Delegated by"),
    "vote": ("Stimmberechtigt", "Stimmrecht", "Stimme", "Votes", "Voting", "Entitled to vote"),
    "deputy_of": ("Vertretung von", "Stellvertretung von", "Vertreter von", "Vertreterin von", "Stellvertreter von",
                  "Stellvertreterin von", "Vertritt", "Deputy for"),
    "since": ("Seit", "Mitglied seit", "Beginn der Mitgliedschaft", "Member since"),
    "until": ("Bis", "Mitglied bis", "Ende der Mitgliedschaft", "Member until"),
    "merged_into": ("Zusammengeführt mit",),
    "joined": ("Join time", "First join", "Joined at", "Beitrittszeit", "Erster Beitritt", "Beigetreten um", "Beitritt",
               "Kam um", "Gekommen"),
    "left": ("Leave time", "Last leave", "Left at", "Austrittszeit", "Zeitpunkt des Verlassens", "Letztes Verlassen",
             "Verlassen um", "Verlassen", "Ging um", "Gegangen"),
    "via": ("Teilnahmeform",),
    "capacity": ("Eigenschaft",),
    # what follows from the rest
    "ref": ("Angabe",),
    "session": ("Sitzung",),
    "date": ("Datum",),
    "starts": ("Geplanter Beginn", "Uhrzeit", "Zeit", "Time"),
    "top": ("TOP", "Nr", "Nummer", "No", "Number", "Item"),
    "decisions": ("Beschlüsse",),
    "elections": ("Wahlen",),
    "tasks": ("Aufgaben",),
}  # fmt: skip
"""What columns and keys are called besides the names of machine formats; compared without case and accents."""

AGENDA_DOCUMENT: Final = Text("Agenda", "Tagesordnung")
ITEMS_HEADING: Final = Text("Items", "Tagesordnungspunkte")

# what was found in a file
NOTHING_IN_IT = Text("there is nothing in it", "es steht nichts darin")
NO_TEXT = Text("this is no text", "das ist kein Text")
NO_HEADINGS = Text("no row has headings that are known", "keine Zeile hat bekannte Überschriften")
TOO_MANY_CELLS = Text(
    "the row has more cells than the {n} columns", "die Zeile hat mehr Zellen, als es Spalten gibt ({n})"
)
NO_CSV = Text("the quotes of this row do not pair", "die Anführungszeichen dieser Zeile gehen nicht auf")
NO_XLSX = Text("Excel workbooks need the library openpyxl", "Excel-Mappen brauchen die Bibliothek openpyxl")
NO_XLSX_REMEDY = Text(
    "Install it with: pip install 'scm-cli[xlsx]' – or save the sheet as CSV.",
    "Installieren Sie sie mit: pip install 'scm-cli[xlsx]' – oder speichern Sie das Blatt als CSV.",
)
OLD_EXCEL = Text("this is a workbook of an old Excel (.xls)", "das ist eine Mappe eines alten Excel (.xls)")
NO_WORKBOOK = Text("this is no Excel workbook that can be read", "das ist keine lesbare Excel-Mappe")
TOO_MUCH_INSIDE = Text("it would unpack to {n} MB", "sie ergäbe ausgepackt {n} MB")
NO_JSON = Text("this is no valid JSON ({value})", "das ist kein gültiges JSON ({value})")
NO_AGENDA = Text("there is no list of items ({value})", "es gibt keine Liste von Tagesordnungspunkten ({value})")
NO_ITEM = Text("{value} is no item", "{value} ist kein Tagesordnungspunkt")
TWICE = Text("it says the same as „{other}“", "das sagt schon „{other}“")
UNKNOWN_KEY = Text("this key is not known", "dieser Schlüssel ist nicht bekannt")
NO_TITLE = Text("the title is missing", "der Titel fehlt")
ID_TWICE = Text("the id {id} stands in line {line} already", "die Kennung {id} steht schon in Zeile {line}")
NO_PARENT = Text("a sub-item stands before any item", "ein Unterpunkt steht vor dem ersten Punkt")
TOO_DEEP = Text("the item is nested too deep", "der Punkt liegt zu tief")
TOO_MANY = Text("the file holds {n} items", "die Datei enthält {n} Punkte")
ALLOWED_MOST = Text("an agenda takes {n} of them at most", "eine Tagesordnung fasst höchstens {n}")
NO_RECORDS = Text("there are headings but no rows", "es gibt Überschriften, aber keine Zeilen")
NO_PRESENTER = Text("{value} names nobody", "{value} benennt niemanden")
NO_LIST = Text("there is no list of items", "es gibt keine Liste von Tagesordnungspunkten")
NO_POINT = Text("„{value}“ belongs to no item", "„{value}“ gehört zu keinem Punkt")

NO_SESSION = Text("{value} is no session", "{value} ist keine Sitzung")
NO_BREAK = Text("{value} is no break", "{value} ist keine Pause")
NO_VALUE = Text("{value} cannot stand here", "{value} kann hier nicht stehen")

# what is allowed
ALLOWED_SESSION = Text(
    'allowed is one object, such as {"date": "2026-12-08", "agenda": [ … ]}',
    'erlaubt ist ein Objekt wie {"date": "2026-12-08", "agenda": [ … ]}',
)
ALLOWED_BREAK = Text(
    'allowed is for example {"from": "10:50", "until": "11:00"}',
    'erlaubt ist zum Beispiel {"from": "10:50", "until": "11:00"}',
)
ALLOWED_SOMETHING = Text("needed is at least one record", "nötig ist mindestens ein Eintrag")
ALLOWED_ENCODINGS = Text("save it as UTF-8", "speichern Sie sie als UTF-8")
ALLOWED_HEADINGS = Text(
    "needed is a row of headings with one of these columns: {names}",
    "nötig ist eine Zeile mit Überschriften, darunter eine dieser Spalten: {names}",
)
ALLOWED_QUOTES = Text(
    "a cell with separators, quotes or line ends stands in quotes, and quotes in it twice",
    "eine Zelle mit Trennzeichen, Anführungszeichen oder Zeilenwechseln steht in Anführungszeichen, "
    "solche in ihr doppelt",
)
ALLOWED_XLSX = Text("save it as .xlsx or CSV", "speichern Sie sie als .xlsx oder CSV")
ALLOWED_JSON = Text("mend the syntax in this line", "berichtigen Sie die Schreibweise in dieser Zeile")
ALLOWED_AGENDA = Text(
    'allowed is a list of items, or an object with one: {"agenda": [ … ]}',
    'erlaubt ist eine Liste von Punkten oder ein Objekt mit einer: {"agenda": [ … ]}',
)
ALLOWED_TOML_AGENDA = Text("needed are tables [[agenda]]", "nötig sind Tabellen [[agenda]]")
ALLOWED_ITEM = Text(
    'allowed is a title, or an object such as {"title": "…", "minutes_planned": 20}',
    'erlaubt ist ein Titel oder ein Objekt wie {"title": "…", "minutes_planned": 20}',
)
ALLOWED_DEPTH = Text("allowed are items and sub-items", "erlaubt sind Punkte und Unterpunkte")
ALLOWED_ONCE = Text("say it once", "sagen Sie es nur einmal")
DID_YOU_MEAN = Text("did you mean {name}?", "gemeint ist vielleicht {name}")
ALLOWED_KEYS = Text("known are {names}", "bekannt sind {names}")
ALLOWED_PARENT = Text("the first item has level 1", "der erste Punkt hat die Ebene 1")
ALLOWED_PRESENTER = Text(
    "allowed is a name, or a table with name and organisation",
    "erlaubt ist ein Name oder eine Tabelle mit name und organisation",
)
ALLOWED_AGENDA_LIST = Text(
    "write one item a line, such as „- Bericht“ or „1. Bericht“",
    "schreiben Sie je Zeile einen Punkt, etwa „- Bericht“ oder „1. Bericht“",
)
ALLOWED_POINT = Text(
    "indent it below its item, or begin it with „-“ or a number",
    "rücken Sie sie unter ihrem Punkt ein, oder beginnen Sie sie mit „-“ oder einer Nummer",
)

# why a change cannot be
ID_TAKEN = Text(
    "line {line}: an item with the id {id} is already there",
    "Zeile {line}: einen TOP mit der Kennung {id} gibt es schon",
)
ID_TAKEN_REMEDY = Text(
    "--merge changes what is there, --replace puts the file in its place.",
    "--merge ändert, was da ist, --replace setzt die Datei an seine Stelle.",
)
WAS_INVITED = Text(
    "the invitation went out with this agenda, it is not replaced",
    "zu dieser Tagesordnung wurde eingeladen, sie wird nicht ersetzt",
)
WAS_INVITED_REMEDY = Text(
    "--merge changes single items; --force replaces the agenda all the same.",
    "--merge ändert einzelne TOP; --force ersetzt die Tagesordnung trotzdem.",
)
ITEM_NEEDED = Text("„{title}“ is not in the file, but {why}", "„{title}“ steht nicht in der Datei, aber {why}")
ITEM_NEEDED_REMEDY = Text(
    "Take the item into the file, or use --merge; „scm agenda drop“ takes it off the agenda.",
    "Nehmen Sie den TOP in die Datei auf, oder nutzen Sie --merge; „scm agenda drop“ setzt ihn ab.",
)
BELOW_NOTHING = Text("„{title}“ would be a sub-item of nothing", "„{title}“ wäre ein Unterpunkt von nichts")

# what an import did
IMPORTED = Text("session {ref}: {counts}, in {path}", "Sitzung {ref}: {counts}, in {path}")
ADDED = Plural(Text("{n} item added", "{n} TOP angelegt"), Text("{n} items added", "{n} TOP angelegt"))
CHANGED = Plural(Text("{n} changed", "{n} geändert"), Text("{n} changed", "{n} geändert"))
REMOVED = Plural(Text("{n} removed ({names})", "{n} entfernt ({names})"),
                 Text("{n} removed ({names})", "{n} entfernt ({names})"))  # fmt: skip
UNCHANGED = Text("nothing to change", "nichts zu ändern")
KEPT_AS_NAMES = Text("not in the register, kept as names: {names}", "nicht im Verzeichnis, als Namen behalten: {names}")
COULD_BE = Text("„{name}“ could be {people}; kept as a name", "„{name}“ könnte {people} sein; als Name behalten")
NOT_USED = Text("not used: {names}", "nicht verwendet: {names}")
OR = Text(" or ", " oder ")

# help
IMPORT = Text(
    "Take an agenda from a file of a script, Excel or a list: JSON, JSON Lines, CSV, xlsx, TOML, Markdown. All or "
    "nothing is taken. „scm agenda list SESSION --json“ writes what this reads.",
    "Eine Tagesordnung aus der Datei eines Skripts, aus Excel oder einer Liste übernehmen: JSON, JSON Lines, CSV, "
    "xlsx, TOML, Markdown. Übernommen wird alles oder nichts. „scm agenda list SITZUNG --json“ schreibt, was dies "
    "liest.",
)
IMPORT_FILE = Text("The file; - for standard input.", "Die Datei; - für die Standardeingabe.")
IMPORT_FORMAT = Text("Its format; else found out.", "Ihr Format; sonst wird es erkannt.")
APPEND = Text(
    "Put the items behind those there are (this is done if nothing is said).",
    "Die Punkte hinter die vorhandenen setzen (so geschieht es ohne Angabe).",
)
MERGE = Text(
    "Change the items with the same id, else the same title; put in the others.",
    "Die TOP mit gleicher Kennung, sonst gleichem Titel ändern; die anderen einfügen.",
)
REPLACE = Text(
    "Put the file in place of the agenda; items it names keep what was decided.",
    "Die Datei an die Stelle der Tagesordnung setzen; darin genannte TOP behalten, was beschlossen wurde.",
)
FORCE = Text("Replace an agenda that was sent with the invitation.", "Auch eine versandte Tagesordnung ersetzen.")
ADD_JSON = Text(
    "Take date, head and agenda from a JSON document; - for standard input. Options go before it.",
    "Datum, Kopf und Tagesordnung aus einem JSON-Dokument nehmen; - für die Standardeingabe. Optionen gehen vor.",
)
