"""The way in: `scm` and `python -m scm_cli`; from the first line on, Ctrl-C ends it without a traceback."""

import signal

# While modules load there is nothing to clean up: the system's own handling is silent and leaves with 130.
signal.signal(signal.SIGINT, signal.SIG_DFL)

from scm_cli.cli import root  # noqa: E402 — the handler above has to come first


def main() -> None:
    """Run the program and leave with its exit code."""
    program = root()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        program.main()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


if __name__ == "__main__":
    main()
