"""From what a user types to what is meant: groups, sessions, items, people."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from scm_cli.archive.archive import Archive, Stored, StoredSession
from scm_cli.errors import Ambiguous, NotFound, ScmError
from scm_cli.locale import errors as say
from scm_cli.locale import language, words
from scm_cli.model.agenda import Item
from scm_cli.model.attendee import Attendee
from scm_cli.model.fold import contains, fold, same
from scm_cli.model.group import Group
from scm_cli.model.numbering import tops
from scm_cli.model.refs import SessionRef, parse_session, split_item
from scm_cli.model.text import is_slug


class Resolver:
    """Finds what short references mean in one archive.

    Args:
        archive: where to look.
        group: the group named by `--group`, by key or name; empty where none was named.
        today: what `last` and `next` are measured from.
    """

    def __init__(self, archive: Archive, group: str, today: date) -> None:
        self.archive = archive
        self.named_group = group
        self.today = today

    def group(self, typed: str = "") -> str:
        """Return the key of the group meant: the one typed, else `--group`, else the default, else the only one.

        Raises:
            NotFound: there is no such group.
            Ambiguous: several could be meant.
        """
        known = self.archive.group_keys()
        typed = typed or self.named_group or self.archive.settings().value.default_group or ""
        if typed:
            return self._group_named(typed, known)
        if len(known) == 1:
            return known[0]
        if not known:
            raise NotFound(say.NO_GROUP(name="…"), say.NO_GROUPS_REMEDY())
        raise Ambiguous(say.WHICH_GROUP(), known, say.WHICH_GROUP_REMEDY(names=", ".join(known)))

    def _group_named(self, typed: str, known: list[str]) -> str:
        if typed in known:
            return typed
        named = {stored.key: stored.value for stored in self.archive.groups()}
        found = [key for key, group in named.items() if _group_is(key, group, typed)]
        if len(found) == 1:
            return found[0]
        names = ", ".join(found or known)
        if found:
            raise Ambiguous(say.WHICH_GROUP(), found, say.WHICH_GROUP_REMEDY(names=names))
        remedy = say.NO_GROUP_REMEDY(names=names) if known else say.NO_GROUPS_REMEDY()
        raise NotFound(say.NO_GROUP(name=typed), remedy)

    def session(self, typed: str) -> StoredSession:
        """Return the session meant by a number, a date, `last`, `next` or a full reference.

        Raises:
            NotFound: there is none.
            Ambiguous: several take place on that day.
            BadData: its file cannot be read.
        """
        ref = self.session_ref(typed)
        try:
            return self.archive.session(ref)
        except FileNotFoundError as error:
            raise NotFound(say.NO_SESSION(ref=ref), say.NO_SESSION_REMEDY()) from error

    def session_ref(self, typed: str) -> SessionRef:
        """Return the full reference a typed one stands for; raises as `session` does."""
        typed = typed.strip()
        if full := parse_session(typed):
            return SessionRef(self.group(full.group), full.number)
        if re.fullmatch(r"[0-9]{1,3}", typed):
            return SessionRef(self.group(), int(typed))
        if fold(typed) in words.LAST | words.NEXT:
            return self._nearest(latest=fold(typed) in words.LAST)
        return self._on(typed)

    def _nearest(self, *, latest: bool) -> SessionRef:
        from scm_cli.dates import show_day

        group, index = self.group(), self.archive.index
        day = show_day(self.today, language())
        if latest:
            found = index.last(group, self.today) if index else None
            if not (found := self._last(group) if found is None else found):
                raise NotFound(say.NO_LAST_SESSION(day=day), say.NO_SESSION_REMEDY())
            return found[0]
        found = index.coming(group, self.today) if index else None
        if not (found := self._coming(group) if found is None else found):
            raise NotFound(say.NO_NEXT_SESSION(day=day), say.NO_SESSION_REMEDY())
        return found[0]

    def _last(self, group: str) -> list[SessionRef]:
        found = [one for one in self._planned_or_held(group) if one.value.date <= self.today]
        return [max(found, key=lambda one: (one.value.date, one.ref.number)).ref] if found else []

    def _coming(self, group: str) -> list[SessionRef]:
        found = [one for one in self._planned_or_held(group) if one.value.date >= self.today and not one.value.was_held]
        return [min(found, key=lambda one: (one.value.date, one.ref.number)).ref] if found else []

    def _planned_or_held(self, group: str) -> list[StoredSession]:
        return [one for one in self.archive.sessions([group]) if one.value.status != "cancelled"]

    def _on(self, typed: str) -> SessionRef:
        from scm_cli.dates import read_day, show_day

        try:
            day = read_day(typed, self.today, past=True)
        except ScmError as error:
            if re.fullmatch(r"[0-9]{4,9}", typed):
                return SessionRef(self.group(), int(typed))
            raise NotFound(say.BAD_SESSION_REF(ref=typed), say.SESSION_REF_REMEDY()) from error
        group, index = self.group(), self.archive.index
        found = index.on(group, day) if index else None
        if found is None:
            found = [one.ref for one in self.archive.sessions([group]) if one.value.date == day]
        if not found:
            raise NotFound(say.NO_SESSION(ref=typed), say.NO_SESSION_REMEDY())
        if len(found) > 1:
            names = [str(ref) for ref in found]
            shown = show_day(day, language())
            raise Ambiguous(say.WHICH_SESSION(day=shown), names, say.CANDIDATES(names=", ".join(names)))
        return found[0]

    def item(self, typed: str) -> tuple[StoredSession, Item]:
        """Return session and agenda item meant by `7:3.2`, `7:id` or a full reference; raises as `session`."""
        session_part, item_part = split_item(typed)
        if not item_part:
            raise NotFound(say.ITEM_NEEDED(ref=typed), say.ITEM_REF_REMEDY())
        stored = self.session(session_part)
        return stored, find_item(stored, item_part)

    def attendee(self, typed: str) -> str:
        """Return the key of the person meant by key, e-mail, alias or any unambiguous part of the name.

        Raises:
            NotFound: nobody is called so.
            Ambiguous: several people are; `candidates` names them.
        """
        register = self.archive.register
        if is_slug(typed) and typed in self.archive.attendee_keys():
            return survivor(typed, register)
        found = people(typed, register)
        if not found:
            raise NotFound(say.NO_ATTENDEE(name=typed), say.NO_ATTENDEE_REMEDY())
        if len(found) > 1:
            names = [f"{key} ({register[key].name})" if key in register else key for key in found]
            raise Ambiguous(say.WHICH_ATTENDEE(name=typed), names, say.CANDIDATES(names=", ".join(names)))
        return found[0]

    def stored_attendee(self, typed: str) -> Stored[Attendee]:
        """Return the person meant, by exact key also one that was merged; raises as `attendee` does, or `BadData`."""
        exact = is_slug(typed) and typed in self.archive.attendee_keys()
        return self.archive.attendee(typed if exact else self.attendee(typed))

    def stored_group(self, typed: str = "") -> Stored[Group]:
        """Return the group meant; raises as `group` does, and `BadData` where the file is broken."""
        return self.archive.group(self.group(typed))


def find_item(stored: StoredSession, typed: str) -> Item:
    """Return the item of a session meant by TOP or id; raises `NotFound` with the items there are."""
    numbered = tops(stored.value.agenda)
    wanted = re.sub(r"^(top|item)\s*", "", typed.strip().lower())
    for item in stored.value.agenda:
        if item.id == typed or (numbered[item.id] and numbered[item.id] == wanted):
            return item
    known = ", ".join(
        f"{numbered[item.id]} ({item.id})" if numbered[item.id] else item.id for item in stored.value.agenda
    )
    raise NotFound(say.NO_ITEM(session=stored.ref, item=typed), say.NO_ITEM_REMEDY(items=known or "–"))


def people(typed: str, register: Mapping[str, Attendee]) -> list[str]:
    """Return the keys of the people a name can mean, in order; those it fits best, not everybody it fits."""
    for test in _TESTS:
        if found := {survivor(key, register) for key, person in register.items() if test(person, typed)}:
            return sorted(found)
    return []


def known_by(typed: str, register: Mapping[str, Attendee]) -> list[str]:
    """Return the keys of the people a text names in full: by key, e-mail, alias or every word of the name.

    For texts that nobody looks at while they are read: here the beginning of a name is not enough.
    """
    if typed in register:
        return [survivor(typed, register)]
    for test in _CERTAIN:
        if found := {survivor(key, register) for key, person in register.items() if test(person, typed)}:
            return sorted(found)
    return []


def survivor(key: str, register: Mapping[str, Attendee]) -> str:
    """Return the key that stands for a person after all merges; a circle of merges ends where it began."""
    seen: set[str] = set()
    while key in register and key not in seen:
        seen.add(key)
        into = register[key].merged_into
        if into is None:
            return key
        key = into
    return key


def _group_is(key: str, group: Group, typed: str) -> bool:
    return any(name and contains(name, typed) for name in (key, group.name, group.short))


def _words_are(person: Attendee, typed: str) -> bool:
    names = {fold(word) for word in _name_words(person)}
    return bool(typed.split()) and all(fold(word) in names for word in typed.split())


def _words_start(person: Attendee, typed: str) -> bool:
    names = [fold(word) for word in _name_words(person)]
    return all(any(_begins(name, word) for name in names) for word in typed.split())


def _begins(name: str, word: str) -> bool:
    return name.startswith(fold(word))


def _name_words(person: Attendee) -> Iterable[str]:
    from scm_cli.model.fold import spelled

    for name in (person.name, *person.aliases):
        for word in re.split(r"[\s-]+", name):
            yield word
            yield spelled(word)


_CERTAIN: tuple[Callable[[Attendee, str], bool], ...] = (
    lambda person, typed: bool(person.email) and same(person.email or "", typed),
    lambda person, typed: same(person.name, typed) or any(same(alias, typed) for alias in person.aliases),
    lambda person, typed: same(person.printed, typed),
    lambda person, typed: _words_are(person, typed.replace(",", " ")),
)
_TESTS: tuple[Callable[[Attendee, str], bool], ...] = (
    *_CERTAIN,
    _words_start,
    lambda person, typed: any(contains(name, typed) for name in (person.name, *person.aliases)),
)
