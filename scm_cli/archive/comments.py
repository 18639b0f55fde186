"""Comments around what was taken out of a file or is written another way now: they are the user's and stay."""

from collections import Counter
from difflib import SequenceMatcher
from typing import Any

import tomlrt

from scm_cli.archive.lines import comments, logical_lines


def in_brackets(document: Any, target: Any, name: str) -> Any:
    """Turn tables under headers of their own into a list in brackets, with their comments above it; return the list.

    Only such a list can hold both tables and single values.

    Args:
        document: the tomlrt document.
        target: the table in it that is around them.
        name: their key in it.
    """
    rows = [tomlrt.Table.inline(row.to_dict()) for row in target[name]]
    before = list(comments(tomlrt.dumps(document)))
    target.pop(name)
    stay = Counter(comments(tomlrt.dumps(document)))
    above = []
    for comment in before:
        if stay[comment] > 0:
            stay[comment] -= 1
        else:
            above.append(comment)
    target[name] = tomlrt.Array(rows)
    if above:
        target.leading_block[name] = tuple(above)
    return target[name]


def with_comments(before: str, after: str) -> str:
    """Return a changed text with the comments put back that stood above what was taken out.

    A comment inside a table goes with the table; one that moved along with its table is not lost.

    Args:
        before: the text before the change.
        after: the text after it.
    """
    own = _comments(before)
    lost = Counter(map(_said, own.values())) - Counter(map(_said, _comments(after).values()))
    if not lost:
        return after
    old, new = before.split("\n"), after.split("\n")
    beginnings = [n - 1 for n, _ in logical_lines(after)]
    matcher = SequenceMatcher(None, old, new)
    for tag, start, end, place, _ in reversed(matcher.get_opcodes()):
        if tag in ("delete", "replace"):
            at = next((n for n in beginnings if n >= place), len(new))  # never within text of several lines
            new[at:at] = _above(old, range(start, end), own, lost)
    if not old[-1] and new[-1]:  # a comment that stands last now ends its line as the last one did
        new.append("")
    return "\n".join(new)


def _comments(text: str) -> dict[int, str]:
    """Return the comments that have a line of their own, by position from 0."""
    return {n - 1: line for n, line in logical_lines(text) if line.lstrip(" \t").startswith("#")}


def _said(comment: str) -> str:
    """Return what a comment says, wherever in its line it stands."""
    return comment.strip().removeprefix("#").strip()


def _above(old: list[str], taken: range, own: dict[int, str], lost: Counter[str]) -> list[str]:
    """Return the lost comments of a stretch of lines that stand in no table that began there."""
    found = []
    for n in taken:
        if n not in own and old[n].lstrip(" \t").startswith("["):
            break
        if n in own and lost[_said(own[n])] > 0:
            lost[_said(own[n])] -= 1
            found.append(own[n])
    return found
