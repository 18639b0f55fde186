"""`scm init`: a whole archive, or none that anybody takes for one."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from support import Scm
from trees import tree


@pytest.fixture
def nowhere(scm: Scm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scm:
    """The program in an empty folder."""
    folder = tmp_path / "neu"
    folder.mkdir()
    monkeypatch.chdir(folder)
    scm.archive = folder
    return scm


def test_everything_an_archive_begins_with(nowhere: Scm) -> None:
    assert nowhere("init", "--name", "AG Test").code == 0
    assert sorted(tree(nowhere.archive)) == [
        ".gitattributes",
        ".gitignore",
        "groups/",
        "groups/ag-test.toml",
        "scm.toml",
    ]
    assert nowhere("check").code == 0


@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), KeyboardInterrupt()])
@pytest.mark.parametrize("stop", [1, 2, 3, 4])
def test_it_may_stop_anywhere_and_is_finished_when_repeated(
    nowhere: Scm, failing: Callable[[int, BaseException], None], stop: int, fault: BaseException
) -> None:
    failing(stop, fault)
    assert nowhere("init", "--name", "AG Test").code in (1, 130)
    failing(0, fault)
    assert nowhere("list").code == 3, "a half-made archive is none"
    assert nowhere("init", "--name", "AG Test").code == 0
    assert len(tree(nowhere.archive)) == 5
    assert nowhere("check").code == 0


def test_what_somebody_has_there_stays(nowhere: Scm) -> None:
    (nowhere.archive / ".gitignore").write_text("*.bak\n")
    nowhere.ok("init", "--name", "AG Test")
    assert (nowhere.archive / ".gitignore").read_text() == "*.bak\n"
    before = tree(nowhere.archive)
    for args in (("--name", "AG Zwei"), ("--name", "AG Test"), ()):
        result = nowhere("init", *args)
        assert (result.code, result.out) == (5, ""), args
        assert tree(nowhere.archive) == before


def test_a_dry_run_makes_nothing(nowhere: Scm) -> None:
    assert nowhere("init", "hier", "--name", "AG Test", "--dry-run").code == 0
    assert tree(nowhere.archive, but=()) == {}
