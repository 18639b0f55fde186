"""JSON as an index keeps it: no blanks, letters as they are, days and times as ISO text."""

from collections.abc import Callable
from functools import cache
from operator import methodcaller
from typing import Any


def compact(value: Any) -> str:
    """Return a value as JSON; it must not hold itself."""
    return _encoder()(value)


@cache
def _encoder() -> Callable[[Any], str]:
    import json

    plain = methodcaller("isoformat")
    return json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=plain).encode
