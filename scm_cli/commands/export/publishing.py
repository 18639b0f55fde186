"""Documents for the public: nothing leaves the archive in which something stands that must not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.desk import Desk
from scm_cli.commands.options import Options, Writing, option_set
from scm_cli.commands.saying import told
from scm_cli.errors import ScmError, UsageFault
from scm_cli.locale import publishing as say

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.documents.kinds import Subject
    from scm_cli.formats.document_formats import DocumentFormat
    from scm_cli.model.group import Public
    from scm_cli.model.leaks import Hit
    from scm_cli.query.rows import Source

PUBLISHED = ("protocol", "agenda")
"""The documents that have a copy for the public."""


@option_set(frozen=True)
class PublicOptions(Options):
    """Whom public copies of a group may name."""

    public_role: Annotated[list[str] | None, typer.Option("--public-role", metavar="ROLE", help=say.PUBLIC_ROLE())] = (
        None
    )

    def given(self, before: "Public", today: date) -> "dict[str, Public]":
        """Return the group's rules for public copies by their field, nothing where no role was typed.

        Args:
            before: the rules there were.
            today: today.

        Raises:
            UsageFault: there is no such role.
        """
        from scm_cli.archive.format import keys
        from scm_cli.archive.typed import typed_value

        if self.public_role is None:
            return {}
        key = replace(keys(type(before))["roles"], name="public_role")
        return {"public": replace(before, roles=typed_value(key, [role for role in self.public_role if role], today))}


@dataclass(frozen=True)
class Publishing:
    """The leak test, and the words that may pass it.

    Args:
        allow: the words allowed by this run, besides those that the groups' files allow.
    """

    allow: tuple[str, ...]

    def __post_init__(self) -> None:
        """Check the words; raises `UsageFault` where one of them is none."""
        from scm_cli.model.leaks import has_words

        for value in self.allow:
            if not has_words(value):
                raise UsageFault(say.NO_WORDS(value=value))

    def leaks(
        self, source: "Source", name: str, wanted: "DocumentFormat", data: bytes, entry: str = ""
    ) -> "list[tuple[str, Hit]]":
        """Search a finished document for what must not stand in it; return the sentence for each hit.

        Args:
            source: the session, not redacted.
            name: what the document's file is called.
            wanted: the format it was made in.
            data: what would be written.
            entry: where in the document it is, instead of the line.
        """
        from scm_cli.documents.secrets import permitted, secrets
        from scm_cli.formats.unpacked import unpacked
        from scm_cli.model.leaks import leaks

        known, free = secrets(source), [*permitted(source), *self.allow]
        return [
            (_sentence(name, entry or _place(part.name, hit), hit), hit)
            for part in unpacked(data, wanted)
            for hit in leaks(part.text, known, free)
        ]

    def remember(self, own: Desk, archive: "Archive", how: Writing, keys: Iterable[str]) -> None:
        """Put the allowed words into the files of the groups that do not have them yet."""
        from scm_cli.archive.typed import apply
        from scm_cli.model.fold import fold

        for key in dict.fromkeys(keys) if self.allow else ():
            with archive.lock():
                stored = archive.group(key)
                public = stored.value.public
                known = {fold(word) for word in public.allow}
                fresh = [word for word in dict.fromkeys(self.allow) if fold(word) not in known]
                if not fresh:
                    continue
                allowed = apply(public, {"allow": [*public.allow, *fresh]}, own.today)
                archive.save(stored, replace(stored.value, public=allowed))
            names = ", ".join(f"„{word}“" for word in fresh)
            told(own, how, say.ALLOWED, names=names, path=archive.files.name(stored.path))


def ensure_publishable(chosen: "Iterable[Subject]") -> None:
    """Raise `UsageFault` where something else than protocols and agendas is to be published."""
    from scm_cli.locale import documents

    for subject in chosen:
        if subject.kind not in PUBLISHED:
            raise UsageFault(say.NO_PUBLIC_COPY(document=documents.DOCUMENTS[subject.kind]()), say.NO_PUBLIC_REMEDY())


def refuse(hits: "Iterable[tuple[str, Hit]]") -> None:
    """Raise `ScmError` with every hit, one a line, where there are any."""
    found = dict(hits)
    if found:
        first = next(iter(found.values())).secret
        named = first.kind in ("name", "family-name", "alias")
        remedy = say.NAME_REMEDY if named else say.LEAK_REMEDY
        raise ScmError("\n".join(found), remedy(words=first.text))


def _place(part: str, hit: "Hit") -> str:
    return say.PART_LINE(part=part, n=hit.line) if part else say.LINE(n=hit.line)


def _sentence(document: str, place: str, hit: "Hit") -> str:
    what = say.KINDS[hit.secret.kind](of=hit.secret.of)
    return say.LEAK(document=document, place=place, found=hit.found, what=what)
