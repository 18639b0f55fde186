"""What can go wrong: each kind of error knows its sentence, its remedy and its exit code."""

from collections.abc import Iterable
from typing import ClassVar, NamedTuple


class ScmError(Exception):
    """Something failed; `message` says what, `remedy` what to do about it."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class UsageFault(ScmError):
    """The command line asks for something that does not exist or cannot be."""

    exit_code = 2


class NotFound(ScmError):
    """What was named is not in the archive."""

    exit_code = 3


class Ambiguous(ScmError):
    """What was named could be several things; `candidates` lists them."""

    exit_code = 3

    def __init__(self, message: str, candidates: Iterable[str], remedy: str = "") -> None:
        super().__init__(message, remedy)
        self.candidates = tuple(candidates)


class Conflict(ScmError):
    """It exists, was changed meanwhile, is sealed or is locked."""

    exit_code = 5


class Problem(NamedTuple):
    """One thing a reader found wrong in one file.

    Args:
        path: the file, as the user would name it.
        line: from 1; 0 where no line can be named.
        key: dotted path of the key, such as `agenda[2].title`; empty for the file as a whole.
        found: what stands there.
        allowed: what may stand there; may be empty.
    """

    path: str
    line: int
    key: str
    found: str
    allowed: str = ""

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        parts = [where, self.key, self.found] if self.key else [where, self.found]
        return ": ".join(parts) + (f"; {self.allowed}" if self.allowed else "")


class BadData(ScmError):
    """A file of the archive cannot be read; `problems` holds everything that is wrong with it."""

    exit_code = 4

    def __init__(self, problems: Iterable[Problem], remedy: str = "") -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)), remedy)
