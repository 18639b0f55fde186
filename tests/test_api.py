"""The public Python API."""

import subprocess
import sys
from pathlib import Path

import pytest
from support import PROJECT

import scm_cli


def test_every_public_name_is_there() -> None:
    for name in scm_cli.__all__:
        assert getattr(scm_cli, name) is not None, name


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = scm_cli.nothing


def test_importing_the_package_loads_nothing_else() -> None:
    code = "import sys, scm_cli; print([name for name in sys.modules if name.startswith('scm_cli.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_protocol_comes_from_python_as_from_the_command(archive: Path) -> None:
    opened = scm_cli.open_archive(archive)
    stored = opened.session(scm_cli.SessionRef("smart-city-region", 1))
    assert scm_cli.print_protocol(opened, stored).startswith("# Protokoll der 1. Sitzung der AG „Smart City Region“\n")
    assert scm_cli.print_protocol(opened, stored, "en").startswith("# Minutes of session 1")


def test_a_folder_without_an_archive_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(scm_cli.NotFound):
        scm_cli.open_archive(tmp_path)


def test_version_loads_neither_model_nor_reader() -> None:
    code = (
        "import sys\n"
        "from scm_cli.cli import root\n"
        "try:\n    root().main(['--version'])\nexcept SystemExit as left:\n    assert left.code == 0\n"
        "heavy = ('rtoml', 'tomli', 'tomlrt', 'rich', 'jinja2', 'dateutil', 'filelock', 'scm_cli.model.session')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PROJECT)
    assert done.stdout.splitlines()[-1] == "[]"
