"""`scm session sign`: who signed the final protocol, and when."""

from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.complete import attendees, sessions
from scm_cli.commands.desk import desk
from scm_cli.commands.framework import noun, verb
from scm_cli.commands.options import InGroup, Writing, takes
from scm_cli.commands.session.stepwork import day_of_step, shown, take_step
from scm_cli.errors import UsageFault
from scm_cli.locale import help_session, help_top
from scm_cli.locale import signing as say
from scm_cli.locale.words import code

if TYPE_CHECKING:
    from scm_cli.archive.archive import StoredSession
    from scm_cli.archive.resolve import Resolver
    from scm_cli.commands.session.stepwork import Changed
    from scm_cli.model.session import Session as SessionTable

app = noun(help_top.SESSION)

OFFICES = ("chair", "minute-taker")


@verb(app, "sign", say.SIGN, "scm session sign 3 binder --as chair --on 2.11.2022\nscm session sign 4 binder --dry-run")
@takes
def sign(
    ctx: typer.Context,
    session: Annotated[str, typer.Argument(metavar="SESSION", help=help_session.ARGUMENT(), autocompletion=sessions)],
    group: InGroup,
    how: Writing,
    name: Annotated[str, typer.Argument(metavar="NAME", help=say.NAME(), autocompletion=attendees)] = "",
    as_: Annotated[str, typer.Option("--as", metavar="OFFICE", help=say.AS())] = "",
    on: Annotated[str, typer.Option("--on", metavar="DATE", help=say.ON())] = "",
    unregistered: Annotated[bool, typer.Option("--unregistered", help=say.UNREGISTERED())] = False,
) -> None:
    """Note that somebody signed a final protocol."""
    from scm_cli.archive.typed import apply
    from scm_cli.model.record import Signature
    from scm_cli.model.record_changes import sign as signed
    from scm_cli.model.steps import ensure
    from scm_cli.query.rows import plain_name

    own = desk(ctx)

    def change(stored: "StoredSession", resolver: "Resolver") -> "Changed":
        ensure(stored.value, stored.ref, "sign")
        office = code(as_, OFFICES)
        by = _signer(name, office, stored.value, resolver, unregistered=unregistered)
        role = office or next((one for one in OFFICES if _holder(one, stored.value) == by), "")
        day = day_of_step(on, "--on", own, stored.value) or own.today
        typed = {"by": by, "on": day, **({"role": role} if role else {})}
        made = apply(Signature(by=""), typed, own.today)
        called = plain_name(by, resolver.archive.register)
        return signed(stored.value, stored.ref, made), {"name": called, "day": shown(day)}

    take_step(own, session, group, how, say.SIGNED, change)


def _holder(office: str, session: "SessionTable") -> str | None:
    return session.chair if office == "chair" else session.minute_taker if office == "minute-taker" else None


def _signer(typed: str, office: str, session: "SessionTable", resolver: "Resolver", *, unregistered: bool) -> str:
    """Return who signed: as typed, else the holder of the office, which is the chair where none is said.

    Raises:
        UsageFault: nobody is named, and the session names no holder of the office.
        NotFound: nobody in the register is called so, and `unregistered` is not said.
    """
    from scm_cli.commands.people import registered

    if not typed:
        holder = _holder(office or "chair", session)
        if holder is None:
            raise UsageFault(say.WHO_SIGNED(), say.WHO_SIGNED_REMEDY())
        return holder
    return typed if unregistered else registered(typed, resolver)
