"""python -m quizapp."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from quizapp import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status. With nothing but global options it opens the app."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    # What modules make stays: the usual 700 new objects between two looks at them all would cost 9 ms of a start.
    gc.set_threshold(200_000, 20, 20)
    from quizapp import wiring
    from quizapp.cli.frame import opening
    from quizapp.cli.frame.edge import guarded

    wiring.forget_textual()
    options, rest = opening.read_options(given)

    def act() -> int:
        if rest == ("--version",):
            return _say_version()
        if rest or options.lang not in ("", "zh", "en"):
            from quizapp.cli.root import run

            with wiring.opened(options) as there:
                return run(given, there)
        return opening.open_app(options, wiring.language(options))

    speak, keep = (lambda: wiring.language(options)), (lambda report: wiring.keep_report(options, report))
    status = guarded(speak, act, keep=keep, is_debug=options.debug)
    # What is left goes with the process; the collector's last look at all of it would cost as much again.
    gc.freeze()
    return status


def _say_version() -> int:
    sys.stdout.write(f"quizapp {__version__}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
