"""A short soak; and the soak itself finds what is lost, doubled or left over."""

from pathlib import Path

from soak.run import Soak, prepared


def test_a_short_soak_loses_nothing(tmp_path: Path) -> None:
    soak = Soak(prepared(tmp_path))
    soak.run(seconds=4, writers=4, readers=2, seed=1)
    assert soak.wrong == []
    assert soak.done
    assert soak.counts["read exit 0"]


def test_a_loss_a_double_and_a_leftover_are_found(tmp_path: Path) -> None:
    soak = Soak(prepared(tmp_path))
    soak.run(seconds=0, writers=0, readers=0, seed=1)
    assert soak.wrong == []
    for mark in ("w1n1e", "w1n2e"):
        assert soak.scm("agenda", "add", "11", f"Punkt {mark}")[0] == 0
    soak.scm("agenda", "add", "11", "Punkt w1n2e")
    (soak.archive / "attendees" / ".scm-1-x.toml").write_text("")
    soak.done += ["w1n1e", "w1n2e", "w1n3e"]
    soak.refused += ["w1n1e"]
    soak.run(seconds=0, writers=0, readers=0, seed=1)
    assert soak.wrong[:4] == [
        "left over: attendees/.scm-1-x.toml",
        "w1n2e was done and is there 2 times",
        "w1n3e was done and is there 0 times",
        "w1n1e was refused and is there",
    ]
