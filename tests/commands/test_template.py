"""`scm template`: which are in force, their text, and what is wrong with own ones."""

import json
from pathlib import Path

import pytest
from support import PROJECT, Scm

from scm_cli.documents.kinds import EXPORTED
from scm_cli.documents.rendering import faults
from scm_cli.documents.samples import sample_values
from scm_cli.documents.templates import BUILT_IN, Template, known_templates

BUILT = list(known_templates(PROJECT / "nowhere"))


@pytest.fixture
def own(scm: Scm) -> Path:
    folder = scm.archive / "templates"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("template", BUILT, ids=lambda one: one.name)
def test_every_built_in_template_can_be_filled_in_with_the_sample(template: Template) -> None:
    assert template.document
    assert template.lang
    assert list(faults(template.name, sample_values(template.document, template.lang), (BUILT_IN,))) == []


def test_every_document_has_a_template_in_both_languages() -> None:
    made = {(one.document, one.lang) for one in BUILT}
    expected = {(kind, lang) for kind in (*EXPORTED, "reminder") for lang in ("de", "en") if kind != "protocol"}
    assert made == expected


def test_the_list_says_which_are_own(scm: Scm, own: Path) -> None:
    (own / "short.de.md.j2").write_text("x")
    (own / "foot.j2").write_text("x")
    rows = {row["name"]: row for row in json.loads(scm.ok("template", "list", "--json"))}
    assert rows["short.de.md.j2"] == {"name": "short.de.md.j2", "document": "short", "language": "de", "own": True}
    assert rows["foot.j2"] == {"name": "foot.j2", "document": None, "language": None, "own": True}
    assert not rows["short.en.md.j2"]["own"]
    shown = scm("template", "list", terminal=True).out.splitlines()
    assert [line.split() for line in shown if line.startswith("short")] == [
        ["short.de.md.j2", "own"],
        ["short.en.md.j2", "built-in"],
    ]


@pytest.mark.parametrize("name", ["einladung", "invitation", "invitation.de", "invitation.de.md.j2"])
def test_show_prints_the_source_to_start_from(scm: Scm, name: str) -> None:
    scm.speak("de")
    assert scm.ok("template", "show", name) == (BUILT_IN / "invitation.de.md.j2").read_text(encoding="utf-8")


def test_show_prints_what_is_in_force(scm: Scm, own: Path) -> None:
    (own / "short.en.md.j2").write_text("mine {{ nix }}")
    assert scm.ok("template", "show", "short") == "mine {{ nix }}"
    assert scm.ok("template", "show", "short", "--built-in").startswith("# Short minutes")
    assert scm.ok("template", "show", "short", "--lang", "de").startswith("# Kurzprotokoll")


def test_what_is_shown_makes_the_same_document_as_an_own_one(scm: Scm, own: Path) -> None:
    before = scm.ok("export", "1", "--short")
    (own / "short.de.md.j2").write_text(scm.ok("template", "show", "short", "--lang", "de"), encoding="utf-8")
    assert scm.ok("export", "1", "--short") == before
    assert scm.ok("template", "check") == ""


def test_check_names_template_line_and_every_unknown_name(scm: Scm, own: Path) -> None:
    (own / "short.de.md.j2").write_text("{{ titel }}\n\n{{ session.title }}{% if foo %}{% endif %}")
    (own / "agenda.de.md.j2").write_text("{% for item in items %}\n{{ item.nix }}{% endfor %}")
    (own / "foot.j2").write_text("\n{{ x")
    result = scm("template", "check")
    assert result.code == 1
    assert [line.replace(f"{own}/", "").partition(";")[0] for line in result.out.splitlines()] == [
        "template agenda.de.md.j2:2: 'dict object' has no attribute 'nix'",
        "template short.de.md.j2:1: „titel“ is unknown",
        "template short.de.md.j2:3: „foo“ is unknown",
        "template foot.j2:2: unexpected end of template, expected 'end of print statement'.",
    ]
    assert result.err == "3 own templates checked\n"
    assert scm("template", "check", "short").out.count("\n") == 2


def test_check_of_nothing_is_no_failure(scm: Scm) -> None:
    result = scm("template", "check")
    assert (result.code, result.out) == (0, "")
    assert "no own templates" in result.err


def test_check_survives_a_hostile_template(scm: Scm, own: Path) -> None:
    (own / "short.de.md.j2").write_text("{{ 'x' * 10**10 }}")
    (own / "agenda.de.md.j2").write_bytes(b"\xff")
    result = scm("template", "check")
    assert result.code == 1
    assert "it takes too much memory" in result.out
    assert "not UTF-8" in result.out


def test_an_unknown_template_is_not_found(scm: Scm) -> None:
    result = scm("template", "show", "nix")
    assert (result.code, result.out) == (3, "")
    assert "decision-extract" in result.err
