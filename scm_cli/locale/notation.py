"""Words the notation of a protocol is recognised by."""

from scm_cli.locale import Text

TIME = Text("Time", "Zeit")
CLOCK = Text("{time}", "{time} Uhr")
