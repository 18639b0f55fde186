"""Rhythms in words: what is understood, how they are said, what cannot be read.

The tables are in lower case with proper umlauts, as those of `scm_cli.locale.dates`.
"""

from collections.abc import Mapping
from typing import Final, Literal

from scm_cli.locale import Text

Period = Literal["day", "week", "month", "quarter", "half", "year"]

# words that are understood
ORDINAL_WORDS: Final[Mapping[int, tuple[str, ...]]] = {
    1: ("erste", "ersten", "erster", "erstes", "erstem", "first"),
    2: ("zweite", "zweiten", "zweiter", "zweites", "zweitem", "second"),
    3: ("dritte", "dritten", "dritter", "drittes", "drittem", "third"),
    4: ("vierte", "vierten", "vierter", "viertes", "viertem", "fourth"),
    5: ("fünfte", "fünften", "fünfter", "fünftes", "fünftem", "fifth"),
    -1: ("letzte", "letzten", "letzter", "letztes", "letztem", "last"),
    -2: ("vorletzte", "vorletzten", "vorletzter", "vorletztes", "vorletztem", "penultimate", "second-last"),
}
FORTNIGHT_WORDS: Final[Mapping[int, tuple[str, ...]]] = {14: ("vierzehn", "fourteen")}
OTHER_WORDS: Final = ("other",)
PERIOD_WORDS: Final[Mapping[Period, tuple[str, ...]]] = {
    "day": ("tag", "tage", "tagen", "tages", "day", "days"),
    "week": ("woche", "wochen", "week", "weeks"),
    "month": ("monat", "monate", "monaten", "monats", "month", "months"),
    "quarter": ("quartal", "quartale", "quartals", "vierteljahr", "vierteljahres", "quarter", "quarters"),
    "half": ("halbjahr", "halbjahre", "halbjahres", "half-year"),
    "year": ("jahr", "jahre", "jahren", "jahres", "year", "years"),
}
# How often, in one word.
OFTEN_WORDS: Final[Mapping[tuple[int, Period], tuple[str, ...]]] = {
    (1, "week"): ("wöchentlich", "weekly"),
    (2, "week"): (
        *("14-täglich", "14-tägig", "14täglich", "14tägig", "vierzehntäglich", "vierzehntägig"),
        *("zweiwöchentlich", "zweiwöchig", "2-wöchentlich", "2-wöchig", "fortnightly", "fortnight"),
    ),
    (3, "week"): ("dreiwöchentlich", "dreiwöchig", "3-wöchentlich"),
    (4, "week"): ("vierwöchentlich", "vierwöchig", "4-wöchentlich"),
    (1, "month"): ("monatlich", "monthly"),
    (2, "month"): ("zweimonatlich", "2-monatlich"),
    (1, "quarter"): ("vierteljährlich", "quartalsweise", "quarterly"),
    (1, "half"): ("halbjährlich", "half-yearly"),
    (1, "year"): ("jährlich", "yearly", "annually"),
}
WITHOUT_WORDS: Final = ("nicht", "außer", "ohne", "ausgenommen", "not", "except", "excluding", "without")
ONLY_WORDS: Final = ("nur", "only")
UP_TO_WORDS: Final = ("bis", "to", "until", "through", "-", "–")
EVERY_WORDS: Final = ("jeder", "jede", "jeden", "jedes", "jedem", "every", "each")
UNSAID_WORDS: Final = (
    *("alle", "je", "jeweils", "pro", "immer", "stets", "aber", "von", "und", "sowie", "eines"),
    *("am", "an", "im", "in", "den", "der", "des", "dem", "einmal", ","),
    *("always", "but", "from", "and", "on", "of", "the", "per", "once", "for", "a"),
)

# how they are said
ORDINALS: Final[Mapping[int, Text]] = {
    1: Text("first", "ersten"),
    2: Text("second", "zweiten"),
    3: Text("third", "dritten"),
    4: Text("fourth", "vierten"),
    5: Text("fifth", "fünften"),
    -1: Text("last", "letzten"),
    -2: Text("penultimate", "vorletzten"),
}
_FIRST, _SECOND, _THIRD = Text("{n}st", "{n}."), Text("{n}nd", "{n}."), Text("{n}rd", "{n}.")
DAYS_OF_MONTH: Final = {1: _FIRST, 2: _SECOND, 3: _THIRD, 21: _FIRST, 22: _SECOND, 23: _THIRD, 31: _FIRST}
DAY_OF_MONTH: Final = Text("{n}th", "{n}.")
AND: Final = Text("{first} and {last}", "{first} und {last}")
ON_WEEKDAYS: Final = (
    Text("Monday", "montags"),
    Text("Tuesday", "dienstags"),
    Text("Wednesday", "mittwochs"),
    Text("Thursday", "donnerstags"),
    Text("Friday", "freitags"),
    Text("Saturday", "samstags"),
    Text("Sunday", "sonntags"),
)
EVERY: Final = Text("every {days}", "jeden {days}")
EVERY_IN_MONTHS: Final = Text("every {days} in {months}", "jeden {days} im {months}")
PERIODS: Final[Mapping[Period, Text]] = {
    "month": Text("every {days} of the month", "jeden {days} im Monat"),
    "quarter": Text("every {days} of the quarter", "jeden {days} im Quartal"),
    "half": Text("every {days} of the half-year", "jeden {days} im Halbjahr"),
}
FORTNIGHT: Final = Text("every 2 weeks on {days}", "alle 14 Tage {days}")
WEEKS: Final = Text("every {n} weeks on {days}", "alle {n} Wochen {days}")
MONTHS_APART: Final = Text("every {n} months on the {days}", "alle {n} Monate am {days}")
DATES: Final = Text("on the {days} of every month", "am {days} jedes Monats")
LAST_DAY: Final = Text("last day", "letzten Tag")
NOT_IN: Final = Text("{rhythm}, not in {months}", "{rhythm}, nicht im {months}")
ONLY_IN: Final = Text("{rhythm}, only in {months}", "{rhythm}, nur im {months}")

# what cannot be read
NO_RHYTHM: Final = Text("„{text}“ cannot be read as a rhythm", "„{text}“ lässt sich nicht als Turnus lesen")
UNKNOWN_WORD: Final = Text(
    "„{text}“ cannot be read as a rhythm: „{word}“ is not understood",
    "„{text}“ lässt sich nicht als Turnus lesen: „{word}“ ist nicht zu verstehen",
)
WEEKS_OR_MONTH: Final = Text(
    "„{text}“ does not say whether weeks or the days of a month are counted",
    "„{text}“ lässt offen, ob Wochen oder die Tage im Monat gezählt werden",
)
NO_DAY: Final = Text("the rhythm „{text}“ does not say on which day", "der Turnus „{text}“ sagt nicht, an welchem Tag")
NO_MONTH: Final = Text("the rhythm „{text}“ leaves no month", "der Turnus „{text}“ lässt keinen Monat übrig")
EXAMPLES: Final = Text(
    "Write it like „every second Tuesday of the month, not in July and August“, „every 2 weeks on Thursday“, "
    "„every first Monday of the quarter“, „last Friday of the month“ or FREQ=MONTHLY;BYDAY=2TU.",
    "Schreiben Sie ihn wie „jeden zweiten Dienstag im Monat, nicht im Juli und August“, „alle 14 Tage donnerstags“, "
    "„jeden ersten Montag im Quartal“, „letzter Freitag im Monat“ oder FREQ=MONTHLY;BYDAY=2TU.",
)
