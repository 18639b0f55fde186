"""Moments: days with a time and an offset from UTC."""

from datetime import datetime, timezone


def with_own_zone(value: datetime) -> datetime:
    """Return a moment with its offset as Python's own class has it, so that it can be copied whoever read it."""
    offset = value.utcoffset()
    return value if offset is None else value.replace(tzinfo=timezone(offset))
