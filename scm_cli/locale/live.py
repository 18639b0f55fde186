"""`scm live`: what a line typed during a meeting did, and why one was kept as a note."""

from typing import Final

from scm_cli.locale import Plural, Text

# what a line did
ITEM = Text("item {top}", "TOP {top}")
PRESENT = Text("present: {names}", "anwesend: {names}")
ALREADY_PRESENT = Text("already there: {names}", "schon da: {names}")
LEFT = Text("left: {names}", "gegangen: {names}")
ALREADY_LEFT = Text("had left already: {names}", "schon gegangen: {names}")
EXCUSED = Text("excused: {names}", "entschuldigt: {names}")
GUESTS = Text("guest: {names}", "Gast: {names}")
NOTED = Text("note on {item}", "Notiz zu {item}")
DECIDED = Text("decision {ref} on {item}: {details}", "Beschluss {ref} zu {item}: {details}")
TASKED = Text("task {ref} on {item}: {details}", "Aufgabe {ref} zu {item}: {details}")
STARTS = Text("the session begins", "Beginn der Sitzung")
START_STAYS = Text(
    "the session began at {start} as planned; „start“ sets the time now",
    "die Sitzung begann wie geplant um {start} Uhr; „beginn“ setzt die jetzige Zeit",
)
BREAK = Text("break", "Pause")
IN_BREAK = Text("the break has begun already", "die Pause hat schon begonnen")
RESUMED = Text("the session goes on", "es geht weiter")
NO_BREAK = Text("there is no break", "es ist keine Pause")
OVER = Text("end of the session", "Ende der Sitzung")
NEW_ITEM_NOTES = Text("Notes", "Notizen")

# warnings beside it
GOES_BACK = Text("{at} lies before {before}, when it began", "{at} liegt vor {before}, dem Beginn")
OUTSIDER = Text("{name} is not in the register", "{name} steht nicht im Verzeichnis")
ODD = Text(
    "{ref}: {what}; explain it with: scm decision edit {ref} --remark TEXT",
    "{ref}: {what}; erläutern mit: scm decision edit {ref} --remark TEXT",
)
OWN_VOTE = Text(
    "{name} holds a vote of their own, which does not count while sitting in; „vote for“ carries another one",
    "{name} hat eine eigene Stimme, die bei einer Vertretung nicht zählt; „stimme für“ führt eine weitere",
)

# why a line was kept as a note
KEPT = Text("kept as a note on {item}: {why}", "als Notiz zu {item} behalten: {why}")
UNKNOWN_WORD = Text("it begins with none of the words", "sie beginnt mit keinem der Wörter")
NO_TIME = Text("the time is not known", "die Zeit ist nicht bekannt")
TYPE_THE_TIME = Text("type it: 10:20 …", "geben Sie sie an: 10:20 …")
NOTHING_BEHIND = Text("nothing stands behind „{word}“", "hinter „{word}“ steht nichts")
NO_NAME = Text("nobody is called „{name}“", "niemand heißt „{name}“")
NO_NAME_REMEDY = Text("from outside: guest NAME", "von außen: gast NAME")
WHICH_ITEM = Text("several items could be meant by „{item}“", "mit „{item}“ könnten mehrere TOP gemeint sein")
NO_ITEM = Text("there is no item „{item}“", "es gibt keinen TOP „{item}“")
NEW_ITEM_REMEDY = Text("a new one: top new {item}", "ein neuer: top neu {item}")
NO_VOTES = Text("no votes stand before the wording", "vor dem Wortlaut stehen keine Stimmen")
NO_VOTES_REMEDY = Text("such as d 3/1/1 …, d unan …, d cons …, d (…) …", "etwa b 3/1/1 …, b einst …, b kons …, b (…) …")
NO_WORDING = Text("the wording is missing", "der Wortlaut fehlt")
TOO_MANY_VOTES = Text("no vote has {n} votes", "keine Abstimmung hat {n} Stimmen")
NO_ASSIGNEE = Text("it does not say who", "es ist nicht gesagt, wer")
NO_ASSIGNEE_REMEDY = Text("such as t NAME 8.10. TEXT", "etwa a NAME 8.10. TEXT")
NO_TASK_TEXT = Text("it does not say what", "es ist nicht gesagt, was")
LEAVES_BEFORE = Text("{name} came only at {came}, after {at}", "{name} kam erst um {came} Uhr, nach {at} Uhr")
NOT_REGISTERED = Text(
    "only somebody of the register can be represented, not „{name}“",
    "vertreten lässt sich nur jemand aus dem Verzeichnis, nicht „{name}“",
)

