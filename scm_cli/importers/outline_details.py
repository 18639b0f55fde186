"""What stands in brackets behind a title, as scm's own agenda prints it: `(Name, Bericht, 20 Minuten)`."""

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, Final

from scm_cli.dates import read_clock, read_minutes
from scm_cli.errors import ScmError
from scm_cli.importers.presenters import Presenters
from scm_cli.locale import protocol
from scm_cli.locale.words import VALUES
from scm_cli.notation.inline import last_group, split_parts, unescape

_KINDS: Final = {
    word.casefold(): code
    for code in ("information", "discussion", "decision", "election")
    for word in VALUES[code].both()
}
_STATES: Final = {word.casefold(): code for code, text in protocol.STATES.items() for word in text.both()}


class Details:
    """Reads what is in brackets, where every part of it is understood.

    Args:
        who: finds people in the register.
        internal: the group's own words for what is not public.
    """

    def __init__(self, who: Presenters, internal: Iterable[str] = ()) -> None:
        self.who = who
        words = (*protocol.INTERNAL.both(), *internal)
        self.internal = {word.casefold() for word in words}

    def split(self, title: str, *, names: bool) -> tuple[str, dict[str, Any]]:
        """Return a title without its brackets and what they say; the title as it is where a part is not understood.

        Args:
            title: Markdown of one line.
            names: whether a name may be one that the register does not know: in a document of scm itself, beside
                a part that is certain.
        """
        start = last_group(title)
        if start < 1 or not title[:start].strip():
            return title, {}
        values: dict[str, Any] = {}
        parts = split_parts(re.sub(r"(?<=[0-9]),(?=[0-9])", ".", title[start + 1 : -1]), ",")
        people = [unescape(part) for part in parts if not self._certain(part, values)]
        if not all(map(self.who.is_known, people)) and not (names and values):
            return title, {}
        values.pop("planned", None)
        return title[:start].rstrip(), {**values, **({"presenters": people} if people else {})}

    def _certain(self, part: str, values: dict[str, Any]) -> bool:
        """Put in what a part says where it is no name; say whether that is so."""
        word = unescape(part).casefold()
        said: dict[str, Any] = {}
        if word in _KINDS:
            said = {"kind": _KINDS[word]}
        elif word in _STATES:
            said = {"state": _STATES[word]}
        elif word in self.internal:
            said = {"internal": True}
        elif re.fullmatch(r"[0-9].*[a-z.'h]", word):
            with suppress(ScmError):
                said = {"minutes_planned": read_minutes(word)}
        if not said and re.fullmatch(r"(?:ab |from )?[0-9]{1,2}(?:[:.][0-9]{2}(?: uhr)?| uhr)", word):
            with suppress(ScmError):
                read_clock(re.sub("^(?:ab|from) ", "", word))
                said = {"planned": True}
        if not said or said.keys() & values.keys():
            return False
        values.update(said)
        return True
