"""Sentences of `scm search`."""

from scm_cli.locale import Text

NOTHING_WANTED = Text("nothing is said to look for", "es ist nicht gesagt, wonach gesucht wird")
WANTED_REMEDY = Text(
    'Give words, a "phrase" or the beginning of a word such as halte*.',
    'Geben Sie Wörter an, eine "Wortfolge" oder einen Wortanfang wie halte*.',
)
INTERNAL = Text("internal", "nichtöffentlich")
ITEM = Text("item {top}", "TOP {top}")
