"""Keys, ids, references and file names that try to leave the archive or to be unusable somewhere."""

from pathlib import Path

import pytest
from support import Installed, Scm
from trees import tree

NAMES = {
    "parent": "../x",
    "deep-parent": "../../../../tmp/x",
    "middle": "a/../../x",
    "absolute": "/tmp/scm-hostile",
    "windows-path": "..\\x",
    "drive": "C:x",
    "stream": "a:b",
    "nul": "a\x00b",
    "device": "con",
    "device-capital": "CON",
    "device-file": "aux.toml",
    "device-number": "lpt1",
    "dot-end": "a.",
    "space-end": "a ",
    "dots": "..",
    "dot": ".",
    "hidden": ".hidden",
    "capital": "Abc",
    "umlaut": "ä",
    "question": "a?b",
    "star": "*",
    "newline": "a\nb",
    "option": "--help-me",
    "long": "x" * 300,
    "just-too-long": "x" * 65,
    "double-hyphen": "a--b",
    "fullwidth": "ａ",
}
PARTS_OF_NAMES = (".", "a.", "a ", "ａ", "ä")
HOSTILE = pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)


def refused(scm: Scm, *args: str, codes: tuple[int, ...]) -> None:
    """Prove that a command line is refused with a sentence and writes nothing anywhere near."""
    above = scm.archive.parent
    before = tree(above)
    result = scm(*args)
    assert result.code in codes, result
    assert result.out == ""
    assert result.err.startswith("scm: error: ")
    assert "Traceback" not in result.err
    assert tree(above) == before


@HOSTILE
@pytest.mark.parametrize(
    "command",
    [
        ["attendee", "add", "Jana Beispiel"],
        ["group", "add", "Steuerungsgruppe"],
    ],
    ids=["attendee", "group"],
)
def test_keys(scm: Scm, command: list[str], name: str) -> None:
    refused(scm, *command, f"--key={name}", codes=(2,))


@HOSTILE
def test_ids_of_items(scm: Scm, name: str) -> None:
    refused(scm, "agenda", "add", "1", "Titel", f"--id={name}", codes=(2,))


@HOSTILE
def test_the_first_groups_key(scm: Scm, name: str) -> None:
    refused(scm, "init", str(scm.archive.parent / "fresh"), "--name", "X", f"--key={name}", codes=(2,))


@HOSTILE
@pytest.mark.parametrize(
    "command",
    [
        ["show"],
        ["path"],
        ["export"],
        ["session", "edit", "--place", "X"],
        ["session", "cancel"],
        ["session", "remove", "--yes"],
        ["attendance", "set", "--organisation", "X"],
        ["attendance", "list"],
        ["agenda", "list"],
        ["attendee", "show"],
        ["attendee", "edit", "--role", "X"],
        ["attendee", "remove", "--yes"],
        ["group", "show"],
        ["group", "edit", "--place", "X"],
        ["agenda", "drop"],
        ["agenda", "remove", "--yes"],
    ],
    ids=lambda command: "-".join(command[:2]),
)
def test_references(scm: Scm, command: list[str], name: str) -> None:
    if command[0] in ("attendee", "path", "group") and name in PARTS_OF_NAMES:
        pytest.skip("a part of a name, which is how people and groups are looked for")
    refused(scm, *command, "--", name, codes=(2, 3))


@HOSTILE
def test_references_in_full(scm: Scm, name: str) -> None:
    for ref in (f"{name}/1", f"smart-city-region/{name}", f"smart-city-region/1#{name}"):
        refused(scm, "agenda", "drop", "--", ref, codes=(2, 3))
    refused(scm, "agenda", "drop", "--", f"1:{name}", codes=(2, 3))
    refused(scm, "show", "--group", name, "99", codes=(2, 3))


@HOSTILE
def test_names_behind_options(scm: Scm, name: str) -> None:
    if name in PARTS_OF_NAMES:
        pytest.skip("a part of a name, which is how people are looked for")
    refused(scm, "session", "edit", "1", f"--chair={name}", codes=(2, 3))
    refused(scm, "attendance", "set", "1", "binder", f"--represents={name}", codes=(2, 3))
    refused(scm, "attendance", "set", "1", "binder", f"--item={name}", codes=(2, 3))


