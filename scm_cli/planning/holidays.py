"""Public holidays of a group's region."""

from datetime import date
from typing import TYPE_CHECKING

from scm_cli.errors import UsageFault
from scm_cli.locale import Lang
from scm_cli.locale import planning as say

if TYPE_CHECKING:
    from holidays import HolidayBase


class Holidays:
    """The public holidays of a region, by the tables of the `holidays` library.

    Args:
        region: by ISO 3166: a country (`DE`, `AT`, `CH`) or a part of it (`DE-BB`); None knows no holidays.
        lang: the language of their names, where the library has it.

    Raises:
        UsageFault: no holidays of this region are known.
    """

    def __init__(self, region: str | None, lang: Lang) -> None:
        self._days = _calendar(region, lang) if region else None

    def name(self, day: date) -> str:
        """Return what holiday a day is; an empty string where it is none."""
        return "" if self._days is None else (self._days.get(day) or "").replace("; ", ", ")


def _calendar(region: str, lang: Lang) -> "HolidayBase":
    from holidays import country_holidays

    country, _, part = region.partition("-")
    try:
        own = country_holidays(country, subdiv=part or None)
        wanted = "de" if lang == "de" else "en_US"
        known = wanted in own.supported_languages
        return country_holidays(country, subdiv=part or None, language=wanted) if known else own
    except NotImplementedError as error:
        raise UsageFault(say.NO_HOLIDAYS(region=region), say.REGION_EXAMPLES()) from error
