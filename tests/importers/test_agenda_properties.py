"""What a list writes as JSON comes in again as it was; no bytes end in anything but items or a sentence."""

import contextlib
import json
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import tables

from scm_cli.archive.resolve import Resolver
from scm_cli.errors import ScmError
from scm_cli.formats.rows import array, comma_separated, lines
from scm_cli.importers.agenda import AgendaReader
from scm_cli.importers.detect import FORMATS
from scm_cli.importers.placing import placed
from scm_cli.model.agenda import Item
from scm_cli.model.attendee import Attendee
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.query.fields import ITEM
from scm_cli.query.items import item_rows
from scm_cli.query.rows import Row, Source

DAY = date(2026, 12, 8)
REGISTER = {
    "anna-beispiel": Attendee(name="Anna Beispiel", title="Dr."),
    "anna-beispiel-2": Attendee(name="Anna Beispiel"),
    "a": Attendee(name="b"),
}
EMPTY = Session(number=1, date=DAY)


def reader() -> AgendaReader:
    """A reader of agendas on a register with two people of one name."""
    resolver = Resolver(cast("Any", SimpleNamespace(register=REGISTER)), "", DAY)
    return AgendaReader(resolver, None, DAY)


def rows(session: Session) -> list[Row]:
    return item_rows(Source(SessionRef("muster", 1), session, None, REGISTER))


def _session(items: list[Item]) -> Session:
    """Return a session of items whose first one can stand there."""
    first = replace(items[0], level=1, kind=None if items[0].is_break else items[0].kind)
    return replace(EMPTY, agenda=(first, *items[1:]))


sessions = st.lists(tables(Item, most=12), min_size=1, max_size=3, unique_by=lambda item: item.id).map(_session)


def known(session: Session) -> Session:
    """Return a session as lists can say it: presenters are in the register, nothing is recorded yet."""
    keep: dict[str, Any] = {"decisions": (), "elections": (), "tasks": (), "top": None, "x": None}
    return replace(session, agenda=tuple(replace(item, **keep, presenters=_known(item)) for item in session.agenda))


def _known(item: Item) -> tuple[Any, ...]:
    parties = []
    for one in item.presenters:
        party = one
        if isinstance(one, str):
            party = "anna-beispiel-2" if len(one) % 2 else "anna-beispiel"
        elif not (one.name or one.organisation) or one.x is not None:
            continue
        if party not in parties:
            parties.append(party)
    return tuple(parties)


def _as_read(item: Item) -> Item:
    """Return an item whose one-line texts have single blanks, as an import writes them, and no empty notes."""
    title, public = " ".join(item.title.split()), item.public_title and " ".join(item.public_title.split())
    return replace(item, title=title, public_title=public, notes=item.notes or None)


@settings(deadline=None, max_examples=50)
@given(sessions)
def test_json_comes_in_again_as_it_was(session: Session) -> None:
    session = known(session)
    for write in (array, lines):
        text = "".join(write(rows(session), ITEM.fields))
        if session.agenda:
            items = reader().read(text.encode(), "-")
            made = placed(EMPTY, items, "replace").session.agenda
            assert made == tuple(map(_as_read, session.agenda))


@settings(deadline=None, max_examples=40)
@given(sessions)
def test_csv_comes_in_again_as_it_was(session: Session) -> None:
    session = known(session)
    bare = replace(session, agenda=tuple(replace(item, presenters=(), notes=None) for item in session.agenda))
    if bare.agenda:
        text = "".join(comma_separated(rows(bare), ITEM.fields))
        made = placed(EMPTY, reader().read(text.encode(), "a.csv"), "replace").session.agenda
        assert made == tuple(map(_as_read, bare.agenda))


pieces = st.sampled_from(
    ["Titel", ";", ",", "\t", "\n", '"', "'", "=", "1. ", "- ", "  ", "TOP 1.1 ", "(", ")", "{", "}", "[", "]", ":",
     '"title"', '"a"', "[[agenda]]", "title = 'a'", "\x00", "ä", "null", "1e999", "NaN", "# ", "*", "\\"]
)  # fmt: skip


@settings(deadline=None, max_examples=400)
@given(st.lists(pieces, max_size=15).map("".join).map(str.encode) | st.binary(max_size=60), st.sampled_from(FORMATS))
def test_no_bytes_end_in_a_traceback(data: bytes, kind: Any) -> None:
    for asked in (kind, None):
        with contextlib.suppress(ScmError):
            items = reader().read(data, "-", asked)
            assert items
            placed(EMPTY, items, "append")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.dictionaries(st.sampled_from([*ITEM.fields, "x", "items"]), values, max_size=6), max_size=4))
def test_no_values_end_in_a_traceback(items: list[dict[str, Any]]) -> None:
    with contextlib.suppress(ScmError):
        placed(EMPTY, reader().read(json.dumps(items).encode(), "-"), "append")
