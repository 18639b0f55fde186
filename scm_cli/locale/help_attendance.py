"""Help of `scm attendance`."""

from scm_cli.locale import Text

LIST = Text(
    "List who was named at one or all sessions. Whose vote counts follows from the memberships on the session's day; "
    "a deputy fills the vote of the person they sit in for, and two people with one vote are one.",
    "Auflisten, wer bei einer oder allen Sitzungen genannt ist. Wessen Stimme zählt, folgt aus den Mitgliedschaften "
    "am Tag der Sitzung; eine Vertretung füllt die Stimme der vertretenen Person, zwei mit einer Stimme sind eine.",
)
BY_ITEM = Text(
    "One row for the beginning and each item: how many votes were there, whether the quorum rule held, who is missing.",
    "Eine Zeile für den Beginn und jeden TOP: wie viele Stimmen da waren, ob die Regel zur Beschlussfähigkeit erfüllt "
    "war, wer fehlte.",
)
BY_ORGANISATION = Text(
    "One row for each organisation: how many came of those named, how many of its votes were there.",
    "Eine Zeile je Organisation: wie viele der Genannten kamen und wie viele ihrer Stimmen da waren.",
)
LIST_SESSION = Text("Only this session.", "Nur diese Sitzung.")
SET = Text(
    "Note for people or organisations what they did at a session.",
    "Zu Personen oder Organisationen vermerken, was sie bei einer Sitzung taten.",
)
SESSION = Text("The session.", "Die Sitzung.")
NAMES = Text("People of the register.", "Personen des Verzeichnisses.")
STATE = Text("Whether they came.", "Ob sie kamen.")
CAPACITY = Text("As what they came.", "Als was sie kamen.")
VIA = Text("How they took part.", "Wie sie teilnahmen.")
FROM = Text(
    "When they came; also several times: --until 10:30 --from 11:00 means away between. Replaces what was noted.",
    "Wann sie kamen; auch mehrmals: --until 10:30 --from 11:00 heißt dazwischen fort. Ersetzt das Vermerkte.",
)
UNTIL = Text("When they left; several are possible.", "Wann sie gingen; mehrere Angaben sind möglich.")
REPRESENTS = Text("Whom they sat in for.", "Wen sie vertraten.")
VOTES_FOR = Text("Whose vote they carried.", "Wessen Stimme sie führten.")
ITEM = Text("Only for this item; several are possible.", "Nur zu diesem TOP; mehrere sind möglich.")
ORGANISATION = Text(
    "For whom they came; without names the organisation itself.",
    "Für wen sie kamen; ohne Namen die Organisation selbst.",
)
UNREGISTERED = Text("Take names as they are, without the register.", "Namen nehmen, wie sie sind, ohne Verzeichnis.")
REMOVE = Text("Take them off the list.", "Aus der Liste streichen.")
CLEAR = Text("Take a field away.", "Ein Feld wegnehmen.")
