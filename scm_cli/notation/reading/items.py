"""The agenda items of a protocol, read back: headings, times, notes, outcomes and their order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from scm_cli.locale import minutes as say
from scm_cli.locale.notation import TIME
from scm_cli.model.agenda import Item
from scm_cli.model.agenda_changes import new_id
from scm_cli.model.outcome_changes import KEPT_IN
from scm_cli.model.outcomes import Decision, Election, Task
from scm_cli.model.session import Session
from scm_cli.notation.notes import normalise
from scm_cli.notation.reading.context import Reader
from scm_cli.notation.reading.document import Line, Section
from scm_cli.notation.reading.headings import Heading, headings
from scm_cli.notation.reading.movements import Movement, movement
from scm_cli.notation.reading.outcomes import Outcome, is_bare, is_label, outcome
from scm_cli.notation.reading.times import hours, kept


@dataclass
class _Body:
    """What stands below a heading."""

    notes: list[str] = field(default_factory=list)
    times: list[tuple[Line, str]] = field(default_factory=list)
    movements: list[Movement] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    bare: list[Line] = field(default_factory=list)


def agenda(sections: Sequence[Section], reader: Reader) -> tuple[Session, dict[str, list[Movement]]]:
    """Return the session with its agenda as the text has it, and who came and went by item."""
    found: list[Item] = []
    moved: dict[str, list[Movement]] = {}
    session = reader.session
    seen: set[tuple[type, int]] = set()
    parent = False
    for heading in headings(sections, reader):
        body = _body(heading.section.body, seen, reader)
        base = heading.item or Item(
            id=new_id(replace(session, agenda=(*session.agenda, *found)), heading.title), title=""
        )
        if heading.section.level == 3 and not parent:
            reader.faults.add(heading.line, heading.section.text, say.NO_PARENT(), say.ALLOWED_HEADING())
        parent = True
        found.append(_item(base, heading, body, reader))
        moved[base.id] = body.movements
    numbers = _Numbers(session, found)
    found = [numbers.numbered(item) for item in found]
    return replace(session, agenda=_with_breaks(found, session.agenda), **numbers.last), moved


def _item(base: Item, heading: Heading, body: _Body, reader: Reader) -> Item:
    state = heading.state or (base.state if base.state not in ("postponed", "dropped") else "open")
    item = replace(
        base,
        title=heading.title,
        level=heading.section.level - 1,
        internal=heading.internal,
        state=state,
        began=None,
        ended=None,
        notes=_notes(body.notes, base, reader),
        decisions=tuple(one for one in body.outcomes if isinstance(one, Decision)),
        elections=tuple(one for one in body.outcomes if isinstance(one, Election)),
        tasks=tuple(one for one in body.outcomes if isinstance(one, Task)),
    )
    for line in body.bare:
        if line.text.strip() not in (base.notes or ""):
            reader.faults.notice(say.BARE_LABEL(line=line.number, text=line.text.strip()))
    for line, typed in body.times[1:]:
        reader.faults.add(line.number, typed, say.TWICE(), say.ALLOWED_ONCE())
    for line, typed in body.times[:1]:
        when = hours(typed)
        if when is None:
            reader.faults.add(line.number, typed, say.NO_HOURS(), say.ALLOWED_HOURS())
        else:
            item = replace(item, began=kept(when.from_, base.began), ended=kept(when.until, base.ended))
    return item


def _notes(lines: list[str], base: Item, reader: Reader) -> str | None:
    """Return notes as they are stored; notes that are printed alike stay as they were."""
    notes = normalise("\n".join(lines))
    return base.notes if reader.alike(normalise(base.notes or ""), notes) else notes or None


def _body(lines: Sequence[Line], seen: set[tuple[type, int]], reader: Reader) -> _Body:
    """Return the parts of an item; what is not labelled, wherever it stands, is notes."""
    body = _Body()
    at = 0
    while at < len(lines):
        line = lines[at]
        if is_label(line):
            value, taken = outcome(lines[at:], reader)
            if value is not None:
                if value.number and (type(value), value.number) in seen:
                    reader.faults.add(line.number, line.text, say.TWICE(), say.ALLOWED_NUMBER())
                seen.add((type(value), value.number))
                body.outcomes.append(value)
            at = _after(lines, at + taken, body)
        elif (typed := _time(line)) is not None:
            body.times.append((line, typed))
            at = _after(lines, at + 1, body)
        elif not line.code and (moved := movement(line, reader)):
            body.movements.append(moved)
            at = _after(lines, at + 1, body)
        else:
            body.notes.append(line.text)
            body.bare += [line] if is_bare(line) else []
            at += 1
    return body


def _after(lines: Sequence[Line], at: int, body: _Body) -> int:
    """Return where notes go on after something labelled: past the blank lines, but on a new paragraph."""
    while at < len(lines) and lines[at].blank and not lines[at].code:
        at += 1
    if body.notes and body.notes[-1].strip():
        body.notes.append("")
    return at


def _time(line: Line) -> str | None:
    """Return what stands behind `Zeit:`, or None for another line."""
    found = re.match(rf"(?:{'|'.join(TIME.both())}):\s*(?P<typed>.*)$", line.text)
    return found["typed"].strip() if found and not line.code else None


class _Numbers:
    """Gives new outcomes their numbers, in the order of the text, none of them twice."""

    def __init__(self, session: Session, found: Sequence[Item]) -> None:
        self.next = {name: getattr(session, f"last_{name[:-1]}") for name in KEPT_IN.values()}
        before = self.next.copy()
        for item in (*session.agenda, *found):
            for name in self.next:
                self.next[name] = max([self.next[name], *(one.number for one in getattr(item, name))])
        old = {name: {one.number for item in session.agenda for one in getattr(item, name)} for name in self.next}
        self.given = {name for name in self.next if self.next[name] > max([before[name], *old[name]])}

    def numbered(self, item: Item) -> Item:
        """Return an item with numbers for its new outcomes."""
        for name in self.next:
            values = tuple(self._one(name, one) for one in getattr(item, name))
            item = replace(item, **{name: values})  # type: ignore[arg-type]
        return item

    def _one(self, name: str, value: Outcome) -> Outcome:
        if value.number:
            return value
        self.next[name] += 1
        self.given.add(name)
        return replace(value, number=self.next[name])

    @property
    def last(self) -> dict[str, Any]:
        """The highest numbers given, by field of the session, where any were."""
        return {f"last_{name[:-1]}": self.next[name] for name in self.given}


def _with_breaks(found: list[Item], before: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items with the breaks, which are not printed, after the items they followed."""
    ids = {item.id for item in found}
    follows: dict[str, list[Item]] = {}
    last = ""
    for item in before:
        if item.is_break:
            follows.setdefault(last, []).append(item)
        elif item.id in ids:
            last = item.id
    placed = follows.get("", [])
    for item in found:
        placed = [*placed, item, *follows.get(item.id, [])]
    return tuple(placed)
