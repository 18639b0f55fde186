"""Where the user's own folders are: where `platformdirs` has them, which takes too long to load at every export."""

import sys
from pathlib import Path

import pytest
from platformdirs import user_cache_path, user_state_path

from scm_cli.archive.finding import cache_folder, state_folder

HOMES: tuple[dict[str, str], ...] = (
    {"HOME": "/home/anna"},
    {"HOME": "/home/anna", "XDG_STATE_HOME": "/srv/state", "XDG_CACHE_HOME": "/srv/cache"},
)
ODD: tuple[dict[str, str], ...] = ({"HOME": "/home/anna", "XDG_STATE_HOME": " "}, {"XDG_STATE_HOME": "/srv/state"}, {})
xdg = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="has its own folders")


def settle(monkeypatch: pytest.MonkeyPatch, environ: dict[str, str]) -> None:
    for name in ("HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize("environ", [*HOMES, *ODD])
def test_what_is_remembered_lies_where_it_should(monkeypatch: pytest.MonkeyPatch, environ: dict[str, str]) -> None:
    settle(monkeypatch, environ)
    assert state_folder(environ) == user_state_path("scm", appauthor=False)


@pytest.mark.parametrize("environ", HOMES)
def test_so_does_what_can_be_made_again(monkeypatch: pytest.MonkeyPatch, environ: dict[str, str]) -> None:
    settle(monkeypatch, environ)
    assert cache_folder(environ) == user_cache_path("scm", appauthor=False)


@xdg
def test_no_library_is_needed_to_find_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    assert state_folder({"HOME": "/home/anna"}) == Path("/home/anna/.local/state/scm")
