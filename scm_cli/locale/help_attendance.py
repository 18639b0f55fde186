"""Help of `scm attendance`."""

from scm_cli.locale import Text

ATTENDANCE = Text("Who came to a session, and how.", "Wer zu einer Sitzung kam und wie.")
LIST = Text("List who was named at one or all sessions.", "Auflisten, wer bei einer oder allen Sitzungen genannt ist.")
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
FROM = Text("Since when they were there.", "Ab wann sie da waren.")
UNTIL = Text("Until when they were there.", "Bis wann sie da waren.")
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
