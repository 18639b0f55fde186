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
top                  close the item, open the next        top 3 / top WORD    that one
top new TITLE        an item that was not on the agenda
here NAME, NAME      they are there (from now on)          here NAME for NAME  sits in
here NAME vote for NAME   carries a vote                   left NAME           leaves
guest NAME (ORG)     somebody from outside                 excused NAME        sent apologies
n TEXT               a note
d 3/1/1 WORDING      a decision: yes/no/abstentions        d cons / d unan     without counts
d (3 yes, 1 no: rejected; secret ballot) WORDING           everything a protocol says of a vote
t NAME, NAME 8.10. TEXT   a task, with or without a day
break … resume       a break                               end                 end of the session
10:20 here NAME      late typing: a time before any line   time 10:20 / time   for all lines / the clock
who                  who is there, votes, quorum           undo                take the last line back
Anything else is kept as a note. Ctrl-D or quit leaves; everything is saved already.
""",
    """\
top                  TOP schließen, nächsten öffnen        top 3 / top WORT    diesen
top neu TITEL        ein TOP, der nicht auf der Tagesordnung stand
da NAME, NAME        sind anwesend (ab jetzt)              da NAME für NAME    in Vertretung
da NAME stimme für NAME   mit übertragener Stimme          weg NAME            geht
gast NAME (ORG)      jemand von außen                      entschuldigt NAME
n TEXT               eine Notiz
b 3/1/1 WORTLAUT     Beschluss: Ja/Nein/Enthaltungen       b kons / b einst    ohne Zahlen
b (3 Ja, 1 Nein: abgelehnt; geheim) WORTLAUT               alles, was ein Protokoll dazu sagt
a NAME, NAME 8.10. TEXT   eine Aufgabe, mit oder ohne Tag
pause … weiter       eine Unterbrechung                    ende                Ende der Sitzung
10:20 da NAME        nachgetragen: Zeit vor jeder Zeile    zeit 10:20 / zeit   für alle Zeilen / die Uhr
wer                  wer da ist, Stimmen, Quorum           zurück              letzte Zeile zurücknehmen
Alles andere wird als Notiz behalten. Strg-D oder beenden verlässt; gesichert ist alles schon.
""",
)
