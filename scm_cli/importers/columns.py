"""Which field a column's heading or a record's key stands for, in German and English."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from scm_cli.locale.importing import HEADINGS
from scm_cli.model.fold import fold, spelled


def plain(heading: str) -> str:
    """Return a heading as it is compared: letters and digits alone, without case, accents and what is in brackets."""
    shown = re.sub(r"\([^)]*\)|\[[^]]*\]", "", heading) or heading
    return re.sub(r"[^a-z0-9]", "", fold(shown))


def field_of(heading: str, fields: Iterable[str]) -> str:
    """Return which of the fields a heading stands for; empty where it stands for none.

    Args:
        heading: as it was written: `Titel`, `Dauer (Min.)`, `minutes_planned`.
        fields: the fields there are.
    """
    wanted = plain(heading)
    if not wanted:
        return ""
    return next((field for field in fields if wanted in _called(field)), "")


@cache
def _called(field: str) -> frozenset[str]:
    """Return everything a field is called, as headings are compared."""
    names = (field, *HEADINGS.get(field, ()))
    return frozenset(one for name in names for one in (plain(name), re.sub("[^a-z0-9]", "", spelled(name))))


def fields_of(headings: Sequence[str], fields: Sequence[str]) -> Mapping[int, str]:
    """Return the field of every column that stands for one; of two columns of a field the first."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        if field := field_of(heading, fields):
            found.setdefault(field, place)
    return {place: field for field, place in found.items()}
