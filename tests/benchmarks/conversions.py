"""The same sessions in the form of other programs: one record a session, with everybody and everything said.

Each writer takes the sessions and a new folder. The full reference stands before the title, so that answers can
be compared with the sessions that should be found.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from email.header import Header
from email.utils import format_datetime
from pathlib import Path

from benchmarks.generated import Meeting

Meetings = Sequence[Meeting]


def headline(meeting: Meeting) -> str:
    """Return the reference and the title."""
    return f"{meeting.ref} {meeting.title}"


def uid(meeting: Meeting) -> str:
    """Return a name of the record that is also one for a file."""
    return meeting.ref.replace("/", ".")


def begun(meeting: Meeting) -> datetime:
    """Return when the session began; every program is told the same zone."""
    return datetime.combine(meeting.day, time(meeting.hour), UTC)


def minutes(meetings: Meetings, folder: Path) -> None:
    """minutes-cli: JSON Lines, one entry each; what it prints in a list is short, as it wants it."""
    with (folder / "entries.jsonl").open("w", encoding="utf-8") as file:
        for meeting in meetings:
            entry = {
                "id": uid(meeting),
                "ts": f"{begun(meeting):%Y-%m-%dT%H:%M}",
                "project": meeting.committee.key,
                "type": "decision",
                "text": headline(meeting),
                "meeting": f"{meeting.committee.town}\n{meeting.text}",
                "person": meeting.present[0].name,
                "tags": [person.key for person in meeting.people],
            }
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")


def jrnl(meetings: Meetings, folder: Path) -> None:
    """Jrnl: one text file; people are tags."""
    journal = folder / "journal.txt"
    with journal.open("w", encoding="utf-8") as file:
        for meeting in sorted(meetings, key=begun):
            tags = " ".join(f"@{person.key}" for person in meeting.people)
            file.write(
                f"[{begun(meeting):%Y-%m-%d %H:%M}] {headline(meeting)}.\n"
                f"{meeting.committee.town}\n{tags}\n{meeting.text}\n\n"
            )
    (folder / "jrnl").mkdir()
    settings = {
        "version": "4.6",
        "journals": {"default": {"journal": str(journal)}},
        "colors": dict.fromkeys(("body", "date", "tags", "title"), "none"),
        "default_hour": 9,
        "default_minute": 0,
        "editor": "",
        "encrypt": False,
        "highlight": False,
        "indent_character": "|",
        "linewrap": 79,
        "tagsymbols": "@",
        "template": False,
        "timeformat": "%Y-%m-%d %H:%M",
    }
    lines = (f"{key}: {json.dumps(value)}\n" for key, value in settings.items())
    (folder / "jrnl" / "jrnl.yaml").write_text("".join(lines), encoding="utf-8")


def todoman(meetings: Meetings, folder: Path) -> None:
    """Todoman: one iCalendar task a file; people are categories."""
    (folder / "lists" / "sessions").mkdir(parents=True)
    for meeting in meetings:
        (folder / "lists" / "sessions" / f"{uid(meeting)}.ics").write_bytes(
            _folded(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//example.org//benchmark//DE",
                "BEGIN:VTODO",
                f"UID:{uid(meeting)}",
                f"DTSTAMP:{begun(meeting):%Y%m%dT%H%M%SZ}",
                f"DTSTART:{begun(meeting):%Y%m%dT%H%M%SZ}",
                f"SUMMARY:{_escaped(headline(meeting))}",
                f"LOCATION:{_escaped(meeting.committee.town)}",
                "CATEGORIES:" + ",".join(person.key for person in meeting.people),
                f"DESCRIPTION:{_escaped(meeting.text)}",
                "STATUS:NEEDS-ACTION",
                "END:VTODO",
                "END:VCALENDAR",
            )
        )
    (folder / "config.py").write_text(
        f'path = "{folder}/lists/*"\ncache_path = "{folder}/cache.sqlite3"\n'
        'date_format = "%Y-%m-%d"\ntime_format = "%H:%M"\ndefault_list = "sessions"\n',
        encoding="utf-8",
    )


def khard(meetings: Meetings, folder: Path) -> None:
    """Khard: one vCard a file; people are categories, the day is a job title, the one text it finds by its start."""
    (folder / "book").mkdir()
    for meeting in meetings:
        (folder / "book" / f"{uid(meeting)}.vcf").write_bytes(
            _folded(
                "BEGIN:VCARD",
                "VERSION:3.0",
                f"UID:{uid(meeting)}",
                f"FN:{_escaped(headline(meeting))}",
                f"N:{_escaped(headline(meeting))};;;;",
                f"ORG:{_escaped(meeting.committee.name)}",
                f"TITLE:{meeting.day}",
                f"ADR:;;;{_escaped(meeting.committee.town)};;;",
                "CATEGORIES:" + ",".join(person.key for person in meeting.people),
                f"NOTE:{_escaped(meeting.text)}",
                "END:VCARD",
            )
        )
    (folder / "khard.conf").write_text(f"[addressbooks]\n[[sessions]]\npath = {folder}/book\n", encoding="utf-8")


def papis(meetings: Meetings, folder: Path) -> None:
    """Papis: one folder with `info.yaml` a document; people are its authors."""
    for meeting in meetings:
        place = folder / "library" / uid(meeting)
        place.mkdir(parents=True)
        info = {
            "ref": meeting.ref,
            "papis_id": uid(meeting),
            "title": headline(meeting),
            "author": "; ".join(person.key for person in meeting.people),
            "year": meeting.day.year,
            "date": str(meeting.day),
            "venue": meeting.committee.town,
            "abstract": meeting.text.replace("\n", " "),
        }
        lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in info.items())
        (place / "info.yaml").write_text("".join(lines), encoding="utf-8")
    (folder / "config").write_text(
        f"[settings]\ndefault-library = sessions\ncache-dir = {folder}/cache\n\n[sessions]\ndir = {folder}/library\n",
        encoding="utf-8",
    )


def watson(meetings: Meetings, folder: Path) -> None:
    """Watson: one JSON file of frames; people are tags. It stores no text."""
    frames = [
        [
            int(begun(meeting).timestamp()),
            int(begun(meeting).timestamp()) + 7200,
            headline(meeting),
            uid(meeting),
            [person.key for person in meeting.people],
            int(begun(meeting).timestamp()),
        ]
        for meeting in meetings
    ]
    (folder / "frames").write_text(json.dumps(frames, ensure_ascii=False), encoding="utf-8")


def recutils(meetings: Meetings, folder: Path) -> None:
    """GNU recutils: one text file of records; a field for each person."""
    with (folder / "sessions.rec").open("w", encoding="utf-8") as file:
        file.write("%rec: Session\n%type: Date date\n")
        for meeting in meetings:
            people = "".join(f"Person: {person.key}\n" for person in meeting.people)
            text = meeting.text.replace("\n", "\n+ ")
            file.write(
                f"\nRef: {meeting.ref}\nDate: {meeting.day}\nTitle: {meeting.title}\n"
                f"Place: {meeting.committee.town}\n{people}Text: {text}\n"
            )


def taskwarrior(meetings: Meetings, folder: Path) -> None:
    """Taskwarrior: a line a task, the text an annotation; people are tags, whose names allow no hyphen."""
    with (folder / "pending.data").open("w", encoding="utf-8") as file:
        for number, meeting in enumerate(meetings):
            stamp = int(begun(meeting).timestamp())
            fields = {
                f"annotation_{stamp}": " ".join((meeting.committee.town, *meeting.text.split("\n"))),
                "description": headline(meeting),
                "due": str(stamp),
                "entry": str(stamp),
                "project": meeting.committee.key,
                "status": "pending",
                "tags": ",".join(tag(person.key) for person in meeting.people),
                "uuid": f"00000000-0000-4000-8000-{number:012}",
            }
            file.write("[" + " ".join(f'{key}:"{value}"' for key, value in fields.items()) + "]\n")
    for name in ("completed.data", "backlog.data", "undo.data"):
        (folder / name).touch()
    (folder / "taskrc").write_text(
        f"data.location={folder}\nhooks=off\nnews.version=9.9.9\nverbose=nothing\ndefaultwidth=400\n"
        "search.case.sensitive=no\nreport.minimal.columns=id,due,description.desc\nreport.minimal.labels=ID,Due,Text\n",
        encoding="utf-8",
    )


def tag(key: str) -> str:
    """Return a person's key as a tag of taskwarrior."""
    return key.replace("-", "_")


