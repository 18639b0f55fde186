"""Contacts as vCards (RFC 6350 and the older versions 2.1 and 3.0): read into records, and written."""

from collections.abc import Iterable
from typing import Any

from scm_cli.importers.records import Record, Table, bad
from scm_cli.locale import people as say
from scm_cli.model.attendee import Attendee


def vcard_table(text: str, path: str) -> Table:
    """Return the records of the contacts in a text; raises `BadData` where it holds none that can be read."""
    import vobject  # type: ignore[import-untyped]

    lines = [n for n, line in enumerate(text.split("\n"), 1) if line.strip().upper() == "BEGIN:VCARD"]
    found: list[Record] = []
    try:
        for card in vobject.readComponents(text, validate=False, allowQP=True, ignoreUnreadable=True):
            line = lines[len(found)] if len(found) < len(lines) else 0
            found.append(Record(line, _values(card), {}))
    except Exception as error:
        line = lines[len(found)] if len(found) < len(lines) else 0
        raise bad(path, line, "", say.NO_VCARD(), say.ALLOWED_VCARD()) from error
    if not found:
        raise bad(path, 0, "", say.NO_VCARD(), say.ALLOWED_VCARD())
    return Table(tuple(found))


def _values(card: Any) -> dict[str, str]:
    contents = card.contents
    values = {
        "name": _first(contents, "fn"),
        "email": _preferred(contents.get("email", [])),
        "phone": _preferred(contents.get("tel", [])),
        "role": _first(contents, "title") or _first(contents, "role"),
        "organisation": _first(contents, "org"),
        "aliases": _first(contents, "nickname"),
    }
    name = contents["n"][0].value if "n" in contents else None
    if name is not None and not isinstance(name, str):
        prefix = _joined(name.prefix)
        values |= {"family_name": _joined(name.family), "given_name": _joined(name.given), "title": prefix}
        if prefix and values["name"].startswith(f"{prefix} "):
            values["name"] = values["name"].removeprefix(f"{prefix} ")
    return {field: value for field, value in values.items() if value}


def _first(contents: Any, name: str) -> str:
    return _joined(contents[name][0].value) if contents.get(name) else ""


def _preferred(lines: Any) -> str:
    """Return the value that is preferred, else the first."""
    marked = [line for line in lines if "pref" in str(line.params).lower()]
    return _joined((marked or lines)[0].value) if lines else ""


def _joined(value: Any) -> str:
    parts = value if isinstance(value, list) else [value]
    return ", ".join(" ".join(str(part).split()) for part in parts if str(part).strip())


def vcards(people: Iterable[Attendee]) -> str:
    """Return contacts as vCards of version 3.0 (RFC 2426), which every address book reads."""
    import vobject

    made = []
    for person in people:
        card = vobject.vCard()
        card.add("fn").value = person.printed
        given, _, family = person.name.rpartition(" ")
        family, given = person.family_name or family, person.given_name or given
        card.add("n").value = vobject.vcard.Name(family=family, given=given, prefix=person.title or "")
        for name, value in (("email", person.email), ("tel", person.phone), ("title", person.role)):
            if value:
                card.add(name).value = value
        if person.organisation:
            card.add("org").value = [person.organisation]
        if person.aliases:
            card.add("nickname").value = ", ".join(person.aliases)
        made.append(card.serialize())
    return "".join(made)
