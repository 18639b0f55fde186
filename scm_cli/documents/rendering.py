"""Fills in a template in Jinja's sandbox, here and now; a fault names template and line."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scm_cli.documents.templates import BUILT_IN
from scm_cli.errors import ScmError
from scm_cli.locale import errors as say
from scm_cli.locale import reading as found
from scm_cli.locale import templating as fault

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment


def rendered(name: str, values: Mapping[str, Any], folders: tuple[Path, ...]) -> str:
    """Return a filled in template.

    Args:
        name: the template's file.
        values: what it may use.
        folders: where it and what it includes may lie, the first ones first.

    Raises:
        ScmError: the template is faulty or uses an unknown name.
    """
    try:
        return environment(folders).get_template(name).render(values).rstrip() + "\n"
    except ScmError:
        raise
    except Exception as error:
        raise ScmError(_sentence(error, name), say.TEMPLATE_REMEDY()) from error


def environment(folders: tuple[Path, ...]) -> "Environment":
    """Return the sandbox: it reaches no attribute that leads into the program and no file outside the folders."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(
        loader=_loader(folders),
        undefined=StrictUndefined,
        autoescape=False,
        keep_trailing_newline=True,
    )


def faults(name: str, values: Mapping[str, Any] | None, folders: tuple[Path, ...]) -> Iterator[str]:
    """Yield what is wrong with a template, a sentence each: every unknown name, and what stops it.

    Args:
        name: the template's file.
        values: a sample of what it may use; None for a part, which is not filled in by itself.
        folders: as for `rendered`.
    """
    unknown = list(_unknown(name, values, folders)) if values is not None else []
    yield from unknown
    try:
        if values is None:
            environment(folders).get_template(name)
        else:
            rendered(name, values, folders)
    except ScmError as error:
        if not unknown:
            yield error.message
    except Exception as error:  # noqa: BLE001 — whatever a template does wrong is a finding
        yield _sentence(error, name)


def _unknown(name: str, values: Mapping[str, Any], folders: tuple[Path, ...]) -> Iterator[str]:
    """Yield the names a template uses and nobody gives, in the order of its lines."""
    from jinja2 import TemplateError, meta, nodes

    sandbox = environment(folders)
    try:
        text, path, _ = sandbox.loader.get_source(sandbox, name) if sandbox.loader else ("", name, None)
        tree = sandbox.parse(text)
    except (TemplateError, ScmError, RecursionError):
        return  # what is wrong is told by filling it in
    missing = meta.find_undeclared_variables(tree) - set(values) - set(sandbox.globals)
    places = {(one.lineno, one.name) for one in tree.find_all(nodes.Name) if one.name in missing}
    for line, unknown in sorted(places):
        yield say.TEMPLATE(path=path, line=line, reason=fault.UNKNOWN(name=unknown, known=", ".join(sorted(values))))


def _loader(folders: tuple[Path, ...]) -> "BaseLoader":
    """Return what loads a template from the first folder that has it, and never from outside these folders."""
    from jinja2 import FunctionLoader
    from jinja2.loaders import split_template_path

    def load(name: str) -> tuple[str, str, None] | None:
        parts = split_template_path(name)  # raises TemplateNotFound for a name with `..`
        built_in = parts[:1] == ["built-in"]
        for folder in (BUILT_IN,) if built_in else folders:
            path = folder.joinpath(*parts[built_in:])
            if path.is_file():
                return text_of(path, folder), str(path), None
        return None

    return FunctionLoader(load)


def text_of(path: Path, folder: Path) -> str:
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


def _sentence(error: Exception, name: str) -> str:
    """Return what is wrong, with template and line; one that ran out of memory may no longer know its line."""
    path, line = _place(error, name)
    if not line:
        return say.TEMPLATE_FILE(path=path, reason=_reason(error))
    return say.TEMPLATE(path=path, line=line, reason=_reason(error))


def _reason(error: Exception) -> str:
    from jinja2 import TemplateNotFound

    if isinstance(error, MemoryError):
        return fault.MEMORY()
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
