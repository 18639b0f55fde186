"""`scm check`: everything wrong with an archive, with file, line and the command that mends it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from scm_cli.commands.complete import profiles, sessions
from scm_cli.commands.desk import Desk, desk
from scm_cli.commands.filtering import SessionFilters
from scm_cli.commands.framework import single, verb
from scm_cli.commands.options import Showing, takes
from scm_cli.errors import BadData, NotFound
from scm_cli.locale import changes as say
from scm_cli.locale import errors as wrong
from scm_cli.locale import faults, help_check
from scm_cli.locale import help_top as help_
from scm_cli.locale import rules as found_by

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive, StoredSession
    from scm_cli.archive.faults import Finding
    from scm_cli.rules.checking import Lack

app = single()


@verb(
    app,
    "check",
    help_check.CHECK,
    "scm check\nscm check --json\nscm check 2 --profile vwvfg\nscm check --profile own --year 2026",
)
@takes
def check(
    ctx: typer.Context,
    how: Showing,
    filters: SessionFilters,
    refs: Annotated[
        list[str] | None,
        typer.Argument(metavar="SESSION", help=help_check.SESSIONS(), autocompletion=sessions),
    ] = None,
    profile: Annotated[
        list[str] | None,
        typer.Option("--profile", metavar="vwvfg|bbgkverf|own", help=help_check.PROFILE(), autocompletion=profiles),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=help_.CHECK_QUIET())] = False,
) -> int:
    """Look for faults in all files and between them, and for what protocols lack."""
    from scm_cli.archive.faults import findings
    from scm_cli.rules.checking import lacks, profile_names
    from scm_cli.rules.profile import OWN

    own = desk(ctx)
    names = profile_names(profile or ())
    archive = own.archive()
    chosen = _chosen(own, archive, refs or [], filters, own_rules=OWN in names)
    found: list[Finding | Lack] = [one for one in findings(archive) if chosen is None or chosen.holds(one)]
    if names:
        found += lacks(archive, names, archive.sessions() if chosen is None else chosen.sessions, archive.groups())
        found.sort(key=lambda one: (one.problem.path, one.problem.line))
    if how.json:
        _write_json(own, found, detailed=bool(names))
    else:
        for one in found:
            own.terminal.write(f"{_line(one)}\n")
    if not quiet:
        _tell(own, archive, names, len(found))
    return 1 if found else 0


@dataclass(frozen=True)
class _Chosen:
    """What a check is narrowed to: sessions, and the files in which findings count."""

    sessions: "list[StoredSession]"
    paths: frozenset[str]

    def holds(self, one: "Finding") -> bool:
        """Say whether a finding stands in one of the files."""
        return one.problem.path in self.paths


def _chosen(
    own: Desk, archive: "Archive", refs: list[str], filters: SessionFilters, *, own_rules: bool
) -> _Chosen | None:
    """Return the sessions named, else those that the filters leave; None where nothing narrows the check.

    A file that cannot be read may be one of those meant, so what is wrong with it is told. With the rules of the
    groups their files count too.

    Raises:
        NotFound: there is no such session, or none that passes the filters.
    """
    from scm_cli.archive.layout import group_path, session_path
    from scm_cli.archive.sealed_text import text_path
    from scm_cli.archive.sources import sources
    from scm_cli.query.fields import SESSION
    from scm_cli.query.rows import session_row

    if not refs and not any(vars(filters).values()):
        return None
    resolver = own.resolver(archive, (filters.group or [""])[0])
    wanted = filters.filters(own.today).checked(SESSION)
    found: list[StoredSession] = []
    broken: set[str] = set()
    for ref in refs:
        try:
            found.append(resolver.session(ref))
        except BadData as error:
            broken |= {problem.path for problem in error.problems}
    if not refs:
        known = {stored.ref: stored for stored in archive.sessions()}
        passed = [one.ref for one in sources(archive, known.values()) if wanted.hold_for(session_row(one))]
        found = [known[ref] for ref in passed]
        broken |= {problem.path for problem in archive.problems if problem.path.endswith(".toml")}
    if not found and not broken:
        raise NotFound(wrong.NO_MATCH(), wrong.NO_SESSION_REMEDY())
    paths = [path for one in found for path in (session_path(one.ref.group, one.ref.number), text_path(one.ref))]
    if own_rules:
        paths += [group_path(one.ref.group) for one in found]
    return _Chosen(found, frozenset({*map(archive.files.name, paths), *broken}))


def _write_json(own: Desk, found: "list[Finding | Lack]", *, detailed: bool) -> None:
    """Write the findings; by a profile each also says how grave it is and where its rule stands."""
    import json

    rows = []
    for one in found:
        row = {**one.problem._asdict(), "command": one.command or None}
        if detailed:
            row |= {"level": getattr(one, "level", "error")}
            row |= {name: getattr(one, name, None) for name in ("profile", "source")}
        rows.append(row)
    own.terminal.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")


def _line(one: "Finding | Lack") -> str:
    from scm_cli.model.text import visible
    from scm_cli.rules.checking import Lack

    problem = one.problem
    if isinstance(one, Lack):
        text = found_by.FOUND if one.level == "error" else found_by.FOUND_WARNING
        problem = problem._replace(found=text(found=problem.found, source=one.source))
    remedy = f"; {faults.REMEDY(command=one.command)}" if one.command else ""
    return visible(f"{problem}{remedy}")


def _tell(own: Desk, archive: "Archive", names: list[str], count: int) -> None:
    """Say by what was checked and how much was found."""
    from scm_cli.rules.laws import LAWS
    from scm_cli.rules.profile import OWN

    for name in names:
        title = LAWS[name].title if name in LAWS else found_by.OWN
        own.terminal.say(found_by.CHECKED(name=name, title=title()))
    if OWN in names and not any(stored.value.rules for stored in archive.groups()):
        own.terminal.warn(found_by.NO_OWN_RULES())
    own.terminal.say(say.FINDINGS(count) if count else say.NO_FINDINGS())
