"""Words around a document: the letter of a mail, the foot of a page, lines for signatures, calendar entries."""

from typing import Final

from scm_cli.locale import Plural, Text

# mail
SALUTATION: Final = Text("Dear all,", "Sehr geehrte Damen und Herren,")
SALUTATION_OWN: Final = Text("{salutation},", "{salutation},")
SALUTATION_PERSON: Final = Text("Dear {name},", "Guten Tag {name},")
PROTOCOL: Final = Text(
    "Please find below the minutes of our session of {day}.",
    "nachfolgend erhalten Sie das Protokoll unserer Sitzung vom {day}.",
)
PROTOCOL_WRITTEN: Final = Text(
    "Please find below the minutes of our written procedure of {day}.",
    "nachfolgend erhalten Sie das Protokoll unseres Umlaufverfahrens vom {day}.",
)
AGENDA: Final = Text(
    "Please find below the agenda of our session on {day}.",
    "nachfolgend erhalten Sie die Tagesordnung unserer Sitzung am {day}.",
)
AGENDA_WRITTEN: Final = Text(
    "Please find below the agenda of our written procedure of {day}.",
    "nachfolgend erhalten Sie die Tagesordnung unseres Umlaufverfahrens vom {day}.",
)
OPENINGS: Final = {
    "attendance-sheet": Text(
        "Please find below the attendance sheet of our session on {day}.",
        "nachfolgend erhalten Sie die Anwesenheitsliste unserer Sitzung am {day}.",
    ),
    "short": Text(
        "Please find below what our session of {day} decided and whom it gave tasks.",
        "nachfolgend erhalten Sie die Beschlüsse und Aufgaben unserer Sitzung vom {day}.",
    ),
    "decision-extract": Text(
        "Please find below an extract from the minutes of our session of {day}.",
        "nachfolgend erhalten Sie einen Beschlussauszug aus unserer Sitzung vom {day}.",
    ),
    "item-extract": Text(
        "Please find below an extract from the minutes of our session of {day}.",
        "nachfolgend erhalten Sie einen Auszug aus dem Protokoll unserer Sitzung vom {day}.",
    ),
    "decision-register": Text(
        "Please find below the register of our decisions.", "nachfolgend erhalten Sie das Register unserer Beschlüsse."
    ),
    "task-list": Text(
        "Please find below the list of our tasks.", "nachfolgend erhalten Sie die Liste unserer Aufgaben."
    ),
    "personal-extract": Text(
        "Please find below your tasks from our sessions.",
        "nachfolgend erhalten Sie Ihre Aufgaben aus unseren Sitzungen.",
    ),
}
"""What is below, of documents besides protocol and agenda."""

CANCELLED: Final = Text(
    "Our session on {day} is cancelled. For your information, its agenda follows.",
    "unsere Sitzung am {day} ist abgesagt. Zu Ihrer Kenntnis folgt die Tagesordnung.",
)
OBJECTIONS: Final = Text(
    "Please raise objections to these minutes by {day}.",
    "Einwendungen gegen dieses Protokoll erbitten wir bis zum {day}.",
)
ENCLOSED: Final = Plural(
    Text("The attachment is enclosed.", "Die Anlage ist beigefügt."),
    Text("The {n} attachments are enclosed.", "Die {n} Anlagen sind beigefügt."),
)
CLOSING: Final = Text("Kind regards", "Mit freundlichen Grüßen")
SUBJECT: Final = Text("{title} ({day})", "{title} ({day})")
ENCLOSURE_MISSING: Final = Text(
    "attachment {number} is not in the draft: {reason}",
    "Anlage {number} fehlt im Entwurf: {reason}",
)
NOT_THERE: Final = Text("there is no {path}", "{path} gibt es nicht")

# Word
PAGE: Final = Text("Page", "Seite")
PAGE_OF: Final = Text("of", "von")
SIGNED: Final = Text("signed on {day}", "unterzeichnet am {day}")
SIGNATURE: Final = Text("Signature", "Unterschrift")
SIGN_HERE: Final = Text("Date, signature", "Datum, Unterschrift")
LOCALES: Final = {"language": Text("en-GB", "de-DE")}

# calendar
PRODUCT: Final = Text("-//scm//scm//EN", "-//scm//scm//DE")  # RFC 5545, section 3.7.3
