"""Items that two sessions carry over from the same one, as happens when two secretaries plan at once."""

from collections.abc import Iterable, Iterator

from scm_cli.archive.archive import Archive, StoredSession
from scm_cli.archive.placed import placed
from scm_cli.errors import Problem
from scm_cli.locale import faults as say
from scm_cli.model.steps import MENDABLE, stage


def carried_faults(archive: Archive, sessions: Iterable[StoredSession]) -> Iterator[tuple[Problem, str]]:
    """Yield items that an earlier session carries too, each with the command that drops the later one.

    Dropped items carry nothing, nor do cancelled sessions: what those carried is carried over from them. A final
    protocol keeps what was printed.
    """
    first: dict[str, str] = {}
    for stored in sorted(sessions, key=lambda one: (one.value.date, one.ref)):
        if stored.value.status == "cancelled":
            continue
        for n, item in enumerate(stored.value.agenda):
            if item.from_ is None or item.state == "dropped":
                continue
            ref = stored.ref.item(item.id)
            other = first.setdefault(item.from_, ref)
            if other != ref and stage(stored.value) in MENDABLE:
                found = say.CARRIED_TWICE(value=item.from_, other=other)
                yield placed(archive, stored, ("agenda", n, "from"), found), f"scm agenda drop {ref}"