# a line that changes nothing
NO_NEXT = Text(
    "no item is left; „top new TITLE“ adds one, „end“ ends the session",
    "kein TOP mehr offen; „top neu TITEL“ fügt einen an, „ende“ beendet die Sitzung",
)
TIME_SET = Text(
    "from now on it is {time}; „time“ goes back to the clock", "ab jetzt gilt {time}; mit „zeit“ gilt wieder die Uhr"
)
TIME_CLOCK = Text("the clock counts again: {time}", "es gilt wieder die Uhr: {time}")
TIME_NONE = Text("no time counts any more", "es gilt keine Zeit mehr")
NOTHING_TO_UNDO = Text("nothing is left to take back", "es gibt nichts mehr zurückzunehmen")
UNDONE = Text("taken back: {line}", "zurückgenommen: {line}")
UNDO_CONFLICT = Text(
    "„{line}“ was not taken back: {fields} changed since, from elsewhere",
    "„{line}“ wurde nicht zurückgenommen: {fields} inzwischen anderswo geändert",
)

# who
THERE = Text("there: {names}", "anwesend: {names}")
NOBODY = Text("nobody", "niemand")
VOTES = Text("votes: {n} of {of}", "Stimmen: {n} von {of}")
CARRIED = Plural(Text("{n} carried", "{n} übertragen"), Text("{n} carried", "{n} übertragen"))
QUORUM: Final = {
    True: Text("quorum holds", "beschlussfähig"),
    False: Text("quorum lacks", "nicht beschlussfähig"),
}

# the run
STARTED = Text("{what} of {day}, in {path}", "{what} vom {day}, in {path}")
HINT = Text("? shows the words, Ctrl-D leaves", "? zeigt die Wörter, Strg-D beendet")
NOT_TODAY = Text(
    "the session is not today: times count only where they are typed",
    "die Sitzung ist nicht heute: Zeiten gelten nur, wo Sie sie angeben",
)
BREAK_PROMPT = Text("break", "Pause")
LINE_DROPPED = Text(
    "line dropped; Ctrl-D or once more Ctrl-C leaves", "Zeile verworfen; Strg-D oder noch einmal Strg-C beendet"
)
NONE_TODAY = Text("no session takes place today ({day})", "heute ({day}) ist keine Sitzung")
NONE_TODAY_REMEDY = Text(
    "Name one, or add it: scm session add {date}", "Nennen Sie eine oder legen Sie sie an: scm session add {date}"
)
SEVERAL_TODAY = Text("several sessions take place today", "heute sind mehrere Sitzungen")

# what could not be saved
ASIDE = Text("not saved, but kept in {path}: {why}", "nicht gesichert, aber aufgehoben in {path}: {why}")
NOWHERE = Text(
    "neither saved nor kept aside ({why}), and still held here: {line}",
    "weder gesichert noch aufgehoben ({why}), hier noch vorgemerkt: {line}",
)
ASIDE_SAVED = Plural(
    Text("{n} line that was kept aside is saved now", "{n} aufgehobene Zeile ist jetzt gesichert"),
    Text("{n} lines that were kept aside are saved now", "{n} aufgehobene Zeilen sind jetzt gesichert"),
)
STILL_ASIDE = Plural(
    Text("{n} line is not saved; it is kept in {path}", "{n} Zeile ist nicht gesichert; sie liegt in {path}"),
    Text("{n} lines are not saved; they are kept in {path}", "{n} Zeilen sind nicht gesichert; sie liegen in {path}"),
)
STILL_ASIDE_REMEDY = Text("Type them in later with: {command}", "Später nachtragen mit: {command}")
LEFT_OVER = Text(
    "lines of an earlier run wait in {path}; take them in with: {command}",
    "Zeilen eines früheren Laufs warten in {path}; nachtragen mit: {command}",
)
