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
    from scm_cli.model.text import whole

    number = whole(typed)
    if number is None or number < low or (high is not None and number > high):
        from scm_cli.model.kinds import short

        raise UsageFault(say.NO_NUMBER(name=name, value=short(typed)), say.NUMBER_REMEDY(low=low))
    return number
