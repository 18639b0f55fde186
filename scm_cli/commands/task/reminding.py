"""`scm task remind`: one draft of a mail for everybody with open tasks; nothing is sent."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.complete import attendees
from scm_cli.commands.desk import Desk
from scm_cli.commands.filtering import many
from scm_cli.commands.options import Options, Writing, option_set
from scm_cli.locale import Lang, help_task
from scm_cli.locale import options as options_help
from scm_cli.locale import reminders as say

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.documents.kinds import Subject
    from scm_cli.query.rows import Source
    from scm_cli.query.tasks import Question


@option_set(frozen=True)
class Reminding(Options):
    """Whom of what is reminded, and where the drafts go."""

    groups: Annotated[list[str] | None, many("--group", "-g", metavar="NAME", text=options_help.FILTER_GROUP)] = None
    due_within: Annotated[str, typer.Option("--due-within", metavar="TIME", help=help_task.DUE_WITHIN())] = ""
    people: Annotated[
        list[str] | None, typer.Option("--to", metavar="NAME", help=say.TO(), autocompletion=attendees)
    ] = None
    lang: Annotated[str, typer.Option("--lang", metavar="de|en", help=say.LANG())] = ""
    output: Annotated[str, typer.Option("--output", "-o", metavar="DIR", help=say.OUTPUT())] = ""
    force: Annotated[bool, typer.Option("--force", help=say.FORCE())] = False


@dataclass(frozen=True)
class _Whose:
    """Whose tasks there are: references by the key of a person, and by names that no draft can go to."""

    people: dict[str, list[str]]
    others: dict[str, list[str]]


def remind(own: Desk, archive: "Archive", wanted: Reminding, how: Writing, lang: Lang | None) -> None:
    """Write the drafts, and say whom there is none for.

    Raises:
        UsageFault: the time typed is none.
        NotFound: a person named is not in the register.
        Conflict: a draft exists already and `force` was not said.
    """
    from scm_cli.commands.export.exporting import Asked, Export
    from scm_cli.commands.export.many import write_folder

    resolver = own.resolver(archive, "")
    only = {resolver.attendee(name) for name in wanted.people or ()}
    sources = _sources(archive, wanted)
    whose = _whose(own, sources, _question(own, wanted))
    people = {key: refs for key, refs in whose.people.items() if not only or key in only}
    subjects = list(_subjects(own, archive, sources, people))
    if not only:
        for name, refs in whose.others.items():
            text = say.NOBODY_TO_WRITE_TO if name else say.NOBODY
            own.terminal.warn(text(name=name, refs=", ".join(refs)))
    if not subjects:
        if not how.quiet:
            own.terminal.say(say.NOTHING())
        return
    folder = wanted.output or say.FOLDER(day=own.today)
    export = Export(own, archive, Asked(lang, "eml", folder, copy=False, open=False, given=True))
    write_folder(export, how, subjects, force=wanted.force, indexed=False)


def _sources(archive: "Archive", wanted: Reminding) -> "list[Source]":
    from scm_cli.archive.listed import chosen
    from scm_cli.query.filters import Filters

    return list(chosen(archive, Filters(group=tuple(wanted.groups or ()))))


def _question(own: Desk, wanted: Reminding) -> "Question":
    from scm_cli.dates import read_within
    from scm_cli.query.tasks import Question

    before = read_within(wanted.due_within, own.today) + timedelta(days=1) if wanted.due_within else None
    return Question(unfinished=True, due_before=before)


def _whose(own: Desk, sources: "Iterable[Source]", question: "Question") -> _Whose:
    """Return the tasks there are to be done now, by whose they are; those put aside until later are left out."""
    from scm_cli.model.table import Named
    from scm_cli.model.voting import merged_key
    from scm_cli.query.tasks import listed_tasks

    known = list(sources)
    kept = {
        str(one.row.values["ref"])
        for one in listed_tasks(known, own.today)
        if question.holds_for(one) and not one.hidden
    }
    people: defaultdict[str, list[str]] = defaultdict(list)
    others: defaultdict[str, list[str]] = defaultdict(list)
    for source in known:
        for task in (task for item in source.session.agenda for task in item.tasks):
            ref = source.ref.outcome("A", task.number)
            if ref not in kept:
                continue
            for party in task.present.assignees:
                if isinstance(party, Named):
                    others[party.name or party.organisation or ""].append(ref)
                elif ref not in people[key := merged_key(party, source.register)]:
                    people[key].append(ref)
            if not task.present.assignees:
                others[""].append(ref)
    return _Whose(dict(people), dict(others))


def _subjects(
    own: Desk, archive: "Archive", sources: "list[Source]", people: dict[str, list[str]]
) -> "Iterator[Subject]":
    """Yield what each draft is about; say of whom no address is known."""
    from scm_cli.documents.kinds import Subject

    for key, refs in sorted(people.items()):
        person = archive.register.get(key)
        if person is None or not person.email:
            name = person.printed if person else key
            own.terminal.warn(say.NO_ADDRESS(name=name, refs=", ".join(refs), command=say.SET_ADDRESS(key=key)))
            continue
        mine = tuple(source for source in sources if any(_belongs(ref, source) for ref in refs))
        yield Subject("reminder", mine, person=key, kept=frozenset(refs))


def _belongs(ref: str, source: "Source") -> bool:
    return ref.startswith(source.ref.outcome("A", 0).removesuffix("0"))
