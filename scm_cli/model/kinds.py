"""What a single value of the file format may be: a kind reads a TOML value into the model's, or raises `Unfit`.

The annotations of the model's classes name kinds; reader, writer and JSON Schema follow from those.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from functools import cached_property
from typing import Annotated, Any, Final

from scm_cli.locale import reading as say
from scm_cli.model import text
from scm_cli.model.moments import with_own_zone

LARGEST: Final = 999_999_999
"""The highest number a file may hold: what references can name and every system can count."""


class Unfit(Exception):
    """A value that does not fit its kind: what was found and what is allowed."""

    def __init__(self, found: str, allowed: str) -> None:
        super().__init__(found)
        self.found = found
        self.allowed = allowed


def shown(value: object) -> str:
    """Return a TOML value as an error message shows it: short, on one line, nothing hidden."""
    try:
        written = str(value).lower() if isinstance(value, bool) else str(value)
    except (ValueError, RecursionError):  # Python writes no number of more than 4,300 digits, and nothing of any depth
        written = "…"
    return short(f"„{written}“" if isinstance(value, str) else written)


def short(written: str) -> str:
    """Return text as an error message shows it: with at most 60 characters, nothing hidden."""
    seen = text.visible(written[:60])
    return seen if len(written) <= 60 and len(seen) <= 60 else seen[:57] + "…"


class Kind:
    """One kind of value."""

    schema: Any
    """The JSON Schema (draft 2020-12) of the value."""

    def read(self, value: Any) -> Any:
        """Return the model's value for a TOML value; raises `Unfit`."""
        raise Unfit(shown(value), "")


class LineKind(Kind):
    """Text of one line."""

    schema: Any = {"type": "string", "minLength": 1}

    def read(self, value: Any) -> str:
        """Return the text in NFC without outer white space."""
        if not isinstance(value, str):
            raise Unfit(say.NO_TEXT(value=shown(value)), say.ALLOWED_TEXT())
        if not value.isprintable() and (bad := text.forbidden_in_line(value)):
            raise Unfit(say.FORBIDDEN_CHARACTER(value=text.visible(bad)), say.ALLOWED_LINE())
        if not (clean := text.line(value)):
            raise Unfit(say.EMPTY(), say.ALLOWED_FILLED())
        return clean


class ProseKind(Kind):
    """Text of several lines."""

    schema: Any = {"type": "string"}

    def read(self, value: Any) -> str:
        """Return the text in NFC with LF and without outer blank lines."""
        if not isinstance(value, str):
            raise Unfit(say.NO_TEXT(value=shown(value)), say.ALLOWED_TEXT())
        clean = text.prose(value)
        if bad := text.forbidden_in_prose(clean):
            raise Unfit(say.FORBIDDEN_CHARACTER(value=text.visible(bad)), say.ALLOWED_PROSE())
        return clean


class WordingKind(ProseKind):
    """Text of several lines that must not be empty."""

    schema: Any = {"type": "string", "minLength": 1}

    def read(self, value: Any) -> str:
        """Return the text as `ProseKind` does; raises `Unfit` where nothing is left."""
        if not (clean := super().read(value)):
            raise Unfit(say.EMPTY(), say.ALLOWED_FILLED())
        return clean


class SlugKind(Kind):
    """A key or id that is also a file name."""

    schema: Any = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": text.SLUG_LENGTH}

    def read(self, value: Any) -> str:
        """Return the key unchanged."""
        if isinstance(value, str) and text.is_slug(value):
            return value
        found = say.BAD_FORM if isinstance(value, str) else say.NO_TEXT
        raise Unfit(found(value=shown(value)), say.ALLOWED_SLUG())


