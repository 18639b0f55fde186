"""Every text exists in both languages, is used, and stands nowhere else."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from support import PROJECT

import scm_cli.locale
from scm_cli.locale import Plural, Text, language

PACKAGE = PROJECT / "scm_cli"
NAMES = sorted(info.name for info in pkgutil.iter_modules(scm_cli.locale.__path__))
OUTSIDE = sorted(path for path in PACKAGE.rglob("*.py") if "locale" not in path.parts)


def texts(value: object) -> Iterator[Text]:
    """Yield the texts in a value of a locale module."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Plural):
        yield from (value.one, value.many)
    elif isinstance(value, dict):
        for element in value.values():
            yield from texts(element)
    elif isinstance(value, (tuple, list)):
        for element in value:
            yield from texts(element)


def placeholders(text: str) -> list[str]:
    """Return the names between braces, sorted; a month's name stands in English dates alone."""
    fields = {field.split(".")[0] for _, field, _, _ in Formatter().parse(text) if field is not None}
    return sorted(fields - {"month"})


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_are_complete(name: str) -> None:
    module = importlib.import_module(f"scm_cli.locale.{name}")
    found = [text for value in vars(module).values() for text in texts(value)]
    assert found, "a locale module holds texts"
    for text in found:
        english, german = text.both()
        assert english.strip(), german
        assert german.strip(), english
        assert placeholders(english) == placeholders(german), (english, german)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_used(name: str) -> None:
    module = importlib.import_module(f"scm_cli.locale.{name}")
    source = "\n".join(path.read_text() for path in PACKAGE.rglob("*.py"))
    for constant, value in vars(module).items():
        if constant.isupper() and list(texts(value)):
            assert len(re.findall(rf"\b{constant}\b", source)) > 1, f"{name}.{constant} is used nowhere"


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the string constants of a module that are no docstrings."""
    tree = ast.parse(path.read_text())
    docs = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


# What looks like a sentence but is none of ours, and why.
NOT_OURS = {
    "* text=auto eol=lf": "git's own language",
    " has no attribute ": "Python's own sentence about a programming error",
    "--data DIR": "an option with its value, the same in both languages",
    "Missing command": "Typer's own sentence, recognised to be said in the user's language",
    "(s) (": "a part of Typer's own sentence",
    "conflicted copy": "how file services name their copies",
    "in konflikt stehende kopie": "how file services name their copies",
    "conflict copy": "how file services name their copies",
    "not a key: ": "a programming error that no user can cause",
    "the file format knows no ": "a programming error that no user can cause",
    "font-family:'Segoe UI',Calibri,Helvetica,Arial,sans-serif": "names of fonts",
    "Courier New": "the name of a font",
    "List Bullet": "the name of a style in Word",
    "List Number": "the name of a style in Word",
    "List Continue": "the name of a style in Word",
    "rows that depend on the whole register cannot be kept": "a programming error that no user can cause",
    "another archive's index": "never shown: the index is made anew",
    "a SHA-256 in hex (64 × 0-9a-f)": "an example of a value, the same in both languages",
}


SQL = r"\b(?:SELECT|INSERT|DELETE|UPDATE|CREATE|PRAGMA|BEGIN|WHERE|ORDER BY|JOIN|LIKE|BETWEEN|DESC|FROM|NOT IN)\b"


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_sentence_stands_outside_the_locale(path: Path) -> None:
    for line, text in strings(path):
        if (
            path.name == "style_names.py"
            or text in NOT_OURS
            or all(part.startswith("scm ") for part in text.splitlines())
        ):
            continue
        words = re.search(r"[^\W\d_]{2,} [^\W\d_]{2,}", text)
        umlaut = re.search(r"[äöüßÄÖÜ]{1}[a-zäöüß]{2,}", text)
        command = text.startswith(("scm ", "$EDITOR", " …", "mv ", "rm ", "diff "))
        markup = text.startswith("<") or " solid #" in text  # HTML and CSS
        sql = re.search(SQL, text)
        assert command or markup or sql or not (words or umlaut), f"{path.name}:{line}: {text!r}"


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"SCM_LANG": "de", "LANG": "en_GB.UTF-8"}, "de"),
        ({"SCM_LANG": "en", "LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_MESSAGES": "de_AT", "LANG": "en_GB"}, "de"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_chosen_as_posix_says(environ: dict[str, str], expected: str) -> None:
    assert language(environ) == expected
