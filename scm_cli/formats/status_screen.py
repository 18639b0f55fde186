"""How the groups stand on one screen: sections with their lines, cut where they do not fit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from scm_cli.dates import show_day, show_hours, show_weekday_day
from scm_cli.locale import Lang, Text, language
from scm_cli.locale import status as say
from scm_cli.notation.derived import first_line
from scm_cli.planning.status import Coming, Draft, Pending, Status
from scm_cli.planning.tasks import OpenTask
from scm_cli.query.rows import Register, party_name


@dataclass(frozen=True)
class Section:
    """A part of the screen.

    Args:
        label: its name.
        rows: its lines.
        command: which lists them all.
        others: how many more there are that have no line.
        closing: a last line where all are shown.
        limit: how many lines it takes at most.
    """

    label: str
    rows: tuple[str, ...]
    command: str
    others: int = 0
    closing: str = ""
    limit: int = 0

    def lines(self) -> list[str]:
        """Return the lines, the last one saying how many are missing."""
        whole = len(self.rows) + bool(self.others or self.closing)
        shown = self.rows if whole <= (self.limit or whole) else self.rows[: max(self.limit - 1, 1)]
        missing = len(self.rows) - len(shown) + self.others
        more = say.MORE if shown else say.NOT_DUE
        last = more(n=missing, command=self.command) if missing else self.closing
        return [*shown, last] if last else list(shown)


@dataclass(frozen=True)
class Names:
    """How things are called on the screen.

    Args:
        register: the people of the archive.
        home: the group that short references mean; empty for none.
        full: whether references are full all the same.
    """

    register: Register
    home: str
    full: bool = False

    def short(self, ref: object) -> str:
        """Return a reference as short as it can be typed."""
        return str(ref) if self.full or not self.home else str(ref).removeprefix(f"{self.home}/")


def screen(statuses: Sequence[Status], problems: int, names: Names, height: int) -> list[tuple[str, str]]:
    """Return the lines of the screen, each with the label before it, empty where it is the one above.

    Args:
        statuses: how each group stands.
        problems: how many faults the archive has.
        names: how things are called.
        height: how many lines there may be; 0 for all.
    """
    sections = [section for section in _sections(statuses, problems, names, height) if section.rows or section.others]
    fitted = _fitted(sections, height) if height else sections
    return [(section.label if n == 0 else "", line) for section in fitted for n, line in enumerate(section.lines())]


def _sections(statuses: Sequence[Status], problems: int, names: Names, height: int) -> Iterator[Section]:
    """Yield the sections; each with no more rows than fit on the screen, where there is one."""
    several = len(statuses) > 1
    drafts = [draft for one in statuses for draft in one.drafts]
    pending = [pending for one in statuses for pending in one.pending]
    pressing = [task for one in statuses for task in one.pressing]

    def section(label: Text, rows: Iterable[str], command: str, total: int = 0, others: int = 0) -> Section:
        shown = tuple(islice(rows, height or None))
        return Section(label(), shown, command, max(total - len(shown), 0) + others)

    coming = [row for one in statuses for row in _coming(one, names, several=several)]
    yield section(say.NEXT, coming, "scm list --status planned", len(coming))
    yield section(say.DRAFTS, _drafts(drafts, names), "scm list --status held", len(drafts))
    yield section(say.APPROVALS, _pending(pending, names), "scm list --status final", len(pending))
    others = sum(len(one.tasks) for one in statuses) - len(pressing)
    total = sum(max(len(one.task.assignees), 1) for one in pressing)
    yield section(say.TASKS, _tasks(pressing, names), "scm task list --open", total, others)
    yield _carry_over([one for one in statuses if one.left], names)
    yield section(say.PROBLEMS, [say.FOUND(problems, command="scm check")] if problems else [], "scm check")


def _carry_over(statuses: Sequence[Status], names: Names) -> Section:
    rows = [
        say.LEFT(ref=f"{names.short(left.ref)}:{left.top or left.item.id}", title=left.item.title)
        for one in statuses
        for left in one.left
    ]
    commands = [_carrying(one, names) for one in statuses]
    command = commands[0] if commands else ""
    return Section(say.CARRY_OVER(), tuple(rows), command, closing=say.TAKE_OVER(command=command) if rows else "")


def _carrying(one: Status, names: Names) -> str:
    """Return the command that carries over what is left: into the next session, else into a new one."""
    if one.coming is not None:
        return f"scm session plan --into {names.short(one.coming.ref)}"
    return f"scm session plan{_in_group(one, names)}"


def _in_group(one: Status, names: Names) -> str:
    return "" if one.key == names.home else f" -g {one.key}"


def _fitted(sections: list[Section], height: int) -> list[Section]:
    """Return the sections cut so that all fit, always the longest one; each keeps two lines."""
    made = [replace(section, limit=max(len(section.lines()), 2)) for section in sections]
    while sum(len(section.lines()) for section in made) > height:
        longest = max(made, key=lambda one: one.limit)
        if longest.limit <= 2:
            break
        made[made.index(longest)] = replace(longest, limit=longest.limit - 1)
    return made


def _coming(one: Status, names: Names, *, several: bool) -> Iterator[str]:
    if one.coming is None:
        command = f"scm session plan{_in_group(one, names)}"
        yield say.NONE_PLANNED_IN(group=one.key, command=command) if several else say.NONE_PLANNED(command=command)
        return
    lang, session = language(), one.coming.session
    when = ", ".join(filter(None, (show_weekday_day(session.date, lang), show_hours(session.start, None, lang))))
    yield say.COMING(ref=names.short(one.coming.ref), day=when, days=in_days(one.coming.days, lang))
    if session.status == "planned":
        yield _invitation(one.coming, f"scm session invite {names.short(one.coming.ref)}")


def _invitation(coming: Coming, command: str) -> str:
    if coming.due is None or coming.days_to_invite is None:
        return say.NOT_INVITED(command=command)
    if coming.days_to_invite < 0:
        return say.INVITE_OVERDUE(-coming.days_to_invite, command=command)
    lang = language()
    days = in_days(coming.days_to_invite, lang)
    return say.INVITE_BY.to(lang, day=show_day(coming.due, lang), days=days, command=command)


def _drafts(drafts: Iterable[Draft], names: Names) -> Iterator[str]:
    lang = language()
    for draft in drafts:
        text = say.DRAFT if draft.held else say.UNSETTLED
        ref, day = names.short(draft.ref), show_day(draft.session.date, lang)
        yield text.to(lang, ref=ref, day=day, command=f"scm session finalize {ref}")


def _pending(pending: Iterable[Pending], names: Names) -> Iterator[str]:
    lang = language()
    for one in pending:
        ref = names.short(one.ref)
        until = one.session.approval.until if one.session.approval else None
        verb = "circulate" if one.waiting == "circulate" else "approve"
        values = {"ref": ref, "command": f"scm session {verb} {ref}"}
        if one.waiting == "objections":
            yield say.OBJECTIONS.to(lang, one.objections, **values)
            continue
        if until and one.days is not None:
            values |= {"until": show_day(until, lang), "days": in_days(one.days, lang)}
        yield say.PENDING[one.waiting].to(lang, **values)


def _tasks(tasks: Iterable[OpenTask], names: Names) -> Iterator[str]:
    """Yield a line for each task of each person, the person with the most urgent task first."""
    people: dict[str, list[OpenTask]] = {}
    lang, nobody = language(), [say.NOBODY()]
    for task in tasks:
        for who in [party_name(party, names.register) for party in task.task.assignees] or nobody:
            people.setdefault(who, []).append(task)
    for who, own in people.items():
        yield from (_task(who, task, names, lang) for task in own)


def _task(who: str, one: OpenTask, names: Names, lang: Lang) -> str:
    ref, text = names.short(one.ref), first_line(one.task.text)
    day = show_day(one.task.due, lang) if one.task.due else ""
    if one.overdue:
        return say.OVERDUE.to(lang, who=who, ref=ref, day=day, text=text)
    return say.DUE.to(lang, who=who, ref=ref, day=day, days=in_days(one.days or 0, lang), text=text)


def in_days(days: int, lang: Lang) -> str:
    """Return `in 3 Tagen`, `heute` or `vor 2 Tagen`."""
    if days == 0:
        return say.TODAY.to(lang)
    return say.IN_DAYS.to(lang, days) if days > 0 else say.DAYS_AGO.to(lang, -days)
