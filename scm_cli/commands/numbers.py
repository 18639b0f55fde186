"""Whole numbers that are typed."""

from scm_cli.errors import UsageFault
from scm_cli.locale import usage as say


def whole_number(typed: str, name: str, low: int = 1, high: int | None = None) -> int:
    """Return the number typed.

    Args:
        typed: what was typed.
        name: the option or argument, for the message.
        low: the lowest number allowed.
        high: the highest; None for any.

    Raises:
        UsageFault: it is none, or out of bounds.
    """
    number = any_whole(typed, name, low)
    if number < low or (high is not None and number > high):
        raise _none(typed, name, low)
    return number


def any_whole(typed: str, name: str, low: int = 1) -> int:
    """Return the number typed, in bounds or not: one that is looked up may simply not be there.

    Args:
        typed: what was typed.
        name: the option or argument, for the message.
        low: the lowest number that makes sense, for the message.

    Raises:
        UsageFault: it is none.
    """
    from scm_cli.model.text import whole

    number = whole(typed)
    if number is None:
        raise _none(typed, name, low)
    return number


def _none(typed: str, name: str, low: int) -> UsageFault:
    from scm_cli.model.kinds import short

    return UsageFault(say.NO_NUMBER(name=name, value=short(typed)), say.NUMBER_REMEDY(low=low))
