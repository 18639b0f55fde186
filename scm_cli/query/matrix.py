"""The attendance of many sessions as one table: people by sessions."""

from collections.abc import Iterable
from typing import Any, Final

from scm_cli.model.attendance import Attendance
from scm_cli.query.fields import Noun
from scm_cli.query.rows import Facts, Own, Row, Source, facts, names_of, row_name, row_organisation

_FIXED: Final = ("attendee", "name", "organisation")


def matrix(sources: Iterable[Source]) -> tuple[Noun, list[Row]]:
    """Return a table of sessions: one row for each person or organisation named, one column for each session.

    A cell says what somebody did at a session; at the end stands at how many they were present.
    """
    ordered = sorted(sources, key=lambda one: (one.session.date, one.ref.group, one.ref.number))
    refs = tuple(str(source.ref) for source in ordered)
    noun = Noun(
        (*_FIXED, *refs, "present", "named"), ("name", "organisation", *refs, "present", "named"), ("name",),
    )  # fmt: skip
    seen: dict[object, tuple[Source, Attendance, dict[str, str | None], list[Facts]]] = {}
    for source in ordered:
        shared = facts(source)
        for row in source.session.attendance:
            who = row.attendee or (row.name, row.organisation)
            known = seen.setdefault(who, (source, row, {}, []))
            known[2][str(source.ref)] = row.state
            known[3].append(shared)
    return noun, [_row(source, row, states, shared, refs) for source, row, states, shared in seen.values()]


def _row(
    source: Source, row: Attendance, states: dict[str, str | None], shared: list[Facts], refs: tuple[str, ...]
) -> Row:
    name, organisation = row_name(row, source.register), row_organisation(row, source)
    values: dict[str, Any] = {
        "attendee": row.attendee,
        "name": name or None,
        "organisation": organisation,
        **{ref: states.get(ref) for ref in refs},
        "present": sum(state == "present" for state in states.values()),
        "named": len(states),
    }
    named = names_of(row.attendee, source.register) if row.attendee else tuple(filter(None, (name,)))
    own = Own(
        named=named,
        organisations=(organisation,) if organisation else (),
        text="\n".join(filter(None, (*named, organisation))),
    )
    return Row(values, tuple(shared), own=own)
