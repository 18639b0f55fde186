"""What `scm export` makes: documents of sessions in their formats, and where each of them goes."""

from collections.abc import Callable, Iterable, Iterator
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
    from scm_cli.commands.export.publishing import Publishing
    from scm_cli.documents.document import Document
    from scm_cli.documents.kinds import Subject
    from scm_cli.formats.document_formats import DocumentFormat
    from scm_cli.query.rows import Source

COPYABLE = ("md", "text", "html", "json")


@dataclass(frozen=True)
class Asked:
    """What was asked for: in which language and format, and where it goes.

    Args:
        lang: the language; None leaves it to the document.
        format: the format.
        output: a file, a folder, or `-`.
        copy: whether it goes to the clipboard.
        open: whether it is opened.
        given: whether the format was chosen by the user.
        filtered: whether the sessions were chosen by filters, so that there may be any number of them.
        publishing: the leak test of copies for the public; None for ordinary documents.
    """

    lang: Lang | None
    format: "DocumentFormat"
    output: str
    copy: bool
    open: bool
    given: bool
    filtered: bool = False
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
        self._prints: list[Document] = []
        self._public: dict[tuple[str, str], Document] = {}

    def document(self, subject: "Subject") -> "Document":
        """Return a document; a copy for the public is made once, so that the one searched is the one that leaves."""
        from scm_cli.documents.document import made

        if self.asked.publishing is not None:
            from scm_cli.documents.public import public_document

            key = (subject.kind, str(subject.last.ref))
            if key not in self._public:
                self._public[key] = public_document(self.archive, subject.last, subject.kind, self.asked.lang)
            return self._public[key]
        document = made(self.archive, subject, self.asked.lang, self.archive.files.warn, self.own.today)
        if document.kind == "protocol":
            self._prints.append(document)
        return document

    def delivered(self) -> None:
        """Keep the protocols made since the last time, so that a corrected one can be compared with what went out."""
        from scm_cli.commands.printed import keep_source

        for one in self._prints:
            keep_source(self.archive, one.printing.source, one.lang, one.markdown)
        self._prints.clear()

    def agenda(self, subject: "Subject") -> "Document":
        """Return the agenda of the session that a document is of."""
        from scm_cli.documents.kinds import Subject

        return self.document(Subject("agenda", (subject.last,)))

    def made(
        self, chosen: "Iterable[Subject]", step: Callable[[], None] = lambda: None
    ) -> "Iterator[tuple[Subject, Document]]":
        """Yield each document; one of several that cannot be made hides no other. `step` is called after each."""
        several = list(chosen)
        for subject in several:
            try:
                yield subject, self.agenda(subject) if self.asked.format == "ics" else self.document(subject)
            except BadData as error:
                if len(several) == 1:
                    raise
                self.archive.remember(error)
            step()

    def clear(self, chosen: "list[Subject]") -> None:
        """Search copies for the public for what must not leave the archive, before anything does.

        Raises:
            UsageFault: there is no copy for the public of such a document.
            BadData: a person's or the group's file cannot be read, so that it is not known what to look for.
            ScmError: something was found; it is said where it stands.
        """
        from scm_cli.commands.export.many import index_leaks, into_folder
        from scm_cli.commands.export.publishing import ensure_publishable, refuse
        from scm_cli.formats.document_formats import file_name

        publishing, hits = self.asked.publishing, []
        if publishing is None:
            return
        ensure_publishable(chosen)
        unread = set(self.archive.attendee_keys()) - self.archive.register.keys()
        if unread or any(subject.last.group is None for subject in chosen):
            raise BadData(self.archive.problems)
        documents = list(self.made(chosen))
        for subject, document in documents:
            for wanted in self._formats():
                name, data = file_name(document, wanted), self._bytes(subject, document, wanted)
                hits += publishing.leaks(subject.last, name, wanted, data)
            left_out = sum(one.file is not None for one in document.printing.session.attachments)
            if "eml" in self._formats() and left_out:
                self.own.terminal.warn(publishing_words.NOT_ENCLOSED(left_out))
        if len(documents) > 1 and into_folder(self, chosen):
            hits += index_leaks(self, publishing, documents)
        refuse(hits)

    def _formats(self) -> "list[DocumentFormat]":
        """Return every format that leaves: the clipboard takes HTML beside the text."""
        beside: list[DocumentFormat] = ["html"] if self.asked.copy else []
        return [self.asked.format, *(one for one in beside if one != self.asked.format)]

    def rendered(self, subject: "Subject", document: "Document") -> bytes:
        """Return a document in the format asked for."""
        if self.asked.format == "eml" and not document.public:
            self._recipients(subject.last, document)
        return self._bytes(subject, document, self.asked.format)

    def _bytes(self, subject: "Subject", document: "Document", wanted: "DocumentFormat") -> bytes:
        from scm_cli.documents.enclosures import enclosures
        from scm_cli.formats.document_formats import rendered

        files, session, warn = self.archive.files, subject.last.session, self.own.terminal.warn
        return rendered(
            document,
            wanted,
            self.own.clock(),
            lambda: self.agenda(subject),
            lambda: () if document.public else enclosures(files, session, warn),
        )

    def _recipients(self, source: "Source", document: "Document") -> None:
        """Say how a draft gets its recipients where there are none."""
        if document.recipients or (source.group is None and not document.addressee):
            return
        command = f"scm group edit {source.ref.group} --recipient …"
        if document.addressee:
            command = f"scm attendee edit {document.addressee} --email …"
        self.own.terminal.warn(formats.NO_RECIPIENTS(command=command))

    def file(self, chosen: "list[Subject]") -> "Iterator[tuple[Path, bytes]]":
        """Yield the one file to be written, if there is any: of one document, or a calendar of several.

        Raises:
            UsageFault: several documents cannot go to one file.
        """
        from scm_cli.formats.document_formats import calendar

        if len(chosen) > 1 and self.asked.format != "ics":
            raise UsageFault(wrong.SEVERAL_NEED_FOLDER(), wrong.SEVERAL_NEED_FOLDER_REMEDY())
        made = list(self.made(chosen))
        if len(chosen) > 1 and made:
            yield Path(self.asked.output), calendar([document for _, document in made], self.own.clock())
        elif made:
            yield Path(self.asked.output), self.rendered(*made[0])


