"""Time in both languages: the words that are understood, how days are written, what cannot be read.

The tables of understood words are in lower case with proper umlauts; `scm_cli.dates.words` also finds the
spellings without them. Both languages are understood whatever the interface's language is.
"""

from collections.abc import Mapping
from typing import Final, Literal

from scm_cli.locale import Text

Unit = Literal["day", "week", "month", "quarter", "year"]

# names, as they are shown
MONTHS: Final = (
    Text("January", "Januar"),
    Text("February", "Februar"),
    Text("March", "März"),
    Text("April", "April"),
    Text("May", "Mai"),
    Text("June", "Juni"),
    Text("July", "Juli"),
    Text("August", "August"),
    Text("September", "September"),
    Text("October", "Oktober"),
    Text("November", "November"),
    Text("December", "Dezember"),
)
WEEKDAYS: Final = (
    Text("Monday", "Montag"),
    Text("Tuesday", "Dienstag"),
    Text("Wednesday", "Mittwoch"),
    Text("Thursday", "Donnerstag"),
    Text("Friday", "Freitag"),
    Text("Saturday", "Samstag"),
    Text("Sunday", "Sonntag"),
)

# days and times, as they are shown
DAY: Final = Text("{day.day} {month} {day.year:04d}", "{day.day:02d}.{day.month:02d}.{day.year:04d}")
WEEKDAY_DAY: Final = Text("{weekday}, {day}", "{weekday}, {day}")
CLOCK: Final = Text("{clock:%H:%M}", "{clock:%H:%M}")
CLOCK_SECONDS: Final = Text("{clock:%H:%M:%S}", "{clock:%H:%M:%S}")
AT: Final = Text("{start}", "{start} Uhr")
FROM_TO: Final = Text("{start} to {end}", "{start} bis {end} Uhr")
SINCE: Final = Text("from {start}", "ab {start} Uhr")
UNTIL: Final = Text("until {end}", "bis {end} Uhr")

# words that are understood: months from 1, weekdays from Monday = 0, days counted from today
MONTH_WORDS: Final[Mapping[int, tuple[str, ...]]] = {
    1: ("januar", "january", "jänner", "jan"),
    2: ("februar", "february", "feber", "feb"),
    3: ("märz", "march", "mär", "mrz", "mar"),
    4: ("april", "apr"),
    5: ("mai", "may"),
    6: ("juni", "june", "jun"),
    7: ("juli", "july", "jul"),
    8: ("august", "aug"),
    9: ("september", "sept", "sep"),
    10: ("oktober", "october", "okt", "oct"),
    11: ("november", "nov"),
    12: ("dezember", "december", "dez", "dec"),
}
WEEKDAY_WORDS: Final[Mapping[int, tuple[str, ...]]] = {
    0: ("montag", "monday", "mo", "mon"),
    1: ("dienstag", "tuesday", "di", "tue", "tues"),
    2: ("mittwoch", "wednesday", "mi", "wed"),
    3: ("donnerstag", "thursday", "do", "thu", "thur", "thurs"),
    4: ("freitag", "friday", "fr", "fri"),
    5: ("samstag", "sonnabend", "saturday", "sa", "sat"),
    6: ("sonntag", "sunday", "so", "sun"),
}
DAY_WORDS: Final[Mapping[int, tuple[str, ...]]] = {
    -2: ("vorgestern", "day before yesterday"),
    -1: ("gestern", "yesterday"),
    0: ("heute", "today"),
    1: ("morgen", "tomorrow"),
    2: ("übermorgen", "day after tomorrow"),
}
NUMBER_WORDS: Final[Mapping[int, tuple[str, ...]]] = {
    1: ("ein", "eine", "einem", "einen", "einer", "eins", "a", "an", "one"),
    2: ("zwei", "two"),
    3: ("drei", "three"),
    4: ("vier", "four"),
    5: ("fünf", "five"),
    6: ("sechs", "six"),
    7: ("sieben", "seven"),
    8: ("acht", "eight"),
    9: ("neun", "nine"),
    10: ("zehn", "ten"),
    11: ("elf", "eleven"),
    12: ("zwölf", "twelve"),
}
UNIT_WORDS: Final[Mapping[Unit, tuple[str, ...]]] = {
    "day": ("tag", "tage", "tagen", "day", "days"),
    "week": ("woche", "wochen", "week", "weeks"),
    "month": ("monat", "monate", "monaten", "month", "months"),
    "quarter": ("quartal", "quartale", "quartalen", "quarter", "quarters"),
    "year": ("jahr", "jahre", "jahren", "year", "years"),
}
# One letter behind a number, as other programs know it: 2w, 10d.
UNIT_LETTERS: Final[Mapping[Unit, tuple[str, ...]]] = {
    "day": ("t", "d"),
    "week": ("w",),
    "month": ("m",),
    "quarter": ("q",),
    "year": ("j", "y"),
}
# The unit that a number counts within a year: Q4, KW 47; „Monat 11“ is not said.
COUNTED_WORDS: Final[Mapping[Unit, tuple[str, ...]]] = {
    "week": ("kw", "kalenderwoche", "woche", "week", "cw", "w"),
    "quarter": ("q", "quartal", "quarter"),
}
WHICH_WORDS: Final[Mapping[int, tuple[str, ...]]] = {
    -1: (
        *("letzte", "letzten", "letzter", "letztes", "letztem"),
        *("vorige", "vorigen", "voriger", "voriges", "vorigem"),
        *("vergangene", "vergangenen", "vergangener", "vergangenes", "vergangenem"),
        *("last", "previous"),
    ),
    0: ("diese", "diesen", "dieser", "dieses", "diesem", "this"),
    1: (
        *("nächste", "nächsten", "nächster", "nächstes", "nächstem"),
        *("kommende", "kommenden", "kommender", "kommendes", "kommendem"),
        *("next", "coming"),
    ),
}
SIGN_WORDS: Final[Mapping[int, tuple[str, ...]]] = {1: ("in",), -1: ("vor",)}
LAST_SIGN_WORDS: Final[Mapping[int, tuple[str, ...]]] = {-1: ("ago",)}
FILLER_WORDS: Final = ("am", "im", "den", "der", "dem", "on", "the")
ORDINAL_ENDINGS: Final = ("st", "nd", "rd", "th")
CLOCK_WORDS: Final = ("uhr", "h", "o'clock", "o’clock")
MORNING_WORDS: Final = ("am", "a.m.")
AFTERNOON_WORDS: Final = ("pm", "p.m.")
HOUR_WORDS: Final = ("stunden", "stunde", "std.", "std", "hours", "hour", "hrs", "hr", "h")
MINUTE_WORDS: Final = ("minuten", "minutes", "minute", "mins", "min.", "min", "m")

