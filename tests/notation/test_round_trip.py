"""A printed protocol reads back as the session it was printed from, whatever that session was before."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from printable import CLOCKS, COUNTS, DAYS, LINES, PROSE, SPANS, WORDINGS, maybe, printings, some
from strategies import mended

from scm_cli.locale import LANGUAGES
from scm_cli.locale import protocol as word
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.attendee import Attendee, Membership
from scm_cli.model.group import Group, Words
from scm_cli.model.outcomes import Candidate, Decision, Election, Task
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.model.table import Named, Table
from scm_cli.notation.context import Printing
from scm_cli.notation.derived import first_line
from scm_cli.notation.fingerprint import fingerprint
from scm_cli.notation.notes import normalise
from scm_cli.notation.outcomes import is_unanimous
from scm_cli.notation.protocol import protocol
from scm_cli.notation.reading.faults import Faults
from scm_cli.notation.reading.protocol import read
from scm_cli.query.rows import Source

thorough = settings(max_examples=60, report_multiple_bugs=False, deadline=None)
Draw = Callable[[st.SearchStrategy[Any]], Any]

SEATS: Final = (Membership(group="muster", vote=True),)
REGISTER: Final = {
    "anna": Attendee(name="Anna Beispiel", title="Dr.", organisation="Altdorf", memberships=SEATS),
    "bernd": Attendee(name="Bernd (Muster)", organisation="Stadt Neudorf (See)", memberships=SEATS),
    "clara": Attendee(name="Clara; Kern", memberships=(Membership(group="muster"),)),
    "dora": Attendee(name="Dora *Lang*", organisation="a, b; c"),
}
GROUPS: Final = (
    None,
    Group(name="AG Muster", genitive="der AG Muster"),
    Group(name="AG *Muster*", words=Words(chair="Vorsitz", minute_taker="Schrift: Führung", internal="geheim (neu)")),
)
OUTSIDE: Final = ("Xaver Quast", "Ülo (Zett)", "Quirin, Zoë; Firma", "# Zeppelin", "Zacharias #anna", "**Zettel**")
NAMES = st.sampled_from([*REGISTER, *OUTSIDE])
KEYS = st.sampled_from(list(REGISTER))
ORGANISATIONS = st.sampled_from(["Altdorf", "Stadt Neudorf (See)", "Zweckverband; Nord", "Qu-Amt *x*"])
PARTIES = KEYS | st.builds(Named, name=st.sampled_from(OUTSIDE))
REPLACED = st.sampled_from([None, "muster/B5-1", "andere/B1-2"])
TEXTS = WORDINGS.map(lambda text: "\n".join(line.rstrip() for line in normalise(text).split("\n")).strip()).filter(
    lambda text: text != "" and normalise(text) == text
)


def unread(texts: dict[str, Any]) -> st.SearchStrategy[str]:
    """Return lines that are none of the notation's own words."""
    own = {one.casefold() for text in texts.values() for one in text.both()}
    return LINES.filter(
        lambda line: line.casefold() not in own and not any(f"({one})" in line.casefold() for one in own)
    )


PLACES = unread(word.MODES)
RESULTS = st.sampled_from([None, *word.RESULTS])
TITLES = LINES.filter(lambda line: "," not in line and ":" not in line)


def retold(text: str, before: str) -> str:
    """Return a wording, or the one before where only spaces that are not printed tell them apart."""
    return before if before.strip() == text else text


@st.composite
def decisions(draw: Draw, before: Decision) -> Decision:
    """Return the decision with other printed fields."""
    counted = draw(st.booleans())
    text = retold(draw(TEXTS), before.text)
    title = draw(maybe(TITLES))
    made = replace(
        before,
        text=text,
        title=None if title in (first_line(text), first_line(before.text)) else title,
        moved_by=draw(maybe(NAMES)),
        yes=draw(COUNTS) if counted else None,
        no=draw(COUNTS) if counted else None,
        abstain=draw(COUNTS) if counted else None,
        invalid=draw(COUNTS),
        unanimous=False,
        excluded=draw(some(NAMES)),
        majority=draw(st.sampled_from([None, *word.MAJORITIES, "2/3"])),
        result=draw(RESULTS),
        replaces=draw(REPLACED),
        method=draw(st.sampled_from([*word.METHODS, "consensus"])),
    )
    if not made.counted:
        made = replace(made, unanimous=draw(st.booleans()))
    if made.method == "consensus" and is_unanimous(made):
        made = replace(made, method=before.method if before.method in (None, "hands", "consensus") else None)
    return made


