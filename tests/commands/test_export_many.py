"""`scm export` into a folder: all or nothing where it can be, whole files always, an index of them."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from support import Scm, Stream

from scm_cli import terminal as terminals
from scm_cli.errors import ScmError
from scm_cli.formats.markdown import index
from scm_cli.terminal import Terminal


@pytest.fixture(autouse=True)
def _filled(region: Scm) -> None:
    """The program on a copy of the fixture archive with a few sessions more."""
    for number, day in ((9, "2024-12-10"), (10, "2025-01-14")):
        region.ok("session", "add", day, "--number", str(number))


def names(region: Scm, folder: str = "out") -> list[str]:
    path = region.archive / folder
    return sorted(one.name for one in path.iterdir()) if path.exists() else []


class Links(HTMLParser):
    """The targets of a page's links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if tag == "a" and name == "href"]


@pytest.mark.parametrize("wanted", ["html", "docx", "eml"])
def test_the_index_links_every_file_beside_it(region: Scm, wanted: str) -> None:
    region.ok("export", "--year", "2024", "-o", "out", "--format", wanted)
    page = (region.archive / "out" / "index.html").read_text(encoding="utf-8")
    assert sorted(["index.html", *Links(page).found]) == names(region)
    assert "<h1" in page
    assert "Dokumente der AG Beispielregion" in page
    assert page.index("0007") < page.index("0008") < page.index("0009")


def test_the_index_of_markdown_is_markdown(region: Scm) -> None:
    region.ok("export", "--year", "2024", "-o", "out")
    page = (region.archive / "out" / "index.md").read_text(encoding="utf-8")
    assert page.startswith(
        "# Dokumente der AG Beispielregion\n\n- [Protokoll der 7. Sitzung der AG Beispielregion (10.09.2024)]("
    )
    assert sorted(["index.md", *re.findall(r"\]\((.+)\)$", page, re.MULTILINE)]) == names(region)


def test_titles_are_no_markdown_in_an_index() -> None:
    made = MarkdownIt("commonmark", {"html": False}).render(index("*a*", [("x.md", "b] [c](http://d) *e* <f>")]))
    assert made == '<h1>*a*</h1>\n<ul>\n<li><a href="x.md">b] [c](http://d) *e* &lt;f&gt;</a></li>\n</ul>\n'


def test_one_that_filters_leave_goes_into_a_folder_too(region: Scm) -> None:
    region.ok("export", "--year", "2025", "-o", "out")
    assert names(region) == ["beispielregion-0010-2025-01-14-tagesordnung.md"]
    region.ok("export", "--document", "task-list", "--year", "2024", "-o", "list")
    assert (region.archive / "list").is_file()


def test_nothing_is_written_where_a_file_is_in_the_way(region: Scm) -> None:
    (region.archive / "out").mkdir()
    taken = region.archive / "out" / "beispielregion-0009-2024-12-10-tagesordnung.html"
    taken.write_text("mine")
    result = region("export", "--year", "2024", "-o", "out", "--format", "html")
    assert (result.code, result.out) == (5, "")
    assert str(taken.name) in result.err
    assert names(region) == [taken.name]
    region.ok("export", "--year", "2024", "-o", "out", "--format", "html", "--force")
    assert taken.read_text().startswith("<!DOCTYPE")


def test_a_dry_run_writes_nothing(region: Scm) -> None:
    result = region("export", "--year", "2024", "-o", "out", "--dry-run")
    assert result.code == 0
    assert result.err.count("out/") == 4
    assert names(region) == []


def test_a_faulty_template_writes_nothing(region: Scm) -> None:
    (region.archive / "templates").mkdir()
    (region.archive / "templates" / "agenda.de.md.j2").write_text("{{ nix }}")
    result = region("export", "--year", "2024", "-o", "out")
    assert result.code == 1
    assert names(region) == []


def test_a_failure_leaves_whole_files_and_is_said(region: Scm, monkeypatch: pytest.MonkeyPatch) -> None:
    from scm_cli.delivery import files

    real, calls = files.to_file, []

    def full(path: Path, data: bytes, *, force: bool) -> None:
        calls.append(path)
        if len(calls) == 3:
            raise ScmError("disk full")
        real(path, data, force=force)

    monkeypatch.setattr("scm_cli.delivery.files.to_file", full)
    result = region("export", "--year", "2024", "-o", "out")
    assert result.code == 1
    assert len(names(region)) == 2
    assert result.err.splitlines() == [
        "written: out/beispielregion-0007-2024-09-10-protokoll.md",
        "written: out/beispielregion-0008-2024-11-12-tagesordnung.md",
        "scm: warning: 2 of 4 files were written, each of them whole; the rest is missing",
        "scm: error: disk full",
    ]


def test_a_broken_session_hides_no_other(region: Scm) -> None:
    (region.archive / "sessions/beispielregion/0009.toml").write_text("number =")
    result = region("export", "--year", "2024", "-o", "out")
    assert result.code == 4
    assert len(names(region)) == 3


def bar(*, terminal: bool, patience: float, **environ: str) -> str:
    """Return what a progress of three steps writes to standard error."""
    stream = Stream(terminal=terminal)
    shown = Terminal(None, None, stream, environ)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(terminals, "_PATIENCE", patience)
        with shown.progress(3) as step:
            for _ in range(3):
                step()
    return stream.getvalue()


def test_a_bar_is_shown_on_a_terminal_after_a_while() -> None:
    assert "3/3" in bar(terminal=True, patience=-1)
    assert bar(terminal=True, patience=60) == ""
    assert bar(terminal=False, patience=-1) == ""
    assert bar(terminal=True, patience=-1, TERM="dumb") == ""
