"""The field's vocabulary: states, kinds and columns as lists and pages show them."""

from collections.abc import Collection, Mapping
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
    # decisions and elections
    "consensus": Text("by consensus", "einvernehmlich"),
    "hands": Text("by show of hands", "per Handzeichen"),
    "roll-call": Text("by roll call", "namentlich"),
    "secret": Text("secret", "geheim"),
    "carried": Text("carried", "angenommen"),
    "rejected": Text("rejected", "abgelehnt"),
    "withdrawn": Text("withdrawn", "zurückgezogen"),
    "deferred": Text("deferred", "vertagt"),
    "referred": Text("referred", "verwiesen"),
    "noted": Text("noted", "zur Kenntnis genommen"),
    "simple": Text("simple", "einfach"),
    "absolute": Text("absolute", "absolut"),
    "unanimous": Text("unanimous", "einstimmig"),
    "in-force": Text("in force", "in Kraft"),
    "replaced": Text("replaced", "ersetzt"),
    "elected": Text("elected", "gewählt"),
    # register
    "active": Text("active", "aktiv"),
    "merged": Text("merged", "zusammengeführt"),
    "forgotten": Text("forgotten", "entfernt"),
    "true": Text("yes", "ja"),
    "false": Text("no", "nein"),
}

TASK_VALUES: Final = VALUES | {
    "in-progress": Text("in progress", "in Arbeit"),
    "waiting": Text("waiting", "wartet"),
    "done": Text("done", "erledigt"),
    "dropped": Text("dropped", "entfallen"),
}
"""The words where the states are those of a task: it is „erledigt“ where an agenda item is „behandelt“."""

_ALSO: Final = {
    "open": ("todo", "to do", "neu", "new"),
    "in-progress": ("in bearbeitung", "läuft", "laeuft", "laufend", "begonnen", "started", "in_progress"),
    "waiting": ("wartend", "warten", "ruht", "on hold", "blocked"),
    "done": ("fertig", "abgeschlossen", "finished", "completed", "complete", "closed"),
    "dropped": ("gestrichen", "entfällt", "entfaellt", "hinfällig", "hinfaellig", "abandoned", "obsolete"),
    "consensus": ("kons", "konsens", "im konsens"),
    "hands": ("hand", "handzeichen", "offen", "show of hands"),
    "roll-call": ("roll call", "by name", "namentliche abstimmung"),
    "secret": ("ballot", "geheime abstimmung"),
    "written": ("in writing", "umlauf"),
    "carried": ("adopted", "passed", "beschlossen"),
    "rejected": ("lost", "failed"),
    "withdrawn": ("zurückgenommen",),
    "deferred": ("adjourned", "postponed", "verschoben"),
    "referred": ("überwiesen",),
    "noted": ("kenntnisnahme", "kenntnis genommen"),
    "simple": ("einfache", "einfache mehrheit"),
    "absolute": ("absolute mehrheit",),
    "unanimous": ("einstimmigkeit",),
    "2/3": ("zwei drittel", "zweidrittel", "two thirds"),
    "3/4": ("drei viertel", "dreiviertel", "three quarters"),
}
"""What people type besides a code and its words."""


def named(codes: Collection[str]) -> Mapping[str, Text]:
    """Return the words of a set of codes."""
    return TASK_VALUES if "in-progress" in codes else VALUES


def code(typed: str, codes: Collection[str]) -> str:
    """Return which of the codes a word typed in either language stands for; the word itself where none."""
    known, wanted = named(codes), " ".join(typed.casefold().split())
    for one in codes:
        names = known[one].both() if one in known else ()
        if wanted in (one, *(name.casefold() for name in names)):
            return one
    return next((one for one in codes if wanted in _ALSO.get(one, ())), typed)


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
    "item": Text("Item reference", "Angabe des TOP"),
    "item_title": Text("Item's title", "Titel des TOP"),
    "subject": Text("Decision", "Beschluss"),
    "text": Text("Wording", "Wortlaut"),
    "motion": Text("Motion", "Antrag"),
    "moved_by": Text("Moved by", "Antrag von"),
    "method": Text("Method", "Abstimmung"),
    "yes": Text("Yes", "Ja"),
    "no": Text("No", "Nein"),
    "abstain": Text("Abstentions", "Enthaltungen"),
    "invalid": Text("Invalid", "Ungültig"),
    "unanimous": Text("Unanimous", "Einstimmig"),
    "yes_by": Text("Yes by", "Ja von"),
    "no_by": Text("No by", "Nein von"),
    "abstain_by": Text("Abstained", "Enthalten"),
    "majority": Text("Majority", "Mehrheit"),
    "excluded": Text("Took no part", "Wirkte nicht mit"),
    "result": Text("Result", "Ergebnis"),
    "replaces": Text("Replaces", "Ersetzt"),
    "replaced_by": Text("Replaced by", "Ersetzt durch"),
    "remark": Text("Remark", "Bemerkung"),
    "office": Text("Office", "Amt"),
    "candidates": Text("Candidates", "Kandidierende"),
    "elected": Text("Elected", "Gewählt"),
    "accepted": Text("Accepts", "Nimmt an"),
    "assignees": Text("Assignees", "Zuständig"),
    "due": Text("Due", "Fällig"),
    "not_before": Text("Not before", "Wiedervorlage ab"),
    "overdue": Text("Overdue", "Überfällig"),
    "hidden": Text("Hidden", "Zurückgestellt"),
    "source": Text("File or link", "Datei oder Verweis"),
    "file": Text("File", "Datei"),
    "url": Text("Link", "Verweis"),
    "exists": Text("Exists", "Vorhanden"),
}