@st.composite
def elections(draw: Draw, before: Election) -> Election:
    """Return the election with other printed fields."""
    elected = draw(maybe(NAMES))
    names = draw(st.lists(NAMES, max_size=3, unique=True))
    kept = {one.name: one for one in before.candidates}
    unasked = None if before.elected else before.accepted  # printed with the one elected only
    return replace(
        before,
        office=draw(maybe(TEXTS)),
        candidates=tuple(replace(kept.get(name, Candidate(name=name)), votes=draw(COUNTS)) for name in names),
        invalid=draw(COUNTS),
        excluded=draw(some(NAMES)),
        elected=elected,
        accepted=draw(st.sampled_from([None, True, False])) if elected else unasked,
    )


@st.composite
def tasks(draw: Draw, before: Task) -> Task:
    """Return the task with other printed fields."""
    assignees = tuple({str(one): one for one in draw(some(PARTIES, 3))}.values())
    text = retold(draw(TEXTS), before.text)
    return replace(before, text=text, assignees=assignees, due=draw(maybe(DAYS)), not_before=draw(maybe(DAYS)))


def outcomes(draw: Draw, kept: tuple[Any, ...], make: Any, new: Any) -> tuple[Any, ...]:
    """Return some of the outcomes changed, and perhaps a new one."""
    found = [draw(make(one)) if draw(st.booleans()) else one for one in kept if draw(st.integers(0, 3))]
    return (*found, draw(make(new))) if draw(st.booleans()) else tuple(found)


@st.composite
def items(draw: Draw, before: Item, number: int) -> Item:
    """Return the item with other printed fields; a new outcome gets the number."""
    if before.is_break or draw(st.booleans()):
        return before
    states = ["postponed", "dropped", before.state if before.state not in ("postponed", "dropped") else "open"]
    notes = draw(PROSE.map(normalise)) or None
    return replace(
        before,
        began=draw(maybe(CLOCKS)),
        ended=draw(maybe(CLOCKS)),
        state=draw(st.sampled_from(states)),
        internal=draw(st.booleans()),
        notes=before.notes if normalise(before.notes or "") == (notes or "") else notes,
        decisions=outcomes(draw, before.decisions, decisions, Decision(number=number, text="")),
        elections=outcomes(draw, before.elections, elections, Election(number=number)),
        tasks=outcomes(draw, before.tasks, tasks, Task(number=number, text="")),
    )


@st.composite
def rows(draw: Draw, session: Session) -> tuple[Attendance, ...]:
    """Return the session's attendance with rows changed and taken away, and perhaps a new one at the end."""
    found = []
    for row in session.attendance:
        choice = draw(st.integers(0, 3))
        if choice == 0 and row.state in ("present", "excused", "absent"):
            continue
        found.append(draw(changed(row, session)) if choice > 1 and row.who and (row.attendee or row.name) else row)
    named = (*session.attendance, *found)  # somebody taken away and put back at the end is nobody new
    taken = {row.who for row in named} | {row.name for row in named}
    key, name = draw(maybe(KEYS)), draw(st.sampled_from(OUTSIDE))
    if draw(st.booleans()) and not {key or name} & taken:
        new = Attendance(attendee=key, name=None if key else name, state="present")
        found.append(draw(changed(new, session)))
    assume(len({row.who for row in found}) == len(found))
    return tuple(found)


@st.composite
def changed(draw: Draw, row: Attendance, session: Session) -> Attendance:
    """Return the row as another entry of the head."""
    state = draw(st.sampled_from(["present", "excused", "absent"]))
    capacity = row.capacity
    if state == "present":
        guest = draw(st.booleans())
        capacity = "guest" if guest else (None if capacity == "guest" else capacity)
    ids = [item.id for item in session.agenda if not item.is_break]
    organisation = draw(maybe(ORGANISATIONS))
    if row.attendee and organisation == REGISTER[row.attendee].organisation:
        organisation = None  # the register says so already
    return replace(
        row,
        organisation=organisation,
        state=state,
        capacity=capacity,
        via=draw(st.sampled_from([None, *word.VIA])),
        presence=spans(draw(some(SPANS))),
        represents=draw(maybe(KEYS)),
        votes_for=draw(maybe(KEYS)),
        items=tuple(one for one in ids if draw(st.booleans())),
    )


