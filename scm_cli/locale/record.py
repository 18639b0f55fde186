"""The record of a session: what its steps say, what stands in their way, what a seal finds."""

from typing import Final

from scm_cli.locale import Plural, Text

# steps that cannot be taken now
CANCELLED = Text("session {ref} was cancelled", "Sitzung {ref} ist abgesagt")
CANCELLED_REMEDY = Text(
    "„scm session edit {ref} --status planned“ takes the cancellation back.",
    "„scm session edit {ref} --status planned“ nimmt die Absage zurück.",
)
INVITE_TOO_LATE = Text("session {ref} has taken place", "Sitzung {ref} hat schon stattgefunden")
INVITE_TOO_LATE_REMEDY = Text(
    "Its protocol is finished with „scm session finalize {ref}“.",
    "Ihr Protokoll schließt „scm session finalize {ref}“ ab.",
)
NOT_FINAL = Text(
    "the protocol of session {ref} is not final",
    "das Protokoll der Sitzung {ref} ist nicht ausgefertigt",
)
FINALIZE_FIRST = Text(
    "Finalize it first: scm session finalize {ref}",
    "Zuerst ausfertigen: scm session finalize {ref}",
)
STILL_OPEN = Text("It can be changed as it is.", "Es lässt sich so ändern, wie es ist.")
IS_FINAL = Text("the protocol of session {ref} is final", "das Protokoll der Sitzung {ref} ist ausgefertigt")
REOPEN_REMEDY = Text(
    "Until it is approved, this opens it again: scm session reopen {ref} --reason TEXT",
    "Bis zur Genehmigung öffnet es wieder: scm session reopen {ref} --reason TEXT",
)
NOT_APPROVED = Text(
    "the protocol of session {ref} is not approved yet", "das Protokoll der Sitzung {ref} ist noch nicht genehmigt"
)
IS_APPROVED = Text("the protocol of session {ref} is approved", "das Protokoll der Sitzung {ref} ist genehmigt")
AMEND_REMEDY = Text(
    "What is to be added becomes an addendum: scm session amend {ref} TEXT",
    "Was zu ergänzen ist, wird ein Nachtrag: scm session amend {ref} TEXT",
)

# days and options that cannot be
NOT_A_SESSION_TO_COME = Text(
    "the invitation cannot go out on {day}, after the session of {date}",
    "die Einladung kann nicht am {day} hinausgehen, nach der Sitzung vom {date}",
)
INVITED_BEFORE = Text("Name the day it went out with --on.", "Nennen Sie mit --on den Tag, an dem sie hinausging.")
IN_THE_FUTURE = Text("{option}: {day} is still to come", "{option}: der {day} steht noch bevor")
BEFORE_SESSION = Text("{option}: the session was only on {date}", "{option}: die Sitzung war erst am {date}")
NO_DEADLINE_BEFORE = Text(
    "--until: {until} is not after {on}, the day it is circulated",
    "--until: der {until} liegt nicht nach dem {on}, an dem es versandt wird",
)
HOW_APPROVED = Text(
    "nothing says how the protocol is approved", "es ist nicht gesagt, wie das Protokoll genehmigt wird"
)
HOW_APPROVED_REMEDY = Text(
    "Give --in SESSION or --by-deadline; --objections TEXT records an objection.",
    "Geben Sie --in SITZUNG oder --by-deadline an; --objections TEXT hält eine Einwendung fest.",
)
APPROVES_ITSELF = Text(
    "a session cannot approve its own protocol", "eine Sitzung kann ihr eigenes Protokoll nicht genehmigen"
)
OTHER_EARLIER = Text("session {ref} was not after it", "Sitzung {ref} war nicht später")
OTHER_TO_COME = Text("session {ref} only takes place on {day}", "Sitzung {ref} findet erst am {day} statt")
NO_DEADLINE = Text("no deadline was set for session {ref}", "für Sitzung {ref} wurde keine Frist gesetzt")
NO_DEADLINE_REMEDY = Text(
    "Set it with „scm session circulate {ref} --until DATE“, or approve with --in SESSION.",
    "Setzen Sie sie mit „scm session circulate {ref} --until DATUM“ oder genehmigen Sie mit --in SITZUNG.",
)
DEADLINE_RUNS = Text("the deadline runs until {until}", "die Frist läuft bis zum {until}")
DEADLINE_RUNS_REMEDY = Text("Approve from {day} on.", "Genehmigen Sie ab dem {day}.")
OBJECTIONS_OPEN = Plural(
    Text("{n} objection is open ({who})", "{n} Einwendung ist offen ({who})"),
    Text("{n} objections are open ({who})", "{n} Einwendungen sind offen ({who})"),
)
OBJECTIONS_OPEN_REMEDY = Text(
    "Add --settled if nothing is left of it, let a session decide with --in SESSION, or correct the protocol: "
    "scm session reopen {ref} --reason TEXT",
    "Ist nichts davon geblieben, geben Sie --settled an; sonst entscheidet eine Sitzung (--in SITZUNG), oder Sie "
    "berichtigen das Protokoll: scm session reopen {ref} --reason TEXT",
)

# what stands in the way of finalizing
TO_COME = Text("the session only takes place on {day}", "die Sitzung findet erst am {day} statt")
NOTHING_RECORDED = Text(
    "nothing is recorded: nobody was there, nothing was treated",
    "es ist nichts festgehalten: niemand war da, nichts wurde behandelt",
)
UNREACHED = Text("item {top} {title} is open and holds nothing", "TOP {top} {title} ist offen und enthält nichts")
UNREADABLE_PERSON = Text(
    "the file of {key} cannot be read, so the name is not known",
    "die Datei von {key} lässt sich nicht lesen, der Name ist also unbekannt",
)
NOT_READY_REMEDY = Text(
    "Mend this, then finalize again; nothing was changed.",
    "Beheben Sie das und fertigen Sie dann aus; geändert wurde nichts.",
)
UNREACHED_REMEDY = Text(
    "Mend this, then finalize again; --unreached-as postponed|dropped|done decides for all items that hold nothing.",
    "Beheben Sie das und fertigen Sie dann aus; --unreached-as postponed|dropped|done entscheidet für alle TOP, "
    "die nichts enthalten.",
)

