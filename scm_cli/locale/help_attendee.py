"""Help of `scm attendee`."""

from scm_cli.locale import Text

ARGUMENT = Text(
    "Key, e-mail, alias or an unambiguous part of the name.",
    "Schlüssel, E-Mail, weiterer Name oder ein eindeutiger Teil des Namens.",
)
LIST = Text("List people by name.", "Personen nach Namen auflisten.")
SHOW = Text("Show everything about a person.", "Alles zu einer Person zeigen.")
ADD = Text("Take a person into the register and print the key.", "Eine Person aufnehmen und den Schlüssel ausgeben.")
EDIT = Text(
    "Change what is known of a person; without options the file opens in the editor.",
    "Angaben zu einer Person ändern; ohne Optionen öffnet sich die Datei im Editor.",
)
RENAME = Text(
    "Give a person another name; key and old name stay findable.",
    "Einer Person einen anderen Namen geben; Schlüssel und alter Name bleiben auffindbar.",
)
MERGE = Text(
    "Join two entries of one person: the first points to the second from then on.",
    "Zwei Einträge einer Person zusammenführen: der erste verweist fortan auf den zweiten.",
)
REMOVE = Text(
    "Move a person whom nothing names to the trash.",
    "Eine Person, die nirgends genannt ist, in den Papierkorb legen.",
)
NAME = Text("The name as it is printed, without title.", "Der Name, wie er gedruckt wird, ohne Titel.")
NEW_NAME = Text("The new name.", "Der neue Name.")
KEY = Text("The key; else made from the name.", "Der Schlüssel; sonst aus dem Namen.")
FAMILY_NAME = Text("The family name.", "Der Nachname.")
GIVEN_NAME = Text("The given name.", "Der Vorname.")
TITLE = Text("The title, printed before the name.", "Der Titel, gedruckt vor dem Namen.")
SALUTATION = Text("How letters begin.", "Wie Briefe beginnen.")
ORGANISATION = Text("The organisation.", "Die Organisation.")
ROLE = Text("What the person does there.", "Was die Person dort tut.")
EMAIL = Text("The e-mail address.", "Die E-Mail-Adresse.")
PHONE = Text("The telephone number.", "Die Telefonnummer.")
ALIAS = Text("Another name; several are possible.", "Ein weiterer Name; mehrere sind möglich.")
SEAT_GROUP = Text("The group the seat is in.", "Das Gremium, in dem die Person sitzt.")
SEAT = Text("As what the person sits in the group.", "Als was die Person im Gremium sitzt.")
SEAT_FOR = Text("For which organisation.", "Für welche Organisation.")
VOTE = Text("Whether the person may vote there.", "Ob die Person dort stimmberechtigt ist.")
DEPUTY_OF = Text("Whom the person sits in for.", "Wen die Person vertritt.")
SINCE = Text("Since when.", "Seit wann.")
UNTIL = Text("Until when.", "Bis wann.")
DUPLICATE = Text("The entry that is one too many.", "Der Eintrag, der zu viel ist.")
INTO = Text("The entry that stays.", "Der Eintrag, der bleibt.")
CLEAR = Text("Take a field away.", "Ein Feld wegnehmen.")
YES = Text("Do not ask.", "Nicht nachfragen.")