@st.composite
def heads(draw: Draw, before: Session) -> Session:
    """Return the session with other printed fields of the head."""
    title = draw(maybe(LINES))
    kind = draw(st.sampled_from([*word.KINDS, before.kind if before.kind not in word.KINDS else None]))
    mode = draw(st.sampled_from([*word.MODES, before.mode if before.mode not in word.MODES else None]))
    stated = draw(st.sampled_from([None, *word.QUORUM_STATES]))
    counts = draw(st.tuples(st.integers(0, 9), st.integers(0, 9)))
    if stated is None:
        counts = (None, None) if before.quorum_stated else (before.quorum_present, before.quorum_of)
    printed_kind = title is None and mode != "written"
    display = draw(st.sampled_from([None, "3/2024", "XII", "7 b"]))
    return replace(
        before,
        title=title,
        kind=kind if printed_kind else before.kind,
        display_number=display if title is None else before.display_number,
        mode=mode,
        date=draw(DAYS),
        start=draw(maybe(CLOCKS)),
        end=draw(maybe(CLOCKS)),
        place=draw(maybe(PLACES)),
        room=draw(maybe(LINES)),
        host=draw(maybe(LINES)),
        reference=draw(maybe(LINES)),
        chair=draw(maybe(KEYS)),
        minute_taker=draw(maybe(KEYS)),
        quorum_stated=stated,
        quorum_present=counts[0],
        quorum_of=counts[1],
        breaks=spans(draw(some(SPANS))),
    )


@st.composite
def pairs(draw: Draw) -> tuple[Printing, Session]:
    """Return a session to print, and one with the same items that differs in printed fields only."""
    drawn: Printing = draw(printings())
    before = told(mended(drawn.session))
    source = Source(SessionRef("muster", 7), before, draw(st.sampled_from(GROUPS)), REGISTER)
    printing = Printing(source, draw(st.sampled_from(LANGUAGES)), drawn.following)
    numbers = range(20, 20 + len(before.agenda))
    agenda = tuple(draw(items(item, number)) for item, number in zip(before.agenda, numbers, strict=True))
    after = replace(draw(heads(before)), attendance=draw(rows(before)), agenda=agenda)
    attachments = tuple(one for one in before.attachments if draw(st.integers(0, 3)))
    after = replace(after, attachments=tuple(replace(one, title=draw(TITLES)) for one in attachments))
    return printing, numbered(after)


def told(session: Session) -> Session:
    """Return the session without stretches of time that say nothing, and with each person named once and in one way."""
    places = {row.organisation for row in session.attendance}
    said = {
        row.who: replace(row, name=None if row.attendee else row.name, presence=spans(row.presence))
        for row in session.attendance
        if row.name not in places
    }
    return replace(session, breaks=spans(session.breaks), attendance=tuple(said.values()))


def spans(found: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the stretches of time that have a beginning or an end."""
    return tuple(span for span in found if span.from_ or span.until)


def numbered(session: Session) -> Session:
    """Return the session with the highest numbers it has given."""

    def highest(name: str, last: int) -> int:
        given_ = [one.number for item in session.agenda for one in getattr(item, name)]
        return max(given_) if given_ and max(given_) >= 20 else last

    return replace(
        session,
        last_decision=highest("decisions", session.last_decision),
        last_election=highest("elections", session.last_election),
        last_task=highest("tasks", session.last_task),
    )


def with_session(printing: Printing, session: Session) -> Printing:
    return replace(printing, source=replace(printing.source, session=session))


def differing(found: Any, wanted: Any, path: str = "") -> Iterator[str]:
    """Yield every place in which two tables differ."""
    if isinstance(found, Table) and type(found) is type(wanted):
        for name, value in vars(wanted).items():
            yield from differing(getattr(found, name), value, f"{path}.{name}")
    elif isinstance(found, tuple) and isinstance(wanted, tuple) and len(found) == len(wanted):
        for number, (one, other) in enumerate(zip(found, wanted, strict=True)):
            yield from differing(one, other, f"{path}[{number}]")
    elif found != wanted:
        yield f"{path}: {found!r:.200} is not {wanted!r:.200}"


@thorough
@given(printings())
def test_what_was_printed_reads_as_the_same_session(printing: Printing) -> None:
    words = printing.group.words if printing.group else Words()
    labels = [one.casefold() for one in (words.chair, words.minute_taker, words.host) if one]
    assume(len(set(labels)) == len(labels))
    printing = with_session(printing, mended(printing.session))
    faults = Faults("x")
    assert read(protocol(printing), printing, faults) == printing.session
    assert faults.problems == []


@thorough
@given(pairs())
def test_another_sessions_text_makes_it_that_session(pair: tuple[Printing, Session]) -> None:
    before, after = pair
    text = protocol(with_session(before, after))
    faults = Faults("x")
    found = read(text, before, faults)
    assert faults.problems == [], text
    assert list(differing(found, after)) == [], text


@thorough
@given(printings())
def test_a_text_names_its_own_version(printing: Printing) -> None:
    text = protocol(printing)
    assert f"{fingerprint(text)})" in text
    assert len(fingerprint(text)) == 8
