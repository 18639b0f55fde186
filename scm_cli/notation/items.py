"""Agenda items with what was said and what came of it."""

from collections.abc import Callable, Iterator
from datetime import time
from itertools import takewhile

from scm_cli.dates import show_hours, show_since, show_until
from scm_cli.locale import Text
from scm_cli.locale import notation as notation_word
from scm_cli.locale import protocol as word
from scm_cli.model.agenda import Item
from scm_cli.model.session import Session
from scm_cli.model.turnout import clock
from scm_cli.notation import outcomes
from scm_cli.notation.context import Printing
from scm_cli.notation.inline import escape, last_group, split_parts, unescape
from scm_cli.notation.notes import guard, normalise


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
    return escape(_internal(printing))


def _internal(printing: Printing) -> str:
    group = printing.group
    own = group.words.internal if group and group.language == printing.lang else None
    return own or word.INTERNAL.to(printing.lang)


def _title(title: str, printing: Printing) -> str:
    """Return a title; one that itself ends like a mark is escaped so that it does not read as one."""
    marks = [_internal(printing), *(text for state in word.STATES.values() for text in state.both())]
    marks += word.INTERNAL.both()
    escaped = escape(title)
    at = last_group(escaped)
    if at >= 0 and all(unescape(part) in marks for part in split_parts(escaped[at + 1 : -1], ",")):
        return f"{escaped[:at]}\\{escaped[at:]}"
    return escaped


def _hours(began: time | None, ended: time | None, printing: Printing) -> str:
    if began and ended:
        return show_hours(began, ended, printing.lang)
    if began:
        return show_since(began, printing.lang)
    return show_until(ended, printing.lang) if ended else ""


def movements(value: Item, printing: Printing) -> Iterator[str]:
    """Yield who came and went while the item was treated; only known where its times are."""
    session = printing.session
    own = _covers(value, session)
    parts = [_covers(part, session) for part in _sub_items(value, session)]
    events: list[tuple[time, Text, str]] = []
    for row in session.attendance:
        if row.state != "present":
            continue
        name = printing.row(row) or escape(row.organisation or "")
        for span in row.presence:
            for moment, text in ((span.from_, word.ARRIVES), (span.until, word.LEAVES)):
                if moment and own(moment, text) and not any(covers(moment, text) for covers in parts):
                    events.append((moment, text, name))
    events.sort(key=lambda event: clock(event[0], session))
    for moment, text, name in events:
        yield text.to(printing.lang, time=show_hours(moment, None, printing.lang), name=name)


def _covers(value: Item, session: Session) -> Callable[[time, Text], bool]:
    """Return what says whether an arrival or departure falls into the time of an item."""
    if value.began is None or value.ended is None:
        return lambda _moment, _text: False
    began, ended = clock(value.began, session), clock(value.ended, session)

    def covers(moment: time, text: Text) -> bool:
        at = clock(moment, session)
        if text is word.ARRIVES:
            return began <= at < ended and moment != session.start
        return began < at <= ended and moment != session.end

    return covers


def _sub_items(value: Item, session: Session) -> Iterator[Item]:
    if value.level == 1 and value in session.agenda:
        yield from takewhile(lambda item: item.level == 2, session.agenda[session.agenda.index(value) + 1 :])
