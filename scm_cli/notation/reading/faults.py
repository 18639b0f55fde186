"""What a reader of a protocol's text finds wrong, line by line, and what it passes over."""

from dataclasses import dataclass, field

from scm_cli.errors import Problem
from scm_cli.model.kinds import short


@dataclass
class Faults:
    """Collects everything that is wrong with one text.

    Args:
        path: the text's name in messages.
        problems: one entry a mistake: line, what stands there, what is allowed.
        notices: what was passed over without harm.
        lines: where each line stood before the text was tidied; empty where it was not.
    """

    path: str
    problems: list[Problem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    lines: tuple[int, ...] = ()

    def add(self, line: int, text: str, found: str, allowed: str) -> None:
        """Note a mistake.

        Args:
            line: from 1; 0 for something that is missing.
            text: what stands there.
            found: what is wrong with it.
            allowed: what could stand there.
        """
        shown = short(f"„{text.strip()}“")
        problem = Problem(self.path, self.place(line), shown, found, allowed)
        if problem not in self.problems:
            self.problems.append(problem)

    def place(self, line: int) -> int:
        """Return where a line stood before the text was tidied."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else line

    def notice(self, sentence: str) -> None:
        """Note something passed over; each sentence once."""
        if sentence not in self.notices:
            self.notices.append(sentence)