def notmuch(meetings: Meetings, folder: Path) -> None:
    """Notmuch: one mail a session, sent to everybody."""
    for name in ("new", "cur", "tmp"):
        (folder / "mail" / name).mkdir(parents=True)
    for meeting in meetings:
        mail = (
            f"Message-ID: <{uid(meeting)}@example.org>",
            f"Date: {format_datetime(begun(meeting))}",
            f"From: {meeting.present[0].key}@example.org",
            "To: " + ",\n ".join(f"{person.key}@example.org" for person in meeting.people),
            f"Subject: {Header(headline(meeting)).encode()}",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit",
            f"\n{meeting.committee.town}\n{meeting.text}\n",
        )
        (folder / "mail" / "cur" / f"{uid(meeting)}:2,S").write_text("\n".join(mail), encoding="utf-8")
    (folder / "config").write_text(
        f"[database]\npath={folder}/mail\n[user]\nname=Benchmark\nprimary_email=benchmark@example.org\n"
        "[new]\ntags=\n[maildir]\nsynchronize_flags=false\n",
        encoding="utf-8",
    )


def _escaped(text: str) -> str:
    """Return a text value of iCalendar and vCard (RFC 5545, 3.3.11; RFC 2426, 4)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(*lines: str) -> bytes:
    return b"".join(piece for line in lines for piece in _fold(line.encode()))


def _fold(line: bytes) -> Iterator[bytes]:
    """Yield a line in pieces of at most 75 bytes, none of which breaks a character (RFC 5545, 3.1)."""
    while len(line) > 74:
        cut = 74
        while line[cut] & 0xC0 == 0x80:
            cut -= 1
        yield line[:cut] + b"\r\n "
        line = line[cut:]
    yield line + b"\r\n"
