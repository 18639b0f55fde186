"""`scm export`: whole documents."""

import re

from support import PROJECT, Scm

GOLDEN = PROJECT / "tests" / "golden"


def without_digest(text: str) -> str:
    """Return a protocol with the eight digits of its Fassung replaced."""
    return re.sub(r"(Fassung|version) [0-9a-f]{8}\)", r"\1 ········)", text)


def test_the_sample_prints_its_golden_protocol(scm: Scm) -> None:
    golden = (GOLDEN / "sample.de.md").read_text()
    assert without_digest(scm.ok("export", "1")) == without_digest(golden)
