"""The parts of a DOCX, taken out of it with care: the file comes from outside (ECMA-376, parts 1 and 2)."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from xml.etree import ElementTree as ET
from xml.parsers import expat

from scm_cli.errors import BadData, Problem
from scm_cli.locale import Text
from scm_cli.locale import corrected as say

_LARGEST: Final = 30_000_000
"""How many bytes one part may unpack to: a small file can hold an endless one (zip bomb)."""

_DOCUMENT: Final = "word/document.xml"
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"  # MS-CFB, section 2.2
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")  # MS-OFFCRYPTO, section 2.3.4.4
_BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, expat.ExpatError, ET.ParseError, KeyError, ValueError),
    *(EOFError, OSError, RuntimeError),  # a part has a password, is packed in an unknown way, or nested too deeply
)
"""In how many ways a file can be no archive of files, or a part of it no XML."""


@dataclass(frozen=True)
class Package:
    """A document's parts as trees of XML; a part that is absent is an empty element.

    Args:
        document: the text.
        styles: what paragraphs look like.
        numbering: the lists.
        comments: what was noted in the margin.
        targets: where links lead, by the link's id.
    """

    document: ET.Element
    styles: ET.Element
    numbering: ET.Element
    comments: ET.Element
    targets: Mapping[str, str]


def is_word(data: bytes) -> bool:
    """Say whether a file is one of a word processor or at least no text, whatever its name."""
    return data.startswith((_ZIP, _OLE, b"{\\rtf", b"%PDF-"))


def package(data: bytes, path: str) -> Package:
    """Return the parts of a DOCX.

    Raises:
        BadData: it is none, or it is broken, protected, or too big.
    """
    if fault := _other(data):
        raise _bad(path, fault)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if fault := _other_packed(packed):
                raise _bad(path, fault)
            return _opened(packed, path)
    except _BROKEN as error:
        raise _bad(path, say.BROKEN) from error


def name(element: ET.Element) -> str:
    """Return an element's name without its namespace: transitional and strict documents have different ones."""
    return element.tag.rpartition("}")[2]


def value(element: ET.Element | None, attribute: str = "val") -> str:
    """Return an attribute, whatever its namespace; empty where there is no such element or attribute."""
    if element is None:
        return ""
    return next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == attribute), "")


def child(element: ET.Element | None, *names: str) -> ET.Element | None:
    """Return the first child with a name, and its first child with the next one, and so on; else None."""
    for wanted in names:
        element = next((one for one in element if name(one) == wanted), None) if element is not None else None
    return element


def _bad(path: str, found: Text) -> BadData:
    allowed = {say.BROKEN: say.ALLOWED_AGAIN, say.PROTECTED: say.ALLOWED_OPEN}.get(found, say.ALLOWED_DOCX)
    return BadData([Problem(path, 0, "", found(), allowed())])


def _other(data: bytes) -> Text | None:
    """Return what a file is that is no archive of files."""
    if data.startswith(_OLE):
        return say.PROTECTED if _ENCRYPTED in data else say.OLD_WORD
    if data.startswith(b"{\\rtf"):
        return say.RTF
    return say.PDF if data.startswith(b"%PDF-") else None


def _other_packed(packed: zipfile.ZipFile) -> Text | None:
    names = set(packed.namelist())
    if "mimetype" in names and "content.xml" in names:
        return say.ODT
    return None if any(one.startswith("word/") for one in names) else say.NO_WORD


def _opened(packed: zipfile.ZipFile, path: str) -> Package:
    main = _main(packed, path)
    folder, file = PurePosixPath(main).parent, PurePosixPath(main).name
    links = _part(packed, str(folder / "_rels" / f"{file}.rels"), path)
    styles, numbering, comments = (_part(packed, str(folder / f"{one}.xml"), path) for one in _BESIDE)
    document = _part(packed, main, path)
    if child(document, "body") is None:
        raise _bad(path, say.BROKEN)
    targets = {value(one, "Id"): value(one, "Target") for one in links if name(one) == "Relationship"}
    return Package(document, styles, numbering, comments, targets)


_BESIDE: Final = ("styles", "numbering", "comments")


def _main(packed: zipfile.ZipFile, path: str) -> str:
    """Return the name of the part with the text: by the package's relations, else the usual one (part 2, 9.3)."""
    for one in _part(packed, "_rels/.rels", path):
        if value(one, "Type").endswith("/officeDocument"):
            return value(one, "Target").lstrip("/")
    return _DOCUMENT


def _part(packed: zipfile.ZipFile, member: str, path: str) -> ET.Element:
    if member not in packed.namelist():
        return ET.Element("none")
    with packed.open(member) as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise BadData([Problem(path, 0, "", say.TOO_MUCH_INSIDE(n=_LARGEST // 1_000_000), say.ALLOWED_SMALLER())])
    _refuse_declarations(data)
    return ET.fromstring(data)  # noqa: S314 — no entity can be declared in it, and its size is known


def _refuse_declarations(data: bytes) -> None:
    """Raise `ValueError` where XML declares a document type, and so perhaps entities (part 2, section 8.3.1)."""
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise ValueError

    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(data, True)  # noqa: FBT003 — expat takes it by position
