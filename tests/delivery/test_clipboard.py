"""The clipboard through tools that only note what they are given."""

import base64
import stat
from pathlib import Path

import pytest

from scm_cli.delivery.clipboard import clipboard_html, copy
from scm_cli.errors import ScmError

PAGE = '<!DOCTYPE html>\n<html><body style="x">\n<p>Größe</p>\n</body></html>\n'


class Tools:
    """A folder of programs that write down how they were called and what they read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environ = {"PATH": str(folder)}

    def add(self, name: str, code: int = 0, rest: str = "") -> "Tools":
        path = self.folder / name
        notes = f'printf "%s\\n" "$0" "$@" > {self.folder}/called\n/bin/cat > {self.folder}/read'
        path.write_text(f"#!/bin/sh\n{notes}\n{rest}\nexit {code}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return self

    @property
    def called(self) -> list[str]:
        name, *args = (self.folder / "called").read_text().splitlines()
        return [Path(name).name, *args]

    @property
    def read(self) -> bytes:
        return (self.folder / "read").read_bytes()


@pytest.fixture
def tools(tmp_path: Path) -> Tools:
    return Tools(tmp_path)


@pytest.mark.parametrize(
    ("name", "display", "rich", "copied", "args"),
    [
        ("wl-copy", "WAYLAND_DISPLAY", False, "text", ["--type", "text/plain"]),
        ("wl-copy", "WAYLAND_DISPLAY", True, "html", ["--type", "text/html"]),
        ("xclip", "DISPLAY", False, "text", ["-selection", "clipboard"]),
        ("xclip", "DISPLAY", True, "html", ["-selection", "clipboard", "-t", "text/html"]),
    ],
)
def test_linux_takes_one_kind(tools: Tools, name: str, display: str, rich: bool, copied: str, args: list[str]) -> None:
    environ = tools.add(name).environ | {display: ":0"}
    assert copy("Größe\n", PAGE, environ, rich=rich, platform="linux") == copied
    assert tools.called == [name, *args]
    assert tools.read.decode() == (PAGE if rich else "Größe\n")


def test_wayland_goes_before_x11_and_x11_stands_in_for_it(tools: Tools) -> None:
    environ = tools.add("xclip").environ | {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}
    assert copy("x", "", environ, rich=False, platform="linux") == "text"
    assert tools.called[0] == "xclip"
    tools.add("wl-copy")
    copy("x", "", environ, rich=False, platform="linux")
    assert tools.called[0] == "wl-copy"


def test_macos_takes_text(tools: Tools) -> None:
    assert copy("ä", PAGE, tools.add("pbcopy").environ, rich=True, platform="darwin") == "text"
    assert (tools.called, tools.read.decode()) == (["pbcopy"], "ä")


@pytest.mark.parametrize(("platform", "more"), [("win32", {}), ("linux", {"WSL_DISTRO_NAME": "Debian"})])
def test_windows_takes_both_together(tools: Tools, platform: str, more: dict[str, str]) -> None:
    assert copy("a\nä", PAGE, tools.add("powershell.exe").environ | more, rich=False, platform=platform) == "both"
    name, *args = tools.called
    assert (name, args[:4]) == ("powershell.exe", ["-NoProfile", "-NonInteractive", "-STA", "-EncodedCommand"])
    script = base64.b64decode(args[4]).decode("utf-16-le")
    assert "[System.Windows.Forms.Clipboard]::SetDataObject($data, $true)" in script
    text, html = map(base64.b64decode, tools.read.splitlines())
    assert text.decode() == "a\r\nä"
    assert html == clipboard_html(PAGE)


def test_windows_may_get_text_alone(tools: Tools) -> None:
    assert copy("x", "", tools.add("powershell.exe").environ, rich=False, platform="win32") == "text"
    assert tools.read == b"eA==\n\n"


def test_the_html_of_windows_counts_its_bytes() -> None:
    data = clipboard_html(PAGE)
    head = dict(line.split(":", 1) for line in data.decode().split("\r\n")[:5])
    assert data[int(head["StartHTML"]) : int(head["EndHTML"])].decode().startswith("<!DOCTYPE html>")
    assert int(head["EndHTML"]) == len(data)
    assert data[int(head["StartFragment"]) : int(head["EndFragment"])].decode() == "\n<p>Größe</p>\n"


@pytest.mark.parametrize("environ", [{}, {"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "w"}])
def test_without_a_tool_one_sentence_says_which_there_are(tools: Tools, environ: dict[str, str]) -> None:
    with pytest.raises(ScmError, match="wl-copy, xclip, pbcopy, PowerShell") as error:
        copy("x", "", tools.environ | environ, rich=False, platform="linux")
    assert error.value.exit_code == 1
    assert error.value.remedy


def test_a_tool_without_its_display_is_not_asked(tools: Tools) -> None:
    with pytest.raises(ScmError):
        copy("x", "", tools.add("xclip").add("wl-copy").environ, rich=False, platform="linux")
    assert not (tools.folder / "called").exists()


def test_a_tool_that_fails_says_so(tools: Tools) -> None:
    with pytest.raises(ScmError, match=r"xclip .*3"):
        copy("x", "", tools.add("xclip", code=3).environ | {"DISPLAY": ":0"}, rich=False, platform="linux")


def test_a_tool_that_never_ends_is_ended(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scm_cli.delivery.tools.PATIENCE", 0.3)
    environ = tools.add("xclip", rest="exec /bin/sleep 30").environ | {"DISPLAY": ":0"}
    with pytest.raises(ScmError, match="xclip"):
        copy("x", "", environ, rich=False, platform="linux")


def test_a_tool_that_stays_in_the_background_is_not_waited_for(tools: Tools) -> None:
    environ = tools.add("xclip", rest="/bin/sleep 5 &").environ | {"DISPLAY": ":0"}
    assert copy("x", "", environ, rich=False, platform="linux") == "text"
