"""Where live lines come from: a script, or a terminal with history and completion."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from scm_cli.commands.desk import Desk
from scm_cli.locale import live as say
from scm_cli.locale import live_words as words
from scm_cli.model.fold import fold, spelled

_NAMED: Final = ("here", "away", "excused", "guest", "task")
_SEPARATORS: Final = " \t,("


@dataclass(frozen=True)
class Offered:
    """What can be completed besides the words themselves.

    Args:
        names: of people and guests.
        tops: the numbers of the items.
    """

    names: Sequence[str]
    tops: Sequence[str]


def typed_lines(own: Desk, prompt: Callable[[], str], offered: Callable[[], Offered]) -> Iterator[str]:
    """Yield the lines typed, with a prompt on a terminal; Ctrl-C there drops a line, twice it interrupts."""
    if not own.terminal.asks:
        yield from own.terminal.typed_lines()
        return
    import signal

    _complete(offered)
    heard = signal.getsignal(signal.SIGINT)
    dropped = False
    while True:
        try:
            line = own.terminal.typed_line(prompt())
        except KeyboardInterrupt:
            if dropped:
                raise
            signal.signal(signal.SIGINT, heard)  # the program hears Ctrl-C once; here it goes on
            dropped = True
            own.terminal.say(f"\n{say.LINE_DROPPED()}")
            continue
        if line is None:
            return
        dropped = False
        yield line


def _complete(offered: Callable[[], Offered]) -> None:
    """Let the Tab key complete, and the arrow keys bring back earlier lines of this run; nothing is written to disk."""
    with suppress(ImportError):  # Windows, and Pythons built without it: typing goes on without
        import readline

        def complete(text: str, state: int) -> str | None:
            if not state:
                found[:] = _found(readline.get_line_buffer()[: readline.get_begidx()], text, offered)
            return found[state] if state < len(found) else None

        found: list[str] = []
        readline.clear_history()
        readline.set_completer_delims(_SEPARATORS)
        readline.set_completer(complete)
        libedit = "libedit" in (readline.__doc__ or "")
        readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")


def _found(before: str, text: str, offered: Callable[[], Offered]) -> list[str]:
    try:
        return completions(before, text, offered())
    except Exception:  # noqa: BLE001 — whatever is wrong with the archive, the Tab key stays silent
        return []


def completions(before: str, text: str, offered: Offered) -> list[str]:
    """Return what a beginning can become.

    Args:
        before: the line up to the word being typed.
        text: the beginning of the word.
        offered: people and items.
    """
    first, *more = before.split() or [""]
    if first[:1].isdigit():
        first = more[0] if more else ""
    if not first:
        return [f"{word} " for known in words.VERBS.values() for word in known if word.startswith(text.casefold())]
    verb = next((verb for verb, known in words.VERBS.items() if first.casefold() in known), "")
    if verb == "top":
        return [top for top in offered.tops if top.startswith(text)]
    return _names(text, offered.names) if verb in _NAMED else []


def _names(text: str, names: Sequence[str]) -> list[str]:
    """Return the names with a part that begins so, in any spelling; of several what begins as it was typed.

    A single one may replace what was typed; of several, readline puts in what they have in common.
    """
    wanted = {fold(text), spelled(text)} - {""}
    whole = [name for name in names if not wanted or _begins(name, wanted)]
    fitting = [name for name in whole if name.startswith(text)]
    if len(whole) == 1 or len(fitting) == len(whole):
        return whole
    parts = {part for name in whole for part in name.split() if part.startswith(text)}
    return sorted({*fitting, *parts})


def _begins(name: str, wanted: set[str]) -> bool:
    parts = [form(part) for part in (name, *name.replace("-", " ").split()) for form in (fold, spelled)]
    return any(part.startswith(one) for part in parts for one in wanted)
