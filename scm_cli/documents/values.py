"""What the templates of several documents are given: sessions, items, decisions, tasks, lines for signatures.

Texts are Markdown, ready to be printed: whatever users wrote is escaped. Nothing but texts, numbers, lists and
mappings is given, so that a template can be filled in by another process.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from scm_cli.dates import show_day, show_weekday_day
from scm_cli.documents.agenda import session_title
from scm_cli.documents.signing import signature_lines
from scm_cli.locale import documents as word
from scm_cli.locale import protocol
from scm_cli.locale.words import TASK_VALUES
from scm_cli.model.agenda import Item
from scm_cli.model.outcomes import Decision, Task
from scm_cli.model.replacement import Replacements
from scm_cli.notation import outcomes
from scm_cli.notation.addenda import addendum
from scm_cli.notation.context import Printing
from scm_cli.notation.head import place_line, standing
from scm_cli.notation.inline import escape
from scm_cli.notation.items import heading, internal_word, item_name

Values = dict[str, Any]


def session_values(printing: Printing) -> Values:
    """Return what a document says of the session it comes from."""
    session, lang = printing.session, printing.lang
    return {
        "title": session_title(printing),
        "group": escape(printing.group.name if printing.group else printing.ref.group),
        "date": show_day(session.date, lang),
        "weekday_date": show_weekday_day(session.date, lang),
        "place": place_line(printing),
        "standing": standing(printing),
        "draft": session.seal is None,
    }


def head_values(printing: Printing, item: Item | None = None) -> list[list[str]]:
    """Return the facts at the head of an extract, each with its label."""
    lang, known = printing.lang, session_values(printing)
    facts = [
        (word.GROUP.to(lang), known["group"]),
        (word.SESSION_LABEL.to(lang), known["title"]),
        (protocol.DATE.to(lang), known["weekday_date"]),
        (protocol.PLACE.to(lang), known["place"]),
        (word.ITEM_LABEL.to(lang), item_line(item, printing) if item else ""),
        (protocol.STANDING.to(lang), known["standing"]),
    ]
    return [[label, value] for label, value in facts if value]


def item_line(item: Item, printing: Printing) -> str:
    """Return `TOP 3 Titel (nichtöffentlich, vertagt)`; of a break only its title."""
    return escape(item.title) if item.is_break else heading(item, printing).lstrip("#").strip()


def item_values(item: Item, printing: Printing) -> Values:
    """Return what a document says of an item."""
    return {
        "line": item_line(item, printing),
        "name": "" if item.is_break else item_name(item, printing),
        "title": escape(item.title),
        "internal": internal_word(printing) if item.internal else "",
        "addenda": [addendum(one, printing) for one in printing.session.amendments if one.item == item.id],
    }


def decision_values(decision: Decision, item: Item, printing: Printing, known: Replacements) -> Values:
    """Return what a document says of a decision: all words of the vote come from the notation.

    Args:
        decision: the decision.
        item: where it was taken.
        printing: its session.
        known: what the decisions of all sessions replace.
    """
    later = known.replaced_by.get(printing.ref.outcome("B", decision.number), ())
    own = f"{printing.ref.group}/"
    refs = ", ".join(ref.removeprefix(own) for ref in later)
    return {
        "ref": f"B{printing.session.number}-{decision.number}",
        "title": escape(decision.title) if decision.title else "",
        "block": outcomes.decision(decision, printing),
        "wording": outcomes.quoted(decision.text),
        "vote": outcomes.vote_text(decision, printing.lang),
        "details": list(outcomes.decision_details(decision, printing)),
        "replaced_by": word.REPLACED_BY.to(printing.lang, refs=refs) if refs else "",
        "item": item_values(item, printing),
    }


def task_values(task: Task, item: Item, printing: Printing, today: date) -> Values:
    """Return what a document says of a task as it stands now, and where it comes from.

    Args:
        task: the task.
        item: the item it came out of.
        printing: its session.
        today: what overdue is measured by.
    """
    now, lang = task.present, printing.lang
    day = show_day(printing.session.date, lang)
    line = item_line(item, printing)
    return {
        "ref": f"A{printing.session.number}-{task.number}",
        "block": outcomes.task(now, printing),
        "state": "" if now.state == "open" else TASK_VALUES[now.state].to(lang),
        "due": show_day(now.due, lang) if now.due else "",
        "overdue": task.overdue(today),
        "origin": word.ORIGIN.to(lang, session=session_title(printing), day=day, item=line),
        "item": item_values(item, printing),
    }


def sign_values(printing: Printing) -> list[Values]:
    """Return the lines for signatures: as what, who, and on which day where somebody signed."""
    return [
        {
            "role": escape(line.role, start=True) if line.role else "",
            "name": escape(line.name),
            "on": show_day(line.on, printing.lang) if line.on else "",
        }
        for line in signature_lines(printing)
    ]


def treated(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items that have a TOP: no breaks."""
    return (item for item in items if not item.is_break)
