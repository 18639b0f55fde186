"""The derived parts of a protocol, read back: what was changed there goes to where it comes from."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from scm_cli.locale import LANGUAGES, Text
from scm_cli.locale import minutes as say
from scm_cli.locale import protocol as word
from scm_cli.model.agenda import Item
from scm_cli.model.outcome_changes import change
from scm_cli.model.outcomes import Decision, Task
from scm_cli.model.record import Attachment
from scm_cli.model.session import Session
from scm_cli.notation import derived as printed
from scm_cli.notation.context import Printing
from scm_cli.notation.inline import closing, split_parts, unescape
from scm_cli.notation.items import internal_word
from scm_cli.notation.outcomes import result_text, task_details
from scm_cli.notation.reading import details as read
from scm_cli.notation.reading.context import Reader
from scm_cli.notation.reading.document import Line, Section
from scm_cli.notation.reading.patterns import matched, one_of

_PARTS: Final[dict[str, Text]] = {
    "glance": word.AT_A_GLANCE,
    "attachments": word.ATTACHMENTS,
    "next": word.NEXT_SESSION,
}
_ENTRY: Final = r"\s*[-*+•]\s+(?P<word>\w+)\s+"
_NUMBER: Final = r"(?P<number>[0-9]{1,9})(?![0-9])\s*"


def split(sections: Sequence[Section]) -> tuple[list[Section], dict[str, Section]]:
    """Return the sections of items, and the derived ones by name."""
    own: dict[str, Section] = {}
    items = []
    for section in sections:
        name = one_of(_PARTS, section.text) if section.level == 2 else None
        if name:
            own[name] = section
        else:
            items.append(section)
    return items, own


def derived(session: Session, parts: Mapping[str, Section], reader: Reader) -> Session:
    """Return the session with what was changed in its derived parts.

    Args:
        session: as the rest of the text has it.
        parts: the derived sections by name.
        reader: the session as it was printed, and where mistakes go.
    """
    if "glance" in parts:
        session = _glance(session, parts["glance"], reader)
    if "next" in parts:
        _next_session(parts["next"], reader)
    return replace(session, attachments=_attachments(parts.get("attachments"), reader))


# at a glance


def _glance(session: Session, section: Section, reader: Reader) -> Session:
    stood = "\n".join(printed.at_a_glance(reader.printing)).split("\n")
    here = Printing(replace(reader.printing.source, session=session), reader.printing.lang)
    follows = "\n".join(printed.at_a_glance(here)).split("\n")
    for line in section.body:
        text = line.text.strip()
        if not text or text in stood or text in follows:
            continue
        changed = _changed(line, session, reader)
        if changed is None:
            reader.faults.add(line.number, text, say.NO_GLANCE(), say.ALLOWED_GLANCE())
        else:
            session = changed
    return session


def _changed(line: Line, session: Session, reader: Reader) -> Session | None:
    """Return the session with what one line of the overview says otherwise; None for a line that is none."""
    found = re.match(rf"{_ENTRY}[A-Z](?P<session>[0-9]{{1,9}})-{_NUMBER}", line.text)
    if found is None or int(found["session"]) != session.number:
        return None
    rest, place = line.text[found.end() :], ""
    if rest.startswith("("):
        end = closing(rest, 0)
        place, rest = rest[1:end], rest[end + 1 :]
    value = rest.strip().removeprefix(":").strip()
    number = int(found["number"])
    for table, text, how in ((Decision, word.DECISION, _decision), (Task, word.TASK, _task)):
        if found["word"].casefold() in (one.partition(" ")[0].casefold() for one in text.both()):
            after = _outcome(session, table, number)
            before = _outcome(reader.session, table, number) or after
            if after is None:
                return session if before else None
            if place and not any(reader.alike(one, place) for one in _places(table, number, session, reader)):
                return None
            wanted = how(before, value, line, reader)
            return _put(session, before, after, wanted, line, reader)
    return None


def _outcome(session: Session, table: type[Any], number: int) -> Any:
    items: Sequence[Item] = session.agenda
    kept = [one for item in items for one in (item.decisions if table is Decision else item.tasks)]
    return next((one for one in kept if one.number == number), None)


def _places(table: type[Any], number: int, session: Session, reader: Reader) -> Iterator[str]:
    """Yield how the overview names the item that an outcome belongs to: as printed, and as the text has it now."""
    for one in (reader.session, session):
        printing = Printing(replace(reader.printing.source, session=one), reader.printing.lang)
        for item in one.agenda:
            if any(each.number == number for each in (item.decisions if table is Decision else item.tasks)):
                yield printed.place(item, printing)


def _put(session: Session, before: Any, after: Any, wanted: Any, line: Line, reader: Reader) -> Session:
    """Put in what the overview has; a field that was changed at the item too, to something else, is a mistake."""
    if isinstance(wanted, Decision) and wanted.title == printed.first_line(after.text):
        wanted = replace(wanted, title=None)
    for name, value in vars(wanted).items():
        if value == getattr(before, name) or value == getattr(after, name):
            continue
        if getattr(after, name) != getattr(before, name):
            reader.faults.add(line.number, line.text, say.GLANCE_DIFFERS(), say.ALLOWED_ONE_PLACE())
            return session
        field: Any = {name: value}
        session = change(session, after, lambda one, field=field: replace(one, **field))  # type: ignore[misc]
    return session


def _decision(before: Decision, value: str, _line: Line, reader: Reader) -> Decision:
    """Return a decision with the title and result that `Titel, angenommen` gives."""
    endings = {f", {text}": fields for text, fields in _results(reader.printing).items()}
    ending = max((one for one in endings if value.endswith(one)), key=len, default="")
    stood = result_text(before, reader.printing)
    if ending == (f", {stood}" if stood else ""):
        shown, fields = value.removesuffix(ending), {}
    else:
        shown, fields = value.removesuffix(ending), endings.get(ending, {"result": None})
    if before.counted:
        fields = {name: one for name, one in fields.items() if name == "result"}
    given: Any = {**fields, "title": _title(shown, before)}
    return replace(before, **given)


def _results(printing: Printing) -> dict[str, dict[str, Any]]:
    """Return every text that can say a result, in both languages, with the fields it stands for."""
    found: dict[str, dict[str, Any]] = {}
    for lang in LANGUAGES:
        for result in (*word.RESULTS, None):
            for fields in ({"unanimous": False}, {"unanimous": True}, {"method": "consensus"}):
                given: Any = {"result": result, **fields}
                text = result_text(Decision(number=0, text="", **given), replace(printing, lang=lang))
                found.setdefault(text, given)
    del found[""]
    return found


def _title(shown: str, before: Decision) -> str | None:
    """Return a title; none where the wording's first line stands in its place."""
    text = unescape(shown)
    return before.title if text == (before.title or printed.first_line(before.text)) else text or None


