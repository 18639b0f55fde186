"""What the README says of safety names its tests, and they are there."""

import re

import pytest
from support import PROJECT

_TEXT = (PROJECT / "README.md").read_text(encoding="utf-8")
_SECTION = _TEXT.partition("## What may come in")[2].partition("\n## ")[0]
NAMED = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", _SECTION)
CLAIMS = [part for part in re.split(r"\n(?=- |\*\*)", _SECTION)[1:] if not part.rstrip().endswith(":")]


@pytest.mark.parametrize(("path", "test"), NAMED, ids=[test or path for path, test in NAMED])
def test_a_named_test_is_there(path: str, test: str) -> None:
    source = (PROJECT / path).read_text(encoding="utf-8")
    assert re.search(rf"^def {test or 'test_[a-z_]+'}\(", source, re.MULTILINE)


@pytest.mark.parametrize("claim", CLAIMS)
def test_every_claim_names_a_test(claim: str) -> None:
    assert "`tests/" in claim


def test_there_are_claims() -> None:
    assert len(CLAIMS) >= 15
    assert len(NAMED) >= len(CLAIMS)
