"""How a session gets another number: for `scm session renumber`."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from scm_cli.archive import layout
from scm_cli.archive.renumber import Move, begun, target, write_theirs
from scm_cli.archive.unfinished import carry_out
from scm_cli.commands.desk import Desk
from scm_cli.commands.options import Writing
from scm_cli.commands.saying import reference, told
from scm_cli.errors import BadData
from scm_cli.locale import merging as say
from scm_cli.model.guard import ensure_open
from scm_cli.model.refs import SessionRef

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scm_cli.archive.archive import Archive
    from scm_cli.archive.resolve import Resolver


def renumber(own: Desk, how: Writing, archive: "Archive", resolver: "Resolver", typed: str, number: int) -> None:
    """Give a session another number, or say which one a run that was cut off meant it to have.

    Raises:
        NotFound: there is no such session.
        Conflict: its protocol is final, or the number taken.
    """
    with archive.lock():
        done = archive.settled
        if not (done and resolver.session_ref(typed) == done.old and number in (0, done.new.number)):
            stored = resolver.session(typed)
            ensure_open(stored.value, stored.ref)
            asked = Move(stored.data, stored.value, stored.ref, stored.ref)
            done = carry_out(archive, stored, target(archive, asked, number))
    reference(own, str(done.new))
    name = archive.files.name
    told(own, how, say.RENUMBERED, old=done.old, new=done.new, path=name(done.path))
    for path in done.followed:
        told(own, how, say.FOLLOWED, path=name(path))
    told(own, how, say.OLD_IN_TRASH, path=name(done.trash))


def renumber_theirs(own: Desk, how: Writing, archive: "Archive", ref: SessionRef, number: int) -> None:
    """Save the other side's session of a merge in git under another number; ours stays.

    Raises:
        NotFound: git has no such conflict.
        BadData: their file cannot be read.
        Conflict: their protocol is final, or the number is taken.
    """
    from scm_cli.archive import git
    from scm_cli.archive.reader import read
    from scm_cli.model.session import Session

    root, path = archive.files.root, layout.session_path(ref.group, ref.number)
    git.ensure_both_added(root, path, ref)

    def fetch(file: Path) -> "Iterable[bytes]":
        try:
            return (git.version(root, file, git.THEIRS),)
        except FileNotFoundError:
            return archive.files.pieces(file)

    with archive.lock():
        data = git.version(root, path, git.THEIRS)
        value = read(data, Session, archive.files.name(path))
        ensure_open(value, ref)
        asked = Move(data, value, ref, ref)
        move = Move(data, value, ref, begun(archive, asked) or target(archive, asked, number))
        write_theirs(archive, move, fetch)
        touched = [path, *_keep_ours(archive, path, move)]
    reference(own, str(move.new))
    told(own, how, say.FROM_GIT_DONE, old=ref, new=move.new, path=archive.files.name(move.path))
    if not how.quiet:
        _say_next(own, archive, move, touched)


def _keep_ours(archive: "Archive", path: Path, move: Move) -> list[Path]:
    """Leave under the old number what is ours alone; return the old paths of their attachments, for git.

    Where git left a mixture with markers, our version comes back; what only theirs has is under the new number now.
    The session's file comes last: once it can be read it has to name what lies there.
    """
    from scm_cli.archive import git
    from scm_cli.archive.reader import read
    from scm_cli.model.session import Session

    files = archive.files
    mine = read(git.version(files.root, path, git.OURS), Session, files.name(path))
    named = {one.file for one in mine.attachments}
    moved = [Path(one.file) for one in move.value.attachments if one.file and move.file(one.file) != one.file]
    for old in moved:
        if git.both_added(files.root, old):
            _restore(archive, old)
        elif old.as_posix() not in named and (files.root / old).is_file() and not archive.dry_run:
            files.discard(old)
    try:
        read(files.read(path), Session, files.name(path))
    except (BadData, FileNotFoundError):
        _restore(archive, path)
    return moved


def _restore(archive: "Archive", path: Path) -> None:
    from scm_cli.archive import git

    if not archive.dry_run:
        archive.files.write(path, git.version(archive.files.root, path, git.OURS))


def _say_next(own: Desk, archive: "Archive", move: Move, touched: list[Path]) -> None:
    """Say what to give to git, and which sessions name the number that two had."""
    from scm_cli.archive.renumber import naming_any

    names = [str(stored.ref) for stored, _ in naming_any(archive, move)]
    if names:
        own.terminal.say(say.LOOK_AT(old=move.old, new=move.new, names=", ".join(names)))
    files = [*touched, move.path, *(Path(move.file(one.file)) for one in move.value.attachments if one.file)]
    command = shlex.join(["git", "add", *dict.fromkeys(map(archive.files.name, files))])
    own.terminal.say(say.FROM_GIT_NEXT(command=command))
