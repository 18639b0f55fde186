"""Templates of an archive that mean harm: they run no code, read no file, and are stopped."""

from pathlib import Path

import pytest
from support import Scm

from scm_cli.documents import confined
from scm_cli.documents.child import answer
from scm_cli.documents.templates import render
from scm_cli.errors import ScmError

ENDLESS = "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SCM_LANG", "en")
    folder = tmp_path / "own" / "templates"
    folder.mkdir(parents=True)
    return folder


def said(own: Path, template: str) -> str:
    (own / "agenda.de.md.j2").write_text(template, encoding="utf-8")
    with pytest.raises(ScmError) as raised:
        render("agenda", "de", {"title": "x", "head": [["a", "b"]]}, own)
    return raised.value.message


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{% for i in range(10**9) %}x{% endfor %}", "Range too big"),
        ("{{ 'x' * 10**10 }}", "too much memory"),
        ("{% for i in range(99999) %}{{ 'x' * 99999 }}{% endfor %}", "too much memory"),
        ("{{ 'x' * 10**8 }}", "more than 10000000 characters"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "recursion"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "unsafe"),
        ("{{ title|attr('__class__') }}", "unsafe"),
        ("{{ '{0.__class__}'.format(title) }}", "unsafe"),
        ("{{ head.append(1) }}{{ self.__init__.__globals__ }}", "unsafe"),
        ("{% include '/etc/passwd' %}", "no template"),
        ("{% include '../secret' %}", "no template"),
        ("{% include 'built-in/../../words.py' %}", "no template"),
        ("{% import 'os' as os %}", "no template"),
    ],
)
def test_harm_is_a_fault_that_names_the_template(own: Path, template: str, reason: str) -> None:
    (own.parent / "secret").write_text("geheim", encoding="utf-8")
    message = said(own, template)
    assert reason in message
    assert "agenda.de.md.j2" in message


def test_one_that_does_not_end_is_stopped(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "SECONDS", 2)
    assert said(own, ENDLESS) == f"template {own}/agenda.de.md.j2: it did not end within 2 seconds and was stopped"


def test_one_that_takes_the_process_with_it_is_told(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scm_cli.documents.confined.sys.executable", "/bin/false")
    assert said(own, "x") == f"template {own}/agenda.de.md.j2: it took too much time or memory and was stopped"


def test_the_built_in_ones_start_no_process(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scm_cli.documents.confined.sys.executable", "/nowhere")
    assert render("agenda", "de", {"title": "x", "head": [], "items": []}, own) == "# Tagesordnung: x\n"


def test_the_built_in_one_can_be_included_by_the_own_one_of_its_name(own: Path) -> None:
    (own / "agenda.de.md.j2").write_text("Kopf\n\n{% include 'built-in/agenda.de.md.j2' %}", encoding="utf-8")
    made = render("agenda", "de", {"title": "x", "head": [], "items": []}, own)
    assert made == "Kopf\n\n# Tagesordnung: x\n"


def test_the_other_process_answers_with_a_document_or_a_fault(own: Path) -> None:
    question = {"do": "render", "name": "a.j2", "values": {"x": "ü"}, "folder": str(own)}
    (own / "a.j2").write_text("{{ x }}", encoding="utf-8")
    assert answer(question) == {"text": "ü\n"}
    (own / "a.j2").write_text("{{ y }}", encoding="utf-8")
    assert answer(question)["message"].endswith("a.j2:1: 'y' is undefined")


def test_no_program_and_no_file_is_left_behind(scm: Scm) -> None:
    folder = scm.archive / "templates"
    folder.mkdir()
    (folder / "short.de.md.j2").write_text("{{ session.title }}", encoding="utf-8")
    assert scm.ok("export", "1", "--short") == "1. Sitzung der AG „Smart City Region“\n"
    assert [path.name for path in folder.iterdir()] == ["short.de.md.j2"]
