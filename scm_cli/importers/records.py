"""What every format is read into: records with the line they begin in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scm_cli.errors import BadData, Problem


@dataclass(frozen=True)
class Record:
    """One record of an imported file.

    Args:
        line: where it begins, from 1; 0 where no line can be named.
        values: what it says, by field; None where it says that there is nothing.
        called: how the file calls a field, where it is not the field's own name.
    """

    line: int
    values: Mapping[str, Any]
    called: Mapping[str, str]


@dataclass(frozen=True)
class Table:
    """What was read of a file.

    Args:
        records: all that could be read.
        unused: the columns that were not understood.
        problems: what is wrong with the other records; nothing is taken of a file that has any.
    """

    records: tuple[Record, ...]
    unused: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def bad(path: str, line: int, key: str, found: str, allowed: str = "") -> BadData:
    """Return the error of one problem in an imported file."""
    return BadData([Problem(path, line, key, found, allowed)])
