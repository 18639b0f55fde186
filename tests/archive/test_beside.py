"""What a change that was cut off left beside a session: the next one clears it away, and nothing that is one's own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from support import Scm

from scm_cli.archive.disk import Disk
from scm_cli.errors import ScmError

FOLDER = Path("attachments/smart-city-region/0001")
COPY = FOLDER / "plan.pdf"
NOTE = ".scm-beside"
SESSION = Path("sessions/smart-city-region/0001.toml")
CHANGE = ("group", "edit", "--short", "SCR")


def kill(scm: Scm, before: str, *line: str) -> None:
    """Type a command that is killed before it puts a file in a place.

    Args:
        scm: the program.
        before: the end of the place's name.
        line: what is typed.
    """
    replaced = Disk.replace

    def stopping(self: Disk, source: Path, target: Path) -> None:
        if str(target).endswith(before):
            raise KeyboardInterrupt
        replaced(self, source, target)

    def gone(_: object) -> None:
        raise ScmError("", "")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Disk, "replace", stopping)
        patch.setattr("scm_cli.archive.beside._clear", gone)
        assert scm(*line).code == 130
    assert (scm.archive / NOTE).exists()


@pytest.fixture
def killed(scm: Scm, tmp_path: Path) -> Scm:
    """An archive whose writer was killed after it copied a file, before it saved the session."""
    plan = tmp_path / "plan.pdf"
    plan.write_text("Plan\n")
    kill(scm, SESSION.name, "attachment", "add", "1", str(plan))
    assert (scm.archive / COPY).exists()
    return scm


def named(scm: Scm) -> None:
    with (scm.archive / SESSION).open("a") as file:
        file.write(f'\n[[attachments]]\nnumber = 9\nfile = "{COPY.as_posix()}"\n')


def test_the_next_change_clears_the_copy_away_and_says_where_it_lies(killed: Scm) -> None:
    done = killed(*CHANGE)
    assert done.code == 0
    said = f"a change was cut off and left {COPY}, which no session needs: it is in the trash now, as .trash/{COPY}"
    assert said in done.err
    assert not (killed.archive / COPY).exists()
    assert not (killed.archive / NOTE).exists()
    assert killed("check").code == 0


def test_check_says_that_the_next_change_sets_it_right(killed: Scm) -> None:
    found = [line for line in killed("check").out.splitlines() if "attachment" in line]
    said = "a change of session smart-city-region/1 was cut off; the next change clears away what it left"
    assert found == [f"{NOTE}: {said}; mend it with: scm attachment add smart-city-region/1 …"]


def test_looking_and_a_dry_run_clear_nothing(killed: Scm) -> None:
    killed.ok("status")
    killed.ok(*CHANGE, "--dry-run")
    assert (killed.archive / COPY).exists()
    assert (killed.archive / NOTE).exists()


def test_typing_it_again_adds_the_file_under_its_own_name(killed: Scm, tmp_path: Path) -> None:
    killed.ok("attachment", "add", "1", str(tmp_path / "plan.pdf"))
    assert (killed.archive / COPY).read_text() == "Plan\n"
    assert not (killed.archive / NOTE).exists()
    assert killed("check").code == 0


def _other_content(root: Path) -> None:
    (root / COPY).write_text("Von Hand\n")


def _link(root: Path) -> None:
    (root / COPY).rename(root / FOLDER / "other.pdf")
    (root / COPY).symlink_to("other.pdf")


def _beside(root: Path) -> None:
    (root / COPY).rename(root / FOLDER / "other.pdf")


@pytest.mark.parametrize("change", [_other_content, _link, _beside])
def test_what_somebody_put_there_stays(killed: Scm, change: Callable[[Path], None]) -> None:
    change(killed.archive)
    before = {path.name: path.read_bytes() for path in (killed.archive / FOLDER).iterdir()}
    killed.ok(*CHANGE)
    assert {path.name: path.read_bytes() for path in (killed.archive / FOLDER).iterdir()} == before
    assert not (killed.archive / NOTE).exists()
    assert "no session names this file" in killed("check").out


def test_a_copy_that_somebody_named_by_hand_stays(killed: Scm) -> None:
    named(killed)
    killed.ok(*CHANGE)
    assert (killed.archive / COPY).exists()
    assert not (killed.archive / NOTE).exists()
    assert killed("check").code == 0


def test_a_broken_session_that_does_not_name_it_is_in_nobody_s_way(killed: Scm) -> None:
    _broken(killed).write_text("<<<<<<< HEAD\n")
    killed.ok(*CHANGE)
    assert not (killed.archive / COPY).exists()
    assert not (killed.archive / NOTE).exists()


def test_a_copy_that_a_broken_session_names_stays(killed: Scm) -> None:
    _broken(killed).write_text(f"<<<<<<< HEAD\nfile = '{COPY.as_posix()}'\n")
    killed.ok(*CHANGE)
    assert (killed.archive / COPY).exists()
    assert not (killed.archive / NOTE).exists()


@pytest.mark.parametrize(
    "text",
    [
        b'<<<<<<< HEAD\nfile = "attachments/smart-city-region/0001/pl\\u0061n.pdf"\n',
        "schema = 1\nnumber = 9\ntitle = 'Übung'\nfile = 'x'\n".encode("cp1252"),
    ],
    ids=["escaped", "another encoding"],
)
def test_a_copy_that_a_broken_session_may_name_stays(killed: Scm, text: bytes) -> None:
    _broken(killed).write_bytes(text)
    killed.ok(*CHANGE)
    assert (killed.archive / COPY).exists()


def test_a_copy_that_a_session_without_a_group_names_stays(killed: Scm) -> None:
    _lonely(killed)
    killed.ok(*CHANGE)
    assert (killed.archive / COPY).exists()


def test_an_attachment_that_a_session_without_a_group_names_stays(scm: Scm, tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_text("Plan\n")
    scm.ok("attachment", "add", "1", str(tmp_path / "plan.pdf"))
    _lonely(scm)
    assert "plan.pdf stays" in scm("attachment", "remove", "1", "1", "--yes").err
    assert (scm.archive / COPY).exists()


def _lonely(scm: Scm) -> None:
    """Make a session that names the copy in a folder whose group has no file."""
    path = scm.archive / "sessions" / "ohne-gremium" / "0001.toml"
    path.parent.mkdir()
    path.write_text(
        f'schema = 1\nnumber = 1\ndate = 2024-01-02\n\n[[attachments]]\nnumber = 1\nfile = "{COPY.as_posix()}"\n'
    )


def test_each_copy_that_is_cleared_is_told_though_another_cannot_be(
    scm: Scm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_text(name)
    kill(scm, SESSION.name, "attachment", "add", "1", str(tmp_path / "a.pdf"), str(tmp_path / "b.pdf"))
    replaced = Disk.replace

    def full(self: Disk, source: Path, target: Path) -> None:
        if ".trash" in target.parts and target.name == "b.pdf":
            raise OSError(28, "No space left on device")
        replaced(self, source, target)

    with monkeypatch.context() as patch:
        patch.setattr(Disk, "replace", full)
        done = scm(*CHANGE)
    assert f"left {FOLDER / 'a.pdf'}, which no session needs" in done.err
    assert "cannot be cleared away yet" in done.err
    assert f"left {FOLDER / 'b.pdf'}, which no session needs" in scm(*CHANGE).err


def _broken(scm: Scm) -> Path:
    return scm.archive / "sessions/smart-city-region/0009.toml"


def test_while_a_session_cannot_be_looked_at_the_copy_stays_and_stays_noted(killed: Scm, tmp_path: Path) -> None:
    broken = _broken(killed)
    broken.symlink_to("/etc/hostname")
    assert "cannot be cleared away yet" in killed(*CHANGE).err
    other = tmp_path / "other.pdf"
    other.write_text("Anderes\n")
    killed.ok("attachment", "add", "1", str(other))
    assert (killed.archive / COPY).exists()
    broken.unlink()
    killed.ok(*CHANGE)
    assert [path.name for path in (killed.archive / FOLDER).iterdir()] == ["other.pdf"]
    assert killed("check").code == 0


@pytest.mark.parametrize("path", ["scm.toml", "attachments/../scm.toml", "/etc/hostname", "attachments/../../x"])
def test_a_note_that_scm_would_not_write_moves_nothing(scm: Scm, path: str) -> None:
    from hashlib import sha256

    data = (scm.archive / "scm.toml").read_bytes()
    (scm.archive / NOTE).write_text(f"{sha256(data).hexdigest()} {path}\n\xff\n", encoding="utf-8")
    scm.ok(*CHANGE)
    assert (scm.archive / "scm.toml").read_bytes() == data
    assert not (scm.archive / NOTE).exists()


TEXT = SESSION.with_suffix(".md")
REOPEN = ("session", "reopen", "1", "--reason", "Zahlen falsch")


def test_a_protocol_whose_session_was_not_sealed_is_cleared_away(scm: Scm) -> None:
    kill(scm, SESSION.name, "session", "finalize", "1", "--yes")
    assert (scm.archive / TEXT).exists()
    assert "mend it with: scm session finalize smart-city-region/1 …" in scm("check").out
    done = scm(*CHANGE)
    assert f"left {TEXT}, which no session needs: it is in the trash now, as .trash/{TEXT}" in done.err
    assert not (scm.archive / TEXT).exists()
    assert scm("check").code == 0
    scm.ok("session", "finalize", "1", "--yes")
    assert (scm.archive / TEXT).exists()


def test_a_protocol_in_the_place_of_a_text_of_one_s_own_is_cleared_away_too(scm: Scm) -> None:
    (scm.archive / TEXT).write_text("own\n")
    kill(scm, SESSION.name, "session", "finalize", "1", "--yes")
    assert (scm.archive / TEXT).read_text() != "own\n"
    scm.ok(*CHANGE)
    assert not (scm.archive / TEXT).exists()
    assert (scm.archive / ".trash" / TEXT).read_text() == "own\n"
    assert scm("check").code == 0


def test_finalizing_again_seals_the_session_at_once(scm: Scm) -> None:
    kill(scm, SESSION.name, "session", "finalize", "1", "--yes")
    scm.ok("session", "finalize", "1", "--yes")
    assert scm("check").code == 0
    assert (scm.archive / TEXT).exists()


def test_the_protocol_of_a_session_that_was_just_reopened_is_cleared_away(scm: Scm) -> None:
    scm.ok("session", "finalize", "1", "--yes")
    kill(scm, f".trash/{TEXT}", *REOPEN)
    assert (scm.archive / TEXT).exists()
    scm.ok(*CHANGE)
    assert not (scm.archive / TEXT).exists()
    assert (scm.archive / ".trash" / TEXT).exists()
    assert scm("check").code == 0


def test_reopening_again_finishes_it(scm: Scm) -> None:
    scm.ok("session", "finalize", "1", "--yes")
    kill(scm, f".trash/{TEXT}", *REOPEN)
    scm.ok(*REOPEN)
    assert not (scm.archive / TEXT).exists()
    assert scm("check").code == 0
    assert scm(*REOPEN).code == 5


def test_a_session_that_is_still_sealed_keeps_its_protocol(scm: Scm) -> None:
    scm.ok("session", "finalize", "1", "--yes")
    kill(scm, SESSION.name, *REOPEN)
    scm.ok(*CHANGE)
    assert (scm.archive / TEXT).exists()
    assert not (scm.archive / NOTE).exists()
    assert scm("check").code == 0


def test_a_protocol_beside_a_session_that_cannot_be_read_stays(scm: Scm) -> None:
    kill(scm, SESSION.name, "session", "finalize", "1", "--yes")
    text = (scm.archive / SESSION).read_text()
    (scm.archive / SESSION).write_text(f"<<<<<<< HEAD\n{text}")
    scm.ok(*CHANGE)
    assert (scm.archive / TEXT).exists()


def test_the_file_of_an_attachment_that_was_taken_out_is_cleared_away(scm: Scm, tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_text("Plan\n")
    scm.ok("attachment", "add", "1", str(tmp_path / "plan.pdf"))
    kill(scm, f".trash/{COPY}", "attachment", "remove", "1", "1", "--yes")
    assert (scm.archive / COPY).exists()
    scm.ok(*CHANGE)
    assert not (scm.archive / COPY).exists()
    assert (scm.archive / ".trash" / COPY).read_text() == "Plan\n"
    assert scm("check").code == 0
