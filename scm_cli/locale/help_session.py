"""Help of `scm session`."""

from scm_cli.locale import Text

ARGUMENT = Text(
    "Number, date, „last“, „next“ or full reference.",
    "Nummer, Datum, „last“, „next“ oder vollständige Angabe.",
)
ADD = Text("Plan a session and print its reference.", "Eine Sitzung planen und ihre Angabe ausgeben.")
EDIT = Text(
    "Change a session's head; without options its file opens in the editor.",
    "Den Kopf einer Sitzung ändern; ohne Optionen öffnet sich ihre Datei im Editor.",
)
CANCEL = Text("Cancel a session that has not taken place.", "Eine Sitzung absagen, die nicht stattgefunden hat.")
REMOVE = Text(
    "Move a session that has not taken place to the trash, with its attachments.",
    "Eine Sitzung, die nicht stattgefunden hat, mit ihren Anlagen in den Papierkorb legen.",
)
DATE = Text("The day, such as 25.11.2022 or „next tuesday“.", "Der Tag, etwa 25.11.2022 oder „nächsten Dienstag“.")
GROUP = Text("The group; else the default one.", "Das Gremium; sonst das übliche.")
NUMBER = Text("Its number; else one above the highest.", "Ihre Nummer; sonst eins über der höchsten.")
TITLE = Text("A title instead of „1. Sitzung …“.", "Ein Titel statt „1. Sitzung …“.")
KIND = Text("The kind of session.", "Die Art der Sitzung.")
MODE = Text("How people meet.", "Wie man zusammenkommt.")
START = Text("When it begins.", "Wann sie beginnt.")
END = Text("When it ended.", "Wann sie endete.")
PLANNED_END = Text("When it is planned to end.", "Wann sie enden soll.")
PLACE = Text("The place.", "Der Ort.")
ROOM = Text("The room.", "Der Raum.")
HOST = Text("Who hosts it.", "Wer sie ausrichtet.")
LINK = Text("The link to take part online.", "Der Verweis zur Teilnahme online.")
REFERENCE = Text("The file number.", "Das Aktenzeichen.")
DISPLAY_NUMBER = Text("The number as documents show it.", "Die Nummer, wie Dokumente sie zeigen.")
CHAIR = Text("Who chairs it.", "Wer sie leitet.")
MINUTE_TAKER = Text("Who takes the minutes.", "Wer das Protokoll führt.")
STATUS = Text("How far it is.", "Wie weit sie ist.")
CLEAR = Text("Take a field away.", "Ein Feld wegnehmen.")
YES = Text("Do not ask.", "Nicht nachfragen.")
