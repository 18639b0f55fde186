"""Templates: the archive's own go before the built-in ones, file by file; a fault names template and line."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scm_cli.errors import ScmError
from scm_cli.locale import Lang
from scm_cli.locale import errors as say
from scm_cli.locale import reading as found

if TYPE_CHECKING:
    from jinja2 import BaseLoader

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
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(
        loader=_loader((templates, BUILT_IN)),
        undefined=StrictUndefined,
        autoescape=False,
        keep_trailing_newline=True,
    )
    name = f"{document}.{lang}.md.j2"
    try:
        return environment.get_template(name).render(values).rstrip() + "\n"
    except ScmError:
        raise
    except Exception as error:
        path, line = _place(error, name)
        raise ScmError(say.TEMPLATE(path=path, line=line, reason=_reason(error)), say.TEMPLATE_REMEDY()) from error


def _loader(folders: tuple[Path, ...]) -> "BaseLoader":
    """Return what loads a template from the first folder that has it, and never from outside these folders."""
    from jinja2 import FunctionLoader
    from jinja2.loaders import split_template_path

    def load(name: str) -> tuple[str, str, None] | None:
        parts = split_template_path(name)  # raises TemplateNotFound for a name with `..`
        for folder in folders:
            path = folder.joinpath(*parts)
            if path.is_file():
                return _text(path, folder), str(path), None
        return None

    return FunctionLoader(load)


def _text(path: Path, folder: Path) -> str:
    """Return a template's text; raises `ScmError` where it leads out of its folder or cannot be read."""
    if folder != BUILT_IN and not path.resolve().is_relative_to(folder.parent.resolve() / folder.name):
        raise ScmError(say.TEMPLATE_FILE(path=path, reason=found.A_LINK()), say.TEMPLATE_REMEDY())
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        reason = found.UNREADABLE(value=error.strerror or error)
    except UnicodeDecodeError as error:
        reason = found.NOT_UTF8(n=error.start)
    raise ScmError(say.TEMPLATE_FILE(path=path, reason=reason), say.TEMPLATE_REMEDY())


def _reason(error: Exception) -> str:
    from jinja2 import TemplateNotFound

    return say.TEMPLATE_MISSING(name=error.name) if isinstance(error, TemplateNotFound) else str(error)


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
