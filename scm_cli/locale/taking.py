"""What taking minutes says: what a text changes, what it leaves out, what stands in its way."""

from scm_cli.locale import Plural, Text

# help
MINUTES = Text(
    "Open the protocol of a session in the editor and put what was written there into the session; or print it "
    "(--print) and take a corrected text back (--apply). Everything can be typed: times, people, notes, new items, "
    "„**Decision (3/1/1):** wording“, „**Task (NAME; 8 Oct):** text“; scm numbers what is new. What was changed in "
    "the text goes into the session as it is now; what others changed meanwhile stays. A planned or invited session "
    "of which something is recorded counts as held from its day on.",
    "Das Protokoll einer Sitzung im Editor öffnen und in die Sitzung übernehmen, was dort geschrieben wurde; oder es "
    "ausgeben (--print) und einen berichtigten Text zurücknehmen (--apply). Alles lässt sich tippen: Zeiten, Personen, "
    "Notizen, neue TOP, „**Beschluss (3/1/1):** Wortlaut“, „**Aufgabe (NAME; 8.10.):** Text“; scm nummeriert, was neu "
    "ist. Was im Text geändert wurde, kommt in die Sitzung, wie sie jetzt ist; was andere inzwischen geändert haben, "
    "bleibt. Eine geplante oder eingeladene Sitzung, von der etwas festgehalten ist, gilt ab ihrem Tag als "
    "durchgeführt.",
)
PRINT = Text("Print the protocol; --apply takes it back.", "Das Protokoll ausgeben; --apply nimmt es zurück.")
APPLY = Text(
    "Take in a corrected protocol, or sections of it, from a file or - for standard input: Markdown, whose marks of "
    "mail programs are undone, or .docx, in which tracked changes count as accepted and comments are listed.",
    "Ein berichtigtes Protokoll oder Teile davon übernehmen, aus einer Datei oder mit - von der Standardeingabe: "
    "Markdown, in dem Spuren von Mailprogrammen getilgt werden, oder .docx, in dem Überarbeitungen als angenommen "
    "gelten und Kommentare aufgezählt werden.",
)
PRUNE = Text(
    "Take away what the text leaves out; without it that is only listed.",
    "Wegnehmen, was der Text auslässt; sonst wird es nur aufgezählt.",
)
BASE = Text(
    "What the text was made from: the protocol as it was printed, or the session's .toml file as it was then.",
    "Woraus der Text entstand: das Protokoll, wie es ausgegeben war, oder die damalige .toml-Datei der Sitzung.",
)
LANG = Text("The protocol's language; else the group's.", "Sprache des Protokolls; sonst die des Gremiums.")

# what changes
CHANGE = Text("{what}: {before} → {after}", "{what}: {before} → {after}")
COUNT = Text("{what} {before} → {after}", "{what} {before} → {after}")
NEW = Text("{where}: new: {what}", "{where}: neu: {what}")
NEW_ALONE = Text("new: {what}", "neu: {what}")
GONE = Text("{where}: taken away: {what}", "{where}: entfällt: {what}")
GONE_ALONE = Text("taken away: {what}", "entfällt: {what}")
MOVED_HERE = Text("{what}: now at {where}", "{what}: jetzt bei {where}")
ORDER = Text("{what}: order now {order}", "{what}: Reihenfolge jetzt {order}")
NOTHING = Text("–", "–")

# what was done
CHANGES = Plural(Text("{n} change", "{n} Änderung"), Text("{n} changes", "{n} Änderungen"))
CHANGED_IN = Text("{what}: {changes}, in {path}", "{what}: {changes}, in {path}")
REALLY = Text("Put this into {what}?", "Das in {what} übernehmen?")
LEFT_OUT = Text("left out of the text and kept: {what}", "im Text ausgelassen und behalten: {what}")
LEFT_OUT_REMEDY = Text("--prune takes it away.", "Mit --prune entfällt es.")
NOW_NUMBERED = Text(
    "{before} is now {after}: the number was given meanwhile",
    "{before} heißt jetzt {after}: die Nummer war inzwischen vergeben",
)
AGAIN = Text(
    "{path} was changed meanwhile; this is what the text changes now:",
    "{path} wurde inzwischen geändert; das ändert der Text jetzt:",
)
NOT_KEPT = Text(
    "this version could not be kept ({reason}); to take a corrected text back later, keep a copy for --base",
    "diese Fassung ließ sich nicht aufheben ({reason}); um einen berichtigten Text später zu übernehmen, behalten Sie "
    "eine Kopie für --base",
)

# what stands in the way
EMPTY = Text("the text is empty", "der Text ist leer")
ALLOWED_TEXT = Text("required is the protocol, or sections of it", "nötig ist das Protokoll oder Teile davon")
CONFLICT = Text(
    "{what} was changed meanwhile too: {ours}, in the text {theirs}",
    "{what} wurde inzwischen auch geändert: {ours}, im Text {theirs}",
)
CONFLICT_REMEDY = Text(
    "Nothing was changed. Print the protocol again and put what is yours into it.",
    "Geändert wurde nichts. Geben Sie das Protokoll neu aus und tragen Sie dort ein, was von Ihnen ist.",
)
NO_MARK = Text(
    "the text does not say which version it was made from", "der Text sagt nicht, aus welcher Fassung er entstand"
)
NO_MARK_REMEDY = Text(
    "Put back its line „- Status: draft (version …)“, or name what was printed with --base FILE.",
    "Setzen Sie die Zeile „- Stand: Entwurf (Fassung …)“ wieder ein oder nennen Sie mit --base DATEI, was ausgegeben "
    "war.",
)
UNKNOWN_MARK = Text(
    "the version {mark} that the text was made from is not known here",
    "die Fassung {mark}, aus der der Text entstand, ist hier nicht bekannt",
)
UNKNOWN_MARK_REMEDY = Text(
    "Name what was printed with --base FILE.", "Nennen Sie mit --base DATEI, was ausgegeben war."
)
OTHER_SESSION = Text(
    "the text is the protocol of session {other}, not of {ref}",
    "der Text ist das Protokoll der Sitzung {other}, nicht von {ref}",
)
OTHER_BASE = Text(
    "the text was made from version {mark}, but {path} is version {other}",
    "der Text entstand aus Fassung {mark}, aber {path} ist Fassung {other}",
)
BASE_NUMBER = Text("{path} is session {number}, not {ref}", "{path} ist Sitzung {number}, nicht {ref}")
