"""The ground floor: every sentence and word of interface and documents, in German and English."""

import os
from collections.abc import Mapping
from typing import Final, Literal

Lang = Literal["de", "en"]
LANGUAGES: Final[tuple[Lang, ...]] = ("de", "en")


def language(environ: Mapping[str, str] = os.environ) -> Lang:
    """Return the interface's language: `SCM_LANG`, else the locale, else English.

    The order of the locale variables is the one of POSIX.1-2017, section 8.2.
    """
    for name in ("SCM_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name, "")
        if value:
            return "de" if value.lower().startswith("de") else "en"
    return "en"


class Text:
    """One text in both languages, with `{placeholders}`; calling it gives the interface's language."""

    __slots__ = ("de", "en")

    def __init__(self, en: str, de: str) -> None:
        self.en = en
        self.de = de

    def __call__(self, **values: object) -> str:
        """Return the text in the interface's language with the values put in."""
        return self.to(language(), **values)

    def to(self, lang: Lang, **values: object) -> str:
        """Return the text in one language with the values put in."""
        text = self.de if lang == "de" else self.en
        return text.format(**values) if values else text

    def both(self) -> tuple[str, str]:
        """Return the English and the German text."""
        return self.en, self.de


class Plural:
    """A text that depends on a number `n`, which it also shows."""

    __slots__ = ("many", "one")

    def __init__(self, one: Text, many: Text) -> None:
        self.one = one
        self.many = many

    def __call__(self, n: int, **values: object) -> str:
        """Return the text for `n` in the interface's language."""
        return self.to(language(), n, **values)

    def to(self, lang: Lang, n: int, **values: object) -> str:
        """Return the text for `n` in one language."""
        return (self.one if n == 1 else self.many).to(lang, n=n, **values)
