"""Templates: the archive's own go before the built-in ones, file by file; a fault names template and line."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scm_cli.errors import ScmError
from scm_cli.locale import Lang
from scm_cli.locale import errors as say

BUILT_IN = Path(__file__).parent.parent / "locale" / "templates"


def render(document: str, lang: Lang, values: Mapping[str, Any], templates: Path) -> str:
    """Return a document made by its template.

    Args:
        document: the template's name without language and ending.
        lang: the document's language.
        values: what the template may use; any other name is an error.
        templates: the folder of the archive's own templates; need not exist.

    Raises:
        ScmError: the template is faulty or uses an unknown name.
    """
    from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(
        loader=FileSystemLoader([templates, BUILT_IN]),
        undefined=StrictUndefined,
        autoescape=False,
        keep_trailing_newline=True,
    )
    name = f"{document}.{lang}.md.j2"
    try:
        return environment.get_template(name).render(values).rstrip() + "\n"
    except (TemplateError, UnicodeDecodeError, OSError, TypeError, ValueError, ArithmeticError) as error:
        path, line = _place(error, name)
        raise ScmError(say.TEMPLATE(path=path, line=line, reason=error), say.TEMPLATE_REMEDY()) from error


def _place(error: Exception, name: str) -> tuple[str, int]:
    """Return template and line of a fault: as the error says, else from the deepest frame in the template."""
    line = getattr(error, "lineno", None)
    if line:
        return getattr(error, "filename", None) or name, line
    found = (name, 0)
    trace = error.__traceback__
    while trace is not None:
        filename = trace.tb_frame.f_code.co_filename
        if filename.endswith(".j2"):
            found = (filename, trace.tb_lineno)
        trace = trace.tb_next
    return found
