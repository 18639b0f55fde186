"""Public copies: what stands in them and what never does."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime, time
from itertools import count
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from protocols import DAY, GROUP, at, person

from scm_cli.documents.agenda import agenda
from scm_cli.documents.document import Document
from scm_cli.documents.redaction import redacted
from scm_cli.documents.secrets import permitted, secrets
from scm_cli.documents.templates import BUILT_IN
from scm_cli.formats.document_formats import DocumentFormat, rendered
from scm_cli.formats.unpacked import unpacked
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group, Public, PublicRole
from scm_cli.model.leaks import leaks
from scm_cli.model.outcomes import ByName, Candidate, Decision, Election, Task
from scm_cli.model.record import Amendment, Approval, Attachment, Objection, Seal, SealedPerson, Signature
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.model.table import Named, Table
from scm_cli.notation.addenda import with_addenda
from scm_cli.notation.context import Printing
from scm_cli.notation.protocol import protocol
from scm_cli.query.rows import Source

PEOPLE = {
    "anna": person("Anna Beispiel", "Altdorf", title="Dr.", vote=True, email="anna@example.org"),
    "bernd": person("Bernd Muster", "Neudorf", vote=True),
    "clara": person("Clara Kern", "Neudorf", vote=True),
}


def source(*agenda: Item, roles: tuple[PublicRole, ...] = ("chair",), **values: Any) -> Source:
    group = replace(GROUP, public=Public(roles=roles), recipients=("ag@example.org",))
    people = values.pop("people", PEOPLE)
    session = Session(**{"number": 7, "date": DAY, "status": "held", "chair": "anna", "agenda": agenda, **values})
    return Source(SessionRef("muster", 7), session, group, people)


def printed(given: Source) -> str:
    return protocol(Printing(redacted(given, "de"), "de", public=True))


def row(who: str, **values: Any) -> Attendance:
    return Attendance(**{"attendee": who, "state": "present", **values})


def test_people_become_organisations_and_counts() -> None:
    guest = Attendance(name="Gerd Gast", organisation="Büro Fiktiv", state="present", capacity="guest")
    text = printed(source(attendance=(row("anna"), row("bernd"), row("clara"), guest, row("dora", state="excused"))))
    assert "- Leitung: Dr. Anna Beispiel\n" in text
    assert "- Teilnehmende: Dr. Anna Beispiel (Altdorf); 2 weitere Teilnehmende\n" in text
    assert "- Vertreten: Neudorf; Büro Fiktiv\n" in text
    assert "- Entschuldigt: 1 Person\n" in text
    assert "- Gäste: 1 Person\n" in text
    assert "- Stand: Entwurf, öffentliche Fassung (Fassung " in text


@pytest.mark.parametrize(
    ("roles", "named"),
    [
        ((), set()),
        (("chair",), {"Anna"}),
        (("minute-taker",), {"Bernd"}),
        (("presenter",), {"Clara"}),
        (("guest",), {"Gerd"}),
        (("member",), {"Anna", "Bernd", "Clara"}),
    ],
)
def test_only_the_roles_that_the_group_allows_are_named(roles: tuple[PublicRole, ...], named: set[str]) -> None:
    guest = Attendance(name="Gerd Gast", state="present", capacity="guest")
    inside = Attendance(name="Hugo Heimlich", state="present", capacity="guest", items=("b",))
    given_ = source(
        Item(id="a", title="Bericht", presenters=("clara",)),
        Item(id="b", title="Vertrag", internal=True, presenters=("bernd",)),
        roles=roles,
        minute_taker="bernd",
        attendance=(row("anna"), row("bernd"), row("clara"), guest, inside),
    )
    text = printed(given_)
    assert {name for name in ("Anna", "Bernd", "Clara", "Gerd", "Hugo") if name in text} == named


def test_votes_and_ballots_lose_their_names() -> None:
    decision = Decision(
        number=1, text="Ja.", moved_by="bernd", excluded=("bernd", "anna", "clara"), yes=2, no=0, result="carried",
        by_name=ByName(yes=("bernd", "clara")), motion="Anders.", remark="Weil.",
    )  # fmt: skip
    election = Election(
        number=1,
        office="Stellvertretung",
        candidates=(Candidate(name="bernd", votes=2), Candidate(name="clara", votes=1)),
        elected="bernd",
        accepted=True,
    )
    text = printed(source(Item(id="a", title="Wahl", decisions=(decision,), elections=(election,))))
    details = "eine Person wirkte nicht mit; Dr. Anna Beispiel wirkte nicht mit; eine weitere Person wirkte nicht mit"
    assert f"**Beschluss B7-1 (2 Ja, 0 Nein: angenommen; {details}; Antrag Neudorf):** Ja." in text
    assert "**Wahl W7-1 (Kandidatur 1 2, Kandidatur 2 1; gewählt: Kandidatur 1, nimmt an):** Stellvertretung" in text


def test_an_internal_item_keeps_its_number_and_nothing_else() -> None:
    items = (
        Item(id="a", title="Eröffnung"),
        Item(id="vertrag", title="Vertrag Fiktiv", internal=True, public_title="Vertragssache", began=at("10:20")),
        Item(id="teil", title="Preise", level=2, notes="Zu hoch."),
        Item(id="klage", title="Klage", internal=True, decisions=(Decision(number=1, text="Wir klagen."),)),
        Item(id="z", title="Verschiedenes", tasks=(Task(number=1, text="Kuchen holen"),)),
    )
    attachment = Attachment(number=1, title="Preisliste", item="teil")
    text = printed(source(*items, attachments=(attachment,)))
    assert "## TOP 2 Vertragssache (nichtöffentlich)\n\n### TOP 2.1 Punkt ohne öffentlichen Titel (nicht" in text
    assert "## TOP 3 Punkt ohne öffentlichen Titel (nichtöffentlich)\n\n## TOP 4 Verschiedenes\n" in text
    for hidden in ("Fiktiv", "Preis", "Klage", "klagen", "Zeit", "Kuchen", "Blick", "Anlage"):
        assert hidden not in text


def test_a_sealed_session_has_its_sealed_names() -> None:
    sealed = SealedPerson(key="anna", name="Anna Früher", organisation="Altdorf", vote=True)
    seal = Seal(version=1, at=datetime(2024, 9, 12, tzinfo=UTC), head="a" * 64, protocol="b" * 64, people=(sealed,))
    text = printed(source(seal=seal, status="final", attendance=(row("anna"),)))
    assert "- Leitung: Anna Früher\n- Teilnehmende: Anna Früher (Altdorf)\n" in text
    assert "- Stand: ausgefertigt am 12.09.2024, öffentliche Fassung (Fassung " in text


def test_a_merged_entry_is_the_same_person() -> None:
    people = {**PEOPLE, "anna-alt": Attendee(name="Anna Alt", merged_into="anna")}
    text = printed(source(people=people, attendance=(row("anna-alt"),)))
    assert "- Teilnehmende: Anna Alt\n" in text


# no internal token ever appears

_NUMBERS = count(1)


def token(prefix: str = "geheim") -> str:
    """Return a word that stands nowhere else."""
    return f"{prefix}{next(_NUMBERS)}q"


TOKENS = st.builds(token)
SECRET_NAMES = st.builds(lambda: f"{token('Vor')} {token('Nach')}")
OPEN = st.builds(lambda: token("offen"))
LABELS = st.sampled_from(["bernd", "clara"]) | SECRET_NAMES
INTERNAL_PARTIES = st.sampled_from(["bernd", "clara"]) | st.builds(Named, name=SECRET_NAMES)


def many(values: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[Any]:
    return st.lists(values, max_size=most).map(tuple)


def outcomes(texts: st.SearchStrategy[str]) -> dict[str, st.SearchStrategy[Any]]:
    """Return decisions and elections whose public words are these and whose names are secret."""
    decision = st.builds(
        Decision,
        number=st.just(1),
        text=texts,
        title=st.none() | texts,
        motion=st.none() | TOKENS,
        remark=st.none() | TOKENS,
        moved_by=st.none() | LABELS,
        excluded=many(LABELS),
        by_name=st.builds(ByName, yes=many(LABELS), no=many(LABELS)),
        yes=st.none() | st.integers(0, 3),
        x=st.none() | st.builds(lambda word: {"x": word}, TOKENS),
    )
    election = st.builds(
        Election,
        number=st.just(1),
        office=texts,
        excluded=many(LABELS),
        candidates=many(st.builds(Candidate, name=LABELS)),
        elected=st.none() | LABELS,
        remark=st.none() | TOKENS,
    )
    return {"decisions": many(decision, 1), "elections": many(election, 1)}


TASKS = many(st.builds(Task, number=st.just(1), text=TOKENS, assignees=many(INTERNAL_PARTIES)), 1)
OPEN_ITEMS = st.builds(
    Item, id=st.builds(token, st.just("id")), title=OPEN, notes=st.none() | OPEN, level=st.just(1), tasks=TASKS,
    presenters=many(INTERNAL_PARTIES), from_=st.none() | st.builds(lambda word: f"muster/6#{word}", TOKENS),
    x=st.none() | st.builds(lambda word: {"x": word}, TOKENS), **outcomes(OPEN),
)  # fmt: skip
HIDDEN_ITEMS = st.builds(
    Item, id=st.builds(token), title=TOKENS, notes=st.none() | TOKENS, internal=st.sampled_from([True]), tasks=TASKS,
    presenters=many(INTERNAL_PARTIES), public_title=st.none() | OPEN, began=st.none() | st.just(time(10)),
    **outcomes(TOKENS),
)  # fmt: skip
PART_ITEMS = st.builds(Item, id=st.builds(token), title=TOKENS, level=st.just(2), notes=TOKENS)
ROWS = st.builds(
    Attendance,
    attendee=st.sampled_from(["bernd", "clara", "anna"]),
    state=st.sampled_from(["invited", "accepted", "present", "excused", "absent"]),
    capacity=st.sampled_from([None, "member", "guest"]),
    represents=st.none() | st.sampled_from(["bernd", "anna"]),
    votes_for=st.none() | st.just("clara"),
    presence=many(st.builds(Span, from_=st.just(time(10, 5)))),
) | st.builds(Attendance, name=SECRET_NAMES, state=st.sampled_from(["present", "excused"]))


@st.composite
def sources(draw: Any) -> Source:
    people = {
        key: Attendee(
            name=f"{token('Vor')} {token('Nach')}", email=f"{token()}@example.org", phone="0355 123456",
            aliases=(token(),), salutation=token(), role=token(), organisation=draw(st.none() | OPEN),
            x={"x": token()},
        )
        for key in ("bernd", "clara")
    }  # fmt: skip
    people["anna"] = Attendee(name="Offen Person", email=f"{token()}@example.org", phone="+49 355 654321")
    items = draw(st.lists(OPEN_ITEMS | st.tuples(HIDDEN_ITEMS, PART_ITEMS) | HIDDEN_ITEMS, max_size=4))
    flat = tuple(one for item in items for one in (item if isinstance(item, tuple) else (item,)))
    hidden = [item.id for item in flat if item.internal or item.level == 2]
    session = Session(
        number=7, date=DAY, status="held", chair="anna", minute_taker="bernd", agenda=flat, place=draw(OPEN),
        link=f"https://example.org/{token()}", uid="u", signed=(Signature(by="bernd", role=token()),),
        attendance=draw(st.lists(ROWS, max_size=4, unique_by=lambda one: one.who)),
        approval=Approval(on=DAY, objections=(Objection(by=token(), text=token()),)),
        attachments=(
            Attachment(number=1, title=token(), file=f"attachments/{token()}.pdf", internal=True),
            *(Attachment(number=n, title=token(), item=item) for n, item in enumerate(hidden, 2)),
        ),
        amendments=tuple(Amendment(number=n, on=DAY, item=item, text=token()) for n, item in enumerate(hidden, 1)),
        x={"x": token()},
    )  # fmt: skip
    session = replace(session, attendance=tuple(session.attendance))
    group = Group(name="AG Muster", recipients=(f"{token()}@example.org",), public=Public(roles=("chair",)))
    return Source(SessionRef("muster", 7), session, group, people)


def texts_of(value: Any) -> Iterator[str]:
    """Yield every text in a value of the model."""
    if isinstance(value, Table):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from texts_of(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from (*texts_of(key), *texts_of(one))
    elif isinstance(value, str):
        yield value


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(sources(), st.sampled_from(get_args(DocumentFormat)), st.booleans())
def test_no_internal_token_ever_appears(given_: Source, wanted: DocumentFormat, of_agenda: bool) -> None:
    printing = Printing(redacted(given_, "de"), "de", public=True)
    short = Document("agenda", agenda(printing, BUILT_IN), printing)
    long = Document("protocol", with_addenda(protocol(printing), printing), printing)
    document = short if of_agenda or wanted == "ics" else long
    data = rendered(document, wanted, datetime(2024, 9, 11, tzinfo=UTC), lambda: short, lambda: ())
    parts = unpacked(data, wanted)
    text = "\n".join(part.text for part in parts)
    secret = set(re.findall(r"\b(?:geheim|Vor|Nach)\d+q\b", " ".join(texts_of(given_.session))))
    secret |= set(re.findall(r"\b(?:geheim|Vor|Nach)\d+q\b", " ".join(texts_of(list(given_.register.values())))))
    assert secret
    assert not {word for word in secret if word.lower() in text.lower()}
    assert "123456" not in text.replace(" ", "")
    assert "654321" not in text
    known, free = secrets(given_), permitted(given_)
    assert [hit for part in parts for hit in leaks(part.text, known, free)] == []
    assert "offen" in text or not any("offen" in one for one in texts_of(printing.session))


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(sources(), st.data())
def test_a_secret_in_the_notes_is_always_found(given_: Source, data: st.DataObject) -> None:
    known = secrets(given_)
    one = data.draw(st.sampled_from(known))
    item = Item(id="notiz", title="Bericht", notes=f"Es ging um {one.text}, wie immer.")
    session = replace(given_.session, agenda=(item, *given_.session.agenda))
    told = replace(given_, session=session)
    text = protocol(Printing(redacted(told, "de"), "de", public=True))
    assert leaks(text, secrets(told), permitted(told))