def write_files(export: Export, how: Writing, chosen: "list[Subject]", *, force: bool) -> list[Path]:
    """Write documents to files and say so; return where they are.

    Raises:
        Conflict: a file exists and `force` was not said.
        UsageFault: several documents cannot go to one file.
    """
    from scm_cli.commands.export.many import into_folder, write_folder
    from scm_cli.delivery.files import to_file

    if into_folder(export, chosen):
        return write_folder(export, how, chosen, force=force)
    paths = []
    for path, data in export.file(chosen):
        if not how.dry_run:
            to_file(path, data, force=force)
        told(export.own, how, say.WRITTEN, path=path)
        export.delivered()
        paths.append(path)
    return paths


def print_one(export: Export, chosen: "list[Subject]") -> None:
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
    several = len(documents) > 1
    clock = export.own.clock()
    data = calendar([made for _, made in documents], clock) if several else export.rendered(*documents[0])
    export.delivered()
    if wanted in EXACT:
        export.own.terminal.write_bytes(data)
    else:
        export.own.terminal.write(data.decode())


def copy_one(export: Export, how: Writing, subject: "Subject") -> None:
    """Put a document into the clipboard: as text and HTML, unless one format was asked for."""
    from scm_cli.delivery.clipboard import copy
    from scm_cli.formats.document_formats import file_name
    from scm_cli.formats.html import page
    from scm_cli.formats.text import text

    wanted, document = export.asked.format, export.document(subject)
    readable = wanted in ("text", "html")
    plain = text(document.markdown) if readable else export.rendered(subject, document).decode()
    rich = page(document.markdown, document.lang) if wanted == "html" or not export.asked.given else ""
    said = formats.COPIED
    if not how.dry_run:
        copied = copy(plain, rich, export.own.terminal.environ, rich=wanted == "html")
        said = {"both": formats.COPIED_BOTH, "html": formats.COPIED_HTML, "text": formats.COPIED_TEXT}[copied]
    export.delivered()
    told(export.own, how, said, what=file_name(document, wanted).rpartition(".")[0])


def open_one(export: Export, how: Writing, subject: "Subject", written: list[Path]) -> None:
    """Hand a document to the program that opens it: the file just written, else one put aside."""
    from scm_cli.delivery.opening import aside, open_file
    from scm_cli.formats.document_formats import file_name

    if written:
        path = written[0]
    else:
        document = export.document(subject)
        path, data = Path(file_name(document, export.asked.format)), export.rendered(subject, document)
        path = path if how.dry_run else aside(path.name, data)
    if not how.dry_run:
        open_file(path, export.own.terminal.environ)
    export.delivered()
    told(export.own, how, formats.OPENED, path=path)
