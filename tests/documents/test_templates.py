from pathlib import Path

import pytest
from support import Scm

from scm_cli.documents.templates import render
from scm_cli.errors import ScmError


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own" / "templates"
    folder.mkdir(parents=True)
    return folder


def made(own: Path, template: str, **values: object) -> str:
    (own / "agenda.de.md.j2").write_text(template, encoding="utf-8")
    return render("agenda", "de", values, own)


def fault(own: Path, template: str, **values: object) -> str:
    """Return what is said about a template, its folder cut off."""
    with pytest.raises(ScmError) as raised:
        made(own, template, **values)
    assert raised.value.exit_code == 1
    assert raised.value.remedy
    return raised.value.message.replace(f"{own}/", "")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCM_LANG", "en")


def test_own_templates_go_before_the_built_in_ones_file_by_file(scm: Scm) -> None:
    folder = scm.archive / "templates"
    folder.mkdir()
    (folder / "agenda.de.md.j2").write_text("\ufeffEigene: {{ title }}\r\n\r\n", encoding="utf-8")
    assert scm.ok("export", "1", "--document", "agenda") == "Eigene: 1. Sitzung der AG „Smart City Region“\n"
    assert scm.ok("export", "1", "--document", "agenda", "--lang", "en").startswith("# Agenda: Session 1 of ")
    assert scm.ok("export", "1").startswith("# Protokoll der 1. Sitzung")


def test_own_templates_may_use_the_built_in_ones_and_each_other(own: Path) -> None:
    (own / "sub").mkdir()
    (own / "sub" / "foot.j2").write_text("Fuß {{ title }}", encoding="utf-8")
    text = made(own, "{% include 'agenda.en.md.j2' %}{% include 'sub/foot.j2' %}", title="x", head=[], items=[])
    assert text == "# Agenda: x\n\n\nFuß x\n"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("Eins\n{{ titel }}", "template agenda.de.md.j2:2: 'titel' is undefined"),
        ("Eins\n\n{% if %}", "template agenda.de.md.j2:3: Expected an expression, got 'end of statement block'"),
        ("Eins\n{{ title | nix }}", "template agenda.de.md.j2:2: No filter named 'nix'."),
        ("Eins\n{{ 1 // 0 }}", "template agenda.de.md.j2:2: integer division or modulo by zero"),
        ("Eins\n{{ title | sum }}", "template agenda.de.md.j2:2: unsupported operand type(s) for +: 'int' and 'str'"),
        ("Eins\n{{ '{x}'.format() }}", "template agenda.de.md.j2:2: 'x'"),
        ("Eins\n{{ [].pop() }}", "template agenda.de.md.j2:2: pop from empty list"),
        ("Eins\n{% include 'nix.md.j2' %}", "template agenda.de.md.j2:2: there is no template „nix.md.j2“"),
        (
            "Eins\n{% include '../../etc/passwd' %}",
            "template agenda.de.md.j2:2: there is no template „../../etc/passwd“",
        ),
        ("\n{% include '/etc/hostname' %}", "template agenda.de.md.j2:2: there is no template „/etc/hostname“"),
        (
            "{{ ''.__class__.__mro__ }}",
            "template agenda.de.md.j2:1: access to attribute '__class__' of 'str' object is unsafe.",
        ),
        (
            "{{ title.__init__.__globals__ }}",
            "template agenda.de.md.j2:1: access to attribute '__init__' of 'str' object is unsafe.",
        ),
    ],
)
def test_a_fault_names_template_and_line(own: Path, template: str, message: str) -> None:
    assert fault(own, template, title="x") == message


def test_a_template_that_includes_itself_is_a_fault(own: Path) -> None:
    assert fault(own, "{% include 'agenda.de.md.j2' %}").startswith("template agenda.de.md.j2:1: maximum recursion")


def test_a_fault_in_an_included_template_names_that_one(own: Path) -> None:
    (own / "foot.j2").write_text("\n\n{{ nix }}", encoding="utf-8")
    assert fault(own, "\n{% include 'foot.j2' %}") == "template foot.j2:3: 'nix' is undefined"
    (own / "foot.j2").write_text("\n{{ nix", encoding="utf-8")
    assert fault(own, "\n{% include 'foot.j2' %}").startswith("template foot.j2:2: ")


def test_a_template_that_is_no_text_is_a_fault(own: Path) -> None:
    (own / "agenda.de.md.j2").write_bytes(b"a\xff")
    with pytest.raises(ScmError) as raised:
        render("agenda", "de", {}, own)
    assert raised.value.message == f"template {own}/agenda.de.md.j2: the file is not UTF-8 (byte 1)"


def test_a_link_leads_nowhere_else(own: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("geheim", encoding="utf-8")
    (own / "link.j2").symlink_to(secret)
    assert fault(own, "{% include 'link.j2' %}") == "template link.j2: this link leads out of the archive"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "templates").symlink_to(own)
    assert "leads out of the archive" in fault(elsewhere / "templates", "x")


def test_the_program_says_so_and_prints_nothing(scm: Scm) -> None:
    folder = scm.archive / "templates"
    folder.mkdir()
    (folder / "agenda.de.md.j2").write_text("Eins\n{{ nix }}", encoding="utf-8")
    result = scm("export", "1", "--document", "agenda")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        f"scm: error: template {folder}/agenda.de.md.j2:2: 'nix' is undefined\n"
        "Mend the template, or remove it to use the built-in one.\n"
    )
    assert "Traceback" not in result.err
