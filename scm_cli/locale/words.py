"""The field's vocabulary: states, kinds and columns as lists and pages show them."""

from collections.abc import Iterable
from typing import Final

from scm_cli.locale import Text

LAST: Final = frozenset(["last", "letzte", "latest", "zuletzt"])
NEXT: Final = frozenset(["next", "nachste", "naechste"])

VALUES: Final = {
    # session
    "planned": Text("planned", "geplant"),
    "invited": Text("invited", "eingeladen"),
    "held": Text("held", "durchgeführt"),
    "final": Text("final", "ausgefertigt"),
    "approved": Text("approved", "genehmigt"),
    "cancelled": Text("cancelled", "abgesagt"),
    "ordinary": Text("ordinary", "ordentlich"),
    "extraordinary": Text("extraordinary", "außerordentlich"),
    "constitutive": Text("constitutive", "konstituierend"),
    "in-person": Text("in person", "in Präsenz"),
    "online": Text("online", "online"),
    "hybrid": Text("hybrid", "hybrid"),
    "written": Text("written", "schriftlich"),
    "phone": Text("by telephone", "telefonisch"),
    # attendance
    "accepted": Text("accepted", "zugesagt"),
    "declined": Text("declined", "abgesagt"),
    "present": Text("present", "anwesend"),
    "excused": Text("excused", "entschuldigt"),
    "absent": Text("absent", "nicht anwesend"),
    "chair": Text("chair", "Leitung"),
    "minute-taker": Text("minute taker", "Protokollführung"),
    "member": Text("member", "Mitglied"),
    "deputy": Text("deputy", "Vertretung"),
    "advisory": Text("advisory", "beratend"),
    "guest": Text("guest", "Gast"),
    "beginning": Text("beginning", "Beginn"),
    "item": Text("item", "TOP"),
    # agenda
    "information": Text("report", "Bericht"),
    "discussion": Text("discussion", "Beratung"),
    "decision": Text("decision", "Beschlussfassung"),
    "election": Text("election", "Wahl"),
    "break": Text("break", "Pause"),
    "open": Text("open", "offen"),
    "done": Text("done", "behandelt"),
    "postponed": Text("postponed", "vertagt"),
    "dropped": Text("dropped", "abgesetzt"),
    # register
    "active": Text("active", "aktiv"),
    "merged": Text("merged", "zusammengeführt"),
    "forgotten": Text("forgotten", "entfernt"),
    "true": Text("yes", "ja"),
    "false": Text("no", "nein"),
}


def code(typed: str, codes: Iterable[str]) -> str:
    """Return which of the codes a word typed in either language stands for; the word itself where none."""
    for one in codes:
        names = VALUES[one].both() if one in VALUES else ()
        if typed.casefold() in (one, *(name.casefold() for name in names)):
            return one
    return typed


COLUMNS: Final = {
    "ref": Text("No.", "Nr."),
    "session": Text("Session", "Sitzung"),
    "group": Text("Group", "Gremium"),
    "number": Text("Number", "Nummer"),
    "date": Text("Date", "Datum"),
    "start": Text("Start", "Beginn"),
    "end": Text("End", "Ende"),
    "status": Text("Status", "Stand"),
    "kind": Text("Kind", "Art"),
    "mode": Text("Mode", "Form"),
    "title": Text("Title", "Titel"),
    "place": Text("Place", "Ort"),
    "room": Text("Room", "Raum"),
    "host": Text("Host", "Veranstalterin"),
    "chair": Text("Chair", "Leitung"),
    "minute_taker": Text("Minute taker", "Protokollführung"),
    "agenda": Text("Agenda", "Tagesordnung"),
    "present": Text("Present", "Anwesend"),
    "decisions": Text("Decisions", "Beschlüsse"),
    "tasks": Text("Tasks", "Aufgaben"),
    "id": Text("ID", "Kennung"),
    "top": Text("Item", "TOP"),
    "level": Text("Level", "Ebene"),
    "state": Text("State", "Stand"),
    "presenters": Text("Presenters", "Vortragende"),
    "minutes_planned": Text("Minutes", "Minuten"),
    "began": Text("Began", "Beginn"),
    "ended": Text("Ended", "Ende"),
    "internal": Text("Internal", "Nichtöffentlich"),
    "attendee": Text("Key", "Schlüssel"),
    "name": Text("Name", "Name"),
    "organisation": Text("Organisation", "Organisation"),
    "capacity": Text("Capacity", "Funktion"),
    "via": Text("Via", "Form"),
    "presence": Text("Presence", "Zeiten"),
    "represents": Text("Sits in for", "Vertritt"),
    "votes_for": Text("Votes for", "Stimmt für"),
    "items": Text("Items", "TOP"),
    "vote": Text("Vote", "Stimme"),
    "at": Text("At", "Zu"),
    "entitled": Text("Votes", "Stimmen"),
    "carried": Text("Carried", "Übertragen"),
    "quorate": Text("Quorum", "Beschlussfähig"),
    "there": Text("There", "Da"),
    "by_proxy": Text("By proxy", "Übertragen von"),
    "missing": Text("Missing", "Es fehlen"),
    "named": Text("Named", "Genannt"),
    "votes": Text("Votes", "Stimmen"),
    "votes_present": Text("Votes present", "Stimmen da"),
    "key": Text("Key", "Schlüssel"),
    "family_name": Text("Family name", "Nachname"),
    "given_name": Text("Given name", "Vorname"),
    "role": Text("Role", "Funktion"),
    "email": Text("E-mail", "E-Mail"),
    "phone": Text("Telephone", "Telefon"),
    "aliases": Text("Aliases", "Weitere Namen"),
    "groups": Text("Groups", "Gremien"),
    "merged_into": Text("Merged into", "Zusammengeführt mit"),
    "short": Text("Short", "Kurz"),
    "language": Text("Language", "Sprache"),
    "sessions": Text("Sessions", "Sitzungen"),
    "last": Text("Last", "Letzte"),
}
