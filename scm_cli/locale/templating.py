"""Templates: what is wrong with them, and what `scm template` says."""

from scm_cli.locale import Plural, Text

UNKNOWN = Text("„{name}“ is unknown; there are {known}", "„{name}“ ist unbekannt; es gibt {known}")
MEMORY = Text("it takes too much memory", "sie braucht zu viel Speicher")
TOO_LONG = Text(
    "it did not end within {seconds} seconds and was stopped",
    "sie war nach {seconds} Sekunden nicht fertig und wurde angehalten",
)
STOPPED = Text(
    "it took too much time or memory and was stopped", "sie brauchte zu viel Zeit oder Speicher und wurde angehalten"
)
TOO_LARGE = Text("it makes more than {n} characters", "sie ergibt mehr als {n} Zeichen")

LIST = Text(
    "List the templates, and which are the archive's own.", "Die Vorlagen auflisten, und welche der Ablage gehören."
)
SHOW = Text("Print a template, to start one's own from.", "Eine Vorlage ausgeben, als Anfang einer eigenen.")
CHECK = Text(
    "Fill in the archive's own templates with a sample.", "Die Vorlagen der Ablage mit einem Muster ausfüllen."
)
NAME = Text("The template, such as invitation.de or invitation.", "Die Vorlage, etwa einladung oder invitation.de.")
CHECK_NAME = Text("Which one; all own ones if nothing is said.", "Welche; ohne Angabe alle eigenen.")
BUILT_IN = Text(
    "Print the built-in one, even where the archive has its own.",
    "Die eingebaute ausgeben, auch wo die Ablage eine eigene hat.",
)
LANG = Text("In which language; else the interface's.", "In welcher Sprache; sonst die der Oberfläche.")
NO_TEMPLATE = Text("there is no template „{name}“", "es gibt keine Vorlage „{name}“")
NO_TEMPLATE_REMEDY = Text("There are: {known}.", "Es gibt: {known}.")
NOT_OWN = Text("{name} is built in; there is nothing to check", "{name} ist eingebaut; da ist nichts zu prüfen")
IS_OWN = Text("own", "eigene")
IS_BUILT_IN = Text("built-in", "eingebaut")
CHECKED = Plural(
    Text("{n} own template checked", "{n} eigene Vorlage geprüft"),
    Text("{n} own templates checked", "{n} eigene Vorlagen geprüft"),
)
NONE_OWN = Text("there are no own templates in {path}", "in {path} liegen keine eigenen Vorlagen")
WRITE_HERE = Text("Save it as {path} to change it.", "Speichern Sie sie als {path}, um sie zu ändern.")
