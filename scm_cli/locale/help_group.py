"""Help of `scm group`."""

from scm_cli.locale import Text

ARGUMENT = Text(
    "Key or part of the name; else the default group.",
    "Schlüssel oder Teil des Namens; sonst das übliche Gremium.",
)
LIST = Text("List groups.", "Gremien auflisten.")
SHOW = Text("Show everything about a group.", "Alles zu einem Gremium zeigen.")
ADD = Text("Add a group and print its key.", "Ein Gremium anlegen und seinen Schlüssel ausgeben.")
EDIT = Text(
    "Change a group; without options its file opens in the editor.",
    "Ein Gremium ändern; ohne Optionen öffnet sich seine Datei im Editor.",
)
NAME = Text("The name.", "Der Name.")
KEY = Text("The key; else made from the name.", "Der Schlüssel; sonst aus dem Namen.")
ORGANISATION = Text("To whom it belongs.", "Zu wem es gehört.")
SHORT = Text("A short label.", "Eine kurze Bezeichnung.")
LANGUAGE = Text("The language of its documents.", "Die Sprache seiner Dokumente.")
TIMEZONE = Text("Its time zone, such as Europe/Berlin.", "Seine Zeitzone, etwa Europe/Berlin.")
REGION = Text("Its region for public holidays, such as DE-BB.", "Seine Region für Feiertage, etwa DE-BB.")
PLACE = Text("Where it usually meets.", "Wo es meist tagt.")
START = Text("When it usually begins.", "Wann es meist beginnt.")
DURATION = Text("How long it usually meets.", "Wie lange es meist tagt.")
NOTICE_DAYS = Text("How many days before invitations go out.", "Wie viele Tage vorher eingeladen wird.")
VOTE_BY = Text("Who has a vote.", "Wer eine Stimme hat.")
QUORUM = Text("How many must be there to decide.", "Wie viele für einen Beschluss da sein müssen.")
APPROVAL = Text("How protocols are approved.", "Wie Protokolle genehmigt werden.")
GENITIVE = Text(
    "Its name as it follows „Protokoll der 1. Sitzung“.",
    "Sein Name, wie er auf „Protokoll der 1. Sitzung“ folgt.",
)
RECIPIENT = Text(
    "An address its mails go to; several are possible.",
    "Eine Adresse, an die seine Post geht; mehrere sind möglich.",
)
CLEAR = Text("Take a field away.", "Ein Feld wegnehmen.")
