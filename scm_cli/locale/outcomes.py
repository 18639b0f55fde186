"""Decisions and elections: what people type, what commands say they did, what is wrong."""

from typing import Final

from scm_cli.locale import Text

# what was done
DECISION = Text("decision {ref}", "Beschluss {ref}")
ELECTION = Text("election {ref}", "Wahl {ref}")
RECORDED = Text("{what} recorded ({vote}), in {path}", "{what} festgehalten ({vote}), in {path}")
RECORDED_OPEN = Text("{what} recorded without a result, in {path}", "{what} ohne Ergebnis festgehalten, in {path}")
NO_RESULT = Text(
    "No result follows from that; state it with: {command}",
    "Ein Ergebnis folgt daraus nicht; nennen Sie es mit: {command}",
)
ELECTED = Text("elected: {name}", "gewählt: {name}")
CHANGED = Text("{what}: {fields} changed ({vote}), in {path}", "{what}: {fields} geändert ({vote}), in {path}")
REMOVED = Text(
    "{what} removed, in {path}; its number is not given again",
    "{what} entfernt, in {path}; die Nummer wird nicht wieder vergeben",
)

# what is odd
EXPLAIN = Text(
    "This has to be mended or explained before the protocol is finalized: {command}",
    "Das ist vor der Ausfertigung zu berichtigen oder zu erklären: {command}",
)
NOTE_PRESENCE = Text(
    "Note who is there before the protocol is finalized: {command}",
    "Vermerken Sie vor der Ausfertigung, wer da ist: {command}",
)
NOT_IN_REGISTER = Text(
    "„{name}“ is not in the register and is recorded by this name",
    "„{name}“ steht nicht im Verzeichnis und wird mit diesem Namen festgehalten",
)
ALREADY_REPLACED = Text("{ref} was already replaced by {by}", "{ref} ist schon ersetzt durch {by}")
NOT_IN_FORCE = Text("{ref} was not in force: {result}", "{ref} war nicht in Kraft: {result}")

# what cannot be
WORDING = Text("Wording", "Wortlaut")
OFFICE = Text("Office", "Amt")
NO_VOTES = Text("--votes: „{value}“ is not understood", "--votes: „{value}“ ist nicht zu verstehen")
NO_VOTES_REMEDY = Text(
    "Such as 3/1/1 (yes/no/abstentions), „3 yes, 1 no“, unanimous.",
    "Etwa 3/1/1 (Ja/Nein/Enthaltungen), „3 Ja, 1 Nein“, einstimmig.",
)
ALL_IN_VOTES = Text(
    "--votes takes all four: 3/2/0/1 is yes/no/abstentions/invalid.",
    "--votes nimmt alle vier: 3/2/0/1 ist Ja/Nein/Enthaltungen/ungültig.",
)
REPLACES_ITSELF = Text(
    "{ref} cannot replace {other}: in the end it would replace itself",
    "{ref} kann {other} nicht ersetzen: am Ende ersetzte er sich selbst",
)
REPLACES_ITSELF_REMEDY = Text(
    "„scm decision show {ref}“ shows the chain.", "„scm decision show {ref}“ zeigt die Kette."
)
IS_REPLACED = Text("{ref} cannot be removed: {by} replaces it", "{ref} lässt sich nicht entfernen: {by} ersetzt ihn")
IS_REPLACED_REMEDY = Text(
    "Take that away first: scm decision edit {by} --clear replaces",
    "Nehmen Sie das zuerst weg: scm decision edit {by} --clear replaces",
)
OTHER_SESSION = Text("{ref} belongs to session {session}", "{ref} gehört zu Sitzung {session}")
OTHER_SESSION_REMEDY = Text(
    "It can only move to another item of that session.",
    "Verschieben lässt sich das nur zu einem anderen TOP dieser Sitzung.",
)

# pages
ODD: Final = Text("Odd", "Auffällig")
FORCE: Final = Text("State", "Stand")
REPLACED_BY: Final = Text("Replaced by", "Ersetzt durch")
ITEM_OF: Final = Text("{item}, session {session} of {day}", "{item}, Sitzung {session} vom {day}")
VOTE: Final = Text("Vote", "Abstimmung")
