"""The parts of a protocol that follow from the rest: overview, attachments, next session."""

from collections.abc import Iterator

from scm_cli.dates import show_hours, show_weekday_day
from scm_cli.locale import protocol as word
from scm_cli.model.agenda import Item
from scm_cli.notation.context import Printing
from scm_cli.notation.inline import escape
from scm_cli.notation.items import internal_word, item_name
from scm_cli.notation.outcomes import result_text, task_details


def at_a_glance(printing: Printing) -> Iterator[str]:
    """Yield the overview of decisions and tasks; nothing where there are none."""
    items = [value for value in printing.session.agenda if not value.is_break]
    lines = [line for value in items for line in _decisions(value, printing)]
    lines += [line for value in items for line in _tasks(value, printing)]
    if lines:
        yield f"## {word.AT_A_GLANCE.to(printing.lang)}"
        yield "\n".join(lines)


def _decisions(value: Item, printing: Printing) -> Iterator[str]:
    for decision in value.decisions:
        name = word.DECISION.to(printing.lang, number=f"B{printing.session.number}-{decision.number}")
        subject = decision.title or first_line(decision.text)
        result = result_text(decision, printing)
        yield f"- {name} ({place(value, printing)}): {', '.join(filter(None, (escape(subject), result)))}"


def _tasks(value: Item, printing: Printing) -> Iterator[str]:
    for task in value.tasks:
        name = word.TASK.to(printing.lang, number=f"A{printing.session.number}-{task.number}")
        details = ", ".join(task_details(task, printing))
        subject = escape(first_line(task.text))
        yield f"- {name} ({place(value, printing)}): {': '.join(filter(None, (details, subject)))}"


def first_line(text: str) -> str:
    """Return the first line of a wording as a headline: without the full stop."""
    first = text.split("\n", 1)[0].strip()
    return first if first.endswith("..") else first.removesuffix(".") or first


def place(value: Item, printing: Printing) -> str:
    """Return where something belongs: `TOP 3`, or `TOP 4, nichtöffentlich`."""
    name = item_name(value, printing)
    return f"{name}, {internal_word(printing)}" if value.internal else name


def attachments(printing: Printing) -> Iterator[str]:
    """Yield the list of attachments; nothing where there are none."""
    lines = []
    for one in printing.session.attachments:
        name = word.ATTACHMENT.to(printing.lang, number=one.number)
        item = printing.session.item(one.item) if one.item else None
        places = [item_name(item, printing)] if item and not item.is_break else []
        if printing.session.hides(one):
            places.append(internal_word(printing))
        where = f" ({', '.join(places)})" if places else ""
        shown = one.title or one.url or (one.file or "").rpartition("/")[2]
        lines.append(f"- {name}{where}: {escape(shown)}")
    if lines:
        yield f"## {word.ATTACHMENTS.to(printing.lang)}"
        yield "\n".join(lines)


def next_session(printing: Printing) -> Iterator[str]:
    """Yield when the group meets next; nothing where that is not known."""
    following = printing.following
    if following is not None:
        yield f"## {word.NEXT_SESSION.to(printing.lang)}"
        day = show_weekday_day(following.date, printing.lang)
        yield ", ".join(filter(None, (day, show_hours(following.start, None, printing.lang))))
