"""Words of the protocol's notation."""

from typing import Final

from scm_cli.locale import Text
from scm_cli.locale.words import VALUES

# title
TITLE: Final = Text("Minutes of session {number} of {group}", "Protokoll der {number}. Sitzung {group}")
TITLE_KIND: Final = Text(
    "Minutes of {kind} session {number} of {group}", "Protokoll der {number}. ({kind}) Sitzung {group}"
)
TITLE_WRITTEN: Final = Text(
    "Minutes of written procedure {number} of {group}", "Protokoll des {number}. Umlaufverfahrens {group}"
)
TITLE_DISPLAY: Final = Text("Minutes of session {number} of {group}", "Protokoll der Sitzung {number} {group}")
TITLE_KIND_DISPLAY: Final = Text(
    "Minutes of {kind} session {number} of {group}", "Protokoll der {kind} Sitzung {number} {group}"
)
TITLE_WRITTEN_DISPLAY: Final = Text(
    "Minutes of written procedure {number} of {group}", "Protokoll des Umlaufverfahrens {number} {group}"
)
TITLE_OWN: Final = Text("Minutes: {title}", "Protokoll: {title}")
OF_GROUP: Final = Text("{name}", "({name})")
KINDS: Final = {
    "extraordinary": Text("extraordinary", "außerordentlichen"),
    "constitutive": Text("constitutive", "konstituierenden"),
}

# head
DATE: Final = Text("Date", "Datum")
BREAKS: Final = Text("Breaks", "Pausen")
PLACE: Final = Text("Place", "Ort")
ROOM: Final = Text("Room", "Raum")
HOST: Final = Text("Host", "Veranstalterin")
REFERENCE: Final = Text("Reference", "Aktenzeichen")
CHAIR: Final = Text("Chair", "Leitung")
MINUTE_TAKER: Final = Text("Minute taker", "Protokollführung")
VOTERS: Final = Text(
    "Present and entitled to vote ({present} of {entitled})",
    "Stimmberechtigt anwesend ({present} von {entitled})",
)
OTHERS: Final = Text("Also present", "Weitere Teilnehmende")
PARTICIPANTS: Final = Text("Participants", "Teilnehmende")
REPRESENTED: Final = Text("Represented", "Vertreten")
EXCUSED: Final = Text("Excused", "Entschuldigt")
ABSENT: Final = Text("Absent", "Nicht anwesend")
GUESTS: Final = Text("Guests", "Gäste")
QUORUM: Final = Text("Quorum", "Beschlussfähigkeit")
QUORUM_STATES: Final = {
    "present": Text("established at the beginning", "zu Beginn festgestellt"),
    "lacking": Text("not met", "nicht gegeben"),
}
COUNT_OF: Final = Text("{present} of {entitled}", "{present} von {entitled}")
STANDING: Final = Text("Status", "Stand")
DRAFT: Final = Text("draft", "Entwurf")
SEALED: Final = Text("finalized on {day}", "ausgefertigt am {day}")
FINGERPRINT: Final = Text("version {digest}", "Fassung {digest}")
MODES: Final = {
    "online": Text("online", "online"),
    "hybrid": Text("hybrid", "hybrid"),
    "written": Text("in writing", "schriftlich"),
}

# people
VIA: Final = {
    "in-person": Text("in person", "vor Ort"),
    "online": Text("online", "online"),
    "phone": Text("by telephone", "telefonisch"),
}
AND: Final = Text("and", "und")
REPRESENTS: Final = Text("sitting in for {name}", "in Vertretung von {name}")
VOTES_FOR: Final = Text("with the vote of {name}", "mit der Stimme von {name}")
FOR_ITEM: Final = Text("for item {tops}", "zu TOP {tops}")
FOR_ITEMS: Final = Text("for items {tops}", "zu TOP {tops}")

# items
ITEM: Final = Text("Item {top}", "TOP {top}")
INTERNAL: Final = Text("internal", "nichtöffentlich")
STATES: Final = {
    "postponed": Text("postponed", "vertagt"),
    "dropped": Text("dropped", "abgesetzt"),
}
ARRIVES: Final = Text("{time}: {name} arrives.", "{time}: {name} kommt hinzu.")
LEAVES: Final = Text("{time}: {name} leaves.", "{time}: {name} verlässt die Sitzung.")

# outcomes
DECISION: Final = Text("Decision {number}", "Beschluss {number}")
ELECTION: Final = Text("Election {number}", "Wahl {number}")
TASK: Final = Text("Task {number}", "Aufgabe {number}")
YES: Final = Text("{n} yes", "{n} Ja")
NO: Final = Text("{n} no", "{n} Nein")
ABSTENTION: Final = Text("{n} abstention", "{n} Enthaltung")
ABSTENTIONS: Final = Text("{n} abstentions", "{n} Enthaltungen")
INVALID: Final = Text("{n} invalid", "{n} ungültig")
UNANIMOUS: Final = Text("unanimously", "einstimmig")
BY_CONSENSUS: Final = Text("by consensus", "einvernehmlich")
ADVERB_RESULT: Final = Text("{result} {adverb}", "{adverb} {result}")
RESULTS: Final = {one: VALUES[one] for one in ("carried", "rejected", "withdrawn", "deferred", "referred", "noted")}
EXCLUDED: Final = Text("{name} took no part", "{name} wirkte nicht mit")
MOVED_BY: Final = Text("moved by {name}", "Antrag {name}")
METHODS: Final = {
    "secret": Text("secret ballot", "geheim"),
    "roll-call": Text("by roll call", "namentlich"),
    "written": Text("in writing", "schriftlich"),
}
REPLACES: Final = Text("replaces {ref}", "ersetzt {ref}")
MAJORITIES: Final = {
    "simple": Text("simple majority", "einfache Mehrheit"),
    "absolute": Text("absolute majority", "absolute Mehrheit"),
    "unanimous": Text("unanimity required", "Einstimmigkeit nötig"),
}
MAJORITY: Final = Text("{share} majority", "Mehrheit {share}")
INVALID_BALLOTS: Final = Text("invalid {n}", "ungültig {n}")
ELECTED: Final = Text("elected: {name}", "gewählt: {name}")
ACCEPTS: Final = Text("accepts", "nimmt an")
DECLINES: Final = Text("does not accept", "nimmt nicht an")
NOT_BEFORE: Final = Text("from {day}", "ab {day}")
DUE: Final = Text("due {day}", "bis {day}")

# derived parts
AT_A_GLANCE: Final = Text("At a glance", "Auf einen Blick")
ATTACHMENTS: Final = Text("Attachments", "Anlagen")
ATTACHMENT: Final = Text("Attachment {number}", "Anlage {number}")
NEXT_SESSION: Final = Text("Next session", "Nächste Sitzung")
