"""One case of the writer's fuzzing: a random edit of a file as people write it; what was not meant stays equal."""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, partial
from typing import Any, Final

import tomli
from fuzz.reading import ARCHIVES
from handmade import BOM, Layout, changed_at, handmade, is_header, is_toml_1_0, places
from strategies import FILES, PIECES, PROSE_PIECES, mended, sample

from scm_cli.archive.codec import changed_file
from scm_cli.archive.format import Key, keys
from scm_cli.archive.merging import placed
from scm_cli.archive.reader import read
from scm_cli.model import text
from scm_cli.model.kinds import LineKind, ProseKind
from scm_cli.model.session import Session
from scm_cli.model.table import Table
from scm_cli.model.validity import Where, faults

Edit = tuple[Where, Callable[[Any], Any]]
MOST_ROWS: Final = 12
_MARK: Final = re.compile(r'# Notiz \d+ „x“ = \[ "')


@cache
def values() -> tuple[Table, ...]:
    """Return the values that files are made of and edits are taken from."""
    found: list[Table] = [sample(table, second=second) for table in FILES for second in (False, True)]
    paths = [(path, path.relative_to(archive)) for archive in ARCHIVES for path in sorted(archive.rglob("*.toml"))]
    kinds = [(path, placed(str(place))) for path, place in paths]
    return (*found, *(read(path.read_bytes(), table, "f") for path, table in kinds if table))


@cache
def known() -> dict[tuple[type[Table], str], list[Any]]:
    """Return what each key of each class has somewhere."""
    found: dict[tuple[type[Table], str], list[Any]] = defaultdict(list)
    for value in values():
        for _, key, owner in places(value):
            held = getattr(owner, key.field)
            if held not in found[type(owner), key.name]:
                found[type(owner), key.name].append(held)
    return found


def grown(rnd: random.Random) -> Table:
    """Return a value with some more rows and other fields than those at hand: the outcome of some edits."""
    value = rnd.choice(values())
    for _ in range(rnd.randrange(8)):
        value = applied(value, edit(value, rnd)) or value
    return value


def edit(value: Table, rnd: random.Random) -> Edit:
    """Return a place and what is to become of what stands there."""
    where, key, owner = rnd.choice(list(places(value)))
    held = getattr(owner, key.field)
    if key.shape.many:
        return where, _rows(key, owner, held, rnd)
    if not key.required and rnd.random() < 0.2:
        return where, lambda _: key.default
    new = _text(key, rnd) if rnd.random() < 0.6 else None
    new = rnd.choice(known()[type(owner), key.name]) if new is None else new
    return where, lambda _: new


def _text(key: Key, rnd: random.Random) -> str | None:
    """Return new text for a key that takes any; None for another key."""
    if isinstance(key.shape.kind, LineKind):
        made = text.line("".join(rnd.choices(PIECES, k=rnd.choice((1, 3, 60)))))
        return made if made and not text.forbidden_in_line(made) else None
    if isinstance(key.shape.kind, ProseKind):
        made = text.prose("".join(rnd.choices(PROSE_PIECES, k=rnd.choice((1, 4, 80)))))
        return made if made and not text.forbidden_in_prose(made) else None
    return None


def _rows(key: Key, owner: Table, held: tuple[Any, ...], rnd: random.Random) -> Callable[[Any], Any]:
    """Return what is to become of a list: rows come, go, move, or change places."""
    more = [row for rows in known()[type(owner), key.name] for row in rows]
    how = rnd.randrange(5)
    made = list(held)
    if how == 0 and made:
        del made[rnd.randrange(len(made))]
    elif how == 1 and len(made) > 1:
        made.insert(rnd.randrange(len(made)), made.pop(rnd.randrange(len(made))))
    elif how == 2:
        rnd.shuffle(made)
    elif more and len(made) < MOST_ROWS:
        made.insert(rnd.randrange(len(made) + 1), _renamed(rnd.choice(more), rnd))
    return lambda _: tuple(made)


def _renamed(row: Any, rnd: random.Random) -> Any:
    """Return a row with an id or number of its own, where it has one."""
    changes: dict[str, Any] = {}
    if hasattr(row, "id"):
        changes["id"] = f"neu-{rnd.randrange(10_000)}"
    if hasattr(row, "number"):
        changes["number"] = rnd.randrange(1, 1_000)
    if hasattr(row, "attendee"):
        changes |= {"attendee": f"neu-{rnd.randrange(10_000)}", "name": None, "organisation": None}
    return replace(row, **changes) if changes else row


