"""What a change says afterwards: what changed and in which file, on standard error."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from scm_cli.commands.desk import Desk
from scm_cli.commands.options import Writing
from scm_cli.errors import UsageFault
from scm_cli.locale import Text
from scm_cli.locale import changes as say
from scm_cli.locale import keys as labels
from scm_cli.locale import terminal as words

if TYPE_CHECKING:
    from scm_cli.archive.files import Files


def told(own: Desk, how: Writing, text: Text, **values: object) -> None:
    """Say what changed, or with `--dry-run` what would have."""
    said(own, how, text(**values))


def said(own: Desk, how: Writing, sentence: str) -> None:
    """Say a finished sentence about what changed, or with `--dry-run` about what would have."""
    if how.dry_run:
        own.terminal.say(say.DRY_RUN(what=sentence))
    elif not how.quiet:
        own.terminal.say(sentence)


def edited(own: Desk, how: Writing, what: str, fields: Iterable[str], path: str) -> None:
    """Say which fields of something changed."""
    names = [labels.KEYS[name]() for name in fields]
    if names:
        told(own, how, say.EDITED, what=what, fields=", ".join(names), path=path)
    else:
        told(own, how, say.UNCHANGED, what=what)


def reference(own: Desk, ref: str) -> None:
    """Print the full reference of something new alone on standard output."""
    own.terminal.write(f"{ref}\n")


def asked(own: Desk, question: str, *, yes: bool) -> None:
    """Ask before something is taken away; raises `UsageFault` where the answer is no."""
    if not yes and not own.terminal.confirm(question):
        raise UsageFault(words.INTERRUPTED())


def stays(own: Desk, how: Writing, file: str, *, sure: bool) -> None:
    """Say that the file of an attachment stays: others name it, or may where not every session can be read."""
    from scm_cli.locale import attachments

    told(own, how, attachments.FILE_STAYS if sure else attachments.FILE_STAYS_UNSURE, file=file)


def discarded(own: Desk, how: Writing, what: str, files: "Files", path: Path, trash: Path) -> None:
    """Say where a file went and how it comes back to its path."""
    import shlex

    now = files.name(trash)
    told(own, how, say.REMOVED, what=what, path=now, command=shlex.join(["mv", now, files.name(path)]))
