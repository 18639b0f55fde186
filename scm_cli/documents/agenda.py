"""The agenda as a document: what the template is given."""

from collections.abc import Iterator, Sequence
from datetime import time
from pathlib import Path
from typing import Any

from scm_cli.dates import show_clock, show_hours, show_since, show_weekday_day
from scm_cli.documents.templates import render
from scm_cli.locale import Lang, protocol, publishing
from scm_cli.locale import documents as word
from scm_cli.locale import timing as timing_words
from scm_cli.locale import words as value
from scm_cli.model.agenda import Item
from scm_cli.model.timing import Timing, timing
from scm_cli.notation.context import Printing
from scm_cli.notation.derived import first_line
from scm_cli.notation.head import of_group, place_line
from scm_cli.notation.inline import escape
from scm_cli.notation.items import internal_word
from scm_cli.notation.outcomes import task_details
from scm_cli.planning.tasks import OpenTask
from scm_cli.query.rows import party_name


def agenda(printing: Printing, templates: Path, tasks: Sequence[OpenTask] = ()) -> str:
    """Return the agenda as Markdown.

    Args:
        printing: the session with its group, people and language.
        tasks: the open ones of the group, which stand below the item whose purpose they are.
        templates: the archive's own templates, which go before the built-in ones file by file.

    Raises:
        ScmError: a template is faulty, with its line.
    """
    return render("agenda", printing.lang, agenda_values(printing, tasks), templates)


def agenda_values(printing: Printing, tasks: Sequence[OpenTask] = ()) -> dict[str, Any]:
    """Return what the template of an agenda is given; arguments are those of `agenda`."""
    planned = timing(printing.session)
    items = [
        {
            "top": printing.tops[item.id],
            "title": escape(item.title, start=item.is_break),
            "level": item.level,
            "details": list(_details(item, printing, planned.starts.get(item.id))),
            "starts": show_clock(starts, printing.lang) if (starts := planned.starts.get(item.id)) else "",
            "kind": item.kind,
            "minutes": item.minutes_planned,
            "internal": item.internal,
            "presenters": [escape(party_name(party, printing.register)) for party in item.presenters],
            "tasks": [_task(task, printing) for task in tasks] if item.purpose == "tasks" else [],
        }
        for item in printing.session.agenda
    ]
    return {"title": session_title(printing), "head": list(_head(printing, planned)), "items": items}


def session_title(printing: Printing) -> str:
    """Return what a session is called as Markdown: its own title, else `7. Sitzung der AG Beispielregion`."""
    session, lang = printing.session, printing.lang
    if session.title:
        return escape(session.title)
    number, group = escape(session.shown_number), of_group(printing)
    displayed = session.display_number is not None
    if session.mode == "written":
        written = word.SESSION_WRITTEN_DISPLAY if displayed else word.SESSION_WRITTEN
        return written.to(lang, number=number, group=group)
    if session.kind in word.SESSION_KINDS:
        kinds = word.SESSION_KIND_DISPLAY if displayed else word.SESSION_KIND
        return kinds.to(lang, kind=word.SESSION_KINDS[session.kind].to(lang), number=number, group=group)
    return (word.SESSION_DISPLAY if displayed else word.SESSION).to(lang, number=number, group=group)


def _head(printing: Printing, planned: Timing) -> Iterator[tuple[str, str]]:
    session, lang = printing.session, printing.lang
    hours = show_hours(session.start, session.planned_end or session.end, lang)
    yield protocol.DATE.to(lang), ", ".join(filter(None, (show_weekday_day(session.date, lang), hours)))
    if planned.end and planned.starts and planned.end != session.planned_end:
        yield timing_words.END.to(lang), _end(planned.end, planned.overrun, lang)
    if place := place_line(printing):
        yield protocol.PLACE.to(lang), place
    if session.room:
        yield protocol.ROOM.to(lang), escape(session.room)
    if session.link:
        yield word.LINK.to(lang), escape(session.link)
    cancelled = word.CANCELLED.to(lang) if session.status == "cancelled" else ""
    copy = publishing.COPY.to(lang) if printing.public else ""
    if status := ", ".join(filter(None, (cancelled, copy))):
        yield word.STATUS.to(lang), status


def _end(end: time, overrun: int, lang: Lang) -> str:
    """Return when the session would end, and how long after its planned end that is."""
    shown = show_clock(end, lang)
    if not overrun:
        return timing_words.AT.to(lang, end=shown)
    return timing_words.AT_LATE.to(lang, end=shown, late=word.MINUTES.to(lang, overrun))


def _details(item: Item, printing: Printing, starts: time | None) -> Iterator[str]:
    lang = printing.lang
    if starts:
        yield show_since(starts, lang)
    yield from (escape(party_name(party, printing.register)) for party in item.presenters)
    if item.kind and item.kind != "break":
        yield value.VALUES[item.kind].to(lang)
    if item.minutes_planned:
        yield word.MINUTES.to(lang, item.minutes_planned)
    if item.internal:
        yield internal_word(printing)
    if item.state in protocol.STATES:
        yield protocol.STATES[item.state].to(lang)


def _task(one: OpenTask, printing: Printing) -> str:
    """Return an open task on one line; of an internal item only that there is one."""
    name = f"A{one.session.number}-{one.task.number}"
    if one.item.internal:
        return f"{name} ({internal_word(printing)})"
    details = ", ".join(task_details(one.task, printing))
    return ": ".join(filter(None, (f"{name} ({details})" if details else name, escape(first_line(one.task.text)))))
