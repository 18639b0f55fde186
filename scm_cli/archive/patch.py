"""Changes in a file that exists: only what differs is touched, every other byte stays.

tomlrt edits the text; it writes text of several lines on one line, so such values go in as a mark that
is replaced by the finished literal at the end.
"""

from collections.abc import Sequence
from dataclasses import fields
from difflib import SequenceMatcher
from typing import Any

import tomlrt

from scm_cli.archive.canonical import block, value_text
from scm_cli.archive.comments import in_brackets, with_comments
from scm_cli.archive.format import Key, keys, plain
from scm_cli.model.kinds import ProseKind
from scm_cli.model.table import Table


def patched(text: str, before: Table, after: Table) -> str:
    """Return a file's text with the differences between two states of the model put in.

    Args:
        text: the file's text, without a byte order mark.
        before: what was read from it.
        after: what it should say.
    """
    document = tomlrt.loads(text)
    patch = _Patch(document, newline="\r\n" if "\r\n" in text else "\n")
    patch.table(document, before, after, ())
    return with_comments(text, patch.finish(tomlrt.dumps(document)))


class _Patch:
    """One pass over one document; `marks` are the long texts still to be put in."""

    def __init__(self, document: Any, newline: str) -> None:
        self.document = document
        self.newline = newline
        self.marks: dict[str, str] = {}

    def finish(self, text: str) -> str:
        """Return the text with every mark replaced by its literal."""
        for mark, literal in self.marks.items():
            text = text.replace(f'"{mark}"', literal.replace("\n", self.newline))
        return text

    def table(self, target: Any, before: Table, after: Table, path: tuple[str, ...]) -> None:
        """Change one table from one state to the other."""
        for key in keys(type(after)).values():
            old, new = getattr(before, key.field), getattr(after, key.field)
            if old != new:
                self.key(target, key, old, new, (*path, key.name))

    def key(self, target: Any, key: Key, old: Any, new: Any, path: tuple[str, ...]) -> None:
        """Change one key of a table."""
        if new == key.default and not key.required:
            target.pop(key.name, None)
        elif key.name not in target:
            self._insert(target, key, new, path)
        elif key.shape.many:
            self._list(target, key, old, new, path)
        elif isinstance(new, Table) and isinstance(old, Table):
            self.table(target[key.name], old, new, path)
        else:
            target[key.name] = self._value(key, new)

    def _insert(self, target: Any, key: Key, new: Any, path: tuple[str, ...]) -> None:
        if key.header and _has_headers(target):
            target[key.name] = self._sections(new, path)
        else:
            target[key.name] = self._value(key, new)

    def _sections(self, new: Any, path: tuple[str, ...]) -> Any:
        """Return new tables under headers of their own, laid out as in a new file."""
        if isinstance(new, tuple):
            return tomlrt.AoT([self._section(element, path) for element in new])
        if isinstance(new, Table):
            return self._section(new, path, repeated=False)
        return tomlrt.Table.section(plain(new))

    def _section(self, new: Table, path: tuple[str, ...], *, repeated: bool = True) -> Any:
        name = ".".join(path)
        first, *rest = block(new, path)
        opening = f"[[{name}]]" if repeated else f"[{name}]"
        parents = "".join(f"[[{'.'.join(path[:n])}]]\n" for n in range(1, len(path)))
        text = "\n".join([f"{parents}{opening}\n{first}", *rest])
        found: Any = tomlrt.loads(text.replace("\n", self.newline))
        for step in path[:-1]:
            found = found[step][0]
        return found[path[-1]][0] if repeated else found[path[-1]]

    def _value(self, key: Key, new: Any) -> Any:
        """Return a value that stands behind an equals sign."""
        if isinstance(new, Table):
            return tomlrt.Table.inline(plain(new))
        if isinstance(new, tuple):
            return tomlrt.Array([_inline(element) for element in new])
        if isinstance(key.shape.kind, ProseKind) and (literal := value_text(key, new)).startswith('"""'):
            mark = f"scm-long-text-{len(self.marks)}-{hash(new):x}"
            self.marks[mark] = literal
            return mark
        return plain(new)

    def _list(self, target: Any, key: Key, old: Sequence[Any], new: Sequence[Any], path: tuple[str, ...]) -> None:
        """Change a list: what stayed keeps its text and comments, wherever it moved to."""
        rows = target[key.name]
        sources = _sources(old, new)
        kept = list(rows)
        headers = isinstance(rows, tomlrt.AoT)
        for position, source in enumerate(sources):
            if source is not None and old[source] != new[position] and isinstance(new[position], Table):
                self.table(kept[source], old[source], new[position], path)
        for position in sorted(set(range(len(old))) - set(sources), reverse=True):
            del rows[position]
        left = [n for n in range(len(old)) if n in sources]
        places = iter([sources.index(n) for n in left])
        if left != sorted(left, key=sources.index):
            rows.sort(key=lambda _: next(places))
        if headers and not all(isinstance(row, Table) for row in new):
            rows, headers = in_brackets(self.document, target, key.name), False
        for position, source in enumerate(sources):
            if source is None:
                rows.insert(position, self._section(new[position], path) if headers else _inline(new[position]))


