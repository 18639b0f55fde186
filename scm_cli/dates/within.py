"""What people type as a stretch of days from today: two weeks, ten days, a month."""

import re
from datetime import date
from typing import Final

from scm_cli.dates.spans import step
from scm_cli.dates.words import LONGEST, WORD, find, plain, shown
from scm_cli.errors import UsageFault
from scm_cli.locale import dates as say

_FORM: Final = rf"(?P<count>[0-9]{{1,4}}|{WORD})(?: (?=.)|(?<=[0-9]))(?P<unit>{WORD})"


def read_within(text: str, today: date) -> date:
    """Return the last day of the stretch that was typed; today is its beginning.

    Understood: `2w`, `10 Tage`, `10d`, `two weeks`, `1 Monat`, `1 quarter`.

    Raises:
        UsageFault: it is not understood, or the calendar does not reach so far.
    """
    typed = plain(text)
    match = re.fullmatch(_FORM, typed) if len(typed) <= LONGEST else None
    if match:
        count = int(match["count"]) if match["count"].isdecimal() else find(match["count"], say.NUMBER_WORDS)
        unit = find(match["unit"], say.UNIT_WORDS) or find(match["unit"], say.UNIT_LETTERS)
        if count is not None and unit is not None:
            try:
                return step(today, unit, count)
            except (ValueError, OverflowError) as error:
                raise UsageFault(say.NO_SUCH_DATE(text=shown(text)), say.WITHIN_EXAMPLES()) from error
    raise UsageFault(say.NO_STRETCH(text=shown(text)), say.WITHIN_EXAMPLES())
