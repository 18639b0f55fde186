"""A register that knows who has to do with a group gives the same votes as one that is read as a whole."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from scm_cli.model.attendee import Attendee, Membership
from scm_cli.model.group import Group
from scm_cli.model.record import SealedPerson
from scm_cli.model.register import ANY, Roll, groups_of, of_group
from scm_cli.model.seal import seal_of, text_digest
from scm_cli.model.sealed_register import sealed_register
from scm_cli.model.session import Session
from scm_cli.model.voting import voting_seats

DAY = date(2024, 9, 10)
AT = datetime(2024, 9, 12, 9, tzinfo=UTC)
KEYS = ("anna", "bernd", "clara", "dora", "emil")
SEATS = st.builds(
    Membership,
    group=st.sampled_from(("g", "h")),
    vote=st.booleans(),
    organisation=st.sampled_from((None, "Musterstadt", "Altdorf")),
    deputy_of=st.sampled_from((None, *KEYS)),
    until=st.sampled_from((None, date(2023, 1, 1))),
)
PEOPLE = st.builds(
    Attendee,
    name=st.sampled_from(KEYS),
    organisation=st.sampled_from((None, "Musterstadt")),
    merged_into=st.none() | st.sampled_from(KEYS),
    memberships=st.lists(SEATS, max_size=3).map(tuple),
)
REGISTERS = st.dictionaries(st.sampled_from(KEYS), PEOPLE)
GROUPS = st.sampled_from((None, Group(name="AG"), Group(name="AG", vote_by="organisation")))
SEALED = st.builds(SealedPerson, key=st.sampled_from((*KEYS, "zoe")), name=st.just("Z"), vote=st.booleans())


class Knowing(dict[str, Attendee], Roll):
    """A register that tells only of those who have to do with a group."""

    def of_group(self, group: str) -> list[str]:
        return [key for key, person in self.items() if {group, ANY} & set(groups_of(person))]


@given(REGISTERS, GROUPS)
def test_votes_need_only_those_of_the_group(register: dict[str, Attendee], group: Group | None) -> None:
    narrow = voting_seats("g", group, Knowing(register), DAY)
    whole = voting_seats("g", group, register, DAY)
    assert narrow == whole
    assert list(narrow.holders) == list(whole.holders)


@given(REGISTERS, GROUPS, st.lists(SEALED, max_size=3, unique_by=lambda one: one.key))
def test_votes_of_a_sealed_session_do_too(
    register: dict[str, Attendee], group: Group | None, people: list[SealedPerson]
) -> None:
    seal = seal_of(Session(number=1, date=DAY), tuple(people), AT, text_digest(b""))
    narrow, whole = sealed_register(seal, "g", Knowing(register)), sealed_register(seal, "g", register)
    assert dict(narrow) == dict(whole)
    assert list(narrow) == list(whole)
    assert len(narrow) == len(list(narrow))
    votes = voting_seats("g", group, dict(whole), DAY)
    assert voting_seats("g", group, narrow, DAY) == voting_seats("g", group, whole, DAY) == votes


def test_nobody_is_of_a_group_they_never_sat_in() -> None:
    register = Knowing(
        anna=Attendee(name="Anna", memberships=(Membership(group="g"), Membership(group="g", until=DAY))),
        bernd=Attendee(name="Bernd", memberships=(Membership(group="h"),)),
        old=Attendee(name="Änne", merged_into="anna"),
    )
    assert groups_of(register["anna"]) == ("g",)
    assert list(of_group(register, "g")) == ["anna", "old"]
    assert list(of_group(dict(register), "g")) == ["anna", "bernd", "old"]
