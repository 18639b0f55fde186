"""The next session: titles of its items, why it is on its day, what is still to be done for it."""

from scm_cli.locale import Plural, Text

# titles of items
APPROVAL = Text("Approval of the minutes of {minutes}", "Genehmigung des Protokolls {minutes}")
COUNTED = Text("session {number}", "der {number}. Sitzung")
SHOWN = Text("session {number}", "der Sitzung {number}")
WRITTEN = Text("written procedure {number}", "des {number}. Umlaufverfahrens")
WRITTEN_SHOWN = Text("written procedure {number}", "des Umlaufverfahrens {number}")

COUNTED_ALONE = Text("session {number}", "{number}. Sitzung")
SHOWN_ALONE = Text("session {number}", "Sitzung {number}")
WRITTEN_ALONE = Text("written procedure {number}", "{number}. Umlaufverfahren")
WRITTEN_SHOWN_ALONE = Text("written procedure {number}", "Umlaufverfahren {number}")

# what cannot be planned
NO_RHYTHM = Text(
    "no date is named, and the group {group} has no rhythm", "es ist kein Datum genannt, und {group} hat keinen Turnus"
)
NO_RHYTHM_REMEDY = Text(
    'Name the date, or set the rhythm: scm group edit {group} --rhythm "every second Tuesday of the month"',
    "Nennen Sie das Datum oder legen Sie den Turnus fest: "
    'scm group edit {group} --rhythm "jeden zweiten Dienstag im Monat"',
)
BAD_RHYTHM_REMEDY = Text(
    "Name the date, or mend the rhythm: scm group edit {group} --rhythm TEXT",
    "Nennen Sie das Datum oder berichtigen Sie den Turnus: scm group edit {group} --rhythm TEXT",
)
RHYTHM_ENDED = Text("the rhythm „{rhythm}“ has ended", "der Turnus „{rhythm}“ ist zu Ende")
ONLY_HOLIDAYS = Text(
    "every day of the rhythm is a public holiday ({holiday})", "jeder Tag des Turnus ist ein Feiertag ({holiday})"
)
ONLY_HOLIDAYS_REMEDY = Text(
    "Name the date, or choose another rhythm: scm group edit --rhythm TEXT",
    "Nennen Sie das Datum oder wählen Sie einen anderen Turnus: scm group edit --rhythm TEXT",
)
NO_HOLIDAYS = Text(
    "no public holidays are known for the region „{region}“",
    "zur Region „{region}“ sind keine Feiertage bekannt",
)
REGION_EXAMPLES = Text(
    "Set a country or a part of it, such as DE-BB, DE, AT or CH-ZH: scm group edit --region CODE",
    "Setzen Sie ein Land oder einen Teil davon, etwa DE-BB, DE, AT oder CH-ZH: scm group edit --region CODE",
)
BROKEN_FILES = Text(
    "Mend this first: what that session left over would be missing.",
    "Beheben Sie das zuerst: was diese Sitzung übrig ließ, würde fehlen.",
)

# what is planned
RHYTHM = Text("Rhythm: {rhythm}", "Turnus: {rhythm}")
RHYTHM_MEANS = Text("Rhythm: {rhythm}; next: {days}", "Turnus: {rhythm}; als Nächstes: {days}")
WEEKS_LATER = Plural(
    Text("{day} is a public holiday ({holiday}): a week later", "{day} ist Feiertag ({holiday}): eine Woche später"),
    Text("{day} is a public holiday ({holiday}): {n} weeks later", "{day} ist Feiertag ({holiday}): {n} Wochen später"),
)
NEXT_OF_RHYTHM = Text(
    "{day} is a public holiday ({holiday}): the next day of the rhythm instead",
    "{day} ist Feiertag ({holiday}): stattdessen der nächste Tag des Turnus",
)
ON_HOLIDAY = Text("{day} is a public holiday ({holiday})", "{day} ist Feiertag ({holiday})")
ANOTHER_THAT_DAY = Text("session {ref} is on that day too", "am selben Tag ist schon Sitzung {ref}")
IN_THE_PAST = Text("{day} is past", "{day} liegt in der Vergangenheit")
NOT_SETTLED = Text(
    "session {ref} of {day} was neither held nor cancelled; its items stay there",
    "Sitzung {ref} vom {day} ist weder durchgeführt noch abgesagt; ihre TOP bleiben dort",
)
INVITE_BY = Plural(
    Text("Invitations are due by {day} ({n} day before)", "Einladung bis {day} ({n} Tag vorher)"),
    Text("Invitations are due by {day} ({n} days before)", "Einladung bis {day} ({n} Tage vorher)"),
)
INVITE_LATE = Text("the invitation would have been due by {day}", "die Einladung wäre bis {day} fällig gewesen")
ITEM = Text("  item {top} {title}", "  TOP {top} {title}")
SUB_ITEM = Text("    item {top} {title}", "    TOP {top} {title}")
BREAK = Text("  {title}", "  {title}")
CARRIED_FROM = Text("{item} (from session {ref})", "{item} (aus Sitzung {ref})")
NO_ITEMS = Text("  no items yet", "  noch keine TOP")
OPEN_TASKS = Plural(
    Text("{n} open task, {overdue} overdue: {command}", "{n} offene Aufgabe, davon überfällig: {overdue}; {command}"),
    Text("{n} open tasks, {overdue} overdue: {command}", "{n} offene Aufgaben, davon überfällig: {overdue}; {command}"),
)
PLANNED = Text("{what} planned in {path}", "{what} geplant in {path}")
FILLED = Text("{what}: agenda completed in {path}", "{what}: Tagesordnung ergänzt in {path}")
NOTHING_MISSING = Text("{what}: nothing is missing on the agenda", "{what}: auf der Tagesordnung fehlt nichts")
APPROVED_MEANWHILE = Text(
    "item {top} is no longer needed, the minutes of session {ref} are approved: {command}",
    "TOP {top} ist nicht mehr nötig, das Protokoll der Sitzung {ref} ist genehmigt: {command}",
)
LEFT_FOR_ANOTHER = Plural(
    Text(
        "{n} item left over is for session {ref}, which comes first: {command}",
        "{n} übriger TOP gehört in die Sitzung {ref}, die vorher kommt: {command}",
    ),
    Text(
        "{n} items left over are for session {ref}, which comes first: {command}",
        "{n} übrige TOP gehören in die Sitzung {ref}, die vorher kommt: {command}",
    ),
)
ALREADY = Text("session {ref} is planned already: {day}", "Sitzung {ref} ist schon geplant: {day}")
