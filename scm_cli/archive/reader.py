"""From plain values to the model: every problem of a file at once, each with its line."""

from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice
from typing import Any, Final, TypeVar

from scm_cli.archive.format import Key, Shape, form, keys
from scm_cli.archive.parsing import decode, toml
from scm_cli.errors import BadData, Problem
from scm_cli.locale import reading as say
from scm_cli.model.kinds import Unfit, short, shown
from scm_cli.model.table import SCHEMA, Table, fields_of, filled
from scm_cli.model.validity import Fault, Where, faults

T = TypeVar("T", bound=Table)
MOST: Final = 1_000
"""How many problems of one file are told: finding a million would take minutes, and nobody reads them."""


class _EnoughError(Exception):
    """So much is wrong in a file that it is not read further."""


def read(data: bytes, table: type[T], path: str) -> T:
    """Read one file of the archive.

    Args:
        data: the file's bytes; a byte order mark is accepted.
        table: the class of the model that describes the file.
        path: the file as problems name it.

    Raises:
        BadData: with all problems of the file.
    """
    text = decode(data, path)
    raw = toml(text, path)
    reading = _Reading()
    try:
        reading.schema(raw, table)
        value = reading.table(table, raw, ())
    except _EnoughError:
        raise _bad(path, text, reading.faults, say.MORE_WRONG(n=MOST)) from None
    known = set(reading.faults)
    found = reading.faults + [fault for fault in islice(faults(value), MOST) if fault not in known]
    if found:
        raise _bad(path, text, found)
    return value


def _bad(path: str, text: str, found: list[Fault], more: str = "") -> BadData:
    """Return the error for what is wrong in a file, by line."""
    from scm_cli.archive.lines import lines_of

    located = list(zip(lines_of(text, [fault.where for fault in found]), found, strict=True))
    located.sort(key=lambda pair: pair[0])
    problems = [Problem(path, line, dotted(fault.where), fault.found, fault.allowed) for line, fault in located]
    return BadData([*problems, *([Problem(path, 0, "", more, "")] if more else [])])


def dotted(where: Where) -> str:
    """Return a key path as a reader says it, nothing hidden: `agenda[2].title`, counted from 1."""
    text = ""
    for step in where:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{short(step)}"
    return text.removeprefix(".")


@dataclass
class _Reading:
    """One pass over one file; collects faults instead of stopping at the first."""

    faults: list[Fault] = field(default_factory=list)

    def schema(self, raw: dict[str, Any], table: type[Table]) -> None:
        """Check the file's version and take it out of the way."""
        found = raw.pop("schema", None)
        if found is None:
            self._fault(("schema",), say.MISSING_KEY(), say.ALLOWED_FORM(example="schema = 1"))
        elif not isinstance(found, int) or isinstance(found, bool) or found < 1:
            self._fault(("schema",), say.NO_WHOLE(value=shown(found)), say.ALLOWED_RANGE(low=1, high=SCHEMA))
        elif found > SCHEMA:
            self._fault(("schema",), say.NEWER(value=shown(found)), say.ALLOWED_SCHEMA(known=SCHEMA))
            raw.clear()
            raw.update({name: None for name, key in keys(table).items() if key.required})

    def table(self, table: type[T], raw: dict[str, Any], where: Where) -> T:
        """Read one table; what does not fit is reported and stands as None."""
        known, needed, plain = form(table)
        values = fields_of(table).blank.copy()
        for name, element in raw.items():
            if name in plain and element is not None and not isinstance(element, dict):
                read_value, attribute = plain[name]
                try:  # most values of most files: no time for asking what else it could be
                    values[attribute] = read_value(element)
                except Unfit as error:
                    self._fault((*where, name), error.found, error.allowed)
                    values[attribute] = known[name].default
            elif name not in known:
                self._unknown(name, known, where)
            elif element is not None:
                values[known[name].field] = self.value(known[name], element, (*where, name))
        for name in needed:
            if name not in raw:
                self._fault((*where, name), say.MISSING_KEY(), say.ALLOWED_CONTENT(keys=name))
        return filled(table, values)

    def value(self, key: Key, raw: Any, where: Where) -> Any:
        """Read the value of one key."""
        if not key.shape.many:
            return self._one(key.shape, raw, where, key.default)
        if not isinstance(raw, list):
            self._fault(where, say.NO_LIST(value=shown(raw)), say.ALLOWED_LIST())
            return ()
        return tuple([self._one(key.shape, part, (*where, n), None) for n, part in enumerate(raw)])

    def _one(self, shape: Shape, raw: Any, where: Where, default: Any) -> Any:
        if shape.table and isinstance(raw, dict):
            return self.table(shape.table, raw, where)
        if shape.kind is None:
            example = ", ".join(keys(shape.table)) if shape.table else ""
            self._fault(where, say.NO_TABLE(value=shown(raw)), say.ALLOWED_TABLE(keys=example))
            return default
        try:
            return shape.kind.read(raw)
        except Unfit as error:
            self._fault(where, error.found, error.allowed)
            return default

    def _unknown(self, name: str, known: Any, where: Where) -> None:
        close = get_close_matches(name, known, n=1)
        remedy = [say.DID_YOU_MEAN(value=close[0])] if close else [say.ALLOWED_KEYS(keys=", ".join(known))]
        self._fault((*where, name), say.UNKNOWN_KEY(), "; ".join([*remedy, say.ALLOWED_FREE()]))

    def _fault(self, where: Where, found: str, allowed: str) -> None:
        if len(self.faults) == MOST:
            raise _EnoughError
        self.faults.append(Fault(where, found, allowed))
