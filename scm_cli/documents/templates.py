"""Templates: the archive's own go before the built-in ones, file by file.

The built-in ones are filled in here. Those of an archive may come from anywhere: they are filled in by a process
of its own that has little time and memory (`confined`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from scm_cli.documents.kinds import KINDS, DocumentKind
from scm_cli.locale import LANGUAGES, Lang

BUILT_IN: Final = Path(__file__).parent.parent / "locale" / "templates"
ENDING: Final = ".md.j2"


def render(document: str, lang: Lang, values: Mapping[str, Any], templates: Path) -> str:
    """Return a document made by its template.

    Args:
        document: the template's name without language and ending.
        lang: the document's language.
        values: what the template may use; any other name is an error. Texts, numbers, lists and mappings only.
        templates: the folder of the archive's own templates; need not exist.

    Raises:
        ScmError: the template is faulty, uses an unknown name, or took too long or too much.
    """
    name = file_name(document, lang)
    if (templates / name).is_file():
        from scm_cli.documents.confined import rendered_apart

        return rendered_apart(name, values, templates)
    from scm_cli.documents.rendering import rendered

    return rendered(name, values, (BUILT_IN,))


def file_name(document: str, lang: Lang) -> str:
    """Return what the file of a template is called."""
    return f"{document}.{lang}{ENDING}"


@dataclass(frozen=True)
class Template:
    """A template that is in force, or one that others include.

    Args:
        name: its file's name.
        own: where the archive's own lies; None where the built-in one is in force.
        document: what it makes; None for a part that others include.
        lang: in which language; None for a part.
    """

    name: str
    own: Path | None
    document: DocumentKind | None = None
    lang: Lang | None = None


def known_templates(templates: Path) -> Iterator[Template]:
    """Yield every document's template, and then the archive's other files that templates may include."""
    names = set()
    for kind in KINDS:
        for lang in LANGUAGES:
            name = file_name(kind, lang)
            if not (BUILT_IN / name).is_file():
                continue
            names.add(name)
            yield Template(name, templates / name if (templates / name).is_file() else None, kind, lang)
    found = sorted(templates.rglob("*.j2")) if templates.is_dir() else []
    for path in found:
        if path.is_file() and (own := path.relative_to(templates).as_posix()) not in names:
            yield Template(own, path)


def source_of(template: Template) -> str:
    """Return the text of a template; raises `ScmError` where it cannot be read."""
    from scm_cli.documents.rendering import text_of

    if template.own is None:
        return text_of(BUILT_IN / template.name, BUILT_IN)
    return text_of(template.own, Path(str(template.own).removesuffix(template.name)))
