"""Rows of attachments."""

from collections.abc import Callable

from scm_cli.model.record import Attachment
from scm_cli.query.rows import Facts, Row, Source, facts


def attachment_rows(source: Source, exists: Callable[[str], bool]) -> list[Row]:
    """Return the rows of a session's attachments.

    Args:
        source: the session.
        exists: says whether a file, named as the session names it, is there.
    """
    if not source.session.attachments:
        return []
    shared = (facts(source),)
    return [_row(one, source, shared, exists) for one in source.session.attachments]


def found(row: Row, exists: Callable[[str], bool]) -> Row:
    """Return a row that was kept with whether its file is there now."""
    file = row.values["file"]
    return row._replace(values={**row.values, "exists": exists(file)}) if file else row


def _row(one: Attachment, source: Source, shared: tuple[Facts, ...], exists: Callable[[str], bool]) -> Row:
    item = source.session.item(one.item) if one.item else None
    internal = one.internal or (item is not None and item.internal)
    values = {
        "session": str(source.ref),
        "date": source.session.date,
        "number": one.number,
        "title": one.title,
        "item": source.ref.item(item.id) if item else None,
        "top": (source.tops[item.id] or None) if item else None,
        "source": one.file or one.url,
        "file": one.file,
        "url": one.url,
        "exists": exists(one.file) if one.file else None,
        "internal": internal,
    }
    return Row(values, shared, kind=("file" if one.file else "link",), internal=internal)