@pytest.mark.parametrize(
    "number",
    ["../2", "0", "-1", "1.5", "１", "²", "1e3", "0x1", "10000000000", "9" * 300, "2\x00", " 2", "2 ", "+2", "1_0"],
)
def test_numbers_of_sessions(scm: Scm, number: str) -> None:
    refused(scm, "session", "add", "2022-12-13", f"--number={number}", codes=(2,))


@pytest.mark.parametrize("name", ["../../../../tmp/x", "/etc/passwd", "CON", "a" * 300, "a\nb", "%00", "x/../../y"])
def test_a_name_becomes_a_key_that_is_a_file_name_everywhere(scm: Scm, name: str) -> None:
    for noun in ("attendee", "group"):
        if "\n" in name:
            refused(scm, noun, "add", name, codes=(2,))
            continue
        above = scm.archive.parent
        before = set(tree(above))
        key = scm.ok(noun, "add", name).strip()
        assert set(tree(above)) - before == {f"archive/{noun}s/{key}.toml"}
        assert key.replace("-", "").isalnum()
        assert len(key) <= 64
        assert key not in ("con", "aux", "nul", "prn")


@pytest.mark.parametrize("name", ["CON", "Aux", "nul", "COM1", "…", "漢字", "-", "👍"])
def test_titles_become_ids_that_are_file_names_everywhere(scm: Scm, name: str) -> None:
    ref = scm.ok("agenda", "add", "1", "--", name).strip()
    assert ref.partition("#")[2] not in ("con", "aux", "nul", "com1", "")


@pytest.mark.parametrize("name", ["x" * 300, "y/" * 3000 + "z", "\udcff\udcfe" * 200], ids=["long", "deep", "bytes"])
def test_names_of_documents_that_cannot_be(scm: Scm, name: str) -> None:
    refused(scm, "export", "1", "-o", name, codes=(1, 2))


def test_a_document_does_not_go_over_a_file_or_through_a_link(scm: Scm, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    target.write_text("mine")
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "nowhere.md")
    refused(scm, "export", "1", "-o", str(target), codes=(5,))
    refused(scm, "export", "1", "-o", str(link), codes=(5,))
    refused(scm, "export", "1", "1", "-o", str(target), codes=(2,))


def test_groups_of_other_names_stay_inside_their_folder(scm: Scm) -> None:
    (scm.archive.parent / "sessions").mkdir()
    (scm.archive / "groups" / "..toml").write_text('schema = 1\nname = "X"\n')
    (scm.archive / "groups" / "CON.toml").write_text('schema = 1\nname = "X"\n')
    assert scm.ok("group", "list").count("\n") == 1
    assert scm("check").code == 1


def test_a_default_group_that_leads_out_is_told(scm: Scm) -> None:
    (scm.archive / "scm.toml").write_text('schema = 1\ndefault_group = "../groups"\n')
    result = scm("show", "1")
    assert (result.code, result.out) == (4, "")


def test_a_folder_of_sessions_that_leads_out_is_not_followed(scm: Scm) -> None:
    outside = scm.archive.parent / "outside"
    outside.mkdir()
    (outside / "0001.toml").write_text("schema = 1\nnumber = 1\ndate = 2022-12-01\n")
    (scm.archive / "groups" / "other.toml").write_text('schema = 1\nname = "Andere"\n')
    (scm.archive / "sessions" / "other").symlink_to(outside)
    before = tree(outside)
    listed = scm("list")
    assert listed.code == 4
    assert "other/1" not in listed.out
    assert scm("session", "add", "2022-12-13", "--group", "other").code != 0
    assert scm("session", "edit", "other/1", "--place", "X").code != 0
    assert scm("session", "remove", "other/1", "--yes").code != 0
    assert tree(outside) == before


def test_nul_bytes_cannot_come_through_a_real_command_line(installed: Installed) -> None:
    with pytest.raises(ValueError, match="null"):
        installed("show", "a\x00b")


def test_bytes_that_are_no_utf_8_in_an_argument(installed: Installed) -> None:
    import subprocess
    import sys

    for command in (["show"], ["attendee", "add"], ["agenda", "add", "1"], ["list", "--title"], ["export", "1", "-o"]):
        done = subprocess.run(
            [sys.executable.encode(), b"-m", b"scm_cli", *(part.encode() for part in command), b"\xff\xfe"],
            capture_output=True,
            env=installed.environ,
            cwd=installed.archive,
            check=False,
        )
        assert b"Traceback" not in done.stderr, command
        if command[0] not in ("list", "export"):
            assert done.returncode in (2, 3), command
            assert done.stdout == b""
