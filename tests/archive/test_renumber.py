"""Another number for a session on the disk: what follows, what refuses, and what an interruption leaves."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from support import Scm
from trees import tree

G = "sessions/smart-city-region"
OLD, NEW = f"{G}/0002.toml", f"{G}/0004.toml"
NOTE = ".scm-renumbering"
FILES = "attachments/smart-city-region"

SECOND = """\
# The second session, by hand.
schema = 1
number = 2
date = 2022-12-13
uid = "zwei"
last_decision = 1
last_attachment = 3

[x]
room = "blue"

[[agenda]]
id = "ziele"
title = "Ziele"
about = "smart-city-region/1"

[[agenda.decisions]]
number = 1
text = "Die AG beschließt Ziele."

[[attachments]]
number = 1
file = "attachments/smart-city-region/0002/plan.pdf"

[[attachments]]
number = 2
file = "attachments/gemeinsam/logo.png"

[[attachments]]
number = 3
file = "attachments/smart-city-region/0002/unterordner/karte ü.png"
"""
THIRD = """\
schema = 1
number = 3
date = 2023-01-10
uid = "drei"
last_decision = 1

[[agenda]]
id = "ziele"
title = "Ziele"
from = "smart-city-region/2#ziele"  # once more

[[agenda.decisions]]
number = 1
text = "Andere Ziele."
replaces = "smart-city-region/B2-1"
"""


@pytest.fixture
def three(scm: Scm) -> Scm:
    """The sample archive with a second session that has attachments, and a third one that names it."""
    for name, content in (
        (OLD, SECOND),
        (f"{G}/0003.toml", THIRD),
        (f"{FILES}/0002/plan.pdf", "%PDF"),
        (f"{FILES}/0002/unterordner/karte ü.png", "PNG"),
        ("attachments/gemeinsam/logo.png", "PNG"),
    ):
        path = scm.archive / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    assert scm("check").code == 0
    return scm


def moved(before: dict[str, bytes]) -> dict[str, bytes]:
    """Return what lies in the archive once session 2 is session 4; the trash left out."""
    after = dict(before)
    after[NEW] = (
        after.pop(OLD)
        .replace(b"number = 2\ndate", b"number = 4\ndate")
        .replace(b"smart-city-region/0002", b"smart-city-region/0004")
    )
    third = f"{G}/0003.toml"
    after[third] = after[third].replace(b"region/2#", b"region/4#").replace(b"region/B2-1", b"region/B4-1")
    for name in [name for name in before if name.startswith(f"{FILES}/0002/")]:
        kept = after.pop(name) if not name.endswith("/") else b""
        after[name.replace("0002", "0004")] = kept
    return dict(sorted(after.items()))


def lying(scm: Scm) -> dict[str, bytes]:
    """Return what lies in the archive, the trash and empty folders left out."""
    return {name: data for name, data in tree(scm.archive).items() if not name.startswith(".trash")}


def faults(scm: Scm) -> list[dict[str, str]]:
    """Return what is wrong with the archive, copies of attachments that no session names yet or any more left out."""
    found: list[dict[str, str]] = json.loads(scm("check", "--json").out)
    return [one for one in found if not one["path"].startswith((f"{FILES}/", NOTE))]


def files(found: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in found.items() if not name.endswith("/")}


def test_the_session_its_files_and_what_names_it(three: Scm) -> None:
    before = lying(three)
    result = three("session", "renumber", "2")
    assert (result.code, result.out) == (0, "smart-city-region/4\n")
    assert f"{G}/0003.toml follows" in result.err
    assert files(lying(three)) == files(moved(before))
    assert three("check").code == 0
    assert (three.archive / ".trash" / OLD).read_text() == SECOND
    assert (three.archive / ".trash" / FILES / "0002/plan.pdf").read_text() == "%PDF"


def test_a_dry_run_says_so_and_writes_nothing(three: Scm) -> None:
    before = tree(three.archive, but=())
    result = three("session", "renumber", "2", "--to", "9", "--dry-run")
    assert (result.code, result.out) == (0, "smart-city-region/9\n")
    assert "dry run, nothing written: session smart-city-region/2 is now smart-city-region/9" in result.err
    assert tree(three.archive, but=()) == before


FAULTS = [OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), KeyboardInterrupt()]
"""What stops a run. Eight replacements: the note, two attachments, the new file, one that names it, three old files."""


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("stop", range(1, 9))
def test_it_may_stop_anywhere_and_is_finished_when_repeated(
    three: Scm, failing: Callable[[int, BaseException], None], stop: int, fault: BaseException
) -> None:
    before = lying(three)
    failing(stop, fault)
    assert three("session", "renumber", "2").code in (1, 130)
    failing(0, fault)
    assert faults(three) == [], "every state in between is a valid archive"
    if stop < 5:
        assert files(lying(three)) == files(before), "what could not be begun leaves nothing behind"
    again = three("session", "renumber", "2")
    assert (again.code, again.out) == (0, "smart-city-region/4\n")
    assert files(lying(three)) == files(moved(before))
    assert three("check").code == 0


@pytest.mark.parametrize("stop", range(5, 9))
def test_the_next_change_finishes_it(three: Scm, failing: Callable[[int, BaseException], None], stop: int) -> None:
    wanted = files(moved(lying(three)))
    failing(stop, KeyboardInterrupt())
    three("session", "renumber", "2")
    failing(0, KeyboardInterrupt())
    told = three("check").out
    assert f"{NOTE}: session smart-city-region/2 was to become smart-city-region/4, and was cut off" in told
    assert "scm session renumber smart-city-region/2 --to 4" in told
    result = three("session", "edit", "3", "--place", "Musterstadt")
    assert "finished what was cut off: session smart-city-region/2 is now smart-city-region/4" in result.err
    now = files(lying(three))
    assert {name: data for name, data in now.items() if "0003" not in name} == {
        name: data for name, data in wanted.items() if "0003" not in name
    }
    assert b"Musterstadt" in now[f"{G}/0003.toml"]
    assert b"smart-city-region/4#ziele" in now[f"{G}/0003.toml"]
    assert three("check").code == 0


def killed_after(scm: Scm, failing: Callable[[int, BaseException], None], stop: int) -> None:
    """Let a renumbering of session 2 stop before a replacement."""
    failing(stop, KeyboardInterrupt())
    assert scm("session", "renumber", "2").code == 130
    failing(0, KeyboardInterrupt())


def test_a_dry_run_finishes_nothing(three: Scm, failing: Callable[[int, BaseException], None]) -> None:
    killed_after(three, failing, 6)
    before = tree(three.archive)
    three("session", "edit", "3", "--place", "Musterstadt", "--dry-run")
    assert tree(three.archive) == before


def test_another_number_is_not_what_was_begun(three: Scm, failing: Callable[[int, BaseException], None]) -> None:
    killed_after(three, failing, 6)
    result = three("session", "renumber", "2", "--to", "9")
    assert (result.code, result.out) == (3, "")
    assert "session smart-city-region/2 is now smart-city-region/4" in result.err


def test_an_old_session_changed_by_hand_meanwhile_stays(
    three: Scm, failing: Callable[[int, BaseException], None]
) -> None:
    killed_after(three, failing, 5)
    with (three.archive / OLD).open("a") as file:
        file.write('\n[[attachments]]\nnumber = 4\nurl = "https://example.org"\n')
    before = lying(three)
    result = three("session", "edit", "1", "--room", "7")
    assert "was changed before that was finished: both stay" in result.err
    after = lying(three)
    assert NOTE not in after
    assert {name for name in after if before.get(name) != after[name]} == {f"{G}/0001.toml"}


def test_a_new_session_changed_by_hand_meanwhile_is_the_one(
    three: Scm, failing: Callable[[int, BaseException], None]
) -> None:
    killed_after(three, failing, 5)
    with (three.archive / NEW).open("a") as file:
        file.write('\n[[attachments]]\nnumber = 4\nurl = "https://example.org"\n')
    wanted = (three.archive / NEW).read_bytes()
    three("session", "edit", "1", "--room", "7")
    assert (three.archive / NEW).read_bytes() == wanted
    assert not (three.archive / OLD).exists()
    assert three("check").code == 0


def test_what_cannot_be_finished_yet_is_said_and_finished_later(
    three: Scm, failing: Callable[[int, BaseException], None]
) -> None:
    wanted = files(moved(lying(three)))
    killed_after(three, failing, 5)
    third = three.archive / G / "0003.toml"
    kept = third.read_bytes()
    third.write_text("[[")
    result = three("attendee", "add", "Anna Beispiel")
    assert result.code == 0
    assert "was cut off, and cannot be finished yet" in result.err
    third.write_bytes(kept)
    three.ok("attendee", "edit", "anna-beispiel", "--role", "Rolle")
    assert {name: data for name, data in files(lying(three)).items() if "anna" not in name} == wanted


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe", b"nothing of ours", b"a b c d", b"../../x/2 y/3 0", b"smart-city-region/2 other/4 0",
        b"smart-city-region/2 smart-city-region/2 0", b"smart-city-region/3 smart-city-region/1 0",
        b"smart-city-region/88 smart-city-region/99 0", b"smart-city-region/1 smart-city-region/99 0",
    ],
)  # fmt: skip
def test_a_foreign_note_does_nothing(three: Scm, content: bytes) -> None:
    before = lying(three)
    (three.archive / NOTE).write_bytes(content)
    assert three("check").code == 1
    three.ok("attendee", "add", "Anna Beispiel")
    assert {name: data for name, data in lying(three).items() if "anna" not in name} == before


def test_a_folder_in_place_of_the_note_stops_nothing(three: Scm) -> None:
    (three.archive / NOTE).mkdir()
    three.ok("attendee", "add", "Anna Beispiel")
    assert three("check").code == 1


def test_a_file_that_another_session_names_stays_where_it_is(three: Scm) -> None:
    third = three.archive / G / "0003.toml"
    third.write_text(f'{third.read_text()}\n[[attachments]]\nnumber = 1\nfile = "{FILES}/0002/plan.pdf"\n')
    three.ok("session", "renumber", "2")
    assert (three.archive / FILES / "0002/plan.pdf").read_text() == "%PDF"
    assert (three.archive / FILES / "0004/plan.pdf").read_text() == "%PDF"
    assert three("check").code == 0


def test_what_lies_in_the_place_of_an_attachment_goes_to_the_trash(three: Scm) -> None:
    path = three.archive / FILES / "0004/plan.pdf"
    path.parent.mkdir()
    path.write_text("of a session that is gone")
    three.ok("session", "renumber", "2")
    assert path.read_text() == "%PDF"
    assert (three.archive / ".trash" / FILES / "0004/plan.pdf").read_text() == "of a session that is gone"


def test_nothing_is_left_to_fail_after_the_eighth(three: Scm, failing: Callable[[int, BaseException], None]) -> None:
    failing(9, OSError(errno.ENOSPC, "never"))
    assert three("session", "renumber", "2").code == 0


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("2", "--to", "3"), 5, "session smart-city-region/3 exists already"),
        (("2", "--to", "2"), 5, "has that number already"),
        (("2", "--to", "0"), 2, "--to: „0“ is not a whole number"),
        (("2", "--to", "-4"), 2, "--to: „-4“ is not a whole number"),
        (("2", "--to", "٣"), 2, "is not a whole number"),
        (("2", "--to", "10000000000"), 2, "is not a whole number"),
        (("17",), 3, "17"),
        ((), 2, "SESSION is missing"),
    ],
)
def test_what_cannot_be_is_said(three: Scm, args: tuple[str, ...], code: int, said: str) -> None:
    before = tree(three.archive)
    result = three("session", "renumber", *args)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert tree(three.archive) == before


def test_a_sealed_session_keeps_its_number(three: Scm) -> None:
    three.ok("session", "finalize", "1", "--yes")
    before = tree(three.archive)
    result = three("session", "renumber", "1")
    assert result.code == 5
    assert "scm session reopen smart-city-region/1" in result.err
    assert tree(three.archive) == before


def test_a_session_named_by_a_sealed_one_keeps_its_number(three: Scm) -> None:
    path = three.archive / G / "0001.toml"
    path.write_text(path.read_text().replace("[[agenda]]\n", '[[agenda]]\nabout = "smart-city-region/2"\n', 1))
    three.ok("session", "finalize", "1", "--yes")
    before = tree(three.archive)
    result = three("session", "renumber", "2")
    assert result.code == 5
    assert "named by the final protocol of smart-city-region/1" in result.err
    assert tree(three.archive) == before


def test_an_approval_in_it_follows_though_the_protocol_is_sealed(three: Scm) -> None:
    three.now = three.now.replace(year=2023)
    three.ok("session", "finalize", "1", "--yes")
    three.ok("session", "approve", "1", "--in", "2")
    three.ok("session", "renumber", "2")
    assert json.loads(three.ok("show", "1", "--json"))["approval"]["session"] == "smart-city-region/4"
    assert three("check").code == 0


def test_a_broken_session_might_name_it(three: Scm) -> None:
    (three.archive / G / "0003.toml").write_text("[[")
    before = tree(three.archive)
    result = three("session", "renumber", "2")
    assert (result.code, result.out) == (4, "")
    assert "0003.toml:1" in result.err
    assert tree(three.archive) == before


def test_a_missing_attachment_stays_missing(three: Scm) -> None:
    (three.archive / FILES / "0002/plan.pdf").unlink()
    three.ok("session", "renumber", "2")
    assert "0004/plan.pdf" in three("check").out


def test_a_link_out_of_the_archive_is_no_way_in(three: Scm, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    (three.archive / FILES / "0002/plan.pdf").unlink()
    (three.archive / FILES / "0002/plan.pdf").symlink_to(secret)
    before = tree(three.archive)
    assert three("session", "renumber", "2").code == 4
    assert tree(three.archive) == before
