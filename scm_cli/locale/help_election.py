"""Help of `scm election`."""

from scm_cli.locale import Text

REF = Text("The election, such as W7-1.", "Die Wahl, etwa W7-1.")
OFFICE = Text("The office.", "Das Amt.")
ADD = Text(
    "Record an election and print its reference. Who has more than half of the votes for several candidates is "
    "elected; else name the person with --elected.",
    "Eine Wahl festhalten und ihre Angabe ausgeben. Bei mehreren Kandidierenden ist gewählt, wer mehr als die Hälfte "
    "der Stimmen hat; sonst nennen Sie die Person mit --elected.",
)
LIST = Text("List the elections of one or all sessions.", "Die Wahlen einer oder aller Sitzungen auflisten.")
SHOW = Text("Show an election wholly.", "Eine Wahl ganz zeigen.")
EDIT = Text(
    "Change an election; without options the session's file opens in the editor.",
    "Eine Wahl ändern; ohne Optionen öffnet sich die Datei der Sitzung im Editor.",
)
REMOVE = Text(
    "Remove an election that was recorded by mistake; its number is not given again.",
    "Eine irrtümlich festgehaltene Wahl entfernen; ihre Nummer wird nicht wieder vergeben.",
)
CANDIDATE = Text(
    "Who stood, with the votes: NAME, „NAME 5“ or NAME=5; several are possible.",
    "Wer kandidierte, mit den Stimmen: NAME, „NAME 5“ oder NAME=5; mehrere sind möglich.",
)
INVALID = Text("Invalid ballots.", "Ungültige Stimmzettel.")
EXCLUDED = Text("Who took no part; several are possible.", "Wer nicht mitwirkte; mehrere sind möglich.")
ELECTED = Text("Who was elected.", "Wer gewählt wurde.")
ACCEPTED = Text("Whether the person accepts.", "Ob die Person die Wahl annimmt.")
REMARK = Text("Why an odd vote stands, such as a drawn lot.", "Warum eine auffällige Wahl gilt, etwa durch Los.")
EDIT_OFFICE = Text("Another name of the office.", "Eine andere Bezeichnung des Amts.")
