"""`scm session sign`: its help and what it says."""

from scm_cli.locale import Text

SIGN = Text(
    "Note that somebody signed a final protocol. The seal does not cover signatures.",
    "Vermerken, dass jemand ein ausgefertigtes Protokoll unterschrieben hat. Das Siegel umfasst Unterschriften nicht.",
)
NAME = Text("Who signed; the chair if nobody is named.", "Wer unterschrieb; ohne Angabe die Leitung.")
AS = Text(
    "As what: chair, minute-taker or anything else; if nothing is said, as the one they were in the session.",
    "Als was: chair, minute-taker oder etwas anderes; ohne Angabe als das, was sie in der Sitzung waren.",
)
ON = Text("When; today if nothing is said.", "Wann; ohne Angabe heute.")
UNREGISTERED = Text("Take the name as it is, without the register.", "Den Namen nehmen, wie er ist, ohne Verzeichnis.")
SIGNED = Text("{what}: signed by {name} on {day}, in {path}", "{what}: unterschrieben von {name} am {day}, in {path}")
WHO_SIGNED = Text("nobody is named", "niemand ist genannt")
WHO_SIGNED_REMEDY = Text(
    "Name who signed; the session itself does not say who held the office.",
    "Nennen Sie, wer unterschrieb; die Sitzung selbst sagt nicht, wer das Amt hatte.",
)
