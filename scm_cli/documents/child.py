"""The process that fills in templates of an archive: it limits itself, reads one question and gives one answer."""

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from scm_cli.documents.confined import LARGEST, MEGABYTES, SECONDS
from scm_cli.documents.rendering import faults, rendered
from scm_cli.documents.templates import BUILT_IN
from scm_cli.errors import ScmError
from scm_cli.locale import errors as say
from scm_cli.locale import templating as fault


def main() -> None:
    """Answer the question on standard input, as JSON on standard output."""
    question = json.loads(sys.stdin.buffer.read())
    limit()
    sys.stdout.write(json.dumps(answer(question)))


def limit() -> None:
    """Let this process have little time and memory, leave no core dump and write no file."""
    sys.dont_write_bytecode = True
    try:
        import resource
    except ImportError:  # Windows: the caller ends the process by the clock alone
        return
    room = MEGABYTES * 1024 * 1024
    limits = (
        (resource.RLIMIT_CPU, SECONDS // 2),
        (resource.RLIMIT_AS, room),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    )
    for kind, most in limits:
        with suppress(ValueError, OSError):  # a system that has no such limit, or a stricter one already
            resource.setrlimit(kind, (most, most))


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """Return a document or what is wrong with its template."""
    folder = Path(question["folder"])
    folders = (folder, BUILT_IN)
    if question["do"] == "check":
        return {"faults": list(faults(question["name"], question["values"], folders))}
    try:
        text = rendered(question["name"], question["values"], folders)
    except ScmError as error:
        return {"message": error.message, "remedy": error.remedy}
    if len(text) > LARGEST:
        reason = fault.TOO_LARGE(n=LARGEST)
        path = folder / question["name"]
        return {"message": say.TEMPLATE_FILE(path=path, reason=reason), "remedy": say.TEMPLATE_REMEDY()}
    return {"text": text}


if __name__ == "__main__":
    main()
