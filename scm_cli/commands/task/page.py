"""One task on a page, with the item it came from and its history, or as JSON."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from scm_cli.commands.desk import Desk
from scm_cli.commands.session.stepwork import shown
from scm_cli.locale import tasks as say
from scm_cli.locale import words
from scm_cli.locale.keys import KEYS
from scm_cli.locale.outcomes import ITEM_OF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scm_cli.archive.archive import Archive
    from scm_cli.archive.outcomes import Found
    from scm_cli.model.outcomes import Task, TaskChange
    from scm_cli.query.rows import Register

Fact = tuple[str, str]
"""A label and what stands behind it."""


def as_json(found: "Found[Task]", today: date) -> str:
    """Return a task as JSON: as it stands now, as the protocol prints it where that differs, and how it went on."""
    from scm_cli.archive.format import complete
    from scm_cli.formats.rows import document
    from scm_cli.model.numbering import tops

    stored, item, task = found.stored, found.item, found.value
    now = replace(task.present, history=tuple(sorted(task.history, key=lambda one: one.on)))
    printed = {name: value for name, value in complete(task).items() if name in ("assignees", "due", "state")}
    return document(
        {
            "ref": found.ref,
            "session": str(stored.ref),
            "date": stored.value.date.isoformat(),
            "item": stored.ref.item(item.id),
            "top": tops(stored.value.agenda)[item.id] or None,
            "title": item.title,
            **complete(now),
            "overdue": task.overdue(today),
            "hidden": task.hidden(today),
            "printed": printed,
        }
    )


def as_page(own: Desk, archive: "Archive", found: "Found[Task]") -> str:
    """Return the page of a task for people."""
    facts = [fact for fact in _facts(found, archive.register, own.today) if fact[1]]
    width = max(len(label) for label, _ in facts)
    lines = [own.terminal.bold(found.ref), archive.files.name(found.stored.path), ""]
    for label, text in facts:
        first, *rest = text.split("\n")
        lines += [f"{label:<{width}}  {first}", *(f"{'':<{width}}  {line}".rstrip() for line in rest)]
    if found.value.history:
        lines += ["", KEYS["history"]()]
        lines += [f"  {_entry(one, archive.register)}" for one in sorted(found.value.history, key=lambda one: one.on)]
    return "\n".join(lines) + "\n"


def _facts(found: "Found[Task]", register: "Register", today: date) -> "Iterator[Fact]":
    task, now = found.value, found.value.present
    late = say.OVERDUE() if task.overdue(today) else ""
    aside = say.PUT_ASIDE() if task.hidden(today) else ""
    yield KEYS["item"](), _origin(found)
    yield KEYS["text"](), task.text
    yield KEYS["assignees"](), _people(now, register)
    yield KEYS["due"](), _with(shown(now.due) if now.due else "", late)
    yield KEYS["not_before"](), _with(shown(task.not_before) if task.not_before else "", aside)
    yield KEYS["state"](), words.TASK_VALUES[now.state]()
    if (task.assignees, task.due) != (now.assignees, now.due):
        due = say.DUE(day=shown(task.due)) if task.due else ""
        yield say.PRINTED(), "; ".join(filter(None, (_people(task, register) or say.NOBODY(), due)))


def _origin(found: "Found[Task]") -> str:
    """Return the item a task came from, and its session."""
    from scm_cli.model.numbering import tops

    session = found.stored.value
    top = tops(session.agenda)[found.item.id]
    item = f"{top} {found.item.title}".strip()
    return ITEM_OF(item=item, session=found.stored.ref, day=shown(session.date))


def _entry(entry: "TaskChange", register: "Register") -> str:
    """Return a line of the history: the day, what changed, and the note."""
    facts = (
        (KEYS["state"](), words.TASK_VALUES[entry.state]() if entry.state else ""),
        (KEYS["due"](), shown(entry.due) if entry.due else ""),
        (KEYS["assignees"](), _people(entry, register)),
        (KEYS["note"](), entry.note or ""),
    )
    return f"{shown(entry.on)}  " + "; ".join(f"{label} {text}" for label, text in facts if text)


def _people(value: "Task | TaskChange", register: "Register") -> str:
    from scm_cli.query.rows import party_name

    return ", ".join(party_name(party, register) for party in value.assignees)


def _with(text: str, remark: str) -> str:
    return f"{text} ({remark})" if text and remark else text
