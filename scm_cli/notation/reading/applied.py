"""A corrected protocol put into a session: a three-way merge, never a replacement."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scm_cli.archive.reader import dotted
from scm_cli.errors import BadData, Problem
from scm_cli.locale import Lang
from scm_cli.locale import minutes as say
from scm_cli.model.difference import Difference
from scm_cli.model.merge import FieldConflict, Renaming, merge
from scm_cli.model.session import Session
from scm_cli.model.validity import faults as contradictions
from scm_cli.notation.context import Printing
from scm_cli.notation.derived import attachments as attachment_lines
from scm_cli.notation.items import item_name
from scm_cli.notation.people import entry
from scm_cli.notation.reading.deletions import without_deletions, without_gaps
from scm_cli.notation.reading.document import document
from scm_cli.notation.reading.faults import Faults
from scm_cli.notation.reading.mail import as_sent, received
from scm_cli.notation.reading.protocol import read


@dataclass(frozen=True)
class Base:
    """What a text was made from.

    Args:
        session: as it was when the text was printed.
        lang: the language of its fixed words.
        text: what was printed.
        name: of the printed text in messages.
        mailed: whether the text may have gone through mail programs since.
    """

    session: Session
    lang: Lang
    text: str
    name: str = ""
    mailed: bool = True


@dataclass(frozen=True)
class Applied:
    """What a text makes of a session.

    Args:
        session: with the changes; where both the text and the file changed a field, as in the file.
        deletions: what the text leaves out and the session keeps.
        conflicts: the fields that both changed, each otherwise.
        renamed: new things that got another id or number because theirs is taken.
        notices: what was passed over in the text, and names that are not in the register.
    """

    session: Session
    deletions: tuple[Difference, ...]
    conflicts: tuple[FieldConflict, ...]
    renamed: tuple[Renaming, ...]
    notices: tuple[str, ...]


def applied(text: str, name: str, ours: Printing, base: Base, *, prune: bool) -> Applied:
    """Return what a corrected protocol makes of a session.

    Names are looked up in the register as it is now, so that somebody may be added to it meanwhile. A text that
    comes back without the title is an excerpt: only what it holds is compared.

    Args:
        text: the corrected protocol, or sections of it.
        name: the text's name in messages.
        ours: the session now.
        base: what the text was made from.
        prune: whether what the text leaves out is taken away.

    Raises:
        BadData: the text is faulty; every mistake with its line.
    """
    printing = Printing(replace(ours.source, session=base.session), base.lang, ours.following)
    known = Faults(base.name)
    before = read(base.text, printing, known)
    if known.problems:
        raise BadData(known.problems)
    faults = Faults(name)
    tidy = received(text, base.text, faults) if base.mailed else text
    theirs = read(tidy, printing, faults, sent=base.text if base.mailed else "")
    if faults.problems:
        raise BadData(sorted(faults.problems, key=lambda one: one.line))
    if base.mailed:
        theirs = as_sent(before, theirs)
        if document(tidy, Faults(name)).title is None:
            theirs = without_gaps(before, theirs)
    deletions: list[Difference] = []
    if not prune:
        theirs, deletions = without_deletions(before, theirs)
    _ensure_whole(theirs, printing, name)
    made = merge(before, ours.session, theirs, group=ours.ref.group)
    _ensure_announced(made.value, ours, name)
    notices = tuple(one for one in faults.notices if one not in known.notices)
    return Applied(made.value, tuple(deletions), made.conflicts, made.renamed, notices)


def _ensure_whole(theirs: Session, printing: Printing, name: str) -> None:
    """Raise `BadData` where parts of a text contradict each other, such as a guest for an item that is gone."""
    found = list(_for_missing_items(theirs, printing, name))
    found = found or [Problem(name, 0, dotted(one.where), one.found, one.allowed) for one in contradictions(theirs)]
    if found:
        raise BadData(found)


def _for_missing_items(theirs: Session, printing: Printing, name: str) -> Iterator[Problem]:
    ids = {item.id for item in theirs.agenda}
    for row in theirs.attendance:
        if any(one not in ids for one in row.items):
            yield Problem(name, 0, f"„{entry(row, printing)}“", say.FOR_NO_ITEM(), say.ALLOWED_FOR_NO_ITEM())
    lines = "\n".join(attachment_lines(printing)).split("\n")[1:]
    shown = dict(zip((one.number for one in printing.session.attachments), lines, strict=True))
    for one in theirs.attachments:
        if one.item and one.item not in ids:
            line = shown[one.number].removeprefix("- ")
            yield Problem(name, 0, f"„{line}“", say.FOR_NO_ITEM(), say.ALLOWED_FOR_NO_ITEM())


def _ensure_announced(made: Session, ours: Printing, name: str) -> None:
    """Raise `BadData` where an item is gone that was announced with the invitation: it is dropped, not removed."""
    gone = [item for item in ours.session.agenda if item.top and not item.is_break and made.item(item.id) is None]
    problems = []
    for item in gone:
        shown = f"{item_name(item, ours)} {item.title}"
        problems.append(Problem(name, 0, f"„{shown}“", say.ANNOUNCED(), say.ALLOWED_ANNOUNCED(heading=shown)))
    if problems:
        raise BadData(problems)
