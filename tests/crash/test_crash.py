"""Short runs of the crash harness: each save is killed before some of its calls, one save before all of them."""

import subprocess
import sys

import pytest
from crash.run import available, killed
from crash.saves import SAVES
from support import PROJECT

traced = pytest.mark.skipif(not available(), reason="strace is missing, or may not trace here")


@traced
@pytest.mark.parametrize("name", SAVES)
def test_a_kill_leaves_old_or_new_and_nothing_else(name: str) -> None:
    outcomes = dict(killed(name, step=1 if name == "session-edit" else 7))
    assert [f"{call}: {outcome}" for call, outcome in outcomes.items() if outcome.startswith("BROKEN")] == []
    assert len(outcomes) >= 2
    if name == "session-edit":
        assert set(outcomes.values()) == {"old", "new"}


@traced
def test_the_script_says_what_it_did() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "crash.run", "attendee-add", "--step", "9"],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(PROJECT / "tests"), "PATH": "/usr/bin:/bin"},
    )
    assert done.stdout.endswith("2 kills, 0 of them left something that they must not\n")
