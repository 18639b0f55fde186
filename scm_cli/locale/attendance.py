"""Who was there and whose votes: what is odd about it, and what lists say of it."""

from scm_cli.locale import Text

# times somebody came and left
CAME_TWICE = Text("they came again at {time} without having left", "um {time} kamen sie erneut, ohne gegangen zu sein")
LEFT_TWICE = Text("they left again at {time} without being back", "um {time} gingen sie erneut, ohne zurück zu sein")
CAME_TWICE_REMEDY = Text(
    "Name the times in turn, such as --until 10:30 --from 11:00.",
    "Nennen Sie die Zeiten im Wechsel, etwa --until 10:30 --from 11:00.",
)

# what a session's list says below itself
SUMMARY = Text("{present} of {named} named were present", "anwesend {present} von {named} Genannten")
SUMMARY_VOTES = Text(
    "{present} of {entitled} votes at the beginning{quorum}", "zu Beginn {present} von {entitled} Stimmen{quorum}"
)
QUORUM_HELD = Text(", quorum held", ", beschlussfähig")
QUORUM_LACKED = Text(", no quorum", ", nicht beschlussfähig")
NO_VOTES = Text(
    "on that day nobody in the register had a vote; scm attendee edit NAME --group {group} --vote",
    "an diesem Tag hatte niemand im Verzeichnis eine Stimme; scm attendee edit NAME --group {group} --vote",
)

# somebody for somebody who was there
FOR_SOMEBODY_THERE = Text(
    "{name} sits in for {other}; both were there at the same time",
    "{name} vertritt {other}; beide waren zur selben Zeit da",
)
VOTE_OF_SOMEBODY_THERE = Text(
    "{name} carries the vote of {other}; both were there at the same time",
    "{name} führt die Stimme von {other}; beide waren zur selben Zeit da",
)
FOR_WITH_OWN_VOTE = Text(
    "{name} sits in for {other}, but holds a vote already; a carried vote is noted with --votes-for",
    "{name} vertritt {other}, hat aber schon eine Stimme; eine übertragene Stimme vermerkt --votes-for",
)
VOTE_OF_NOBODY = Text(
    "{name} carries the vote of {other}, who has none",
    "{name} führt die Stimme von {other}; stimmberechtigt ist {other} aber nicht",
)

SITS_IN = Text("{name}: noted as sitting in for {other}", "{name}: als Vertretung von {other} vermerkt")

# the quorum as the chair found it, and as it follows from who was there
OTHER_PRESENT = Text(
    "{stated} votes present were stated, but {present} were there at the beginning ({names})",
    "festgestellt sind {stated} anwesende Stimmen, zu Beginn da waren aber {present} ({names})",
)
OTHER_ENTITLED = Text(
    "stated of {stated} votes, but the group has {entitled}",
    "festgestellt von {stated} Stimmen, das Gremium hat aber {entitled}",
)
STATED_PRESENT = Text(
    "a quorum was stated, but {present} of {entitled} votes are not enough ({rule})",
    "Beschlussfähigkeit ist festgestellt, {present} von {entitled} Stimmen genügen aber nicht ({rule})",
)
STATED_LACKING = Text(
    "a lack of quorum was stated, but {present} of {entitled} votes are enough ({rule})",
    "Beschlussunfähigkeit ist festgestellt, {present} von {entitled} Stimmen genügen aber ({rule})",
)
NOBODY = Text("nobody", "niemand")
RULE_MAJORITY = Text("rule: more than half", "Regel: mehr als die Hälfte")
RULE_LEAST = Text("rule: at least {least}", "Regel: mindestens {least}")

# help of the options for what the chair found
QUORUM_STATED = Text(
    "What the chair found of the quorum; printed as found, while „scm check“ compares it with who was there.",
    "Was die Leitung zur Beschlussfähigkeit feststellte; so gedruckt, „scm check“ vergleicht es mit der Anwesenheit.",
)
QUORUM_PRESENT = Text(
    "How many votes the chair found present.", "Wie viele Stimmen die Leitung als anwesend feststellte."
)
QUORUM_OF = Text("Of how many votes.", "Von wie vielen Stimmen.")