def applied(value: Table, change: Edit) -> Table | None:
    """Return the value after an edit; None where that is no valid value."""
    after = changed_at(value, *change)
    after = mended(after) if isinstance(after, Session) else after
    return after if not list(faults(after)) else None


def case(rnd: random.Random) -> Callable[[], str]:
    """Return one case."""
    before = grown(rnd)
    return partial(_edited, before, handmade(before, rnd), rnd)


def _edited(before: Table, layout: Layout, rnd: random.Random) -> str:
    """Run a case: one to three edits of one file, each checked against the one before it."""
    data, count = layout.data, 0
    assert read(data, type(before), "f") == before
    for turn in range(rnd.choice((1, 1, 3))):
        change = edit(before, rnd)
        after = applied(before, change)
        if after is None or after == before:
            continue
        made = changed_file(data, before, after, "f")
        assert read(made, type(after), "f") == after
        _assert_meant(data, made, before, after)
        if not turn and changed_at(before, *change) == after:
            gone = _gone(before, after, change[0])
            table = gone is not None and isinstance(_at(before, gone), Table | Mapping | tuple)
            _assert_comments(layout, made, gone, table=table)
        data, before, count = made, after, count + 1
    return "edited" if count else "nothing to edit"


def _assert_meant(data: bytes, made: bytes, before: Table, after: Table) -> None:
    """Compare what the two texts say, read without scm: only keys that the model changed may differ."""
    old, new = (tomli.loads(one.decode().removeprefix(BOM)) for one in (data, made))
    meant = {key.name for key in _top(before) if getattr(before, key.field) != getattr(after, key.field)}
    differ = {name for name in old.keys() | new.keys() if repr(old.get(name)) != repr(new.get(name))}
    assert differ <= meant, f"changed, though not meant: {sorted(differ - meant)}"
    if is_toml_1_0(data):
        assert is_toml_1_0(made), "no longer TOML 1.0"
    assert made.startswith(BOM.encode()) == data.startswith(BOM.encode())
    assert b"\r\n" not in made or b"\r\n" in data
    if b"\r\n" in data:
        assert made.count(b"\n") == made.count(b"\r\n"), "mixed line ends"


def _top(value: Table) -> list[Key]:
    return [key for where, key, _ in places(value) if len(where) == 1]


def _assert_comments(layout: Layout, made: bytes, gone: Where | None, *, table: bool) -> None:
    """Prove that no comment is doubled, and none lost but those in what was taken away.

    Args:
        layout: the file before.
        made: the file after.
        gone: what was taken away, with all that is in it; None for nothing.
        table: it could have a header, so that comments between its lines belong to it.
    """
    whole = made.decode()
    before: Where = ()
    for line, owner in layout.lines:
        before = before if owner is None else owner
        inside = gone is not None and before[: len(gone)] == gone and (table or owner is not None)
        if gone and owner and len(owner) < len(gone) and owner == gone[: len(owner)]:
            inside = not is_header(line)  # the lines of a value in brackets all belong to its key
        for comment in _MARK.findall(line):
            count = whole.count(comment)
            assert count <= 1, f"doubled: {comment}"
            assert count or inside, f"lost: {comment}"


def _gone(before: Table, after: Table, where: Where) -> Where | None:
    """Return the way to what an edit took away or put something wholly different for; None where all is still there."""
    left = {way for way, key, owner in places(after) if getattr(owner, key.field) != key.default}
    for length in range(1, len(where) + 1):
        if not isinstance(where[length - 1], int) and where[:length] not in left:
            return where[:length]
    old, new = _at(before, where), _at(after, where)
    if isinstance(old, tuple):
        return None if all(list(new).count(row) >= old.count(row) for row in old) else where
    return where if isinstance(old, Table | Mapping) or isinstance(new, Table | Mapping) else None


def _at(value: Any, where: Where) -> Any:
    for step in where:
        value = value[step] if isinstance(step, int) else getattr(value, keys(type(value))[step].field)
    return value
