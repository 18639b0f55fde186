"""What the shell offers: session numbers, keys of people and groups, ids of items; silent on any trouble.

Completion reads file names, not files, so that it answers at once; only ids of items need one file.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

from scm_cli.archive import layout


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
    return [number for path in _names(folder) if (number := layout.number_of(path))]


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
        return [key for path in _names(_folder(ctx) / folder) if (key := layout.key_of(path))]

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


def _profiles(ctx: typer.Context, incomplete: str) -> list[str]:  # noqa: ARG001 — one signature for all
    from scm_cli.rules.laws import PROFILES

    return list(PROFILES)


sessions = _silent(_session_numbers)
items = _silent(_item_refs)
attendees = _silent(_keys("attendees"))
groups = _silent(_keys("groups"))
profiles = _silent(_profiles)
