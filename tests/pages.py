"""HTML as tests look at it: its text, its elements and what they carry."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = ("meta", "hr", "br")


@dataclass
class Element:
    """One element of a page."""

    tag: str
    attrs: dict[str, str | None]


@dataclass
class Page(HTMLParser):
    """A page taken apart; its text is that of the body, with a line feed after each block."""

    source: str
    text: str = ""
    elements: list[Element] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.source)
        self.close()
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs), "no attribute twice"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "body" in self.open:
            self.text += data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def values(self, tag: str, attr: str) -> Iterator[str]:
        """Yield an attribute of every element of a kind."""
        yield from (
            element.attrs[attr] or "" for element in self.elements if element.tag == tag and attr in element.attrs
        )
