"""Help of `scm attachment`."""

from scm_cli.locale import Text

LIST = Text("List the attachments of one or all sessions.", "Die Anlagen einer oder aller Sitzungen auflisten.")
LIST_SESSION = Text("Only this session.", "Nur diese Sitzung.")
ADD = Text(
    "Add files, which are copied into the archive, or links; prints session and number of each.",
    "Dateien, die in die Ablage kopiert werden, oder Verweise hinzufügen; gibt zu jeder Anlage Sitzung und Nummer aus.",
)
REMOVE = Text(
    "Take attachments out by their numbers, which are not used again; files go to the trash.",
    "Anlagen mit ihren Nummern herausnehmen, die nicht wieder vergeben werden; Dateien kommen in den Papierkorb.",
)
PLACE = Text(
    "The session, or session and TOP or id, such as 7:3.", "Die Sitzung, oder Sitzung und TOP oder Kennung, etwa 7:3."
)
SOURCE = Text("Files, or links with http:// or https://.", "Dateien oder Verweise mit http:// oder https://.")
TITLE = Text("The title; else the name of the file.", "Der Titel; sonst der Name der Datei.")
INTERNAL = Text("It is internal.", "Sie ist nichtöffentlich.")
SESSION = Text("The session.", "Die Sitzung.")
NUMBERS = Text("The numbers of the attachments.", "Die Nummern der Anlagen.")
YES = Text("Do not ask.", "Nicht nachfragen.")
MISSING = Text("Only files that are not there.", "Nur Dateien, die fehlen.")
