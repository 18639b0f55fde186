"""Labelled paragraphs of an item, read back: decisions, elections and tasks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

from scm_cli.locale import Text
from scm_cli.locale import minutes as say
from scm_cli.locale import protocol as word
from scm_cli.model.outcome_changes import KEPT_IN, next_number
from scm_cli.model.outcomes import Decision, Election, Task
from scm_cli.notation import outcomes as printed
from scm_cli.notation.inline import closing, split_parts, unescape
from scm_cli.notation.notes import looks_like_notation, normalise
from scm_cli.notation.reading import details as read
from scm_cli.notation.reading.context import Reader
from scm_cli.notation.reading.document import Line

T = TypeVar("T", Decision, Election, Task)
Outcome = Decision | Election | Task


@dataclass(frozen=True)
class _Form(Generic[T]):
    """How one kind of outcome is labelled.

    Args:
        table: its class.
        text: the label.
        letters: of its references, German and English.
    """

    table: type[T]
    text: Text
    letters: str

    @property
    def words(self) -> tuple[str, ...]:
        """The label's words without the number."""
        return tuple(one.partition(" ")[0] for one in self.text.both())


_FORMS: Final[tuple[_Form[Decision] | _Form[Election] | _Form[Task], ...]] = (
    _Form(Decision, word.DECISION, "BD"),
    _Form(Election, word.ELECTION, "WE"),
    _Form(Task, word.TASK, "AT"),
)


@dataclass(frozen=True)
class Label:
    """A label as it was typed: what it names, and its details and wording as Markdown."""

    line: int
    form: _Form[Decision] | _Form[Election] | _Form[Task]
    ref: str
    details: str
    rest: str


def is_label(line: Line) -> bool:
    """Say whether a line begins with the label of an outcome."""
    return not line.code and _form(line.text) is not None


def is_bare(line: Line) -> bool:
    """Say whether a line would begin with the label of an outcome if it were bold."""
    named = re.match(r"\w+\s*(?:[A-Za-z]?[0-9]{1,9}-[0-9]{1,9}\s*)?[(:]", line.text)
    return not line.code and named is not None and _form(f"**{line.text}") is not None


def _form(text: str) -> _Form[Decision] | _Form[Election] | _Form[Task] | None:
    found = re.match(r"\*\*\s*(?P<word>\w+)(?=[\s:(*])", text)
    named = found["word"].casefold() if found else ""
    return next((form for form in _FORMS if named in (one.casefold() for one in form.words)), None)


def outcome(lines: Sequence[Line], reader: Reader) -> tuple[Outcome | None, int]:
    """Read the labelled paragraph that some lines begin with.

    Returns:
        The outcome, with the number 0 where it is a new one, and None where it is faulty; and how many lines
        it takes.
    """
    end = 1
    while end < len(lines) and not lines[end].blank and not _begins(lines[end]):
        end += 1
    label = _label(lines[0], " ".join(line.text.strip() for line in lines[:end]), reader)
    if label is None:
        return None, end
    wording = unescape(label.rest)
    if not wording:
        quoted, end = _quoted(lines, end)
        wording = normalise(quoted)
    before = _known(label, reader)
    if before is None or (not wording and label.form.table is not Election):
        if before is not None:
            reader.faults.add(label.line, lines[0].text, say.NO_WORDING(), _allowed(label.form))
        return None, end
    return _read(label, before, wording, reader), end


def _begins(line: Line) -> bool:
    """Say whether a line ends the paragraph of a label: a quote, or notation again."""
    return line.code or line.text.startswith(">") or looks_like_notation(line.text)


def _label(first: Line, text: str, reader: Reader) -> Label | None:
    form = _form(text)
    found = re.match(r"\*\*\s*\w+(?:\s+(?P<ref>[A-Za-z]?[0-9]{1,9}\s*-\s*[0-9]{1,9}))?\s*", text)
    if form is None or found is None:
        return None
    at, inside = found.end(), ""
    if text[at : at + 1] == "(":
        close = closing(text, at)
        inside, at = text[at + 1 : close], close + 1
    end = re.compile(r"\s*(?::\s*\*\*|\*\*\s*:)\s*").match(text, at) if at else None
    if end is None:
        reader.faults.add(first.number, first.text, say.NO_LABEL_END(), _allowed(form))
        return None
    return Label(first.number, form, (found["ref"] or "").replace(" ", ""), inside.strip(), text[end.end() :])


def _allowed(form: _Form[Decision] | _Form[Election] | _Form[Task]) -> str:
    return say.ALLOWED_LABEL(name=form.text(number="").strip())


def _quoted(lines: Sequence[Line], end: int) -> tuple[str, int]:
    """Return the block quote after a bare label, and where it ends."""
    start = end
    while start < len(lines) and lines[start].blank:
        start += 1
    stop = start
    while stop < len(lines) and lines[stop].text.startswith(">"):
        stop += 1
    if stop == start:
        return "", end
    return "\n".join(re.sub(r"^> ?", "", line.text) for line in lines[start:stop]), stop


def _known(label: Label, reader: Reader) -> Outcome | None:
    """Return the outcome a label names, or an empty one where it is new; None where there cannot be one.

    A number higher than any given before is a new one's: somebody else gave it in a copy of the protocol.
    """
    if not label.ref:
        return _new(label.form.table, 0)
    written = rf"[{label.form.letters}]?(?P<session>[0-9]{{1,9}})-(?P<number>[0-9]{{1,9}})"
    found = re.fullmatch(written, label.ref, re.IGNORECASE)
    if found and int(found["session"]) == reader.session.number:
        number, table = int(found["number"]), label.form.table
        for item in reader.session.agenda:
            for one in getattr(item, KEPT_IN[table]):
                if one.number == number:
                    return one  # type: ignore[no-any-return]
        if number >= next_number(reader.session, table):
            return _new(table, number)
    reader.faults.add(label.line, label.ref, say.UNKNOWN_NUMBER(), say.ALLOWED_NUMBER())
    return None


def _new(table: type[Decision] | type[Election] | type[Task], number: int) -> Outcome:
    if table is Election:
        return Election(number=number)
    return Decision(number=number, text="") if table is Decision else Task(number=number, text="")


def _read(label: Label, before: Outcome, wording: str, reader: Reader) -> Outcome:
    """Return an outcome with wording and details as typed; what was printed so stays as it is."""
    printing = reader.printing
    if isinstance(before, Decision):
        after = replace(before, text=_unless_same(wording, before.text, reader))
        same = "; ".join(printed.decision_details(before, printing)) == label.details and before.number
        return after if same else read.decision(label.details, after, label.line, reader)
    if isinstance(before, Election):
        chosen = replace(before, office=_unless_same(wording, before.office or "", reader) or None)
        same = "; ".join(printed.election_details(before, printing)) == label.details
        return chosen if same else read.election(label.details, chosen, label.line, reader)
    task = replace(before, text=_unless_same(wording, before.text, reader))
    if "; ".join(printed.task_details(before, printing)) == label.details:
        return task
    parts = [part for piece in split_parts(label.details, ";") for part in split_parts(piece, ",") if part]
    return read.task(parts, task, label.line, reader)


def _unless_same(wording: str, before: str, reader: Reader) -> str:
    """Return a wording as it was stored where it is printed alike: without spaces at the ends of its lines."""
    return before if before and reader.alike(_plain(before), _plain(wording)) else wording


def _plain(wording: str) -> str:
    """Return what is printed of a wording: one of one line is no Markdown, and no code in it is open."""
    if "\n" not in wording:
        return wording.strip()
    return "\n".join(line.rstrip() for line in normalise(wording).strip().split("\n"))
