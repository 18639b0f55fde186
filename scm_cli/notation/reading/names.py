"""Who is meant by a name in a protocol's text: somebody of the register, or a name outside it."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from scm_cli.archive.resolve import people, survivor
from scm_cli.locale import minutes as say
from scm_cli.model.outcomes import Party
from scm_cli.model.table import Named
from scm_cli.notation.context import Printing, named
from scm_cli.notation.inline import unescape
from scm_cli.notation.reading.faults import Faults


class Names:
    """Finds people by what is printed of them, or by any unambiguous part of their names.

    Args:
        printing: the session, whose own people come first.
        faults: takes names that could mean several people.
    """

    def __init__(self, printing: Printing, faults: Faults) -> None:
        self.printing = printing
        self.faults = faults

    def key(self, line: int, markdown: str) -> str | None:
        """Return the key of the person meant; None for a name outside the register."""
        register = self.printing.register
        marked = re.search(r"(?<!\\)\s#([a-z0-9-]+)$", markdown)
        if marked and marked[1] in register:
            return marked[1]
        name = unescape(markdown)
        if name in self.outside:
            return None
        name = " ".join(name.split())
        printed = [key for key in self._here if register[key].printed == name]
        found = printed or people(name, register)
        if len(found) > 1:
            shown = ", ".join(f"{register[key].printed} #{key}" for key in found if key in register)
            self.faults.add(line, name, say.WHICH_PERSON(), say.ALLOWED_PERSON(names=shown))
        return found[0] if found else None

    def text(self, line: int, markdown: str) -> str:
        """Return the key of the person meant, or the name as it stands."""
        key = self.key(line, markdown)
        return key or self.unregistered(unescape(markdown))

    def unregistered(self, name: str) -> str:
        """Return a name as it stands; one that the session did not have yet is told."""
        if name not in self.outside:
            self.faults.notice(say.UNREGISTERED(name=name))
        return name

    def registered(self, line: int, markdown: str) -> str | None:
        """Return the key of the person meant; a name outside the register is a mistake."""
        key = self.key(line, markdown)
        if key is None:
            self.faults.add(line, unescape(markdown), say.NOBODY(), say.ALLOWED_REGISTERED())
        return key

    def party(self, line: int, markdown: str, known: Iterable[Party]) -> Party:
        """Return who is meant: the one of the known that is printed so, else a key, else a name outside.

        A name that some person or session gives as an organisation stands for the organisation.
        """
        for party in known:
            if self.printing.party(party) == markdown:
                return party
        name = unescape(markdown)
        if name in self.organisations and name not in self.outside:
            return Named(organisation=name)
        return self.key(line, markdown) or Named(name=self.unregistered(name))

    @cached_property
    def organisations(self) -> frozenset[str]:
        """Every organisation somebody comes from, by name."""
        session = self.printing.session
        rows = (row.organisation for row in session.attendance)
        people_ = self.printing.register.values()
        seats = (seat.organisation for person in people_ for seat in person.memberships)
        found = (session.host, *rows, *(person.organisation for person in people_), *seats)
        return frozenset(filter(None, found))

    @cached_property
    def _here(self) -> list[str]:
        """The people of the register this session names, those they were merged into too."""
        register = self.printing.register
        keys = {key for key in named(self.printing.session) if key in register}
        return sorted(keys | {survivor(key, register) for key in keys} & register.keys())

    @cached_property
    def outside(self) -> frozenset[str]:
        """The names outside the register that this session has."""
        return frozenset(name for name in self._plain() if name not in self.printing.register)

    def _plain(self) -> Iterator[str]:
        session = self.printing.session
        yield from named(session)
        yield from (row.name for row in session.attendance if row.name and not row.attendee)
        for item in session.agenda:
            for task in item.tasks:
                yield from (one.name for one in task.assignees if isinstance(one, Named) and one.name)
