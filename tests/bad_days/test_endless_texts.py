"""Protocols that come back long and strange are read in a moment: no text makes scm hang."""

import pytest
from support import Installed

PLACE = "## TOP 2 Lokale Projekte"
STRANGE = {
    "blank lines": "\n" * 50_000,
    "paragraphs": "Ein Satz.\n\n" * 10_000,
    "digits": "1" * 100_000 + ". x",
    "lists in lists": "- " * 20_000 + "x",
    "a long list": "\n".join(" " * (n % 60) + "- x" for n in range(10_000)),
    "quotes in quotes": ">" * 50_000,
    "link definitions": "[a]: b\n" * 10_000,
    "marks": "**_`[<&" * 15_000,
    "decisions": "**Beschluss B1-1 (" + ";" * 50_000 + "):** x",
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_a_text_that_could_hang_is_read(installed: Installed, text: str) -> None:
    printed = installed("minutes", "1", "--print").out
    assert PLACE in printed
    came = printed.replace(PLACE, f"{text}\n\n{PLACE}", 1)
    result = installed("minutes", "1", "--apply", "-", "--dry-run", stdin=came)
    assert result.code == 0, result.err[-300:]
    assert result.err.endswith("\n")
