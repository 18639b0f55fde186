"""Help of `scm decision`."""

from scm_cli.locale import Text

ITEM = Text("Session and TOP or id, such as 7:3.2.", "Sitzung und TOP oder Kennung, etwa 7:3.2.")
REF = Text("The decision, such as B7-1.", "Der Beschluss, etwa B7-1.")
TEXT = Text(
    "The exact wording; - reads it from standard input.",
    "Der genaue Wortlaut; - liest ihn von der Standardeingabe.",
)
ADD = Text(
    "Record a decision and print its reference. With nothing but the wording it was agreed by consensus; a vote is "
    "recorded only as stated, and its result is computed: 3/1/1 is carried. --open waits for the vote.",
    "Einen Beschluss festhalten und seine Angabe ausgeben. Der bloße Wortlaut heißt: einvernehmlich angenommen; eine "
    "Abstimmung steht nur da, wie sie genannt wird, und ihr Ergebnis wird errechnet: 3/1/1 ist angenommen. --open "
    "wartet auf die Abstimmung.",
)
LIST = Text(
    "List the decisions of one or all sessions: which are in force, which were replaced.",
    "Die Beschlüsse einer oder aller Sitzungen auflisten: was in Kraft ist und was ersetzt wurde.",
)
LIST_SESSION = Text("Only this session.", "Nur diese Sitzung.")
LIST_RESULT = Text("Decisions with this result.", "Beschlüsse mit diesem Ergebnis.")
SHOW = Text(
    "Show a decision wholly, with what it replaces and what replaced it.",
    "Einen Beschluss ganz zeigen, mit dem, was er ersetzt und was ihn ersetzt hat.",
)
EDIT = Text(
    "Change a decision; the result follows new votes. Without options the session's file opens in the editor.",
    "Einen Beschluss ändern; das Ergebnis folgt neuen Stimmen. Ohne Optionen öffnet sich die Datei der Sitzung im "
    "Editor.",
)
REMOVE = Text(
    "Remove a decision that was recorded by mistake; its number is not given again.",
    "Einen irrtümlich festgehaltenen Beschluss entfernen; seine Nummer wird nicht wieder vergeben.",
)
TITLE = Text("A short title for overviews.", "Ein kurzer Titel für Übersichten.")
MOTION = Text("The motion, if worded otherwise.", "Der Antrag, wenn er anders lautete.")
MOVED_BY = Text("Who moved it.", "Wer ihn beantragt hat.")
METHOD = Text("How it was voted.", "Wie abgestimmt wurde.")
CONSENSUS = Text("By consensus, without a vote.", "Einvernehmlich, ohne Abstimmung.")
UNANIMOUS = Text("Unanimously, without counts.", "Einstimmig, ohne Zahlen.")
OPEN = Text("Not voted on yet.", "Noch nicht abgestimmt.")
VOTES = Text(
    "The votes: yes/no/abstentions/invalid, or in words.",
    "Die Stimmen: Ja/Nein/Enthaltungen/ungültig, oder in Worten.",
)
YES = Text("Votes in favour.", "Ja-Stimmen.")
NO = Text("Votes against.", "Nein-Stimmen.")
ABSTAIN = Text("Abstentions.", "Enthaltungen.")
INVALID = Text("Invalid votes.", "Ungültige Stimmen.")
YES_BY = Text(
    "Who voted yes; several are possible, divided by commas too.", "Wer mit Ja stimmte; auch mehrere, mit Komma."
)
NO_BY = Text("Who voted no.", "Wer mit Nein stimmte.")
ABSTAIN_BY = Text("Who abstained.", "Wer sich enthielt.")
MAJORITY = Text("The majority needed; else simple.", "Die nötige Mehrheit; sonst die einfache.")
EXCLUDED = Text("Who took no part; several are possible.", "Wer nicht mitwirkte; mehrere sind möglich.")
RESULT = Text("The result; else computed from the votes.", "Das Ergebnis; sonst aus den Stimmen errechnet.")
REPLACES = Text(
    "The earlier decision that it replaces, such as B5-1.", "Der frühere Beschluss, den er ersetzt, etwa B5-1."
)
REMARK = Text("Why an odd vote stands; not printed.", "Warum eine auffällige Abstimmung gilt; ungedruckt.")
EDIT_TEXT = Text("Another wording; - reads standard input.", "Ein anderer Wortlaut; - liest die Standardeingabe.")
EDIT_ITEM = Text("Move it to this item of its session.", "Zu diesem TOP der Sitzung verschieben.")
CLEAR = Text("Take a field away; votes takes all counts.", "Ein Feld wegnehmen; votes nimmt alle Zahlen.")
YES_REMOVE = Text("Do not ask.", "Nicht nachfragen.")
