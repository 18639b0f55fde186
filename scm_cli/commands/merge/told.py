"""What a merge of files says afterwards: what got another name, and which fields both changed."""

import shlex
from collections.abc import Iterator
from dataclasses import fields
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final

from scm_cli.locale import merging as say

if TYPE_CHECKING:
    from scm_cli.model.merge import FieldConflict, Merged, Renaming
    from scm_cli.model.table import Table

_LETTERS: Final = {"decisions": "B", "elections": "W", "tasks": "A"}
_TELLING: Final = ("title", "text", "name", "office", "who", "by", "group", "at")
_NEAR: Final = 20
"""How many letters before the first difference of long texts are shown."""


def renamings(merged: "Merged[Any]", path: str) -> Iterator[str]:
    """Yield a sentence for each new thing of theirs that has another name now, and where its old one may stand."""
    for one in merged.renamed:
        yield _renamed(one, merged.value, path)
        if names := _full_names(one, merged.value, path):
            before, after = names
            yield say.NAMED_ELSEWHERE(before=before, after=after, command=shlex.join(["git", "grep", "-nF", before]))


def _full_names(one: "Renaming", value: "Table", path: str) -> tuple[str, str] | None:
    """Return the references of something that other files can name, before and now."""
    from scm_cli.archive.merging import group_of
    from scm_cli.model.refs import SessionRef

    group = group_of(path)
    if not group or one.kind not in ("agenda", "decisions"):
        return None
    ref = SessionRef(group, getattr(value, "number", 0))
    if one.kind == "agenda":
        return ref.item(str(one.before)), ref.item(str(one.after))
    return ref.outcome("B", int(one.before)), ref.outcome("B", int(one.after))


def _renamed(one: "Renaming", value: "Table", path: str) -> str:
    if one.kind == "agenda":
        return say.NEW_ID(path=path, before=one.before, after=one.after)
    if letter := _LETTERS.get(one.kind):
        session = getattr(value, "number", 0)
        return say.NEW_NUMBER(
            path=path, before=f"{letter}{session}-{one.before}", after=f"{letter}{session}-{one.after}"
        )
    text = say.ATTACHMENT if one.kind == "attachments" else say.AMENDMENT
    return say.NEW_NUMBER(path=path, before=text(n=one.before), after=text(n=one.after))


def conflicts(merged: "Merged[Any]", path: str, *, by_git: bool) -> Iterator[str]:
    """Yield a sentence for each field that both sides changed, then what to do.

    Args:
        merged: what the merge gave.
        path: the file as sentences name it.
        by_git: whether git asked for the merge, which then knows their version.
    """
    for one in merged.conflicts:
        yield _conflict(one, path)
    if merged.conflicts:
        yield say.OURS_STAYS(path=path)
        if by_git:
            yield say.GIT_NEXT(theirs=shlex.quote(f":3:{path}"), path=shlex.quote(f":/{path}"))


def _conflict(one: "FieldConflict", path: str) -> str:
    sides = (one.base, one.ours, one.theirs)
    start = _first_difference([side for side in sides if isinstance(side, str)])
    base, ours, theirs = (f"…{side[start:]}" if start and isinstance(side, str) else side for side in sides)
    return say.CONFLICT(name=one.name or path, base=brief(base), ours=brief(ours), theirs=brief(theirs))


def _first_difference(texts: list[str]) -> int:
    """Return where to begin showing texts, so that what tells them apart is seen; 0 for the beginning."""
    same = sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, zip(*texts, strict=False)))
    return max(same - _NEAR, 0) if same > 2 * _NEAR else 0


def brief(value: Any) -> str:
    """Return a value of a conflict in a few words."""
    from scm_cli.model.kinds import short, shown
    from scm_cli.model.table import Table

    if value is None or value == ():
        return say.NOTHING()
    if isinstance(value, tuple):
        first = brief(value[0])
        return say.SEVERAL(first=first, n=len(value) - 1) if len(value) > 1 else first
    if isinstance(value, Table):
        told = next((found for name in _TELLING if (found := getattr(value, name, None))), None)
        return shown(told) if told else short(", ".join(_set(value)))
    return shown(value)


def _set(table: "Table") -> Iterator[str]:
    """Yield what a table says, as its file would."""
    for one in fields(table):
        value = getattr(table, one.name)
        if value not in (one.default, None, ()):
            yield f"{one.name.rstrip('_')} = {brief(value)}"
