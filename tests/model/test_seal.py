"""What a seal covers: every change of the protocol's content, in the digest of its own part, and nothing else."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timezone
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printable import printings
from strategies import mended, of_key, sample, tables

from scm_cli.archive.format import given as written
from scm_cli.archive.format import keys
from scm_cli.model.agenda import Item
from scm_cli.model.attendee import Attendee, Membership
from scm_cli.model.group import Group
from scm_cli.model.outcomes import ByName, Decision, Task
from scm_cli.model.record import SealedPerson
from scm_cli.model.seal import head_digest, item_digest, seal_of, sealed_people, text_digest
from scm_cli.model.sealed_register import sealed_register
from scm_cli.model.session import Session
from scm_cli.notation.context import Printing, named
from scm_cli.notation.protocol import protocol

thorough = settings(max_examples=150, deadline=None)
UNCOVERED = {"x", "status", "seal", "reopened", "approval", "amendments", "signed", "sequence"}
AT = datetime(2024, 9, 12, 9, tzinfo=timezone.utc)  # noqa: UP017 — the same as elsewhere


def digests(session: Session) -> dict[str, str]:
    """Return the digests of a session by the part they cover."""
    return {"head": head_digest(session, ()), **{item.id: item_digest(item) for item in session.agenda}}


def covered(value: Any, task: bool = False) -> Any:
    """Return what a file says of a value, without what no seal covers: the same said by the file format."""
    if isinstance(value, Mapping):
        kept = {name: covered(one, name == "tasks") for name, one in value.items() if name != "x"}
        kept.pop("history" if task else "", None)
        return {name: one for name, one in kept.items() if one != {}}
    return [covered(one, task) for one in value] if isinstance(value, list) else value


@thorough
@given(tables(Session, most=8), st.data())
def test_a_change_of_the_head_changes_its_digest_and_no_other(session: Session, data: st.DataObject) -> None:
    known = {key.field: key for key in keys(Session).values() if key.field != "agenda"}
    name = data.draw(st.sampled_from(sorted(known)))
    changed = replace(session, **{name: data.draw(of_key(known[name]))})
    before, after = digests(session), digests(changed)
    parts = [{"a": covered({name: written(one).get(known[name].name)})} for one in (session, changed)]
    same = known[name].name in UNCOVERED or parts[0] == parts[1]
    assert (before == after) == same
    assert {part: one for part, one in before.items() if part != "head"} == {
        part: one for part, one in after.items() if part != "head"
    }


@thorough
@given(st.lists(tables(Item), min_size=1, max_size=4), st.data())
def test_a_change_of_an_item_changes_its_digest_and_no_other(items: list[Item], data: st.DataObject) -> None:
    session = mended(Session(number=1, date=date(2024, 9, 10), agenda=tuple(items)))
    place = data.draw(st.integers(0, len(session.agenda) - 1))
    known = {key.field: key for key in keys(Item).values() if key.field != "id"}
    name = data.draw(st.sampled_from(sorted(known)))
    item = session.agenda[place]
    made = replace(item, **{name: data.draw(of_key(known[name], 4))})
    changed = replace(session, agenda=(*session.agenda[:place], made, *session.agenda[place + 1 :]))
    before, after = digests(session), digests(changed)
    altered = {part for part, one in before.items() if one != after[part]}
    same = covered(written(item)) == covered(written(made))
    assert altered == (set() if same else {item.id})


def test_every_key_of_the_session_and_of_a_task_is_covered_or_named_here() -> None:
    one, other = sample(Session), sample(Session, second=True)
    for key in keys(Session).values():
        changed = replace(one, **{key.field: getattr(other, key.field)})
        alike = head_digest(changed, ()) == head_digest(one, ())
        assert alike == (key.name in UNCOVERED | {"agenda"}), key.name
    task, second = sample(Task), sample(Task, second=True)
    for key in keys(Task).values():
        item = Item(id="a", title="A", tasks=(task,))
        made = replace(task, **{key.field: getattr(second, key.field)})
        alike = item_digest(item) == item_digest(replace(item, tasks=(made,)))
        assert alike == (key.name in {"x", "history"}), key.name


def test_free_keys_deep_inside_are_not_covered() -> None:
    plain = Item(id="a", title="A", decisions=(Decision(number=1, text="T"),))
    own = replace(plain, decisions=(Decision(number=1, text="T", by_name=ByName(x={"mine": 1})),))
    assert item_digest(plain) == item_digest(own)


def test_the_names_as_printed_belong_to_the_head() -> None:
    session = Session(number=1, date=date(2024, 9, 10))
    anna = SealedPerson(key="anna", name="Anna Beispiel")
    assert head_digest(session, (anna,)) != head_digest(session, (replace(anna, name="Anna Muster"),))


def test_digests_stay_the_same_from_version_to_version() -> None:
    session = Session(number=1, date=date(2022, 11, 25), place="Chóśebuz")
    item = Item(id="a", title="A", notes="Ä", tasks=(Task(number=1, text="T", due=date(2022, 12, 1)),))
    head = '{"people": [], "session": {"date": "2022-11-25", "number": 1, "place": "Chóśebuz"}}'
    assert head_digest(session, ()) == sha256(head.encode()).hexdigest()
    tasks = '"tasks": [{"due": "2022-12-01", "number": 1, "text": "T"}]'
    content = f'{{"id": "a", "notes": "Ä", {tasks}, "title": "A"}}'
    assert item_digest(item) == sha256(content.encode()).hexdigest()


@thorough
@given(printings())
def test_a_sealed_protocol_says_the_same_when_everybody_has_another_name(printing: Printing) -> None:
    session, group = printing.session, printing.group
    people = sealed_people(session, named(session), "muster", group, printing.register)
    seal = seal_of(session, people, AT, text_digest(b""))
    sealed = replace(printing.source, session=replace(session, seal=seal))
    unnamed = {key: Attendee(name=f"{key} neu", organisation="Andere") for key in (*printing.register, "zoe")}
    before = protocol(Printing(sealed, printing.lang, printing.following))
    after = protocol(Printing(replace(sealed, register=unnamed), printing.lang, printing.following))
    assert before == after
    draft = protocol(Printing(printing.source, printing.lang, printing.following))
    differing = [pair for pair in zip(draft.split("\n"), before.split("\n"), strict=True) if pair[0] != pair[1]]
    assert len(differing) == 1, "only the line about how far it is"


def seat(*, vote: bool = False, organisation: str | None = None) -> Membership:
    return Membership(group="g", vote=vote, organisation=organisation)


@pytest.mark.parametrize("by", ["person", "organisation"])
def test_votes_are_sealed_with_those_who_stayed_away(by: Any) -> None:
    group = Group(name="G", vote_by=by)
    register = {
        "anna": Attendee(name="Anna", title="Dr.", organisation="A", memberships=(seat(vote=True, organisation="B"),)),
        "bernd": Attendee(name="Bernd", memberships=(seat(vote=True),)),
        "clara": Attendee(name="Clara", memberships=(seat(),)),
        "dora": Attendee(name="Dora", memberships=(seat(),)),
    }
    session = Session(number=1, date=date(2024, 9, 10), chair="clara")
    people = sealed_people(session, ["clara", "somebody else"], "g", group, register)
    assert people == (
        SealedPerson(key="anna", name="Dr. Anna", organisation="B", vote=True),
        SealedPerson(key="bernd", name="Bernd", vote=True),
        SealedPerson(key="clara", name="Clara"),
    )


def test_somebody_named_by_a_merged_entry_is_sealed_with_one_vote() -> None:
    register = {
        "anna": Attendee(name="Anna B", memberships=(seat(vote=True),)),
        "old": Attendee(name="Anna A", merged_into="anna"),
    }
    session = Session(number=1, date=date(2024, 9, 10))
    people = sealed_people(session, ["old"], "g", None, register)
    assert people == (SealedPerson(key="old", name="Anna A", vote=True),)


def test_who_came_later_keeps_their_name_and_has_no_vote() -> None:
    seal = seal_of(Session(number=1, date=date(2024, 9, 10)), (), AT, text_digest(b""))
    register = {"zoe": Attendee(name="Zoe", organisation="Z", memberships=(seat(vote=True),))}
    known = sealed_register(seal, "g", register)
    assert known == {"zoe": Attendee(name="Zoe", organisation="Z")}
