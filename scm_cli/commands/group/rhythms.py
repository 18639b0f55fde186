"""What the commands about groups do with rhythms and regions: where a rhythm begins, what it means in days."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from scm_cli.commands.desk import Desk
from scm_cli.commands.options import Writing
from scm_cli.commands.saying import told
from scm_cli.errors import UsageFault
from scm_cli.locale import language
from scm_cli.locale import planning as say
from scm_cli.locale import rhythms as words

if TYPE_CHECKING:
    from scm_cli.archive.archive import Archive
    from scm_cli.model.group import Group


def with_rhythm(
    archive: "Archive", key: str, before: "Group | None", group: "Group", typed: Mapping[str, Any], today: date
) -> "Group":
    """Return a changed group whose rhythm counts from the day typed, else from its last session, else from today.

    Args:
        archive: where it is kept.
        key: its key.
        before: the group as it was; None where it is new.
        group: with what was typed.
        typed: by field.
        today: today.

    Raises:
        UsageFault: the rhythm never falls on a day, or no public holidays are known for the region typed.
    """
    from scm_cli.dates import check_rhythm, counted_from

    if "region" in typed:
        from scm_cli.planning.holidays import Holidays

        Holidays(group.region, language())
    rule = group.rhythm
    if rule is None:
        return replace(group, rhythm_since=None) if before is not None and before.rhythm else group
    if "rhythm" in typed and "rhythm_since" not in typed:
        from scm_cli.planning.day import latest_regular

        last = latest_regular(stored.value for stored in archive.sessions([key]))
        group = replace(group, rhythm_since=counted_from(rule, last or today))
    if typed.keys() & {"rhythm", "rhythm_since"} and (problem := check_rhythm(rule, group.rhythm_since)):
        raise UsageFault(problem, words.EXAMPLES())
    return group


def tell_rhythm(own: Desk, how: Writing, group: "Group", typed: Mapping[str, Any]) -> None:
    """Say what a rhythm that was typed means: in words, and its next days."""
    from scm_cli.dates import occurrences, show_rhythm, show_weekday_day

    if "rhythm" in typed and group.rhythm is not None:
        since = group.rhythm_since or own.today
        days = islice(occurrences(group.rhythm, since, own.today - timedelta(days=1)), 3)
        shown = "; ".join(show_weekday_day(day, language()) for day in days)
        told(own, how, say.RHYTHM_MEANS, rhythm=show_rhythm(group.rhythm, language()), days=shown or "–")
