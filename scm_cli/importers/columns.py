"""Which field a column's heading or a record's key stands for, in German and English."""

import re
from collections.abc import Iterable, Mapping, Sequence

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
    for field in fields:
        names = (field, *HEADINGS.get(field, ()))
        if any(wanted in (plain(name), re.sub("[^a-z0-9]", "", spelled(name))) for name in names):
            return field
    return ""


def fields_of(headings: Sequence[str], fields: Sequence[str]) -> Mapping[int, str]:
    """Return the field of every column that stands for one; of two columns of a field the first."""
    found: dict[int, str] = {}
    for place, heading in enumerate(headings):
        field = field_of(heading, fields)
        if field and field not in found.values():
            found[place] = field
    return found
