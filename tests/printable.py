"""Arbitrary sessions to print, full of text that looks like markup or like the notation itself."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from scm_cli.locale import LANGUAGES
from scm_cli.model import text as rules
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.attendee import Attendee, Membership
from scm_cli.model.group import Group, Words
from scm_cli.model.outcomes import Candidate, Decision, Election, Task
from scm_cli.model.record import Attachment
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.model.table import Named
from scm_cli.notation.context import Printing
from scm_cli.query.rows import Source

NASTY = [
    *("[bold]x[/bold]", "a|b", "`code`", "``", "*", "**", "_", "__", "*em*", "**Beschluss B1-1 (x):** y", "_x_", "a_b"),
    *("<script>alert(1)</script>", "</b>", "<!--", "<a@b.de>", "&amp;", "&amp", "&", "&#38;", "# Titel", "#", "##"),
    *("-", "- x", "+", "1.", "1. x", "2)", "> x", ">", "=cmd()", "===", "---", "~~~", "```", "[x]", "[x]: /u", "]("),
    *("![x](y)", "[x](y)", "\\", "\\*", "x\\", "(", ")", ";", ",", ":", "(vertagt)", "(internal)", "(Fassung 0)"),
    *("(nichtöffentlich, vertagt)", "Zeit: 10:00 Uhr", "10:20 Uhr: x", "{time}", "{name}", "{0}", "%s", "#anna"),
    *("TOP 3", "Stand: x", "😀", "❤️", "אבג", "مرحبا", "e\u0301", "ä", "\u00a0", "\u200d", "\u0301", "Straße"),
]
LONG = [piece * (90 // len(piece)) for piece in ("*", "_a ", "`", "[", "&amp;", "ä😀 ", "(", "\\")]
PIECES = st.one_of(st.sampled_from(NASTY), st.sampled_from([" ", "  ", "a"]), st.text(max_size=4))
TYPED = st.one_of(
    st.lists(PIECES, min_size=1, max_size=5).map("".join),
    st.integers(0, len(LONG) - 1).map(lambda number: LONG[number]),
)
LINES = TYPED.map(rules.line).filter(lambda line: line != "" and not rules.forbidden_in_line(line))
STARTS = st.sampled_from(["", " ", "   ", "    ", "\t", "- ", "> ", "1. ", "  - "])
NOTE_LINES = st.builds("".join, st.tuples(STARTS, st.one_of(st.just(""), LINES)))
PROSE = (
    st.lists(NOTE_LINES, max_size=6)
    .map(lambda lines: rules.prose("\n".join(lines)))
    .filter(lambda text: not rules.forbidden_in_prose(text))
)
WORDINGS = st.one_of(LINES, PROSE).filter(lambda text: text != "")
CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0, fold=0))
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
COUNTS = st.none() | st.integers(0, 3)
KEYS = ("anna", "bernd", "clara", "dora")
PEOPLE = st.one_of(st.sampled_from([*KEYS, "niemand"]), LINES)
PARTIES = st.one_of(st.sampled_from(KEYS), st.builds(Named, name=LINES), st.builds(Named, organisation=LINES))


def some(values: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=most).map(tuple)


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


SPANS = st.builds(Span, from_=maybe(CLOCKS), until=maybe(CLOCKS))
DECISIONS = st.builds(
    Decision,
    number=st.just(1),
    text=WORDINGS,
    title=maybe(LINES),
    moved_by=maybe(PEOPLE),
    method=st.sampled_from([None, "consensus", "hands", "secret"]),
    yes=COUNTS,
    no=COUNTS,
    abstain=COUNTS,
    excluded=some(PEOPLE),
    majority=st.sampled_from([None, "simple", "2/3"]),
    result=st.sampled_from([None, "carried", "rejected"]),
)
ELECTIONS = st.builds(
    Election,
    number=st.just(1),
    office=maybe(LINES),
    candidates=some(st.builds(Candidate, name=PEOPLE, votes=COUNTS)),
    elected=maybe(PEOPLE),
    accepted=st.sampled_from([None, True, False]),
)
TASKS = st.builds(
    Task, number=st.just(1), text=WORDINGS, assignees=some(PARTIES), due=maybe(DAYS), not_before=maybe(DAYS)
)
ITEMS = st.builds(
    Item,
    id=st.just("id"),
    title=LINES,
    level=st.sampled_from([1, 2]),
    kind=st.sampled_from([None, "decision", "break"]),
    began=maybe(CLOCKS),
    ended=maybe(CLOCKS),
    state=st.sampled_from(["open", "postponed", "dropped"]),
    internal=st.booleans(),
    notes=maybe(PROSE),
    decisions=some(DECISIONS, 1),
    elections=some(ELECTIONS, 1),
    tasks=some(TASKS, 1),
)
ROWS = st.builds(
    Attendance,
    attendee=maybe(st.sampled_from(KEYS)),
    name=LINES,
    organisation=maybe(LINES),
    state=st.sampled_from([None, "present", "excused", "absent"]),
    capacity=st.sampled_from([None, "guest"]),
    via=st.sampled_from([None, "online"]),
    presence=some(SPANS),
    represents=maybe(st.sampled_from(KEYS)),
    votes_for=maybe(st.sampled_from(KEYS)),
)
PLACES = st.builds(Attendance, organisation=LINES, state=st.just("present"), presence=some(SPANS, 1))
SESSIONS = st.builds(
    Session,
    number=st.just(7),
    date=DAYS,
    title=maybe(LINES),
    mode=st.sampled_from([None, "online", "hybrid"]),
    start=maybe(CLOCKS),
    end=maybe(CLOCKS),
    place=maybe(LINES),
    room=maybe(LINES),
    host=maybe(LINES),
    reference=maybe(LINES),
    display_number=maybe(LINES),
    chair=maybe(st.sampled_from(KEYS)),
    minute_taker=maybe(st.sampled_from(KEYS)),
    quorum_stated=st.sampled_from([None, "present", "lacking"]),
    quorum_present=COUNTS,
    quorum_of=COUNTS,
    breaks=some(SPANS),
    attendance=some(st.one_of(ROWS, PLACES), 4),
    agenda=some(ITEMS, 4),
    attachments=some(st.builds(Attachment, number=st.just(1), title=LINES), 1),
)
ADULTS = st.builds(
    Attendee,
    name=LINES,
    title=maybe(LINES),
    organisation=maybe(LINES),
    memberships=st.booleans().map(lambda vote: (Membership(group="muster", vote=vote),)),
)
GROUPS = st.builds(
    Group,
    name=LINES,
    genitive=maybe(LINES),
    words=st.builds(Words, chair=maybe(LINES), minute_taker=maybe(LINES), host=maybe(LINES), internal=maybe(LINES)),
)
FOLLOWING = Session(number=8, date=date(2024, 11, 12), start=time(10))


@st.composite
def printings(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Printing:
    session: Session = draw(SESSIONS)
    agenda: list[Item] = []
    for number, item in enumerate(session.agenda, 1):
        above = any(one.level == 1 and not one.is_break for one in agenda)
        agenda.append(
            replace(
                item,
                id=f"id-{number}",
                level=item.level if above else 1,
                decisions=tuple(replace(one, number=number) for one in item.decisions),
                elections=tuple(replace(one, number=number) for one in item.elections),
                tasks=tuple(replace(one, number=number) for one in item.tasks),
            )
        )
    session = replace(session, agenda=tuple(agenda))
    register = {key: draw(ADULTS) for key in KEYS[: draw(st.integers(0, len(KEYS)))]}
    source = Source(SessionRef("muster", 7), session, draw(maybe(GROUPS)), register)
    return Printing(source, draw(st.sampled_from(LANGUAGES)), draw(st.sampled_from([None, FOLLOWING])))
