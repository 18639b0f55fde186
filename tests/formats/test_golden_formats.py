"""Whole documents as text and HTML, as they were agreed."""

import re
from pathlib import Path

import pytest
from documented import BEISPIELREGION, GOLDEN
from support import SAMPLE, Scm


def masked(text: str) -> str:
    """Return a document with the eight digits of its Fassung replaced."""
    return re.sub(r"\((Fassung|version) [0-9a-f]{8}\)", r"(\1 ········)", text)


@pytest.mark.parametrize(
    ("golden", "archive", "args"),
    [
        ("full.de", BEISPIELREGION, "7"),
        ("full.en", BEISPIELREGION, "7 --lang en"),
        ("agenda-full.de", BEISPIELREGION, "7 --document agenda"),
        ("sample.de", SAMPLE, "1"),
        ("sample.en", SAMPLE, "1 --lang en"),
    ],
)
@pytest.mark.parametrize("wanted", ["text", "html"])
@pytest.mark.parametrize("interface", ["de", "en"])
def test_documents_look_as_agreed(
    golden: str, archive: Path, args: str, wanted: str, interface: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    scm = Scm(archive, monkeypatch).speak(interface)
    agreed = GOLDEN / f"{golden}.{'txt' if wanted == 'text' else wanted}"
    assert masked(scm.ok("export", *args.split(), "--format", wanted)) == masked(agreed.read_text(encoding="utf-8"))