class FormKind(Kind):
    """Text of a fixed form; `example` is shown where it does not fit."""

    def __init__(self, pattern: str, example: str) -> None:
        self.pattern = pattern
        self.example = example
        self.schema = {"type": "string", "pattern": f"^(?:{pattern})$"}

    def read(self, value: Any) -> str:
        """Return the text unchanged."""
        if not isinstance(value, str) or not self._fits(value) or text.forbidden_in_line(value):
            raise Unfit(say.BAD_FORM(value=shown(value)), say.ALLOWED_FORM(example=self.example))
        return value

    @cached_property
    def _fits(self) -> Callable[[str], object]:  # not compiled before it is needed: most commands need few of them
        return re.compile(self.pattern).fullmatch


class FileKind(FormKind):
    """A path that names the same file on every system."""

    def read(self, value: Any) -> str:
        """Return the path unchanged; raises `Unfit` where a part of it is no file name."""
        path = super().read(value)
        if not all(map(text.is_file_name, path.split("/"))):
            raise Unfit(say.BAD_FORM(value=shown(value)), say.ALLOWED_FORM(example=self.example))
        return path


class ZoneKind(FormKind):
    """A name of the IANA time zone database."""

    def __init__(self) -> None:
        super().__init__(r"[A-Za-z0-9+_-]+(?:/[A-Za-z0-9+_-]+)*", "Europe/Berlin")

    def read(self, value: Any) -> str:
        """Return the name unchanged."""
        from zoneinfo import ZoneInfo

        name = super().read(value)
        try:
            ZoneInfo(name)
        except (OSError, ValueError, KeyError) as error:  # ZoneInfoNotFoundError is a KeyError
            raise Unfit(say.UNKNOWN_VALUE(value=shown(value)), say.ALLOWED_ZONE()) from error
        return name


class WholeKind(Kind):
    """A whole number within bounds."""

    def __init__(self, low: int, high: int = LARGEST) -> None:
        self.low = low
        self.high = high
        self.schema = {"type": "integer", "minimum": low, "maximum": high}

    def read(self, value: Any) -> int:
        """Return the number unchanged."""
        if type(value) is int and self.low <= value <= self.high:
            return value
        found = say.OUT_OF_RANGE if isinstance(value, int) and not isinstance(value, bool) else say.NO_WHOLE
        raise Unfit(found(value=shown(value)), say.ALLOWED_RANGE(low=self.low, high=self.high))


class ShareKind(Kind):
    """A quorum or majority: one of some words, a fraction, or a number of people."""

    def __init__(self, words: tuple[str, ...], *, number: bool) -> None:
        self.words = words
        self.number = number
        forms: list[dict[str, Any]] = [
            {"enum": list(words)},
            {"type": "string", "pattern": "^[1-9][0-9]?/[1-9][0-9]?$"},
        ]
        self.schema = {"anyOf": [*forms, {"type": "integer", "minimum": 1, "maximum": LARGEST}] if number else forms}

    def read(self, value: Any) -> str | int:
        """Return the word, the fraction (at most 1) or the number."""
        values = ", ".join([*self.words, '"2/3"', *(["3"] if self.number else [])])
        if isinstance(value, int) and not isinstance(value, bool) and self.number and 0 < value <= LARGEST:
            return value
        if isinstance(value, str):
            parts = re.fullmatch("([1-9][0-9]?)/([1-9][0-9]?)", value)
            if value in self.words or (parts and int(parts[1]) <= int(parts[2])):
                return value
        raise Unfit(say.UNKNOWN_VALUE(value=shown(value)), say.ALLOWED_VALUES(values=values))


class FlagKind(Kind):
    """True or false."""

    schema: Any = {"type": "boolean"}

    def read(self, value: Any) -> bool:
        """Return the value unchanged."""
        if not isinstance(value, bool):
            raise Unfit(say.NO_FLAG(value=shown(value)), say.ALLOWED_FLAG())
        return value


class DayKind(Kind):
    """A calendar day without a time."""

    schema: Any = {"type": "string", "format": "date"}

    def read(self, value: Any) -> date:
        """Return the day unchanged."""
        if not isinstance(value, date) or isinstance(value, datetime):
            raise Unfit(say.NO_DAY(value=shown(value)), say.ALLOWED_DAY())
        return value


