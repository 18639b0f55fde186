"""What is taken out of a sealed session is what was sealed, or it is refused."""

from scm_cli.archive import layout
from scm_cli.archive.archive import Archive
from scm_cli.archive.seal_faults import alterations
from scm_cli.archive.sealed_text import text_problem
from scm_cli.errors import BadData, Problem
from scm_cli.query.rows import Source


def ensure_as_sealed(archive: Archive, source: Source) -> None:
    """Raise `BadData` where a session or its sealed text is no longer as it was sealed; an open one is fine."""
    if source.session.seal is None:
        return
    name = archive.files.name(layout.session_path(source.ref.group, source.ref.number))
    problems = [Problem(name, 0, "", found) for _, found in alterations(source.session)]
    if problem := text_problem(archive, source.ref, source.session):
        problems.append(problem)
    if problems:
        raise BadData(problems)


def as_sealed(archive: Archive, sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """Return the sessions that are open or as they were sealed; what is wrong with the others is remembered."""
    kept = []
    for source in sources:
        try:
            ensure_as_sealed(archive, source)
        except BadData as error:
            archive.remember(error)
        else:
            kept.append(source)
    return tuple(kept)
