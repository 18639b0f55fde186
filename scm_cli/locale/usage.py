"""Sentences about the command line: what was asked for that does not exist, and help's own words."""

from scm_cli.locale import Text

# what was asked for that does not exist
UNKNOWN_FIELD = Text("there is no field „{name}“", "es gibt kein Feld „{name}“")
UNKNOWN_FILTER = Text("{option} knows no „{value}“", "{option} kennt kein „{value}“")
KNOWN = Text("Known: {values}.", "Bekannt sind: {values}.")
NOT_HERE = Text("{option} does not apply to this list.", "{option} gilt für diese Liste nicht.")
NO_SUCH_OPTION = Text("there is no option {name}", "es gibt keine Option {name}")
NO_SUCH_COMMAND = Text("there is no command „{name}“", "es gibt keinen Befehl „{name}“")
MISSING_COMMAND = Text("a command is missing", "es fehlt ein Befehl")
MISSING_VALUE = Text("{name} is missing", "{name} fehlt")
BAD_VALUE = Text("{name}: {reason}", "{name}: {reason}")
TOO_MANY = Text("too much is given: {values}", "es ist zu viel angegeben: {values}")
OPTION_VALUE = Text("the option {name} needs a value", "die Option {name} braucht einen Wert")
OPTION_NO_VALUE = Text("the option {name} takes no value", "die Option {name} nimmt keinen Wert")
DID_YOU_MEAN = Text("Did you mean {names}?", "Meinten Sie {names}?")
OR = Text(" or ", " oder ")
SEE_HELP = Text("„{command} --help“ shows what there is.", "„{command} --help“ zeigt, was es gibt.")
NO_NUMBER = Text("{name}: „{value}“ is not a whole number", "{name}: „{value}“ ist keine ganze Zahl")
NUMBER_REMEDY = Text("Give a whole number from {low}.", "Geben Sie eine ganze Zahl ab {low} an.")
NOT_POSSIBLE = Text("{name}: {found}", "{name}: {found}")
TOGETHER = Text("{one} and {other} do not go together", "{one} und {other} vertragen sich nicht")
NEEDS = Text("{one} needs {other}", "{one} braucht {other}")
NOT_CLEARED = Text("{name} cannot be taken away", "{name} lässt sich nicht wegnehmen")
NO_MOMENT = Text("{name}: „{value}“ is no day or time", "{name}: „{value}“ ist kein Tag und keine Zeit")
MOMENT_REMEDY = Text(
    "Write it as „2026-12-01“ or „2026-12-01T09:00+01:00“.", "Schreiben Sie „2026-12-01“ oder „2026-12-01T09:00+01:00“."
)

# help's own words
USAGE = Text("Usage", "Aufruf")
ARGUMENTS = Text("Arguments", "Argumente")
OPTIONS = Text("Options", "Optionen")
COMMANDS = Text("Commands", "Befehle")
EXAMPLES = Text("Examples", "Beispiele")
OPTIONS_METAVAR = Text("[OPTIONS]", "[OPTIONEN]")
COMMAND_METAVAR = Text("COMMAND", "BEFEHL")
REQUIRED = Text("required", "nötig")
DEFAULT = Text("default: {value}", "sonst: {value}")
HELP_OPTION = Text("Show this help.", "Diese Hilfe zeigen.")
DATA_OPTION = Text(
    "The archive; else SCM_DATA, the nearest scm.toml upwards, the user's own.",
    "Die Ablage; sonst SCM_DATA, das nächste scm.toml aufwärts, die eigene.",
)
VERSION_OPTION = Text("Show the version.", "Die Version zeigen.")
