"""JSON as an index keeps it: no blanks, letters as they are, days and times as ISO text."""

from collections.abc import Callable
from datetime import date, time
from functools import cache
from typing import Any


def compact(value: Any) -> str:
    """Return a value as JSON; it must not hold itself."""
    return _encoder()(value)


@cache
def _encoder() -> Callable[[Any], str]:
    import json

    return json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_plain).encode


def _plain(value: date | time) -> str:
    return value.isoformat()