# what was done
INVITED = Text(
    "{what}: invited on {day}, item numbers fixed, in {path}",
    "{what}: eingeladen am {day}, TOP festgelegt, in {path}",
)
NOTICE_SHORT = Text(
    "the notice period of {days} days is not kept: the invitation was due by {due}",
    "die Einladungsfrist von {days} Tagen ist nicht eingehalten: die Einladung war bis zum {due} fällig",
)
NO_ITEMS = Text("the agenda is empty", "die Tagesordnung ist leer")
ITEM_SET = Text("{what}: {state}", "{what}: {state}")
FINALIZED = Text(
    "{what}: protocol finalized, sealed text in {path}", "{what}: Protokoll ausgefertigt, Wortlaut in {path}"
)
REALLY_FINALIZE = Text(
    "Finalize the protocol of session {ref}? Afterwards it no longer changes.",
    "Das Protokoll der Sitzung {ref} ausfertigen? Danach ändert es sich nicht mehr.",
)
NOT_SAID = Text(
    "{names}: neither present nor absent, so not in the protocol; mend it with: {command}",
    "{names}: weder anwesend noch abwesend, also nicht im Protokoll; beheben mit: {command}",
)
REOPENED = Text("{what}: protocol open again, in {path}", "{what}: Protokoll wieder offen, in {path}")
LEFT_OVER_TRASHED = Text("{path} moved to {trash}", "{path} verschoben nach {trash}")
CIRCULATED = Text(
    "{what}: circulated on {on}, objections until {until}, in {path}",
    "{what}: versandt am {on}, Einwendungen bis {until}, in {path}",
)
OBJECTED = Text(
    "{what}: objection recorded ({n} in all), in {path}",
    "{what}: Einwendung festgehalten (insgesamt {n}), in {path}",
)
OBJECTED_LATE = Text("the deadline was {until}", "die Frist endete am {until}")
APPROVED = Text("{what}: protocol approved on {on}, in {path}", "{what}: Protokoll genehmigt am {on}, in {path}")
AMENDED = Text("{what}: addendum {number} recorded, in {path}", "{what}: Nachtrag {number} festgehalten, in {path}")

# the sealed text and what comes after it
NO_TEXT = Text("the sealed protocol is missing", "das ausgefertigte Protokoll fehlt")
OTHER_TEXT = Text(
    "the sealed protocol was changed afterwards", "das ausgefertigte Protokoll wurde nachträglich geändert"
)
BRING_BACK = Text("bring it back with „{command}“", "zurückholen mit „{command}“")
BRING_BACK_OR_REOPEN = Text(
    "bring it back with „{command}“ or open it again with „scm session reopen {ref} --reason TEXT“",
    "zurückholen mit „{command}“ oder wieder öffnen mit „scm session reopen {ref} --reason TEXT“",
)
SEALED_IN_OTHER = Text(
    "session {ref}: the sealed protocol is in {named}; this is a translation of its fixed words",
    "Sitzung {ref}: das ausgefertigte Protokoll ist {named}; dies ist eine Übertragung seiner festen Wörter",
)
LANGUAGE_NAMES: Final = {"de": Text("German", "deutsch"), "en": Text("English", "englisch")}
ADDENDA = Text("Addenda", "Nachträge")
ADDENDUM = Text("Addendum {number} of {day}", "Nachtrag {number} vom {day}")
NOT_SEALED = Text("session {ref} has no sealed protocol", "Sitzung {ref} hat kein ausgefertigtes Protokoll")

# what `check` finds
HEAD_ALTERED = Text(
    "the head of the sealed protocol was changed by hand",
    "der Kopf des ausgefertigten Protokolls wurde von Hand geändert",
)
ITEM_ALTERED = Text(
    "item {top} {title} of the sealed protocol was changed by hand",
    "TOP {top} {title} des ausgefertigten Protokolls wurde von Hand geändert",
)
ITEM_GONE = Text(
    "the item {id} of the sealed protocol is missing",
    "der TOP mit der Kennung {id} des ausgefertigten Protokolls fehlt",
)
ITEM_ADDED = Text(
    "item {top} {title} was added to the sealed protocol by hand",
    "TOP {top} {title} kam von Hand in das ausgefertigte Protokoll",
)
ORDER_ALTERED = Text(
    "item {top} {title} of the sealed protocol was moved by hand",
    "TOP {top} {title} des ausgefertigten Protokolls wurde von Hand verschoben",
)
OTHER_STATUS = Text(
    "the status is {status}, but the protocol is sealed",
    "der Stand ist {status}, aber das Protokoll ist ausgefertigt",
)
NO_SEAL = Text("the status is {status}, but there is no seal", "der Stand ist {status}, aber es gibt kein Siegel")
OTHER_SEAL = Text("the seal has version {version}", "das Siegel hat version {version}")
ALLOWED_SEAL = Text(
    "this scm knows version {known}; a newer scm is needed",
    "dieses scm kennt version {known}; nötig ist ein neueres scm",
)
LEFT_OVER_TEXT = Text(
    "left over: the protocol of session {ref} is not sealed",
    "Überrest: das Protokoll der Sitzung {ref} ist nicht ausgefertigt",
)
