"""Lets another process fill in templates that may be hostile, and ends it when it takes too long or too much."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from scm_cli.errors import ScmError
from scm_cli.locale import errors as say
from scm_cli.locale import templating as fault

SECONDS: Final = 10
"""How long a template may take by the clock; half of it by the processor's own time."""

MEGABYTES: Final = 512
LARGEST: Final = 10_000_000
"""How many characters a document may have."""


def rendered_apart(name: str, values: Mapping[str, Any], templates: Path) -> str:
    """Return a filled in template of the archive.

    Args:
        name: the template's file.
        values: what it may use: texts, numbers, lists and mappings.
        templates: the folder of the archive's own templates; the built-in ones can be included too.

    Raises:
        ScmError: the template is faulty, uses an unknown name, or took too long or too much.
    """
    answer = _asked({"do": "render", "name": name, "values": values, "folder": str(templates)}, templates / name)
    if "message" in answer:
        raise ScmError(str(answer["message"]), str(answer["remedy"]))
    return str(answer["text"])


def faults_apart(name: str, values: Mapping[str, Any] | None, templates: Path) -> list[str]:
    """Return what is wrong with a template of the archive, a sentence each; arguments as for `faults`."""
    try:
        answer = _asked({"do": "check", "name": name, "values": values, "folder": str(templates)}, templates / name)
    except ScmError as error:
        return [error.message]
    return [str(one) for one in answer["faults"]]


def _asked(question: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """Return what the other process answers; raises `ScmError` where it was stopped."""
    command = [sys.executable, "-P", "-m", "scm_cli.documents.child"]
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(  # noqa: S603 — this program itself
            command,
            input=json.dumps(question).encode(),
            capture_output=True,
            env=environ,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        reason = fault.TOO_LONG(seconds=SECONDS)
        raise ScmError(say.TEMPLATE_FILE(path=path, reason=reason), say.TEMPLATE_REMEDY()) from error
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:  # it was ended before it could answer
        raise ScmError(say.TEMPLATE_FILE(path=path, reason=fault.STOPPED()), say.TEMPLATE_REMEDY()) from error
    return answer
