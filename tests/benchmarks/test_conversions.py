"""Every program is given the same: reference, day, place, everybody and every word of each session."""

import email
import email.policy
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]  # there are no types for it
from benchmarks import conversions, peers
from benchmarks.cases import question
from benchmarks.generated import Meeting, world

WORLD = world(12, seed=3)


@dataclass(frozen=True)
class Record:
    """A session as it was read back from another program's files."""

    headline: str
    day: str
    place: str
    people: frozenset[str]
    text: str


def meant(meeting: Meeting) -> Record:
    people = frozenset(person.key for person in meeting.people)
    headline = conversions.headline(meeting)
    return Record(headline, str(meeting.day), meeting.committee.town, people, flat(meeting.text))


def flat(text: str) -> str:
    return " ".join(text.split())


def minutes(folder: Path) -> Iterator[Record]:
    for line in (folder / "entries.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        place, text = entry["meeting"].split("\n", 1)
        yield Record(entry["text"], entry["ts"][:10], place, frozenset(entry["tags"]), flat(text))


def jrnl(folder: Path) -> Iterator[Record]:
    entries = re.split(r"^\[(\d{4}-\d\d-\d\d) \d\d:\d\d\] ", (folder / "journal.txt").read_text(), flags=re.MULTILINE)
    for day, entry in zip(entries[1::2], entries[2::2], strict=True):
        headline, place, people, text = entry.split("\n", 3)
        yield Record(headline.removesuffix("."), day, place, frozenset(people.replace("@", "").split()), flat(text))


def todoman(folder: Path) -> Iterator[Record]:
    for path in (folder / "lists" / "sessions").glob("*.ics"):
        assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))
        todo: Any = icalendar.Calendar.from_ical(path.read_bytes()).walk("VTODO")[0]
        people = frozenset(str(name) for name in todo["CATEGORIES"].cats)
        day = str(todo["DTSTART"].dt.date())
        yield Record(str(todo["SUMMARY"]), day, str(todo["LOCATION"]), people, flat(str(todo["DESCRIPTION"])))


def khard(folder: Path) -> Iterator[Record]:
    for path in (folder / "book").glob("*.vcf"):
        card: Any = vobject.readOne(path.read_text(encoding="utf-8"))
        people = frozenset(card.categories.value)
        yield Record(card.fn.value, card.title.value, card.adr.value.city, people, flat(card.note.value))


def papis(folder: Path) -> Iterator[Record]:
    for path in (folder / "library").glob("*/info.yaml"):
        pairs = (line.split(": ", 1) for line in path.read_text(encoding="utf-8").splitlines())
        info = {key: json.loads(value) for key, value in pairs}
        people = frozenset(info["author"].split("; "))
        assert info["year"] == int(info["date"][:4])
        yield Record(info["title"], info["date"], info["venue"], people, flat(info["abstract"]))


def taskwarrior(folder: Path) -> Iterator[Record]:
    for line in (folder / "pending.data").read_text(encoding="utf-8").splitlines():
        one = {re.sub(r"_\d+$", "", key): value for key, value in re.findall(r'(\w+):"([^"]*)"', line)}
        day = str(datetime.fromtimestamp(int(one["due"]), UTC).date())
        place, text = one["annotation"].split(" ", 1)
        people = frozenset(name.replace("_", "-") for name in one["tags"].split(","))
        yield Record(one["description"], day, place, people, flat(text))


def recutils(folder: Path) -> Iterator[Record]:
    for block in (folder / "sessions.rec").read_text(encoding="utf-8").replace("\n+ ", " ").split("\n\n")[1:]:
        fields = [line.split(": ", 1) for line in block.strip().splitlines()]
        people = frozenset(value for key, value in fields if key == "Person")
        one = dict(fields)
        yield Record(f"{one['Ref']} {one['Title']}", one["Date"], one["Place"], people, flat(one["Text"]))


def notmuch(folder: Path) -> Iterator[Record]:
    for path in (folder / "mail" / "cur").iterdir():
        mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        people = frozenset(address.username for address in mail["To"].addresses)
        place, text = mail.get_content().split("\n", 1)
        yield Record(mail["Subject"], str(mail["Date"].datetime.date()), place, people, flat(text))


@pytest.mark.parametrize(
    ("load", "back"),
    [
        (conversions.minutes, minutes),
        (conversions.jrnl, jrnl),
        (conversions.todoman, todoman),
        (conversions.khard, khard),
        (conversions.papis, papis),
        (conversions.recutils, recutils),
        (conversions.taskwarrior, taskwarrior),
        (conversions.notmuch, notmuch),
    ],
)
def test_nothing_is_left_out(
    load: Callable[[conversions.Meetings, Path], None], back: Callable[[Path], Iterator[Record]], tmp_path: Path
) -> None:
    load(WORLD.meetings, tmp_path)
    assert set(back(tmp_path)) == {meant(meeting) for meeting in WORLD.meetings}


def test_watson_has_everything_but_place_and_text(tmp_path: Path) -> None:
    conversions.watson(WORLD.meetings, tmp_path)
    frames = json.loads((tmp_path / "frames").read_text(encoding="utf-8"))
    for (start, _, project, _, tags, _), meeting in zip(frames, WORLD.meetings, strict=True):
        assert start == conversions.begun(meeting).timestamp()
        assert project == conversions.headline(meeting)
        assert tags == [person.key for person in meeting.people]


def test_every_program_is_asked_for_what_is_there(tmp_path: Path) -> None:
    asked = question(WORLD)
    assert len(asked.filtered) > 0 < len(asked.found) < len(asked.refs())
    for peer in peers.PEERS:
        for case in peers.cases(peer, peer.binary, tmp_path, asked, {}):
            words = " ".join(case.command)
            assert case.expected, case.name
            if case.task == "search":
                assert asked.word in words, case.name
            if case.task == "filter":
                assert str(asked.year) in words or str(asked.year - 1) in words, case.name
