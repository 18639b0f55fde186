"""Reading a protocol back: words people type in it, and what can be wrong with it."""

from typing import Final

from scm_cli.locale import Text

# words
SINCE: Final = ("ab", "von", "seit", "from", "since")
UNTIL: Final = ("bis", "until", "till", "to")
TO: Final = ("bis", "to", "until", "-", "–", "—")
AND: Final = ("und", "and")
PRESENT: Final = ("anwesend", "anwesende", "teilnehmer", "teilnehmerinnen und teilnehmer", "present", "attendees")
ABSENT: Final = ("abwesend", "fehlend", "missing")
CONSENSUS: Final = ("kons", "konsens", "im konsens", "consensus")
UNANIMOUS: Final = ("einst", "einstimmig", "unanimous", "unanimously")
SHORT: Final = ("kons", "konsens", "im konsens", "consensus", "einst", "unanimous")
YES: Final = ("ja", "ja-stimmen", "ja-stimme", "dafür", "yes", "for", "in favour")
NO: Final = ("nein", "nein-stimmen", "nein-stimme", "dagegen", "no", "against")
ABSTAIN: Final = ("enth", "enth.", "enthaltung", "enthaltungen", "abstention", "abstentions", "abstained")
INVALID: Final = ("ungültig", "ungültige", "invalid")

CLOSINGS: Final = (
    "mit freundlichen grüßen",
    "mit freundlichem gruß",
    "mit besten grüßen",
    "mit herzlichen grüßen",
    "freundliche grüße",
    "viele grüße",
    "beste grüße",
    "herzliche grüße",
    "schöne grüße",
    "liebe grüße",
    "mit freundlichen gruessen",
    "viele gruesse",
    "beste gruesse",
    "gruß",
    "mfg",
    "vg",
    "lg",
    "kind regards",
    "best regards",
    "with best regards",
    "with kind regards",
    "regards",
    "best wishes",
    "yours sincerely",
    "von meinem iphone gesendet",
    "von meinem smartphone gesendet",
    "sent from my iphone",
)

# the document
SECOND_TITLE = Text("a second title", "ein zweiter Titel")
ALLOWED_HEADING = Text(
    "allowed are „## TOP Title“ for an item and „### TOP Title“ for a sub-item; "
    "a heading inside notes needs a space before it",
    "erlaubt sind „## TOP Titel“ für einen Punkt und „### TOP Titel“ für einen Unterpunkt; "
    "eine Überschrift in Notizen braucht ein Leerzeichen davor",
)
UNKNOWN_HEADING = Text("is no agenda item", "ist kein Tagesordnungspunkt")
BARE_LABEL = Text(
    "line {line} is kept as a note: „{text}“; decisions, elections and tasks are bold: **Decision (3/1/1):** …",
    "Zeile {line} bleibt eine Notiz: „{text}“; Beschluss, Wahl und Aufgabe stehen fett da: **Beschluss (3/1/1):** …",
)
BEFORE_TITLE = Text(
    "what stands before the title in line {line} was passed over",
    "was vor dem Titel in Zeile {line} steht, wurde übergangen",
)
AFTER_END = Text(
    "what stands from line {line} on, after the protocol, was passed over",
    "was ab Zeile {line} nach dem Protokoll steht, wurde übergangen",
)
NOT_QUOTED = Text("stands unquoted between quoted lines", "steht ohne „>“ zwischen Zeilen mit „>“")
ALLOWED_QUOTED = Text(
    "put „>“ before it if it belongs to the protocol, else take it out",
    "setzen Sie „>“ davor, wenn es zum Protokoll gehört, sonst nehmen Sie es heraus",
)
FORBIDDEN = Text("holds the character {value}", "enthält das Zeichen {value}")
ALLOWED_CHARACTERS = Text("allowed are printable characters", "erlaubt sind druckbare Zeichen")
OPEN_CODE = Text("code that is never closed", "Quelltext, der nie geschlossen wird")
ALLOWED_CODE = Text("close it by the same marks on a line alone", "schließen Sie ihn mit denselben Zeichen allein")
NO_BULLET = Text("does not belong to the head", "gehört nicht in den Kopf")
ALLOWED_BULLET = Text("allowed is „- Label: value“", "erlaubt ist „- Bezeichnung: Wert“")

