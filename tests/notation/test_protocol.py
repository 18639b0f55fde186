import re
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

import pytest
from protocols import GROUP, PEOPLE, at, person, printing

from scm_cli.locale import LANGUAGES, Lang
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance, Span
from scm_cli.model.outcomes import ByName, Candidate, Decision, Election, Task, TaskChange
from scm_cli.model.record import Amendment, Approval, Attachment, Seal, Signature
from scm_cli.model.session import Session
from scm_cli.notation.protocol import protocol

DECISION = Decision(number=1, text="Wir bauen.", yes=3, no=1, abstain=0, result="carried")
ELECTION = Election(number=1, office="Vorsitz", candidates=(Candidate(name="clara", votes=3),), elected="clara")
TASK = Task(number=1, text="Tun.", assignees=("clara",), due=date(2024, 10, 8))
ITEM = Item(id="a", title="Bau", notes="Text.", decisions=(DECISION,), elections=(ELECTION,), tasks=(TASK,))
ROW = Attendance(attendee="anna", state="present")
HEAD: dict[str, Any] = {
    "start": at("10:00"),
    "end": at("12:00"),
    "mode": "hybrid",
    "place": "Rathaus",
    "room": "Saal",
    "host": "Forst",
    "reference": "10-24",
    "chair": "anna",
    "minute_taker": "bernd",
    "quorum_stated": "present",
    "quorum_present": 4,
    "quorum_of": 5,
    "breaks": (Span(from_=at("10:50"), until=at("11:00")),),
    "attendance": (ROW,),
    "attachments": (Attachment(number=1, title="Plan", url="https://example.org"),),
}
FOLLOWING = Session(number=8, date=date(2024, 11, 12), start=at("10:00"))
FASSUNG = r" \((?:Fassung|version) ([0-9a-f]{8})\)$"


def fassung(text: str) -> str:
    found = re.search(FASSUNG, text, re.MULTILINE)
    assert found
    return found[1]


def of(*agenda: Item, **values: Any) -> str:
    return fassung(protocol(printing(*agenda, **{**HEAD, **values})))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("following", [None, FOLLOWING])
def test_the_fassung_is_the_digest_of_the_text_without_it_and_without_the_next_session(
    lang: Lang, following: Session | None
) -> None:
    text = protocol(printing(ITEM, lang=lang, following=following, **HEAD))
    last = re.search(r"^## (Nächste Sitzung|Next session)$", text, re.MULTILINE)
    assert (last is not None) == (following is not None)
    covered = text[: last.start() - 1] if last else text
    covered, removed = re.subn(FASSUNG, "", covered, flags=re.MULTILINE)
    assert removed == 1
    assert sha256(covered.encode()).hexdigest()[:8] == fassung(text)


@pytest.mark.parametrize(
    "change",
    [
        {"date": date(2024, 9, 11)},
        {"title": "Klausur"},
        {"kind": "extraordinary"},
        {"mode": "online"},
        {"start": at("10:05")},
        {"end": at("12:05")},
        {"place": None},
        {"room": "Foyer"},
        {"host": "Guben"},
        {"reference": "11-24"},
        {"display_number": "3/2024"},
        {"chair": "clara"},
        {"minute_taker": "clara"},
        {"quorum_stated": "lacking"},
        {"quorum_present": 3},
        {"quorum_of": 4},
        {"breaks": ()},
        {"attendance": ()},
        {"attendance": (replace(ROW, state="excused"),)},
        {"attendance": (replace(ROW, organisation="Guben"),)},
        {"attendance": (replace(ROW, via="online"),)},
        {"attendance": (replace(ROW, presence=(Span(from_=at("10:20")),)),)},
        {"attendance": (replace(ROW, represents="bernd"),)},
        {"attendance": (replace(ROW, votes_for="bernd"),)},
        {"attendance": (replace(ROW, capacity="guest"),)},
        {"attendance": (replace(ROW, items=("a",)),)},
        {"attachments": ()},
        {"attachments": (Attachment(number=1, title="Plan", url="https://example.org", internal=True),)},
        {"group": replace(GROUP, genitive="des Rates")},
        {"people": {**PEOPLE, "anna": person("Anna Muster")}},
    ],
)
def test_the_fassung_changes_with_the_head(change: dict[str, Any]) -> None:
    assert of(ITEM, **change) != of(ITEM)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Neubau"},
        {"top": "2"},
        {"began": at("10:15")},
        {"ended": at("10:15")},
        {"state": "postponed"},
        {"state": "dropped"},
        {"internal": True},
        {"notes": "Text"},
        {"notes": None},
        {"decisions": ()},
        *({"decisions": (replace(DECISION, **values),)} for values in (
            {"number": 2}, {"text": "Wir bauen nicht."}, {"title": "Bau"}, {"moved_by": "anna"}, {"method": "secret"},
            {"yes": 4}, {"no": 0}, {"abstain": None}, {"invalid": 0}, {"excluded": ("anna",)}, {"majority": "simple"},
            {"result": "rejected"}, {"replaces": "muster/B1-1"},
        )),
        *({"elections": (replace(ELECTION, **values),)} for values in (
            {"number": 2}, {"office": "Sitz"}, {"candidates": ()}, {"invalid": 0}, {"elected": None},
            {"accepted": True}, {"excluded": ("anna",)},
        )),
        *({"tasks": (replace(TASK, **values),)} for values in (
            {"number": 2}, {"text": "Lassen."}, {"assignees": ()}, {"due": None}, {"not_before": date(2024, 10, 1)},
        )),
    ],
)  # fmt: skip
def test_the_fassung_changes_with_the_agenda(change: dict[str, Any]) -> None:
    assert of(replace(ITEM, **change)) != of(ITEM)