def _task(before: Task, value: str, line: Line, reader: Reader) -> Task:
    """Return a task with what `NAME, bis 08.10.2024: Wortlaut` gives; of a longer wording only the first line."""
    stood = ", ".join(task_details(before, reader.printing))
    if stood and value.startswith(f"{stood}: "):
        given, subject = before, value.removeprefix(f"{stood}: ")
    else:
        details, *subjects = split_parts(value, ":")
        parts = [part for part in split_parts(details, ",") if part] if subjects else []
        given = read.task(parts, before, line.number, reader)
        subject = value[len(details) + 1 :].strip() if subjects else value
    text = unescape(subject)
    if text == printed.first_line(before.text) or "\n" in before.text:
        return given
    return replace(given, text=text + before.text[len(printed.first_line(before.text)) :])


# attachments and the next session


def _attachments(section: Section | None, reader: Reader) -> tuple[Attachment, ...]:
    """Return the attachments that the list names, with their titles and places."""
    stood = {
        text: one
        for one, text in zip(reader.session.attachments, _lines(printed.attachments(reader.printing)), strict=True)
    }
    kept: list[Attachment] = []
    for line in section.body if section else ():
        text = line.text.strip()
        if not text:
            continue
        one = stood.get(text) or _attachment(line, reader)
        if one is None:
            reader.faults.add(line.number, text, say.NEW_ATTACHMENT(), say.ALLOWED_ATTACHMENT())
        else:
            kept.append(one)
    return tuple(kept)


def _lines(blocks: Iterable[str]) -> list[str]:
    return "\n".join(blocks).split("\n")[1:]


def _attachment(line: Line, reader: Reader) -> Attachment | None:
    """Return the attachment a changed line stands for."""
    found = re.match(rf"{_ENTRY}{_NUMBER}", line.text)
    if found is None or matched(word.ATTACHMENT, f"{found['word']} {found['number']}") is None:
        return None
    one = next((one for one in reader.session.attachments if one.number == int(found["number"])), None)
    rest = line.text[found.end() :]
    places: list[str] = []
    if rest.startswith("("):
        end = closing(rest, 0)
        places, rest = split_parts(rest[1:end], ","), rest[end + 1 :]
    title = unescape(rest.strip().removeprefix(":").strip())
    if one is None or not title:
        return None
    shown = one.title or one.url or (one.file or "").rpartition("/")[2]
    return _placed(replace(one, title=one.title if title == shown else title), places, reader)


def _placed(one: Attachment, places: list[str], reader: Reader) -> Attachment:
    """Return an attachment with the item and the mark that stand in parentheses."""
    tops = [top["top"] for place in places if (top := matched(word.ITEM, place))]
    item = reader.session.item(reader.ids.get(tops[0], "")) if tops else None
    before = reader.session.item(one.item or "")
    shown = item if tops or (before is not None and not before.is_break) else before
    internal = any(place in (internal_word(reader.printing), *word.INTERNAL.both()) for place in places)
    if not (shown is not None and shown.internal and internal):
        one = replace(one, internal=internal)
    return replace(one, item=shown.id if shown else None)


def _next_session(section: Section, reader: Reader) -> None:
    """Say that a changed date of the next session is not taken from here, and that nothing belongs below it."""
    stood = [*list(printed.next_session(reader.printing))[1:], *reader.sent.split("\n")]
    first, *below = [line for line in section.body if not line.blank] or [Line(section.line, "")]
    if first.text.strip() not in stood or not first.text:
        reader.faults.notice(say.NEXT_SESSION_PASSED())
    if below and reader.sent:  # a mail goes on after the protocol
        reader.faults.notice(say.AFTER_END(line=reader.faults.place(below[0].number)))
    elif below:
        reader.faults.add(below[0].number, below[0].text, say.BELOW_NEXT_SESSION(), say.ALLOWED_BELOW())
