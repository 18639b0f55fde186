"""What is odd about votes as they were recorded."""

from typing import Final

from scm_cli.locale import Text

SIDES: Final = {
    "yes": Text("yes", "Ja"),
    "no": Text("no", "Nein"),
    "abstain": Text("abstention", "Enthaltung"),
}
ODDITIES: Final = {
    "too-many": Text("{n} votes, but only {of} could be cast", "{n} Stimmen, abgegeben werden konnten aber nur {of}"),
    "nobody-there": Text(
        "nobody entitled to vote is noted as present", "niemand mit Stimmrecht ist als anwesend vermerkt"
    ),
    "no-quorum": Text(
        "no quorum: only {n} of {of} votes were there", "nicht beschlussfähig: nur {n} von {of} Stimmen waren anwesend"
    ),
    "contradiction": Text(
        "recorded as „{result}“, but by the votes it is „{computed}“{rule}",
        "festgehalten als „{result}“, nach den Stimmen aber „{computed}“{rule}",
    ),
    "names-differ": Text("{side}: {n} by name, but {of} counted", "{side}: {n} namentlich genannt, aber {of} gezählt"),
    "named-twice": Text("{who} is named twice", "{who} ist zweimal genannt"),
    "shared-vote": Text(
        "{who} and {other} share one vote, but both voted",
        "{who} und {other} teilen sich eine Stimme, haben aber beide abgestimmt",
    ),
    "excluded-voted": Text("{who} took no part, but voted", "{who} wirkte nicht mit, hat aber abgestimmt"),
    "not-there": Text(
        "{who} voted, but is not noted as there with a vote",
        "{who} hat abgestimmt, ist aber nicht als stimmberechtigt anwesend vermerkt",
    ),
    "no-vote": Text("{who} voted, but has no vote", "{who} hat abgestimmt, ist aber nicht stimmberechtigt"),
    "not-unanimous": Text(
        "unanimous, but not all votes were alike", "einstimmig, aber nicht alle haben gleich gestimmt"
    ),
    "no-consensus": Text("by consensus, but with votes against", "einvernehmlich, aber mit Gegenstimmen"),
    "lost": Text("{who} is elected, but {other} has more votes", "{who} ist gewählt, aber {other} hat mehr Stimmen"),
    "tie": Text(
        "{who} is elected, but {other} has as many votes", "{who} ist gewählt, aber {other} hat gleich viele Stimmen"
    ),
    "no-votes": Text(
        "{who} is elected, but no votes for them are recorded",
        "{who} ist gewählt, aber ohne festgehaltene Stimmen",
    ),
    "stands-twice": Text("{who} stands twice among the candidates", "{who} steht zweimal unter den Kandidierenden"),
}
