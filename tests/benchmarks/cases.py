"""What is measured: commands, what they are compared with, and what they should find."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from benchmarks.generated import Meeting, Person, World

Task = Literal["list", "filter", "search", ""]
FLOOR: Final = "python -c 'import typer'"
_REF: Final = re.compile(r"([a-z][a-z-]*)[./](\d+)")


@dataclass(frozen=True)
class Case:
    """One command that is measured.

    Args:
        name: how the table names it, unique.
        command: the words of the command.
        environ: its environment, whole.
        task: what it does that others do too.
        base: the case by whose time its own is divided.
        target: how many times that it may take; None where it is only reported.
        plus: a case whose ratio is added to the target.
        memory: how many megabytes it may take at most.
        before: what is done before each run, unmeasured.
        settle: after how many seconds it is run once more, unmeasured, so that no other case bears what `before` did.
        expected: the references that it should print; None where that is not compared.
        remark: what must be known about it.
        program: whose command it is.
        limit: it only marks what is possible.
    """

    name: str
    command: Sequence[str]
    environ: Mapping[str, str]
    task: Task = ""
    base: str = FLOOR
    target: float | None = None
    plus: str = ""
    memory: float | None = None
    before: Callable[[], None] | None = field(default=None, compare=False)
    settle: float = 0.0
    expected: frozenset[str] | None = None
    remark: str = ""
    program: str = "scm"
    limit: bool = False


@dataclass(frozen=True)
class Question:
    """What every program is asked: one person in one year, and one word."""

    world: World
    person: Person
    year: int
    word: str

    @property
    def first(self) -> date:
        """The first day of the year."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """The last day of the year."""
        return date(self.year, 12, 31)

    def refs(self, wanted: Callable[[Meeting], bool] = lambda _: True) -> frozenset[str]:
        """Return the references of the sessions that are wanted."""
        return frozenset(meeting.ref for meeting in self.world.meetings if wanted(meeting))

    @property
    def filtered(self) -> frozenset[str]:
        """The sessions of that year that name the person."""
        return self.refs(lambda one: one.day.year == self.year and self.person in one.people)

    @property
    def found(self) -> frozenset[str]:
        """The sessions in which the word stands."""
        return self.refs(lambda one: self.word in one.text)


def question(world: World) -> Question:
    """Return a question to which an archive has an answer: its busiest person in its middle year, a word of titles."""
    days = sorted(meeting.day for meeting in world.meetings)
    year = days[len(days) // 2].year
    people = Counter(person for one in world.meetings if one.day.year == year for person in one.people)
    words = Counter(one.points[0].title for one in world.meetings)
    return Question(world, people.most_common(1)[0][0], year, words.most_common(1)[0][0])


def refs_in(text: str) -> Iterator[str]:
    """Yield the references in what a program printed, whether as `group/7`, `group.7` or a file's name."""
    return (f"{group}/{int(number)}" for group, number in _REF.findall(text))
