"""`edit` without options: the user's editor, checked before it replaces, never lost."""

from pathlib import Path

import pytest
from support import Result, Scm

FILE = Path("sessions/smart-city-region/0001.toml")


def edit(scm: Scm, command: str, *, env: str = "EDITOR") -> Result:
    """Edit session 1 with a shell command as the editor; `$1` is the file."""
    script = scm.archive.parent / "editor.sh"
    script.write_text(f"#!/bin/sh\n{command}\n")
    script.chmod(0o755)
    return scm("session", "edit", "1", env={env: str(script)})


def kept(scm: Scm) -> list[Path]:
    """Return what lies in the user's state folder."""
    folder = scm.archive.parent / "state" / "scm"
    return sorted(folder.iterdir()) if folder.exists() else []


def test_a_good_edit_replaces_byte_for_byte(scm: Scm) -> None:
    before = (scm.archive / FILE).read_text()
    result = edit(scm, 'sed -i \'s/"Cottbus"/"Forst" # neu/\' "$1"')
    assert (result.code, result.out) == (0, "")
    assert result.err == f"smart-city-region/1: Place changed in {FILE}\n"
    assert (scm.archive / FILE).read_text() == before.replace('"Cottbus"', '"Forst" # neu')
    assert kept(scm) == []


def test_a_bad_edit_is_kept_aside_and_its_place_told(scm: Scm) -> None:
    before = (scm.archive / FILE).read_bytes()
    result = edit(scm, 'sed -i s/place/plaec/ "$1"')
    assert (result.code, result.out) == (4, "")
    (aside,) = kept(scm)
    assert "plaec" in aside.read_text()
    assert f"What you wrote is kept in {aside}" in result.err
    assert "plaec: this key does not exist; did you mean place?" in result.err
    assert (scm.archive / FILE).read_bytes() == before


def test_a_changed_number_is_refused(scm: Scm) -> None:
    result = edit(scm, 'sed -i "s/number = 1/number = 2/" "$1"')
    assert result.code == 4
    assert "the number is 2, but the file is named 0001.toml" in result.err
    assert len(kept(scm)) == 1


def test_a_file_changed_meanwhile_is_a_conflict_and_the_text_is_kept(scm: Scm) -> None:
    target = scm.archive / FILE
    result = edit(scm, f"sed -i s/Cottbus/Forst/ \"$1\"; echo '# meanwhile' >> {target}")
    assert result.code == 5
    assert "was changed meanwhile" in result.err
    assert target.read_text().endswith("# meanwhile\n")
    (aside,) = kept(scm)
    assert "Forst" in aside.read_text()


def test_an_editor_that_fails_loses_nothing(scm: Scm) -> None:
    result = edit(scm, 'sed -i s/Cottbus/Forst/ "$1"; exit 3')
    assert result.code == 1
    assert "failed: 3" in result.err
    assert len(kept(scm)) == 1


def test_nothing_changed_is_said_and_nothing_kept(scm: Scm) -> None:
    result = edit(scm, "true")
    assert (result.code, result.err) == (0, "smart-city-region/1: nothing to change\n")
    assert kept(scm) == []


def test_visual_goes_before_editor(scm: Scm) -> None:
    result = scm("session", "edit", "1", env={"VISUAL": "true", "EDITOR": "false"})
    assert result.code == 0


@pytest.mark.parametrize("environ", [{}, {"EDITOR": ""}])
def test_without_editor_and_terminal_options_are_asked_for(scm: Scm, environ: dict[str, str]) -> None:
    result = scm("session", "edit", "1", env=environ)
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("Give options, or set VISUAL or EDITOR.\n")


def test_an_editor_that_does_not_exist_is_named(scm: Scm) -> None:
    result = scm("session", "edit", "1", env={"EDITOR": "no-such-editor --wait"})
    assert result.code == 1
    assert "no-such-editor --wait" in result.err


@pytest.mark.parametrize("args", [("attendee", "edit", "binder"), ("group", "edit"), ("agenda", "edit", "1:2")])
def test_every_noun_opens_its_file(scm: Scm, args: tuple[str, ...]) -> None:
    assert scm(*args, env={"EDITOR": "true"}).code == 0
