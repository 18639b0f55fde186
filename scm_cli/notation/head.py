"""The head of a protocol: title and bullets."""

from collections.abc import Iterator

from scm_cli.dates import show_day, show_hours, show_weekday_day
from scm_cli.locale import protocol as word
from scm_cli.locale import publishing
from scm_cli.notation.context import Printing
from scm_cli.notation.inline import escape
from scm_cli.notation.people import people, presence


def title(printing: Printing) -> str:
    """Return the heading's text: `Protokoll der 7. Sitzung der AG Beispielregion`."""
    session, lang = printing.session, printing.lang
    if session.title:
        return word.TITLE_OWN.to(lang, title=escape(session.title))
    number, group = escape(session.shown_number), of_group(printing)
    displayed = session.display_number is not None
    if session.mode == "written":
        written = word.TITLE_WRITTEN_DISPLAY if displayed else word.TITLE_WRITTEN
        return written.to(lang, number=number, group=group)
    if session.kind in word.KINDS:
        kinds = word.TITLE_KIND_DISPLAY if displayed else word.TITLE_KIND
        return kinds.to(lang, kind=word.KINDS[session.kind].to(lang), number=number, group=group)
    return (word.TITLE_DISPLAY if displayed else word.TITLE).to(lang, number=number, group=group)


def of_group(printing: Printing) -> str:
    """Return the group as titles name it: in the genitive where it has one."""
    group = printing.group
    if group is None:
        return word.OF_GROUP.to(printing.lang, name=printing.ref.group)
    if printing.lang == "de" and group.genitive:
        return escape(group.genitive)
    return word.OF_GROUP.to(printing.lang, name=escape(group.name))


def bullets(printing: Printing) -> Iterator[tuple[str, str]]:
    """Yield label and value of every bullet but the last one, which says how far the protocol is."""
    yield from _when_and_where(printing)
    yield from _officers(printing)
    yield from people(printing)
    yield from _quorum(printing)


def _when_and_where(printing: Printing) -> Iterator[tuple[str, str]]:
    session, lang = printing.session, printing.lang
    hours = show_hours(session.start, session.end, lang)
    yield word.DATE.to(lang), ", ".join(filter(None, (show_weekday_day(session.date, lang), hours)))
    if breaks := presence(session.breaks, printing):
        yield word.BREAKS.to(lang), breaks
    if place := place_line(printing):
        yield word.PLACE.to(lang), place
    if session.room:
        yield word.ROOM.to(lang), escape(session.room)
    if session.host:
        yield chosen(printing, "host"), escape(session.host)
    if session.reference:
        yield word.REFERENCE.to(lang), escape(session.reference)


def place_line(printing: Printing) -> str:
    """Return the place with the form of the meeting: `Rathaus Musterstadt (hybrid)`.

    A written procedure without a place has none: the title says what it is, unless the session has its own.
    """
    session = printing.session
    mode = word.MODES[session.mode].to(printing.lang) if session.mode in word.MODES else ""
    if session.place:
        return f"{escape(session.place)} ({mode})" if mode else escape(session.place)
    return "" if session.mode == "written" and not session.title else mode


def _officers(printing: Printing) -> Iterator[tuple[str, str]]:
    for key, field in ((printing.session.chair, "chair"), (printing.session.minute_taker, "minute_taker")):
        if key:
            yield chosen(printing, field), printing.part(key)


_WORDS = {"chair": word.CHAIR, "minute_taker": word.MINUTE_TAKER, "host": word.HOST}


def chosen(printing: Printing, field: str) -> str:
    """Return the word the group chose for a label in its own language, else the usual one.

    It begins a line, and with its colon it could be a link definition.
    """
    group = printing.group
    own = getattr(group.words, field) if group and group.language == printing.lang else None
    return escape(f"{own}:", start=True).removesuffix(":") if own else _WORDS[field].to(printing.lang)


def _quorum(printing: Printing) -> Iterator[tuple[str, str]]:
    session, lang = printing.session, printing.lang
    if session.quorum_stated is None:
        return
    stated = word.QUORUM_STATES[session.quorum_stated].to(lang)
    if session.quorum_present is not None and session.quorum_of is not None:
        counts = word.COUNT_OF.to(lang, present=session.quorum_present, entitled=session.quorum_of)
        stated = f"{stated} ({counts})"
    yield word.QUORUM.to(lang), stated


def standing(printing: Printing) -> str:
    """Return how far the protocol is: a draft, or finalized on a day; and whether it is the public's copy."""
    seal, lang = printing.session.seal, printing.lang
    text = word.DRAFT.to(lang) if seal is None else word.SEALED.to(lang, day=show_day(seal.at.date(), lang))
    return publishing.STANDING.to(lang, standing=text) if printing.public else text
