"""Planned times: when a session would end, and how far that is behind its planned end."""

from typing import Final

from scm_cli.locale import Plural, Text

END: Final = Text("Expected end", "Voraussichtliches Ende")
AT: Final = Text("{end}", "{end} Uhr")
AT_LATE: Final = Text("{end} ({late} after the planned end)", "{end} Uhr ({late} nach dem geplanten Ende)")
OVERRUN: Final = Plural(
    Text(
        "the agenda of {ref} takes {n} minute longer than planned: it ends at {end} instead of {planned}",
        "die Tagesordnung von {ref} dauert {n} Minute länger als vorgesehen: bis {end} statt {planned} Uhr",
    ),
    Text(
        "the agenda of {ref} takes {n} minutes longer than planned: it ends at {end} instead of {planned}",
        "die Tagesordnung von {ref} dauert {n} Minuten länger als vorgesehen: bis {end} statt {planned} Uhr",
    ),
)
OVERRUN_AT_LEAST: Final = Plural(
    Text(
        "the agenda of {ref} takes at least {n} minute longer than planned: some items have no length, and it was to "
        "end at {planned}",
        "die Tagesordnung von {ref} dauert mindestens {n} Minute länger als vorgesehen: einige TOP sind ohne Dauer, "
        "und um {planned} Uhr soll Schluss sein",
    ),
    Text(
        "the agenda of {ref} takes at least {n} minutes longer than planned: some items have no length, and it was to "
        "end at {planned}",
        "die Tagesordnung von {ref} dauert mindestens {n} Minuten länger als vorgesehen: einige TOP sind ohne Dauer, "
        "und um {planned} Uhr soll Schluss sein",
    ),
)
