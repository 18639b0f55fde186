"""Which session takes place today."""

from scm_cli.archive.archive import StoredSession
from scm_cli.archive.resolve import Resolver
from scm_cli.errors import Ambiguous, BadData, NotFound
from scm_cli.locale import errors as wrong
from scm_cli.locale import language
from scm_cli.locale import live as say


def session_of_today(resolver: Resolver) -> StoredSession:
    """Return the one session that takes place today: of the group named, else of all groups.

    Written procedures and sessions called off take place on no day.

    Raises:
        NotFound: there is none.
        Ambiguous: there are several; the remedy names them.
        BadData: there is none among those that can be read, and some cannot.
    """
    from scm_cli.dates import show_day

    archive, today = resolver.archive, resolver.today
    groups = [resolver.group()] if resolver.named_group else None
    found = [
        one
        for one in archive.sessions(groups)
        if one.value.date == today and one.value.status != "cancelled" and one.value.mode != "written"
    ]
    if len(found) == 1:
        return found[0]
    if found:
        names = [str(one.ref) for one in found]
        raise Ambiguous(say.SEVERAL_TODAY(), names, wrong.CANDIDATES(names=", ".join(names)))
    if archive.problems:
        raise BadData(archive.problems)
    raise NotFound(say.NONE_TODAY(day=show_day(today, language())), say.NONE_TODAY_REMEDY(date=today.isoformat()))
