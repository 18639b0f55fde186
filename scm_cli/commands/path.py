"""`scm path`: the file behind a reference."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.archive import layout
from scm_cli.commands.complete import sessions
from scm_cli.commands.desk import desk
from scm_cli.commands.framework import single, verb
from scm_cli.commands.options import InGroup, takes
from scm_cli.errors import NotFound, UsageFault
from scm_cli.locale import errors as wrong
from scm_cli.locale import help_record, record, usage
from scm_cli.locale import help_top as help_

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.archive.resolve import Resolver

app = single()


@verb(app, "path", help_.PATH, "scm path 1\nscm path 3 --protocol\nscm path binder\nscm path smart-city-region")
@takes
def path(
    ctx: typer.Context,
    group: InGroup,
    ref: Annotated[str, typer.Argument(metavar="REF", help=help_.PATH_REF(), autocompletion=sessions)] = "",
    protocol: Annotated[bool, typer.Option("--protocol", help=help_record.PATH_PROTOCOL())] = False,
) -> None:
    """Print the path of a session, person or group; of the archive where none is named."""
    own = desk(ctx)
    archive = own.archive()
    resolver = own.resolver(archive, group.group)
    found = _sealed(resolver, ref) if protocol else _path(archive, resolver, ref) if ref else Path()
    own.terminal.write(f"{archive.files.root.absolute() / found}\n")


def _path(archive: "Archive", resolver: "Resolver", ref: str) -> Path:
    """Return the file meant: an exact key first, then a session, then a person by name.

    Raises:
        NotFound: nothing is called so.
        Ambiguous: several things are.
    """
    if ref in archive.group_keys():
        return layout.group_path(ref)
    if ref in archive.attendee_keys():
        return layout.attendee_path(ref)
    if session := _session_path(archive, resolver, ref):
        return session
    try:
        return layout.attendee_path(resolver.attendee(ref))
    except NotFound as error:
        raise NotFound(wrong.NOTHING_FOUND(ref=ref), wrong.SESSION_REF_REMEDY()) from error


def _sealed(resolver: "Resolver", ref: str) -> Path:
    """Return the file of a sealed protocol; raises `NotFound` where the session has none."""
    if not ref:
        raise UsageFault(usage.NEEDS(one="--protocol", other="SESSION"))
    stored = resolver.session(ref)
    if stored.value.seal is None:
        raise NotFound(record.NOT_SEALED(ref=stored.ref), record.FINALIZE_FIRST(ref=stored.ref))
    return layout.protocol_path(stored.ref.group, stored.ref.number)


def _session_path(archive: "Archive", resolver: "Resolver", ref: str) -> Path | None:
    """Return the file of a session that exists, or None where the reference means something else."""
    from scm_cli.archive.outcomes import session_named
    from scm_cli.model.refs import split_item

    try:
        found = session_named(resolver, ref) or resolver.session_ref(split_item(ref)[0])
    except NotFound:
        return None
    path = layout.session_path(found.group, found.number)
    return path if (archive.files.root / path).exists() else None
