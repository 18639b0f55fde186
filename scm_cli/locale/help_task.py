"""Help of `scm task`."""

from scm_cli.locale import Text

ARGUMENT = Text("The task, such as A7-1.", "Die Aufgabe, etwa A7-1.")
ARGUMENTS = Text("The tasks, such as A7-1 A7-2; all or none change.", "Die Aufgaben, etwa A7-1 A7-2; alle oder keine.")
LIST = Text(
    "List tasks as they stand now, soonest due first.",
    "Aufgaben auflisten, wie sie jetzt stehen, nächste Fälligkeit zuerst.",
)
SHOW = Text("Show a task with its history.", "Eine Aufgabe mit ihrem Verlauf zeigen.")
ADD = Text(
    "Add a task to an agenda item and print its reference.",
    "Eine Aufgabe zu einem TOP hinzufügen und ihre Angabe ausgeben.",
)
EDIT = Text(
    "Change a task; without options the session's file opens in the editor. Once the protocol is final, changes of "
    "state, due date and assignees are kept in the task's history, and the protocol stays as it is.",
    "Eine Aufgabe ändern; ohne Optionen öffnet sich die Datei der Sitzung im Editor. Ist das Protokoll ausgefertigt, "
    "kommen Änderungen an Stand, Fälligkeit und Zuständigen in den Verlauf der Aufgabe, und das Protokoll bleibt, "
    "wie es ist.",
)
SORT = Text(
    "Sort by these fields instead of soonest due first.", "Nach diesen Feldern sortieren statt nach Fälligkeit."
)
DONE = Text("Note that tasks are done.", "Aufgaben als erledigt vermerken.")
DROP = Text("Note that tasks are no longer needed.", "Aufgaben als entfallen vermerken.")
REOPEN = Text(
    "Note that tasks that were done or dropped are open again.",
    "Erledigte oder entfallene Aufgaben als wieder offen vermerken.",
)
ITEM = Text("Session and TOP or id, such as 7:3.2.", "Sitzung und TOP oder Kennung, etwa 7:3.2.")
TEXT = Text("What is to be done.", "Was zu tun ist.")
TO = Text(
    "Whose it is: a person of the register, else the name as it stands; several are possible.",
    "Wer zuständig ist: eine Person aus dem Verzeichnis, sonst der Name, wie er ist; mehrere sind möglich.",
)
TO_EDIT = Text(
    "Whose it is from now on, instead of all so far; several are possible.",
    "Wer von nun an zuständig ist, anstelle aller bisherigen; mehrere sind möglich.",
)
TO_ORGANISATION = Text(
    "An organisation whose it is; several are possible.", "Eine zuständige Organisation; mehrere sind möglich."
)
DUE = Text("By when: 8.10. means the next one.", "Bis wann: 8.10. meint den nächsten.")
NOT_BEFORE = Text(
    "Put aside until this day: until then lists of open tasks leave it out.",
    "Zurückstellen bis zu diesem Tag: bis dahin fehlt sie in Listen offener Aufgaben.",
)
STATE = Text("Where it stands.", "Wo sie steht.")
NOTE = Text("A note for the history.", "Ein Vermerk für den Verlauf.")
ON = Text("The day it happened; else today.", "Der Tag, an dem es geschah; sonst heute.")
CLEAR = Text("Take a field away.", "Ein Feld wegnehmen.")
LIST_SESSION = Text("Only tasks of this session.", "Nur Aufgaben dieser Sitzung.")
OPEN = Text(
    "Only what is still to be done: open, in progress, waiting.", "Nur was noch zu tun ist: offen, in Arbeit, wartet."
)
OVERDUE = Text("Only what should have been done by now.", "Nur was schon erledigt sein sollte.")
DUE_BEFORE = Text(
    "Only what is to be done before this day; with --state also what is not to be done any more.",
    "Nur was vor diesem Tag zu tun ist; mit --state auch, was nicht mehr zu tun ist.",
)
DUE_WITHIN = Text(
    "Only what is to be done within this time: 2w, 10 days, 1 month.",
    "Nur was in dieser Zeit zu tun ist: 2w, 10 Tage, 1 Monat.",
)
FILTER_TO = Text(
    "Tasks of which an assignee's name or organisation contains this.",
    "Aufgaben, bei denen Name oder Organisation einer zuständigen Person das enthält.",
)
HIDDEN = Text("Also tasks put aside until a later day.", "Auch bis zu einem späteren Tag zurückgestellte Aufgaben.")
FILTER_TEXT = Text(
    "Tasks with this in their wording, their notes or the title of their item.",
    "Aufgaben, in deren Wortlaut, Vermerken oder TOP-Titel das steht.",
)
FILTER_STATE = Text("Tasks that are in this state now.", "Aufgaben, die jetzt diesen Stand haben.")
