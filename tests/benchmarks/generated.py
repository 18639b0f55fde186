"""An invented archive of any size, the same for the same seed: committees, people and sessions over twenty years.

    from benchmarks.generated import make
    make(folder, sessions=10_000, seed=1)

The files are written in the canonical layout, as text and not through the model: ten thousand take seconds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final

from benchmarks import german

FIRST_DAY: Final = date(2006, 1, 2)
DAYS: Final = 20 * 365
GROUPS: Final = 100
PEOPLE: Final = 600
_SLUG: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ë": "e", "š": "s", "ł": "l", " ": "-"})


@dataclass(frozen=True)
class Person:
    """Somebody in the register."""

    given: str
    family: str
    organisation: str

    @property
    def name(self) -> str:
        """The name as it is printed."""
        return f"{self.given} {self.family}"

    @property
    def key(self) -> str:
        """The name of the person's file."""
        return slug(self.name)


@dataclass(frozen=True)
class Committee:
    """A group, its name and who sits in it."""

    key: str
    name: str
    town: str
    members: tuple[Person, ...]


@dataclass(frozen=True)
class Point:
    """An agenda item with what came of it."""

    title: str
    notes: str
    decision: str = ""
    votes: tuple[int, int, int] = (0, 0, 0)
    task: str = ""
    assignee: Person | None = None
    due: date | None = None


@dataclass(frozen=True)
class Meeting:
    """One session: the record that every program is given in its own form."""

    committee: Committee
    number: int
    day: date
    hour: int
    cancelled: bool
    present: tuple[Person, ...]
    excused: tuple[Person, ...]
    points: tuple[Point, ...]

    @property
    def ref(self) -> str:
        """The full reference."""
        return f"{self.committee.key}/{self.number}"

    @property
    def title(self) -> str:
        """What the session is called: after its first item."""
        return f"Beratung {self.points[0].title}"

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody named in the session's attendance."""
        return (*self.present, *self.excused)

    @property
    def text(self) -> str:
        """What was noted, decided and given to do."""
        said = (text for point in self.points for text in (point.title, point.notes, point.decision, point.task))
        return "\n".join(filter(None, said))


@dataclass(frozen=True)
class World:
    """Everybody and everything of one archive; sessions by committee and number."""

    people: tuple[Person, ...]
    committees: tuple[Committee, ...]
    meetings: tuple[Meeting, ...]


def slug(text: str) -> str:
    """Return a key as the program makes it from a name."""
    return text.lower().translate(_SLUG)