# head
UNKNOWN_LABEL = Text("is no entry of the head", "ist keine Angabe des Kopfes")
ALLOWED_LABELS = Text("allowed are {labels}", "erlaubt sind {labels}")
TWICE = Text("stands there twice", "steht zweimal da")
ALLOWED_ONCE = Text("name it once", "nennen Sie es einmal")
OTHER_SESSION = Text("is the protocol of another session", "ist das Protokoll einer anderen Sitzung")
ALLOWED_SESSION = Text("this is session {ref}", "hier geht es um Sitzung {ref}")
UNKNOWN_TITLE = Text("is not this session's title", "ist nicht der Titel dieser Sitzung")
ALLOWED_TITLE = Text(
    "allowed are „{usual}“ and „{own}“ for a title of its own",
    "erlaubt sind „{usual}“ und „{own}“ für einen eigenen Titel",
)
NO_HOURS = Text("is no time", "ist keine Zeitangabe")
ALLOWED_HOURS = Text("allowed is „10:15 to 10:40“", "erlaubt ist „10:15 bis 10:40 Uhr“")
NO_QUORUM = Text("is no statement of a quorum", "ist keine Feststellung der Beschlussfähigkeit")
ALLOWED_QUORUM = Text(
    "allowed are „established at the beginning (4 of 5)“ and „not met“",
    "erlaubt sind „zu Beginn festgestellt (4 von 5)“ und „nicht gegeben“",
)

# people
WHICH_PERSON = Text("could be several people", "kann mehrere Personen meinen")
ALLOWED_PERSON = Text("allowed are {names}", "erlaubt sind {names}")
NOBODY = Text("is not in the register", "steht nicht im Register")
ALLOWED_REGISTERED = Text(
    "allowed are people of the register; add them with „scm attendee add NAME“",
    "erlaubt sind Personen des Registers; aufnehmen mit „scm attendee add NAME“",
)
UNREGISTERED = Text(
    "{name} is not in the register and is kept as a name", "{name} steht nicht im Register und bleibt als Name stehen"
)
LISTED_TWICE = Text("is listed twice", "ist zweimal aufgeführt")
NO_DETAIL = Text("is understood neither as an organisation nor as a time", "ist weder Organisation noch Zeitangabe")
ALLOWED_DETAIL = Text(
    "allowed is „NAME (ORGANISATION, from 10:20, online, sitting in for NAME, with the vote of NAME, for item 3)“",
    "erlaubt ist „NAME (ORGANISATION, ab 10:20 Uhr, online, in Vertretung von NAME, mit der Stimme von NAME, "
    "zu TOP 3)“",
)
MOVED_DIFFERENTLY = Text(
    "comes or goes at another time than in the head", "kommt oder geht zu anderer Zeit als im Kopf"
)
ALLOWED_MOVEMENT = Text("change it in one of the two places only", "ändern Sie es nur an einer der beiden Stellen")

# items
NO_TITLE = Text("has no title", "hat keinen Titel")
TOP_DISAGREES = Text("has the number of „{other}“", "hat die Nummer von „{other}“")
TITLE_DISAGREES = Text("has the title of item {top}", "hat den Titel von TOP {top}")
ALLOWED_TOP = Text(
    "leave numbers as they were printed, also when items move, and write a new item as „## TOP Title“",
    "lassen Sie die Nummern, wie sie gedruckt waren, auch beim Verschieben; ein neuer Punkt heißt „## TOP Titel“",
)
SEVERAL_TITLES = Text("is the title of several items", "ist der Titel mehrerer Punkte")
NO_PARENT = Text("is a sub-item without an item before it", "ist ein Unterpunkt ohne Punkt davor")
ANNOUNCED = Text("was announced with the invitation and is missing", "wurde mit der Einladung angekündigt und fehlt")
ALLOWED_ANNOUNCED = Text(
    "an item that was not treated stays as „## {heading} (dropped)“ or „(postponed)“",
    "ein nicht behandelter Punkt bleibt stehen als „## {heading} (abgesetzt)“ oder „(vertagt)“",
)
FOR_NO_ITEM = Text("names an item that the text takes away", "nennt einen Punkt, den der Text wegnimmt")
ALLOWED_FOR_NO_ITEM = Text("name another item or none", "nennen Sie einen anderen Punkt oder keinen")

