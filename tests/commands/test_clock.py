"""`SCM_NOW` is what scm takes for now, so that a script or a test gives the same every day."""

from support import Installed


def test_today_is_what_scm_now_says(installed: Installed) -> None:
    installed("session", "add", "2026-12-08")
    assert installed("path", "next", env={"SCM_NOW": "2026-12-08"}).out.endswith("0002.toml\n")
    assert installed("path", "next", env={"SCM_NOW": "2026-12-09T08:00+01:00"}).code == 3


def test_a_moment_that_is_none_is_said(installed: Installed) -> None:
    result = installed("path", "next", env={"SCM_NOW": "gestern"})
    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines()[0] == "scm: error: SCM_NOW: „gestern“ is no day or time"
