"""What the commands about agenda items have in common: their options and the way a change is made."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scm_cli.commands.complete import attendees
from scm_cli.commands.desk import Desk
from scm_cli.commands.options import FieldOptions, InGroup, Options, Writing, option_set
from scm_cli.commands.parties import party
from scm_cli.commands.saying import told
from scm_cli.errors import UsageFault
from scm_cli.locale import Text, usage
from scm_cli.locale import changes as say
from scm_cli.locale import help_agenda as help_

if TYPE_CHECKING:
    from scm_cli.archive.archive import StoredSession
    from scm_cli.archive.resolve import Resolver
    from scm_cli.model.agenda import Item
    from scm_cli.model.agenda_changes import Place
    from scm_cli.model.session import Session


@option_set(frozen=True)
class ItemFields(FieldOptions):
    """What a session says of an agenda item."""

    kind: Annotated[
        str,
        typer.Option("--kind", metavar="information|discussion|decision|election|break", help=help_.KIND()),
    ] = ""
    presenters: Annotated[
        list[str] | None,
        typer.Option("--presenter", metavar="NAME", help=help_.PRESENTER(), autocompletion=attendees),
    ] = None
    minutes_planned: Annotated[str, typer.Option("--minutes", metavar="DURATION", help=help_.MINUTES())] = ""
    began: Annotated[str, typer.Option("--began", metavar="TIME", help=help_.BEGAN())] = ""
    ended: Annotated[str, typer.Option("--ended", metavar="TIME", help=help_.ENDED())] = ""
    state: Annotated[str, typer.Option("--state", metavar="open|done|postponed|dropped", help=help_.STATE())] = ""
    internal: Annotated[bool | None, typer.Option("--internal/--not-internal", help=help_.INTERNAL())] = None
    public_title: Annotated[str, typer.Option("--public-title", metavar="TEXT", help=help_.PUBLIC_TITLE())] = ""
    notes: Annotated[str, typer.Option("--notes", metavar="TEXT", help=help_.NOTES())] = ""

    def resolved(self, resolver: "Resolver") -> dict[str, Any]:
        """Return what was typed, presenters by key where the register has them, else by name."""
        found = self.given()
        if "presenters" in found:
            found["presenters"] = tuple(party(name, resolver) for name in found["presenters"])
        return found


@option_set(frozen=True)
class PlaceOptions(Options):
    """Where an item goes."""

    first: Annotated[bool, typer.Option("--first", help=help_.FIRST())] = False
    last: Annotated[bool, typer.Option("--last", help=help_.LAST())] = False
    before: Annotated[str, typer.Option("--before", metavar="ITEM", help=help_.BEFORE())] = ""
    after: Annotated[str, typer.Option("--after", metavar="ITEM", help=help_.AFTER())] = ""
    under: Annotated[str, typer.Option("--under", metavar="ITEM", help=help_.UNDER())] = ""

    def place(self, stored: "StoredSession") -> "Place":
        """Return the place meant; raises `UsageFault` where two are named, `NotFound` for an unknown item."""
        from scm_cli.archive.resolve import find_item
        from scm_cli.model.agenda_changes import Place

        named = [f"--{name}" for name in ("first", "last", "before", "after", "under") if getattr(self, name)]
        if len(named) > 1:
            raise UsageFault(usage.TOGETHER(one=named[0], other=named[1]))
        ids = {
            name: find_item(stored, typed).id for name in ("before", "after", "under") if (typed := getattr(self, name))
        }
        return Place(first=self.first, last=self.last, **ids)

    def required(self, stored: "StoredSession") -> "Place":
        """Return the place meant; raises `UsageFault` where none is named."""
        from scm_cli.model.agenda_changes import Place

        place = self.place(stored)
        if place == Place():
            raise UsageFault(usage.NEEDS(one="move", other="--first, --last, --before, --after, --under"))
        return place


def change_item(
    own: Desk,
    typed: str,
    group: InGroup,
    how: Writing,
    text: Text,
    change: "Callable[[StoredSession, Item], Session]",
) -> None:
    """Change one item of an open session under the lock, and say so."""
    from scm_cli.model.guard import ensure_open

    archive = own.archive(dry_run=how.dry_run)
    with archive.lock():
        stored, item = own.resolver(archive, group.group).item(typed)
        ensure_open(stored.value, stored.ref)
        changed = change(stored, item)
        written = archive.save(stored, changed)
    what = named_item(stored.value, item.id)
    if written:
        told(own, how, text, what=what, path=archive.files.name(stored.path))
    else:
        told(own, how, say.UNCHANGED, what=what)


def named_item(session: "Session", item_id: str) -> str:
    """Return an item as messages name it: TOP and title."""
    from scm_cli.model.numbering import tops

    item = session.item(item_id)
    title = item.title if item else item_id
    return say.ITEM(top=tops(session.agenda).get(item_id, ""), title=title)
