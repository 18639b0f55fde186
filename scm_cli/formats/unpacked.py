"""The text in a finished document, whatever its format, for searching: part by part, line by line."""

import json
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZipFile

if TYPE_CHECKING:
    from scm_cli.formats.document_formats import DocumentFormat

_BLOCKS: Final = frozenset(
    ["p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "br", "title", "pre", "blockquote"]
)


class Part(NamedTuple):
    """Some text of a document, and what the part is called; a document that is one text has no name for it."""

    name: str
    text: str


def unpacked(data: bytes, wanted: "DocumentFormat") -> list[Part]:
    """Return all text in a document, what a reader does not see at once too: headers, links, properties.

    Args:
        data: the document.
        wanted: its format.
    """
    if wanted == "docx":
        return list(_docx(data))
    if wanted == "eml":
        return list(_eml(data))
    text = data.decode()
    if wanted == "html":
        return [Part("", _html(text))]
    if wanted == "ics":
        return [Part("", _ics(text))]
    if wanted == "json":
        return list(_values(json.loads(text), ""))
    if wanted == "md":
        return [Part("", _md(text))]
    return [Part("", text)]


def _md(text: str) -> str:
    """Return Markdown without the marks that could part a word."""
    return re.sub(r"\\(?=[!-/:-@\[-`{-~])|[*`~]", "", text)


def _ics(text: str) -> str:
    """Return a calendar with its folded lines joined and its escapes taken off (RFC 5545, sections 3.1, 3.3.11)."""
    joined = re.sub(r"\r?\n[ \t]", "", text)
    return re.sub(r"\\([nN,;\\])", lambda match: " " if match[1] in "nN" else match[1], joined)


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.pieces.append(" ")
        self.pieces += [f" {value} " for name, value in attrs if value and name not in ("style", "class")]

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        self.pieces.append(f" {data} ")


def _html(text: str) -> str:
    parser = _Html()
    parser.feed(text)
    parser.close()
    return "".join(parser.pieces)


def _values(value: Any, path: str) -> Iterator[Part]:
    """Yield every text in a JSON value with its path, keys of objects too."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(inner, f"{path}.{key}".removeprefix("."))
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from _values(inner, f"{path}[{n}]")
    elif value is not None:
        yield Part(path, _md(str(value)))


def _docx(data: bytes) -> Iterator[Part]:
    """Yield the parts of a Word document: a line a paragraph, and the targets of links and properties."""
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                root = ET.fromstring(archive.read(name))  # noqa: S314 — scm itself has just written it
                yield Part(name, "\n".join(_xml(root)))


def _xml(element: ET.Element) -> Iterator[str]:
    """Yield the paragraphs of a part, or all text of one without any, and what its links lead to."""
    paragraphs = [one for one in element.iter() if one.tag.endswith("}p")]
    for paragraph in paragraphs:
        gaps = ((one.text or "") if one.tag.endswith("}t") else _gap(one.tag) for one in paragraph.iter())
        yield "".join(gaps)
    if not paragraphs:
        yield " ".join(element.itertext())
    for one in element.iter():
        yield from (value for key, value in one.attrib.items() if key in ("Target", "descr", "title"))


def _gap(tag: str) -> str:
    return " " if tag.endswith(("}tab", "}br", "}cr")) else ""


def _eml(data: bytes) -> Iterator[Part]:
    message = message_from_bytes(data, _class=EmailMessage, policy=policy.default)
    for n, part in enumerate(message.walk()):
        for header, value in part.items():
            yield Part(header, str(value))
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        if kind == "text/html":
            yield Part(kind, _html(str(part.get_content())))
        elif kind == "text/calendar":
            yield Part(kind, _ics(_decoded(part)))
        elif part.get_content_maintype() == "text":
            yield Part(kind, str(part.get_content()))
        else:
            yield Part(f"{kind} {n}", _decoded(part))


def _decoded(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
