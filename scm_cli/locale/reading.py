"""What a reader finds in a file, and what may stand there."""

from scm_cli.locale import Text

# what was found
NO_TEXT = Text("{value} is not text", "{value} ist kein Text")
NO_WHOLE = Text("{value} is not a whole number", "{value} ist keine ganze Zahl")
NO_YES = Text("{value} is neither yes nor no", "{value} ist weder ja noch nein")
NO_FLAG = Text("{value} is neither true nor false", "{value} ist weder true noch false")
NO_DAY = Text("{value} is not a date", "{value} ist kein Datum")
NO_CLOCK = Text("{value} is not a time of day", "{value} ist keine Uhrzeit")
NO_MOMENT = Text("{value} is not a date with a time", "{value} ist kein Datum mit Uhrzeit")
NO_TABLE = Text("{value} is not a table", "{value} ist keine Tabelle")
NO_LIST = Text("{value} is not a list", "{value} ist keine Liste")
EMPTY = Text("the text is empty", "der Text ist leer")
UNKNOWN_VALUE = Text("{value} is not known", "{value} ist nicht bekannt")
BAD_FORM = Text("{value} does not have the right form", "{value} hat nicht die richtige Form")
FORBIDDEN_CHARACTER = Text("the character {value} may not stand here", "das Zeichen {value} darf hier nicht stehen")
OUT_OF_RANGE = Text("{value} is out of range", "{value} liegt außerhalb des Erlaubten")
UNKNOWN_KEY = Text("this key does not exist", "diesen Schlüssel gibt es nicht")
MISSING_KEY = Text("this key is missing", "dieser Schlüssel fehlt")
DUPLICATE = Text("{value} stands here twice", "{value} steht hier doppelt")
FIRST_LEVEL_2 = Text("a sub-item stands before any item", "ein Unterpunkt steht vor dem ersten Punkt")
NOBODY = Text("nobody is named", "es ist niemand genannt")
NOBODY_ELECTED = Text("{value} is not a candidate", "{value} kandidiert nicht")
NOT_AN_ITEM = Text("no agenda item has the id {value}", "kein Tagesordnungspunkt hat die Kennung {value}")
TWO_SOURCES = Text("file and url are both given", "file und url sind beide angegeben")
NO_SOURCE = Text("neither file nor url is given", "weder file noch url ist angegeben")
SYNTAX = Text("this is not valid TOML ({value})", "das ist kein gültiges TOML ({value})")
NOT_UTF8 = Text("the file is not UTF-8 (byte {n})", "die Datei ist nicht UTF-8 (Byte {n})")
EMPTY_FILE = Text("the file is empty", "die Datei ist leer")
TOO_BIG = Text("the file has {n} MB", "die Datei hat {n} MB")
A_FOLDER = Text("this is a folder", "das ist ein Ordner")
A_LINK = Text("this link leads out of the archive", "dieser Verweis führt aus der Ablage hinaus")
NO_FILE = Text("this is not a regular file", "das ist keine gewöhnliche Datei")
UNREADABLE = Text("the file cannot be read ({value})", "die Datei lässt sich nicht lesen ({value})")
NEWER = Text("the file has schema {value}", "die Datei hat schema {value}")
OTHER_NUMBER = Text(
    "the number is {value}, but the file is named {name}",
    "die Nummer ist {value}, aber die Datei heißt {name}",
)

