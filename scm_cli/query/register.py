"""Rows of people and groups: each with the sessions it belongs to."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from scm_cli.model.group import Group
from scm_cli.query.rows import Facts, Register, Row, attendee_row, group_row

SEAT: Final = {
    "group": "group", "seat": "role", "seat_for": "organisation", "vote": "vote", "deputy_of": "deputy_of",
    "since": "since", "until": "until",
}  # fmt: skip
"""What tables call a membership's fields: a person has fields called role and organisation too."""


def attendee_rows(register: Register, known: Iterable[Facts]) -> list[Row]:
    """Return the rows of all people by name, each with the sessions that name it; `known` are those of all sessions."""
    belonging: dict[str, list[Facts]] = {key: [] for key in register}
    for shared in known:
        for key in {name for name in shared.named if name in belonging}:
            belonging[key].append(shared)
    return [attendee_row(key, person, tuple(belonging[key])) for key, person in register.items()]


def group_rows(groups: Mapping[str, Group], known: Iterable[Facts]) -> list[Row]:
    """Return the rows of all groups, each with its sessions."""
    belonging: dict[str, list[Facts]] = {key: [] for key in groups}
    for shared in known:
        if shared.group[0] in belonging:
            belonging[shared.group[0]].append(shared)
    return [group_row(key, group, tuple(belonging[key])) for key, group in groups.items()]


def seat_rows(rows: Iterable[Row], register: Register) -> Iterator[Row]:
    """Yield a row for each membership of people, with the person's own fields; one for somebody who has none."""
    for row in rows:
        for seat in register[row.values["key"]].memberships or (None,):
            values = {name: getattr(seat, field) if seat else None for name, field in SEAT.items()}
            yield row._replace(values={**row.values, **values})
