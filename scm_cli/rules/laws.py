"""The profiles of laws: what each asks of a protocol, sentence by sentence.

VwVfG § 93 asks for the names of the committee's members, so that an organisation without a named person is only
a warning; BbgKVerf § 42 asks for the names of all who took part. Which items were internal (§ 42 (1) sentence 2
no. 4) is always said: an item that is not marked was public. The file format itself asks for some of what the
laws ask for, such as the day; it stands here so that the lists are whole.
"""

from typing import Final

from scm_cli.locale import rules as say
from scm_cli.model.group import Status
from scm_cli.rules.profile import OWN, Profile, Rule

SIGNABLE: Final[tuple[Status, ...]] = ("final", "approved")
"""A protocol is signed once it is final."""

NOWHERE: Final = ("online", "written")
"""The modes of a session that has no place."""

_OUTCOME: Final = ("decision.result", "decision.yes", "decision.no", "decision.unanimous")
_ELECTED: Final = ("election.elected", "election.candidates.votes")

VWVFG: Final = Profile(
    "vwvfg",
    say.VWVFG,
    (
        Rule(("place",), say.NO_PLACE, "VwVfG § 93 Satz 2 Nr. 1", not_in=NOWHERE),
        Rule(("date",), say.NO_DATE, "VwVfG § 93 Satz 2 Nr. 1"),
        Rule(("chair",), say.NO_CHAIR, "VwVfG § 93 Satz 2 Nr. 2"),
        Rule(("attendance",), say.NOBODY_PRESENT, "VwVfG § 93 Satz 2 Nr. 2"),
        Rule(("attendance.name",), say.NO_NAME, "VwVfG § 93 Satz 2 Nr. 2", level="warning"),
        Rule(("agenda",), say.NO_SUBJECT, "VwVfG § 93 Satz 2 Nr. 3"),
        Rule(("item.title",), say.NO_TITLE, "VwVfG § 93 Satz 2 Nr. 3"),
        Rule(("decision.text",), say.NO_WORDING, "VwVfG § 93 Satz 2 Nr. 3"),
        Rule(("item.decisions",), say.NO_DECISION, "VwVfG § 93 Satz 2 Nr. 4", kind="decision"),
        Rule(_OUTCOME, say.NO_RESULT, "VwVfG § 93 Satz 2 Nr. 4"),
        Rule(("item.elections",), say.NO_ELECTION, "VwVfG § 93 Satz 2 Nr. 5", kind="election"),
        Rule(_ELECTED, say.NOBODY_ELECTED, "VwVfG § 93 Satz 2 Nr. 5"),
        Rule(("signed",), say.NOT_SIGNED_BY_CHAIR, "VwVfG § 93 Satz 3", status=SIGNABLE, signed_by="chair"),
        Rule(("signed",), say.NOT_SIGNED_BY_TAKER, "VwVfG § 93 Satz 3", status=SIGNABLE, signed_by="minute_taker"),
    ),
)

BBGKVERF: Final = Profile(
    "bbgkverf",
    say.BBGKVERF,
    (
        Rule(("mode",), say.NO_MODE, "BbgKVerf § 42 Abs. 1 Satz 2 Nr. 1"),
        Rule(("date",), say.NO_DATE, "BbgKVerf § 42 Abs. 1 Satz 2 Nr. 2"),
        Rule(("start",), say.NO_START, "BbgKVerf § 42 Abs. 1 Satz 2 Nr. 2", not_in=("written",)),
        Rule(("end",), say.NO_END, "BbgKVerf § 42 Abs. 1 Satz 2 Nr. 2", level="warning", not_in=("written",)),
        Rule(("place",), say.NO_PLACE, "BbgKVerf § 42 Abs. 1 Satz 2 Nr. 2", not_in=NOWHERE),
        Rule(("attendance",), say.NOBODY_PRESENT, "BbgKVerf § 42 Abs. 1 Satz 2 Nr. 3"),
        Rule(("attendance.name",), say.NO_NAME, "BbgKVerf § 42 Abs. 1 Satz 2 Nr. 3"),
        Rule(("agenda",), say.NO_AGENDA, "BbgKVerf § 42 Abs. 1 Satz 2 Nr. 4"),
        Rule(("item.title",), say.NO_TITLE, "BbgKVerf § 42 Abs. 1 Satz 2 Nr. 4"),
        Rule(("item.decisions",), say.NO_DECISION, "BbgKVerf § 42 Abs. 1 Satz 2 Nr. 5", kind="decision"),
        Rule(("decision.text",), say.NO_WORDING, "BbgKVerf § 42 Abs. 1 Satz 2 Nr. 5"),
        Rule(_OUTCOME, say.NO_RESULT, "BbgKVerf § 42 Abs. 1 Satz 2 Nr. 6"),
        Rule(("item.elections",), say.NO_ELECTION, "BbgKVerf § 42 Abs. 1 Satz 2 Nr. 6", kind="election"),
        Rule(_ELECTED, say.NOBODY_ELECTED, "BbgKVerf § 42 Abs. 1 Satz 2 Nr. 6"),
        Rule(("signed",), say.NOT_SIGNED_BY_CHAIR, "BbgKVerf § 42 Abs. 3 Satz 1", status=SIGNABLE, signed_by="chair"),
    ),
)

LAWS: Final = {profile.name: profile for profile in (VWVFG, BBGKVERF)}
PROFILES: Final = (*LAWS, OWN)
"""The names of all profiles there are."""