class ClockKind(Kind):
    """A time of day without a zone."""

    schema: Any = {"type": "string", "pattern": r"^\d\d:\d\d(:\d\d(\.\d+)?)?$"}

    def read(self, value: Any) -> time:
        """Return the time unchanged."""
        if not isinstance(value, time):
            raise Unfit(say.NO_CLOCK(value=shown(value)), say.ALLOWED_CLOCK())
        return value


class MomentKind(Kind):
    """A day with a time and its offset from UTC."""

    schema: Any = {"type": "string", "format": "date-time"}

    def read(self, value: Any) -> datetime:
        """Return the moment with its offset as Python's own class has it."""
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise Unfit(say.NO_MOMENT(value=shown(value)), say.ALLOWED_MOMENT())
        return with_own_zone(value)


class ChoiceKind(Kind):
    """One of a fixed set of words."""

    def __init__(self, values: tuple[str, ...]) -> None:
        self.values = values
        self.schema = {"enum": list(values)}

    def read(self, value: Any) -> str:
        """Return the word unchanged."""
        if value not in self.values or not isinstance(value, str):
            raise Unfit(say.UNKNOWN_VALUE(value=shown(value)), say.ALLOWED_VALUES(values=", ".join(self.values)))
        return value


_KEY: Final = "[a-z0-9]+(?:-[a-z0-9]+)*"
_NUMBER: Final = "[1-9][0-9]{0,8}"

Line = Annotated[str, LineKind()]
Prose = Annotated[str, ProseKind()]
Wording = Annotated[str, WordingKind()]
Slug = Annotated[str, SlugKind()]
Top = Annotated[str, FormKind(r"[1-9][0-9]{0,3}[a-z]?(?:\.[1-9][0-9]{0,3}[a-z]?)?", '"2", "3a", "3.1"')]
SessionRefText = Annotated[str, FormKind(rf"{_KEY}/{_NUMBER}", '"smart-city-region/6"')]
ItemRefText = Annotated[str, FormKind(rf"{_KEY}/{_NUMBER}#{_KEY}", '"smart-city-region/6#id"')]
DecisionRefText = Annotated[str, FormKind(rf"{_KEY}/B{_NUMBER}-{_NUMBER}", '"smart-city-region/B1-1"')]
Digest = Annotated[str, FormKind(r"[0-9a-f]{64}", "a SHA-256 in hex (64 × 0-9a-f)")]
Region = Annotated[str, FormKind(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?", '"DE-BB"')]
Email = Annotated[
    str,
    FormKind(r"[^\s@<>(),;:\"\x00-\x1f\x7f-\x9f]+@[^\s@<>(),;:\"\x00-\x1f\x7f-\x9f]+", '"name@example.org"'),
]
Link = Annotated[
    str,
    FormKind(r"https?://[^\s<>\"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+", '"https://example.org/…"'),
]
Rrule = Annotated[str, FormKind(r"FREQ=[A-Z]+(?:;[A-Z]+=[A-Z0-9,+-]+)*", '"FREQ=MONTHLY;BYDAY=2TU"')]
RelativeFile = Annotated[
    str,
    FileKind(
        r"attachments(?:/(?![. ])(?:(?![\x00-\x1f<>:\"/\\|?*\x7f-\x9f\u2028-\u202e\u2066-\u2069]).){1,120}(?<![. ]))+",
        '"attachments/smart-city-region/0001/file.pdf"',
    ),
]
Zone = Annotated[str, ZoneKind()]
Natural = Annotated[int, WholeKind(1)]
Count = Annotated[int, WholeKind(0)]
Minutes = Annotated[int, WholeKind(1, 24 * 60)]
Level = Annotated[int, WholeKind(1, 2)]
Flag = Annotated[bool, FlagKind()]
Day = Annotated[date, DayKind()]
Clock = Annotated[time, ClockKind()]
Moment = Annotated[datetime, MomentKind()]
Quorum = Annotated[str | int, ShareKind(("none", "majority"), number=True)]
Majority = Annotated[str | int, ShareKind(("simple", "absolute", "unanimous"), number=False)]
