"""The register as it was for a sealed session."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from scm_cli.model.attendee import Attendee, Membership
from scm_cli.model.record import Seal
from scm_cli.model.register import Roll, of_group


def sealed_register(seal: Seal, group_key: str, register: Mapping[str, Attendee]) -> Mapping[str, Attendee]:
    """Return the register as it was for a sealed session: sealed names and votes go before today's.

    Who came later, such as the new owner of a task, keeps today's name and has no vote.
    """
    return _Sealed(seal, group_key, register)


class _Sealed(Mapping[str, Attendee], Roll):
    """Asks today's register only for those who came later, one by one."""

    def __init__(self, seal: Seal, group_key: str, register: Mapping[str, Attendee]) -> None:
        self._today = register
        self._known = {
            person.key: Attendee(
                name=person.name,
                organisation=person.organisation,
                memberships=(Membership(group=group_key, vote=person.vote),),
            )
            for person in seal.people
        }
        self._sealed = dict.fromkeys(self._known)

    def __getitem__(self, key: str) -> Attendee:
        if key not in self._known:
            self._known[key] = replace(self._today[key], memberships=())
        return self._known[key]

    def __contains__(self, key: object) -> bool:
        return key in self._sealed or key in self._today

    def __iter__(self) -> Iterator[str]:
        yield from self._today
        yield from (key for key in self._sealed if key not in self._today)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def of_group(self, group: str) -> list[str]:
        """Return the keys of the sealed people and of merged entries."""
        merged = {key for key, person in of_group(self._today, group).items() if person.merged_into}
        return [key for key in self if key in self._sealed or key in merged]
