"""References: how sessions, items, decisions and tasks are named, in full and in short."""

import re
from typing import NamedTuple


class SessionRef(NamedTuple):
    """A session by its group's key and its number, written `smart-city-region/7`."""

    group: str
    number: int

    def __str__(self) -> str:
        return f"{self.group}/{self.number}"

    def item(self, item_id: str) -> str:
        """Return the full reference of an agenda item: `smart-city-region/7#id`."""
        return f"{self.group}/{self.number}#{item_id}"

    def outcome(self, letter: str, number: int) -> str:
        """Return the full reference of a decision (B), election (W) or task (A): `smart-city-region/B7-1`."""
        return f"{self.group}/{letter}{self.number}-{number}"


def parse_session(text: str) -> SessionRef | None:
    """Return the session a full reference names, or None where it is no full reference."""
    match = re.fullmatch(r"([a-z0-9]+(?:-[a-z0-9]+)*)/([0-9]{1,9})", text)
    return SessionRef(match[1], int(match[2])) if match else None


def split_item(text: str) -> tuple[str, str]:
    """Split `7:3.2` or `group/7#id` into the session's part and the item's; the second may be empty."""
    for mark in ("#", ":"):
        session, found, item = text.partition(mark)
        if found:
            return session.strip(), item.strip()
    return text.strip(), ""


def parse_decision(text: str) -> tuple[SessionRef, int] | None:
    """Return session and number of a full decision reference such as `g/B7-1`, or None."""
    match = re.fullmatch(r"([a-z0-9]+(?:-[a-z0-9]+)*)/[BD]([0-9]{1,9})-([0-9]{1,9})", text)
    return (SessionRef(match[1], int(match[2])), int(match[3])) if match else None
