"""The title of a protocol, read back: the session's own, or what follows from its number, kind and form."""

import re
from typing import Any, Final

from scm_cli.locale import Text
from scm_cli.locale import minutes as say
from scm_cli.locale import protocol as word
from scm_cli.model.kinds import short
from scm_cli.notation.head import of_group
from scm_cli.notation.head import title as printed_title
from scm_cli.notation.inline import unescape
from scm_cli.notation.reading.context import Reader
from scm_cli.notation.reading.document import Section
from scm_cli.notation.reading.patterns import matched, one_of

# the forms of a title, and whether each is a written procedure's and shows a number of its own
_FORMS: Final[tuple[tuple[Text, bool, bool], ...]] = (
    (word.TITLE_KIND, False, False),
    (word.TITLE_KIND_DISPLAY, False, True),
    (word.TITLE_WRITTEN, True, False),
    (word.TITLE_WRITTEN_DISPLAY, True, True),
    (word.TITLE, False, False),
    (word.TITLE_DISPLAY, False, True),
)


def title(section: Section | None, mode: str | None, reader: Reader) -> dict[str, Any]:
    """Return the fields that the title and the form of the meeting give.

    Args:
        section: the title; None where the text has none, which says nothing.
        mode: what stands with the place; None where nothing does.
        reader: the session and where mistakes go.
    """
    session = reader.session
    if section is None or section.text == printed_title(reader.printing):
        written = session.mode == "written" and not session.title
        return {"mode": "written" if written and not mode else _mode(mode, reader)}
    if own := matched(word.TITLE_OWN, section.text):
        return {"title": unescape(own["title"]), "mode": _mode(mode, reader)}
    own_name = of_group(reader.printing)
    for group in (re.escape(own_name), ".+"):
        for form, written, displayed in _FORMS:
            if found := matched(form, section.text, group=group):
                kind = _kind(found.get("kind"), reader)
                number = _number(unescape(found["number"]), reader, displayed=displayed)
                if kind is not _NONE and number is not _NONE:
                    if found["group"].casefold() != own_name.casefold():
                        reader.faults.notice(say.GROUP_PASSED(name=short(unescape(found["group"]))))
                    mode = "written" if written else _mode(mode, reader)
                    return {"title": None, "kind": kind, "display_number": number, "mode": mode}
    _refuse(section, reader)
    return {}


_NONE: Final = object()


def _mode(mode: str | None, reader: Reader) -> str | None:
    """Return the form that is printed, or where none is, one that is not printed."""
    before = reader.session.mode
    return mode or (before if before not in word.MODES else None)


def _kind(typed: str | None, reader: Reader) -> object:
    """Return the kind of session a title names; an ordinary one where it names none."""
    before = reader.session.kind
    if typed is None:
        return None if before in word.KINDS else before
    return one_of(word.KINDS, typed) or _NONE


def _number(typed: str, reader: Reader, *, displayed: bool) -> object:
    """Return the number a session shows in place of its own; None for its own."""
    session = reader.session
    if typed == str(session.number):
        return session.display_number if session.display_number in (None, typed) and displayed else None
    return typed if displayed and not typed.isdecimal() else _NONE


def _refuse(section: Section, reader: Reader) -> None:
    numbered = (matched(form, section.text) for form, _, _ in _FORMS)
    if any(found and found["number"].isdecimal() for found in numbered):
        allowed = say.ALLOWED_SESSION(ref=reader.printing.ref)
        reader.faults.add(section.line, section.text, say.OTHER_SESSION(), allowed)
    else:
        lang = reader.printing.lang
        own = word.TITLE_OWN.to(lang, title="…")
        allowed = say.ALLOWED_TITLE(usual=printed_title(reader.printing), own=own)
        reader.faults.add(section.line, section.text, say.UNKNOWN_TITLE(), allowed)
