"""A corrected protocol put into a session: a three-way merge, never a replacement."""

from dataclasses import dataclass, replace

from scm_cli.errors import BadData
from scm_cli.model.agenda import Item
from scm_cli.model.difference import Difference, without_deletions
from scm_cli.model.merge import FieldConflict, Renaming, merge
from scm_cli.model.session import Session
from scm_cli.notation.context import Printing
from scm_cli.notation.protocol import protocol
from scm_cli.notation.reading.faults import Faults
from scm_cli.notation.reading.mail import as_sent, received
from scm_cli.notation.reading.protocol import read


@dataclass(frozen=True)
class Applied:
    """What a text makes of a session.

    Args:
        session: with the changes; where both the text and the file changed a field, as in the file.
        deletions: what the text leaves out and the session keeps.
        conflicts: the fields that both changed, each otherwise.
        renamed: new things that got another id or number because theirs is taken.
        removed: items announced with the invitation that the text takes away.
        notices: what was passed over in the text.
    """

    session: Session
    deletions: tuple[Difference, ...]
    conflicts: tuple[FieldConflict, ...]
    renamed: tuple[Renaming, ...]
    removed: tuple[Item, ...]
    notices: tuple[str, ...]


def applied(text: str, ours: Printing, base: Printing, name: str, *, sent: str = "", prune: bool = True) -> Applied:
    """Return what a corrected protocol makes of a session.

    Args:
        text: the corrected protocol, or sections of it.
        ours: the session now.
        base: the session as it was when the text was printed.
        name: the text's name in messages.
        sent: the text as it was printed, where that is known; then the marks of mail programs are undone.
        prune: whether what the text leaves out is taken away.

    Raises:
        BadData: the text is faulty; every mistake with its line.
    """
    printed = sent or protocol(base)
    faults = Faults(name)
    theirs = read(received(text, printed) if sent else text, base, faults)
    if faults.problems:
        raise BadData(faults.problems)
    before = read(printed, base, Faults(""))
    if sent:
        theirs = as_sent(before, theirs)
    deletions: list[Difference] = []
    if not prune:
        theirs, deletions = without_deletions(before, theirs)
    made = merge(before, ours.session, theirs, group=ours.ref.group)
    ids = {item.id for item in made.value.agenda}
    removed = tuple(item for item in ours.session.agenda if item.top and item.id not in ids)
    return Applied(replace(made.value), tuple(deletions), made.conflicts, made.renamed, removed, tuple(faults.notices))