def _has_headers(target: Any) -> bool:
    """Say whether tables can stand under this one with headers of their own."""
    return not (isinstance(target, tomlrt.Table) and target.is_inline)


def _inline(element: Any) -> Any:
    return tomlrt.Table.inline(plain(element)) if isinstance(element, Table) else plain(element)


def _sources(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """Return for each new row the old row it was made from, or None: by identity, else by content."""
    identities = [getattr(row, "identity", None) for row in old]
    wanted = [getattr(row, "identity", None) for row in new]
    pairs = enumerate(zip(identities, wanted, strict=False))
    stayed = {n for n, (before, after) in pairs if before is not None and before == after}
    left: dict[Any, list[int]] = {}
    for n, identity in enumerate(identities):
        if identity is not None and n not in stayed:
            left.setdefault(identity, []).append(n)
    sources: list[int | None] = [
        n if n in stayed else left[one].pop(0) if left.get(one) else None for n, one in enumerate(wanted)
    ]
    if any(identity is not None for identity in identities):
        return _renamed(old, new, sources)
    return _renamed(old, new, _by_content(old, new))


def _by_content(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """Return for each new row the old row that says the same, or stands in its place; what leads and ends stays."""
    before, after = [repr(row) for row in old], [repr(row) for row in new]
    shorter = min(len(before), len(after))
    head = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    sources: list[int | None] = [*range(head), *[None] * (len(new) - head - tail), *range(len(old) - tail, len(old))]
    matcher = SequenceMatcher(None, before[head : len(old) - tail], after[head : len(new) - tail], autojunk=False)
    for tag, *places in matcher.get_opcodes():
        a, b, c, d = (head + place for place in places)
        both_tables = all(isinstance(row, Table) for row in (*old[a:b], *new[c:d]))
        if tag == "equal" or (tag == "replace" and both_tables):
            sources[c : c + min(b - a, d - c)] = range(a, a + min(b - a, d - c))
    return sources


def _renamed(old: Sequence[Any], new: Sequence[Any], sources: list[int | None]) -> list[int | None]:
    """Return the sources with those of rows that only got another id, number or name."""
    left = [n for n in range(len(old)) if n not in sources]
    found = list(sources)
    for alike in (_same_but_for_names, _same_but_for_one_field):
        for position, source in enumerate(found):
            if source is None:
                found[position] = next((n for n in left if alike(old[n], new[position])), None)
                left = [n for n in left if n != found[position]]
    return found


def _same_but_for_names(old: Any, new: Any) -> bool:
    return bool(_nameless(old) == _nameless(new))


def _same_but_for_one_field(old: Any, new: Any) -> bool:
    """Say whether one field tells two rows apart, such as a name that was corrected: what else they say is a lot."""
    if type(old) is not type(new) or not isinstance(old, Table):
        return False
    alike = [getattr(old, one.name) == getattr(new, one.name) for one in fields(old)]
    return alike.count(False) == 1


def _nameless(value: Any) -> Any:
    """Return what a row says apart from the ids and numbers of itself and of rows in it."""
    if isinstance(value, Table):
        names = () if value.identity is None else ("id", "number", "key")
        return [_nameless(getattr(value, one.name)) for one in fields(value) if one.name not in names]
    return [_nameless(element) for element in value] if isinstance(value, tuple) else value
