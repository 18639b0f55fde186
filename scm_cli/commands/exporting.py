"""What `scm export` makes: documents of sessions in their formats, and where each of them goes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scm_cli.commands.desk import Desk
from scm_cli.commands.options import Writing
from scm_cli.commands.saying import told
from scm_cli.errors import BadData, UsageFault
from scm_cli.locale import Lang, formats, usage
from scm_cli.locale import changes as say
from scm_cli.locale import errors as wrong
from scm_cli.locale import publishing as publishing_words

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.commands.publishing import Publishing
    from scm_cli.documents.document import Document, DocumentKind
    from scm_cli.formats.document_formats import DocumentFormat
    from scm_cli.query.rows import Source

COPYABLE = ("md", "text", "html", "json")


@dataclass(frozen=True)
class Asked:
    """What was asked for: which document, in which language and format, and where it goes.

    Args:
        document: the document as typed; empty leaves it to the session.
        lang: the language; None leaves it to the document.
        format: the format.
        output: a file, a folder, or `-`.
        copy: whether it goes to the clipboard.
        open: whether it is opened.
        given: whether the format was chosen by the user.
        publishing: the leak test of copies for the public; None for ordinary documents.
    """

    document: str
    lang: Lang | None
    format: "DocumentFormat"
    output: str
    copy: bool
    open: bool
    given: bool
    publishing: "Publishing | None" = None


def wanted_format(typed: str, output: str, *, copies: bool, opens: bool) -> "tuple[DocumentFormat, bool]":
    """Return the format: as typed, else by the file's ending, else what suits; and whether the user chose it.

    Raises:
        UsageFault: there is no such format.
    """
    from scm_cli.formats.document_formats import ENDINGS, by_ending, named

    if typed:
        found = named(typed)
        if found is None:
            raise UsageFault(
                usage.UNKNOWN_FILTER(option="--format", value=typed), usage.KNOWN(values=", ".join(ENDINGS))
            )
        return found, True
    ended = None if output == "-" or Path(output).is_dir() else by_ending(output)
    if ended:
        return ended, True
    return "eml" if opens else "text" if copies else "md", False


class Export:
    """Makes documents of one archive."""

    def __init__(self, own: Desk, archive: "Archive", asked: Asked) -> None:
        self.own = own
        self.archive = archive
        self.asked = asked

    def document(self, source: "Source", kind: "DocumentKind | None" = None) -> "Document":
        """Return a session's document: as asked for, else the protocol once held, the agenda before."""
        from scm_cli.commands.printed import keep_source
        from scm_cli.documents.document import document
        from scm_cli.documents.public import public_document

        typed = kind or self.asked.document or ("protocol" if source.session.was_held else "agenda")
        known: DocumentKind = "agenda" if typed == "agenda" else "protocol"
        if self.asked.publishing is not None:
            return public_document(self.archive, source, known, self.asked.lang)
        made = document(self.archive, source, known, self.asked.lang, self.archive.files.warn)
        if made.kind == "protocol":
            keep_source(self.archive, source, made.lang, made.markdown)
        return made

    def made(self, chosen: "list[Source]") -> "Iterator[Document]":
        """Yield each document; one of several that cannot be made hides no other."""
        for _, document in self._pairs(chosen):
            yield document

    def _pairs(self, chosen: "list[Source]") -> "Iterator[tuple[Source, Document]]":
        kind: DocumentKind | None = "agenda" if self.asked.format == "ics" else None
        for source in chosen:
            try:
                yield source, self.document(source, kind)
            except BadData as error:
                if len(chosen) == 1:
                    raise
                self.archive.remember(error)

    def clear(self, chosen: "list[Source]") -> None:
        """Search copies for the public for what must not leave the archive, before anything does.

        Raises:
            BadData: a person's or the group's file cannot be read, so that it is not known what to look for.
            ScmError: something was found; it is said where it stands.
        """
        from scm_cli.commands.publishing import refuse

        publishing, hits = self.asked.publishing, []
        if publishing is None:
            return
        unread = set(self.archive.attendee_keys()) - self.archive.register.keys()
        if unread or any(source.group is None for source in chosen):
            raise BadData(self.archive.problems)
        for source, document in self._pairs(chosen):
            for wanted in self._formats():
                data = self._bytes(document, source, wanted)
                hits += publishing.leaks(source, document, wanted, data)
            left_out = sum(one.file is not None for one in document.printing.session.attachments)
            if "eml" in self._formats() and left_out:
                self.own.terminal.warn(publishing_words.NOT_ENCLOSED(left_out))
        refuse(hits)

    def _formats(self) -> "list[DocumentFormat]":
        """Return every format that leaves: the clipboard takes HTML beside the text."""
        beside: list[DocumentFormat] = ["html"] if self.asked.copy else []
        return [self.asked.format, *(one for one in beside if one != self.asked.format)]

    def rendered(self, document: "Document") -> bytes:
        """Return a document in the format asked for."""
        source = document.printing.source
        if self.asked.format == "eml" and not document.public:
            self._recipients(source)
        return self._bytes(document, source, self.asked.format)

    def _bytes(self, document: "Document", source: "Source", wanted: "DocumentFormat") -> bytes:
        from scm_cli.documents.enclosures import enclosures
        from scm_cli.formats.document_formats import rendered

        warn = self.own.terminal.warn
        return rendered(
            document,
            wanted,
            self.own.clock(),
            lambda: self.document(source, "agenda"),
            lambda: () if document.public else enclosures(self.archive.files.root, source.session, warn),
        )

    def _recipients(self, source: "Source") -> None:
        """Say how a draft gets its recipients where the group names none."""
        if source.group is not None and not source.group.recipients:
            command = f"scm group edit {source.ref.group} --recipient …"
            self.own.terminal.warn(formats.NO_RECIPIENTS(command=command))

    def files(self, chosen: "list[Source]") -> "Iterator[tuple[Path, bytes]]":
        """Yield the files to be written: one, or several into a folder; calendars share one file.

        Raises:
            UsageFault: several documents cannot go to one file.
        """
        from scm_cli.formats.document_formats import by_ending, calendar, file_name

        output = Path(self.asked.output)
        folder = output.is_dir() or self.asked.output.endswith("/")
        documents = self.made(chosen)
        if folder or (len(chosen) > 1 and not output.exists() and by_ending(self.asked.output) is None):
            for document in documents:
                yield output / file_name(document, self.asked.format), self.rendered(document)
        elif len(chosen) > 1 and self.asked.format != "ics":
            raise UsageFault(wrong.SEVERAL_NEED_FOLDER(), wrong.SEVERAL_NEED_FOLDER_REMEDY())
        elif len(chosen) > 1 and (agendas := list(documents)):
            yield output, calendar(agendas, self.own.clock())
        elif len(chosen) == 1:
            yield output, self.rendered(next(documents))