def world(sessions: int, seed: int) -> World:
    """Return what an archive of so many sessions holds; a small one has fewer committees and people."""
    rnd = Random(seed)
    homes = german.towns()
    pairs = german.people(min(PEOPLE, 20 + sessions // 4), rnd)
    register = tuple(Person(given, family, f"Stadt {rnd.choice(homes)}") for given, family in pairs)
    committees = tuple(_committees(max(1, min(GROUPS, sessions // 10)), register, rnd))
    counts = [sessions // len(committees) + (at < sessions % len(committees)) for at in range(len(committees))]
    meetings = (
        _meeting(committee, number, FIRST_DAY + timedelta(days=at + (number - 1) * DAYS // count), rnd)
        for at, (committee, count) in enumerate(zip(committees, counts, strict=True))
        for number in range(1, count + 1)
    )
    return World(register, committees, tuple(meetings))


def _committees(count: int, register: tuple[Person, ...], rnd: Random) -> Iterator[Committee]:
    names = [f"{body} {field}" for body in german.BODIES for field in german.FIELDS]
    for name in rnd.sample(names, count):
        yield Committee(slug(name), name, rnd.choice(german.towns()), tuple(rnd.sample(register, 14)))


def _meeting(committee: Committee, number: int, day: date, rnd: Random) -> Meeting:
    day += timedelta(days=8 - day.isoweekday() if day.isoweekday() > 5 else 0)  # no weekend
    members = list(committee.members)
    rnd.shuffle(members)
    there = rnd.randrange(8, 12)
    points = tuple(_point(day, members, rnd) for _ in range(rnd.randrange(5, 8)))
    present, excused = tuple(members[:there]), tuple(members[there : there + 2])
    return Meeting(committee, number, day, rnd.randrange(8, 19), rnd.random() < 0.02, present, excused, points)


def _point(day: date, members: list[Person], rnd: Random) -> Point:
    title = german.topic(rnd)
    notes = german.paragraph(title, rnd.randrange(3, 6), rnd)
    outcome = rnd.random()
    if outcome < 0.35:
        wording = f"Das Gremium stimmt der Vorlage „{title}“ in der Fassung vom {day:%d.%m.%Y} zu."
        return Point(title, notes, wording, (rnd.randrange(6, 9), rnd.randrange(3), rnd.randrange(3)))
    if outcome < 0.6:
        due = day + timedelta(days=rnd.randrange(14, 90))
        return Point(title, notes, task=f"{title}: Sachstand vorlegen.", assignee=rnd.choice(members), due=due)
    return Point(title, notes)


def make(folder: Path, sessions: int = 10_000, seed: int = 1) -> World:
    """Write an archive into a new folder; return what it holds."""
    made = world(sessions, seed)
    for name in ("groups", "attendees"):
        (folder / name).mkdir(parents=True)
    (folder / "scm.toml").write_text("schema = 1\n", encoding="utf-8")
    for person in made.people:
        (folder / "attendees" / f"{person.key}.toml").write_text(person_text(person), encoding="utf-8")
    for committee in made.committees:
        (folder / "groups" / f"{committee.key}.toml").write_text(committee_text(committee), encoding="utf-8")
        (folder / "sessions" / committee.key).mkdir(parents=True)
    for meeting in made.meetings:
        (folder / path_of(meeting)).write_text(meeting_text(meeting), encoding="utf-8")
    return made


def path_of(meeting: Meeting) -> Path:
    """Return a session's file within the archive."""
    return Path("sessions") / meeting.committee.key / f"{meeting.number:04}.toml"


def person_text(person: Person) -> str:
    """Return a person's file."""
    return (
        f'schema = 1\nname = "{person.name}"\nfamily_name = "{person.family}"\ngiven_name = "{person.given}"\n'
        f'organisation = "{person.organisation}"\nemail = "{person.key}@example.org"\n'
    )


def committee_text(committee: Committee) -> str:
    """Return a committee's file."""
    return f'schema = 1\nname = "{committee.name}"\nplace = "{committee.town}"\nquorum = "majority"\n'


def meeting_text(meeting: Meeting) -> str:
    """Return a session's file."""
    return "\n".join((_head(meeting), *_attendance(meeting), *_agenda(meeting)))


def _head(meeting: Meeting) -> str:
    decisions, tasks = _numbers(meeting)
    last = "".join(f"last_{kind} = {n}\n" for kind, n in (("decision", decisions), ("task", tasks)) if n)
    return (
        f"schema = 1\nnumber = {meeting.number}\ndate = {meeting.day}\n"
        f'title = "{meeting.title}"\nstatus = "{"cancelled" if meeting.cancelled else "held"}"\n'
        f"start = {meeting.hour:02}:00:00\nend = {meeting.hour + 2:02}:00:00\n"
        f'place = "{meeting.committee.town}"\nroom = "Rathaus, Raum {meeting.hour}"\n'
        f'chair = "{meeting.present[0].key}"\nminute_taker = "{meeting.present[1].key}"\n{last}'
    )


def _numbers(meeting: Meeting) -> tuple[int, int]:
    return sum(bool(point.decision) for point in meeting.points), sum(bool(point.task) for point in meeting.points)


def _attendance(meeting: Meeting) -> Iterator[str]:
    for state, people in (("present", meeting.present), ("excused", meeting.excused)):
        for person in people:
            yield f'[[attendance]]\nattendee = "{person.key}"\nstate = "{state}"\n'


def _agenda(meeting: Meeting) -> Iterator[str]:
    decisions = tasks = 0
    for top, point in enumerate(meeting.points, 1):
        kind = 'kind = "decision"\n' if point.decision else ""
        yield (
            f'[[agenda]]\nid = "{slug(point.title)}-{top}"\ntitle = "{point.title}"\ntop = "{top}"\n{kind}'
            f'state = "done"\nnotes = {_prose(point.notes)}\n'
        )
        if point.decision:
            decisions += 1
            yield _decision(decisions, point)
        if point.assignee:
            tasks += 1
            yield (
                f'[[agenda.tasks]]\nnumber = {tasks}\ntext = "{point.task}"\n'
                f'assignees = ["{point.assignee.key}"]\ndue = {point.due}\n'
            )


def _decision(number: int, point: Point) -> str:
    yes, no, abstain = point.votes
    return (
        f'[[agenda.decisions]]\nnumber = {number}\ntext = {_prose(point.decision)}\nmethod = "hands"\n'
        f'yes = {yes}\nno = {no}\nabstain = {abstain}\nresult = "carried"\n'
    )


def _prose(text: str) -> str:
    """Return a text as the program writes it: a long one on lines of its own."""
    return f'"""\n{text}\n"""' if len(text) > 90 else f'"{text}"'
