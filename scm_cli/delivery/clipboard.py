"""Documents into the clipboard: as text and HTML together where the desktop's tool can do that."""

import re
import sys
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from scm_cli.delivery.tools import failure, found
from scm_cli.errors import ScmError
from scm_cli.locale import formats as say

Copied = Literal["text", "html", "both"]
TOOLS: Final = "wl-copy, xclip, pbcopy, PowerShell"


@dataclass(frozen=True)
class _Tool:
    """A program that fills the clipboard: how it takes text, and HTML in its place where it can."""

    names: tuple[str, ...]
    text: tuple[str, ...] = ()
    html: tuple[str, ...] = ()
    both: bool = False


_WAYLAND: Final = _Tool(("wl-copy",), ("--type", "text/plain"), ("--type", "text/html"))
_X11: Final = _Tool(("xclip",), ("-selection", "clipboard"), ("-selection", "clipboard", "-t", "text/html"))
_MAC: Final = _Tool(("pbcopy",))
_WINDOWS: Final = _Tool(("powershell.exe", "powershell", "pwsh"), both=True)


def copy(text: str, html: str, environ: Mapping[str, str], *, rich: bool, platform: str = sys.platform) -> Copied:
    """Put a document into the clipboard; return as what it lies there.

    Args:
        text: the document as text.
        html: the document as a page; empty where there is none.
        environ: the environment variables, which say what kind of desktop this is.
        rich: whether HTML goes before text with a tool that takes one of them only.
        platform: what `sys.platform` says.

    Raises:
        ScmError: there is no tool, or it fails.
    """
    for tool in _tools(environ, platform):
        path = found(tool.names, environ)
        if path is None:
            continue
        copied, command, given = _call(tool, path, text, html, rich=rich)
        if reason := failure(command, given):
            raise ScmError(say.CLIPBOARD_FAILED(tool=Path(path).name, reason=reason), say.NO_CLIPBOARD_REMEDY())
        return copied
    raise ScmError(say.NO_CLIPBOARD(tools=TOOLS), say.NO_CLIPBOARD_REMEDY())


def _tools(environ: Mapping[str, str], platform: str) -> Iterator[_Tool]:
    """Yield the tools of this desktop."""
    if platform == "darwin":
        yield _MAC
    if environ.get("WAYLAND_DISPLAY"):
        yield _WAYLAND
    if environ.get("DISPLAY"):
        yield _X11
    if platform == "win32" or environ.get("WSL_DISTRO_NAME"):
        yield _WINDOWS


def _call(tool: _Tool, path: str, text: str, html: str, *, rich: bool) -> tuple[Copied, list[str], bytes]:
    """Return as what a tool copies, its command line and what it is given."""
    if tool.both:
        parts = [text.replace("\n", "\r\n").encode(), clipboard_html(html) if html else b""]
        return "both" if html else "text", _powershell(path), b"\n".join(map(b64encode, parts)) + b"\n"
    if html and rich and tool.html:
        return "html", [path, *tool.html], html.encode()
    return "text", [path, *tool.text], text.encode()


def _powershell(path: str) -> list[str]:
    """Return the command line of PowerShell; its script travels in it, for a path may mean nothing there."""
    script = Path(__file__).with_name("clipboard.ps1").read_text("utf-8")
    encoded = b64encode(script.encode("utf-16-le")).decode()
    return [path, "-NoProfile", "-NonInteractive", "-STA", "-EncodedCommand", encoded]


def clipboard_html(page: str) -> bytes:
    """Return a page as Windows' clipboard takes it: `CF_HTML` 0.9, whose head counts the bytes."""
    marked = re.sub(
        r"(<body[^>]*>)(.*)(</body>)", r"\1<!--StartFragment-->\2<!--EndFragment-->\3", page, flags=re.DOTALL
    )
    data = marked.encode()
    head = "Version:0.9\r\nStartHTML:{:010}\r\nEndHTML:{:010}\r\nStartFragment:{:010}\r\nEndFragment:{:010}\r\n"
    length = len(head.format(0, 0, 0, 0))
    begin = length + data.index(b"<!--StartFragment-->") + len(b"<!--StartFragment-->")
    end = length + data.rindex(b"<!--EndFragment-->")
    return head.format(length, length + len(data), begin, end).encode() + data
