"""Registers over many sessions: decisions, tasks, the tasks of one person; what their templates are given."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from scm_cli.dates import show_day
from scm_cli.documents.kinds import Subject
from scm_cli.documents.values import Values, decision_values, item_line, session_values, task_values, treated
from scm_cli.locale import Lang, letters, protocol
from scm_cli.locale import documents as word
from scm_cli.model.agenda import Item
from scm_cli.model.outcomes import Task
from scm_cli.model.replacement import Replacements
from scm_cli.model.table import Named
from scm_cli.model.voting import merged_key
from scm_cli.notation.context import Printing
from scm_cli.notation.inline import escape
from scm_cli.query.rows import Register, Source


def decision_register_values(
    subject: Subject, sources: Iterable[Source], lang: Lang, known: Replacements, today: date
) -> Values:
    """Return what a register of decisions is made of, session by session.

    Args:
        subject: the sessions asked for, and which of their decisions are listed.
        sources: those of them whose decisions can be relied on.
        lang: the document's language.
        known: what the decisions of all sessions replace.
        today: when it is made.
    """
    sessions = []
    for source in in_order(sources):
        printing = Printing(source, lang)
        items = [
            {"line": item_line(item, printing), "decisions": decisions}
            for item in treated(source.session.agenda)
            if (
                decisions := [
                    decision_values(one, item, printing, known)
                    for one in item.decisions
                    if subject.lists(source.ref.outcome("B", one.number))
                ]
            )
        ]
        if items:
            sessions.append({**session_values(printing), "items": items})
    return {**_scope(subject, lang, today), "sessions": sessions}


def task_list_values(subject: Subject, lang: Lang, today: date) -> Values:
    """Return what a list of tasks is made of, in sections by how urgent they are.

    Args:
        subject: the sessions, which of their tasks are listed, and whose, where only one person's are.
        lang: the document's language.
        today: what overdue is measured by.
    """
    sections: defaultdict[str, list[tuple[date, Values]]] = defaultdict(list)
    for printing, item, task in _tasks(subject, lang):
        due = task.present.due or date.max
        sections[_section(task, today)].append((due, task_values(task, item, printing, today)))
    return {
        **_scope(subject, lang, today),
        "sections": [
            {"key": key, "title": title.to(lang), "tasks": [one for _, one in sorted(sections[key], key=_due)]}
            for key, title in word.TASK_SECTIONS.items()
            if sections[key]
        ],
    }


def personal_values(subject: Subject, lang: Lang, today: date) -> Values:
    """Return what a person's tasks are made of: the list, who it is and how they are addressed."""
    register = subject.last.register
    person = register.get(subject.person)
    own = person.salutation if person else None
    salutation = letters.SALUTATION_OWN.to(lang, salutation=escape(own, start=True)) if own else ""
    return {
        **task_list_values(subject, lang, today),
        "name": escape(person.printed if person else subject.person),
        "salutation": salutation or letters.SALUTATION_PERSON.to(lang, name=escape(person.name if person else "")),
        "closing": letters.CLOSING.to(lang),
    }


def in_order(sources: Iterable[Source]) -> list[Source]:
    """Return sessions by date."""
    return sorted(sources, key=lambda one: (one.session.date, one.ref))


def _tasks(subject: Subject, lang: Lang) -> Iterator[tuple[Printing, Item, Task]]:
    for source in in_order(subject.sources):
        printing = Printing(source, lang)
        for item in source.session.agenda:
            for task in item.tasks:
                if subject.lists(source.ref.outcome("A", task.number)) and _is_for(subject, task, source.register):
                    yield printing, item, task


def _is_for(subject: Subject, task: Task, register: Register) -> bool:
    return not subject.person or subject.person in assigned(task, register)


def assigned(task: Task, register: Register) -> list[str]:
    """Return the keys of the people whose task it is now, merged ones by the entry that stands for them."""
    return [merged_key(one, register) for one in task.present.assignees if not isinstance(one, Named)]


def _section(task: Task, today: date) -> str:
    if not task.unfinished:
        return "finished"
    return "overdue" if task.overdue(today) else "aside" if task.hidden(today) else "open"


def _due(entry: tuple[date, Values]) -> date:
    return entry[0]


def _scope(subject: Subject, lang: Lang, today: date) -> Values:
    """Return of which groups and of what time a register is."""
    days = [source.session.date for source in subject.sources]
    names = {source.ref.group: source.group.name if source.group else source.ref.group for source in subject.sources}
    first, last = show_day(min(days), lang), show_day(max(days), lang)
    period = first if first == last else word.PERIOD.to(lang, first=first, last=last)
    facts = [
        (word.GROUP.to(lang), "; ".join(escape(name) for name in names.values())),
        (word.PERIOD_LABEL.to(lang), period),
        (protocol.STANDING.to(lang), show_day(today, lang)),
    ]
    return {"head": [[label, value] for label, value in facts]}
