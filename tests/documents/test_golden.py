"""Whole documents of two archives: the sample, and one that uses all of the notation."""

import re
from pathlib import Path

import pytest
from support import PROJECT, SAMPLE, Scm

GOLDEN = PROJECT / "tests" / "golden"
BEISPIELREGION = PROJECT / "tests" / "fixtures" / "beispielregion"


def masked(text: str) -> str:
    """Return a protocol with the eight digits of its Fassung replaced."""
    return re.sub(r"\((Fassung|version) [0-9a-f]{8}\)$", r"(\1 ········)", text, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("golden", "archive", "args"),
    [
        ("full.de.md", BEISPIELREGION, "7"),
        ("full.en.md", BEISPIELREGION, "7 --lang en"),
        ("agenda-full.de.md", BEISPIELREGION, "7 --document agenda"),
        ("agenda-full.en.md", BEISPIELREGION, "7 --document agenda --lang en"),
        ("sample.de.md", SAMPLE, "1"),
        ("sample.en.md", SAMPLE, "1 --lang en"),
        ("agenda-sample.de.md", SAMPLE, "1 --document agenda"),
        ("agenda-sample.en.md", SAMPLE, "1 --document agenda --lang en"),
    ],
)
@pytest.mark.parametrize("interface", ["de", "en"])
def test_documents_are_printed_as_agreed(
    golden: str, archive: Path, args: str, interface: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    scm = Scm(archive, monkeypatch).speak(interface)
    assert masked(scm.ok("export", *args.split())) == masked((GOLDEN / golden).read_text(encoding="utf-8"))


def test_the_archive_behind_them_has_no_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Scm(BEISPIELREGION, monkeypatch).ok("check") == ""


def test_a_planned_session_prints_its_agenda(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Scm(BEISPIELREGION, monkeypatch).ok("export", "8") == (
        "# Tagesordnung: 8. Sitzung der AG Beispielregion\n\n- Datum: Dienstag, 12.11.2024, 10:00 Uhr\n\n"
        "## Tagesordnungspunkte\n\n- TOP 1 Verschiedenes\n"
    )