def write_files(export: Export, how: Writing, files: "Iterable[tuple[Path, bytes]]", *, force: bool) -> list[Path]:
    """Write documents to files and say so; return where they are."""
    from scm_cli.delivery.files import to_file

    paths = []
    for path, data in files:
        if not how.dry_run:
            to_file(path, data, force=force)
        told(export.own, how, say.WRITTEN, path=path)
        paths.append(path)
    return paths


def print_one(export: Export, chosen: "list[Source]") -> None:
    """Write one document, or the calendar of several sessions, to standard output.

    Raises:
        UsageFault: several documents, or what is no text and would go to a terminal.
    """
    from scm_cli.formats.document_formats import BINARY, EXACT, calendar

    wanted = export.asked.format
    if len(chosen) > 1 and wanted != "ics":
        raise UsageFault(wrong.SEVERAL_NEED_FOLDER(), wrong.SEVERAL_NEED_FOLDER_REMEDY())
    if wanted in BINARY and export.own.terminal.shows:
        raise UsageFault(formats.NOT_ON_TERMINAL(format=wanted), formats.NOT_ON_TERMINAL_REMEDY())
    documents = list(export.made(chosen))
    if not documents:
        return
    data = calendar(documents, export.own.clock()) if len(documents) > 1 else export.rendered(documents[0])
    if wanted in EXACT:
        export.own.terminal.write_bytes(data)
    else:
        export.own.terminal.write(data.decode())


def copy_one(export: Export, how: Writing, source: "Source") -> None:
    """Put a document into the clipboard: as text and HTML, unless one format was asked for."""
    from scm_cli.delivery.clipboard import copy
    from scm_cli.formats.document_formats import file_name
    from scm_cli.formats.html import page
    from scm_cli.formats.text import text

    wanted, document = export.asked.format, export.document(source)
    readable = wanted in ("text", "html")
    plain = text(document.markdown) if readable else export.rendered(document).decode()
    rich = page(document.markdown, document.lang) if wanted == "html" or not export.asked.given else ""
    said = formats.COPIED
    if not how.dry_run:
        copied = copy(plain, rich, export.own.terminal.environ, rich=wanted == "html")
        said = {"both": formats.COPIED_BOTH, "html": formats.COPIED_HTML, "text": formats.COPIED_TEXT}[copied]
    told(export.own, how, said, what=file_name(document, wanted).rpartition(".")[0])


def open_one(export: Export, how: Writing, source: "Source", written: list[Path]) -> None:
    """Hand a document to the program that opens it: the file just written, else one put aside."""
    from scm_cli.delivery.opening import aside, open_file
    from scm_cli.formats.document_formats import file_name

    document = export.document(source)
    path = written[0] if written else Path(file_name(document, export.asked.format))
    if not how.dry_run:
        if not written:
            path = aside(path.name, export.rendered(document))
        open_file(path, export.own.terminal.environ)
    told(export.own, how, formats.OPENED, path=path)
