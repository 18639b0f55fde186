"""The fixed words of the notation as patterns: what was printed is recognised in German and English."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from scm_cli.locale import Text

_PLACEHOLDER: Final = r"(\{[a-z]+(?:[:][^}]*)?\})"


def matched(text: Text, value: str, **forms: str) -> dict[str, str] | None:
    """Return what stands in a text's placeholders where a value reads as the text in either language, or None.

    Args:
        text: with its placeholders.
        value: what was typed.
        forms: the patterns of placeholders that cannot be just anything.
    """
    for pattern in _patterns(text, tuple(forms.items())):
        if found := pattern.fullmatch(value):
            return found.groupdict()
    return None


def one_of(words: Mapping[str, Text], value: str) -> str | None:
    """Return the code whose word, in either language, is the value; None where there is none."""
    return next((code for code, text in words.items() if matched(text, value) is not None), None)


@cache
def _patterns(text: Text, forms: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_pattern(one, dict(forms)), re.IGNORECASE) for one in text.both())


def _pattern(template: str, forms: Mapping[str, str]) -> str:
    """Return the pattern of one language: any white space for a space, a named group for a placeholder."""
    parts = re.split(_PLACEHOLDER, template)
    return "".join(
        _group(part[1:-1].partition(":")[0], forms) if number % 2 else re.escape(part).replace(r"\ ", r"\s+")
        for number, part in enumerate(parts)
    )


def _group(name: str, forms: Mapping[str, str]) -> str:
    return f"(?P<{name}>{forms.get(name, '.+?')})"
