"""Documents into a folder: all are made before the first is written, each is written whole, an index lists them."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scm_cli.commands.options import Writing
from scm_cli.commands.saying import told
from scm_cli.errors import Conflict
from scm_cli.locale import Lang, changes, errors
from scm_cli.locale import export as say

if TYPE_CHECKING:
    from scm_cli.commands.export.exporting import Export
    from scm_cli.commands.export.publishing import Publishing
    from scm_cli.documents.document import Document
    from scm_cli.documents.kinds import Subject
    from scm_cli.model.leaks import Hit

    Made = tuple[Subject, Document, Path]


def into_folder(export: "Export", chosen: "list[Subject]") -> bool:
    """Say whether documents go into a folder: one that is there, or one for as many as there may be."""
    from scm_cli.documents.kinds import OF_SELECTION
    from scm_cli.formats.document_formats import by_ending

    output = Path(export.asked.output)
    if export.asked.output == "-":
        return False
    many = len(chosen) > 1 or (export.asked.filtered and chosen[0].kind not in OF_SELECTION)
    several = many and not output.exists() and by_ending(export.asked.output) is None
    return several or output.is_dir() or export.asked.output.endswith("/")


def index_leaks(
    export: "Export", publishing: "Publishing", documents: "list[tuple[Subject, Document]]"
) -> "Iterator[tuple[str, Hit]]":
    """Search what the index says of each copy for the public, as that copy is searched; yield as `leaks` returns."""
    from scm_cli.formats.document_formats import file_name

    name = _index_name(export)
    for subject, document in documents:
        file = file_name(document, export.asked.format)
        page = _index(export, [(subject, document, Path(file))]).encode()
        yield from publishing.leaks(subject.last, name, "md" if name.endswith(".md") else "html", page, file)


def write_folder(
    export: "Export", how: Writing, chosen: "list[Subject]", *, force: bool, indexed: bool = True
) -> list[Path]:
    """Write documents into a folder, and say so; return where the documents are.

    Args:
        export: makes the documents.
        how: what is written and said.
        chosen: what they are about.
        force: whether files are overwritten.
        indexed: whether several get an index.

    Raises:
        Conflict: a file exists and `force` was not said; then nothing is written.
        ScmError: a document cannot be made, and nothing is written; or a file cannot be written, and what was
            written till then is said.
    """
    from scm_cli.delivery.files import to_file

    terminal = export.own.terminal
    written: list[Path] = []
    total = 0
    try:
        with terminal.progress(2 * len(chosen) + 1) as step:
            made = list(_made(export, chosen, step))
            paths = [path for _, _, path in made]
            pages = indexed and len(made) > 1
            total = len(made) + pages
            if not force:
                _ensure_new([*paths, Path(export.asked.output) / _index_name(export)][:total])
            for path, data in _contents(export, made, pages=pages):
                if not how.dry_run:
                    to_file(path, data, force=force)
                written.append(path)
                step()
            export.delivered()
    finally:
        for path in written:
            told(export.own, how, changes.WRITTEN, path=path)
        if written and len(written) < total:
            terminal.warn(say.STOPPED(total, done=len(written)))
    return paths


def _made(export: "Export", chosen: "list[Subject]", step: Callable[[], None]) -> "Iterator[Made]":
    from scm_cli.formats.document_formats import file_name

    for subject, document in export.made(chosen, step):
        yield subject, document, Path(export.asked.output) / file_name(document, export.asked.format)


def _ensure_new(paths: Sequence[Path]) -> None:
    there = [path for path in paths if path.exists() or path.is_symlink()]
    if len(there) == 1:
        raise Conflict(errors.EXISTS(path=there[0]), errors.FILE_EXISTS_REMEDY())
    if there:
        raise Conflict(say.EXISTING(len(there), path=there[0]), errors.FILE_EXISTS_REMEDY())


def _contents(export: "Export", made: "Sequence[Made]", *, pages: bool) -> Iterator[tuple[Path, bytes]]:
    """Yield every file with what is in it, the index last."""
    for subject, document, path in made:
        yield path, export.rendered(subject, document)
    if pages:
        yield Path(export.asked.output) / _index_name(export), _index(export, made).encode()


def _index_name(export: "Export") -> str:
    return "index.md" if export.asked.format in ("md", "text") else "index.html"


def _index(export: "Export", made: "Sequence[Made]") -> str:
    """Return the page that links all documents, by date; its links lead to files beside it."""
    from scm_cli.dates import show_day
    from scm_cli.formats import html, markdown

    ordered = sorted(made, key=lambda one: (one[1].printing.session.date, one[1].printing.ref, one[2].name))
    lang = export.asked.lang or ordered[0][1].lang
    links = []
    for _, document, path in ordered:
        named = markdown.title(document.markdown.split("\n", 1)[0]) or path.stem
        day = show_day(document.printing.session.date, lang)
        links.append((path.name, named if day in named else say.ENTRY.to(lang, title=named, day=day)))
    title = _title([document for _, document, _ in ordered], lang)
    if _index_name(export) == "index.html":
        return html.index(title, links, lang)
    return markdown.index(title, links)


def _title(documents: "Sequence[Document]", lang: Lang) -> str:
    """Return what an index is called: with the group where all documents are of one."""
    from dataclasses import replace

    from scm_cli.notation.head import of_group
    from scm_cli.notation.inline import unescape

    if len({document.printing.ref.group for document in documents}) > 1:
        return say.INDEX.to(lang)
    return say.INDEX_OF.to(lang, group=unescape(of_group(replace(documents[0].printing, lang=lang))))
