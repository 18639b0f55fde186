"""Agenda items with what was said and what came of it."""

import re
from collections.abc import Iterator
from datetime import time

from scm_cli.dates import show_hours, show_since, show_until
from scm_cli.locale import notation as notation_word
from scm_cli.locale import protocol as word
from scm_cli.model.agenda import Item
from scm_cli.notation import outcomes
from scm_cli.notation.context import Printing
from scm_cli.notation.inline import escape
from scm_cli.notation.notes import guard, normalise
from scm_cli.query.rows import row_name


def item(value: Item, printing: Printing) -> Iterator[str]:
    """Yield the blocks of an item: heading, time, arrivals and departures, notes, outcomes."""
    yield heading(value, printing)
    if hours := _hours(value.began, value.ended, printing):
        yield f"{notation_word.TIME.to(printing.lang)}: {hours}"
    yield from movements(value, printing)
    if value.notes and (notes := normalise(value.notes)):
        yield guard(notes)
    for decision in value.decisions:
        yield outcomes.decision(decision, printing)
    for election in value.elections:
        yield outcomes.election(election, printing)
    for task in value.tasks:
        yield outcomes.task(task, printing)


def heading(value: Item, printing: Printing) -> str:
    """Return `## TOP 3 Titel (nichtöffentlich, vertagt)`."""
    marks = [internal_word(printing)] if value.internal else []
    if value.state in word.STATES:
        marks.append(word.STATES[value.state].to(printing.lang))
    title = _title(value.title, printing)
    if marks:
        title = f"{title} ({', '.join(marks)})"
    return f"{'#' * (value.level + 1)} {item_name(value, printing)} {title}"


def item_name(value: Item, printing: Printing) -> str:
    """Return `TOP 3`."""
    return word.ITEM.to(printing.lang, top=printing.tops[value.id])


def internal_word(printing: Printing) -> str:
    """Return the word for what is not public, as the group chose it."""
    group = printing.group
    own = group.words.internal if group and group.language == printing.lang else None
    return escape(own) if own else word.INTERNAL.to(printing.lang)


def _title(title: str, printing: Printing) -> str:
    """Return a title; one that itself ends like a mark is escaped so that it does not read as one."""
    marks = [internal_word(printing), *(text for state in word.STATES.values() for text in state.both())]
    marks += word.INTERNAL.both()
    ending = re.search(r"\(([^()]*)\)$", title)
    written = escape(title)
    if ending and all(part.strip() in marks for part in ending[1].split(",")):
        head, _, tail = written.rpartition("(")
        return f"{head.removesuffix(chr(92))}\\({tail}"
    return written


def _hours(began: time | None, ended: time | None, printing: Printing) -> str:
    if began and ended:
        return show_hours(began, ended, printing.lang)
    if began:
        return show_since(began, printing.lang)
    return show_until(ended, printing.lang) if ended else ""


def movements(value: Item, printing: Printing) -> Iterator[str]:
    """Yield who came and went while the item was treated; only known where its times are."""
    if value.began is None or value.ended is None:
        return
    session = printing.session
    events: list[tuple[time, str]] = []
    for row in session.attendance:
        if row.state != "present":
            continue
        name = escape(row_name(row, printing.register) or row.organisation or "")
        for span in row.presence:
            if span.from_ and value.began <= span.from_ < value.ended and span.from_ != session.start:
                events.append((span.from_, word.ARRIVES.to(printing.lang, time="{time}", name=name)))
            if span.until and value.began < span.until <= value.ended and span.until != session.end:
                events.append((span.until, word.LEAVES.to(printing.lang, time="{time}", name=name)))
    for moment, sentence in sorted(events):
        yield sentence.replace("{time}", show_hours(moment, None, printing.lang))
