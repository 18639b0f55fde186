"""Every reference a session makes to something outside its own file."""

from collections.abc import Iterator
from shlex import join
from typing import Literal, NamedTuple

from scm_cli.model.agenda import Item
from scm_cli.model.outcomes import Task
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.model.validity import Where


class Reference(NamedTuple):
    """A reference: to what, where it stands, and the verb that mends it.

    Args:
        kind: what is named.
        value: as it stands there.
        where: the way to it.
        item: the id of the agenda item that names it.
        number: of the decision, task or attachment that names it.
    """

    kind: Literal["person", "session", "item", "decision", "file"]
    value: str
    where: Where
    item: str = ""
    number: int = 0

    def command(self, ref: SessionRef) -> str:
        """Return the command that mends the reference."""
        if self.where[0] == "attendance" and self.where[-1] == "attendee":
            return f"scm attendance set {ref} {self.value} --remove"
        if self.kind == "file":
            return f"scm attachment remove {ref} {self.number}"
        if self.kind == "decision":
            return join(["scm", "decision", "edit", ref.outcome("B", self.number), "--clear", "replaces"])
        if self.number:
            return f"scm task edit {ref.outcome('A', self.number)} --to …"
        return f"scm agenda edit {ref}#{self.item}" if self.item else f"scm session edit {ref}"


def references(session: Session) -> Iterator[Reference]:
    """Yield all references of a session."""
    for name in ("chair", "minute_taker"):
        if key := getattr(session, name):
            yield Reference("person", key, (name,))
    for n, row in enumerate(session.attendance):
        for name in ("attendee", "represents", "votes_for"):
            if key := getattr(row, name):
                yield Reference("person", key, ("attendance", n, name))
    for n, item in enumerate(session.agenda):
        yield from _of_item(item, ("agenda", n))
    for n, one in enumerate(session.attachments):
        if one.file:
            yield Reference("file", one.file, ("attachments", n, "file"), number=one.number)
    if session.approval and session.approval.session:
        yield Reference("session", session.approval.session, ("approval", "session"))


def _of_item(item: Item, where: Where) -> Iterator[Reference]:
    if item.about:
        yield Reference("session", item.about, (*where, "about"), item.id)
    if item.from_:
        yield Reference("item", item.from_, (*where, "from"), item.id)
    for party in item.presenters:
        if isinstance(party, str):
            yield Reference("person", party, (*where, "presenters"), item.id)
    for m, decision in enumerate(item.decisions):
        if decision.replaces:
            place: Where = (*where, "decisions", m, "replaces")
            yield Reference("decision", decision.replaces, place, number=decision.number)
    for m, task in enumerate(item.tasks):
        for key, place in _assigned(task):
            yield Reference("person", key, (*where, "tasks", m, *place), number=task.number)


def _assigned(task: Task) -> Iterator[tuple[str, Where]]:
    """Yield the keys of those whose a task is or was, each with where it stands."""
    yield from ((party, ("assignees",)) for party in task.assignees if isinstance(party, str))
    for n, change in enumerate(task.history):
        yield from ((party, ("history", n, "assignees")) for party in change.assignees if isinstance(party, str))
