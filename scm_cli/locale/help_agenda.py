"""Help of `scm agenda`."""

from scm_cli.locale import Text

ITEM = Text("Session and TOP or id, such as 7:3.2.", "Sitzung und TOP oder Kennung, etwa 7:3.2.")
LIST = Text("List the items of one or all sessions.", "Die TOP einer oder aller Sitzungen auflisten.")
LIST_SESSION = Text("Only this session.", "Nur diese Sitzung.")
SESSION = Text("The session.", "Die Sitzung.")
ADD = Text("Add an item and print its reference.", "Einen TOP hinzufügen und seine Angabe ausgeben.")
EDIT = Text(
    "Change an item; without options the session's file opens in the editor.",
    "Einen TOP ändern; ohne Optionen öffnet sich die Datei der Sitzung im Editor.",
)
MOVE = Text("Put an item at another place of its session.", "Einen TOP in seiner Sitzung umstellen.")
POSTPONE = Text(
    "Mark an item to be carried over to a later session; it stays where it is.",
    "Einen TOP zum Übertragen auf eine spätere Sitzung vormerken; er bleibt stehen.",
)
DROP = Text("Take an item off the agenda; it keeps its number.", "Einen TOP absetzen; er behält seine Nummer.")
REMOVE = Text("Remove an item on which nothing hangs.", "Einen TOP entfernen, an dem nichts hängt.")
TITLE = Text("The title.", "Der Titel.")
ID = Text("The id; else made from the title.", "Die Kennung; sonst aus dem Titel.")
KIND = Text("What is to happen with it.", "Was mit ihm geschehen soll.")
PRESENTER = Text("Who presents it; several are possible.", "Wer vorträgt; mehrere sind möglich.")
MINUTES = Text("How long it is planned to take: 20, 1:30, 1,5 h.", "Wie lange er dauern soll: 20, 1:30, 1,5 h.")
BEGAN = Text("When it began.", "Wann er begann.")
ENDED = Text("When it ended.", "Wann er endete.")
STATE = Text("What became of it.", "Was aus ihm wurde.")
INTERNAL = Text("Whether it is internal.", "Ob er nichtöffentlich ist.")
PUBLIC_TITLE = Text("The title in public documents.", "Der Titel in öffentlichen Dokumenten.")
NOTES = Text("What is to be noted, in Markdown.", "Was zu vermerken ist, in Markdown.")
FIRST = Text("To the front.", "An den Anfang.")
LAST = Text("To the end.", "Ans Ende.")
BEFORE = Text("Before this item.", "Vor diesen TOP.")
AFTER = Text("After this item.", "Hinter diesen TOP.")
UNDER = Text("As a sub-item of this item.", "Als Unterpunkt dieses TOP.")
CLEAR = Text("Take a field away.", "Ein Feld wegnehmen.")
YES = Text("Do not ask.", "Nicht nachfragen.")
