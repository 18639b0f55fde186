"""Where the name or an address of a person stands in an archive's files, word for word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scm_cli.archive import layout
from scm_cli.archive.archive import Archive
from scm_cli.errors import BadData
from scm_cli.model.attendee import Attendee
from scm_cli.model.leaks import Secret, leaks


@dataclass(frozen=True)
class Trace:
    """A line in which somebody stands.

    Args:
        path: the file, as the user would name it.
        line: from 1.
        found: the words as they stand there.
        text: the whole line.
    """

    path: str
    line: int
    found: tuple[str, ...]
    text: str


def called(person: Attendee) -> Iterator[Secret]:
    """Yield everything a person can be found by in a text: names and addresses."""
    family = person.family_name or (person.name.rpartition(" ")[2] if " " in person.name else "")
    names = (person.name, family, *person.aliases)
    yield from (Secret(name, "name", person.name) for name in names if name)
    if person.email:
        yield Secret(person.email, "email", person.name)
    if person.phone:
        yield Secret(person.phone, "phone", person.name)


def traces(archive: Archive, people: Iterable[Attendee], keys: frozenset[str]) -> Iterator[Trace]:
    """Yield every line of the archive's files, comments too, in which people stand by name or address.

    Their own entries are left out, and so are their keys, which are references and no texts.

    Args:
        archive: the archive; attachments are not searched.
        people: the entries of one person.
        keys: those of the entries.
    """
    wanted = list(dict.fromkeys(secret for person in people for secret in called(person)))
    own = {layout.attendee_path(key) for key in keys}
    for path in _texts(archive):
        if path not in own:
            yield from _in_file(archive, path, wanted, keys)


def _in_file(archive: Archive, path: Path, wanted: list[Secret], keys: frozenset[str]) -> Iterator[Trace]:
    try:
        text = archive.files.read(path).decode("utf-8", "replace")
    except BadData as error:
        archive.remember(error)
        return
    lines = text.split("\n")
    found: defaultdict[int, list[str]] = defaultdict(list)
    for hit in leaks(text, wanted, ()):
        if hit.found not in keys:
            found[hit.line].append(hit.found)
    for number, words in found.items():
        yield Trace(archive.files.name(path), number, tuple(words), lines[number - 1].strip())


def _texts(archive: Archive) -> Iterator[Path]:
    """Yield the archive's text files, hidden ones and attachments left out."""
    root = archive.files.root
    for pattern in (layout.MARKER, "groups/*.toml", "attendees/*.toml", "sessions/*/*", "templates/*"):
        for path in sorted(root.glob(pattern)):
            relative = path.relative_to(root)
            if path.is_file() and not path.name.startswith("."):
                yield relative
