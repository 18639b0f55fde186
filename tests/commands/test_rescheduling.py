"""A session's sequence rises with every change of time or place, so that calendars see it (RFC 5545, 3.8.7.4)."""

import json

from support import Scm


def sequence(scm: Scm) -> int:
    """Return the sequence of the second session."""
    return int(json.loads(scm.ok("show", "2", "--json"))["sequence"])


def test_the_sequence_rises_with_time_and_place_and_nothing_else(scm: Scm) -> None:
    scm.ok("session", "add", "2022-12-08")
    assert sequence(scm) == 0
    scm.ok("session", "edit", "2", "--title", "Sondersitzung")
    assert sequence(scm) == 0
    scm.ok("session", "edit", "2", "--date", "2022-12-15", "--start", "10:00")
    assert sequence(scm) == 1, "a planned session may stand in calendars already"
    scm.ok("agenda", "add", "2", "Eröffnung")
    scm.ok("session", "invite", "2")
    scm.ok("session", "edit", "2", "--place", "Guben")
    assert sequence(scm) == 2
    scm.ok("session", "cancel", "2")
    assert sequence(scm) == 3