# A session is also named by one of these words alone (folded: without umlauts).

# what cannot be read
EMPTY: Final = Text("nothing was typed where a date is needed", "wo ein Datum nötig ist, steht nichts")
NO_DATE: Final = Text("„{text}“ cannot be read as a date", "„{text}“ lässt sich nicht als Datum lesen")
NO_SUCH_DATE: Final = Text("„{text}“ is not in the calendar", "„{text}“ gibt es im Kalender nicht")
SLASHES: Final = Text(
    "„{text}“ does not say which number is the day and which the month",
    "„{text}“ lässt offen, welche Zahl der Tag und welche der Monat ist",
)
DAY_OR_YEAR: Final = Text(
    "„{text}“ does not say whether the number is a day or a year",
    "„{text}“ lässt offen, ob die Zahl ein Tag oder ein Jahr ist",
)
OTHER_WEEKDAY: Final = Text("„{text}“ is wrong: {day} is a {weekday}", "„{text}“ stimmt nicht: {day} ist ein {weekday}")
NO_SINGLE_DAY: Final = Text(
    "„{text}“ is not a single day, it lasts from {first} to {last}",
    "„{text}“ ist kein einzelner Tag, sondern dauert vom {first} bis zum {last}",
)
NO_CLOCK: Final = Text("„{text}“ is not a time of day", "„{text}“ ist keine Uhrzeit")
NO_LENGTH: Final = Text("„{text}“ is not a length of time", "„{text}“ ist keine Dauer")
LENGTH_RANGE: Final = Text(
    "„{text}“ does not lie between 1 minute and 24 hours",
    "„{text}“ liegt nicht zwischen 1 Minute und 24 Stunden",
)

# what can be read
SPAN_EXAMPLES: Final = Text(
    "Write it like „25.11.2022“, „25 November 2022“, „November 2022“, „Q4 2022“, „next tuesday“ or „last week“.",
    "Schreiben Sie es wie „25.11.2022“, „25. November 2022“, „November 2022“, „Q4 2022“, "
    "„nächsten Dienstag“ oder „letzte Woche“.",
)
DAY_EXAMPLES: Final = Text(
    "Write it like „25.11.2022“, „25 November 2022“, „2022-11-25“, „next tuesday“ or „in 2 weeks“.",
    "Schreiben Sie es wie „25.11.2022“, „25. November 2022“, „2022-11-25“, „nächsten Dienstag“ oder „in 2 Wochen“.",
)
CLOCK_EXAMPLES: Final = Text(
    "Write it like „10“, „10:20“ or „2 pm“, from 0:00 to 23:59.",
    "Schreiben Sie sie wie „10“, „10:20“ oder „10 Uhr 20“, von 0:00 bis 23:59.",
)
LENGTH_EXAMPLES: Final = Text(
    "Write it like „20“ (minutes), „1:30“, „1.5 h“ or „1 h 30“.",
    "Schreiben Sie sie wie „20“ (Minuten), „1:30“, „1,5 h“ oder „1 h 30“.",
)
NO_STRETCH: Final = Text(
    "„{text}“ is not a number of days, weeks or months", "„{text}“ ist keine Zahl von Tagen, Wochen oder Monaten"
)
WITHIN_EXAMPLES: Final = Text(
    "Write it like „10 days“, „2 weeks“, „2w“ or „1 month“.",
    "Schreiben Sie es wie „10 Tage“, „2 Wochen“, „2w“ oder „1 Monat“.",
)

# rhythms
RHYTHM_FORM: Final = Text(
    "the rhythm „{rule}“ is no rule such as „FREQ=MONTHLY;BYDAY=2TU“",
    "der Turnus „{rule}“ ist keine Regel wie „FREQ=MONTHLY;BYDAY=2TU“",
)
RHYTHM_FREQ: Final = Text(
    "the rhythm „{rule}“ needs a FREQ out of {known}", "der Turnus „{rule}“ braucht ein FREQ aus {known}"
)
RHYTHM_INTERVAL: Final = Text(
    "the INTERVAL of the rhythm „{rule}“ is no whole number from 1",
    "das INTERVAL des Turnus „{rule}“ ist keine ganze Zahl ab 1",
)
RHYTHM_ENDS: Final = Text(
    "the rhythm „{rule}“ has both COUNT and UNTIL, allowed is one of them",
    "der Turnus „{rule}“ hat COUNT und UNTIL, erlaubt ist eines davon",
)
RHYTHM_REFUSED: Final = Text(
    "the rhythm „{rule}“ is refused ({reason})", "der Turnus „{rule}“ wird nicht angenommen ({reason})"
)
RHYTHM_NEVER: Final = Text("the rhythm „{rule}“ never falls on a day", "der Turnus „{rule}“ fällt nie auf einen Tag")
