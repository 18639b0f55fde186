"""Any valid value of the model, made from the one description of the file format.

A new key of the format is generated without a change here; a new kind of value fails until it is named.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from typing import Any, Final, TypeVar

from hypothesis import strategies as st

from scm_cli.archive.format import Key, Shape, keys
from scm_cli.model import text
from scm_cli.model.agenda import Item
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group
from scm_cli.model.kinds import (
    ChoiceKind,
    ClockKind,
    DayKind,
    FlagKind,
    FormKind,
    Kind,
    LineKind,
    MomentKind,
    ProseKind,
    ShareKind,
    SlugKind,
    WholeKind,
    WordingKind,
    ZoneKind,
)
from scm_cli.model.session import Session
from scm_cli.model.settings import Settings
from scm_cli.model.table import FreeKind, Table

T = TypeVar("T", bound=Table)
LEVEL: Final = keys(Item)["level"].shape.kind
FILES: Final[tuple[type[Table], ...]] = (Settings, Group, Attendee, Session)

# pieces that TOML, an editor or a file system could trip over; the bidi letters stand without controls
PIECES: Final = (
    "Ä", "ß", "Chóśebuz", "e\u0301", "S\u030co\u0142ta", "👩‍👧", "🏳️‍🌈", "שלום", "سلام", "漢字", "\u00a0", "\u200d",
    '"', "'", '""', '"""', "'''", '""""', "\\", "\\\\", "\\n", "\\u0041", "#", " # ", "=", "[", "]", "[[a]]", "{", "}",
    ",", ".", ":", "|", "`", "*", "_", "<b>", "&amp;", "%s", "$HOME", "-", "1.", "a", "Z", "x y", "true", "10:00", " ",
    "scm-long-text-0", "[bold]",
)  # fmt: skip
PROSE_PIECES: Final = (*PIECES, "\n", "\n\n", "\t", "\n ", " \n", "\\\n", '"\n', "```\n", "## TOP 1\n", "\n[x]\n")

_pieces = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
_letters = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
lines: Final = (_pieces | _letters).map(text.line).filter(lambda made: bool(made) and not text.forbidden_in_line(made))
proses: Final = (
    (st.lists(st.sampled_from(PROSE_PIECES), max_size=8).map("".join) | _letters)
    .map(text.prose)
    .filter(lambda made: not text.forbidden_in_prose(made))
)
slugs: Final = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,4}){0,2}", fullmatch=True).filter(text.is_slug)
clocks: Final = st.builds(
    time,
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from([0, 0, 59]),
    st.sampled_from([0, 0, 500_000, 1]),
)
days: Final = st.dates(date(1, 1, 1), date(9999, 12, 31))
_moments = st.builds(
    lambda day, clock, hours: datetime.combine(day, clock, timezone(timedelta(hours=hours, minutes=30 * (hours % 2)))),
    st.dates(date(2, 1, 1), date(9998, 12, 31)),
    clocks,
    st.integers(-11, 13),
)

_scalars = (
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | days
    | clocks
    | _moments
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
    | st.sampled_from(PROSE_PIECES)
)
_names = st.sampled_from(["a", "b-c", "note", "", "a.b", '"', "ä ö", "x", "1", "\n"]) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=4
)
free: Final[st.SearchStrategy[Mapping[str, Any]]] = st.dictionaries(
    _names,
    st.recursive(
        _scalars,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_names, inner, max_size=3),
        max_leaves=6,
    ),
    max_size=3,
)


def _whole(kind: WholeKind) -> st.SearchStrategy[int]:
    return st.integers(kind.low, min(kind.high, kind.low + 9)) | st.integers(kind.low, kind.high)


def _form(kind: FormKind) -> st.SearchStrategy[str]:
    return st.from_regex(kind.pattern, fullmatch=True).filter(_readable(kind))


def _readable(kind: Kind) -> Callable[[Any], bool]:
    def fits(value: Any) -> bool:
        try:
            return bool(kind.read(value) == value)
        except Exception:  # noqa: BLE001 — a strategy only wants to know whether the kind takes the value
            return False

    return fits


def _share(kind: ShareKind) -> st.SearchStrategy[Any]:
    made: st.SearchStrategy[Any] = st.sampled_from([*kind.words, "2/3", "1/2", "99/99"])
    return made | st.integers(1, 500) if kind.number else made


# from the most special class to the most general
_KINDS: Final[tuple[tuple[type[Kind], Callable[[Any], st.SearchStrategy[Any]]], ...]] = (
    (FreeKind, lambda _: free),
    (ZoneKind, lambda _: st.sampled_from(["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+3"])),
    (FormKind, _form),
    (WordingKind, lambda _: proses.filter(bool)),
    (ProseKind, lambda _: proses),
    (LineKind, lambda _: lines),
    (SlugKind, lambda _: slugs),
    (WholeKind, _whole),
    (ShareKind, _share),
    (FlagKind, lambda _: st.booleans()),
    (DayKind, lambda _: days),
    (ClockKind, lambda _: clocks),
    (MomentKind, lambda _: _moments),
    (ChoiceKind, lambda kind: st.sampled_from(kind.values)),
)


def values(kind: Kind) -> st.SearchStrategy[Any]:
    """Return the values of one kind."""
    return next(make(kind) for known, make in _KINDS if isinstance(kind, known))


def tables(table: type[T], *, most: int = 6) -> st.SearchStrategy[T]:
    """Return valid tables of one class with up to `most` keys beyond the required ones."""
    made = _tables(table, most)
    return made.map(mended) if table is Session else made  # type: ignore[arg-type]


_MADE: Final[dict[tuple[type[Table], int], st.SearchStrategy[Any]]] = {}


def _tables(table: type[T], most: int) -> st.SearchStrategy[T]:
    if (table, most) not in _MADE:
        required = {key.field: of_key(key, most) for key in keys(table).values() if key.required}
        others = {key.field: of_key(key, most) for key in keys(table).values() if not key.required}
        some = st.lists(st.sampled_from(sorted(others)), max_size=most, unique=True)
        given = some.flatmap(lambda names: st.fixed_dictionaries(required | {name: others[name] for name in names}))
        _MADE[table, most] = given.map(lambda found: table(**found))
    return _MADE[table, most]


def of_key(key: Key, most: int = 2) -> st.SearchStrategy[Any]:
    """Return the values of one key, each with up to `most` keys beyond the required ones."""
    if key.shape.many:
        return st.lists(_one(key.shape, most), max_size=4 if key.name == "agenda" else 3).map(tuple)
    return _one(key.shape, most)


def _one(shape: Shape, most: int) -> st.SearchStrategy[Any]:
    found: list[st.SearchStrategy[Any]] = []
    if shape.kind is not None:
        found.append(values(shape.kind))
    if shape.table is not None:
        within = _tables(shape.table, max(most - 2, 2))
        found.append(within)
    return st.one_of(found)


def mended(session: Session) -> Session:
    """Return the session with everything that contradicts itself set right (`model/validity.py`)."""
    ids: dict[str, None] = {}
    given: dict[str, set[int]] = {"decisions": set(), "elections": set(), "tasks": set()}
    tops: set[str] = set()
    agenda = []
    parent = False
    for item in session.agenda:
        if item.id in ids:
            continue
        ids[item.id] = None
        level = item.level if parent else 1
        parent = parent or (level == 1 and not item.is_break)
        outcomes: dict[str, Any] = {
            name: tuple(one for one in getattr(item, name) if one.number not in seen and not seen.add(one.number))  # type: ignore[func-returns-value]
            for name, seen in given.items()
        }
        outcomes["elections"] = tuple(map(_voted, outcomes["elections"]))
        top = None if item.top in tops else item.top
        tops |= {top} if top else set()
        agenda.append(replace(item, level=level, top=top, **outcomes))
    rows = {row.identity: row for row in session.attendance if row.who}
    attendance = tuple(replace(row, items=tuple(one for one in row.items if one in ids)) for row in rows.values())
    attachments = {
        one.number: replace(_with_source(one), item=one.item if one.item in ids else None)
        for one in session.attachments
    }
    amendments = {one.number: replace(one, item=one.item if one.item in ids else None) for one in session.amendments}
    return replace(
        session,
        agenda=tuple(agenda),
        attendance=attendance,
        attachments=tuple(attachments.values()),
        amendments=tuple(amendments.values()),
    )


def _with_source(one: Any) -> Any:
    """Return an attachment that has a file or a link, never both."""
    return replace(one, url=None) if one.file else replace(one, url=one.url or "https://example.org/a")


def _voted(election: Any) -> Any:
    names = [one.name for one in election.candidates]
    return replace(election, elected=names[0]) if election.elected and names else election


def sample(table: type[T], *, second: bool = False) -> T:
    """Return one fixed table with every key of its class given, and every key of the tables in it.

    Args:
        table: the class.
        second: another one, no key of which has the first one's value.
    """
    made = table(**{key.field: _sample_of(key, second=second) for key in keys(table).values()})
    return mended(made) if isinstance(made, Session) else made  # type: ignore[return-value]


def _sample_of(key: Key, *, second: bool) -> Any:
    if key.shape.kind is LEVEL:
        return 1  # the only item of a session
    if not key.shape.many:
        return _sample(key.shape, second=second)
    if key.shape.table is not None and key.shape.kind is not None:
        shapes = (Shape(kind=key.shape.kind), Shape(table=key.shape.table))
        return tuple(_sample(shape, second=second) for shape in shapes)
    return (_sample(key.shape, second=second),)


_SAMPLES: Final[tuple[tuple[type[Kind], Any, Any], ...]] = (
    (FreeKind, {"a": {"b": [1, {"c": 2.5}]}, "d": "e"}, {"a": {"f": True}}),
    (ZoneKind, "UTC", "America/New_York"),
    (WordingKind, 'Erste „Zeile“\n\tzweite """ \\', "Kurz"),
    (ProseKind, "Kurz \\", 'Erste\n\nzweite """"\n'.strip()),
    (LineKind, 'Ä "b" \\', "שלום 👩‍👧"),
    (SlugKind, "erste", "zweite-2"),
    (WholeKind, 1, 2),
    (FlagKind, True, False),
    (DayKind, date(2022, 11, 25), date(2024, 2, 29)),
    (ClockKind, time(10, 0), time(23, 59, 59)),
    (
        MomentKind,
        datetime(2024, 9, 12, 9, tzinfo=timezone(timedelta(hours=2))),
        datetime(2025, 1, 1, 0, 0, 1, tzinfo=timezone(timedelta(0))),
    ),
)
_FORMS: Final = {
    "2": ("2", "3a.1"),
    "smart-city-region/6#id": ("g/6#a", "h/7#b-2"),
    "smart-city-region/6": ("g/6", "h/7"),
    "smart-city-region/B1-1": ("g/B1-1", "h/B2-3"),
    "a SHA-256": ("0" * 64, "f" * 64),
    "DE-BB": ("DE-BB", "AT"),
    "name@example.org": ("a@example.org", "b+c@exämple.org"),
    "https://example.org/": ("https://example.org/ä?b=1#c", "http://localhost:80"),
    "FREQ=MONTHLY": ("FREQ=MONTHLY;BYDAY=2TU", "FREQ=WEEKLY"),
    "attachments/": ("attachments/g/0001/a b.pdf", "attachments/ü.txt"),
}


def _sample(shape: Shape, *, second: bool) -> Any:
    kind = shape.kind
    if kind is None:
        return sample(shape.table, second=second) if shape.table else None
    if isinstance(kind, ChoiceKind):
        return kind.values[-1 if second else 0]
    if isinstance(kind, ShareKind):
        return "2/3" if second else kind.words[0]
    if isinstance(kind, FormKind) and not isinstance(kind, ZoneKind):
        return next(pair for mark, pair in _FORMS.items() if kind.example.strip('"').startswith(mark))[second]
    return next((two if second else one) for known, one, two in _SAMPLES if isinstance(kind, known))


def all_tables() -> list[type[Table]]:
    """Return every class that describes a table of some file, each once."""
    found: dict[type[Table], None] = {}
    waiting: list[type[Table]] = list(FILES)
    while waiting:
        table = waiting.pop(0)
        if table not in found:
            found[table] = None
            waiting += [key.shape.table for key in keys(table).values() if key.shape.table]
    return list(found)
