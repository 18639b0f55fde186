"""Help of the steps of a session's record: invite, finalize, reopen, circulate, approve, amend."""

from scm_cli.locale import Text

INVITE = Text(
    "Note that the invitation went out, and fix the item numbers: late items get 3a or the end's next number.",
    "Die Einladung vermerken und die TOP festlegen: spätere TOP werden 3a oder die nächste Nummer am Ende.",
)
INVITE_ON = Text("The day it went out; else today.", "Der Tag, an dem sie hinausging; sonst heute.")
FINALIZE = Text(
    "Check the protocol and seal it, so that it no longer changes; open items of which anything is recorded, and "
    "standing ones, are done. "
    "The seal detects accidents and tampering by the unaware; it is no signature.",
    "Das Protokoll prüfen und ausfertigen, sodass es sich nicht mehr ändert; offene TOP, zu denen etwas festgehalten "
    "ist, und ständige gelten als behandelt. "
    "Das Siegel deckt Versehen und unbedachte Eingriffe auf; es ist keine Unterschrift.",
)
FINALIZE_ON = Text("The day it is finalized; else today.", "Der Tag der Ausfertigung; sonst heute.")
UNREACHED_AS = Text("What becomes of open items that hold nothing.", "Was aus offenen TOP wird, die nichts enthalten.")
REOPEN = Text(
    "Make a final protocol a draft again, before it is approved; a trace of it stays.",
    "Ein ausgefertigtes Protokoll vor der Genehmigung wieder zum Entwurf machen; eine Spur davon bleibt.",
)
REASON = Text("Why.", "Warum.")
CIRCULATE = Text(
    "Note that the final protocol was sent round, and until when objections are possible.",
    "Vermerken, dass das Protokoll versandt ist und bis wann Einwendungen möglich sind.",
)
UNTIL = Text("The last day for objections.", "Der letzte Tag für Einwendungen.")
CIRCULATED_ON = Text("The day it was sent; else today.", "Der Tag des Versands; sonst heute.")
APPROVE = Text(
    "Approve a final protocol in a session or because the deadline has passed, or record objections to it.",
    "Ein Protokoll in einer Sitzung oder durch Fristablauf genehmigen oder Einwendungen dagegen festhalten.",
)
IN_SESSION = Text("The session that approved it.", "Die Sitzung, die es genehmigt hat.")
OBJECTIONS = Text(
    "Record an objection; several are possible. Without --in the protocol is not approved by it.",
    "Eine Einwendung festhalten; mehrere sind möglich. Ohne --in ist das Protokoll damit nicht genehmigt.",
)
BY = Text("Who objects.", "Wer einwendet.")
ON = Text(
    "The day of the objection or approval; else today, the day of the session, or the last one of the deadline.",
    "Der Tag der Einwendung oder Genehmigung; sonst heute, der Tag der Sitzung oder der letzte der Frist.",
)
BY_DEADLINE = Text(
    "Nobody objected in time; not possible with open objections.",
    "Niemand hat fristgerecht widersprochen; nicht möglich bei offenen Einwendungen.",
)
SETTLED = Text("What was objected is settled.", "Was eingewandt wurde, ist erledigt.")
AMEND = Text(
    "Add a numbered addendum to an approved protocol.",
    "Ein genehmigtes Protokoll um einen nummerierten Nachtrag ergänzen.",
)
TEXT = Text("Its wording.", "Sein Wortlaut.")
ITEM = Text("The item it is about, by TOP or id.", "Der TOP, den er betrifft, mit Nummer oder Kennung.")
AMENDED_ON = Text("Its day; else today.", "Sein Tag; sonst heute.")
PATH_PROTOCOL = Text("The sealed protocol of the session.", "Das ausgefertigte Protokoll der Sitzung.")
