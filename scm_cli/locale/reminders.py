"""Reminders of tasks: help, and what is said of people no draft can go to."""

from scm_cli.locale import Text

REMIND = Text(
    "Write a draft of a mail to everybody with open tasks; nothing is sent.",
    "Allen mit offenen Aufgaben einen Mailentwurf schreiben; verschickt wird nichts.",
)
TO = Text("Only this person.", "Nur diese Person.")
LANG = Text("The mails' language; else the group's.", "Sprache der Mails; sonst die des Gremiums.")
OUTPUT = Text(
    "The folder for the drafts; else a new one named after today.",
    "Der Ordner für die Entwürfe; sonst ein neuer, nach heute benannt.",
)
FORCE = Text("Overwrite drafts.", "Entwürfe überschreiben.")
FOLDER = Text("reminders-{day}", "erinnerungen-{day}")
NOTHING = Text("there is nobody to be reminded", "es gibt niemanden zu erinnern")
NO_ADDRESS = Text(
    "{name} has no e-mail address and gets no draft ({refs}); „{command}“ sets it",
    "{name} hat keine E-Mail-Adresse und bekommt keinen Entwurf ({refs}); „{command}“ trägt sie ein",
)
SET_ADDRESS = Text("scm attendee edit {key} --email …", "scm attendee edit {key} --email …")
NOBODY_TO_WRITE_TO = Text(
    "{name} is not in the register and gets no draft ({refs})",
    "{name} steht nicht im Verzeichnis und bekommt keinen Entwurf ({refs})",
)
NOBODY = Text(
    "nobody is responsible, so nobody gets a draft: {refs}",
    "niemand ist zuständig, also bekommt niemand einen Entwurf: {refs}",
)
