"""The Fassung that a printed protocol names, found again in its text."""

import re

from scm_cli.locale import protocol as word


def fingerprint(text: str) -> str:
    """Return the Fassung that a protocol's text names; empty where it names none."""
    names = "|".join(re.escape(one.partition(" ")[0]) for one in word.FINGERPRINT.both())
    labels = "|".join(word.STANDING.both())
    found = re.search(rf"^[>\s]*[-*+•]\s+(?:{labels}):.*\((?:{names})\s+([0-9a-f]{{8}})\)", text, re.MULTILINE)
    return found[1] if found else ""