# outcomes
UNKNOWN_NUMBER = Text("is not known in this session", "gibt es in dieser Sitzung nicht")
ALLOWED_NUMBER = Text("leave a new one without a number", "lassen Sie bei etwas Neuem die Nummer weg")
NO_LABEL_END = Text("is a label without an end", "ist eine Bezeichnung ohne Ende")
ALLOWED_LABEL = Text("allowed is „**{name} (…):** wording“", "erlaubt ist „**{name} (…):** Wortlaut“")
NO_WORDING = Text("has no wording", "hat keinen Wortlaut")
NO_DECISION_DETAIL = Text("is understood neither as votes nor as a result", "ist weder Stimmenzahl noch Ergebnis")
ALLOWED_DECISION = Text(
    "allowed are „3/1/1“, „3 yes, 1 no, 1 abstention: carried“, „unanimously carried“, „by consensus“, "
    "„NAME took no part“, „moved by NAME“, „secret ballot“, „replaces B5-1“ and „2/3 majority“, divided by „;“",
    "erlaubt sind „3/1/1“, „3 Ja, 1 Nein, 1 Enthaltung: angenommen“, „einstimmig angenommen“, „einvernehmlich“, "
    "„NAME wirkte nicht mit“, „Antrag NAME“, „geheim“, „ersetzt B5-1“ und „Mehrheit 2/3“, getrennt durch „;“",
)
ALLOWED_DECISION_REF = Text("allowed is a decision such as B5-1", "erlaubt ist ein Beschluss wie B5-1")
NO_DECISION_REF = Text("is no decision", "ist kein Beschluss")
NO_DAY = Text("is no day", "ist kein Tag")
ALLOWED_DAY = Text("allowed is a day such as 8 October 2024", "erlaubt ist ein Tag wie 08.10.2024")
GLANCE_DIFFERS = Text(
    "differs from what stands at the item, and both were changed",
    "weicht von dem ab, was beim TOP steht, und beides wurde geändert",
)
ALLOWED_ONE_PLACE = Text("change it in one of the two places only", "ändern Sie es nur an einer der beiden Stellen")
NEW_ATTACHMENT = Text("is no attachment of this session", "ist keine Anlage dieser Sitzung")
ALLOWED_ATTACHMENT = Text("add one with „scm attachment add“", "hinzufügen mit „scm attachment add“")
NEXT_SESSION_PASSED = Text(
    "the next session stands in its own file; change it with „scm session edit“",
    "die nächste Sitzung steht in ihrer eigenen Datei; ändern mit „scm session edit“",
)
BELOW_NEXT_SESSION = Text("stands below the next session", "steht unter der nächsten Sitzung")
ALLOWED_BELOW = Text(
    "write what belongs to the minutes under an agenda item",
    "schreiben Sie, was ins Protokoll gehört, unter einen Tagesordnungspunkt",
)
STATUS_PASSED = Text(
    "the status „{value}“ was passed over: it follows from what is done with the minutes",
    "der Stand „{value}“ wurde übergangen: er ergibt sich daraus, was mit dem Protokoll geschieht",
)
GROUP_PASSED = Text(
    "the group „{name}“ in the title was passed over: its name stands in its own file",
    "das Gremium „{name}“ im Titel wurde übergangen: sein Name steht in seiner eigenen Datei",
)
NO_GLANCE = Text("is no line of the overview", "ist keine Zeile der Übersicht")
ALLOWED_GLANCE = Text(
    "it follows from the items: change it there", "sie folgt aus den Tagesordnungspunkten: ändern Sie es dort"
)
