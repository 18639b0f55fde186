"""What kind of block a paragraph of a DOCX is, by its style, its outline level and its list, in any language."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final
from xml.etree import ElementTree as ET

from scm_cli.formats.corrected import style_names
from scm_cli.formats.corrected.blocks import Kind
from scm_cli.formats.corrected.package import Package, child, name, value
from scm_cli.formats.word_look import INDENT

_LISTS: Final[dict[str, Kind]] = {style_names.BULLETS: "bullet", style_names.NUMBERS: "number"}
_DEEPEST: Final = 20  # a style's ancestors; one may name itself


class Styles:
    """The styles and lists of one document."""

    def __init__(self, package: Package) -> None:
        self._styles = {value(one, "styleId"): one for one in package.styles if name(one) == "style"}
        self._usual = next((key for key, one in self._styles.items() if _is_usual(one)), "")
        self._numbering = package.numbering

    def kind(self, properties: ET.Element | None) -> tuple[Kind, int] | None:
        """Return kind and level of a paragraph by its properties; None for one that only the document has."""
        style = value(child(properties, "pStyle")) or self._usual
        names = [*self._names(style)]
        if any(re.fullmatch(style_names.CONTENTS, one) for one in names):
            return None
        if level := self._heading(properties, style, names):
            return "heading", level
        if names[:1] and set(names) & style_names.CODES:
            return "code", _depth(properties)
        return self._listed(properties, style, names) or self._other(properties, names)

    def marks(self, properties: ET.Element | None) -> tuple[bool, bool, bool, bool]:
        """Return whether a run is bold, italic, code and hidden by its own properties and its style's."""
        style = value(child(properties, "rStyle"))
        chain = [child(one, "rPr") for one in self._chain(style)]
        fonts = (value(child(one, "rFonts"), "ascii").lower() for one in [properties, *chain])
        code = any(one in style_names.MONOSPACED for one in [*fonts, *self._names(style)])
        bold, italic, hidden = (_on([properties, *chain], one) for one in ("b", "i", "vanish"))
        return bold, italic, code, hidden

    def _chain(self, style: str) -> Iterator[ET.Element]:
        for _ in range(_DEEPEST):
            one = self._styles.get(style)
            if one is None:
                return
            yield one
            style = value(child(one, "basedOn"))

    def _names(self, style: str) -> Iterator[str]:
        for one in self._chain(style):
            yield value(child(one, "name")).lower()

    def _heading(self, properties: ET.Element | None, style: str, names: list[str]) -> int:
        """Return a heading's level, 0 where it is none (17.3.1.20: 9 is text)."""
        for one in names:
            if found := re.match(style_names.HEADING, one):
                return min(int(found["level"]), 6)
        if names[:1] == [style_names.TITLE]:
            return 1
        for place in [properties, *(child(one, "pPr") for one in self._chain(style))]:
            if outline := value(child(place, "outlineLvl")):
                return min(int(outline) + 1, 6) if outline.isdigit() and int(outline) < 9 else 0
        return 0

    def _listed(self, properties: ET.Element | None, style: str, names: list[str]) -> tuple[Kind, int] | None:
        """Return kind and level of a list's item; None where it is none (17.3.1.19, 17.9)."""
        found = [child(properties, "numPr"), *(child(one, "pPr", "numPr") for one in self._chain(style))]
        number = next((text for one in found if (text := value(child(one, "numId")))), "")
        level = next((int(text) for one in found if (text := value(child(one, "ilvl"))).isdigit()), 0)
        if number and number != "0":
            return self._formats.get((number, level), "bullet"), min(level, 8)
        named = next((kind for one in names for key, kind in _LISTS.items() if one.startswith(key)), None)
        return (named, 0) if named and number != "0" else None

    @cached_property
    def _formats(self) -> Mapping[tuple[str, int], Kind]:
        """Whether each level of each list has bullets or numbers."""
        kinds = {value(one, "abstractNumId"): _levels(one) for one in self._numbering if name(one) == "abstractNum"}
        found: dict[tuple[str, int], Kind] = {}
        for number in self._numbering:
            if name(number) == "num":
                levels = dict(kinds.get(value(child(number, "abstractNumId")), {}))
                for override in number:
                    levels |= _levels(override)
                found |= {(value(number, "numId"), level): kind for level, kind in levels.items()}
        return found

    def _other(self, properties: ET.Element | None, names: list[str]) -> tuple[Kind, int]:
        if set(names) & style_names.QUOTES:
            return "quote", max(1, _depth(properties))
        listed = any(one.startswith(style_names.MORE) for one in names)
        return ("more", _depth(properties)) if listed and _depth(properties) else ("text", 0)


def _is_usual(style: ET.Element) -> bool:
    return value(style, "default") in ("1", "true") and value(style, "type") == "paragraph"


def _levels(element: ET.Element) -> dict[int, Kind]:
    found: dict[int, Kind] = {}
    for one in element:
        if name(one) == "lvl" and value(one, "ilvl").isdigit():
            form = value(child(one, "numFmt")) or "decimal"
            found[int(value(one, "ilvl"))] = "bullet" if form in ("bullet", "none") else "number"
    return found


def _depth(properties: ET.Element | None) -> int:
    """Return how many steps a paragraph is indented; Word writes `left`, the strict format `start`."""
    indentation = child(properties, "ind")
    left = value(indentation, "left") or value(indentation, "start")
    return round(int(left) / INDENT) if left.isdigit() else 0


def _on(places: list[ET.Element | None], wanted: str) -> bool:
    """Say whether the first place that says anything about a property has it on (17.17.4)."""
    for one in places:
        found = child(one, wanted)
        if found is not None:
            return value(found) not in ("0", "false", "off")
    return False