# what is allowed
ALLOWED_TEXT = Text('allowed is text in quotes, such as "…"', 'erlaubt ist Text in Anführungszeichen, etwa "…"')
ALLOWED_FILLED = Text("at least one visible character is needed", "nötig ist mindestens ein sichtbares Zeichen")
ALLOWED_LINE = Text(
    "allowed is one line without control characters, line separators and bidi overrides",
    "erlaubt ist eine Zeile ohne Steuerzeichen, Zeilentrenner und Bidi-Steuerung",
)
ALLOWED_PROSE = Text(
    "allowed are letters, spaces, line feeds and tabs",
    "erlaubt sind Schriftzeichen, Leerzeichen, Zeilenwechsel und Tabulatoren",
)
ALLOWED_RANGE = Text(
    "allowed is a whole number from {low} to {high}", "erlaubt ist eine ganze Zahl von {low} bis {high}"
)
ALLOWED_YES = Text("allowed are yes and no, true and false", "erlaubt sind ja und nein, true und false")
ALLOWED_FLAG = Text("allowed are true and false", "erlaubt sind true und false")
ALLOWED_DAY = Text("allowed is a date such as 2022-11-25", "erlaubt ist ein Datum wie 2022-11-25")
ALLOWED_CLOCK = Text("allowed is a time such as 10:00:00", "erlaubt ist eine Uhrzeit wie 10:00:00")
ALLOWED_MOMENT = Text(
    "allowed is a time such as 2024-09-12T09:00:00+02:00",
    "erlaubt ist ein Zeitpunkt wie 2024-09-12T09:00:00+02:00",
)
ALLOWED_TABLE = Text("allowed is a table: {keys}", "erlaubt ist eine Tabelle: {keys}")
ALLOWED_LIST = Text("allowed is a list: [ … ]", "erlaubt ist eine Liste: [ … ]")
TOO_DEEP = Text("the tables lie too deep in each other", "die Tabellen liegen zu tief ineinander")
TOO_LONG_A_NUMBER = Text("a number is too long", "eine Zahl ist zu lang")
MORE_WRONG = Text(
    "more is wrong in this file; these are the first {n}",
    "in dieser Datei ist noch mehr falsch; das sind die ersten {n}",
)
ALLOWED_DEPTH = Text("allowed are {n} levels", "erlaubt sind {n} Ebenen")
ALLOWED_VALUES = Text("allowed: {values}", "erlaubt: {values}")
ALLOWED_SLUG = Text(
    "allowed are a to z, digits and single hyphens, at most 64, and no device name of Windows",
    "erlaubt sind a bis z, Ziffern und einzelne Bindestriche, höchstens 64, kein Gerätename von Windows",
)
ALLOWED_FORM = Text("allowed is for example {example}", "erlaubt ist zum Beispiel {example}")
ALLOWED_UNIQUE = Text("each may stand only once", "jedes darf nur einmal stehen")
ALLOWED_KEYS = Text("known keys: {keys}", "bekannte Schlüssel: {keys}")
DID_YOU_MEAN = Text("did you mean {value}?", "gemeint ist vielleicht {value}")
ALLOWED_FREE = Text("own keys go into [x]", "eigene Schlüssel gehören in [x]")
ALLOWED_LEVEL = Text("the first item has level 1", "der erste Punkt hat level 1")
ALLOWED_SOMEBODY = Text("required is one of {keys}", "nötig ist eines von {keys}")
ALLOWED_ONE = Text("allowed is exactly one of {keys}", "erlaubt ist genau eines von {keys}")
ALLOWED_ITEMS = Text("known ids: {values}", "bekannte Kennungen: {values}")
ALLOWED_UTF8 = Text("save it as UTF-8", "speichern Sie sie als UTF-8")
ALLOWED_CONTENT = Text("required: {keys}", "nötig: {keys}")
ALLOWED_SIZE = Text("at most {n} MB are allowed", "erlaubt sind höchstens {n} MB")
ALLOWED_FILE = Text("only a file may stand here", "hier darf nur eine Datei stehen")
ALLOWED_INSIDE = Text("only what lies in the archive is read", "gelesen wird nur, was in der Ablage liegt")
ALLOWED_PERMISSION = Text("allow reading it", "erlauben Sie das Lesen")
ALLOWED_SCHEMA = Text(
    "this scm reads up to schema {known}; a newer scm is needed",
    "dieses scm liest bis schema {known}; nötig ist ein neueres scm",
)
ALLOWED_TOML = Text("mend the syntax in this line", "berichtigen Sie die Schreibweise in dieser Zeile")
ALLOWED_SAME = Text("both must be the same", "beide müssen gleich sein")
ALLOWED_ZONE = Text(
    "allowed is a name of the time zone database such as Europe/Berlin",
    "erlaubt ist ein Name der Zeitzonen-Datenbank wie Europe/Berlin",
)
