"""The command reference of the README, made from the program.

    python tests/docs/reference.py

puts it between its two marks in README.md; a test compares both.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scm_cli.cli import root

README = Path(__file__).parent.parent.parent / "README.md"
BEGIN = "<!-- reference: made by tests/docs/reference.py -->"
END = "<!-- end of reference -->"
WIDTH = 100


def commands() -> Iterator[tuple[str, Any, Any]]:
    """Yield name, command and context of the program and of every command, groups before their verbs."""
    program = root()
    context = program.context_class(program, info_name="scm", terminal_width=WIDTH, max_content_width=WIDTH)
    yield "scm", program, context
    for name in program.list_commands(context):
        yield from _below(program.get_command(context, name), name, context)


def _below(command: Any, name: str, parent: Any) -> Iterator[tuple[str, Any, Any]]:
    context = command.context_class(command, info_name=name, parent=parent)
    yield context.command_path, command, context
    for verb in getattr(command, "commands", {}):
        yield from _below(command.get_command(context, verb), verb, context)


def reference() -> str:
    """Return the reference as Markdown: one heading and one help page a command."""
    pages = []
    for path, command, context in commands():
        page = command.get_help(context)
        pages.append(f"### {path}\n\n```text\n{page.rstrip()}\n```\n")
    return "\n".join(pages)


def placed(readme: str) -> str:
    """Return the README with the reference between its marks."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{reference()}\n{END}{after}"


if __name__ == "__main__":
    if os.environ.get("SCM_LANG") != "en":
        sys.exit("SCM_LANG=en has to be set: the README is in English")
    README.write_text(placed(README.read_text()))
