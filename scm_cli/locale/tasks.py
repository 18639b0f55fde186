"""Tasks: what their commands say, and what stands in the way."""

from scm_cli.locale import Plural, Text

TASK = Text("task {ref} (item {top} {title})", "Aufgabe {ref} (TOP {top} {title})")
TASK_NO_TOP = Text("task {ref} ({title})", "Aufgabe {ref} ({title})")
ADDED = Text("{what} added in {path}: {details}", "{what} angelegt in {path}: {details}")
NOBODY = Text("nobody named", "niemand benannt")
DUE = Text("due {day}", "bis {day}")
NOT_BEFORE = Text("not before {day}", "Wiedervorlage ab {day}")
SET = Text("{what}: {state}, in {path}", "{what}: {state}, in {path}")
SET_CLOSED = Text(
    "{what}: {state}, in the history in {path}; the final protocol stays as it is",
    "{what}: {state}, im Verlauf in {path}; das ausgefertigte Protokoll bleibt, wie es ist",
)
EDITED_CLOSED = Text(
    "{what}: {fields} changed in the history in {path}; the final protocol stays as it is",
    "{what}: {fields} geändert im Verlauf in {path}; das ausgefertigte Protokoll bleibt, wie es ist",
)
NOTED = Text("{what}: note added, in {path}", "{what}: Vermerk ergänzt, in {path}")
UNREGISTERED = Text(
    "„{name}“ is not in the register and is kept as a name",
    "„{name}“ steht nicht im Verzeichnis und bleibt als Name stehen",
)
DUE_BEFORE_SESSION = Text("due on {day}, before the session of {date}", "fällig am {day}, vor der Sitzung vom {date}")
NOT_BEFORE_AFTER_DUE = Text(
    "not before {day}, though due on {due}", "Wiedervorlage erst am {day}, aber fällig am {due}"
)
HIDDEN = Plural(
    Text(
        "{n} task is put aside until a later day; --hidden shows it",
        "{n} Aufgabe ist zurückgestellt; --hidden zeigt sie",
    ),
    Text(
        "{n} tasks are put aside until a later day; --hidden shows them",
        "{n} Aufgaben sind zurückgestellt; --hidden zeigt sie",
    ),
)

# on the page of a task
OVERDUE = Text("overdue", "überfällig")
PUT_ASIDE = Text("put aside until then", "bis dahin zurückgestellt")
PRINTED = Text("In the protocol", "Im Protokoll")

# what cannot be
COVERED = Text(
    "{ref}: the final protocol can no longer change ({keys})",
    "{ref}: das ausgefertigte Protokoll lässt sich nicht mehr ändern ({keys})",
)
HISTORY_ONLY = Text(
    "State, due date and assignees can change at any time, and --note TEXT adds a note.",
    "Stand, Fälligkeit und Zuständige können sich jederzeit ändern, und --note TEXT ergänzt einen Vermerk.",
)
NOT_TAKEN_AWAY = Text(
    "{ref}: „{key}“ cannot be taken away, because protocol or history name a value",
    "{ref}: „{key}“ lässt sich nicht wegnehmen, weil Protokoll oder Verlauf einen Wert nennen",
)
NOT_TAKEN_AWAY_REMEDY = Text("Give another value instead.", "Geben Sie stattdessen einen anderen Wert an.")
LATER_ENTRY = Text(
    "{ref}: the history has a later entry ({key}, {day:%Y-%m-%d})",
    "{ref}: im Verlauf steht ein späterer Eintrag ({key}, {day:%d.%m.%Y})",
)
LATER_ENTRY_REMEDY = Text(
    "Give --on {day:%Y-%m-%d} or a later day.", "Geben Sie --on {day:%d.%m.%Y} oder einen späteren Tag an."
)
TO_IS_NAME = Text("--to: „{value}“ is no name", "--to: „{value}“ ist kein Name")
TO_IS_NAME_REMEDY = Text(
    "Here --to says whose task it is; --until DATE narrows to sessions up to a day.",
    "Hier sagt --to, wessen Aufgabe es ist; --until DATUM grenzt auf Sitzungen bis zu einem Tag ein.",
)
