"""The way in: `scm` and `python -m scm_cli`; from the first line on, Ctrl-C ends it without a traceback."""

# While modules load there is nothing to clean up: the system's own handling is silent and leaves with 130.
# `signal` itself takes milliseconds to load, in which Ctrl-C would end in a traceback; `_signal` takes none.
import _signal  # type: ignore[import-not-found] # typeshed knows only `signal`

_IGNORED = _signal.getsignal(_signal.SIGINT) == _signal.SIG_IGN


def _on_interrupt(handler: object) -> None:
    """Let Ctrl-C do something from now on; where it was ignored from the first, as for `scm … &`, it stays so."""
    if not _IGNORED:
        _signal.signal(_signal.SIGINT, handler)


_on_interrupt(_signal.SIG_DFL)

# Loading makes some thirty thousand objects and no circles of them; looking for these forty times takes milliseconds.
import gc  # noqa: E402 — the handler above has to come first

gc.set_threshold(50_000)

import signal  # noqa: E402 — see above
import sys  # noqa: E402 — see above

from scm_cli.cli import root  # noqa: E402 — see above


def _interrupt(*_: object) -> None:
    """Stop once; a second Ctrl-C must not disturb the clearing up after the first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


def _unheard(lost: "sys.UnraisableHookArgs", /) -> None:
    """Interrupt again and soon where Ctrl-C fell into a finaliser, from which Python lets nothing through."""
    if lost.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(lost)
        return
    import _thread
    from threading import Timer

    signal.signal(signal.SIGINT, _interrupt)
    again = Timer(0.01, _thread.interrupt_main)
    again.daemon = True
    again.start()


def main() -> None:
    """Run the program and leave with its exit code."""
    try:
        program = root()
        sys.unraisablehook = _unheard
        _on_interrupt(_interrupt)
        program.main()
    except KeyboardInterrupt:
        from scm_cli.locale.terminal import INTERRUPTED

        sys.stderr.write(f"{INTERRUPTED()}\n")
        sys.exit(130)
    finally:
        _on_interrupt(_signal.SIG_DFL)
        gc.freeze()  # else Python looks for circles once more before it ends, over all there is: a tenth of a short run


if __name__ == "__main__":
    main()
