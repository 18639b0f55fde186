"""From what is typed, or stands in a table that is imported, to the model: through the kinds the reader uses."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, time
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from scm_cli.errors import UsageFault
from scm_cli.locale import reading
from scm_cli.locale import usage as say
from scm_cli.locale.words import FLAGS, code

if TYPE_CHECKING:
    from scm_cli.archive.format import Key
    from scm_cli.model.table import Table

T = TypeVar("T", bound="Table")
_FRACTION = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{1,6}"


def apply(
    value: T,
    typed: Mapping[str, Any],
    today: date,
    clear: Iterable[str] = (),
    asked: Mapping[str, str] = MappingProxyType({}),
) -> T:
    """Return a value with typed fields put in and others taken away.

    Args:
        value: the table to change.
        typed: text, a list of texts or a finished value, by field.
        today: what relative dates are measured from.
        clear: names of fields to take away.
        asked: what the user calls a field where it is not the option of the field's own name, by field.

    Raises:
        UsageFault: a text does not fit its field, or a field cannot be taken away.
    """
    from scm_cli.archive.format import keys

    known = {key.field: key for key in keys(type(value)).values()}
    changes = {name: typed_value(known[name], given, today, asked.get(name, "")) for name, given in typed.items()}
    for name in clear:
        key = known.get(name.replace("-", "_"))
        if key is None or not _clearable(key):
            allowed = ", ".join(one.name for one in known.values() if _clearable(one))
            raise UsageFault(say.NOT_CLEARED(name=name), say.KNOWN(values=allowed))
        changes[key.field] = key.default
    return replace(value, **changes)


def _clearable(key: "Key") -> bool:
    """Say whether a key can be taken away: what scm counts or identifies by stays."""
    from scm_cli.model.table import Table

    empty = key.default in (None, ()) or key.default is False or isinstance(key.default, Table)
    return not key.required and not key.header and empty and key.name != "uid"


def typed_value(key: "Key", given: Any, today: date, asked: str = "") -> Any:
    """Return the model's value for what was typed, asked for as `asked`; raises `UsageFault` with what is allowed."""
    from scm_cli.model.kinds import Unfit
    from scm_cli.model.table import Table

    if key.shape.many and isinstance(given, (list, tuple)):
        one = replace(key, shape=replace(key.shape, many=False))
        return tuple(typed_value(one, part, today, asked) for part in given)
    if isinstance(given, Table) or key.shape.kind is None:
        return given
    try:
        return key.shape.kind.read(_parsed(key, given, today))
    except Unfit as error:
        raise UsageFault(say.NOT_POSSIBLE(name=asked or option(key), found=error.found), error.allowed) from error


def imported_value(key: "Key", given: Any, today: date) -> Any:
    """Return the model's value for what an imported file says; raises `Unfit` with what is allowed."""
    from scm_cli.model.kinds import ClockKind, FlagKind, Unfit, shown

    if isinstance(given, str) and isinstance(key.shape.kind, ClockKind) and re.fullmatch(_FRACTION, given):
        return time.fromisoformat(given)  # as machine formats write it: people type no parts of a second
    try:
        return key.shape.kind.read(_parsed(key, given, today)) if key.shape.kind else given
    except UsageFault as error:
        raise Unfit(error.message, clause(error.remedy)) from error
    except Unfit as error:
        if not isinstance(key.shape.kind, FlagKind):
            raise
        raise Unfit(reading.NO_YES(value=shown(given)), reading.ALLOWED_YES()) from error


def clause(sentence: str) -> str:
    """Return a remedy as it stands behind a semicolon."""
    return (sentence[:1].lower() + sentence[1:]).removesuffix(".")


def option(key: "Key") -> str:
    """Return the option that stands for a key."""
    return f"--{key.name.replace('_', '-')}"


def _parsed(key: "Key", given: Any, today: date) -> Any:
    from scm_cli.model.kinds import ClockKind, DayKind, FlagKind, ShareKind, WholeKind
    from scm_cli.model.text import whole

    if not isinstance(given, str):
        return given
    kind = key.shape.kind
    if isinstance(kind, DayKind):
        from scm_cli.dates import read_day

        return read_day(given, today, past=False)
    if isinstance(kind, ClockKind):
        from scm_cli.dates import read_clock

        return read_clock(given)
    if (codes := _codes(kind)) and not given.isdigit():
        return code(given, codes)
    if key.name in ("duration", "minutes_planned"):
        from scm_cli.dates import read_minutes

        return read_minutes(given)
    if key.name == "region":
        return given.upper()
    if key.name == "rhythm":
        from scm_cli.dates import read_rhythm

        return read_rhythm(given)
    if isinstance(kind, (WholeKind, ShareKind)) and (number := whole(given)) is not None:
        return number
    if isinstance(kind, FlagKind):
        return FLAGS.get(given.strip().casefold(), given)
    return given


def _codes(kind: Any) -> tuple[str, ...]:
    """Return the codes for which words are typed; none for a kind that has none."""
    from scm_cli.model.kinds import ChoiceKind, ShareKind

    if isinstance(kind, ShareKind):
        return (*kind.words, "2/3", "3/4")
    return tuple(kind.values) if isinstance(kind, ChoiceKind) else ()


def differences(before: "Table", after: "Table") -> list[str]:
    """Return the names of the keys in which two states of a table differ."""
    from scm_cli.archive.format import keys

    return [key.name for key in keys(type(after)).values() if getattr(before, key.field) != getattr(after, key.field)]
