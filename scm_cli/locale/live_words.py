"""The words of the lines typed during a meeting, German and English; case is ignored."""

from collections.abc import Mapping
from typing import Final

from scm_cli.locale import Text

VERBS: Final[Mapping[str, tuple[str, ...]]] = {
    "top": ("top", "item", "punkt"),
    "here": ("da", "here", "anwesend", "present"),
    "away": ("weg", "left", "gegangen", "gone"),
    "excused": ("entschuldigt", "excused", "entsch"),
    "guest": ("gast", "guest"),
    "note": ("n", "notiz", "note"),
    "decision": ("b", "d", "beschluss", "decision"),
    "task": ("a", "t", "aufgabe", "task"),
    "start": ("beginn", "start", "begin"),
    "pause": ("pause", "break"),
    "resume": ("weiter", "resume", "continue"),
    "end": ("ende", "end", "schluss"),
    "undo": ("undo", "zurück", "zurueck"),
    "time": ("zeit", "time"),
    "who": ("wer", "who"),
    "help": ("?", "hilfe", "help"),
    "quit": ("quit", "exit", "beenden"),
}
FOR: Final = ("für", "fuer", "for")
CARRIES: Final = ("stimme", "vote", "votes")
AND: Final = ("und", "and", "&")
NEW: Final = ("neu", "new")
NOW: Final = ("jetzt", "now")
BY: Final = ("bis", "zum", "by", "until", "due")
OCLOCK: Final = ("uhr", "h")

HELP = Text(
    """\
top                      close the item, open the next; top 3 or top WORD: that one
top new TITLE            open an item that was not on the agenda
here NAME, NAME          they are there, from now on if the session has begun; NAME online; (ORGANISATION)
here NAME for NAME       sits in for somebody
here NAME vote for NAME  carries somebody's vote
left NAME                leaves
guest NAME (ORG)         a guest
excused NAME             sent apologies
n TEXT                   a note on the item
d 3/1/1 WORDING          a decision: yes/no/abstentions
d cons WORDING           by consensus; d unan: unanimously; each perhaps with „rejected:“
d (…) WORDING            with all that a protocol says of a vote: (3 yes, 1 no; secret ballot)
t NAME, NAME 8.10. TEXT  a task; the day may be missing
break, resume            a break; whatever is recorded ends it too
start, end               beginning, if not as planned, and end of the session
10:20 …                  late typing: a time before any line
time 10:20, time         the time of all lines that follow; the clock again
who                      who is there, votes, quorum
undo                     take the last line back, as often as you like
Anything else is kept as a note. Ctrl-D or „quit“ leaves; everything is saved already.
""",
    """\
top                      TOP schließen, nächsten öffnen; top 3 oder top WORT: diesen
top neu TITEL            einen TOP öffnen, der nicht auf der Tagesordnung stand
da NAME, NAME            sind da, nach Beginn ab jetzt; NAME online; (ORGANISATION)
da NAME für NAME         in Vertretung
da NAME stimme für NAME  mit übertragener Stimme
weg NAME                 geht
gast NAME (ORG)          ein Gast
entschuldigt NAME        hat sich entschuldigt
n TEXT                   eine Notiz zum TOP
b 3/1/1 WORTLAUT         ein Beschluss: Ja/Nein/Enthaltungen
b kons WORTLAUT          einvernehmlich; b einst: einstimmig; beides auch mit „abgelehnt:“
b (…) WORTLAUT           mit allem, was ein Protokoll dazu sagt: (3 Ja, 1 Nein; geheim)
a NAME, NAME 8.10. TEXT  eine Aufgabe; der Tag kann fehlen
pause, weiter            eine Unterbrechung; auch alles Festgehaltene beendet sie
beginn, ende             Beginn, wenn anders als geplant, und Ende der Sitzung
10:20 …                  nachgetragen: eine Zeit vor jeder Zeile
zeit 10:20, zeit         die Zeit aller folgenden Zeilen; wieder die Uhr
wer                      wer da ist, Stimmen, Beschlussfähigkeit
zurück                   letzte Zeile zurücknehmen, sooft Sie mögen
Alles andere wird als Notiz behalten. Strg-D oder „beenden“ beendet; gesichert ist alles schon.
""",
)
