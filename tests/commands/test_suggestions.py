"""What is asked back where a name is not known, and how help calls what an option takes."""

import re

import pytest
from support import Scm


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        (("attendee", "add", "X", "--emai", "y"), "Meinten Sie „--email“?"),
        (("group", "edit", "--standing", "x"), "Meinten Sie „--standing-first“ oder „--standing-last“?"),
        (("task", "add", "1:1", "x", "--organisation", "y"), "Meinten Sie „--to-organisation“?"),
        (("session", "amend", "1", "--text", "x"), "„scm session amend --help“ zeigt, was es gibt."),
        (("agenda", "adn"), "Meinten Sie „add“?"),
        (("agenda", ""), "„scm agenda --help“ zeigt, was es gibt."),
    ],
)
def test_only_what_is_near_is_asked_back(scm: Scm, line: tuple[str, ...], asked: str) -> None:
    result = scm.speak("de")(*line)
    assert (result.code, result.err.splitlines()[1]) == (2, asked)


def test_a_placeholder_is_one_word(scm: Scm) -> None:
    pages = [scm.ok(*line, "--help") for line in (("session", "finalize"), ("group", "edit"), ("decision", "add"))]
    assert not re.findall(r"--[a-z-]+ [A-Z]+_[A-Z_]+", "".join(pages))
    assert "--unreached-as UNREACHED" in pages[0]
