"""Comments above a key or table that was taken out of a file: they are the user's and stay."""

from collections import Counter
from difflib import SequenceMatcher

from scm_cli.archive.lines import logical_lines


def with_comments(before: str, after: str) -> str:
    """Return a changed text with the comments put back that stood above what was taken out.

    A comment inside a table goes with the table; one that moved along with its table is not lost.

    Args:
        before: the text before the change.
        after: the text after it.
    """
    lost = Counter(_comments(before).values()) - Counter(_comments(after).values())
    if not lost:
        return after
    old, new = before.split("\n"), after.split("\n")
    comments = _comments(before)
    beginnings = [n - 1 for n, _ in logical_lines(after)]
    matcher = SequenceMatcher(None, old, new)
    for tag, start, end, place, _ in reversed(matcher.get_opcodes()):
        if tag in ("delete", "replace"):
            at = next((n for n in beginnings if n >= place), len(new))  # never within text of several lines
            new[at:at] = _above(old, range(start, end), comments, lost)
    if not old[-1] and new[-1]:  # a comment that stands last now ends its line as the last one did
        new.append("")
    return "\n".join(new)


def _comments(text: str) -> dict[int, str]:
    """Return the comments that have a line of their own, by position from 0."""
    return {n - 1: line for n, line in logical_lines(text) if line.lstrip(" \t").startswith("#")}


def _above(old: list[str], taken: range, comments: dict[int, str], lost: Counter[str]) -> list[str]:
    """Return the lost comments of a stretch of lines that stand in no table that began there."""
    found = []
    for n in taken:
        if n not in comments and old[n].lstrip(" \t").startswith("["):
            break
        if n in comments and lost[comments[n]] > 0:
            lost[comments[n]] -= 1
            found.append(comments[n])
    return found