@pytest.mark.parametrize(
    "change",
    [
        {"following": FOLLOWING},
        {"status": "held"},
        {"planned_end": at("12:30")},
        {"link": "https://example.org"},
        {"invited_on": date(2024, 8, 1)},
        {"signed": (Signature(by="anna"),)},
        {"last_decision": 5, "last_task": 6, "last_election": 7, "last_attachment": 8},
        {"uid": "x", "sequence": 3},
        {"approval": Approval(on=date(2024, 11, 12))},
        {"amendments": (Amendment(number=1, on=date(2024, 11, 12), text="x"),)},
        {"x": {"own": 1}},
        {"attendance": (ROW, Attendance(attendee="bernd", state="invited"))},
        {"group": replace(GROUP, name="Anders", place="Forst")},
        {"people": {**PEOPLE, "anna": person("Anna Beispiel", "Altdorf", title="Dr.", email="a@example.org")}},
        {"people": {**PEOPLE, "clara-2": person("Clara Kern")}},
    ],
)
def test_the_fassung_stays_where_nothing_printed_changes(change: dict[str, Any]) -> None:
    assert of(ITEM, **change) == of(ITEM)


@pytest.mark.parametrize(
    "change",
    [
        {"id": "b"},
        {"purpose": "other"},
        {"about": "muster/6"},
        {"presenters": ("anna",)},
        {"minutes_planned": 20},
        {"state": "done"},
        {"public_title": "x"},
        {"from_": "muster/6#a"},
        {"kind": "decision"},
        {"decisions": (replace(DECISION, motion="x", remark="y", by_name=ByName(yes=("anna",)), method="hands"),)},
        {"tasks": (replace(TASK, state="done", history=(TaskChange(on=date(2024, 10, 9)),)),)},
    ],
)
def test_the_fassung_stays_where_nothing_printed_of_an_item_changes(change: dict[str, Any]) -> None:
    assert of(replace(ITEM, **change)) == of(ITEM)


@pytest.mark.parametrize(("lang", "last"), [("de", "- Stand: Entwurf (Fassung "), ("en", "- Status: draft (version ")])
def test_the_standing_is_the_last_line_of_the_head(lang: Lang, last: str) -> None:
    head = protocol(printing(ITEM, lang=lang, **HEAD)).split("\n\n")[1].split("\n")
    assert head[-1].startswith(last)


def test_a_sealed_protocol_says_when_it_was_finalized() -> None:
    seal = Seal(version=1, at=datetime(2024, 9, 12, 9, tzinfo=UTC), head="0" * 64, protocol="0" * 64)
    assert "- Stand: ausgefertigt am 12.09.2024 (Fassung " in protocol(printing(seal=seal))
    assert "- Status: finalized on 12 September 2024 (version " in protocol(printing(seal=seal, lang="en"))


def test_a_session_of_which_nothing_is_known_but_its_day() -> None:
    text = re.sub("[0-9a-f]{8}", "········", protocol(printing(group=None, people={})))
    assert text == (
        "# Protokoll der 7. Sitzung (muster)\n\n- Datum: Dienstag, 10.09.2024\n- Stand: Entwurf (Fassung ········)\n"
    )


def test_the_sections_stand_in_order() -> None:
    text = protocol(printing(ITEM, following=FOLLOWING, **HEAD))
    headings = [line for line in text.split("\n") if line.startswith("#")]
    assert headings == [
        "# Protokoll der 7. Sitzung der AG Muster",
        "## Auf einen Blick",
        "## TOP 1 Bau",
        "## Anlagen",
        "## Nächste Sitzung",
    ]
