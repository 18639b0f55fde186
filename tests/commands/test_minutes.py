"""`scm minutes`: what is shown, asked, written and kept, and that no text is ever lost."""

import shutil
from pathlib import Path

import pytest
from support import PROJECT, Installed, Result, Scm

SESSION = Path("sessions/beispielregion/0007.toml")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the archive that uses all of the notation."""
    folder = tmp_path / "archive"
    shutil.copytree(PROJECT / "tests" / "fixtures" / "beispielregion", folder)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def file(archive: Path) -> Path:
    return archive / SESSION


def printed(scm: Scm) -> str:
    return scm.ok("minutes", "7", "--print")


def apply(scm: Scm, text: str, *args: str, terminal: bool = False, answer: str = "") -> Result:
    """Write a text to a file and apply it."""
    path = scm.archive.parent / "text.md"
    path.write_bytes(text.encode())
    return scm("minutes", "7", "--apply", str(path), *args, terminal=terminal, stdin=answer)


def edit(scm: Scm, command: str, *args: str, terminal: bool = False, answer: str = "") -> Result:
    """Edit the protocol with a shell command; `$1` is the file."""
    script = scm.archive.parent / "editor.sh"
    script.write_text(f"#!/bin/sh\n{command}\n")
    script.chmod(0o755)
    return scm("minutes", "7", *args, env={"EDITOR": str(script)}, terminal=terminal, stdin=answer)


def kept(scm: Scm) -> list[Path]:
    """Return the texts kept aside."""
    return sorted((scm.archive.parent / "state" / "scm").glob("*.md"))


CHANGE = ("(3 Ja, ", "(4 Ja, ")


def test_the_protocol_is_printed_as_export_has_it(scm: Scm) -> None:
    assert printed(scm) == scm.ok("export", "7")


def test_unchanged_text_is_an_unchanged_file(scm: Scm, file: Path) -> None:
    before = file.read_bytes()
    result = apply(scm, printed(scm), "--yes")
    assert (result.code, result.out) == (0, "")
    assert result.err == "session beispielregion/7: nothing to change\n"
    assert edit(scm, "true").code == 0
    assert file.read_bytes() == before
    assert kept(scm) == []


def test_what_changes_is_shown_and_written(scm: Scm, file: Path) -> None:
    before = file.read_text()
    result = apply(scm, printed(scm).replace(*CHANGE), "--yes")
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        f"Item 3 Testfeld Sensornetz: Decision B7-1: Yes 3 → 4\nsession beispielregion/7: 1 change, in {SESSION}\n"
    )
    assert file.read_text() == before.replace("yes = 3", "yes = 4")


def test_a_dry_run_shows_and_writes_nothing(scm: Scm, file: Path) -> None:
    before = file.read_bytes()
    result = apply(scm, printed(scm).replace(*CHANGE), "--dry-run")
    assert result.code == 0
    assert "Yes 3 → 4\ndry run, nothing written: " in result.err
    assert file.read_bytes() == before


def test_quiet_says_nothing(scm: Scm) -> None:
    assert apply(scm, printed(scm).replace(*CHANGE), "--yes", "--quiet") == Result(0, "", "")


def test_without_a_terminal_a_missing_yes_is_told(scm: Scm, file: Path) -> None:
    before = file.read_bytes()
    result = apply(scm, printed(scm).replace(*CHANGE))
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("Add --yes to answer it.\n")
    assert file.read_bytes() == before


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("j\n", 0), ("n\n", 2), ("", 2)])
def test_on_a_terminal_it_is_asked(scm: Scm, file: Path, answer: str, code: int) -> None:
    before = file.read_bytes()
    result = apply(scm, printed(scm).replace(*CHANGE), terminal=True, answer=answer)
    assert result.code == code
    assert "Put this into session beispielregion/7?" in result.err
    assert (file.read_bytes() == before) == (code != 0)


def test_deletions_are_listed_and_need_prune(scm: Scm, file: Path) -> None:
    text = printed(scm).replace("- Raum: Ratssaal\n", "")
    before = file.read_text()
    result = apply(scm, text, "--yes")
    assert result.err == (
        "left out of the text and kept: Room\n--prune takes it away.\nsession beispielregion/7: nothing to change\n"
    )
    assert file.read_text() == before
    assert apply(scm, text, "--yes", "--prune").code == 0
    assert file.read_text() == before.replace('room = "Ratssaal"\n', "").replace(
        "last_attachment = 1\n", "last_attachment = 1\nsequence = 1\n"
    )


def test_in_the_editor_a_deleted_line_deletes(scm: Scm, file: Path) -> None:
    result = edit(scm, "sed -i '/^- Raum:/d' \"$1\"", "--yes")
    assert result.code == 0
    assert "Room: Ratssaal → –" in result.err
    assert "room" not in file.read_text()
    assert kept(scm) == []


def test_a_text_from_standard_input_is_kept_where_it_fails(scm: Scm) -> None:
    good = printed(scm).replace(*CHANGE)
    assert scm("minutes", "7", "--apply", "-", "--dry-run", stdin=good).code == 0
    assert kept(scm) == []
    bad = good.replace("- Raum:", "- Zimmer:")
    result = scm("minutes", "7", "--apply", "-", "--yes", stdin=bad)
    assert result.code == 4
    (aside,) = kept(scm)
    assert aside.read_text() == bad
    assert aside.stat().st_mode & 0o777 == 0o600
    assert result.err.startswith(f"What you wrote is kept in {aside}\nscm: error: -:5: „Zimmer“")


# which version


def test_a_text_made_before_others_changed_the_session_is_merged(scm: Scm, file: Path) -> None:
    text = printed(scm).replace(*CHANGE)
    scm.ok("session", "edit", "7", "--room", "Aula")
    assert apply(scm, text, "--yes").code == 0
    assert 'room = "Aula"' in file.read_text()
    assert "yes = 4" in file.read_text()


def test_an_exported_protocol_comes_back_too_in_either_language(scm: Scm, file: Path) -> None:
    text = scm.ok("export", "7", "--lang", "en")
    scm.ok("export", "7", "-o", str(scm.archive.parent / "out.md"))
    scm.ok("session", "edit", "7", "--room", "Aula")
    assert apply(scm, text.replace("(3 yes, ", "(5 yes, "), "--yes").code == 0
    assert "yes = 5" in file.read_text()


def test_both_changed_one_field(scm: Scm, file: Path) -> None:
    text = printed(scm).replace("- Raum: Ratssaal", "- Raum: Keller")
    scm.ok("session", "edit", "7", "--room", "Aula")
    before = file.read_bytes()
    result = apply(scm, text, "--yes")
    assert (result.code, result.out) == (5, "")
    assert result.err.startswith("scm: error: Room was changed meanwhile too: Aula, in the text Keller\n")
    assert file.read_bytes() == before


def test_a_version_that_is_not_known_needs_its_base(scm: Scm, file: Path) -> None:
    text = printed(scm)
    base = scm.archive.parent / "base.md"
    base.write_text(text)
    old = scm.archive.parent / "old.toml"
    old.write_bytes(file.read_bytes())
    shutil.rmtree(scm.archive.parent / "state")
    scm.ok("session", "edit", "7", "--room", "Aula")
    changed = text.replace(*CHANGE)
    result = apply(scm, changed, "--yes")
    assert result.code == 5
    assert result.err.endswith("Name what was printed with --base FILE.\n")
    for name in (base, old):
        shown = apply(scm, changed, "--dry-run", "--base", str(name))
        assert shown.code == 0, shown
        assert shown.err.startswith("Item 3 Testfeld Sensornetz: Decision B7-1: Yes 3 → 4\ndry run"), name


def test_a_text_without_version_needs_its_base(scm: Scm) -> None:
    text = "## TOP 1 Eröffnung und Protokoll der 6. Sitzung\n\nNeu.\n"
    result = apply(scm, text, "--yes")
    assert result.code == 5
    assert "does not say which version" in result.err
    (scm.archive.parent / "base.md").write_text(printed(scm))
    result = apply(scm, text, "--dry-run", "--base", str(scm.archive.parent / "base.md"))
    assert result.code == 0
    assert "Item 1 Eröffnung und Protokoll der 6. Sitzung: Notes:" in result.err


def test_the_protocol_of_another_session_is_refused(scm: Scm) -> None:
    other = scm.ok("minutes", "8", "--print")
    result = apply(scm, other, "--yes")
    assert (result.code, result.err) == (
        5,
        "scm: error: the text is the protocol of session beispielregion/8, not of beispielregion/7\n",
    )


def test_prints_are_kept_for_their_owner_alone(scm: Scm) -> None:
    printed(scm)
    folder = scm.archive.parent / "state" / "scm" / "printed"
    assert folder.stat().st_mode & 0o777 == 0o700
    (file,) = folder.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_dry_run_keeps_no_print(scm: Scm) -> None:
    scm.ok("minutes", "7", "--print", "--dry-run")
    scm.ok("export", "7", "-o", "out.md", "--dry-run")
    assert not (scm.archive.parent / "state").exists()


def test_printing_works_where_nothing_can_be_kept(scm: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/state")
    result = scm("minutes", "7", "--print")
    assert (result.code, result.out) == (0, scm.ok("export", "7"))
    assert "this version could not be kept" in result.err
    assert scm("export", "7").err == ""


# mistakes and accidents


def test_every_mistake_is_told_and_the_text_is_kept(scm: Scm, file: Path) -> None:
    before = file.read_bytes()
    result = edit(scm, "sed -i 's/^- Raum/- Zimmer/; s/3 Ja/drei Ja/' \"$1\"", "--yes")
    assert result.code == 4
    (aside,) = kept(scm)
    assert f"{aside}:5: „Zimmer“" in result.err
    line = aside.read_text().split("\n").index(next(x for x in aside.read_text().split("\n") if "(drei Ja" in x)) + 1
    assert f"{aside}:{line}: „drei Ja, 1 Nein, 1 Enthaltung: angenommen“" in result.err
    assert f"What you wrote is kept in {aside}" in result.err
    assert file.read_bytes() == before


def test_the_editor_opens_again_after_a_mistake(scm: Scm, file: Path) -> None:
    wrong, right = "s/^- Raum:/- Zimmer:/", "s/^- Zimmer: Ratssaal/- Raum: Aula/"
    again = f'if grep -q Zimmer "$1"; then sed -i "{right}" "$1"; else sed -i "{wrong}" "$1"; fi'
    result = edit(scm, again, terminal=True, answer="y\ny\n")
    assert result.code == 0, result
    assert "Open the editor again?" in result.err
    assert 'room = "Aula"' in file.read_text()
    assert kept(scm) == []


def test_a_person_added_meanwhile_is_found_when_the_editor_opens_again(scm: Scm, file: Path) -> None:
    path = scm.archive / "attendees" / "karl-neu.toml"
    command = (
        f"sed -i 's/^- Leitung: .*/- Leitung: Karl Neu/' \"$1\"; [ -e $0.seen ] && "
        f"printf 'schema = 1\\nname = \"Karl Neu\"\\n' > {path}; touch $0.seen"
    )
    result = edit(scm, command, terminal=True, answer="y\ny\n")
    assert result.code == 0, result
    assert 'chair = "karl-neu"' in file.read_text()


@pytest.mark.parametrize("command", ["exit 3", "kill -9 $$"])
def test_an_editor_that_fails_loses_nothing(scm: Scm, command: str) -> None:
    result = edit(scm, f"sed -i 's/3 Ja/4 Ja/' \"$1\"; {command}")
    assert result.code == 1
    (aside,) = kept(scm)
    assert "4 Ja" in aside.read_text()
    assert str(aside) in result.err


def test_an_emptied_text_deletes_nothing(scm: Scm, file: Path) -> None:
    before = file.read_bytes()
    result = edit(scm, ': > "$1"', "--yes")
    assert result.code == 4
    assert "the text is empty" in result.err
    assert file.read_bytes() == before


def test_what_others_write_while_the_editor_is_open_stays(scm: Scm, file: Path) -> None:
    result = edit(scm, f"sed -i 's/3 Ja/4 Ja/' \"$1\"; sed -i s/Ratssaal/Aula/ {file}", "--yes")
    assert result.code == 0
    assert 'room = "Aula"' in file.read_text()
    assert "yes = 4" in file.read_text()


def test_sealed_while_the_editor_is_open(scm: Scm, file: Path) -> None:
    digest = "0" * 64
    seal = f'[seal]\\nversion = 1\\nat = 2024-09-12T09:00:00+02:00\\nhead = \\"{digest}\\"\\nprotocol = \\"{digest}\\"'
    result = edit(scm, f'sed -i \'s/3 Ja/4 Ja/\' "$1"; printf "{seal}\\n" >> {file}', "--yes")
    assert result.code == 5
    assert "scm session reopen beispielregion/7" in result.err
    (aside,) = kept(scm)
    assert "4 Ja" in aside.read_text()


def test_not_utf8(scm: Scm) -> None:
    path = scm.archive.parent / "text.md"
    path.write_bytes(printed(scm).encode("cp1252", "replace"))
    result = scm("minutes", "7", "--apply", str(path), "--yes")
    assert result.code == 4
    assert f"{path}:1: the file is not UTF-8" in result.err or "not UTF-8" in result.err


def test_a_missing_file(scm: Scm) -> None:
    assert scm("minutes", "7", "--apply", "nirgends.md").code == 3
    assert apply(scm, printed(scm), "--base", "nirgends.md").code == 3


@pytest.mark.parametrize(
    "args",
    [
        ("--print", "--apply", "x"),
        ("--prune",),
        ("--base", "x"),
        ("--print", "--lang", "fr"),
        ("--apply", "x", "--lang", "de"),
    ],
)
def test_options_that_do_not_go_together(scm: Scm, args: tuple[str, ...]) -> None:
    result = scm("minutes", "7", *args)
    assert (result.code, result.out) == (2, "")


# what follows


def test_a_session_with_a_record_was_held(scm: Scm) -> None:
    text = scm.ok("minutes", "8", "--print").replace("## TOP 1 Verschiedenes", "## TOP 1 Verschiedenes\n\nNichts.")
    path = scm.archive.parent / "eight.md"
    path.write_text(text)
    assert "Status" not in scm("minutes", "8", "--apply", str(path), "--dry-run").err
    scm.now = scm.now.replace(year=2025)
    result = scm("minutes", "8", "--apply", str(path), "--yes")
    assert "Status: planned → held\n" in result.err
    assert scm.ok("list", "--fields", "status", "--limit", "1") == "held\n"


def test_everything_can_be_typed(scm: Scm) -> None:
    scm.speak("de")
    typed = (
        "Zeit: 10:40-10:55\n\n10:45 Uhr: Bernd verlässt die Sitzung.\n\nNotiz mit *Markdown*.\n\n"
        "**Beschluss (kons):** Das machen wir.\n\n**Decision (3/2; moved by clara):** And this.\n\n"
        "**Aufgabe (Zander, Firma Fiktiv; 1.11.):** Nachfragen\n\n**Wahl (gewählt: Anna):** Vorsitz"
    )
    text = printed(scm).replace("## TOP 4 Auftrag", f"## TOP Neues\n\n{typed}\n\n## TOP 4 Auftrag")
    result = apply(scm, text, "--yes")
    assert result.code == 0, result
    assert "Firma Fiktiv steht nicht im Register" in result.err
    after = printed(scm)
    for line in (
        "## TOP 4 Auftrag Sensorik (nichtöffentlich)",
        "## TOP 3a Neues",
        "Zeit: 10:40 bis 10:55 Uhr",
        "10:45 Uhr: Bernd Muster verlässt die Sitzung.",
        "Notiz mit *Markdown*.",
        "**Beschluss B7-3 (einvernehmlich angenommen):** Das machen wir.",
        "**Beschluss B7-4 (3 Ja, 2 Nein: angenommen; Antrag Clara Kern):** And this.",
        "**Aufgabe A7-2 (Emil Zander, Firma Fiktiv; bis 01.11.2024):** Nachfragen",
        "**Wahl W7-1 (gewählt: Anna Beispiel):** Vorsitz",
    ):
        assert f"\n{line}\n" in after
    assert "Bernd Muster (Altdorf, bis 10:45 Uhr)" in after


def test_the_installed_command_takes_a_pipe(installed: Installed) -> None:
    text = installed("minutes", "7", "--print").out
    result = installed("minutes", "7", "--apply", "-", "--yes", stdin=text.replace("\n", "\r\n").replace(*CHANGE))
    assert result.code == 0
    assert "Yes 3 → 4" in result.err


def test_a_corrected_due_day_counts_although_the_task_went_on(scm: Scm) -> None:
    scm.ok("task", "edit", "A7-1", "--due", "1.12.2024")
    text = printed(scm).replace("bis 01.12.2024):**", "bis 15.12.2024):**")
    assert apply(scm, text, "--yes").code == 0
    assert scm.ok("task", "list", "--fields", "ref,due") == "beispielregion/A7-1\t2024-12-15\n"


def test_a_label_that_is_not_bold_stays_a_note_and_is_told_once(scm: Scm) -> None:
    text = printed(scm).replace("Gerd Gast stellte", "Beschluss (3/1/1): Los.\n\nGerd Gast stellte", 1)
    first = apply(scm.speak("de"), text, "--yes")
    assert (first.code, "bleibt eine Notiz: „Beschluss (3/1/1): Los.“" in first.err) == (0, True)
    again = printed(scm).replace("): Los.", "): Los.\n\nMehr.")
    assert "bleibt eine Notiz" not in apply(scm, again, "--yes").err
