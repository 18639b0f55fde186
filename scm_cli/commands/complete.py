"""What the shell offers: session numbers, keys of people and groups, ids of items; silent on any trouble.

Completion reads file names, not files, so that it answers at once; ids of items need one file, outcomes a few, which
the index knows in a large archive.
"""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typer

from scm_cli.archive import layout

if TYPE_CHECKING:
    from scm_cli.model.agenda import Item
    from scm_cli.model.outcomes import Decision, Election, Task

    Outcome = Decision | Election | Task

_NEWEST: Final = 50
"""How many sessions are read where none is named."""


def _folder(ctx: typer.Context) -> Path:
    from scm_cli.commands.desk import desk

    return desk(ctx).folder()


def _names(folder: Path) -> list[Path]:
    return [Path(entry.name) for entry in os.scandir(folder)] if folder.is_dir() else []


def _silent(find: Callable[[typer.Context, str], list[str]]) -> Callable[..., Any]:
    """Return a completion that offers nothing where something is wrong: a shell line is no place for errors."""

    def offer(ctx: typer.Context, args: list[str], incomplete: str) -> list[str]:  # noqa: ARG001 — Typer's signature
        try:
            return sorted(name for name in find(ctx, incomplete) if name.startswith(incomplete))
        except Exception:  # noqa: BLE001 — whatever is wrong with the archive, the shell stays silent
            return []

    return offer


def _session_numbers(ctx: typer.Context, incomplete: str) -> list[str]:
    root = _folder(ctx) / "sessions"
    if "/" in incomplete:
        return [f"{group.name}/{number}" for group in _names(root) for number in _numbers(root / group.name)]
    return [str(number) for group in _wanted_groups(ctx, root) for number in _numbers(root / group)]


def _numbers(folder: Path) -> list[int]:
    return [number for path in _names(folder) if (number := layout.number_of(path.name))]


def _wanted_groups(ctx: typer.Context, root: Path) -> list[str]:
    """Return the group typed, else the default one, else all."""
    named = ctx.params.get("group")
    known = [path.name for path in _names(root)]
    if isinstance(named, str) and named in known:
        return [named]
    if len(known) < 2:
        return known
    default = _read(root.parent / layout.MARKER).get("default_group")
    return [default] if default in known else known


def _read(path: Path) -> dict[str, Any]:
    import tomli

    return tomli.loads(path.read_bytes()[:5_000_000].decode("utf-8-sig"))


def _keys(folder: str) -> Callable[[typer.Context, str], list[str]]:
    def find(ctx: typer.Context, incomplete: str) -> list[str]:  # noqa: ARG001 — one signature for all
        return [key for path in _names(_folder(ctx) / folder) if (key := layout.key_of(path.name))]

    return find


def _item_refs(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer sessions before the colon and their items after it."""
    session, colon, _ = incomplete.partition(":")
    if not colon:
        return [f"{number}:" for number in _session_numbers(ctx, incomplete)]
    root = _folder(ctx) / "sessions"
    group, slash, number = session.rpartition("/")
    folders = [group] if slash else _wanted_groups(ctx, root)
    paths = [root / folder / f"{int(number):04}.toml" for folder in folders]
    items = [item for path in paths if path.is_file() for item in _read(path).get("agenda", [])]
    return [f"{session}:{item['id']}" for item in items]


def _outcome_refs(letters: str, of: "Callable[[Item], Iterable[Outcome]]") -> Callable[[typer.Context, str], list[str]]:
    """Return what offers the outcomes of the session typed so far, else those of the newest sessions.

    Args:
        letters: as references may be typed, the usual one first.
        of: gives the outcomes of an item.
    """

    def find(ctx: typer.Context, incomplete: str) -> list[str]:
        root, (group, slash, own) = _folder(ctx) / "sessions", incomplete.rpartition("/")
        typed = re.match(rf"[{letters}]([0-9]{{1,9}})-", own, re.IGNORECASE)
        letter = own[:1] or letters[0]
        if letter.upper() not in letters:
            return []
        folders = [group] if slash else _wanted_groups(ctx, root)
        sessions = [(folder, int(typed[1])) for folder in folders] if typed else _newest(ctx, root, folders)
        return [
            f"{group}{slash}{letter}{number}-{one.number}"
            for folder, number in sessions
            for item in _agenda(ctx, folder, number)
            for one in of(item)
        ]

    return find


def _newest(ctx: typer.Context, root: Path, groups: list[str]) -> list[tuple[str, int]]:
    """Return the newest sessions of groups by group and number; those with the highest numbers without an index.

    An index that has to be made first would keep the shell waiting.
    """
    from scm_cli.commands.desk import desk

    index = desk(ctx).archive().index
    found = index.newest(groups, _NEWEST) if index and index.place.path.exists() else None
    if found is not None:
        return [(ref.group, ref.number) for ref in found]
    return [(group, number) for group in groups for number in sorted(_numbers(root / group))[-_NEWEST:]]


def _agenda(ctx: typer.Context, group: str, number: int) -> "tuple[Item, ...]":
    """Return the items of a session; none where its file is missing or broken."""
    from scm_cli.commands.desk import desk
    from scm_cli.errors import BadData
    from scm_cli.model.refs import SessionRef

    try:
        return desk(ctx).archive().session(SessionRef(group, number)).value.agenda
    except (BadData, FileNotFoundError):
        return ()


def _attachment_numbers(ctx: typer.Context, incomplete: str) -> list[str]:  # noqa: ARG001 — one signature for all
    """Offer the attachments of the session typed before."""
    from scm_cli.commands.desk import desk

    own = desk(ctx)
    resolver = own.resolver(own.archive(), ctx.params.get("group") or "")
    return [str(one.number) for one in resolver.session(ctx.params["session"]).value.attachments]


def _profiles(ctx: typer.Context, incomplete: str) -> list[str]:  # noqa: ARG001 — one signature for all
    from scm_cli.rules.laws import PROFILES

    return list(PROFILES)


sessions = _silent(_session_numbers)
items = _silent(_item_refs)
attendees = _silent(_keys("attendees"))
groups = _silent(_keys("groups"))
decisions = _silent(_outcome_refs("BD", lambda item: item.decisions))
elections = _silent(_outcome_refs("WE", lambda item: item.elections))
tasks = _silent(_outcome_refs("AT", lambda item: item.tasks))
attachments = _silent(_attachment_numbers)
unfinished_tasks = _silent(_outcome_refs("AT", lambda item: (one for one in item.tasks if one.unfinished)))
profiles = _silent(_profiles)
