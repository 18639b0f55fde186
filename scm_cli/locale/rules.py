"""What a protocol must contain: the profiles, and what is said where something is missing."""

from scm_cli.locale import Text

VWVFG = Text(
    "minutes of a committee by VwVfG § 93 (federal Administrative Procedure Act)",
    "Niederschrift eines Ausschusses nach § 93 VwVfG (Bund)",
)
BBGKVERF = Text(
    "minutes of a municipal council by BbgKVerf § 42 (Brandenburg, law of 5 March 2024, GVBl. I no. 10, "
    "in force since 9 June 2024)",
    "Niederschrift der Gemeindevertretung nach § 42 BbgKVerf (Brandenburg, Gesetz vom 5. März 2024, GVBl. I Nr. 10, "
    "in Kraft seit 9. Juni 2024)",
)
OWN = Text("the rules in the group's own file", "die Regeln in der Datei des Gremiums")

# what is missing of a session
NO_PLACE = Text("the place of the session is missing", "der Ort der Sitzung fehlt")
NO_DATE = Text("the day of the session is missing", "der Tag der Sitzung fehlt")
NO_START = Text("the time at which the session began is missing", "die Uhrzeit des Beginns fehlt")
NO_END = Text("the time at which the session ended is missing", "die Uhrzeit des Endes fehlt")
NO_MODE = Text(
    "it is not said whether people met in person, online or both",
    "es ist nicht gesagt, ob die Sitzung in Präsenz, hybrid oder online stattfand",
)
NO_CHAIR = Text("nobody is named as chair", "die Leitung ist nicht genannt")
NOBODY_PRESENT = Text("nobody is named as present", "niemand ist namentlich als anwesend genannt")
NO_SUBJECT = Text("the subject is missing: the agenda is empty", "der Gegenstand fehlt: die Tagesordnung ist leer")
NO_AGENDA = Text("the agenda is missing", "die Tagesordnung fehlt")
NOT_SIGNED_BY_CHAIR = Text("the chair's signature is not recorded", "die Unterschrift der Leitung ist nicht vermerkt")
NOT_SIGNED_BY_TAKER = Text(
    "the minute taker's signature is not recorded", "die Unterschrift der Protokollführung ist nicht vermerkt"
)

# what is missing at an item, a decision, an election, a person
NO_NAME = Text("{what}: nobody is named who came", "{what}: niemand ist namentlich genannt")
NO_TITLE = Text("{what}: the title is missing", "{what}: der Titel fehlt")
NO_DECISION = Text(
    "{what} was to be decided, but no decision is recorded",
    "{what} stand zur Beschlussfassung, aber kein Beschluss ist festgehalten",
)
NO_WORDING = Text("{what}: the wording is missing", "{what}: der Wortlaut fehlt")
NO_RESULT = Text("{what}: the result of the vote is missing", "{what}: das Ergebnis der Abstimmung fehlt")
NO_ELECTION = Text("{what} was an election, but none is recorded", "{what} war eine Wahl, aber keine ist festgehalten")
NOBODY_ELECTED = Text("{what}: the result of the election is missing", "{what}: das Ergebnis der Wahl fehlt")

# rules of the group's own
MISSING = Text("„{label}“ is missing", "„{label}“ fehlt")
AT = Text("{what}: {found}", "{what}: {found}")
NO_FIELD = Text("a session has no field „{field}“", "eine Sitzung hat kein Feld „{field}“")
NO_FIELD_NEAR = Text(
    "a session has no field „{field}“; did you mean {near}?",
    "eine Sitzung hat kein Feld „{field}“; meinten Sie {near}?",
)

# how the check speaks
FOUND = Text("{found} ({source})", "{found} ({source})")
FOUND_WARNING = Text("warning: {found} ({source})", "Warnung: {found} ({source})")
UNKNOWN_PROFILE = Text("there is no profile „{name}“", "es gibt kein Profil „{name}“")
CHECKED = Text("checked by {name}: {title}", "geprüft nach {name}: {title}")
NO_OWN_RULES = Text("no group has rules of its own", "kein Gremium hat eigene Regeln")
ITEM = Text("item {top} „{title}“", "TOP {top} „{title}“")
